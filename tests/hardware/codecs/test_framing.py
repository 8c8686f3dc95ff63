"""Frames are found whatever pieces the bytes arrive in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.framing import DelimiterFramer, Frame, Overlong
from hardware.errors import DeviceMisused

ENDINGS = (b"\r\n", b"\r", b"\n")


def test_each_delimiter_ends_a_frame() -> None:
    framer = DelimiterFramer(ENDINGS, 10)
    assert framer.feed(b"a\rbc\n\r\nd") == [
        Frame(b"a", b"\r"),
        Frame(b"bc", b"\n"),
        Frame(b"", b"\r\n"),
    ]
    assert framer.pending == 1


def test_a_long_delimiter_may_arrive_in_halves() -> None:
    framer = DelimiterFramer((b"\r\n",), 3)
    assert framer.feed(b"abc\r") == []
    assert framer.feed(b"\n") == [Frame(b"abc", b"\r\n")]


def test_what_is_too_long_is_thrown_away_and_counted() -> None:
    framer = DelimiterFramer((b"\r",), 4)
    assert framer.feed(b"x" * 5000) == []
    assert framer.pending == 5000
    assert framer.feed(b"yz\rok\r") == [Overlong(5002), Frame(b"ok", b"\r")]


def test_giving_up_returns_the_rest_once() -> None:
    framer = DelimiterFramer((b"\r",), 4)
    framer.feed(b"ab")
    assert framer.give_up() == Frame(b"ab", b"")
    assert framer.give_up() is None
    framer.feed(b"abcdef")
    assert framer.give_up() == Overlong(6)


@pytest.mark.parametrize(("delimiters", "limit"), [((), 3), ((b"",), 3), ((b"\r",), 0)])
def test_a_framer_needs_sense(delimiters: tuple[bytes, ...], limit: int) -> None:
    with pytest.raises(DeviceMisused):
        DelimiterFramer(delimiters, limit)


@given(st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\r", b"")), max_size=8), st.data())
def test_pieces_make_no_difference(bodies: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(body + b"\r" for body in bodies)
    whole = DelimiterFramer((b"\r",), 20).feed(stream)
    framer, read, rest = DelimiterFramer((b"\r",), 20), [], stream
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        read += framer.feed(rest[:size])
        rest = rest[size:]
    assert read == whole
    assert [len(b) > 20 for b in bodies] == [isinstance(f, Overlong) for f in read]
