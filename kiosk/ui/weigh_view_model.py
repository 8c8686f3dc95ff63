"""The weighing page: live weight and the price it makes."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.ui.display_text import money_text, money_words, weight_text

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate


@QmlElement
class WeighViewModel(QObject):
    """What the scale says, and what may be done about it."""

    changed = Signal()

    def __init__(self, till: TillCommands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        if (snapshot.weigh, snapshot.language) != (self._shown.weigh, self._shown.language):
            self._shown = snapshot
            self.changed.emit()
        self._shown = snapshot

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._shown.weigh.state if self._shown.weigh else "empty"

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._item("name")

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._item("picture")

    @Property(str, notify=changed)
    def tint(self) -> str:
        return self._item("tile")

    @Property(str, notify=changed)
    def category(self) -> str:
        return self._item("category")

    @Property(str, notify=changed)
    def weight(self) -> str:
        return self._weight()

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._amount()

    @Property(str, notify=changed)
    def unitPrice(self) -> str:
        return self._unit_price()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words()[0]

    @Property(str, notify=changed)
    def detail(self) -> str:
        return self._words()[1]

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._state() == "stable"

    @Property(bool, notify=changed)
    def again(self) -> bool:
        return bool(self._shown.weigh and self._shown.weigh.line_id)

    @Slot()
    def confirm(self) -> None:
        """Put it in with this weight."""
        self._till.confirm_weight()

    @Slot()
    def cancel(self) -> None:
        """Not this."""
        self._till.cancel_weight()

    @Slot()
    def callStaff(self) -> None:
        """The scale does not work."""
        self._till.call_staff("scale", self._shown.weigh.item.sku if self._shown.weigh else "")

    def _state(self) -> str:
        return self._shown.weigh.state if self._shown.weigh else "empty"

    def _item(self, field: str) -> str:
        if self._shown.weigh is None:
            return ""
        item = self._shown.weigh.item
        if field == "name":
            return item.name.to(self._shown.language)
        return str(getattr(item, field)).removesuffix(".svg")

    def _weight(self) -> str:
        return weight_text(self._shown.weigh.grams if self._shown.weigh else 0, self._shown.language)

    def _amount(self) -> str:
        price = self._shown.weigh.price if self._shown.weigh else 0
        return money_text(price, self._shown.cart.currency, self._shown.language).number

    def _unit_price(self) -> str:
        price = self._shown.weigh.item.unit_price if self._shown.weigh else 0
        words = money_words(price, self._shown.cart.currency, self._shown.language)
        return tr("Weigh", "1kg %1").replace("%1", words)

    def _words(self) -> tuple[str, str]:
        return {
            "empty": (tr("Weigh", "저울에 올려 주세요"), tr("Weigh", "봉투째 올려도 괜찮아요")),
            "moving": (tr("Weigh", "무게를 재고 있어요"), tr("Weigh", "흔들리지 않게 잠시 두세요")),
            "stable": (tr("Weigh", "무게를 쟀어요"), tr("Weigh", "맞으면 담아 주세요")),
            "over": (tr("Weigh", "너무 무거워요"), tr("Weigh", "나눠서 올려 주세요")),
            "under": (tr("Weigh", "저울을 비워 주세요"), tr("Weigh", "모두 내렸다가 다시 올려 주세요")),
            "taken": (tr("Weigh", "앞 상품을 내려 주세요"), tr("Weigh", "저울을 비운 뒤 이 상품을 올려 주세요")),
            "fault": (tr("Weigh", "저울을 쓸 수 없어요"), tr("Weigh", "직원이 도와 드려요")),
            "gone": (tr("Weigh", "저울과 연결이 끊겼어요"), tr("Weigh", "직원이 도와 드려요")),
        }.get(self._state(), ("", ""))
