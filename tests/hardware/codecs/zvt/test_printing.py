"""Lines and blocks for the register's printer: text, kind, end of the receipt, flags, masks."""

import pytest

from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.bitmaps import container, encode_bitmaps
from hardware.codecs.zvt.printing import (
    PrintBlock,
    ReceiptKind,
    ReceiptLine,
    decode_print_block,
    decode_print_line,
    is_last_line,
)
from hardware.codecs.zvt.tlv import Tlv, constructed
from hardware.errors import DeviceGarbled

_LINE, _BLOCK = 0x06D1, 0x06D3


def _block(*tags: Tlv) -> PrintBlock:
    return decode_print_block(Apdu(_BLOCK, encode_bitmaps([container(tags)])))


def test_a_line_with_a_container_behind_it() -> None:
    line = decode_print_line(Apdu(_LINE, bytes.fromhex("40") + b"TEST" + bytes.fromhex("06041F070101")))
    assert (line.text, line.kind, line.is_last) == ("TEST", ReceiptKind.MERCHANT, False)
    assert line.line.centred
    assert not line.line.wide


def test_a_six_inside_a_text_is_no_container() -> None:
    assert decode_print_line(Apdu(_LINE, b"\x00A\x06B")).text == "A B"


@pytest.mark.parametrize(
    ("attribute", "last"), [(0x00, False), (0x40, False), (0x80, False), (0x81, True), (0xFF, True)]
)
def test_the_last_line(attribute: int, last: bool) -> None:
    assert is_last_line(attribute) is last
    assert decode_print_line(Apdu(_LINE, bytes([attribute]))).is_last is last


def test_attributes_of_a_block_hold_until_the_next() -> None:
    inside = constructed(
        0x25, Tlv(9, b"\x40"), Tlv(7, b"A"), Tlv(9, b"\x30"), Tlv(7, b"B"), Tlv(7, b""), Tlv(9, b"\x81")
    )
    block = _block(Tlv(0x1F07, b"\x02"), Tlv(0x1F37, b"\x83"), inside)
    assert block.lines == (ReceiptLine("A", 0x40), ReceiptLine("B", 0x30), ReceiptLine("", 0x30))
    assert block.lines[1].wide
    assert block.lines[1].high
    assert (block.kind, block.is_last) == (ReceiptKind.CUSTOMER, True)
    assert (block.must_print, block.signature_due, block.negative) == (True, True, False)


def test_the_set_that_a_block_names_counts_for_its_lines() -> None:
    assert _block(Tlv(0x14, b"\x02"), constructed(0x25, Tlv(7, b"H\xc4NDLER"))).texts == ("HÄNDLER",)
    assert _block(Tlv(0x14, b"\xff"), constructed(0x25, Tlv(7, b"H\xc4NDLER"))).texts == ("H─NDLER",)


def test_card_numbers_on_receipts_are_masked() -> None:
    block = _block(constructed(0x25, Tlv(7, b"Nr 4111 1111 1111 1111")))
    assert block.texts == ("Nr 4111 11** **** 1111",)
    assert block.card_number_seen
    line = decode_print_line(Apdu(_LINE, b"\x004111111111111111"))
    assert line.card_number_seen
    assert "11111111" not in repr(line)


@pytest.mark.parametrize("data", ["", "07", "0605250307", "AA"])
def test_damaged_blocks_are_refused(data: str) -> None:
    if data:
        with pytest.raises(DeviceGarbled):
            decode_print_block(Apdu(_BLOCK, bytes.fromhex(data)))
    else:
        assert decode_print_block(Apdu(_BLOCK)).lines == ()


def test_a_line_without_its_attribute_is_refused() -> None:
    with pytest.raises(DeviceGarbled):
        decode_print_line(Apdu(_LINE))
