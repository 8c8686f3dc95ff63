"""Texts: the sets that tag 14 names, and terminals that keep to none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.text import CP437, SEVEN_BIT, UTF_8, read_text, write_text
from hardware.errors import DeviceMisused


@pytest.mark.parametrize(
    ("octets", "character_set", "text"),
    [
        (b"H\x8eNDLERBELEG", None, "HÄNDLERBELEG"),  # CP437
        (b"H\xc4NDLERBELEG", None, "HÄNDLERBELEG"),  # Latin-1 that nobody announced
        ("HÄNDLERBELEG".encode(), None, "HÄNDLERBELEG"),  # UTF-8 that nobody announced
        (b"f\x81r \xe1", None, "für ß"),
        (b"\xc4\xc4\xc4\xc4", None, "────"),
        (b"H\xc4NDLER", CP437, "H─NDLER"),
        (b"H\xc4NDLER", 2, "HÄNDLER"),
        ("카드".encode(), UTF_8, "카드"),
        (b"\xff\xfe", UTF_8, "��"),
        (b"A\xe4", SEVEN_BIT, "A�"),
        (b"Mastercard\0", None, "Mastercard"),
        (b"one\rtwo\r\nthree\x07", None, "one\ntwo\nthree "),
    ],
)
def test_reading(octets: bytes, character_set: int | None, text: str) -> None:
    assert read_text(octets, character_set) == text


@given(st.binary(max_size=80), st.one_of(st.none(), st.integers(0, 255)))
def test_reading_never_fails(octets: bytes, character_set: int | None) -> None:
    assert all(sign == "\n" or sign.isprintable() for sign in read_text(octets, character_set))


@given(st.text(st.characters(codec="cp437", exclude_categories=["C"]), max_size=40))
def test_what_is_written_can_be_read(text: str) -> None:
    assert read_text(write_text(text), CP437) == text.replace("\xa0", " ")


def test_writing_replaces_what_the_set_has_not() -> None:
    assert write_text("카드 OK") == b"?? OK"
    assert write_text("카드", UTF_8) == "카드".encode()
    with pytest.raises(DeviceMisused):
        write_text("A", 256)
