"""Until when a pack may be sold: to the end of its day, or to the minute that its code names."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.lot import UNNAMED, Lot

SEOUL = timezone(timedelta(hours=9))
DAY = date(2026, 11, 21)


def at(hour: int, minute: int = 0, second: int = 0, days: int = 0) -> datetime:
    return datetime(2026, 11, 21, hour, minute, second, tzinfo=SEOUL) + timedelta(days=days)


@pytest.mark.parametrize(
    ("lot", "now", "over"),
    [
        (Lot(DAY), at(23, 59, 59), False),
        (Lot(DAY), at(0, days=1), True),
        (Lot(DAY, time(18, 0)), at(17, 59, 59), False),
        (Lot(DAY, time(18, 0)), at(18), True),
        (Lot(DAY, time(0, 0)), at(0), True),
        (Lot(DAY, time(18, 0)), at(9, days=1), True),
        (Lot(sell_by=DAY), at(23, 59), False),
        (Lot(sell_by=DAY), at(0, days=1), True),
        (Lot(DAY + timedelta(days=9), sell_by=DAY), at(0, days=1), True),
        (Lot(best_before=DAY - timedelta(days=400)), at(12), False),
        (Lot(batch="A1"), at(12), False),
        (UNNAMED, at(12), False),
    ],
)
def test_when_a_pack_may_no_longer_be_sold(lot: Lot, now: datetime, over: bool) -> None:
    assert lot.expired(now) is over


def test_the_day_is_the_shops_own_and_not_greenwichs() -> None:
    """A quarter to midnight in Seoul is still the afternoon in Greenwich."""
    assert not Lot(DAY).expired(at(23, 45))
    assert Lot(DAY).expired(at(0, 15, days=1))
    assert at(0, 15, days=1).astimezone(UTC).date() == DAY


def test_quality_ends_after_its_day() -> None:
    assert not Lot(best_before=DAY).past_its_best(at(23, 59))
    assert Lot(best_before=DAY).past_its_best(at(0, days=1))
    assert not UNNAMED.past_its_best(at(12))


def test_a_lot_is_named_by_anything_and_dated_by_a_date_that_ends_its_sale() -> None:
    assert not UNNAMED.named
    assert Lot(batch="7").named
    assert not Lot(best_before=DAY, batch="7").dated
    assert Lot(DAY).dated
    assert Lot(sell_by=DAY).dated


@given(
    st.dates(date(2020, 1, 1), date(2050, 12, 31)),
    st.times() | st.none(),
    st.timedeltas(timedelta(days=-400), timedelta(days=400)),
    st.timedeltas(timedelta(0), timedelta(days=800)),
)
def test_what_has_expired_stays_expired(day: date, until: time | None, since: timedelta, later: timedelta) -> None:
    lot = Lot(day, until)
    now = datetime.combine(day, time(12), SEOUL) + since
    if lot.expired(now):
        assert lot.expired(now + later)
    if until is not None and lot.expired(now):
        assert Lot(day, time(0, 0)).expired(now), "an earlier time expires no later"
