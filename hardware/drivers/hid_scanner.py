"""Reads codes from a USB scanner that is set to "HID POS", also called USB HID bar code scanner."""

import time
from collections.abc import Callable, Sequence

from hardware.codecs.barcode_line import LineCode, LineFormat, LineRefused
from hardware.codecs.hid_pos import PosReports, pos_layout
from hardware.drivers.stream_scanner import StreamScanner
from hardware.errors import DeviceGarbled
from hardware.ports.packet_stream import ReportStream


class HidScanner(StreamScanner):
    """A scanner whose reports are of usage page 0x8C."""

    def __init__(
        self,
        stream: ReportStream,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(stream, device, clock)
        self._stream = stream
        self._format = line_format
        self._reports: PosReports | None = None

    def _begin(self) -> None:
        layout = pos_layout(self._stream.descriptor())
        if layout is None:
            raise DeviceGarbled("The device sends no decoded bar codes: set its interface to USB HID POS.")
        self._reports = PosReports(layout, self._format)

    def _understood(self, octets: bytes) -> Sequence[LineCode | LineRefused]:
        if self._reports is None:
            return ()
        return self._reports.feed(octets) if octets else self._reports.idle()
