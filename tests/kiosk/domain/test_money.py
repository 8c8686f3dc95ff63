"""Money: whole minor units that never mix."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import CurrencyMismatch, Money, amount_text, round_half_up


def test_amounts_of_one_currency_add_and_compare() -> None:
    assert Money(1500) + Money(500) == Money(2000, "KRW")
    assert Money(1500) - Money(2000) == Money(-500)
    assert Money(1) < Money(2)


def test_currencies_do_not_mix_and_must_be_known() -> None:
    for mix in (
        lambda: Money(1) + Money(1, "USD"),
        lambda: Money(1) - Money(1, "USD"),
        lambda: Money(1) < Money(1, "USD"),
    ):
        with pytest.raises(CurrencyMismatch, match="KRW and USD"):
            mix()
    with pytest.raises(ValueError, match="unknown currency 'XXX'"):
        Money(1, "XXX")


@given(st.integers(0, 10**15), st.integers(1, 10**6))
def test_half_is_rounded_up(numerator: int, denominator: int) -> None:
    rounded = round_half_up(numerator, denominator)
    assert -Fraction(1, 2) <= Fraction(numerator, denominator) - rounded < Fraction(1, 2)


@pytest.mark.parametrize(("numerator", "denominator"), [(-1, 2), (1, 0), (1, -2)])
def test_rounding_is_defined_for_amounts_of_zero_or_more(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        round_half_up(numerator, denominator)


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (0, "KRW", "0"),
        (1234567, "KRW", "1,234,567"),
        (-50, "KRW", "-50"),
        (123456, "USD", "1,234.56"),
        (-5, "KWD", "-0.005"),
    ],
)
def test_amounts_in_digits(minor: int, currency: str, text: str) -> None:
    assert amount_text(minor, currency) == text
