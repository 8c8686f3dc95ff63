"""What a frame held, and the parts of a frame that are worth a look of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hardware.vision.code_places import place_of
from hardware.vision.engines import Barcode, Grey, Quad

Region = tuple[int, int, int, int]  # x, y, width, height in pixels

_AROUND = 0.35  # of a code's length, on each side: quiet zones, and a hand's way within a frame or two
_SMALL_ENOUGH = 0.15  # of the frame: a larger part costs more than the frame at half size


@dataclass(frozen=True, slots=True)
class FrameReading:
    """What one frame held: codes that were read, and where bars were seen, read or not.

    Quads are in the order of reading: top left, top right, bottom right, bottom left. `worth_deep` says that nothing
    was read and the deep passes were not tried: offer the frame to a `DeepWorker`.
    """

    barcodes: tuple[Barcode, ...]
    located: tuple[Quad, ...]
    worth_deep: bool = False


def around(codes: Sequence[Barcode], grey: Grey) -> Region | None:
    """The part of the frame that holds these codes and what they move by; None when that is too much of it."""
    places = [place_of(code.quad) for code in codes]
    height, width = grey.shape[:2]
    more = max(place.reach for place in places) * _AROUND
    left = max(int(min(place.x - place.half_width for place in places) - more), 0)
    top = max(int(min(place.y - place.half_height for place in places) - more), 0)
    right = min(int(max(place.x + place.half_width for place in places) + more), width)
    bottom = min(int(max(place.y + place.half_height for place in places) + more), height)
    if right <= left or bottom <= top or (right - left) * (bottom - top) > _SMALL_ENOUGH * width * height:
        return None
    return left, top, right - left, bottom - top


def cut(grey: Grey, region: Region) -> Grey:
    """A part of the frame, without a copy where the engines can do without."""
    x, y, width, height = region
    return np.ascontiguousarray(grey[y : y + height, x : x + width])


def shifted(code: Barcode, x: int, y: int) -> Barcode:
    """A code that was found in a part of the frame, with its corners in the frame."""
    return replace(code, quad=tuple((u + x, v + y) for u, v in code.quad))
