"""The passes that cost more than a frame's time: for frames that the cheap passes missed, one after the other.

On filmed sequences full effort finds nothing in frames that the cheap passes missed; sharpened strips of the bars and
the blur-tolerant engine do. So these come each time, and the rest now and then, in turns, for what films do not show:
codes printed white on black, in fog and glare, or as the first engine does not like them.
"""

from collections.abc import Sequence
from typing import Protocol

from hardware.vision.crop_passes import TALL_STRIP
from hardware.vision.engines import Barcode, Effort, Engine, Grey, Quad
from hardware.vision.locate import place_at
from hardware.vision.picture_passes import evened

_TURN_EVERY = 3  # frames with bars: codes come into focus while they come into view, so those passes come first
_TURNS = 6
_FULL_AT, _EVENED_AT, _SECOND_AT = (0, 3), (1, 4), (5,)
_STRIPS_IN, _BLURRED_IN = 3, 2  # places


class BlurTolerant(Protocol):
    """Reads bars that are out of focus; refuses rather than guesses."""

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> Sequence[Barcode]:
        """The codes at these places (corners in the order of reading)."""


class DeepPasses:
    """Reads frames that were missed; remembers only whose turn it is. For one thread at a time."""

    def __init__(self, engine: Engine, second: Engine | None = None, blurred: BlurTolerant | None = None) -> None:
        self._engine = engine
        self._second = second
        self._blurred = blurred
        self._frames = self._turns = 0

    def read(self, grey: Grey, places: Sequence[Quad] = ()) -> tuple[Barcode, ...]:
        """Codes in one frame; `places` are where bars were seen, in the order of reading."""
        self._frames += 1
        codes = self._strips(grey, places) or self._out_of_focus(grey, places)
        if codes or (places and self._blurred is not None and self._frames % _TURN_EVERY):
            return codes
        self._turns += 1
        return self._in_turn(grey, (self._turns - 1) % _TURNS)

    def _strips(self, grey: Grey, places: Sequence[Quad]) -> tuple[Barcode, ...]:
        codes: list[Barcode] = []
        for quad in places[:_STRIPS_IN]:
            crop = TALL_STRIP.prepared(grey, place_at(quad))
            codes += [crop.in_frame(code) for code in self._engine.read(crop.grey, Effort.BARS)]
        return tuple(codes)

    def _in_turn(self, grey: Grey, turn: int) -> tuple[Barcode, ...]:
        if turn in _SECOND_AT and self._second is not None:
            return tuple(self._second.read(grey, Effort.FULL))
        if turn in _FULL_AT:
            return tuple(self._engine.read(grey, Effort.FULL))
        if turn in _EVENED_AT:
            return tuple(self._engine.read(evened(grey).grey, Effort.FAST))
        return ()

    def _out_of_focus(self, grey: Grey, places: Sequence[Quad]) -> tuple[Barcode, ...]:
        if self._blurred is None or not places:
            return ()
        return tuple(self._blurred.read(grey, places[:_BLURRED_IN]))
