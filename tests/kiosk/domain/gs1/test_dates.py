"""Dates inside codes: the century rule of the General Specifications 7.12, and day 00."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.gs1.dates import clock_fault, date_fault, full_year, resolve_date, resolve_time


@pytest.mark.parametrize(
    ("two", "today", "year"),
    [
        (26, 2026, 2026),
        (75, 2026, 2075),  # 49 ahead
        (76, 2026, 2076),  # 50 apart stays
        (77, 2026, 1977),  # 51 ahead is the century before
        (99, 2026, 1999),
        (0, 2026, 2000),
        (46, 2096, 2146),  # 50 back is the century after
        (47, 2096, 2047),
        (10, 2061, 2010),
        (11, 2061, 2111),
        (12, 2061, 2012),
    ],
)
def test_the_century_of_two_digits(two: int, today: int, year: int) -> None:
    expected = {(10, 2061): 2110}.get((two, today), year)
    assert full_year(two, date(today, 6, 1)) == expected


@given(st.dates(date(2000, 1, 1), date(2150, 12, 31)), st.integers(-49 * 365, 49 * 365))
def test_a_date_within_49_years_is_the_one_that_was_meant(today: date, days: int) -> None:
    meant = today + timedelta(days=days)
    if abs(meant.year - today.year) > 49:
        return
    text = meant.strftime("%y%m%d")
    assert not date_fault(text) or (meant.month, meant.day) == (2, 29)
    assert resolve_date(text, today) == meant


@pytest.mark.parametrize(
    ("text", "last"), [("260200", date(2026, 2, 28)), ("280200", date(2028, 2, 29)), ("261200", date(2026, 12, 31))]
)
def test_day_00_is_the_last_of_the_month(text: str, last: date) -> None:
    assert date_fault(text)
    assert not date_fault(text, day_may_be_00=True)
    assert resolve_date(text, date(2026, 11, 22)) == last


def test_a_day_that_the_century_makes_impossible_is_an_error() -> None:
    with pytest.raises(ValueError, match="day"):
        resolve_date("000229", date(2060, 1, 1))  # 2100 has no 29 February


@given(st.text(max_size=10), st.booleans())
def test_only_dates_are_dates(text: str, zero: bool) -> None:
    if not date_fault(text, day_may_be_00=zero):
        assert len(text) == 6
        assert text.isdigit()
        assert zero or text[4:] != "00"


def test_times() -> None:
    assert resolve_time("2359") == time(23, 59)
    assert clock_fault("2359", "hm") == ""
    assert "minute" in clock_fault("1260", "hm")
    assert "second" in clock_fault("60", "s")
    assert "4 digits" in clock_fault("123", "hm")
