"""The passes that cost more than a frame's time: for frames that the cheap passes missed, one after the other."""

from collections.abc import Sequence
from typing import Protocol

from hardware.vision.engines import Barcode, Effort, Engine, Grey, Quad

_SECOND_EVERY = 5
_BLURRED_EVERY = 2


class BlurTolerant(Protocol):
    """Reads bars that are out of focus; refuses rather than guesses."""

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> Sequence[Barcode]: ...


class DeepPasses:
    """Reads a frame with full effort; the second engine and the blur-tolerant one take part now and then."""

    def __init__(self, engine: Engine, second: Engine | None = None, blurred: BlurTolerant | None = None) -> None:
        self._engine = engine
        self._second = second
        self._blurred = blurred
        self._turns = 0

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> tuple[Barcode, ...]:
        """Codes in one frame; `places` are where bars were seen, in the order of reading."""
        self._turns += 1
        if self._second is not None and self._turns % _SECOND_EVERY == 0:
            return tuple(self._second.read(grey, Effort.FULL))
        if codes := self._engine.read(grey, Effort.FULL):
            return tuple(codes)
        if self._blurred is not None and places and self._turns % _BLURRED_EVERY == 0:
            return tuple(self._blurred.read(grey, places))
        return ()
