"""Paying in coins where the smallest ones are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cash_rounding import NO_CASH_ROUNDING, CashRounding, CashRule

SWISS = CashRounding(5)


@pytest.mark.parametrize(
    ("amount", "paid"), [(0, 0), (1692, 1690), (1693, 1695), (1695, 1695), (1697, 1695), (1698, 1700)]
)
def test_swiss_cash_is_paid_in_steps_of_five(amount: int, paid: int) -> None:
    assert SWISS.rounded(amount) == paid


@pytest.mark.parametrize(("rule", "paid"), [(CashRule.NEAREST, 110), (CashRule.DOWN, 100), (CashRule.UP, 110)])
def test_the_half_of_a_step_goes_up_unless_all_goes_down(rule: CashRule, paid: int) -> None:
    assert CashRounding(10, rule).rounded(105) == paid


def test_only_cash_is_rounded() -> None:
    assert SWISS.difference(1698, "cash") == 2
    assert SWISS.difference(1697, "cash") == -2
    assert [SWISS.difference(1697, tender) for tender in ("card", "points", "gift_voucher", "")] == [0] * 4
    assert NO_CASH_ROUNDING.difference(1697, "cash") == 0


@given(st.integers(0, 10**12), st.integers(1, 1000), st.sampled_from(CashRule))
def test_what_is_paid_is_the_coin_beside_the_amount(amount: int, step: int, rule: CashRule) -> None:
    paid = CashRounding(step, rule).rounded(amount)
    assert paid % step == 0
    assert abs(paid - amount) < step
    if rule is CashRule.NEAREST:
        assert 2 * abs(paid - amount) <= step
    if rule is CashRule.DOWN:
        assert 0 <= paid <= amount


def test_faults_are_named() -> None:
    with pytest.raises(ValueError, match="steps of 0"):
        CashRounding(0)
    with pytest.raises(ValueError, match="below zero: -1"):
        SWISS.rounded(-1)
