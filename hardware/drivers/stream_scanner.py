"""What scanners that are read from a stream have in common: open, read until closed, let a technician look."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Protocol

from hardware.codecs.barcode_line import LineCode, LineRefused
from hardware.drivers.byte_memory import ByteMemory
from hardware.drivers.scanner_events import ScannerEvents
from hardware.ports.byte_watch import SeenBytes
from hardware.ports.scanner import ScannerEvent

_IDLE = 0.25  # seconds; a scanner sends a code in one go, so a longer pause ends what has no end of its own


class ReadStream(Protocol):
    """As much of a stream as a scanner needs."""

    def open(self) -> None: ...

    def read(self, deadline: float) -> bytes: ...

    def close(self) -> None: ...


class StreamScanner(ABC):
    """Speaks the ports `Scanner`, `AnnouncesConnection` and `WatchesBytes`; a driver says how bytes become codes."""

    def __init__(self, stream: ReadStream, device: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._read_from = stream
        self._device = device
        self._events = ScannerEvents(device, clock)
        self._bytes = ByteMemory(clock)
        self._closed = False
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that the device is open and is a scanner."""
        self._announce = announce

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Read until closed.

        Raises `DeviceOffline` when the scanner is not there, goes away or is taken, `DeviceGarbled` when what is
        there is no such scanner.
        """
        try:
            self._read_from.open()
            self._begin()
            self._announce()
            while not self._closed:
                octets = self._read_from.read(_IDLE)
                if octets:
                    self._bytes.note(octets)
                for read in self._understood(octets):
                    deliver(self._events.event(read))
        finally:
            self._read_from.close()

    def watch_bytes(self, seconds: float = 5.0) -> None:
        """Keep the scanner's bytes for so many seconds from now; with 0 forget them."""
        self._bytes.watch(seconds)

    def last_bytes(self) -> SeenBytes | None:
        """What the scanner sent last while somebody looks."""
        return self._bytes.last()

    def close(self) -> None:
        """Let `run` end at its next look, within a quarter of a second."""
        self._closed = True

    @abstractmethod
    def _begin(self) -> None:
        """The stream was opened: half a code from before is worth nothing."""

    @abstractmethod
    def _understood(self, octets: bytes) -> Sequence[LineCode | LineRefused]:
        """What the bytes complete; no bytes mean that nothing came for a while."""
