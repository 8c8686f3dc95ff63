"""Reads codes from a scanner that types like a keyboard, from its own device file, before any window does."""

import time
from collections.abc import Callable

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused
from hardware.codecs.input_event import EventsLost, InputEvents
from hardware.codecs.us_keyboard import UsKeyboard
from hardware.drivers.scanner_events import ScannerEvents
from hardware.ports.packet_stream import PacketStream
from hardware.ports.scanner import ScannerEvent

_IDLE = 0.25  # seconds; a scanner types a code in one go


class EvdevScanner:
    """Speaks the port `Scanner` for a keyboard that belongs to it alone: every key is part of a code.

    The keyboard is named by its address, so that no speed of typing has to tell a scanner from a person.
    """

    def __init__(
        self,
        stream: PacketStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._format = line_format or LineFormat()
        self._events = ScannerEvents(device, clock)
        self._closed = False
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that the keyboard is open and ours alone."""
        self._announce = announce

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Read until closed; raises `DeviceOffline` when the scanner is not there, goes away or is taken."""
        typed = _TypedLines(self._format)
        try:
            self._stream.open()
            self._announce()
            while not self._closed:
                for read in typed.feed(self._stream.read(_IDLE)):
                    deliver(self._events.event(read))
        finally:
            self._stream.close()

    def close(self) -> None:
        """Let `run` end at its next look, within a quarter of a second."""
        self._closed = True


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
