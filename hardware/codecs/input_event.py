"""Records of key presses as the Linux kernel hands them out under /dev/input.

struct input_event (linux/input.h): seconds and microseconds as native longs, type, code, value.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

EVENT = struct.Struct("@llHHi")
EV_SYN, EV_KEY = 0, 1
SYN_DROPPED = 3
RELEASED, PRESSED, REPEATED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """A key went down or up; `at` is the kernel's time in seconds."""

    code: int
    down: bool
    at: float


@dataclass(frozen=True, slots=True)
class EventsLost:
    """The kernel had no room and threw events away: what is held is not whole."""


def event(kind: int, code: int, value: int, at: float = 0.0) -> bytes:
    """One record."""
    return EVENT.pack(int(at), round(at % 1 * 1_000_000) % 1_000_000, kind, code, value)


class InputEvents:
    """Reads records out of bytes, whole or in pieces; a key that is held down repeats nothing."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, octets: bytes) -> Iterator[KeyEvent | EventsLost]:
        """Take what arrived; give back each key that it completes."""
        self._held += octets
        whole = len(self._held) - len(self._held) % EVENT.size
        records = bytes(self._held[:whole])
        del self._held[:whole]
        for seconds, micros, kind, code, value in EVENT.iter_unpack(records):
            if kind == EV_SYN and code == SYN_DROPPED:
                yield EventsLost()
            elif kind == EV_KEY and value in (RELEASED, PRESSED):
                yield KeyEvent(code, value == PRESSED, seconds + micros / 1_000_000)
