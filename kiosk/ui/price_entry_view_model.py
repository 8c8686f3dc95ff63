"""Staff type a lower price: digits, a reason, and what the till says to it."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot, StaffRequest
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.cart import SHELF_PRICE
from kiosk.ui.choice_list_model import Choice, ChoiceListModel
from kiosk.ui.display_text import money_text, money_words
from kiosk.ui.navigator import Navigator

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
MOST_DIGITS = 8
SHEET = "price"
tr = QCoreApplication.translate


@QmlElement
class PriceEntryViewModel(QObject):
    """The sheet over the staff list: which price the row of a price request gets, and why."""

    changed = Signal()

    def __init__(self, till: TillCommands, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._navigator = till, navigator
        self._shown = till.snapshot
        self._request = ""
        self._typed = ""
        self._reason = SHELF_PRICE
        self._reasons = ChoiceListModel(self)
        self._fill()

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session; the sheet goes when its request is answered."""
        self._shown = snapshot
        self._fill()
        self.changed.emit()

    def leave_when_done(self) -> None:
        """Close the sheet once its request was answered or nobody is signed in; after the navigator followed."""
        if self._navigator.route.sheet == SHEET and self._asked() is None:
            self._request, self._typed = "", ""
            self._navigator.back()

    @Property(str, notify=changed)
    def name(self) -> str:
        asked = self._asked()
        return asked.item.name.to(self._shown.language) if asked and asked.item else ""

    @Property(str, notify=changed)
    def now(self) -> str:
        """What the till asks for now."""
        return self._now()

    @Property(str, notify=changed)
    def amount(self) -> str:
        """The price as typed so far."""
        return money_text(int(self._typed or "0"), self._shown.cart.currency, self._shown.language).number

    @Property(bool, notify=changed)
    def typed(self) -> bool:
        return self._typed != ""

    @Property(ChoiceListModel, constant=True)
    def reasons(self) -> ChoiceListModel:
        return self._reasons

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._reason

    @Slot(str)
    def begin(self, request_id: str) -> None:
        """Open the sheet about a price request."""
        self._request, self._typed, self._reason = request_id, "", SHELF_PRICE
        if self._asked() is not None:
            self._navigator.showSheetFor(SHEET, request_id)
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit of the price."""
        if digit.isdigit() and len(self._typed) < MOST_DIGITS:
            self._typed = (self._typed + digit).lstrip("0") or "0"
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Take every digit back."""
        self._typed = ""
        self.changed.emit()

    @Slot(str)
    def choose(self, reason: str) -> None:
        """Why the price is lower."""
        self._reason = reason
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Give the row this price."""
        if self._typed:
            self._till.staff_lower_price(self._request, int(self._typed), self._reason)

    def _asked(self) -> StaffRequest | None:
        staff = self._shown.staff
        requests = staff.requests if staff is not None and staff.signed_in else ()
        return next((each for each in requests if each.request_id == self._request and each.kind == "price"), None)

    def _now(self) -> str:
        asked = self._asked()
        if asked is None or asked.item is None:
            return ""
        rows = [line for line in self._shown.cart.lines if line.line.item.sku == asked.item.sku]
        price = rows[-1].unit_price if rows else asked.item.unit_price
        words = tr("Staff", "지금은 %1이에요")
        return words.replace("%1", money_words(price, self._shown.cart.currency, self._shown.language))

    def _fill(self) -> None:
        self._reasons.show(
            [
                Choice(SHELF_PRICE, tr("Staff", "진열대 가격이에요")),
                Choice("damaged", tr("Staff", "포장이 상했어요")),
                Choice("goodwill", tr("Staff", "그 밖의 까닭")),
            ]
        )
