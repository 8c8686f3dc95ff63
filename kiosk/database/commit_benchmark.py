"""Measure what a durable sale costs, in turns with the least that a disk can do."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.database.engine import open_station
from kiosk.database.unit_of_work import StationUnitOfWork
from kiosk.database.writer import StationWriter
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.sale import Sale, Tender

_FLOOR_BYTES = 16_384  # what a sale's commit appends to the WAL, about


@dataclass(frozen=True, slots=True)
class CommitFigures:
    """Microseconds: a sale from handing it in to its answer, and a bare append with `fdatasync` of 16 KB."""

    sale_p50: float
    sale_p99: float
    floor_p50: float
    floor_p99: float

    @property
    def ratio(self) -> float:
        """How much more than the floor, at p50."""
        return self.sale_p50 / self.floor_p50


def measure_commits(folder: Path, *, sales: int = 400) -> CommitFigures:
    """Commit `sales` sales of one card tender, nine lines' worth of document, stock moves and journal entry.

    Works in `folder`, which must be on the disk that is measured.
    """
    now = datetime.now(UTC)
    database = open_station(folder / "station.db", os.urandom(32), station="BENCH", now=now)
    writer = StationWriter(database, lambda: datetime.now(UTC), lambda call: call())
    cart = PricedCart("KRW", (), 9_900, 0, (), 9_900, ())
    document = '{"line": "' + "x" * 2_000 + '"}'
    handle = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    block = os.urandom(_FLOOR_BYTES)

    def sell(unit: StationUnitOfWork, number: int) -> None:
        receipt = unit.next_receipt_number()
        tender = Tender("card", cart.total, f"A{number}")
        sale = Sale(f"S{number}", receipt, "BENCH", "SH1", 1, now, "ko", cart, (tender,), "", "token")
        unit.put_sale(sale, document)
        for line in range(9):
            unit.lower_stock(f"B{line}", 1, now)
        unit.keep_cart(None)
        unit.append("sale.completed", {"sale": sale.sale_id, "document": document})

    def append_block() -> None:
        os.write(handle, block)
        os.fdatasync(handle)

    try:
        sold: list[float] = []
        floor: list[float] = []
        for number in range(sales):
            sold.append(_microseconds(lambda n=number: writer.run(lambda unit: sell(unit, n))))  # type: ignore[misc]
            floor.append(_microseconds(append_block))
    finally:
        os.close(handle)
        writer.close()
        database.close()
    return CommitFigures(*_percentiles(sold), *_percentiles(floor))


def _microseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - began) / 1000


def _percentiles(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
