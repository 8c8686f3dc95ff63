"""Reads codes from a barcode scanner on a serial line."""

import logging
import time
from collections.abc import Callable

from hardware.codecs.barcode_line import BarcodeLines, LineCode, LineFormat, LineRefused
from hardware.codecs.line_speed import SpeedSearch
from hardware.drivers.stream_scanner import StreamScanner
from hardware.ports.byte_stream import ByteStream, TunableStream

_log = logging.getLogger(__name__)


class SerialScanner(StreamScanner):
    """A scanner that sends each code with a suffix.

    Every code is delivered, the same one twice in a row too: what to make of that is the shop's rule.
    """

    def __init__(
        self,
        stream: ByteStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(stream, device, clock)
        self._format = line_format or LineFormat()
        self._lines = BarcodeLines(self._format)

    def _begin(self) -> None:
        self._lines = BarcodeLines(self._format)

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
