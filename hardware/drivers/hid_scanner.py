"""Reads codes from a USB scanner that is set to "HID POS", also called USB HID bar code scanner."""

import time
from collections.abc import Callable

from hardware.codecs.barcode_line import LineFormat
from hardware.codecs.hid_pos import PosReports, pos_layout
from hardware.drivers.byte_memory import ByteMemory
from hardware.drivers.scanner_events import ScannerEvents
from hardware.errors import DeviceGarbled
from hardware.ports.byte_watch import SeenBytes
from hardware.ports.packet_stream import ReportStream
from hardware.ports.scanner import ScannerEvent

_IDLE = 0.25  # seconds; the reports of one code follow each other within milliseconds


class HidScanner:
    """Speaks the port `Scanner` for a scanner whose reports are of usage page 0x8C."""

    def __init__(
        self,
        stream: ReportStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._format = line_format
        self._events = ScannerEvents(device, clock)
        self._bytes = ByteMemory(clock)
        self._closed = False
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that the device is open and is a scanner."""
        self._announce = announce

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Read until closed.

        Raises `DeviceOffline` when the scanner is not there or goes away, `DeviceGarbled` when what is
        there is no HID POS scanner.
        """
        try:
            self._stream.open()
            layout = pos_layout(self._stream.descriptor())
            if layout is None:
                raise DeviceGarbled("The device sends no decoded bar codes: set its interface to USB HID POS.")
            reports = PosReports(layout, self._format)
            self._announce()
            while not self._closed:
                report = self._stream.read(_IDLE)
                if report:
                    self._bytes.note(report)
                for read in reports.feed(report) if report else reports.idle():
                    deliver(self._events.event(read))
        finally:
            self._stream.close()

    def watch_bytes(self, seconds: float = 5.0) -> None:
        """Keep the scanner's bytes for so many seconds from now; with 0 forget them."""
        self._bytes.watch(seconds)

    def last_bytes(self) -> SeenBytes | None:
        """What the scanner sent last while somebody looks."""
        return self._bytes.last()

    def close(self) -> None:
        """Let `run` end at its next look, within a quarter of a second."""
        self._closed = True
