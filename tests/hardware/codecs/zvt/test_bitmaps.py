"""Bitmaps: every format of the table, both ways, and what cannot be skipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.zvt.bitmaps import (
    FORMATS,
    LL,
    LLL,
    TLV,
    Bitmap,
    Bitmaps,
    amount_bitmap,
    bcd,
    container,
    decode_bitmaps,
    encode_bitmaps,
    encode_ll,
)
from hardware.codecs.zvt.tlv import Tlv
from hardware.errors import DeviceGarbled, DeviceMisused
from tests.hardware.codecs.zvt.zvt_corpus import corpus


def test_the_formats_are_those_of_the_table() -> None:
    names = {"LLVAR": LL, "LLLVAR": LLL, "TLV container": TLV}
    table = corpus("zvt_tables.json")["bitmap_formats"]
    wanted = {int(number, 16): names.get(form) or int(form.split()[0]) for number, form in table.items()}
    assert wanted == FORMATS


@st.composite
def _bitmaps(draw: st.DrawFn) -> Bitmaps:
    numbers = draw(st.lists(st.sampled_from(sorted(FORMATS)), unique=True, max_size=8))
    items = []
    for number in numbers:
        form = FORMATS[number]
        size = form if form > 0 else draw(st.integers(0, {LL: 99, LLL: 999, TLV: 999}[form]))
        items.append(Bitmap(number, draw(st.binary(min_size=size, max_size=size))))
    return Bitmaps(tuple(items))


@given(_bitmaps())
def test_all_formats_come_back_as_they_were(fields: Bitmaps) -> None:
    assert decode_bitmaps(encode_bitmaps(fields)) == fields


@given(_bitmaps(), st.data())
def test_a_cut_block_is_never_taken_for_a_whole_one(fields: Bitmaps, data: st.DataObject) -> None:
    octets = encode_bitmaps(fields)
    if not octets:
        return
    cut = octets[: data.draw(st.integers(0, len(octets) - 1))]
    try:
        assert decode_bitmaps(cut).items == fields.items[: len(decode_bitmaps(cut).items)]
        assert len(decode_bitmaps(cut).items) < len(fields.items)
    except DeviceGarbled:
        pass


@pytest.mark.parametrize("octets", ["00", "FF01", "40AA", "04000000", "22F0", "22F2AA", "22A1AA", "22FA", "3CF0F1"])
def test_unknown_and_damaged_bitmaps_are_a_protocol_error(octets: str) -> None:
    with pytest.raises(DeviceGarbled, match="9A"):
        decode_bitmaps(bytes.fromhex(octets))


def test_one_that_says_two_things_is_refused() -> None:
    """An amount that stands there twice is not chosen by place."""
    with pytest.raises(DeviceGarbled, match="twice"):
        decode_bitmaps(bytes.fromhex("27002705"))
    assert decode_bitmaps(bytes.fromhex("27002700")).byte(0x27) == 0


def test_typed_values() -> None:
    fields = decode_bitmaps(bytes.fromhex("0400000001280049041087FFFF290000000606041F070102"))
    assert fields.number(0x04) == 12800
    assert fields.number(0x49) == 410
    assert fields.number(0x87) is None
    assert fields.digits(0x29) == "00000006"
    assert fields.tlv() == (Tlv(0x1F07, b"\x02"),)
    assert (fields.number(0x88), fields.digits(0x0D), fields.byte(0x27), fields.value(0x22)) == (None,) * 4


def test_digits_that_are_none_are_refused() -> None:
    with pytest.raises(DeviceGarbled):
        decode_bitmaps(bytes.fromhex("0400000001280A")).number(0x04)


@given(st.integers(0, 999_999_999_999))
def test_amounts_are_exact(amount: int) -> None:
    assert decode_bitmaps(encode_bitmaps([amount_bitmap(amount)])).number(0x04) == amount


def test_values_that_do_not_fit_are_our_fault() -> None:
    for wrong in (lambda: bcd(-1, 2), lambda: bcd(10_000, 2), lambda: amount_bitmap(10**12), lambda: encode_ll(100, 2)):
        with pytest.raises(DeviceMisused):
            wrong()
    for bitmap in (Bitmap(0x04, b"\x01"), Bitmap(0x00, b""), Bitmap(0x22, bytes(100))):
        with pytest.raises(DeviceMisused):
            encode_bitmaps([bitmap])


def test_long_containers_have_long_lengths() -> None:
    octets = encode_bitmaps([container([Tlv(0x07, bytes(200))])])
    assert octets[:5].hex() == "0681cb0781"
