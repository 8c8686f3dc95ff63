"""The serial framing: recorded frames, any pieces, noise, damage and silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.apdu import Apdu, decode_apdu, encode_apdu
from hardware.codecs.zvt.serial_frame import (
    Acknowledged,
    FrameDamaged,
    FrameSeen,
    Noise,
    RepeatWanted,
    SerialEvent,
    SerialReader,
    checksum,
    encode_frame,
)
from tests.hardware.codecs.zvt.zvt_corpus import corpus

_VECTORS = corpus("zvt_encode_vectors.json")["serial_frames"]
_apdus = st.builds(Apdu, st.sampled_from([0x0601, 0x1010, 0x0610, 0x040F]), st.binary(max_size=300))


@pytest.mark.parametrize("case", _VECTORS, ids=lambda case: str(case["apdu"]))
def test_frames_and_checksums_are_those_of_the_corpus(case: dict[str, str]) -> None:
    apdu = decode_apdu(bytes.fromhex(case["apdu"]))
    assert encode_frame(apdu).hex().upper() == case["frame"]
    assert SerialReader().feed(bytes.fromhex(case["frame"])) == [FrameSeen(apdu)]


@given(st.lists(_apdus, max_size=4), st.data())
def test_frames_come_out_of_any_pieces(sent: list[Apdu], data: st.DataObject) -> None:
    """A 10 in length, data or control is doubled and undone; one at the end of a piece too."""
    stream = b"".join(b"\x06" + encode_frame(apdu) for apdu in sent)
    reader, came, at = SerialReader(), list[SerialEvent](), 0
    while at < len(stream):
        size = data.draw(st.integers(1, 60))
        came += reader.feed(stream[at : at + size])
        at += size
    assert came == [event for apdu in sent for event in (Acknowledged(), FrameSeen(apdu))]
    assert not reader.inside


@given(_apdus, st.data())
def test_a_changed_byte_is_never_a_frame(apdu: Apdu, data: st.DataObject) -> None:
    """The checksum finds every error of one byte; such a frame is asked for again or lost as noise."""
    octets = bytearray(encode_frame(apdu))
    place = data.draw(st.integers(2, len(octets) - 1))
    octets[place] ^= data.draw(st.integers(1, 255))
    reader = SerialReader()
    events = reader.feed(bytes(octets)) + reader.silence()
    assert not [event for event in events if isinstance(event, FrameSeen)]
    assert [event for event in events if isinstance(event, FrameDamaged)]


def test_noise_between_frames_is_skipped_and_counted() -> None:
    apdu = Apdu(0x8000)
    stream = b"\xff\x00" + encode_frame(apdu) + b"\x10\x41\x15"
    assert SerialReader().feed(stream) == [Noise(2), FrameSeen(apdu), Noise(2), RepeatWanted()]


def test_a_frame_that_breaks_off_is_damaged_after_t1() -> None:
    reader = SerialReader()
    assert reader.feed(encode_frame(Apdu(0x0601, b"\x04"))[:-1]) == []
    assert reader.inside
    assert [type(event) for event in reader.silence()] == [FrameDamaged]
    assert reader.silence() == []
    assert reader.feed(encode_frame(Apdu(0x8000))) == [FrameSeen(Apdu(0x8000))]


def test_a_frame_that_begins_anew_is_answered_once() -> None:
    frame = encode_frame(Apdu(0x8000))
    assert SerialReader().feed(frame[:4] + frame) == [FrameSeen(Apdu(0x8000))]


def test_a_lone_escape_outside_is_noise() -> None:
    reader = SerialReader()
    assert reader.feed(b"\x10") == []
    assert reader.silence() == [Noise(1)]


def test_a_right_checksum_over_a_wrong_length_is_damaged() -> None:
    octets = encode_apdu(Apdu(0x0601, b"\x01\x02")) + b"\x99"
    framed = encode_frame(Apdu(0x0601, b"\x01\x02"))
    assert octets not in framed
    crc = checksum(octets + b"\x03").to_bytes(2, "little")
    events = SerialReader().feed(b"\x10\x02" + octets + b"\x10\x03" + crc)
    assert [type(event) for event in events] == [FrameDamaged]


def test_an_endless_frame_is_given_up() -> None:
    reader = SerialReader()
    events = reader.feed(b"\x10\x02" + bytes(70_000))
    assert isinstance(events[0], FrameDamaged)
    assert not reader.inside


@given(st.binary(max_size=300))
def test_any_bytes_are_told_as_something(octets: bytes) -> None:
    reader = SerialReader()
    whole = reader.feed(octets) + reader.silence()
    pieces = SerialReader()
    single = [event for octet in octets for event in pieces.feed(bytes([octet]))] + pieces.silence()
    assert _without_noise(whole) == _without_noise(single)


def _without_noise(events: list[SerialEvent]) -> list[SerialEvent]:
    return [event for event in events if not isinstance(event, Noise)]
