"""Makes a whole picture easier to read: ways to prepare it, as data, for codes that no crop of bars shows.

What each is for: evening out the light in tiles brings codes back that lie in shade, fog or glare; inverting reads
white on black; enlarging reads squares whose modules are near two pixels; setting straight reads square and stacked
codes that lie askew; softening rejoins modules printed or shown as dots.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

import cv2
import numpy as np

from hardware.vision.engines import Grey
from hardware.vision.upright import Crop

_COARSE = 450  # pixels: the slant is seen in a picture made so small
_LEAST = 16  # pixels: less is no picture of a code
_ASKEW = 0.17  # radians below which decoders do not mind
_AGREE = 0.1  # of 1: how much of all edges must lean one way
_CONTRAST, _TILES = 3.0, (8, 8)


@dataclass(frozen=True, slots=True)
class PicturePass:
    """One way to prepare a picture; None when it would not help this one.

    Pictures of more than `pixels` are left out, for what it would cost.
    """

    name: str
    prepare: Callable[[Grey], Crop | None]
    pixels: int = 4_000_000


def as_it_is(grey: Grey) -> Crop:
    """The picture itself."""
    return Crop(grey, np.eye(2, 3))


def evened(grey: Grey) -> Crop:
    """Contrast stretched tile by tile, within limits."""
    return as_it_is(np.asarray(cv2.createCLAHE(_CONTRAST, _TILES).apply(grey), dtype=np.uint8))


def inverted(grey: Grey) -> Crop:
    """White for black."""
    return as_it_is(np.asarray(cv2.bitwise_not(grey), dtype=np.uint8))


def softened(grey: Grey) -> Crop:
    """Evened, then without the finest grain."""
    return as_it_is(np.asarray(cv2.GaussianBlur(evened(grey).grey, (0, 0), 1.0), dtype=np.uint8))


def enlarged(grey: Grey) -> Crop:
    """Twice as large."""
    large = cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return Crop(np.asarray(large, dtype=np.uint8), np.array([[0.5, 0, 0], [0, 0.5, 0]]))


def reduced(grey: Grey) -> Crop | None:
    """Half as large, evened; None for pictures that have no half."""
    if min(grey.shape[:2]) < _LEAST:
        return None
    half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return Crop(evened(np.asarray(half, dtype=np.uint8)).grey, np.array([[2.0, 0, 0], [0, 2.0, 0]]))


def straightened(quarters: int) -> Callable[[Grey], Crop | None]:
    """A preparation that turns the picture until most edges stand and lie, and `quarters` of a full turn further."""

    def turn(grey: Grey) -> Crop | None:
        angle = slant(grey)
        return None if abs(angle) < _ASKEW else turned(grey, angle - quarters * pi / 2)

    return turn


def upright_only(prepare: Callable[[Grey], Crop | None]) -> Callable[[Grey], Crop | None]:
    """The same preparation for pictures that need no straightening; those that do have had their share of time."""
    return lambda grey: prepare(grey) if abs(slant(grey)) < _ASKEW else None


def turned(grey: Grey, angle: float) -> Crop:
    """The picture turned by `angle` in radians; what leaves the frame is kept."""
    height, width = grey.shape[:2]
    c, s = cos(angle), sin(angle)
    wide, high = round(abs(width * c) + abs(height * s)), round(abs(height * c) + abs(width * s))
    x = width / 2 - c * wide / 2 + s * high / 2
    y = height / 2 - s * wide / 2 - c * high / 2
    back = np.array([[c, -s, x], [s, c, y]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    askew = cv2.warpAffine(grey, back, (wide, high), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return Crop(np.asarray(askew, dtype=np.uint8), back)


def slant(grey: Grey) -> float:
    """By how much most edges lean, in radians from -pi/4 to pi/4; 0 when they do not agree.

    Four times an edge's angle is the same for the upright and the level sides of one thing.
    """
    while max(grey.shape[:2]) > _COARSE and min(grey.shape[:2]) >= _LEAST:
        grey = np.asarray(cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    gx = cv2.Sobel(grey, cv2.CV_16S, 1, 0, ksize=3)[::2].astype(np.float32)
    gy = cv2.Sobel(grey, cv2.CV_16S, 0, 1, ksize=3)[::2].astype(np.float32)
    along, across, energy = gx * gx - gy * gy, 2 * gx * gy, gx * gx + gy * gy
    weight = 1 / np.maximum(energy, 1) ** 1.5
    even, odd = float(((along * along - across * across) * weight).sum()), float((2 * along * across * weight).sum())
    if hypot(even, odd) < _AGREE * float(np.sqrt(energy).sum()) + 1:
        return 0.0
    return atan2(odd, even) / 4


def shrunk(grey: Grey, longest: int) -> Crop:
    """The picture with its longer side at most `longest` pixels."""
    scale = max(grey.shape[:2]) / longest
    if scale <= 1:
        return as_it_is(grey)
    size = (max(round(grey.shape[1] / scale), 1), max(round(grey.shape[0] / scale), 1))
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return Crop(small, np.array([[grey.shape[1] / size[0], 0, 0], [0, grey.shape[0] / size[1], 0]]))
