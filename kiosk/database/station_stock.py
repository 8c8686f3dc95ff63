"""Stock as the station knows it: central's newer counts, and what this station has sold since."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.database import tables
from kiosk.database.engine import StationDatabase, raw_connection
from kiosk.database.unit_of_work import StationUnitOfWork, microseconds
from kiosk.database.writer import StationWriter
from kiosk.domain.catalogue import StockCount
from sync.wire.stock import StockChange

# A sale that central has not confirmed is in no count of central, whatever the clocks say.
_SOLD = """SELECT coalesce(sum(quantity), 0) FROM stock_move WHERE sku = ? AND (
    at_us > ? OR sequence > (SELECT value FROM counter WHERE name = 'acknowledged'))"""
_COUNTS = "SELECT shop, on_hand, counted_at FROM stock_count WHERE sku = ? AND position > ?"


class StationStock:
    """Counts that came after the catalogue (the agent's `StockSink`), and own sales; for any thread.

    `catalogue_position` answers how far the catalogue's own counts are (`CatalogueReader.stock_position`).
    """

    def __init__(
        self, database: StationDatabase, writer: StationWriter, *, catalogue_position: Callable[[], int]
    ) -> None:
        self._catalogue_position = catalogue_position
        self._writer = writer
        self._connection = database.connect()
        self._raw: Any = raw_connection(self._connection)
        self._lock = threading.Lock()

    def sold_since(self, sku: str, counted_at: datetime) -> int:
        """Pieces this station sold after the aware time `counted_at`, or that central cannot know of yet."""
        with self._lock:
            return int(self._raw.execute(_SOLD, (sku, microseconds(counted_at))).fetchone()[0])

    def newer_counts(self, sku: str, position: int) -> list[StockCount]:
        """The counts of an item that are behind `position` of central's feed."""
        with self._lock:
            rows = self._raw.execute(_COUNTS, (sku, position)).fetchall()
        return [StockCount(shop, on_hand, datetime.fromisoformat(at)) for shop, on_hand, at in rows]

    def stock_position(self) -> int:
        """How far in central's feed the counts are: those stored here, or the catalogue's when they are newer."""
        with self._lock, self._connection.begin():
            wanted = select(tables.counter.c.value).where(tables.counter.c.name == "stock")
            return max(int(self._connection.execute(wanted).scalar_one()), self._catalogue_position())

    def take_stock(self, changes: Sequence[StockChange], position: int) -> None:
        """Store changes and the position they reach in one commit (reliability 3.7); waits for it."""
        self._writer.run(lambda work: _store(work, changes, position))

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            self._connection.close()


def _store(work: StationUnitOfWork, changes: Sequence[StockChange], position: int) -> None:
    if changes:
        statement = insert(tables.stock_count)
        new = statement.excluded
        work.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["sku", "shop"],
                set_={"on_hand": new.on_hand, "counted_at": new.counted_at, "position": new.position},
                where=new.position > tables.stock_count.c.position,
            ),
            [x.model_dump() | {"counted_at": x.counted_at.isoformat()} for x in changes],
        )
    work.connection.execute(tables.counter.update().where(tables.counter.c.name == "stock").values(value=position))
