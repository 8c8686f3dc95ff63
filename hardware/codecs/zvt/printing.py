"""What a terminal gives to the register's printer: `06 D1` lines and `06 D3` text blocks, card numbers masked."""

from dataclasses import dataclass
from enum import IntEnum

from hardware.codecs.zvt.apdu import Apdu
from hardware.codecs.zvt.bitmaps import TLV_CONTAINER, decode_bitmaps
from hardware.codecs.zvt.card_number import safe_text
from hardware.codecs.zvt.tlv import Tlv, decode_tlv, find, read_length
from hardware.errors import DeviceGarbled

_NORMAL = 0x00
_CENTRED = 0x40
_WIDE = 0x20
_HIGH = 0x10
_SIGNATURE, _NEGATIVE, _MUST_PRINT = 0x02, 0x04, 0x80


class ReceiptKind(IntEnum):
    """Whose receipt it is (tag 1F07)."""

    MERCHANT = 1
    CUSTOMER = 2
    ADMINISTRATION = 3


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line and its attribute byte."""

    text: str
    attribute: int = _NORMAL

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle."""
        return self.attribute < 0x80 and bool(self.attribute & _CENTRED)

    @property
    def wide(self) -> bool:
        """Whether it has double width."""
        return self.attribute < 0x80 and bool(self.attribute & _WIDE)

    @property
    def high(self) -> bool:
        """Whether it has double height."""
        return self.attribute < 0x80 and bool(self.attribute & _HIGH)


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One line; `is_last` says that the receipt is complete with it. `kind` is None when the terminal does not say.

    A last line whose text is empty only cuts.
    """

    line: ReceiptLine
    kind: ReceiptKind | None = None
    is_last: bool = False
    card_number_seen: bool = False

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class PrintBlock:
    """Many lines at once; `is_last` says that the receipt is complete with them.

    `must_print`, `signature_due` and `negative` (of a payment that did not go through) are the bits of tag 1F37.
    """

    lines: tuple[ReceiptLine, ...]
    kind: ReceiptKind | None = None
    is_last: bool = False
    must_print: bool = False
    signature_due: bool = False
    negative: bool = False
    card_number_seen: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines' texts."""
        return tuple(line.text for line in self.lines)


def decode_print_line(apdu: Apdu) -> PrintLine:
    """Read `06 D1`: an attribute, the text, and perhaps a container at the end; raises `DeviceGarbled`."""
    if not apdu.data:
        raise DeviceGarbled("A print line without its attribute came (9A).")
    attribute = apdu.data[0]
    octets, tags = _cut_container(apdu.data[1:])
    text, seen = safe_text(octets, _character_set(tags))
    return PrintLine(ReceiptLine(text, attribute), _kind(tags), is_last_line(attribute), seen)


def decode_print_block(apdu: Apdu) -> PrintBlock:
    """Read `06 D3`: a container with kind, flags and the lines in tag 25; raises `DeviceGarbled`."""
    tags = decode_bitmaps(apdu.data).tlv()
    flags = (find(tags, 0x1F37) or b"\0")[0]
    character_set = _character_set(tags)
    lines: list[ReceiptLine] = []
    attribute, is_last, seen = _NORMAL, False, False
    for tag in (child for block in tags if block.tag == 0x25 for child in block.children):
        if tag.tag == 0x09 and tag.value:
            attribute = tag.value[0]
            is_last = is_last or is_last_line(attribute)
        elif tag.tag == 0x07:
            text, found = safe_text(tag.value, character_set)
            lines.append(ReceiptLine(text, attribute))
            seen = seen or found
    return PrintBlock(
        tuple(lines),
        _kind(tags),
        is_last,
        bool(flags & _MUST_PRINT),
        bool(flags & _SIGNATURE),
        bool(flags & _NEGATIVE),
        seen,
    )


def is_last_line(attribute: int) -> bool:
    """Whether an attribute ends a receipt: 81 to FF."""
    return attribute > 0x80


def _cut_container(octets: bytes) -> tuple[bytes, tuple[Tlv, ...]]:
    """Split a line from the container behind it: a text has no length, and 06 is no sign of a text."""
    at = octets.find(bytes([TLV_CONTAINER]))
    while at >= 0:
        try:
            size, start = read_length(octets, at + 1)
            if start + size == len(octets):
                return octets[:at], decode_tlv(octets[start:])
        except DeviceGarbled:
            pass
        at = octets.find(bytes([TLV_CONTAINER]), at + 1)
    return octets, ()


def _kind(tags: tuple[Tlv, ...]) -> ReceiptKind | None:
    value = find(tags, 0x1F07)
    return ReceiptKind(value[0]) if value and value[0] in tuple(ReceiptKind) else None


def _character_set(tags: tuple[Tlv, ...]) -> int | None:
    value = find(tags, 0x14)
    return value[0] if value else None
