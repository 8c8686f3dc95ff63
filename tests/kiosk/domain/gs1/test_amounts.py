"""Decimal points, weights and amounts."""

from decimal import Decimal

import pytest

from kiosk.domain.gs1.amounts import currency_of, decimal_of, decimal_text, grams_of, has_decimals, minor_units
from kiosk.domain.gs1.element_string import Element, element
from tests.fakes.gs1_table import gs1_table


def one(ai: str, value: str) -> Element:
    return element(gs1_table().identifiers[ai], value)


@pytest.mark.parametrize(
    ("ai", "value", "text", "grams"),
    [
        ("3100", "000012", "12", 12000),
        ("3103", "001250", "1.250", 1250),
        ("3105", "000125", "0.00125", 1),
        ("3104", "000005", "0.0005", 1),  # half a gram is rounded up
        ("3202", "000100", "1.00", 454),
    ],
)
def test_weights_in_grams(ai: str, value: str, text: str, grams: int) -> None:
    assert has_decimals(ai)
    assert decimal_text(one(ai, value)) == text
    assert grams_of(one(ai, value)) == grams


def test_amounts_with_currency() -> None:
    price = one("3930", "41012900")
    assert (decimal_of(price), currency_of(price)) == (Decimal(12900), "KRW")
    assert currency_of(one("3922", "1290")) == ""
    assert not has_decimals("3003")
    assert not has_decimals("01")
    assert decimal_text(one("3940", "0015")) == "15"


@pytest.mark.parametrize(
    ("amount", "decimals", "minor"),
    [("12900.00", 0, 12900), ("12900.50", 0, None), ("12.9", 2, 1290), ("0", 0, 0), ("1.001", 2, None)],
)
def test_minor_units_are_exact_or_none(amount: str, decimals: int, minor: int | None) -> None:
    assert minor_units(Decimal(amount), decimals) == minor
