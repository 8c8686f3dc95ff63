"""A station's file in a test's folder, with a clock that stands still until it is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.engine import StationDatabase, open_station
from kiosk.database.writer import StationWriter
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.priced_cart import PricedCart, PricedLine, TaxAmount
from kiosk.domain.sale import AttemptState, PaymentAttempt, Sale, Tender

T = TypeVar("T")
KEY = bytes(range(32))
START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@dataclass
class StandingClock:
    """Time that moves when a test says so."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def go(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class SessionQueue:
    """The session's thread of a test: calls wait until `run` is asked for one."""

    calls: SimpleQueue[Callable[[], None]] = field(default_factory=SimpleQueue)

    def post(self, call: Callable[[], None]) -> None:
        self.calls.put(call)

    def run_one(self, timeout: float = 10.0) -> None:
        self.calls.get(timeout=timeout)()


def open_test_station(folder: Path, station: str = "S1", at: datetime = START) -> StationDatabase:
    return open_station(folder / "station.db", KEY, station=station, now=at)


def _append(unit: UnitOfWork, kind: str, body: dict[str, object]) -> int:
    return unit.append(kind, body)


@dataclass
class TestStation:
    """An open station with its writer."""

    __test__ = False

    folder: Path
    database: StationDatabase
    writer: StationWriter
    clock: StandingClock
    session: SessionQueue

    def do(self, work: Callable[[UnitOfWork], T]) -> T:
        return self.writer.run(work)

    def append(self, count: int, kind: str = "receipt.printed") -> None:
        for number in range(count):
            body = {"number": number, "text": f"영수증 {number}"}
            self.writer.run(partial(_append, kind=kind, body=body))

    def close(self) -> None:
        assert self.writer.close()
        self.database.close()


def start_station(folder: Path, station: str = "S1") -> TestStation:
    clock = StandingClock()
    session = SessionQueue()
    database = open_test_station(folder, station)
    return TestStation(folder, database, StationWriter(database, clock.now, session.post), clock, session)


MILK = CatalogueItem("B01001", "08809999010012", LocalText("통통 바나나우유 240mL", "Banana Milk"), 1700)


def one_line_cart(item: CatalogueItem = MILK, quantity: int = 1) -> PricedCart:
    gross = item.unit_price * quantity
    net = (gross * 10 + 5) // 11
    line = PricedLine(LineItem("1", item, quantity), item.unit_price, gross, gross)
    return PricedCart("KRW", (line,), gross, 0, (), gross, (TaxAmount("standard", "10", net, gross - net),))


def card_sale(sale_id: str, receipt_number: int, attempt_id: str = "", at: datetime = START) -> Sale:
    cart = one_line_cart()
    tender = Tender("card", cart.total, attempt_id, "BC", "9490-****-****-1234", "12345678")
    return Sale(sale_id, receipt_number, "S1", "SH1", 7, at, "ko", cart, (tender,), "", "token")


def card_attempt(attempt_id: str, state: AttemptState = AttemptState.CREATED, at: datetime = START) -> PaymentAttempt:
    return PaymentAttempt(attempt_id, f"sale-{attempt_id}", "SVC1", 1700, "KRW", state, at)
