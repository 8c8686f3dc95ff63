"""The page after paying: receipt on the phone or on paper, what to take, what comes later."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import DoneView, OrderLineView, Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.ui.display_text import money_text, spoken_money
from kiosk.ui.part_words import paid_rows
from kiosk.ui.shown_places import ShownPlaces

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate

_NOTHING = DoneView("", 0, 0, 0, "", "", "", "", "none", "ready")


@QmlElement
class DoneViewModel(QObject):
    """A completed sale, or an order that was kept for later."""

    changed = Signal()

    def __init__(self, till: TillCommands, places: ShownPlaces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._places = places
        self._shown = till.snapshot

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        if (snapshot.done, snapshot.language) != (self._shown.done, self._shown.language):
            self._shown = snapshot
            self.changed.emit()
        self._shown = snapshot

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._amount()

    @Property(str, notify=changed)
    def spokenAmount(self) -> str:
        return self._spoken()

    @Property(str, notify=changed)
    def receiptNumber(self) -> str:
        return str(self._view().receipt_number)

    @Property(str, notify=changed)
    def approval(self) -> str:
        return self._view().approval_code

    @Property(str, notify=changed)
    def card(self) -> str:
        return self._card()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def tenderRows(self) -> list[dict[str, str]]:
        return paid_rows(self._view().tenders, self._shown.cart.currency, self._shown.language)

    @Property(str, notify=changed)
    def link(self) -> str:
        return self._view().link

    @Property(bool, notify=changed)
    def pageLate(self) -> bool:
        return self._view().page == "late"

    @Property(str, notify=changed)
    def printState(self) -> str:
        return self._view().print_state

    @Property(str, notify=changed)
    def takeWords(self) -> str:
        return self._take_words()

    @Property(str, notify=changed)
    def printWords(self) -> str:
        return self._print_words()

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        return self._view().seconds_left

    @Property(bool, notify=changed)
    def cardLeftIn(self) -> bool:
        return self._view().card_left_in

    @Property(str, notify=changed)
    def orderNumber(self) -> str:
        return self._view().order_number

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def orderLines(self) -> list[dict[str, str]]:
        return self._lines(self._view().orders)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def keptLines(self) -> list[dict[str, str]]:
        return self._lines(self._view().kept_orders)

    @Property(bool, notify=changed)
    def shipped(self) -> bool:
        return self._has_ship()

    @Property(bool, notify=changed)
    def nothingTaken(self) -> bool:
        return self._view().pieces == 0

    @Slot()
    def printReceipt(self) -> None:
        """Paper, please."""
        self._till.print_receipt()

    @Slot()
    def finish(self) -> None:
        """I have everything."""
        self._till.finish()

    @Slot()
    def moreTime(self) -> None:
        """Stay a minute longer."""
        self._till.more_time()

    def _view(self) -> DoneView:
        return self._shown.done or _NOTHING

    def _amount(self) -> str:
        return money_text(self._view().total, self._shown.cart.currency, self._shown.language).number

    def _spoken(self) -> str:
        return spoken_money(self._view().total, self._shown.cart.currency, self._shown.language)

    def _card(self) -> str:
        last = self._view().masked_card[-4:]
        return " ".join(part for part in (self._view().brand, f"····\u00a0{last}" if last else "") if part)

    def _has_ship(self) -> bool:
        orders = (*self._view().orders, *self._view().kept_orders)
        return any(line.fulfilment.kind is FulfilmentKind.SHIP for line in orders)

    def _take_words(self) -> str:
        pieces = self._view().pieces
        return tr("Done", "상품 %n개를 모두 챙겨 주세요", "", pieces) if pieces else ""

    def _print_words(self) -> str:
        return {
            "offered": "",
            "printing": tr("Done", "영수증을 인쇄하고 있어요"),
            "printed": tr("Done", "영수증을 인쇄했어요"),
            "out_of_paper": tr("Done", "영수증 종이가 떨어졌어요. QR로 받을 수 있어요"),
            "failed": tr("Done", "프린터를 쓸 수 없어요. QR로 받을 수 있어요"),
        }.get(self._view().print_state, "")

    def _lines(self, orders: tuple[OrderLineView, ...]) -> list[dict[str, str]]:
        language = self._shown.language
        shown = []
        for line in orders:
            shipped = line.fulfilment.kind is FulfilmentKind.SHIP
            if shipped:
                way, how = tr("Done", "집으로 배송"), tr("Done", "주소는 영수증 QR에서 넣어 주세요")
            else:
                shop = self._places.shop_name(line.fulfilment.shop, language)
                way = tr("Done", "%1에서 받기").replace("%1", shop)
                how = self._places.pickup_words(line.fulfilment.shop, language)
            quantity = line.quantity
            count = tr("Done", "%n개", "", quantity)
            name = f"{line.name.to(language)} · {count}"
            shown.append({"name": name, "way": way, "how": how, "icon": "truck" if shipped else "storefront"})
        return shown
