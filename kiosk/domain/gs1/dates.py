"""Dates and times inside codes: what is a date, and which century two digits of a year mean."""

from calendar import monthrange
from datetime import date, time

from kiosk.domain.gs1.character_sets import only_digits


def date_fault(value: str, *, year_digits: int = 2, day_may_be_00: bool = False) -> str:
    """What is wrong with YYMMDD (or YYYYMMDD); "" when it is a date.

    Day 00 stands for the whole month where the identifier allows it (GS1 General Specifications 3.4).
    """
    if len(value) != year_digits + 4:
        return f"a date has {year_digits + 4} digits, {'YY' * (year_digits // 2)}MMDD"
    if not only_digits(value):
        return "a date is digits only"
    month, day = int(value[-4:-2]), int(value[-2:])
    if not 1 <= month <= 12:
        return "the month is 01 to 12"
    year = int(value[:-4])
    # Two digits: every fourth year is a leap year, since 2000 is one and 1900 and 2100 are out of reach.
    last = monthrange(year if year_digits == 4 and year else 2000 + year % 100, month)[1]
    if not (0 if day_may_be_00 else 1) <= day <= last:
        return f"the day is {'00 or ' if day_may_be_00 else ''}01 to {last} in this month"
    return ""


def full_year(two_digits: int, today: date) -> int:
    """The year that two digits mean: at most 49 years ahead and 50 back (GS1 General Specifications 7.12)."""
    century = today.year - today.year % 100
    apart = two_digits - today.year % 100
    if apart >= 51:
        return century - 100 + two_digits
    if apart <= -50:
        return century + 100 + two_digits
    return century + two_digits


def resolve_date(yymmdd: str, today: date) -> date:
    """The date of six digits that `date_fault` found right; day 00 is the last day of the month.

    Raises `ValueError` where the century makes 29 February impossible.
    """
    year, month, day = full_year(int(yymmdd[:2]), today), int(yymmdd[2:4]), int(yymmdd[4:6])
    return date(year, month, day or monthrange(year, month)[1])


def clock_fault(value: str, parts: str) -> str:
    """What is wrong with a time; `parts` names its pairs of digits, "hm" for HHMM; "" when it is one."""
    if len(value) != 2 * len(parts):
        return f"a time has {2 * len(parts)} digits here"
    if not only_digits(value):
        return "a time is digits only"
    for place, part in enumerate(parts):
        most, name = (23, "hour") if part == "h" else (59, "minute" if part == "m" else "second")
        if int(value[2 * place : 2 * place + 2]) > most:
            return f"the {name} is 00 to {most}"
    return ""


def resolve_time(hhmm: str) -> time:
    """The time of day of four digits that `clock_fault` found right."""
    return time.fromisoformat(f"{hhmm[:2]}:{hhmm[2:4]}")
