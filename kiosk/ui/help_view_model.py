"""A call for staff: only what is known, in three steps."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import CallStep, CallView, Snapshot
from kiosk.checkout.till_commands import TillCommands

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate


def _what(call: CallView | None) -> tuple[str, CallStep] | None:
    return None if call is None else (call.call_id, call.step)


def _seen(shown: Snapshot) -> tuple[object, ...]:
    return shown.call, shown.language, shown.stage, shown.cart.lines


@QmlElement
class HelpViewModel(QObject):
    """Whether staff were called, what for, and how long ago."""

    changed = Signal()

    def __init__(self, till: TillCommands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot
        self._hidden = False

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before = self._shown
        self._shown = snapshot
        if _what(snapshot.call) != _what(before.call):
            self._hidden = False
        if _seen(snapshot) != _seen(before):
            self.changed.emit()

    @Property(bool, notify=changed)
    def called(self) -> bool:
        return self._shown.call is not None

    @Property(bool, notify=changed)
    def sheetShown(self) -> bool:
        """Whether the sheet is open: closed by the shopper, it comes back with the next news."""
        return self._shown.call is not None and not self._hidden

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._shown.call.step.value if self._shown.call else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._shown.call.reason if self._shown.call else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words()[0]

    @Property(str, notify=changed)
    def detail(self) -> str:
        return self._words()[1]

    @Property(str, notify=changed)
    def purpose(self) -> str:
        return self._purpose()

    @Property(str, notify=changed)
    def elapsed(self) -> str:
        return self._elapsed()

    @Property(str, notify=changed)
    def itemName(self) -> str:
        return self._item("name")

    @Property(str, notify=changed)
    def itemPicture(self) -> str:
        return self._item("picture")

    @Property(str, notify=changed)
    def itemTint(self) -> str:
        return self._item("tile")

    @Property(str, notify=changed)
    def itemCategory(self) -> str:
        return self._item("category")

    @Property(bool, notify=changed)
    def mayLeaveOut(self) -> bool:
        return self._may_leave_out()

    @Property(bool, notify=changed)
    def blocksPay(self) -> bool:
        return self._shown.stage.value == "age_check"

    @Slot()
    def call(self) -> None:
        """Call staff, or look at the call that is open."""
        if self._shown.call is not None:
            self._hide(False)
        else:
            self._till.call_staff("help")

    @Slot()
    def hide(self) -> None:
        """Go on shopping; the call stays."""
        self._hide(True)

    @Slot(str, str)
    def callFor(self, reason: str, sku: str) -> None:
        """Call staff for a reason, about an item."""
        self._till.call_staff(reason, sku)

    @Slot()
    def cancel(self) -> None:
        """Nobody needs to come."""
        self._till.cancel_call()

    @Slot()
    def leaveOut(self) -> None:
        """Go on without the item."""
        self._till.leave_item_out()

    @Slot()
    def back(self) -> None:
        """Go on shopping while staff are on the way."""
        self._till.back()

    def _hide(self, hidden: bool) -> None:
        if self._hidden is not hidden:
            self._hidden = hidden
            self.changed.emit()

    def _item(self, field: str) -> str:
        item = self._shown.call.item if self._shown.call else None
        if item is None:
            return ""
        if field == "name":
            return item.name.to(self._shown.language)
        return str(getattr(item, field)).removesuffix(".svg")

    def _may_leave_out(self) -> bool:
        call = self._shown.call
        if call is None or self._shown.stage.value not in {"shopping", "weighing", "age_check"}:
            return False
        waits = call.step in {CallStep.LATE, CallStep.NO_STAFF}
        return call.reason == "age" or (call.item is not None and waits and self._held(call.item.sku))

    def _held(self, sku: str) -> bool:
        weighed = self._shown.weigh is not None and self._shown.weigh.item.sku == sku
        return weighed or any(line.line.item.sku == sku for line in self._shown.cart.lines)

    def _elapsed(self) -> str:
        seconds = self._shown.call.elapsed if self._shown.call else 0
        minutes, seconds = divmod(seconds, 60)
        words = tr("Help", "%1분 %2초").replace("%1", str(minutes)) if minutes else tr("Help", "%2초")
        return words.replace("%2", str(seconds))

    def _purpose(self) -> str:
        reason = self._shown.call.reason if self._shown.call else ""
        return {
            "help": tr("Help", "도움 요청"),
            "age": tr("Help", "성인 확인") if self._asks_age() else tr("Help", "직원 확인"),
            "unknown_item": tr("Help", "처음 보는 상품"),
            "scale": tr("Help", "저울"),
            "payment": tr("Help", "결제 확인"),
            "price": tr("Help", "가격 확인"),
            "blocked_item": tr("Help", "팔지 않는 상품"),
        }.get(reason, "")

    def _words(self) -> tuple[str, str]:
        call = self._shown.call
        if call is None:
            return "", ""
        if call.step is CallStep.CALLED and call.reason == "age" and self._asks_age():
            return tr("Help", "성인 확인이 필요해요"), tr("Help", "직원이 신분증을 확인해요")
        if call.step is CallStep.CALLED and call.reason == "age":
            return self._other_look()
        return {
            CallStep.CALLED: (tr("Help", "직원을 불렀어요"), tr("Help", "직원이 확인하면 바로 알려 드려요")),
            CallStep.TAKEN: (tr("Help", "직원이 확인했어요"), tr("Help", "가고 있어요")),
            CallStep.LATE: self._late(),
            CallStep.NO_STAFF: (tr("Help", "지금은 직원이 자리에 없어요"), self._without_staff()),
        }[call.step]

    def _other_look(self) -> tuple[str, str]:
        if "identity" in self._shown.person_lines.values():
            return tr("Help", "직원 확인이 필요해요"), tr("Help", "직원이 신분증을 확인해요")
        return tr("Help", "직원이 건네는 상품이 있어요"), tr("Help", "직원이 확인하고 직접 건네 드려요")

    def _asks_age(self) -> bool:
        """Whether the look at the buyer is about their age; goods may also be handed over in person."""
        asked = self._shown.person_lines.values()
        return not asked or "age" in asked

    def _without_staff(self) -> str:
        if self._may_leave_out():
            return tr("Help", "이 상품만 빼고 결제할 수 있어요")
        return tr("Help", "담은 상품은 그대로예요")

    def _late(self) -> tuple[str, str]:
        if self._may_leave_out():
            return tr("Help", "조금 더 걸려요"), tr("Help", "이 상품만 빼고 결제할 수 있어요")
        return tr("Help", "조금 더 걸려요"), tr("Help", "직원을 다시 불렀어요")
