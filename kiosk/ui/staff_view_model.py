"""Staff at the screen: the PIN pad, and what waits for a decision."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.attendant.approve import may
from kiosk.checkout.snapshot import Snapshot, StaffView
from kiosk.checkout.till_commands import TillCommands
from kiosk.ui.navigator import Navigator
from kiosk.ui.page_route import TECHNICIAN
from kiosk.ui.price_entry_view_model import PriceEntryViewModel
from kiosk.ui.restriction_words import recall_list_words, refused_rules_words
from kiosk.ui.row_list_model import RowListModel
from kiosk.ui.staff_request_rows import RequestRow, not_allowed_words, request_rows, role_words
from kiosk.ui.take_up_view_model import TakeUpViewModel

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
PIN_LENGTH = 6
DIGITS = tuple("1234567890")
_REASONS = {
    "age": ("id_checked", "not_sold"),
    "paid": ("paid", "not_paid"),
    "keep": ("left_to_headquarters", "give_back"),
    "giving_back": ("let_go", ""),
    "late": ("seen", ""),
}
_NOBODY = StaffView(signed_in=False)
tr = QCoreApplication.translate


@QmlElement
class StaffViewModel(QObject):
    """Digits go in as dots and to the till as one PIN; the pad is shuffled anew for everybody who comes."""

    changed = Signal()

    def __init__(
        self,
        till: TillCommands,
        navigator: Navigator,
        shuffled: Callable[[Sequence[str]], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._till, self._navigator, self._shuffled = till, navigator, shuffled
        self._shown = till.snapshot
        self._staff = till.snapshot.staff or _NOBODY
        self._digits = list(shuffled(DIGITS))
        self._pin = ""
        self._page = navigator.route.page
        self._requests = RowListModel(RequestRow, self)
        self._price = PriceEntryViewModel(till, navigator, self)
        self._take_up = TakeUpViewModel(till, navigator, self)
        navigator.changed.connect(self._follow)
        self._fill()

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before, self._shown = self._shown, snapshot
        self._staff = snapshot.staff or _NOBODY
        shown = (snapshot.staff, snapshot.language, snapshot.health.recalls_as_of, snapshot.health.refused_rules)
        if shown != (before.staff, before.language, before.health.recalls_as_of, before.health.refused_rules):
            if self._staff.problem:
                self._pin = ""
            self._fill()
        self._price.show(snapshot)
        self._take_up.show(snapshot)

    def go_on(self) -> None:
        """Who signed in sees what waits, who signed out leaves the staff pages; after the navigator followed."""
        self._price.leave_when_done()
        page = self._navigator.route.page
        if self._staff.signed_in and page == "sign_in":
            self._navigator.back()
            self._navigator.open("approvals")
        elif not self._staff.signed_in and page in {"approvals", *TECHNICIAN}:
            while self._navigator.route.page in {"approvals", "sign_in", *TECHNICIAN}:
                before = self._navigator.route.page
                self._navigator.back()
                if self._navigator.route.page == before:
                    return

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def digits(self) -> list[str]:
        return self._digits

    @Property(int, notify=changed)
    def filled(self) -> int:
        return PIN_LENGTH if self._staff.checking else len(self._pin)

    @Property(int, constant=True)
    def pinLength(self) -> int:
        return PIN_LENGTH

    @Property(bool, notify=changed)
    def checking(self) -> bool:
        return self._staff.checking

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        return self._staff.locked_seconds > 0

    @Property(str, notify=changed)
    def prompt(self) -> str:
        return tr("Staff", "확인하는 중이에요") if self._staff.checking else tr("Staff", "PIN을 눌러 주세요")

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem()

    @Property(bool, notify=changed)
    def signedIn(self) -> bool:
        return self._staff.signed_in

    @Property(str, notify=changed)
    def recallList(self) -> str:
        return recall_list_words(self._shown.health.recalls_as_of, self._shown.language)

    @Property(str, notify=changed)
    def refusedRules(self) -> str:
        return refused_rules_words(self._shown.health.refused_rules)

    @Property(str, notify=changed)
    def person(self) -> str:
        return f"{self._staff.person} · {role_words(self._staff.role)}" if self._staff.signed_in else ""

    @Property(RowListModel, constant=True)
    def requests(self) -> RowListModel:
        return self._requests

    @Property(PriceEntryViewModel, constant=True)
    def price(self) -> PriceEntryViewModel:
        return self._price

    @Property(TakeUpViewModel, constant=True)
    def takeUp(self) -> TakeUpViewModel:
        return self._take_up

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return self._requests.rowCount()

    @Property(bool, notify=changed)
    def mayMaintain(self) -> bool:
        return may(self._staff.role, "maintain")

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit; the last one sends the PIN."""
        if self._staff.checking or self._staff.locked_seconds or digit not in DIGITS:
            return
        self._pin += digit
        if len(self._pin) >= PIN_LENGTH:
            pin, self._pin = self._pin, ""
            self._till.staff_sign_in(pin)
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Take every digit back."""
        self._pin = ""
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Nobody signs in."""
        self._pin = ""
        if self._shown.staff is not None:
            self._till.staff_sign_out()
        self._navigator.back()

    @Slot()
    def signOut(self) -> None:
        """Leave the staff pages."""
        self._till.staff_sign_out()

    @Slot(str)
    def take(self, request_id: str) -> None:
        """I am on the way."""
        self._till.staff_take(request_id)

    @Slot(str, str)
    def approve(self, request_id: str, kind: str) -> None:
        """Yes, with the reason that the answer's words give."""
        self._till.staff_decide(request_id, True, self._reasons(request_id, kind)[0] or "solved")

    @Slot(str, str)
    def refuse(self, request_id: str, kind: str) -> None:
        """No, with the reason that the answer's words give."""
        self._till.staff_decide(request_id, False, self._reasons(request_id, kind)[1] or "refused")

    @Slot()
    def openDevices(self) -> None:
        """To the technician's pages."""
        self._navigator.open("devices")

    @Slot()
    def _follow(self) -> None:
        page, before = self._navigator.route.page, self._page
        self._page = page
        if page == "sign_in" and before != "sign_in":
            self._pin = ""
            self._digits = list(self._shuffled(DIGITS))
            self.changed.emit()

    def _reasons(self, request_id: str, kind: str) -> tuple[str, str]:
        """What yes and no are recorded as: of a payment, by the question that was asked."""
        asked = next((each for each in self._staff.requests if each.request_id == request_id), None)
        if kind == "unknown_payment":
            kind = dict(asked.evidence).get("question", "paid") if asked else "paid"
        return _REASONS.get(kind, ("", ""))

    def _fill(self) -> None:
        staff, cart = self._staff, self._shown.cart
        self._requests.show(request_rows(staff.requests, staff.role, cart.currency, self._shown.language))
        self.changed.emit()

    def _problem(self) -> str:
        staff = self._staff
        if staff.locked_seconds:
            return tr("Staff", "%n초 뒤에 다시 누를 수 있어요", "", staff.locked_seconds)
        if staff.problem == "wrong_pin":
            return tr("Staff", "PIN이 달라요. %n번 더 누를 수 있어요", "", staff.tries_left)
        if staff.problem == "not_allowed":
            return not_allowed_words(staff.needed_role)
        if staff.problem == "not_saved":
            return tr("Staff", "저장하지 못했어요. 아직 바뀐 것이 없어요")
        return {
            "price_not_lower": tr("Staff", "지금 가격보다 낮게 적어 주세요"),
            "price_too_low": tr("Staff", "그만큼은 아무도 내릴 수 없어요"),
            "no_such_cart": tr("Staff", "그 번호로 기다리는 장바구니가 없어요"),
            "cart_taken": tr("Staff", "다른 계산대에서 이미 꺼냈어요"),
        }.get(staff.problem, "")
