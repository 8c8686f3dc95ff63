"""Amounts cross the wire without losing or gaining a won or a cent."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.nexo_amount import decimals_of, to_decimal, to_minor_units
from hardware.codecs.nexo_json import read_json_object, write_json
from hardware.errors import DeviceGarbled, DeviceMisused
from kiosk.domain.money import DECIMALS

_CURRENCIES = st.sampled_from(["KRW", "JPY", "EUR", "USD", "KWD"])


@given(st.integers(min_value=1, max_value=99_999_999), _CURRENCIES)
def test_every_amount_survives_the_wire(minor_units: int, currency: str) -> None:
    sent = write_json({"amount": to_decimal(minor_units, currency)})

    assert to_minor_units(read_json_object(sent)["amount"], currency) == minor_units


@pytest.mark.parametrize(
    ("minor_units", "currency", "wire"),
    [
        (1234, "EUR", "12.34"),
        (1250, "EUR", "12.5"),
        (500, "EUR", "5"),
        (12800, "KRW", "12800"),
        (10, "EUR", "0.1"),
        (1, "EUR", "0.01"),
        (1099, "EUR", "10.99"),
        (1234, "KWD", "1.234"),
    ],
)
def test_amounts_look_as_the_terminals_write_them(minor_units: int, currency: str, wire: str) -> None:
    assert json.loads(write_json({"a": to_decimal(minor_units, currency)}))["a"] == json.loads(wire)
    assert to_minor_units(Decimal(wire), currency) == minor_units


@pytest.mark.parametrize("minor_units", [0, -1, 100_000_000])
def test_amounts_that_no_terminal_takes_are_refused(minor_units: int) -> None:
    with pytest.raises(DeviceMisused):
        to_decimal(minor_units, "KRW")


def test_every_currency_of_the_till_can_be_asked_for() -> None:
    assert {currency: decimals_of(currency) for currency in DECIMALS} == DECIMALS


@pytest.mark.parametrize("currency", ["XXX", "", "krw", "CVE"])
def test_a_currency_without_known_decimals_is_never_guessed(currency: str) -> None:
    with pytest.raises(DeviceMisused, match="decimals"):
        decimals_of(currency)


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        (Decimal("12800.5"), "KRW"),
        (Decimal("12.345"), "EUR"),
        (Decimal("12.34000000000000000000000000000000000001"), "EUR"),
        (Decimal("-1"), "KRW"),
        (-1, "KRW"),
        (True, "KRW"),
        ("12800", "KRW"),
        (None, "KRW"),
        (12800.0, "KRW"),
        (100_000_000, "KRW"),
        (5, "XXX"),
    ],
)
def test_an_inexact_or_impossible_amount_is_refused_not_rounded(amount: object, currency: str) -> None:
    with pytest.raises(DeviceGarbled):
        to_minor_units(amount, currency)


def test_trailing_zeros_are_the_same_amount() -> None:
    assert to_minor_units(Decimal("12800.000"), "KRW") == 12800
    assert to_minor_units(Decimal("1.28E+4"), "KRW") == 12800
