"""From a grey frame to the barcodes in it, spending time only where it pays.

Cheap passes first: half size, then full size without rotation. On a miss bars are located, set upright and read
again. Passes that cost more than a frame's time are `hardware.vision.deep`'s: `read` runs them itself on every third
missed frame, or leaves them to a worker (`worth_deep`).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from hardware.vision.deep import BlurTolerant, DeepPasses
from hardware.vision.engines import Barcode, Effort, Engine, Grey, Quad
from hardware.vision.locate import bar_places
from hardware.vision.upright import upright

_DEEP_EVERY = 3
_SMALL = 200  # pixels of width under which a crop is read at twice its size

Region = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class FrameReading:
    """What one frame held: codes that were read, and where bars were seen, read or not.

    `worth_deep` says that nothing was read and the deep passes were not tried: offer the frame to a `DeepWorker`.
    """

    barcodes: tuple[Barcode, ...]
    located: tuple[Quad, ...]
    worth_deep: bool = False


class DecodePipeline:
    """Reads frames one after the other; remembers how many were missed in a row and where the last code lay.

    `engine` reads first, `second` is a second opinion, `blurred` reads what is out of focus. With `deep_inline` every
    third missed frame gets the deep passes within `read`; without, `FrameReading.worth_deep` says which frames to
    offer to a `DeepWorker`. `budget` is a frame's time in seconds by `clock`: when it is used up the passes that are
    left are skipped. `region` (x, y, width, height in pixels) is all of the frame that is looked at; corners are
    always the whole frame's.
    """

    def __init__(
        self,
        engine: Engine,
        second: Engine | None = None,
        *,
        blurred: BlurTolerant | None = None,
        deep_inline: bool = True,
        budget: float | None = None,
        clock: Callable[[], float] = time.monotonic,
        region: Region | None = None,
    ) -> None:
        self._engine = engine
        self._deep = DeepPasses(engine, second, blurred)
        self._deep_inline = deep_inline
        self._budget = budget
        self._clock = clock
        self._region = region
        self._missed = 0

    @property
    def deep_passes(self) -> DeepPasses:
        """The expensive passes over the same engines, for a `DeepWorker`."""
        return self._deep

    def read(self, grey: Grey) -> FrameReading:
        """Decode one frame."""
        if self._region is None:
            return self._read(grey)
        x, y, width, height = self._region
        reading = self._read(np.ascontiguousarray(grey[y : y + height, x : x + width]))
        codes = tuple(replace(code, quad=_shifted(code.quad, x, y)) for code in reading.barcodes)
        return replace(reading, barcodes=codes, located=tuple(_shifted(quad, x, y) for quad in reading.located))

    def _read(self, grey: Grey) -> FrameReading:
        ends = None if self._budget is None else self._clock() + self._budget
        codes = [_doubled(code) for code in self._engine.read(_halved(grey), Effort.FAST)]
        if not codes and self._time_left(ends):
            codes = list(self._engine.read(grey, Effort.FAST))
        if codes:
            return self._hit(tuple(codes))
        places = bar_places(grey) if self._time_left(ends) else ()
        for place in places:
            if codes or not self._time_left(ends):
                break
            crop = upright(grey, place, 2.0 if place.width < _SMALL else 1.0)
            codes = [crop.in_frame(code) for code in self._engine.read(crop.grey, Effort.FAST)]
        if codes:
            return self._hit(tuple(codes))
        return self._miss(grey, tuple(place.quad for place in places), ends)

    def _miss(self, grey: Grey, located: tuple[Quad, ...], ends: float | None) -> FrameReading:
        self._missed += 1
        due = self._missed % _DEEP_EVERY == 0
        if due and self._deep_inline and self._time_left(ends):
            codes = self._deep.read(grey, located)
            return self._hit(codes) if codes else FrameReading((), located)
        return FrameReading((), located, worth_deep=bool(located) or due)

    def _hit(self, codes: tuple[Barcode, ...]) -> FrameReading:
        self._missed = 0
        return FrameReading(codes, tuple(code.quad for code in codes))

    def _time_left(self, ends: float | None) -> bool:
        return ends is None or self._clock() < ends


def _halved(grey: Grey) -> Grey:
    height, width = grey.shape[:2]
    size = (max(width // 2, 1), max(height // 2, 1))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _doubled(code: Barcode) -> Barcode:
    return replace(code, quad=tuple((x * 2, y * 2) for x, y in code.quad))


def _shifted(quad: Quad, x: int, y: int) -> Quad:
    return tuple((u + x, v + y) for u, v in quad)
