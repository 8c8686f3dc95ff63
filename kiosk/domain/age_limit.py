"""From which day a person may buy what has an age limit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

YOUTH_LIMIT = 19


class AgeRule(StrEnum):
    """How years are counted: from 1 January of the year in which one turns that old, or from the birthday."""

    CALENDAR_YEAR = "calendar_year"
    BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """An age in years, and how it is counted; 0 years is no limit."""

    years: int
    rule: AgeRule = AgeRule.BIRTHDAY

    def born_before(self, today: date) -> date:
        """The latest date of birth of a person who is old enough today."""
        year = today.year - self.years
        if self.rule is AgeRule.CALENDAR_YEAR:
            return date(year, 12, 31)
        try:
            return today.replace(year=year)
        except ValueError:  # 29 February of a year that has none: who was born the day after is not old enough
            return date(year, 2, 28)


def of_item(years: int) -> AgeLimit:
    """The age limit that stands on an item itself, by the rule of its country.

    For 19 the year counts, not the birthday: one may buy from 1 January of the year in which one turns 19
    (Korea, Youth Protection Act, article 2 number 1). Any other limit ends on the birthday itself.
    """
    return AgeLimit(years, AgeRule.CALENDAR_YEAR if years == YOUTH_LIMIT else AgeRule.BIRTHDAY)


def strictest_limit(limits: Iterable[AgeLimit], today: date) -> AgeLimit | None:
    """The limit that asks for the earliest date of birth today, or None when there is none."""
    asked = [limit for limit in limits if limit.years > 0]
    return min(asked, key=lambda limit: (limit.born_before(today), -limit.years), default=None)
