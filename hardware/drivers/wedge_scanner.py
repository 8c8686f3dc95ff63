"""A scanner that types like a keyboard; the window feeds it with keys."""

import queue
import time
from collections.abc import Callable

from hardware.codecs.barcode_line import LineFormat
from hardware.codecs.wedge_keys import KeyVerdict, WedgeKeys
from hardware.drivers.scanner_events import ScannerEvents
from hardware.ports.scanner import ScannerEvent


class WedgeScanner:
    """Speaks the port `Scanner`; `key` and `expire` are called by the window on its own thread.

    Both give back what is known now: the text to let through to what has the focus, and whether a code was
    scanned. `expires_at` says when `expire` is due, in the seconds of the times that `key` is given.
    """

    def __init__(
        self,
        device: str,
        line_format: LineFormat | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keys = WedgeKeys(line_format)
        self._clock = clock
        self._read = ScannerEvents(device, clock)
        self._events: queue.SimpleQueue[ScannerEvent | None] = queue.SimpleQueue()
        self._closed = False
        self._announce: Callable[[], None] = lambda: None

    def when_connected(self, announce: Callable[[], None]) -> None:
        """Remember whom to tell that keys are taken; a keyboard cannot say whether it is there."""
        self._announce = announce

    @property
    def expires_at(self) -> float | None:
        """When `expire` is due, or None."""
        return self._keys.expires_at

    @property
    def fastest(self) -> float:
        """Seconds between two keys of which the second can still belong to the scanner."""
        return self._keys.fastest

    def key(self, character: str, at: float | None = None) -> KeyVerdict:
        """Take one key press; `at` is the second in which it was pressed, now when left out."""
        return self._act(self._keys.key(character, self._clock() if at is None else at))

    def expire(self, at: float | None = None) -> KeyVerdict:
        """Let through what was only typed."""
        return self._act(self._keys.expire(self._clock() if at is None else at))

    def run(self, deliver: Callable[[ScannerEvent], None]) -> None:
        """Deliver what was scanned until closed."""
        self._announce()
        while not self._closed:
            event = self._events.get()
            if event is not None:
                deliver(event)

    def close(self) -> None:
        """Let `run` end."""
        self._closed = True
        self._events.put(None)

    def _act(self, verdict: KeyVerdict) -> KeyVerdict:
        if verdict.scanned is not None:
            self._events.put(self._read.event(verdict.scanned))
        return verdict
