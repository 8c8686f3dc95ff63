"""The settings of a Toss Front terminal."""

from typing import Any

import pytest

from hardware.codecs.front_message import Patience
from hardware.drivers.front_settings import FrontSettings
from hardware.errors import DeviceMisused

KEY = "AB12 " * 16


def test_what_was_typed_is_put_in_order() -> None:
    settings = FrontSettings(" ws://192.168.0.60:9000 ", KEY, payment_timeout=45.5)

    assert (settings.address, settings.pairing_key) == ("ws://192.168.0.60:9000/", "ab12" * 16)
    assert settings.patience() == Patience(45_500, 75_500)
    assert "ab12" not in repr(settings)


@pytest.mark.parametrize(
    ("locale", "language", "used"),
    [("auto", "ko", "ko"), ("auto", "ko-KR", "ko"), ("auto", "ja", "en"), ("en", "ko", "en"), ("ko", "en", "ko")],
)
def test_the_terminal_speaks_two_languages(locale: str, language: str, used: str) -> None:
    assert FrontSettings("ws://front:9000/", KEY, locale=locale).locale_for(language) == used


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": "front:9000"},
        {"pairing_key": "ab12"},
        {"locale": "ja"},
        {"connect_timeout": 0},
        {"answer_timeout": -1},
        {"ping_every": 0},
        {"grace": 0},
        {"payment_timeout": 0.5},
        {"payment_timeout": 601},
    ],
)
def test_what_is_wrong_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(DeviceMisused):
        FrontSettings(**({"address": "ws://front:9000/", "pairing_key": KEY} | wrong))
