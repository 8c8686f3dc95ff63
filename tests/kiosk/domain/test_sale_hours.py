"""Hours of sale: past midnight, by weekday, and when the clocks change."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.sale_hours import DAY, EVERY_DAY, SaleHours, open_now, opens_next

SEOUL = timezone(timedelta(hours=9))
MORNING = SaleHours(6 * 60, DAY)
NIGHT = SaleHours(22 * 60, 2 * 60, frozenset({5}))  # Friday night


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("hours", "moment", "is_open"),
    [
        (MORNING, "2026-11-21 06:00:00", True),
        (MORNING, "2026-11-21 05:59:59", False),
        (MORNING, "2026-11-21 23:59:59", True),
        (MORNING, "2026-11-22 00:00:00", False),
        (NIGHT, "2026-11-20 21:59:59", False),
        (NIGHT, "2026-11-20 22:00:00", True),
        (NIGHT, "2026-11-21 01:59:59", True),  # Saturday, still Friday's night
        (NIGHT, "2026-11-21 02:00:00", False),
        (NIGHT, "2026-11-21 22:00:00", False),
        (NIGHT, "2026-11-20 01:00:00", False),  # Friday early is Thursday's night
        (SaleHours(0, DAY, frozenset({7})), "2026-11-22 00:00:00", True),
    ],
)
def test_open(hours: SaleHours, moment: str, is_open: bool) -> None:
    assert hours.open_at(at(moment)) is is_open


@pytest.mark.parametrize(
    ("hours", "moment", "opens"),
    [
        (MORNING, "2026-11-22 00:00:00", "2026-11-22 06:00"),
        (MORNING, "2026-12-31 05:00:00", "2026-12-31 06:00"),
        (NIGHT, "2026-11-21 02:00:00", "2026-11-27 22:00"),
        (SaleHours(0, 60), "2026-12-31 01:00:00", "2027-01-01 00:00"),
        (SaleHours(600, 660, frozenset({6})), "2026-11-21 11:00:00", "2026-11-28 10:00"),
    ],
)
def test_opens_next(hours: SaleHours, moment: str, opens: str) -> None:
    assert opens_next((hours,), at(moment)) == datetime.fromisoformat(opens)


def test_the_clock_on_the_wall_counts_when_clocks_change() -> None:
    """New York: 02:00 to 03:00 is missing on 8 March 2026, 01:00 to 02:00 comes twice on 1 November."""
    york = ZoneInfo("America/New_York")
    late = SaleHours(8 * 60, 2 * 60)
    first = datetime(2026, 11, 1, 1, 30, tzinfo=york)
    again = first.replace(fold=1)
    assert first.utcoffset() != again.utcoffset()
    assert late.open_at(first)
    assert late.open_at(again)
    assert not late.open_at(datetime(2026, 11, 1, 2, 0, tzinfo=york))
    spring = datetime(2026, 3, 8, 3, 0, tzinfo=york)
    assert not late.open_at(spring)
    assert opens_next((late,), spring) == datetime(2026, 3, 8, 8, 0)  # noqa: DTZ001  # the wall clock


def test_no_hours_are_all_hours_and_the_soonest_of_several_counts() -> None:
    assert open_now((), at("2026-11-21 03:00"))
    two = (MORNING, SaleHours(5 * 60, 5 * 60 + 30))
    assert opens_next(two, at("2026-11-21 04:00")) == datetime(2026, 11, 21, 5, 0)  # noqa: DTZ001
    assert opens_next(two, at("2026-11-21 05:10")) is None


@given(
    st.integers(0, DAY - 1),
    st.integers(1, DAY),
    st.frozensets(st.integers(1, 7), min_size=1),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
)
def test_what_is_closed_is_open_when_it_was_said(
    starts: int, ends: int, days: frozenset[int], moment: datetime
) -> None:
    if starts == ends:
        return
    hours, now = (SaleHours(starts, ends, days),), moment.replace(tzinfo=SEOUL)
    opens = opens_next(hours, now)
    if opens is None:
        assert open_now(hours, now)
        return
    assert opens > moment
    assert opens - moment <= timedelta(days=7)
    assert open_now(hours, opens.replace(tzinfo=SEOUL))
    a_minute_before = opens - timedelta(minutes=1)
    if a_minute_before > moment and starts < ends:
        assert not open_now(hours, a_minute_before.replace(tzinfo=SEOUL))


def test_every_day_is_seven() -> None:
    assert len(EVERY_DAY) == 7
