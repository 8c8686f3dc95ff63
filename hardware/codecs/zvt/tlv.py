"""The TLV container of ZVT: tags, BER-like lengths, values; unknown tags are kept and simply not asked for.

A tag is written as its bytes are, 0x07 or 0x1F07. Lengths are 00 to 7F, 81 nn, or 82 hh ll (big endian). A tag whose
first byte has bit 6 set is constructed: its value is TLV again, read when it is asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hardware.errors import DeviceGarbled, DeviceMisused

_LONGEST_TAG = 4


@dataclass(frozen=True, slots=True)
class Tlv:
    """One tag and its value; the value is not in the repr, it may hold card data."""

    tag: int
    value: bytes = field(default=b"", repr=False)

    @property
    def constructed(self) -> bool:
        """Whether the value is TLV again."""
        return bool(_tag_bytes(self.tag)[0] & 0x20)

    @property
    def children(self) -> tuple["Tlv", ...]:
        """What is inside; raises `DeviceGarbled` when the value is no TLV."""
        return decode_tlv(self.value)


def constructed(tag: int, *children: Tlv) -> Tlv:
    """Make a tag that holds others."""
    return Tlv(tag, encode_tlv(children))


def decode_tlv(octets: bytes) -> tuple[Tlv, ...]:
    """Read the tags of a container, without its length; raises `DeviceGarbled` when it does not come out even."""
    found = []
    at = 0
    while at < len(octets):
        tag, at = _read_tag(octets, at)
        size, at = read_length(octets, at)
        if at + size > len(octets):
            raise DeviceGarbled(f"The TLV tag {tag:X} is longer than its container.")
        found.append(Tlv(tag, octets[at : at + size]))
        at += size
    return tuple(found)


def encode_tlv(items: Iterable[Tlv]) -> bytes:
    """Write tags one after the other, without a length in front."""
    return b"".join(_tag_bytes(item.tag) + encode_length(len(item.value)) + item.value for item in items)


def find(items: Iterable[Tlv], *path: int) -> bytes | None:
    """The value of the first tag that a path leads to, e.g. `find(items, 0x24, 0x07)`; None when there is none.

    Raises `DeviceGarbled` when a container on the path is damaged.
    """
    first, *rest = path
    for item in items:
        if item.tag == first:
            found = find(item.children, *rest) if rest else item.value
            if found is not None:
                return found
    return None


def find_all(items: Iterable[Tlv], *path: int) -> tuple[bytes, ...]:
    """All values that a path leads to, in their order."""
    first, *rest = path
    found: list[bytes] = []
    for item in items:
        if item.tag == first:
            found += find_all(item.children, *rest) if rest else (item.value,)
    return tuple(found)


def read_length(octets: bytes, at: int) -> tuple[int, int]:
    """Read a BER-like length and give it with the place after it; raises `DeviceGarbled`."""
    if at >= len(octets):
        raise DeviceGarbled("A TLV container ends before a length.")
    first = octets[at]
    if first < 0x80:
        return first, at + 1
    more = first & 0x7F
    if more not in (1, 2) or at + 1 + more > len(octets):
        raise DeviceGarbled("A TLV length is none that ZVT allows.")
    return int.from_bytes(octets[at + 1 : at + 1 + more], "big"), at + 1 + more


def encode_length(size: int) -> bytes:
    """Write a BER-like length; raises `DeviceMisused` over 65535."""
    if size < 0x80:
        return bytes([size])
    if size <= 0xFF:
        return bytes([0x81, size])
    if size > 0xFFFF:
        raise DeviceMisused("A TLV value holds at most 65535 bytes.")
    return b"\x82" + size.to_bytes(2, "big")


def _read_tag(octets: bytes, at: int) -> tuple[int, int]:
    start = at
    at += 1
    if octets[start] & 0x1F == 0x1F:
        while True:
            if at >= len(octets) or at - start >= _LONGEST_TAG:
                raise DeviceGarbled("A TLV tag does not end.")
            at += 1
            if not octets[at - 1] & 0x80:
                break
    return int.from_bytes(octets[start:at], "big"), at


def _tag_bytes(tag: int) -> bytes:
    return tag.to_bytes(max(1, (tag.bit_length() + 7) // 8), "big")
