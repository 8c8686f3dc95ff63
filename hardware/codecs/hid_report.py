"""Reads a USB HID report descriptor: which bits of which report mean what.

Device Class Definition for Human Interface Devices 1.11, section 6.2.2. Only input reports are kept; what a
host may write is of no use to a scanner's driver.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hardware.errors import DeviceGarbled

_MAIN, _GLOBAL, _LOCAL = 0, 1, 2
_INPUT = 0x8
_USAGE_PAGE, _REPORT_SIZE, _REPORT_ID, _REPORT_COUNT, _PUSH, _POP = 0x0, 0x7, 0x8, 0x9, 0xA, 0xB
_USAGE, _USAGE_MINIMUM, _USAGE_MAXIMUM = 0x0, 0x1, 0x2
_LONG_ITEM = 0xFE
_CONSTANT = 0x01
_MOST_BITS = 8 * 65536  # no report is longer; a descriptor that says so is garbage


@dataclass(frozen=True, slots=True)
class HidField:
    """A run of bits in an input report: `usage` is page and usage in one number, `offset` counts bits.

    `offset` starts behind the report's number, which is the first byte when `report_id` is not 0.
    """

    report_id: int
    usage: int
    offset: int
    bits: int


@dataclass(frozen=True, slots=True)
class _Item:
    kind: int
    tag: int
    value: int
    size: int


@dataclass(frozen=True, slots=True)
class _Globals:
    page: int = 0
    size: int = 0
    count: int = 0
    report_id: int = 0


@dataclass
class _Reading:
    now: _Globals = _Globals()
    kept: list[_Globals] = field(default_factory=list)
    usages: list[int] = field(default_factory=list)
    minimum: int = 0
    offsets: dict[int, int] = field(default_factory=dict)
    fields: list[HidField] = field(default_factory=list)


def input_fields(descriptor: bytes) -> tuple[HidField, ...]:
    """The fields of all input reports in their order; neighbours of one usage are one field.

    Raises `DeviceGarbled` when the descriptor is cut off or impossible.
    """
    reading = _Reading()
    for item in _items(descriptor):
        if item.kind == _GLOBAL:
            _global(reading, item)
        elif item.kind == _LOCAL:
            _local(reading, item)
        elif item.kind == _MAIN:
            if item.tag == _INPUT:
                _input(reading, item.value)
            reading.usages, reading.minimum = [], 0
    return tuple(_joined(reading.fields))


def _items(descriptor: bytes) -> Iterator[_Item]:
    at = 0
    while at < len(descriptor):
        head = descriptor[at]
        if head == _LONG_ITEM:
            if at + 2 >= len(descriptor):
                raise DeviceGarbled("The report descriptor is cut off in a long item.")
            at += 3 + descriptor[at + 1]
            continue
        size = (0, 1, 2, 4)[head & 3]
        value = descriptor[at + 1 : at + 1 + size]
        if len(value) < size:
            raise DeviceGarbled("The report descriptor is cut off.")
        yield _Item(head >> 2 & 3, head >> 4, int.from_bytes(value, "little"), size)
        at += 1 + size


def _global(reading: _Reading, item: _Item) -> None:
    now = reading.now
    if item.tag == _USAGE_PAGE:
        reading.now = replace(now, page=item.value)
    elif item.tag == _REPORT_SIZE:
        reading.now = replace(now, size=item.value)
    elif item.tag == _REPORT_COUNT:
        reading.now = replace(now, count=item.value)
    elif item.tag == _REPORT_ID:
        if not 0 < item.value < 256:
            raise DeviceGarbled(f"The report descriptor has a report number {item.value}.")
        reading.now = replace(now, report_id=item.value)
    elif item.tag == _PUSH:
        reading.kept.append(now)
    elif item.tag == _POP:
        if not reading.kept:
            raise DeviceGarbled("The report descriptor takes back what it never put away.")
        reading.now = reading.kept.pop()


def _local(reading: _Reading, item: _Item) -> None:
    # A usage of four bytes brings its own page; a shorter one is of the page set before (6.2.2.8).
    usage = item.value if item.size == 4 else reading.now.page << 16 | item.value
    if item.tag == _USAGE:
        reading.usages.append(usage)
    elif item.tag == _USAGE_MINIMUM:
        reading.minimum = usage
    elif item.tag == _USAGE_MAXIMUM and 0 <= usage - reading.minimum < 4096:
        reading.usages += range(reading.minimum, usage + 1)


def _input(reading: _Reading, flags: int) -> None:
    now = reading.now
    start = reading.offsets.get(now.report_id, 0)
    if start + now.size * now.count > _MOST_BITS:
        raise DeviceGarbled("The report descriptor has a report that is too long to be one.")
    reading.offsets[now.report_id] = start + now.size * now.count
    if flags & _CONSTANT or not reading.usages:
        return  # padding
    for number in range(now.count):
        # Usages are given to the fields in turn, the last one to all that are left (6.2.2.8).
        usage = reading.usages[min(number, len(reading.usages) - 1)]
        reading.fields.append(HidField(now.report_id, usage, start + number * now.size, now.size))


def _joined(fields: list[HidField]) -> Iterator[HidField]:
    held: HidField | None = None
    for one in fields:
        if held is not None and (held.report_id, held.usage, held.offset + held.bits) == (
            one.report_id,
            one.usage,
            one.offset,
        ):
            held = replace(held, bits=held.bits + one.bits)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held
