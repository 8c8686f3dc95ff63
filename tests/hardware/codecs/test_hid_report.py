"""Report descriptors: what the standard's own examples say, cut off anywhere, and rubbish (F-29)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.hid_report import HidField, input_fields
from hardware.errors import DeviceGarbled
from hardware.simulators.hid_scanner import DESCRIPTOR

# Device Class Definition for HID 1.11, appendix E.6: the boot keyboard.
KEYBOARD = bytes.fromhex(
    "05 01 09 06 a1 01 05 07 19 e0 29 e7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01"
    "95 05 75 01 05 08 19 01 29 05 91 02 95 01 75 03 91 01 95 06 75 08 15 00 25 65 05 07 19 00 29 65 81 00 c0"
)


def test_the_boot_keyboard_of_the_standard() -> None:
    fields = input_fields(KEYBOARD)
    assert fields[:8] == tuple(HidField(0, 0x0700E0 + key, key, 1) for key in range(8))
    assert [(field.offset, field.bits) for field in fields[8:]] == [(16 + 8 * n, 8) for n in range(6)]


def test_neighbours_of_one_usage_are_one_field_and_numbers_are_kept_apart() -> None:
    found = {(field.report_id, field.usage): (field.offset, field.bits) for field in input_fields(DESCRIPTOR)}
    assert found[2, 0x01003B] == (0, 8)
    assert found[2, 0x8C00FB] == (8, 8)
    assert found[2, 0x8C00FD] == (24, 8)
    assert found[2, 0x8C00FE] == (32, 448)
    assert found[2, 0x8C00FF] == (496, 8)
    assert found[4, 0x8C0000] == (0, 8)


def test_pages_are_put_away_and_taken_back_and_long_usages_bring_their_own() -> None:
    pushed = bytes.fromhex("05 8c a4 05 01 75 08 95 01 09 3b 81 02 b4 75 08 95 01 09 fe 81 02")
    assert [field.usage for field in input_fields(pushed)] == [0x01003B, 0x8C00FE]
    long_usage = bytes.fromhex("05 01 75 08 95 01 0b fe 00 8c 00 81 02")
    assert input_fields(long_usage) == (HidField(0, 0x8C00FE, 0, 8),)


def test_a_long_item_is_passed_over() -> None:
    assert input_fields(bytes.fromhex("fe 02 10 aa bb") + KEYBOARD) == input_fields(KEYBOARD)


def test_padding_takes_room_and_has_no_name() -> None:
    fields = input_fields(bytes.fromhex("05 8c 75 08 95 02 81 03 95 01 09 fe 81 02"))
    assert fields == (HidField(0, 0x8C00FE, 16, 8),)


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        ("05", "cut off"),
        ("27 00 00", "cut off"),
        ("fe 09", "cut off in a long item"),
        ("b4", "never put away"),
        ("85 00", "report number 0"),
        ("75 ff 96 ff ff 09 01 81 02", "too long"),
    ],
)
def test_what_is_impossible_is_told(octets: str, words: str) -> None:
    with pytest.raises(DeviceGarbled, match=words):
        input_fields(bytes.fromhex(octets))


@pytest.mark.parametrize("length", range(len(DESCRIPTOR)))
def test_a_descriptor_cut_anywhere_is_told_or_smaller(length: int) -> None:
    try:
        fields = input_fields(DESCRIPTOR[:length])
    except DeviceGarbled:
        return
    assert len(fields) <= len(input_fields(DESCRIPTOR))


@given(st.binary(max_size=200))
def test_rubbish_never_raises_anything_else(octets: bytes) -> None:
    try:
        fields = input_fields(octets)
    except DeviceGarbled:
        return
    assert all(field.bits >= 0 and field.offset >= 0 for field in fields)
