"""The map of the shop: blocks, the one that is looked for, the way there, and where this screen stands."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.catalogue import Place
from kiosk.ui.row_list_model import RowListModel
from kiosk.ui.shop_documents import FloorPlan, Zone
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.stock_words import walking_words

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
MARGIN = 20  # map units around places when the shop has no drawn plan
tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MapBlock:
    """A block of the map in its units; `number` is what a small map writes instead of the name."""

    key: str
    name: str
    number: str
    fromLeft: float
    fromTop: float
    wide: float
    high: float
    hot: bool


@QmlElement
class MapViewModel(QObject):
    """One place on the map; nothing is drawn of a place that the shop has not mapped."""

    changed = Signal()

    def __init__(self, till: TillCommands, places: ShownPlaces, plan: FloorPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places, self._plan = places, plan
        self._language = till.snapshot.language
        self._place: Place | None = None
        self._blocks = RowListModel(MapBlock, self)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        if snapshot.language != self._language:
            self._language = snapshot.language
            self._draw()

    @Slot(str)
    def look(self, place_id: str) -> None:
        """Look for this place; an unknown one has no map."""
        self._place = self._places.place(place_id) if place_id else None
        self._draw()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return self._place is not None

    @Property(RowListModel, constant=True)
    def blocks(self) -> RowListModel:
        return self._blocks

    @Property(float, notify=changed)
    def wide(self) -> float:
        return self._size()[0]

    @Property(float, notify=changed)
    def high(self) -> float:
        return self._size()[1]

    @Property(str, notify=changed)
    def placeName(self) -> str:
        return self._place.name.to(self._language) if self._place else ""

    @Property(str, notify=changed)
    def walk(self) -> str:
        return walking_words(self._place.walking_minutes) if self._place else ""

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def route(self) -> list[QPointF]:
        """The way from this screen to the place, in map units."""
        return [QPointF(x, y) for x, y in self._place.route] if self._place else []

    @Property(bool, notify=changed)
    def hereKnown(self) -> bool:
        return self._here() is not None

    @Property(float, notify=changed)
    def hereX(self) -> float:
        return float((self._here() or (0, 0))[0])

    @Property(float, notify=changed)
    def hereY(self) -> float:
        return float((self._here() or (0, 0))[1])

    @Property(str, notify=changed)
    def spoken(self) -> str:
        return self._spoken()

    def _spoken(self) -> str:
        if self._place is None:
            return ""
        words = tr("Map", "매장 지도, %1, %2")
        return words.replace("%1", self._place.name.to(self._language)).replace(
            "%2", walking_words(self._place.walking_minutes)
        )

    def _here(self) -> tuple[int, int] | None:
        if self._place is not None and self._place.route:
            return self._place.route[0]
        return self._plan.kiosk if self._drawn() else None

    def _drawn(self) -> bool:
        """Whether the shop's plan knows the zone of the place."""
        place = self._place
        return place is not None and any(zone.zone_id == place.zone for zone in self._plan.zones)

    def _size(self) -> tuple[float, float]:
        if self._drawn():
            return self._plan.width, self._plan.height
        rights = [place.x + place.width for place in self._places.all_places()]
        lows = [place.y + place.height for place in self._places.all_places()]
        reached = self._place.route if self._place else ()
        rights += [x for x, _ in reached]
        lows += [y for _, y in reached]
        return max(rights, default=0) + MARGIN, max(lows, default=0) + MARGIN

    def _draw(self) -> None:
        if self._place is None:
            self._blocks.show([])
        elif self._drawn():
            self._blocks.show([self._zone(zone, self._place) for zone in self._plan.zones])
        else:
            self._blocks.show([self._shelf(place, self._place) for place in self._places.all_places()])
        self.changed.emit()

    def _zone(self, zone: Zone, place: Place) -> MapBlock:
        name = f"{zone.number} {zone.name.to(self._language)}".strip()
        hot = zone.zone_id == place.zone
        return MapBlock(zone.zone_id, name, zone.number, zone.x, zone.y, zone.width, zone.height, hot)

    def _shelf(self, shelf: Place, place: Place) -> MapBlock:
        hot = shelf.place_id == place.place_id
        name = shelf.name.to(self._language)
        return MapBlock(shelf.place_id, name, "", shelf.x, shelf.y, shelf.width, shelf.height, hot)
