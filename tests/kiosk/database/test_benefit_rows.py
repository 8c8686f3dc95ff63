"""Coupons that were used up and promotions that were applied, as the station remembers them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kiosk.database.engine import StationDatabase
from kiosk.database.unit_of_work import StationUnitOfWork
from kiosk.domain.pricing_context import Used
from tests.fakes.station import START, open_test_station

TODAY, YESTERDAY = date(2026, 11, 21), date(2026, 11, 20)


@contextmanager
def unit_of(database: StationDatabase) -> Iterator[StationUnitOfWork]:
    with database.connect(writing=True) as connection, connection.begin():
        yield StationUnitOfWork(connection, "S1", lambda: START)


def test_a_coupon_of_single_use_is_used_up_by_the_first_sale(tmp_path: Path) -> None:
    database = open_test_station(tmp_path)
    with unit_of(database) as unit:
        assert unit.coupon_sale("C1", "A") is None
        assert unit.use_coupon("C1", "A", "sale-1", START)
        assert not unit.use_coupon("C1", "A", "sale-2", START)
        assert unit.use_coupon("C2", "A", "sale-2", START)
    with unit_of(database) as unit:
        assert unit.coupon_sale("C1", "A") == "sale-1"
    database.close()


def test_uses_are_counted_for_the_member_ever_and_for_everybody_today(tmp_path: Path) -> None:
    database = open_test_station(tmp_path)
    with unit_of(database) as unit:
        unit.note_uses("s1", "m1", YESTERDAY, {"P1": 2})
        unit.note_uses("s2", "m1", TODAY, {"P1": 1, "P2": 1})
        unit.note_uses("s3", "", TODAY, {"P1": 4})
        unit.note_uses("s4", "", TODAY, {})
        assert unit.promotion_uses("m1", TODAY) == {"P1": Used(3, 5), "P2": Used(1, 1)}
        assert unit.promotion_uses("", TODAY) == {"P1": Used(0, 5), "P2": Used(0, 1)}
        assert unit.promotion_uses("m2", date(2026, 11, 22)) == {}
    database.close()
