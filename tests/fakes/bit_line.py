"""A serial line of bits: what a receiver reads when it listens at another speed or form than the sender's."""

import queue
from itertools import pairwise

from hardware.errors import DeviceOffline

_GAP = 30  # bits of rest between two scans


class BitLine:
    """Implements `TunableStream`: scans are sent at `baud` as 8N1 or 7E1 and sampled at the speed tuned to.

    The receiver does what a UART does: it waits for a falling edge, samples each of 8 bits in its middle, and
    hands out NUL where the stop bit is not there (termios without PARMRK and IGNPAR).
    """

    def __init__(self, baud: int, form: str = "8N1") -> None:
        self.baud, self.form = baud, form
        self.listening = 0
        self.tuned: list[int] = []
        self.is_open = False
        self._coming: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def scan(self, octets: bytes) -> None:
        """Send one scan; it is sampled at the speed that is tuned to now."""
        levels = [1] * _GAP
        for octet in octets:
            parity = 0x80 if self.form == "7E1" and octet.bit_count() % 2 else 0
            levels += [0, *((octet | parity) >> bit & 1 for bit in range(8)), 1]
        came = sampled([*levels, *[1] * _GAP], self.baud / self.listening)
        if came:
            self._coming.put(came)

    def cut(self) -> None:
        """Pull the cable."""
        self._coming.put(None)

    def tune(self, baud: int) -> None:
        self.listening = baud
        self.tuned.append(baud)

    def open(self) -> None:
        self.is_open = True

    def read(self, deadline: float) -> bytes:
        """What came since, or b"" at once: the pause after a scan passes without waiting."""
        del deadline
        try:
            came = self._coming.get(timeout=0.02)
        except queue.Empty:
            return b""
        if came is None:
            raise DeviceOffline("The line was cut.")
        return came

    def write(self, octets: bytes) -> None:
        raise AssertionError("nothing may be sent to a scanner whose speed is looked for")

    def close(self) -> None:
        self.is_open = False


def sampled(levels: list[int], step: float) -> bytes:
    """The bytes that a receiver reads whose bits are `step` of the sender's bits long."""
    edges = [number + 1 for number, (before, after) in enumerate(pairwise(levels)) if before and not after]
    came = bytearray()
    free = 0.0
    for edge in edges:
        if edge < free:
            continue
        bits = [_at(levels, edge + (number + 1.5) * step) for number in range(9)]
        value = sum(bit << number for number, bit in enumerate(bits[:8]))
        came.append(value if bits[8] else 0)
        free = edge + 9.5 * step
    return bytes(came)


def _at(levels: list[int], moment: float) -> int:
    return levels[int(moment)] if moment < len(levels) else 1
