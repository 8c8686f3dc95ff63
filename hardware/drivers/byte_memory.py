"""Keeps the bytes that a device sent last, for the technician who looks at them now and for nobody else."""

from collections.abc import Callable
from threading import Lock

from hardware.ports.byte_watch import SeenBytes

MOST = 256
_APART = 0.2  # seconds; after a longer pause other bytes begin


class ByteMemory:
    """The bytes of one device: noted on its thread, asked for on any."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._until = 0.0
        self._seen: SeenBytes | None = None

    def watch(self, seconds: float) -> None:
        """Keep bytes for so many seconds from now; with 0 forget them."""
        with self._lock:
            self._until = self._clock() + seconds
            if not seconds:
                self._seen = None

    def note(self, octets: bytes) -> None:
        """Take bytes that came now."""
        now = self._clock()
        with self._lock:
            if now >= self._until:
                self._seen = None  # a code may be a credential: what nobody looks at is not kept
                return
            going_on = self._seen is not None and now - self._seen.at < _APART
            before = self._seen.octets if going_on and self._seen is not None else b""
            self._seen = SeenBytes((before + octets)[-MOST:], now)

    def last(self) -> SeenBytes | None:
        """What came last while somebody looked."""
        with self._lock:
            return self._seen if self._clock() < self._until else None
