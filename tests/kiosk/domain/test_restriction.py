"""Who may buy what, and how it may be received."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.restriction import (
    allowed_fulfilments,
    born_before,
    is_blocked,
    lines_to_check,
    strictest,
)

SOJU = CatalogueItem("soju", "", LocalText("소주"), 1800, age_limit=19, shipping=True, pickup=True)


@pytest.mark.parametrize(
    ("limit", "today", "latest"),
    [
        (19, date(2026, 1, 1), date(2007, 12, 31)),
        (19, date(2026, 12, 31), date(2007, 12, 31)),
        (19, date(2027, 1, 1), date(2008, 12, 31)),
        (18, date(2026, 11, 21), date(2008, 11, 21)),
        (18, date(2028, 2, 29), date(2010, 2, 28)),
    ],
)
def test_the_latest_date_of_birth(limit: int, today: date, latest: date) -> None:
    assert born_before(limit, today) == latest


@given(st.dates(date(1920, 1, 1), date(2060, 1, 1)), st.integers(12, 25))
def test_nobody_under_the_age_buys_unless_the_year_counts(today: date, limit: int) -> None:
    latest = born_before(limit, today)
    age = today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))
    assert age >= limit - (limit == 19)
    assert today.year - latest.year == limit


def test_rows_are_checked_until_somebody_approved_them() -> None:
    rows = [LineItem("1", SOJU), LineItem("2", replace(SOJU, age_limit=0)), LineItem("3", SOJU, approved_by="p1")]
    assert [line.line_id for line in lines_to_check(rows)] == ["1"]
    older = LineItem("4", replace(SOJU, age_limit=20))
    assert strictest([*rows, older]) is older
    assert strictest([]) is None


def test_age_limited_goods_are_only_carried_out_and_blocked_ones_not_at_all() -> None:
    assert allowed_fulfilments(SOJU) == {FulfilmentKind.CARRY_OUT}
    assert allowed_fulfilments(replace(SOJU, age_limit=0)) == set(FulfilmentKind)
    assert allowed_fulfilments(replace(SOJU, age_limit=0, in_store=False, pickup=False)) == {FulfilmentKind.SHIP}
    recalled = replace(SOJU, blocked="recall 2026-11")
    assert is_blocked(recalled)
    assert not is_blocked(SOJU)
    assert allowed_fulfilments(recalled) == frozenset()
