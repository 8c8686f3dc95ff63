"""Tax inside the price, exact and per rate."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.priced_cart import TaxAmount
from kiosk.domain.tax import TaxError, rate_parts, tax_inside, taxes_inside


@pytest.mark.parametrize(
    ("gross", "rate", "tax"), [(11_000, "10", 1000), (10_000, "10", 909), (5, "10", 0), (6, "10", 1), (999, "0", 0)]
)
def test_korean_vat_of_whole_won(gross: int, rate: str, tax: int) -> None:
    assert tax_inside(gross, rate) == tax


@given(st.integers(0, 10**12), st.sampled_from(["0", "5", "7.5", "10", "19", "25.25"]))
def test_it_is_the_nearest_whole_unit_of_the_exact_tax(gross: int, rate: str) -> None:
    exact = Fraction(gross) * Fraction(rate) / (100 + Fraction(rate))
    tax = tax_inside(gross, rate)
    assert -Fraction(1, 2) <= exact - tax < Fraction(1, 2)


def test_kinds_of_one_rate_are_taxed_as_one_sum_and_zero_rates_stay_apart() -> None:
    sums = {"a": 5, "exempt": 100, "b": 6, "zero": 200}
    rates = {"a": "10", "b": "10", "exempt": "0", "zero": "0"}
    assert taxes_inside(sums, rates) == (
        TaxAmount("a", "10", 10, 1),
        TaxAmount("exempt", "0", 100, 0),
        TaxAmount("zero", "0", 200, 0),
    )
    assert taxes_inside({"a": 5}, {}) == (TaxAmount("a", "0", 5, 0),)
    with pytest.raises(TaxError, match="'c'; known: a, b, exempt, zero"):
        taxes_inside({"c": 1}, rates)


@pytest.mark.parametrize("rate", ["", "-1", "10%", "1.", ".5", "1e3", "１０", "1.2.3", "9" * 20])
def test_a_rate_that_is_no_percentage_is_refused(rate: str) -> None:
    with pytest.raises(TaxError, match="percentage"):
        rate_parts(rate)
