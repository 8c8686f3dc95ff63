"""Codes out of the reports of a USB HID POS scanner, as its report descriptor lays them out.

HID Point of Sale Usage Tables 1.02, section 3 (usage page 0x8C, bar code scanner): decoded data, the three
characters of the AIM identifier, and the flag that the code goes on in the next report. The number of bytes
in use, where it is told, is usage "byte count" of the generic desktop page.
"""

from dataclasses import dataclass

from hardware.codecs.barcode_line import LineCode, LineFormat, LineRefused, Suffix, understand
from hardware.codecs.hid_report import HidField, input_fields
from hardware.errors import DeviceGarbled

IDENTIFIER_1, IDENTIFIER_2, IDENTIFIER_3 = 0x8C00FB, 0x8C00FC, 0x8C00FD
DECODED_DATA, DATA_CONTINUED = 0x8C00FE, 0x8C00FF
BYTE_COUNT = 0x01003B

_ENDINGS = {
    Suffix.AUTO: (b"\r\n", b"\r", b"\n", b"\t"),
    Suffix.CR: (b"\r",),
    Suffix.LF: (b"\n",),
    Suffix.CRLF: (b"\r\n",),
    Suffix.TAB: (b"\t",),
}


@dataclass(frozen=True, slots=True)
class PosLayout:
    """Where the parts of a code stand in the report that carries decoded data; None for what is not there."""

    report_id: int
    data: HidField
    identifiers: tuple[HidField, ...] = ()
    count: HidField | None = None
    continued: HidField | None = None


def pos_layout(descriptor: bytes) -> PosLayout | None:
    """The layout that a descriptor tells; None when the device is no barcode scanner of this kind.

    Raises `DeviceGarbled` for a broken descriptor, and for data that do not lie on whole bytes.
    """
    fields = input_fields(descriptor)
    data = next((field for field in fields if field.usage == DECODED_DATA), None)
    if data is None:
        return None
    here = {field.usage: field for field in reversed(fields) if field.report_id == data.report_id}
    identifiers = tuple(here[usage] for usage in (IDENTIFIER_1, IDENTIFIER_2, IDENTIFIER_3) if usage in here)
    if any(field.offset % 8 or field.bits % 8 for field in (data, *identifiers)):
        raise DeviceGarbled("The scanner's report descriptor puts decoded data across the border of bytes.")
    return PosLayout(data.report_id, data, identifiers, here.get(BYTE_COUNT), here.get(DATA_CONTINUED))


def is_pos_scanner(descriptor: bytes) -> bool:
    """Whether a descriptor is that of a scanner this codec can read."""
    try:
        return pos_layout(descriptor) is not None
    except DeviceGarbled:
        return False


class PosReports:
    """Reads codes out of whole reports; a code longer than one report comes in several.

    `suffix` and `prefix` of the format are taken off when the scanner adds them; no suffix is needed here.
    """

    def __init__(self, layout: PosLayout, line_format: LineFormat | None = None) -> None:
        self._layout = layout
        self._format = line_format or LineFormat()
        self._held = bytearray()
        self._identifier = b""
        self._length = 0

    @property
    def unfinished(self) -> bool:
        """Whether the rest of a code is awaited."""
        return self._length > 0

    def feed(self, report: bytes) -> list[LineCode | LineRefused]:
        """Take one report; reports of another number (triggers, status) are nobody's code."""
        layout = self._layout
        if layout.report_id:
            if not report or report[0] != layout.report_id:
                return []
            report = report[1:]
        needed = (layout.data.offset + layout.data.bits) // 8
        if len(report) < needed:
            self._forget()
            return [LineRefused(f"a report of {len(report)} bytes came; the scanner's descriptor promises {needed}")]
        read: list[LineCode | LineRefused] = []
        identifier = b"".join(_octets(report, field) for field in layout.identifiers).rstrip(b"\0")
        if self._length and identifier not in (b"", self._identifier):
            read += self.idle()  # another code began: the end of the one before was lost
        if not self._length:
            self._identifier = identifier
        piece = self._piece(report)
        self._length += len(piece)
        if len(self._held) <= self._format.longest + len(self._format.prefix) + 5:
            self._held += piece
        if self._continues(report) and piece:
            return read
        return read + self._finish()

    def idle(self) -> list[LineCode | LineRefused]:
        """Say that nothing has come for a while: the rest of a code never will."""
        length = self._length
        self._forget()
        return [LineRefused(f"a code broke off after {length} characters: scan again")] if length else []

    def _piece(self, report: bytes) -> bytes:
        octets = _octets(report, self._layout.data)
        if self._layout.count is None:
            return octets.rstrip(b"\0")
        return octets[: _number(report, self._layout.count)]

    def _continues(self, report: bytes) -> bool:
        flag = self._layout.continued
        # Some makers name all eight bits of the byte by this usage; the first one is meant.
        return flag is not None and bool(_bit(report, flag.offset))

    def _finish(self) -> list[LineCode | LineRefused]:
        body, identifier, length = bytes(self._held), self._identifier, self._length
        self._forget()
        if length > len(body):
            return [LineRefused(f"{length} characters came in one code; at most {self._format.longest} are allowed")]
        for ending in _ENDINGS[self._format.suffix]:
            if body.endswith(ending):
                body = body[: -len(ending)]
                break
        if not body:
            return []
        prefix = self._format.prefix.encode("latin-1", "replace")
        if identifier.startswith(b"]"):
            # The identifier has a place of its own; behind the prefix it reads like that of a serial scanner.
            body = body[: len(prefix)] + identifier + body[len(prefix) :] if body.startswith(prefix) else body
        read = understand(body, self._format)
        return [] if read is None else [read]

    def _forget(self) -> None:
        self._held.clear()
        self._identifier, self._length = b"", 0


def _octets(report: bytes, field: HidField) -> bytes:
    return report[field.offset // 8 : (field.offset + field.bits) // 8]


def _number(report: bytes, field: HidField) -> int:
    return int.from_bytes(report, "little") >> field.offset & ((1 << field.bits) - 1)


def _bit(report: bytes, offset: int) -> int:
    return report[offset // 8] >> offset % 8 & 1 if offset // 8 < len(report) else 0
