"""Counts come down in commit order; a movement that commits late is never skipped (decision 9, I-6)."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from sync.agent.pull_stock import pull_stock
from sync.central.app import Central
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.stock.movements import Movement, move, publish_movements, stock_after
from sync.wire.stock import StockChange
from tests.fakes.enrolled_station import EnrolledStation

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def movement(number: int, quantity: int = 1, sku: str = "") -> Movement:
    return Movement("SS01", sku or f"B{number}", "received", f"delivery-{number}", quantity, NOW)


class FakeStockSink:
    def __init__(self) -> None:
        self.position = 0
        self.counts: dict[tuple[str, str], int] = {}

    def stock_position(self) -> int:
        return self.position

    def take_stock(self, changes: Sequence[StockChange], position: int) -> None:
        self.counts |= {(change.shop, change.sku): change.on_hand for change in changes}
        self.position = position


def test_a_movement_that_commits_late_is_not_skipped(central: Central) -> None:
    with Session(central.engine) as late:
        move(late, [movement(1)])
        with transaction(central.engine) as session:
            move(session, [movement(2)])
        publish_movements(central.engine)
        with transaction(central.engine) as session:
            first = stock_after(session, 0)
        late.commit()
    publish_movements(central.engine)
    with transaction(central.engine) as session:
        second = stock_after(session, first.position)
    assert [change.sku for change in first.changes] == ["B2"]
    assert [change.sku for change in second.changes] == ["B1"]
    assert second.position > first.position


def test_a_movement_counts_once_however_often_it_comes(central: Central) -> None:
    for _ in range(3):
        with transaction(central.engine) as session:
            move(session, [movement(1, 5)])
        publish_movements(central.engine)
    with transaction(central.engine) as session:
        (change,) = stock_after(session, 0).changes
        assert change.on_hand == 5
        assert check_books(session) == []


def test_a_count_that_was_overwritten_by_hand_is_named(central: Central) -> None:
    with transaction(central.engine) as session:
        move(session, [movement(1, 5)])
    publish_movements(central.engine)
    with transaction(central.engine) as session:
        session.connection().exec_driver_sql("UPDATE stock_level SET on_hand = 7")
        (difference,) = check_books(session)
    assert (difference.invariant, difference.what) == ("I-6", "B1: 7 on hand, movements make 5")


def test_changes_come_in_pages_until_none_is_left(central: Central, station: EnrolledStation) -> None:
    with transaction(central.engine) as session:
        move(session, [movement(n, n) for n in range(1, 2502)])
    publish_movements(central.engine)
    sink = FakeStockSink()
    assert pull_stock(sink, station.client) == 2501
    assert len(sink.counts) == 2501
    assert sink.counts["SS01", "B77"] == 77
    assert pull_stock(sink, station.client) == 0
    with transaction(central.engine) as session:
        move(session, [movement(9999, -3, "B77")])
    publish_movements(central.engine)
    assert pull_stock(sink, station.client) == 1
    assert sink.counts["SS01", "B77"] == 74
