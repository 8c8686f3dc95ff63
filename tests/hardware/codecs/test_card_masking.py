"""No full card number leaves the boundary, however it is written (T-13, security.md 1.1)."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.card_masking import mask_card_field, mask_card_numbers, passes_luhn

# Published by the schemes for tests.
_TEST_CARDS = [
    "4111111111111111",
    "5555555555554444",
    "378282246310005",
    "6011111111111117",
    "30569309025904",
    "3530111333300000",
    "4222222222222",
    "6304000000000000000",
]


@pytest.mark.parametrize("card", _TEST_CARDS)
@pytest.mark.parametrize("shape", ["{}", "card {} ok", "x{}y", "1{}", "{}7", "Nr.{}-", "0000{}0000"])
def test_a_card_number_is_masked_wherever_it_stands(card: str, shape: str) -> None:
    masked, found = mask_card_numbers(shape.format(card))

    assert found
    assert card not in masked


@pytest.mark.parametrize("card", _TEST_CARDS)
def test_first_six_and_last_four_stay(card: str) -> None:
    masked, _ = mask_card_numbers(card)

    assert masked == card[:6] + "*" * (len(card) - 10) + card[-4:]


@pytest.mark.parametrize(
    "written",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111\u00a01111\u00a01111\u00a01111",
    ],
)
def test_groups_do_not_hide_it(written: str) -> None:
    masked, found = mask_card_numbers(written)

    assert found
    assert sum(sign == "*" for sign in masked) == 6


def test_full_width_and_other_digits_do_not_hide_it() -> None:
    wide = "4111111111111111".translate({ord("0") + n: 0xFF10 + n for n in range(10)})

    assert mask_card_numbers(f"카드 {wide}") == ("카드 411111******1111", True)


@pytest.mark.parametrize("text", ["", "4111111111111112", "12800 won", "541333 **** 3511", "010-1234-5678"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert mask_card_numbers(text) == (text, False)


@given(st.from_regex(r"[0-9]{13,19}", fullmatch=True))
def test_every_valid_run_is_masked(digits: str) -> None:
    masked, found = mask_card_numbers(f"ref {digits}.")

    if passes_luhn(digits):
        assert found
        assert digits not in masked


@given(st.from_regex(r"1[0-9]{12}", fullmatch=True))
def test_a_run_that_is_no_card_number_stays(digits: str) -> None:
    assert mask_card_numbers(digits)[1] == passes_luhn(digits)


def test_a_field_for_a_card_number_is_masked_whatever_its_check_digit() -> None:
    assert mask_card_field("4111111111111112") == "411111******1112"
    assert mask_card_field("541333 **** 3511") == "541333 **** 3511"
    assert mask_card_field("************3511") == "************3511"


def test_a_flood_of_digits_does_not_hang() -> None:
    """F-29: no input may hold the till; the margin is for slow machines."""
    started = time.monotonic()
    mask_card_numbers("7" * 262_144)

    assert time.monotonic() - started < 20
