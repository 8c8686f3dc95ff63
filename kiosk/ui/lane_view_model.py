"""Where one can pay while this checkout takes no cards, and the number of a cart that was sent there."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import LaneView, Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.ui.display_text import money_words, time_text
from kiosk.ui.part_words import tender_name
from kiosk.ui.payment_words import away_words
from kiosk.ui.shopper_words import with_particles
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.stock_words import walking_words

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
SHOWN_LANES = 2  # beside this one: more do not fit in one row and would not be nearer
PARKING_STAGES = frozenset({"shopping", "choosing_tender", "not_paid"})
tr = QCoreApplication.translate


@QmlElement
class LaneViewModel(QObject):
    """Only what is known: this checkout's terminal, the checkouts that take cards, and the way to the nearest."""

    changed = Signal()

    def __init__(self, till: TillCommands, places: ShownPlaces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._places = till, places
        self._shown = till.snapshot
        self._read = ""  # the number that the shopper has read

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        if snapshot.parked is None:
            self._read = ""
        self.changed.emit()

    # this checkout

    @Property(bool, notify=changed)
    def away(self) -> bool:
        """Whether this checkout takes no cards."""
        return self._shown.health.terminal == "away"

    @Property(str, notify=changed)
    def reason(self) -> str:
        return away_words(self._shown.health.terminal_reason)

    @Property(bool, notify=changed)
    def reconnecting(self) -> bool:
        """Whether this kiosk itself may bring the terminal back: nobody has to see to it first."""
        return self._shown.health.terminal_reason in {"", "unreachable", "busy"}

    @Property(str, notify=changed)
    def works(self) -> str:
        """What pays here all the same."""
        return self._works()

    # the others

    @Property(str, notify=changed)
    def way(self) -> str:
        """Where to pay now, as one sentence."""
        return self._way()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def others(self) -> list[dict[str, object]]:
        """The checkouts that take cards, the nearest first: `title`, `words` and `place` of each."""
        lanes = self._shown.lanes[:SHOWN_LANES] or (LaneView("", staffed=True),)
        return [{"title": _title(lane), "words": self._words(lane), "place": lane.place} for lane in lanes]

    @Property(str, notify=changed)
    def place(self) -> str:
        """The nearest checkout's place on the map; empty where the map does not have it."""
        return self._place()

    @Property(str, notify=changed)
    def walk(self) -> str:
        """How far it is, and where; empty where the map does not have it."""
        return self._walk()

    # the cart under a number

    @Property(bool, notify=changed)
    def sendOffered(self) -> bool:
        """Whether the cart can be sent to a staffed checkout: it holds something and no card can pay it here."""
        shown = self._shown
        return shown.health.terminal != "ready" and shown.stage.value in PARKING_STAGES and bool(shown.cart.lines)

    @Property(bool, notify=changed)
    def numberShown(self) -> bool:
        """Whether a number waits to be read."""
        return self._shown.parked is not None and self._shown.parked.number != self._read

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._shown.parked.number if self._shown.parked else ""

    @Property(str, notify=changed)
    def parkedWords(self) -> str:
        """What waits under the number."""
        return self._parked_words()

    @Property(str, notify=changed)
    def parkedWhere(self) -> str:
        """Who can take it up, and until when."""
        return self._parked_where()

    @Slot()
    def send(self) -> None:
        """Send the cart to a staffed checkout."""
        self._till.park_cart()

    @Slot()
    def understood(self) -> None:
        """The number was read."""
        self._read = self._shown.parked.number if self._shown.parked else ""
        self._till.touch()
        self.changed.emit()

    # how

    def _works(self) -> str:
        kinds = [tender_name(tender) for tender in self._shown.tenders if tender.partition(":")[0] != "card"]
        if not kinds:
            return ""
        words = tr("Lane", "%1은(는) 이 계산대에서 쓸 수 있어요").replace("%1", " · ".join(kinds))
        return with_particles(words) if self._shown.language == "ko" else words

    def _way(self) -> str:
        lane = self._shown.lanes[0] if self._shown.lanes else None
        if lane is None or lane.staffed:
            return tr("Lane", "담은 상품은 직원 계산대에서 결제할 수 있어요")
        return tr("Lane", "가까운 %1번 계산대에서 바로 결제할 수 있어요").replace("%1", lane.lane)

    def _words(self, lane: LaneView) -> str:
        if lane.seen_at is None:
            return tr("Lane", "결제할 수 있어요")
        return tr("Lane", "카드 돼요\n%1 확인").replace("%1", time_text(lane.seen_at, self._shown.language))

    def _place(self) -> str:
        place = self._shown.lanes[0].place if self._shown.lanes else ""
        return place if place and self._places.place(place) is not None else ""

    def _walk(self) -> str:
        place = self._places.place(self._place()) if self._place() else None
        if place is None:
            return ""
        return " · ".join((place.name.to(self._shown.language), walking_words(place.walking_minutes)))

    def _parked_words(self) -> str:
        parked = self._shown.parked
        if parked is None:
            return ""
        pieces = parked.pieces
        amount = money_words(parked.total, self._shown.cart.currency, self._shown.language)
        return tr("Lane", "상품 %n개 · %1", "", pieces).replace("%1", amount)

    def _parked_where(self) -> str:
        parked = self._shown.parked
        if parked is None:
            return ""
        words = tr("Lane", "직원에게 번호를 말해 주세요. 직원이 이 계산대에서 꺼내요. %1까지 맡아 둬요")
        if parked.shared:
            words = tr("Lane", "직원 계산대에서 번호를 말해 주세요. %1까지 맡아 둬요")
        return words.replace("%1", time_text(parked.until, self._shown.language))


def _title(lane: LaneView) -> str:
    if lane.staffed:
        return tr("Lane", "직원 계산대 %1").replace("%1", lane.lane).strip()
    return tr("Lane", "%1번 계산대").replace("%1", lane.lane)
