"""At which hours something may be sold."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY = 24 * 60
EVERY_DAY = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True)
class SaleHours:
    """A stretch of the shop's local day, in minutes after midnight: `starts` is inside, `ends` is not.

    One that ends before it starts goes on past midnight and belongs to the weekday on which it starts; `ends` is
    1440 at midnight. `weekdays` are 1 (Monday) to 7.
    """

    starts: int
    ends: int
    weekdays: frozenset[int] = EVERY_DAY

    def open_at(self, at: datetime) -> bool:
        """Whether it may be sold at `at`; the clock on the wall counts, in the hour that summer time repeats too."""
        minute = at.hour * 60 + at.minute
        today = at.isoweekday() in self.weekdays
        if self.starts < self.ends:
            return today and self.starts <= minute < self.ends
        yesterday = (at.isoweekday() - 2) % 7 + 1 in self.weekdays
        return (today and minute >= self.starts) or (yesterday and minute < self.ends)

    def next_start(self, after: datetime) -> datetime:
        """When the next stretch begins, later than `after`: the time on the wall clock, without time zone."""
        wall = after.replace(tzinfo=None)
        for days in range(8):
            begins = _at(wall.date() + timedelta(days=days), self.starts)
            if begins > wall and begins.isoweekday() in self.weekdays:
                return begins
        return _at(wall.date() + timedelta(days=8), self.starts)


def open_now(hours: tuple[SaleHours, ...], at: datetime) -> bool:
    """Whether one of the stretches holds `at`; none at all is always."""
    return not hours or any(one.open_at(at) for one in hours)


def opens_next(hours: tuple[SaleHours, ...], at: datetime) -> datetime | None:
    """When it may be sold again, on the wall clock; None when it may be sold now."""
    return None if open_now(hours, at) else min(one.next_start(at) for one in hours)


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time.min) + timedelta(minutes=minute)
