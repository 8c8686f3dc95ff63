"""The settings of a ZVT terminal: what is wrong is named, and what follows from them."""

from typing import Any

import pytest

from hardware.drivers.options import DriverOptions
from hardware.drivers.zvt_dialogue import Pace
from hardware.drivers.zvt_settings import ZvtSettings, zvt_settings
from hardware.errors import DeviceMisused


def test_what_is_left_out_has_a_usual_value() -> None:
    settings = zvt_settings(DriverOptions("zvt", {"password": "000000"}))

    assert (settings.currency_number, settings.config_byte, settings.columns) == (978, 0xBE, 48)
    assert settings.pace == Pace(5.0, 180.0, 900.0)
    assert not settings.synchronise


def test_a_register_that_does_not_print_takes_no_receipts() -> None:
    assert ZvtSettings("000000", prints=False).config_byte == 0x38


def test_the_password_is_in_no_text() -> None:
    assert "123456" not in repr(ZvtSettings("123456"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"password": "12345"}, "six digits"),
        ({"password": "１２３４５６"}, "six digits"),
        ({"currency": "euro"}, "number of the currency"),
        ({"terminal_id": "2900123"}, "eight digits"),
        ({"columns": 8}, "16 to 99"),
        ({"pace": Pace(answer=0.0)}, "greater than 0"),
        ({"pace": Pace(breath=-1.0)}, "greater than 0"),
        ({"keep_within": 0.0}, "greater than 0"),
    ],
)
def test_wrong_values_are_named(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(DeviceMisused, match=words):
        ZvtSettings(**({"password": "000000"} | changes))
