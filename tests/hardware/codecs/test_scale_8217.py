"""The 8217 dialect reads like the page of its manual (DIVA Service Manual, section 6.1)."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.scale_8217 import AnswerReader, Status, Weight, decode_status, encode
from hardware.errors import DeviceGarbled


@pytest.mark.parametrize(
    ("octets", "answer"),
    [
        (b"\x0200.735\r", Weight(735)),
        (b"\x0215.000\r", Weight(15_000)),
        (b"\x0201.250N\r", Weight(1_250, net=True)),
        (b"\x02 01.250\r", Weight(1_250)),
        (b"\x02?a\r", Status(moving=True, net=True)),
        (b"\x02?b\r", Status(over=True, net=True)),
        (b"\x02?d\r", Status(under=True, net=True)),
        (b"\x02?P\r", Status(at_zero=True)),
        (b"\x02?H\r", Status(outside_zero_range=True)),
        (b"\x02?M\r", Status(moving=True, under=True, outside_zero_range=True)),
    ],
)
def test_answers(octets: bytes, answer: Weight | Status) -> None:
    assert AnswerReader().feed(octets) == [answer]
    reader = AnswerReader()
    assert [a for octet in octets for a in reader.feed(bytes([octet]))] == [answer]


def test_the_parity_bit_of_a_line_set_to_eight_bits_is_taken_off() -> None:
    with_parity = bytes(o | 0x80 if o.bit_count() % 2 else o for o in b"\x0200.735\r")
    assert with_parity != b"\x0200.735\r"
    assert AnswerReader().feed(with_parity) == [Weight(735)]


def test_noise_before_an_answer_is_skipped_and_a_new_start_wins() -> None:
    assert AnswerReader().feed(b"xx\r12\x0200.1\x0200.735\r") == [Weight(735)]


def test_half_an_answer_can_be_forgotten() -> None:
    reader = AnswerReader()
    reader.feed(b"\x0200.7")
    reader.forget()
    assert reader.feed(b"35\r\x0200.001\r") == [Weight(1)]


@pytest.mark.parametrize(
    ("octets", "word"),
    [
        (b"\x0201.62\r", "pounds"),
        (b"\x02hello\r", "no weight"),
        (b"\x02?\x11\r", "bit 6"),
        (b"\x02" + b"0" * 20, "no end"),
        (b"\x02\r", "no weight"),
    ],
)
def test_what_the_dialect_does_not_have_is_garbled(octets: bytes, word: str) -> None:
    with pytest.raises(DeviceGarbled, match=word):
        AnswerReader().feed(octets)


@given(st.binary(max_size=200))
def test_f29_rubbish_gives_answers_or_a_clear_error(octets: bytes) -> None:
    with contextlib.suppress(DeviceGarbled):
        assert all(isinstance(a, Weight | Status) for a in AnswerReader().feed(octets))


@given(st.integers(0, 99_999), st.booleans())
def test_weights_survive_the_line(grams: int, net: bool) -> None:
    assert AnswerReader().feed(encode(Weight(grams, net))) == [Weight(grams, net)]


@given(st.integers(0x40, 0x5F))
def test_status_survives_the_line(octet: int) -> None:
    status = decode_status(octet)
    if octet == 0x4D:  # "?" then "M"; every other status byte is as plain
        assert status.moving
    assert AnswerReader().feed(encode(status)) == [status]
