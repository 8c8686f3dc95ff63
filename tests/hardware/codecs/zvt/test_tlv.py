"""TLV containers: both ways, unknown tags, lengths, damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.tlv import Tlv, constructed, decode_tlv, encode_length, encode_tlv, find, find_all, read_length
from hardware.errors import DeviceGarbled, DeviceMisused

_tags = st.sampled_from([0x07, 0x14, 0x41, 0x1F07, 0x1F7F, 0x1F8101, 0x24, 0x2F, 0xE4])
_items = st.lists(st.builds(Tlv, _tags, st.binary(max_size=300)), max_size=6).map(tuple)


@given(_items)
def test_a_container_comes_back_as_it_was(items: tuple[Tlv, ...]) -> None:
    assert decode_tlv(encode_tlv(items)) == items


@given(st.binary(max_size=60))
def test_any_bytes_are_a_container_or_garbled(octets: bytes) -> None:
    """F-29."""
    try:
        items = decode_tlv(octets)
    except DeviceGarbled:
        return
    assert sum(len(item.value) for item in items) < len(octets) + 1


def test_unknown_tags_are_passed_over() -> None:
    items = decode_tlv(bytes.fromhex("DF4501AA1F070102C10199"))
    assert find(items, 0x1F07) == b"\x02"
    assert find(items, 0x99) is None


def test_tags_are_found_inside_others() -> None:
    items = (constructed(0x24, Tlv(0x07, b"A"), Tlv(0x07, b"B")), Tlv(0x1F07, b"\x01"))
    assert items[0].constructed
    assert not items[1].constructed
    assert find(items, 0x24, 0x07) == b"A"
    assert find_all(items, 0x24, 0x07) == (b"A", b"B")
    assert find(items, 0x24, 0x99) is None


@pytest.mark.parametrize(("size", "written"), [(0, "00"), (127, "7F"), (128, "8180"), (255, "81FF"), (256, "820100")])
def test_lengths_are_like_ber(size: int, written: str) -> None:
    assert encode_length(size).hex().upper() == written
    assert read_length(bytes.fromhex(written), 0) == (size, len(written) // 2)


@pytest.mark.parametrize("octets", ["07", "0705AA", "0780", "07830000AA", "1F", "1F81828384", "0782AA"])
def test_damage_is_refused(octets: str) -> None:
    with pytest.raises(DeviceGarbled):
        decode_tlv(bytes.fromhex(octets))


def test_damage_inside_a_container_is_found_when_it_is_opened() -> None:
    items = decode_tlv(bytes.fromhex("24020705"))
    with pytest.raises(DeviceGarbled):
        find(items, 0x24, 0x07)


def test_what_is_too_long_is_our_fault() -> None:
    with pytest.raises(DeviceMisused):
        encode_length(65536)


def test_no_card_data_in_logs() -> None:
    assert "4111" not in repr(Tlv(0x07, b"4111111111111111"))
