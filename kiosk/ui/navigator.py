"""Tells QML which page and sheet to show, and lets a touch open others."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.benefit_words import BENEFITS
from kiosk.ui.page_route import Route, at_question, at_stage, at_the_cart, back, opened, with_sheet

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1

# What a shopper must read now, and would not on a page that he opened; the next code belongs to the cart too.
READ_AT_THE_CART = frozenset(
    {
        NoticeKind.CODE_WANTED,
        NoticeKind.DATE_MISSING,
        NoticeKind.EXPIRED,
        NoticeKind.SAME_LABEL,
        NoticeKind.VOUCHER_CODE,
        NoticeKind.RECEIPT_CODE,
        NoticeKind.PARKED_CART_CODE,
        NoticeKind.LICENCE_CODE,
    }
)


@QmlElement
class Navigator(QObject):
    """The page, the sheet over it and what each is about; follows the session's stage."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._route = Route()
        self._notice = 0

    @property
    def route(self) -> Route:
        """Where the window is, for other view models."""
        return self._route

    def follow(self, snapshot: Snapshot) -> None:
        """Go along with the journey."""
        route = at_stage(self._route, snapshot.stage)
        question = snapshot.cash_receipt
        route = at_question(route, question is not None and question.asking)
        notice = snapshot.notice
        if notice is not None and notice.number != self._notice:
            self._notice = notice.number
            if notice.kind in READ_AT_THE_CART or (notice.kind in BENEFITS and route.page != "member"):
                route = at_the_cart(route)
        self._go(route)

    def current_page(self) -> str:
        """Name of the page, for Python."""
        return self._route.page

    @Property(str, notify=changed)
    def page(self) -> str:
        """Name of the page."""
        return self._route.page

    @Property(str, notify=changed)
    def subject(self) -> str:
        """What the page is about, such as a sku."""
        return self._route.subject

    @Property(str, notify=changed)
    def sheet(self) -> str:
        """Name of the sheet, or empty."""
        return self._route.sheet

    @Property(str, notify=changed)
    def sheetSubject(self) -> str:
        """What the sheet is about, such as a line."""
        return self._route.sheet_subject

    @Slot(str)
    def open(self, page: str) -> None:
        """Open a page, where the stage allows it."""
        self._go(opened(self._route, page))

    @Slot(str, str)
    def openFor(self, page: str, subject: str) -> None:
        """Open a page about something."""
        self._go(opened(self._route, page, subject))

    @Slot(str)
    def showSheet(self, sheet: str) -> None:
        """Show a sheet over the page."""
        self._go(with_sheet(self._route, sheet))

    @Slot(str, str)
    def showSheetFor(self, sheet: str, subject: str) -> None:
        """Show a sheet about something."""
        self._go(with_sheet(self._route, sheet, subject))

    @Slot()
    def back(self) -> None:
        """Close the sheet, else the page opened last."""
        self._go(back(self._route))

    def _go(self, route: Route) -> None:
        if route != self._route:
            self._route = route
            self.changed.emit()
