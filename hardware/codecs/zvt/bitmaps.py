"""The bitmaps of a ZVT data block: a number and a value whose format the number says (PA00P015, table of bitmaps).

Formats: a fixed number of bytes; LLVAR and LLLVAR with two or three length bytes F0 to F9; 06, a TLV container.
A bitmap that is not in the table cannot be skipped, since its length is not known: that is protocol error 9A.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from hardware.codecs.zvt.tlv import Tlv, decode_tlv, encode_length, encode_tlv, read_length
from hardware.errors import DeviceGarbled, DeviceMisused

PROTOCOL_ERROR = 0x9A
TLV_CONTAINER = 0x06
LL, LLL, TLV = -2, -3, -1

_MORE_BYTES = (0xD2, 0xD3, 0xE0, 0xE9, 0xEA, 0xF0, *range(0xF9, 0xFE))


def _formats() -> dict[int, int]:
    table = {TLV_CONTAINER: TLV}
    sizes: dict[int, tuple[int, ...]] = {
        1: (0x01, 0x02, 0x03, 0x05, 0x19, 0x27, *range(0x72, 0x76), 0x8A, 0x8C, 0xA0, 0xD0, *_MORE_BYTES),
        2: (0x0D, 0x0E, 0x17, 0x3A, 0x49, 0x87),
        3: (0x0B, 0x0C, 0x37, 0x3D, 0x88, 0xAA),
        4: (0x29, 0x70, 0x71),
        5: (0xBA,),
        6: (0x04,),
        8: (0x3B, 0xEB),
        15: (0x2A,),
        LL: (0x22, 0x23, 0x2D, 0x4C, 0x8B, 0xA7, 0xD1, *range(0xE1, 0xE9), *range(0xF1, 0xF9)),
        LLL: (0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF),
    }
    for size, numbers in sizes.items():
        table.update(dict.fromkeys(numbers, size))
    return table


FORMATS: Final[dict[int, int]] = _formats()
"""Size in bytes of each bitmap, or `LL`, `LLL`, `TLV`."""
FOR_DISPLAY: Final = frozenset(range(0xF0, 0xFE))
"""Bitmaps that only commands to the display have."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """One bitmap: number and value, without the length bytes. The value is not in the repr."""

    number: int
    value: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Bitmaps:
    """The bitmaps of a data block in their order.

    The typed accessors give None when the bitmap is not there and raise `DeviceGarbled` when it is damaged.
    """

    items: tuple[Bitmap, ...] = ()

    def __iter__(self) -> Iterator[Bitmap]:
        return iter(self.items)

    def value(self, number: int) -> bytes | None:
        """The bytes of a bitmap."""
        return next((item.value for item in self.items if item.number == number), None)

    def byte(self, number: int) -> int | None:
        """A bitmap of one byte as a number."""
        value = self.value(number)
        return value[0] if value else None

    def digits(self, number: int) -> str | None:
        """A bitmap of BCD digits as text, leading zeros kept."""
        value = self.value(number)
        return None if value is None else bcd_digits(value)

    def number(self, number: int) -> int | None:
        """A bitmap of BCD digits as a number; all F (none) gives None."""
        value = self.value(number)
        return None if value is None or set(value) == {0xFF} else int(bcd_digits(value))

    def tlv(self) -> tuple[Tlv, ...]:
        """What is in the TLV container 06, () without one."""
        value = self.value(TLV_CONTAINER)
        return decode_tlv(value) if value else ()


NO_BITMAPS: Final = Bitmaps()


def decode_bitmaps(octets: bytes, without: frozenset[int] = frozenset()) -> Bitmaps:
    """Read a data block of bitmaps, `without` those that cannot be in it.

    Raises `DeviceGarbled` (protocol error 9A), also when a bitmap comes twice and says two things.
    """
    items: list[Bitmap] = []
    at = 0
    while at < len(octets):
        number = octets[at]
        form = None if number in without else FORMATS.get(number)
        if form is None:
            raise DeviceGarbled(f"The terminal sent the bitmap {number:02X}, which ZVT does not know (9A).")
        size, at = _size_of(form, octets, at + 1)
        if at + size > len(octets):
            raise DeviceGarbled(f"The bitmap {number:02X} is longer than its message (9A).")
        item = Bitmap(number, octets[at : at + size])
        if any(other.number == number and other.value != item.value for other in items):
            raise DeviceGarbled(f"The bitmap {number:02X} came twice and says two things (9A).")
        items.append(item)
        at += size
    return Bitmaps(tuple(items))


def encode_bitmaps(items: Iterable[Bitmap]) -> bytes:
    """Write bitmaps one after the other; raises `DeviceMisused` when a value does not fit its bitmap."""
    out = bytearray()
    for item in items:
        form = FORMATS.get(item.number)
        if form is None or (form > 0 and len(item.value) != form):
            raise DeviceMisused(f"The value does not fit the bitmap {item.number:02X}.")
        out.append(item.number)
        if form == TLV:
            out += encode_length(len(item.value))
        elif form < 0:
            out += encode_ll(len(item.value), -form)
        out += item.value
    return bytes(out)


def container(items: Iterable[Tlv]) -> Bitmap:
    """The bitmap 06 that holds TLV tags."""
    return Bitmap(TLV_CONTAINER, encode_tlv(items))


def amount_bitmap(amount: int, number: int = 0x04) -> Bitmap:
    """An amount in minor units, 12 BCD digits; raises `DeviceMisused` when it does not fit."""
    return Bitmap(number, bcd(amount, 6))


def bcd(number: int, size: int) -> bytes:
    """Write a number as `size` bytes of BCD; raises `DeviceMisused` when it is negative or too long."""
    digits = str(number).zfill(size * 2)
    if number < 0 or len(digits) > size * 2:
        raise DeviceMisused(f"{size * 2} digits hold no such number.")
    return bytes.fromhex(digits)


def bcd_digits(value: bytes) -> str:
    """Read BCD digits, leading zeros kept; raises `DeviceGarbled` when one is not 0 to 9."""
    digits = value.hex()
    if not digits.isdecimal():
        raise DeviceGarbled("The terminal sent digits that are none (9A).")
    return digits


def encode_ll(size: int, places: int) -> bytes:
    """Write a length as `places` bytes F0 to F9; raises `DeviceMisused` when it does not fit."""
    digits = str(size).zfill(places)
    if len(digits) > places:
        raise DeviceMisused(f"A value of {size} bytes is too long for its bitmap.")
    return bytes(0xF0 | int(digit) for digit in digits)


def read_ll(octets: bytes, at: int, places: int) -> tuple[int, int]:
    """Read a length of `places` bytes F0 to F9 and give it with the place after it; raises `DeviceGarbled`."""
    part = octets[at : at + places]
    if len(part) < places or any(octet >> 4 != 0xF or octet & 0xF > 9 for octet in part):
        raise DeviceGarbled("A length in the message is none (9A).")
    return int("".join(str(octet & 0xF) for octet in part)), at + places


def _size_of(form: int, octets: bytes, at: int) -> tuple[int, int]:
    if form > 0:
        return form, at
    return read_length(octets, at) if form == TLV else read_ll(octets, at, -form)
