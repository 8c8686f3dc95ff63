"""From a grey frame to the barcodes in it, spending time only where it pays.

Cheap passes first: around the place of the last code, then the whole frame at half size; then bars are located, set
upright and read line by line, slanted ones too; then the whole frame at full size. On filmed sequences that takes a
third of the time of one full pass and reads twice as many frames of difficult ones. Passes that cost more than a
frame's time are `hardware.vision.deep`'s: `read` runs them itself on every third missed frame, or leaves them to
a worker (`worth_deep`).
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import cv2
import numpy as np

from hardware.vision.code_places import overlap, place_of
from hardware.vision.crop_passes import EVEN_LINES, LINES, CropPass
from hardware.vision.deep import BlurTolerant, DeepPasses
from hardware.vision.engines import Barcode, Effort, Engine, Grey, Quad
from hardware.vision.frame_reading import FrameReading, Region, around, cut, shifted
from hardware.vision.locate import Place, bar_places

__all__ = ["DecodePipeline", "FrameReading", "Region"]

_DEEP_EVERY = 3
_WHOLE_EVERY = 4  # frames after which the whole frame is read though the last place gave its code again
_FULL_EVERY = 6  # frames with a code after which the full size shows small codes beside it
_LINES_IN, _EVEN_LINES_IN = 4, 2  # places
_LOOKED_BESIDE = 2  # places read besides a code that was found
_COARSE = 450


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
        self._hits = 0
        self._near: Region | None = None
        self._ends = float("inf")

    @property
    def deep_passes(self) -> DeepPasses:
        """The expensive passes over the same engines, for a `DeepWorker`."""
        return self._deep

    def read(self, grey: Grey) -> FrameReading:
        """Decode one frame; it is neither kept nor written to."""
        self._ends = float("inf") if self._budget is None else self._clock() + self._budget
        if self._region is None:
            return self._read(grey)
        reading = self._read(cut(grey, self._region))
        x, y, _width, _height = self._region
        codes = tuple(shifted(code, x, y) for code in reading.barcodes)
        located = tuple(tuple((u + x, v + y) for u, v in quad) for quad in reading.located)
        return replace(reading, barcodes=codes, located=located)

    def _read(self, grey: Grey) -> FrameReading:
        if codes := self._read_near(grey):
            return self._hit(grey, codes)
        if self._hits % _FULL_EVERY == _FULL_EVERY - 1:
            codes = list(self._engine.read(grey, Effort.FAST))
        else:
            codes = [_doubled(code) for code in self._engine.read(_halved(grey), Effort.FAST)]
        if codes:
            codes += self._read_beside(grey, codes)
            return self._hit(grey, codes)
        places = bar_places(grey) if self._time_left() else ()
        codes = self._read_lines(grey, places[:_LINES_IN], LINES)
        if not codes:
            codes = self._read_lines(grey, places[:_EVEN_LINES_IN], EVEN_LINES)
        if not codes and self._time_left():
            codes = list(self._engine.read(grey, Effort.FAST))
        if codes:
            return self._hit(grey, codes)
        return self._miss(grey, tuple(place.quad for place in places))

    def _read_near(self, grey: Grey) -> list[Barcode]:
        """What lies where the last frame had its code; now and then nothing, so that the rest is not forgotten."""
        if self._near is None:
            return []
        if self._hits % _WHOLE_EVERY == 0 or self._hits % _FULL_EVERY == _FULL_EVERY - 1:
            return []
        x, y, _width, _height = self._near
        return [shifted(code, x, y) for code in self._engine.read(cut(grey, self._near), Effort.FAST)]

    def _read_beside(self, grey: Grey, codes: Iterable[Barcode]) -> list[Barcode]:
        """Bars elsewhere in a frame that gave a code: another item, or the other code of a pack."""
        if not self._time_left():
            return []
        taken = [place_of(code.quad) for code in codes]
        places = [
            place
            for place in bar_places(grey, _LOOKED_BESIDE + len(taken), _COARSE)
            if not any(overlap(place_of(place.quad), other) for other in taken)
        ]
        return self._read_lines(grey, places[:_LOOKED_BESIDE], LINES)

    def _read_lines(self, grey: Grey, places: Iterable[Place], way: CropPass) -> list[Barcode]:
        codes: list[Barcode] = []
        for place in places:
            if not self._time_left():
                break
            crop = way.prepared(grey, place)
            codes += [crop.in_frame(code) for code in self._engine.read(crop.grey, Effort.BARS)]
        return codes

    def _miss(self, grey: Grey, located: tuple[Quad, ...]) -> FrameReading:
        self._missed += 1
        self._hits = 0
        self._near = None
        due = self._missed % _DEEP_EVERY == 0
        if not due or not self._deep_inline or not self._time_left():
            return FrameReading((), located, worth_deep=bool(located) or due)
        codes = self._deep.read(grey, located)
        return self._hit(grey, codes) if codes else FrameReading((), located)

    def _hit(self, grey: Grey, codes: Iterable[Barcode]) -> FrameReading:
        found = tuple(codes)
        self._missed = 0
        self._hits += 1
        self._near = around(found, grey)
        return FrameReading(found, tuple(code.quad for code in found))

    def _time_left(self) -> bool:
        return self._clock() < self._ends


def _halved(grey: Grey) -> Grey:
    height, width = grey.shape[:2]
    size = (max(width // 2, 1), max(height // 2, 1))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _doubled(code: Barcode) -> Barcode:
    return replace(code, quad=tuple((x * 2, y * 2) for x, y in code.quad))
