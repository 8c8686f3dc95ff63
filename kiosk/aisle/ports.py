"""What the endless aisle needs from outside, as small Protocols."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, Place, Shop, StockCount
from kiosk.domain.recall import Recall
from kiosk.domain.restriction import Restriction

T = TypeVar("T")


class AisleCatalogue(Protocol):
    """The station's copy of what the shop and its warehouse sell."""

    def head(self) -> CatalogueHead: ...

    def restrictions(self) -> tuple[Restriction, ...]: ...

    def recalls(self) -> tuple[Recall, ...]: ...

    def by_sku(self, sku: str) -> CatalogueItem | None: ...

    def search(self, query: str, limit: int = 50) -> Sequence[CatalogueItem]: ...

    def stock(self, sku: str) -> Sequence[StockCount]: ...

    def shops(self) -> Sequence[Shop]: ...

    def place(self, place_id: str) -> Place | None: ...


class AisleClock(Protocol):
    """Aware local shop time."""

    def now(self) -> datetime: ...


class AisleBackground(Protocol):
    """Slow pure work off the screen's thread; answers come back onto it."""

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None: ...
