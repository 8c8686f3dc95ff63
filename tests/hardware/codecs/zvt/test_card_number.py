"""Card numbers are masked whatever their check digit, and too much of one is told (T-12, security 1.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.card_number import masked_number, safe_text


@pytest.mark.parametrize(
    ("value", "shown", "seen"),
    [
        ("eeeeeeeeeeee4771", "************4771", False),
        ("559883eeeeee8074", "559883******8074", False),
        ("672590eeeeeeeee0074f", "672590*********0074", False),
        ("4111111111111111", "411111******1111", True),
        ("4111111111111112", "411111******1112", True),  # no right check digit, a card number all the same
        ("55988344eeee8074", "559883******8074", True),  # eight and four is too much
        ("1234567890123f", "123456***0123", True),
        ("5966666666d200212201001f", "******6666", True),  # the stripe follows
        ("4111111111111111d281220112345", "411111******1111", True),
        ("123456", "**3456", False),
        ("", "", False),
        ("ffff", "", False),
    ],
)
def test_masking(value: str, shown: str, seen: bool) -> None:
    octets = bytes.fromhex(value if len(value) % 2 == 0 else value + "f")
    assert masked_number(octets) == (shown, seen)


@given(st.binary(max_size=30))
def test_never_more_than_six_and_four(value: bytes) -> None:
    shown, _seen = masked_number(value)
    assert sum(sign.isdecimal() for sign in shown) <= 10
    assert "*" in shown[6:-4] or len(shown) <= 10


def test_free_texts_lose_valid_numbers() -> None:
    assert safe_text(b"KARTE 4111111111111111") == ("KARTE 411111******1111", True)
    assert safe_text(b"Beleg 4111111111111112") == ("Beleg 4111111111111112", False)
