"""A scale on a pty that answers in the 8217 dialect."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from hardware.codecs.scale_8217 import ASK_WEIGHT, TAKE_ZERO, Status, Weight, encode
from hardware.simulators.pty_cable import PtyCable

CAPACITY = 15_000  # grams
_ZERO_RANGE = CAPACITY // 50  # a scale may zero within 2 % of its capacity
_STEP = 1  # grams


class Scale8217Simulator:
    """Plays a shop scale of 15 kg in steps of 1 g; `address` is the port to put into the settings.

    A load put on moves for `settles_after` seconds before it is stable.
    """

    def __init__(
        self, link: Path | None = None, settles_after: float = 0.4, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._cable = PtyCable(self._asked, link)
        self._settles_after = settles_after
        self._clock = clock
        self._lock = threading.Lock()
        self._load = 0
        self._zero = 0
        self._stable_from = 0.0
        self._shaken = False
        self._broken = False

    @property
    def address(self) -> str:
        """The path of the port."""
        return str(self._cable.link)

    def start(self) -> None:
        """Plug the cable in."""
        self._cable.plug()

    def stop(self) -> None:
        """Unplug for good."""
        self._cable.dispose()

    def put(self, grams: int) -> None:
        """Have this load on the scale, 0 for none; negative for what was on it at power-up."""
        if not isinstance(grams, int) or not -CAPACITY <= grams <= 10 * CAPACITY:
            raise ValueError(f"a load is whole grams up to {10 * CAPACITY}, not {grams!r}")
        with self._lock:
            self._load = grams
            self._stable_from = self._clock() + self._settles_after

    def moving(self, shaken: bool = True) -> None:
        """Keep the load moving until called with False."""
        with self._lock:
            self._shaken = shaken

    def over(self) -> None:
        """Put on more than the scale can weigh."""
        self.put(CAPACITY + 1_000)

    def fault(self, broken: bool = True) -> None:
        """Let the scale be unable to find its zero until called with False."""
        with self._lock:
            self._broken = broken

    def unplug(self) -> None:
        """Pull the cable."""
        self._cable.unplug()

    def replug(self) -> None:
        """Put the cable back; the address stays the same."""
        self._cable.plug()

    def commands(self) -> dict[str, Callable[..., object]]:
        """What can be called from another process."""
        return {
            "put": self.put,
            "moving": self.moving,
            "over": self.over,
            "fault": self.fault,
            "unplug": self.unplug,
            "replug": self.replug,
            "address": lambda: self.address,
        }

    def _asked(self, octets: bytes) -> None:
        for octet in octets:
            command = bytes([octet & 0x7F])
            if command == ASK_WEIGHT:
                self._cable.send(encode(self._weigh()))
            elif command == TAKE_ZERO:
                self._cable.send(encode(self._take_zero()))
            # The dialect says nothing about letters it does not know; a real scale is silent.

    def _weigh(self) -> Weight | Status:
        with self._lock:
            status = self._status()
            grams = (self._load - self._zero) // _STEP * _STEP
            return status if self._broken or status.moving or status.over or status.under else Weight(grams)

    def _take_zero(self) -> Status:
        with self._lock:
            before = self._status()
            if before.moving or before.outside_zero_range or before.over:
                return before
            self._zero = self._load
            return self._status()

    def _status(self) -> Status:
        shown = self._load - self._zero
        return Status(
            moving=self._shaken or self._clock() < self._stable_from,
            over=self._load > CAPACITY,
            under=shown < 0,
            outside_zero_range=self._broken or abs(self._load) > _ZERO_RANGE,
            at_zero=shown == 0 and not self._broken,
        )
