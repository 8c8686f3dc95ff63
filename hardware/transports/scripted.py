"""A stream of bytes in memory: what is written is answered by a function, what comes is pushed in."""

import queue
from collections.abc import Callable

from hardware.errors import DeviceOffline

_DROP = object()


class ScriptedStream:
    """Plays the other end of the line without a device, for tests and for replaying a recording.

    `answer` is called with each piece written and returns what the device sends back.
    """

    def __init__(self, answer: Callable[[bytes], bytes] = lambda _octets: b"") -> None:
        self._answer = answer
        self._coming: queue.SimpleQueue[bytes | object] = queue.SimpleQueue()
        self.written: list[bytes] = []
        self.is_open = False

    def push(self, octets: bytes) -> None:
        """Let bytes arrive, as if the device had sent them by itself."""
        if octets:
            self._coming.put(octets)

    def drop(self) -> None:
        """Cut the line after what was pushed so far."""
        self._coming.put(_DROP)

    def open(self) -> None:
        """Open the line."""
        self.is_open = True

    def read(self, deadline: float) -> bytes:
        """The next piece within `deadline` seconds, or b""; raises `DeviceOffline` after a cut."""
        self._check()
        try:
            came = self._coming.get(timeout=max(deadline, 0.0))
        except queue.Empty:
            return b""
        if isinstance(came, bytes):
            return came
        self.is_open = False
        raise DeviceOffline("The line was cut.")

    def write(self, octets: bytes) -> None:
        """Keep what was sent and let the answer come."""
        self._check()
        self.written.append(octets)
        self.push(self._answer(octets))

    def close(self) -> None:
        """Close the line."""
        self.is_open = False

    def _check(self) -> None:
        if not self.is_open:
            raise DeviceOffline("The line is not open.")
