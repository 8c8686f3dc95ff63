"""The cash receipt step: the purpose, the number while it is typed (dots only), and what was answered."""

from itertools import pairwise

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.cash_receipt_view import CashReceiptView
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.cash_receipt import Purpose, while_typed
from kiosk.ui.display_text import money_words

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
MOST_DIGITS = {Purpose.CONSUMER.value: 19, Purpose.BUSINESS.value: 10}
LEAST_DIGITS = 10
tr = QCoreApplication.translate
_NOTHING = CashReceiptView(asking=False)


@QmlElement
class CashReceiptViewModel(QObject):
    """Whose cash receipt it is. The digits live here only while they are typed, and are never shown."""

    changed = Signal()

    def __init__(self, till: TillCommands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot
        self._purpose = Purpose.CONSUMER.value
        self._typed = ""
        self._tries = 0

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session; a number is forgotten once it was taken or refused."""
        was, self._shown = self._view(), snapshot
        now = self._view()
        if not now.asking:
            self._typed, self._tries = "", 0
        elif not was.asking:
            self._typed = ""
            self._purpose = now.purpose if now.purpose in MOST_DIGITS else Purpose.CONSUMER.value
        if now.tries != self._tries:
            self._typed, self._tries = "", now.tries
        self.changed.emit()

    @Property(str, notify=changed)
    def purpose(self) -> str:
        return self._purpose

    @Property(str, notify=changed)
    def detail(self) -> str:
        """What the question is about."""
        return self._detail()

    @Property(str, notify=changed)
    def asked(self) -> str:
        """Which number is wanted."""
        return self._asked()

    @Property(str, notify=changed)
    def dots(self) -> str:
        """The field: a dot for each digit, in the groups of such a number."""
        return self._dots()

    @Property(int, notify=changed)
    def filled(self) -> int:
        return len(self._typed)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return len(self._typed) >= LEAST_DIGITS

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem()

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """What happens for who wants none, where the shop has to issue one."""
        return self._refusal()

    @Property(bool, notify=changed)
    def answered(self) -> bool:
        return not self._view().asking and self._view().purpose != ""

    @Property(str, notify=changed)
    def answer(self) -> str:
        """What was answered, with the number masked."""
        return self._answer()

    @Slot(str)
    def choose(self, purpose: str) -> None:
        """For a person or a business; the number starts anew."""
        if purpose in MOST_DIGITS and purpose != self._purpose:
            self._purpose, self._typed = purpose, ""
            self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit of the number."""
        if digit.isdigit() and len(self._typed) < MOST_DIGITS[self._purpose]:
            self._typed += digit
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

    @Slot()
    def confirm(self) -> None:
        """This is the number."""
        if self._typed:
            self._till.cash_receipt(self._purpose, self._typed)

    @Slot()
    def refuse(self) -> None:
        """No cash receipt."""
        self._till.cash_receipt("none")

    @Slot()
    def change(self) -> None:
        """Ask once more."""
        self._till.cash_receipt("change")

    @Slot()
    def back(self) -> None:
        """Leave it as it was."""
        self._till.cash_receipt("back")

    def _view(self) -> CashReceiptView:
        return self._shown.cash_receipt or _NOTHING

    def _business(self) -> bool:
        return self._purpose == Purpose.BUSINESS.value

    def _detail(self) -> str:
        amount = self._view().amount
        if not amount:
            return tr("CashReceipt", "상품권으로 낸 금액에 발급돼요")
        words = tr("CashReceipt", "상품권 %1에 발급돼요")
        return words.replace("%1", money_words(amount, self._shown.cart.currency, self._shown.language))

    def _asked(self) -> str:
        if self._business():
            return tr("CashReceipt", "사업자등록번호 10자리를 눌러 주세요")
        return tr("CashReceipt", "휴대폰 번호나 현금영수증 카드 번호를 눌러 주세요")

    def _dots(self) -> str:
        dots = while_typed(self._typed)
        places: tuple[int, ...]
        if self._business():
            places = (3, 5)
        elif len(dots) > 11:
            places = (4, 8, 12, 16)
        else:
            places = (3, len(dots) - 4 if len(dots) > 9 else 7)
        edges = (0, *(place for place in places if place < len(dots)), len(dots))
        return " ".join(dots[start:end] for start, end in pairwise(edges))

    def _problem(self) -> str:
        why = self._view().problem
        if not why or self._typed:
            return ""
        if why == "check_digit":
            return tr("CashReceipt", "사업자등록번호가 맞지 않아요. 다시 확인해 주세요")
        if why == "prefix":
            return tr("CashReceipt", "휴대폰 번호는 010처럼 01로 시작해요. 다시 눌러 주세요")
        if self._business():
            return tr("CashReceipt", "사업자등록번호는 10자리예요. 다시 눌러 주세요")
        return tr("CashReceipt", "휴대폰 번호는 10~11자리, 카드 번호는 13~19자리예요. 다시 눌러 주세요")

    def _refusal(self) -> str:
        least = self._view().unasked_from
        if not least:
            return ""
        words = tr("CashReceipt", "%1부터는 번호가 없어도 매장이 자진발급해요")
        return words.replace("%1", money_words(least, self._shown.cart.currency, self._shown.language))

    def _answer(self) -> str:
        view = self._view()
        names = {
            Purpose.CONSUMER.value: tr("CashReceipt", "소득공제"),
            Purpose.BUSINESS.value: tr("CashReceipt", "지출증빙"),
        }
        name = names.get(view.purpose, tr("CashReceipt", "안 받을게요"))
        return f"{name} · {view.masked}" if view.masked else name
