"""Reads codes from a scanner that types like a keyboard, from its own device file, before any window does."""

import time
from collections.abc import Callable

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused
from hardware.codecs.input_event import EventsLost, InputEvents
from hardware.codecs.us_keyboard import UsKeyboard
from hardware.drivers.stream_scanner import StreamScanner
from hardware.ports.packet_stream import PacketStream


class EvdevScanner(StreamScanner):
    """A keyboard that belongs to the scanner alone: every key is part of a code.

    The keyboard is named by its address, so that no speed of typing has to tell a scanner from a person.
    """

    def __init__(
        self,
        stream: PacketStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(stream, device, clock)
        self._format = line_format or LineFormat()
        self._typed = _TypedLines(self._format)

    def _begin(self) -> None:
        self._typed = _TypedLines(self._format)

    def _understood(self, octets: bytes) -> list[LineCode | LineRefused]:
        return self._typed.feed(octets)


class _TypedLines:
    """Records of keys as lines of a scanner."""

    def __init__(self, line_format: LineFormat) -> None:
        self._format = line_format
        self._records = InputEvents()
        self._keyboard = UsKeyboard()
        self._lines = BarcodeLines(line_format)

    def feed(self, octets: bytes) -> list[LineCode | LineRefused]:
        """What the records complete; no records mean that nothing came for a while."""
        if not octets:
            left = self._lines.idle()
            return [] if left is None else [left]
        read: list[LineCode | LineRefused] = []
        for record in self._records.feed(octets):
            if isinstance(record, EventsLost):
                # Which keys are down is not known either.
                self._keyboard, self._lines = UsKeyboard(), BarcodeLines(self._format)
                read.append(LineRefused("keys were lost between the scanner and the kiosk: scan again"))
            else:
                read += self._lines.feed(self._keyboard.key(record.code, record.down).encode("latin-1"))
        return read
