"""What every scanner driver makes of what its codec read: events of the port, and one alarm a change of set-up."""

import time
from collections.abc import Callable

from hardware.codecs.barcode_line import LineCode, LineRefused
from hardware.ports.scanner import CodeRead, CodeRefused, ScannerEvent


class ScannerEvents:
    """Names the device and the time of each read.

    A changed set-up is told once, and again only after a code has come in the right form in between:
    whoever keeps scanning with a scanner that was reprogrammed does not call staff at every beep.
    """

    def __init__(self, device: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._device = device
        self._clock = clock
        self._told = False

    def event(self, read: LineCode | LineRefused) -> ScannerEvent:
        """The event that a read becomes, now."""
        if isinstance(read, LineCode):
            self._told = False
            return CodeRead(read.text, read.symbology, self._device, self._clock(), read.gs1)
        alarm = read.setup_changed and not self._told
        self._told = self._told or read.setup_changed
        return CodeRefused(read.reason, self._device, self._clock(), alarm)
