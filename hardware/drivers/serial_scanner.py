"""Reads codes from a barcode scanner on a serial line."""

import logging
import time
from collections.abc import Callable

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused
from hardware.codecs.line_speed import SpeedSearch
from hardware.drivers.byte_memory import ByteMemory
from hardware.drivers.scanner_events import ScannerEvents
from hardware.ports.byte_stream import ByteStream, TunableStream
from hardware.ports.byte_watch import SeenBytes
from hardware.ports.scanner import ScannerEvent

_IDLE = 0.25  # seconds; a scanner sends a code in one go, so a longer pause ends what has no suffix
_log = logging.getLogger(__name__)


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
        self._events = ScannerEvents(device, clock)
        self._bytes = ByteMemory(clock)
        self._lines = BarcodeLines(self._format)
        self._closed = False
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that the port is open."""
        self._announce = announce

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Read until closed; raises `DeviceOffline` when the scanner is not there or goes away."""
        self._begin()
        try:
            self._stream.open()
            self._announce()
            while not self._closed:
                octets = self._stream.read(_IDLE)
                if octets:
                    self._bytes.note(octets)
                for read in self._understood(octets):
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

    def _begin(self) -> None:
        self._lines = BarcodeLines(self._format)  # half a code from before an unplug is worth nothing

    def _understood(self, octets: bytes) -> list[LineCode | LineRefused]:
        if octets:
            return self._lines.feed(octets)
        refused = self._lines.idle()
        return [] if refused is None else [refused]


class SpeedSeekingScanner(SerialScanner):
    """A serial scanner whose speed nobody knows: `baud = "auto"`.

    The speed that worked is kept over unplug and replug, and told in the log to be written into the settings.
    """

    def __init__(
        self,
        stream: TunableStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(stream, device, line_format, clock)
        self._tunable = stream
        self._search = SpeedSearch(line_format)

    def _begin(self) -> None:
        self._search.restart()
        self._tunable.tune(self._search.rate)

    def _understood(self, octets: bytes) -> list[LineCode | LineRefused]:
        rate, known = self._search.rate, self._search.known
        read = self._search.feed(octets) if octets else self._search.idle()
        if self._search.known != known:
            _log.info("%s speaks %d baud: write baud = %d into its options", self._device, rate, rate)
        if self._search.rate != rate:
            self._tunable.tune(self._search.rate)
        return read
