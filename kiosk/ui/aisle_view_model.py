"""The search page: what is typed, what is found, and where it is to be had."""

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from hardware.ports.scanner import CodeRead
from kiosk.aisle.ports import AisleBackground
from kiosk.checkout.look_up_code import item_of
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.checkout_state import Stage
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import ItemCode, PricedCode, UnknownCode, WeighedCode
from kiosk.ui.aisle_answer import AisleAnswer, AisleFinder, AisleRange, answer_title
from kiosk.ui.aisle_rows import Showing, category_choices, result_choice, suggestions
from kiosk.ui.choice_list_model import ChoiceListModel
from kiosk.ui.navigator import Navigator
from kiosk.ui.page_route import AISLE
from kiosk.ui.search_typing import empty, said, struck
from kiosk.ui.shop_documents import ShopDocuments

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
PATIENCE_MS = 300
tr = QCoreApplication.translate
log = logging.getLogger("baro.aisle")


@QmlElement
class AisleViewModel(QObject):
    """Types, searches off the screen's thread, and shows only the answer to what is asked now."""

    changed = Signal()

    def __init__(
        self,
        till: TillCommands,
        navigator: Navigator,
        catalogue: AisleRange,
        background: AisleBackground,
        documents: ShopDocuments,
        shop: str,
        now: Callable[[], datetime],
        scan_rules: Callable[[], ScanRules],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._till, self._navigator, self._catalogue = till, navigator, catalogue
        self._finder = AisleFinder(catalogue, background, shop, now)
        self._background, self._documents = background, documents
        self._scan_rules, self._now = scan_rules, now
        self._shown = till.snapshot
        self._typing = empty(till.snapshot.language)
        self._answer = AisleAnswer()
        self._asked = 0
        self._only_here = False
        self._loading = False
        self._keyboard = True
        self._unknown_scan = False
        self._page = navigator.route.page
        self._results, self._categories = ChoiceListModel(self), ChoiceListModel(self)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._waiting.timeout.connect(self._still_waiting)
        navigator.changed.connect(self._follow)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before, self._shown = self._shown, snapshot
        if snapshot.stage is Stage.IDLE and before.stage is not Stage.IDLE:
            self._forget()
        if snapshot.language != before.language:
            self._typing = self._typing if self._typing.text else empty(snapshot.language)
            self._show_categories()
            self._show_results()
        elif snapshot.health.online != before.health.online:
            self._show_results()
        if (snapshot.pieces, snapshot.stage) != (before.pieces, before.stage):
            self.changed.emit()

    def take_scan(self, read: CodeRead) -> bool:
        """Look a scanned item up while the search or a product page is open; True when it was taken.

        Member and payment codes, and every code while another page is open, are left to the session.
        """
        if self._navigator.route.page not in AISLE:
            return False
        rules, today = self._scan_rules(), self._now().date()
        meaning = interpret(read.text, read.symbology, rules, gs1=read.gs1, today=today)
        if not isinstance(meaning, ItemCode | PricedCode | WeighedCode | UnknownCode):
            return False
        self._till.touch()
        item = item_of(meaning, self._catalogue)
        self._unknown_scan = item is None
        if item is None:
            self._navigator.open("search")
            self.changed.emit()
        else:
            self.open(item.sku)
        return True

    @Property(str, notify=changed)
    def query(self) -> str:
        return self._typing.text

    @Property(str, notify=changed)
    def composing(self) -> str:
        return self._typing.composer.composing

    @Property(str, notify=changed)
    def keyboardMode(self) -> str:
        return self._typing.mode

    @Property(bool, notify=changed)
    def shifted(self) -> bool:
        return self._typing.shifted

    @Property(bool, notify=changed)
    def keyboardShown(self) -> bool:
        return self._keyboard

    @Property(ChoiceListModel, constant=True)
    def results(self) -> ChoiceListModel:
        return self._results

    @Property(ChoiceListModel, constant=True)
    def categories(self) -> ChoiceListModel:
        return self._categories

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def suggested(self) -> list[str]:
        return self._suggested()

    @Property(str, notify=changed)
    def step(self) -> str:
        """What the page shows: before (categories), loading, results, similar, none or failed."""
        return self._step()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title()

    @Property(str, notify=changed)
    def notice(self) -> str:
        return self._notice()

    @Property(bool, notify=changed)
    def onlyHere(self) -> bool:
        return self._only_here

    @Property(bool, notify=changed)
    def hereOffered(self) -> bool:
        return self._here_offered()

    @Property(str, notify=changed)
    def cartCount(self) -> str:
        return str(self._shown.pieces) if self._shown.pieces else ""

    @Slot(str)
    def typed(self, key: str) -> None:
        """A key of the keyboard."""
        before = self._typing.text
        self._typing = struck(self._typing, key)
        if key == "search":
            self._keyboard = False
        if self._typing.text != before or (key == "search" and self._answer.failed):
            self._ask()
        else:
            self.changed.emit()

    @Slot(str)
    def searchFor(self, words: str) -> None:
        """A suggestion was chosen."""
        self._typing = said(self._typing, words)
        self._ask()

    @Slot()
    def clear(self) -> None:
        """Nothing typed any more."""
        self._typing = empty(self._shown.language)
        self._keyboard = True
        self._ask()

    @Slot(str)
    def chooseCategory(self, category: str) -> None:
        """Show what a category holds."""
        self._typing = empty(self._shown.language)
        self._keyboard = False
        self._ask(category)

    @Slot()
    def showKeyboard(self) -> None:
        """The field was touched."""
        self._keyboard = True
        self.changed.emit()

    @Slot()
    def toggleHere(self) -> None:
        """Only what this shop has now, or everything again."""
        self._only_here = not self._only_here
        self._show_results()

    @Slot(str)
    def open(self, sku: str) -> None:
        """Show the product."""
        self._navigator.openFor("product", sku)

    @Slot()
    def back(self) -> None:
        """From what was found to the categories, from there to the page before."""
        if self._step() != "before":
            self.clear()
        else:
            self._navigator.back()

    @Slot()
    def toCart(self) -> None:
        """Leave the aisle for the cart."""
        while self._navigator.route.page in AISLE:
            self._navigator.back()

    @Slot()
    def _follow(self) -> None:
        page, before = self._navigator.route.page, self._page
        self._page = page
        if page == before:
            return
        if page not in AISLE:
            self._forget()
        elif before not in AISLE:
            self._show_categories()
            if self._shown.stage is Stage.IDLE:
                self._till.begin()  # whoever searches is a shopper: the time rules count from here

    def _forget(self) -> None:
        self._asked += 1
        self._waiting.stop()
        self._typing, self._answer = empty(self._shown.language), AisleAnswer()
        self._loading = self._only_here = self._unknown_scan = False
        self._keyboard = True
        self._show_results()

    def _ask(self, category: str = "") -> None:
        self._asked += 1
        number, query = self._asked, self._typing.text.strip()
        self._unknown_scan = self._only_here = False
        if not query and not category:
            self._waiting.stop()
            self._loading = False
            self._answer = AisleAnswer()
            self._show_results()
            return

        def answered(answer: AisleAnswer) -> None:
            if number == self._asked:
                self._take(answer)

        def failed(fault: Exception) -> None:
            log.error("a search failed: %s", fault)
            answered(AisleAnswer(failed=True, query=query, category=category))

        self._waiting.start()
        self._background.submit(lambda: self._finder.find(query, category), answered, failed)
        self.changed.emit()

    def _take(self, answer: AisleAnswer) -> None:
        self._waiting.stop()
        self._loading = False
        self._answer = answer
        self._show_results()

    @Slot()
    def _still_waiting(self) -> None:
        self._loading = True
        self.changed.emit()

    def _show_results(self) -> None:
        language, currency = self._shown.language, self._shown.cart.currency
        showing = Showing(language, currency, self._answer.query, self._shown.health.online)
        rows = [result_choice(row, showing, self._documents) for row in self._answer.found]
        self._results.show([row for row in rows if row.availability == "here" or not self._only_here])
        self.changed.emit()

    def _show_categories(self) -> None:
        self._categories.show(category_choices(self._catalogue.categories(), self._documents, self._shown.language))

    def _suggested(self) -> list[str]:
        answer = self._answer
        if answer.similar or not answer.query:
            return []
        return suggestions(answer.found, answer.query, self._shown.language)

    def _step(self) -> str:
        answer = self._answer
        if self._loading:
            return "loading"
        if answer.failed:
            return "failed"
        if not answer.query and not answer.category:
            return "before"
        if not answer.found:
            return "none"
        return "similar" if answer.similar else "results"

    def _title(self) -> str:
        if self._step() == "before":
            return tr("Aisle", "무엇을 찾으세요?")
        names = self._documents.categories
        return answer_title(self._answer, self._results.rowCount(), names, self._shown.language)

    def _notice(self) -> str:
        if self._unknown_scan:
            return tr("Aisle", "처음 보는 바코드예요. 이름으로 찾아 주세요")
        if not self._shown.health.online:
            return tr("Aisle", "지금은 마지막으로 확인한 재고를 보여 드려요")
        return ""

    def _here_offered(self) -> bool:
        places = {row.availability.where for row in self._answer.found}
        return len(places) > 1 and any(place.value == "here" for place in places)
