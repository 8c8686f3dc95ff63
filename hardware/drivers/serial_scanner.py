"""Reads codes from a barcode scanner on a serial line."""

import time
from collections.abc import Callable

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused
from hardware.ports.byte_stream import ByteStream
from hardware.ports.scanner import CodeRead, CodeRefused, ScannerEvent

_IDLE = 0.25  # seconds; a scanner sends a code in one go, so a longer pause ends what has no suffix


class SerialScanner:
    """Speaks the port `Scanner` for a scanner that sends each code with a suffix.

    Every code is delivered, the same one twice in a row too: what to make of that is the shop's rule.
    """

    def __init__(
        self,
        stream: ByteStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._device = device
        self._format = line_format or LineFormat()
        self._clock = clock
        self._closed = False
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that the port is open."""
        self._announce = announce

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Read until closed; raises `DeviceOffline` when the scanner is not there or goes away."""
        lines = BarcodeLines(self._format)  # half a code from before an unplug is worth nothing
        try:
            self._stream.open()
            self._announce()
            while not self._closed:
                octets = self._stream.read(_IDLE)
                for line in lines.feed(octets):
                    deliver(self._event(line))
                if not octets and (refused := lines.idle()) is not None:
                    deliver(self._event(refused))
        finally:
            self._stream.close()

    def close(self) -> None:
        """Let `run` end at its next look, within a quarter of a second."""
        self._closed = True

    def _event(self, line: LineCode | LineRefused) -> ScannerEvent:
        if isinstance(line, LineCode):
            return CodeRead(line.text, line.symbology, self._device, self._clock(), line.gs1)
        return CodeRefused(line.reason, self._device, self._clock(), line.setup_changed)
