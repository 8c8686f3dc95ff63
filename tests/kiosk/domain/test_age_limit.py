"""From which day one may buy, by the year and by the birthday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.age_limit import AgeLimit, AgeRule, of_item, strictest_limit

YEAR, BIRTHDAY = AgeRule.CALENDAR_YEAR, AgeRule.BIRTHDAY


@pytest.mark.parametrize(
    ("years", "rule", "today", "latest"),
    [
        (19, YEAR, date(2026, 1, 1), date(2007, 12, 31)),
        (19, YEAR, date(2026, 12, 31), date(2007, 12, 31)),
        (19, YEAR, date(2027, 1, 1), date(2008, 12, 31)),
        (19, BIRTHDAY, date(2026, 12, 31), date(2007, 12, 31)),
        (19, BIRTHDAY, date(2026, 1, 1), date(2007, 1, 1)),
        (18, BIRTHDAY, date(2026, 11, 21), date(2008, 11, 21)),
        (18, BIRTHDAY, date(2028, 2, 29), date(2010, 2, 28)),  # 29 February today, none in the year of birth
        (20, BIRTHDAY, date(2028, 2, 29), date(2008, 2, 29)),
        (18, BIRTHDAY, date(2026, 2, 28), date(2008, 2, 28)),  # born on 29 February 2008: not before 1 March
        (18, BIRTHDAY, date(2026, 3, 1), date(2008, 3, 1)),
        (21, YEAR, date(2028, 2, 29), date(2007, 12, 31)),
    ],
)
def test_the_latest_date_of_birth(years: int, rule: AgeRule, today: date, latest: date) -> None:
    assert AgeLimit(years, rule).born_before(today) == latest


@given(st.dates(date(1920, 1, 1), date(2060, 1, 1)), st.integers(1, 40))
def test_by_birthday_nobody_is_younger_and_the_oldest_refused_is_one_day_short(today: date, years: int) -> None:
    latest = AgeLimit(years, BIRTHDAY).born_before(today)

    def age(born: date) -> int:
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    assert age(latest) >= years
    assert age(date.fromordinal(latest.toordinal() + 1)) < years


@given(st.dates(date(1920, 1, 1), date(2060, 1, 1)), st.integers(1, 40))
def test_by_the_year_all_who_were_born_in_one_year_wait_for_the_same_new_year(today: date, years: int) -> None:
    limit = AgeLimit(years, YEAR)
    assert limit.born_before(today) == limit.born_before(today.replace(month=1, day=1))
    assert limit.born_before(today) == date(today.year - years, 12, 31)
    assert limit.born_before(today) >= AgeLimit(years, BIRTHDAY).born_before(today)


def test_an_item_says_its_age_by_the_rule_of_its_country() -> None:
    assert of_item(19) == AgeLimit(19, YEAR)
    assert of_item(18) == AgeLimit(18, BIRTHDAY)


def test_the_strictest_limit_asks_for_the_earliest_birth() -> None:
    today = date(2026, 6, 1)
    assert strictest_limit([of_item(0)], today) is None
    assert strictest_limit([of_item(0), AgeLimit(19, YEAR), AgeLimit(19, BIRTHDAY)], today) == AgeLimit(19, BIRTHDAY)
    assert strictest_limit([AgeLimit(19, YEAR), AgeLimit(21, YEAR)], today) == AgeLimit(21, YEAR)
