"""APDUs come whole out of any pieces, and what is no ZVT is said to be none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.apdu import POSITIVE, Apdu, ApduReader, decode_apdu, encode_apdu, negative
from hardware.errors import DeviceGarbled, DeviceMisused
from tests.hardware.codecs.zvt.zvt_corpus import damaged, data_of, frames

_controls = st.sampled_from([0x040F, 0x04FF, 0x0501, 0x0600, 0x06D3, 0x0814, 0x0FA1, 0x8000, 0x849C])
_apdus = st.builds(Apdu, _controls, st.binary(max_size=600))


@given(st.lists(_apdus, max_size=5), st.data())
def test_joined_messages_come_out_of_any_pieces(sent: list[Apdu], data: st.DataObject) -> None:
    """F-29: split or joined by the network, as payment.md 3.1 says."""
    stream = b"".join(encode_apdu(apdu) for apdu in sent)
    reader, came, at = ApduReader(), [], 0
    while at < len(stream):
        size = data.draw(st.integers(1, 400))
        came += reader.feed(stream[at : at + size])
        at += size
    assert came == sent
    assert reader.pending == 0


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: str(frame["id"]))
def test_recorded_frames_come_byte_by_byte(frame: dict[str, str]) -> None:
    octets, reader = data_of(frame), ApduReader()
    came = [apdu for octet in octets for apdu in reader.feed(bytes([octet]))]
    assert [encode_apdu(apdu) for apdu in came] == [octets]
    assert f"{came[0].control:04X}" == frame["control"]


@pytest.mark.parametrize("case", [case for case in damaged() if "Fragmented" in case["id"]], ids=lambda c: str(c["id"]))
def test_recorded_fragments_make_one_frame(case: dict[str, list[str]]) -> None:
    reader = ApduReader()
    came = [apdu for piece in case["fragments"] for apdu in reader.feed(bytes.fromhex(piece))]
    assert len(came) == 1
    assert reader.pending == 0


@pytest.mark.parametrize(
    ("size", "head"), [(0, "060100"), (254, "0601FE"), (255, "0601FFFF00"), (256, "0601FF0001"), (65535, "0601FFFFFF")]
)
def test_lengths_are_one_byte_or_three(size: int, head: str) -> None:
    octets = encode_apdu(Apdu(0x0601, bytes(size)))
    assert octets.hex().upper().startswith(head)
    assert decode_apdu(octets) == Apdu(0x0601, bytes(size))


def test_what_does_not_fit_is_our_fault() -> None:
    with pytest.raises(DeviceMisused):
        encode_apdu(Apdu(0x0601, bytes(65536)))
    with pytest.raises(DeviceMisused):
        negative(0)


def test_length_and_content_that_disagree_are_refused() -> None:
    with pytest.raises(DeviceGarbled):
        decode_apdu(bytes.fromhex("06010C04000000000100490978194406061F7303000001"))
    with pytest.raises(DeviceGarbled):
        decode_apdu(bytes.fromhex("040F10"))


def test_rubbish_is_told_after_what_came_whole_before_it() -> None:
    reader = ApduReader()
    assert reader.feed(b"\x80\x00\x00GET / HTTP") == [POSITIVE]
    with pytest.raises(DeviceGarbled):
        reader.feed(b"")
    assert reader.feed(b"\x80\x00\x00") == [POSITIVE]


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_any_bytes_never_hang_it_and_hold_no_more_than_a_message(pieces: list[bytes]) -> None:
    reader = ApduReader()
    for piece in pieces:
        try:
            reader.feed(piece)
        except DeviceGarbled:
            assert reader.pending == 0
        assert reader.pending <= 65540 + 40


def test_acknowledgements_are_told_apart() -> None:
    assert POSITIVE.is_positive
    assert Apdu(0x8400).is_positive
    assert Apdu(0x8400).refusal is None
    assert negative(0x9C).refusal == 0x9C
    assert Apdu(0x060F).refusal is None


def test_a_frame_shows_no_card_data_in_logs() -> None:
    assert "4111" not in repr(Apdu(0x040F, bytes.fromhex("4111111111111111")))
    assert Apdu(0x06D1).name == "06 D1"
