"""Points at the tender page: what a member can spend, and how much of it is chosen."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.points_view import PointsView
from kiosk.checkout.snapshot import PaymentView, Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.ui.display_text import money_words

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
MOST_TAPS = 12
HOSTED = frozenset({"points", "voucher"})
tr = QCoreApplication.translate


@QmlElement
class PointsViewModel(QObject):
    """The points of the member whose code was read; all that can be spent is chosen until the shopper takes less."""

    changed = Signal()

    def __init__(self, till: TillCommands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot
        view = self._view()
        self._chosen = view.most if view is not None else 0

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session; another sum or balance is chosen from anew."""
        was, self._shown = self._view(), snapshot
        now = self._view()
        if was is None or now is None or (was.most, was.balance) != (now.most, now.balance):
            self._chosen = now.most if now is not None else 0
        self.changed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether a member's code was read at a shop whose points can be spent."""
        return self._view() is not None

    @Property(str, notify=changed)
    def detail(self) -> str:
        """How many there are, or why none can be spent now."""
        return self._detail()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether some can be spent now."""
        return self._chosen > 0

    @Property(str, notify=changed)
    def amount(self) -> str:
        """The chosen amount in words."""
        return self._money(self._chosen)

    @Property(bool, notify=changed)
    def canLess(self) -> bool:
        view = self._view()
        return view is not None and self._chosen > _least(view)

    @Property(bool, notify=changed)
    def canMore(self) -> bool:
        view = self._view()
        return view is not None and self._chosen < view.most

    @Slot()
    def less(self) -> None:
        """Spend one step less; the first goes to a round amount."""
        view = self._view()
        if view is not None and self._chosen > _least(view):
            pace = _pace(view)
            self._choose(max(_least(view), (self._chosen - 1) // pace * pace))

    @Slot()
    def more(self) -> None:
        """Spend one step more."""
        view = self._view()
        if view is not None and self._chosen < view.most:
            pace = _pace(view)
            self._choose(min(view.most, (self._chosen // pace + 1) * pace))

    @Slot()
    def spend(self) -> None:
        """Pay the chosen amount with points."""
        if self._chosen > 0:
            self._till.spend_points(self._chosen)

    def _choose(self, amount: int) -> None:
        self._chosen = amount
        self.changed.emit()

    def _view(self) -> PointsView | None:
        return self._shown.points

    def _money(self, amount: int) -> str:
        return money_words(amount, self._shown.cart.currency, self._shown.language)

    def _detail(self) -> str:
        view = self._view()
        if view is None:
            return ""
        if view.state == "ready" and view.most > 0:
            return tr("Payment", "쓸 수 있는 포인트 %1").replace("%1", self._money(view.balance))
        if view.state == "ready":
            return tr("Payment", "%1부터 쓸 수 있어요").replace("%1", self._money(view.least))
        return {
            "asking": tr("Payment", "포인트를 확인하고 있어요"),
            "unknown": tr("Payment", "포인트가 없는 회원이에요"),
        }.get(view.state, tr("Payment", "지금은 포인트를 쓸 수 없어요"))


def _least(view: PointsView) -> int:
    """The smallest whole step that can be spent."""
    return min(view.most, -(-view.least // view.step) * view.step)


def _pace(view: PointsView) -> int:
    """How far one tap goes: a round multiple of the step that comes through all of them in few taps."""
    factor = 1
    while view.most > view.step * factor * MOST_TAPS:
        factor *= 2 if str(factor).startswith("5") else 5
    return view.step * factor


def host_words(view: PaymentView) -> tuple[str, str] | None:
    """What is said while a foreign host is asked, and when it says no; None for tenders of the terminal.

    What is not known, given back or decided by people is said in the same words as for a card.
    """
    kind = view.tender.partition(":")[0]
    if kind not in HOSTED or view.step not in ("please_wait", "cancelling", "declined", "unavailable", "aborted"):
        return None
    if view.step == "unavailable" and view.reason in ("released", "reversed", "not_saved"):
        return None
    wait = tr("Payment", "잠시만 기다려 주세요")
    if view.step == "cancelling":
        return tr("Payment", "취소하고 있어요"), wait
    if kind == "points":
        safe = tr("Payment", "포인트도 장바구니도 그대로예요")
        return {
            "please_wait": (tr("Payment", "포인트를 확인하고 있어요"), wait),
            "declined": (tr("Payment", "포인트를 쓰지 못했어요"), safe),
            "aborted": (tr("Payment", "포인트를 쓰지 않았어요"), safe),
        }.get(view.step, (tr("Payment", "지금은 포인트를 쓸 수 없어요"), safe))
    safe = tr("Payment", "상품권도 장바구니도 그대로예요")
    return {
        "please_wait": (tr("Payment", "상품권을 확인하고 있어요"), wait),
        "declined": (tr("Payment", "이 상품권은 쓸 수 없어요"), safe),
        "aborted": (tr("Payment", "상품권을 쓰지 않았어요"), safe),
    }.get(view.step, (tr("Payment", "지금은 상품권을 확인할 수 없어요"), safe))
