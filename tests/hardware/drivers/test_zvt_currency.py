"""Currencies by the numbers of ISO 4217."""

import pytest

from hardware.drivers.zvt_currency import currency_name, currency_number
from hardware.errors import DeviceMisused


@pytest.mark.parametrize(("name", "number"), [("EUR", 978), ("KRW", 410), ("JPY", 392), ("AUD", 36)])
def test_names_and_numbers(name: str, number: int) -> None:
    assert currency_number(name) == number
    assert currency_name(number) == name


def test_what_is_not_in_the_table() -> None:
    with pytest.raises(DeviceMisused, match="'XXX'"):
        currency_number("XXX")
    assert currency_name(7) == "007"
