"""Records of key presses: whole, byte by byte, and with what is no key (struct input_event)."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.input_event import EV_KEY, EV_SYN, EVENT, SYN_DROPPED, EventsLost, InputEvents, KeyEvent, event

PRESS = event(EV_KEY, 30, 1, 12.5)
RELEASE = event(EV_KEY, 30, 0, 12.6)


def test_the_record_is_that_of_the_kernel() -> None:
    """linux/input.h: two longs, two unsigned shorts, one int; 24 bytes where a long has 8."""
    assert EVENT.size == 2 * struct.calcsize("@l") + 8
    assert PRESS[-8:] == struct.pack("=HHi", 1, 30, 1)
    assert PRESS[:-8] == struct.pack("@ll", 12, 500000)


def test_keys_with_their_times() -> None:
    read = list(InputEvents().feed(PRESS + event(EV_SYN, 0, 0, 12.5) + RELEASE))
    assert read == [KeyEvent(30, True, 12.5), KeyEvent(30, False, 12.6)]


def test_byte_by_byte() -> None:
    records = InputEvents()
    read = [one for octet in PRESS + RELEASE for one in records.feed(bytes([octet]))]
    assert read == [KeyEvent(30, True, 12.5), KeyEvent(30, False, 12.6)]


def test_repeats_and_other_kinds_are_left_out() -> None:
    assert list(InputEvents().feed(event(EV_KEY, 30, 2) + event(4, 4, 458756) + event(17, 0, 1))) == []


def test_lost_records_are_told() -> None:
    assert list(InputEvents().feed(event(EV_SYN, SYN_DROPPED, 0))) == [EventsLost()]


@given(st.binary(max_size=500), st.integers(1, 60))
def test_rubbish_in_any_pieces_is_the_same(octets: bytes, size: int) -> None:
    whole = list(InputEvents().feed(octets))
    records = InputEvents()
    assert [one for at in range(0, len(octets), size) for one in records.feed(octets[at : at + size])] == whole
