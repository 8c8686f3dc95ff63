"""Finds where bars are and how they lie, without reading them.

Bars are many edges that all run one way. The structure tensor (the mean of the products of the gradient's parts, over
cells of a few pixels) says how strong the edges of a cell are and whether they agree; cells that agree and touch are
one place. That costs a fifth of a full decoding pass and finds slanted bars as easily as upright ones.
"""

from dataclasses import dataclass
from math import cos, sin
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from hardware.vision.engines import Grey, Quad

_CELL = 8  # pixels: a few bars wide
_WIDEST = 900  # larger pictures are halved first; their bars are wide enough
_AGREEMENT = 0.55  # of 1: bars reach 0.9, printed text 0.5
_FAINTEST = 400.0  # squared gradient below which a cell is plain paper
_OF_STRONGEST = 0.12
_CELLS_AT_LEAST = 6
_WIDTH_AT_LEAST = 5  # cells

_Map = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Bars somewhere in a picture: `angle` of the reading direction in radians, and the extent along and across it.

    `left`, `right` (along the reading direction) and `top`, `bottom` (across it) are pixels in a frame of reference
    turned by `angle` about the picture's corner.
    """

    angle: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Along the reading direction, pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Along the bars, pixels."""
        return self.bottom - self.top

    @property
    def quad(self) -> Quad:
        """The corners in the picture, in the order of reading: top left, top right, bottom right, bottom left."""
        corners = ((self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom))
        c, s = cos(self.angle), sin(self.angle)
        return tuple((round(u * c - v * s), round(u * s + v * c)) for u, v in corners)


def bar_places(grey: Grey, most: int = 4) -> tuple[Place, ...]:
    """Where bars seem to be, the clearest first, at most `most` places."""
    scale = 1
    if max(grey.shape[:2]) > _WIDEST:
        scale = 2
        grey = np.asarray(cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    if min(grey.shape[:2]) < 2 * _CELL:
        return ()
    energy, along, across = _tensor(grey)
    strength = cv2.magnitude(along, across)
    floor = max(_OF_STRONGEST * float(strength.max()), _FAINTEST)
    bars = ((strength > _AGREEMENT * energy) & (strength > floor)).astype(np.uint8)
    step = (scale * grey.shape[1] / bars.shape[1], scale * grey.shape[0] / bars.shape[0])
    count, labels, stats, _centres = cv2.connectedComponentsWithStats(bars, connectivity=8)
    weights = np.bincount(labels.ravel(), strength.ravel(), count)
    large = [n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] >= _CELLS_AT_LEAST]
    places = []
    for label in sorted(large, key=lambda n: -weights[n])[: 2 * most]:
        place = _place(labels == label, along, across, step)
        if place.width >= _WIDTH_AT_LEAST * _CELL * scale:
            places.append(place)
    return tuple(places[:most])


def _tensor(grey: Grey) -> tuple[_Map, _Map, _Map]:
    """Energy, and the two parts of the doubled angle, per cell."""
    size = (grey.shape[1] // _CELL, grey.shape[0] // _CELL)
    gx = cv2.Sobel(grey, cv2.CV_16S, 1, 0, ksize=3)
    gy = cv2.Sobel(grey, cv2.CV_16S, 0, 1, ksize=3)
    means = []
    for one, other in ((gx, gx), (gy, gy), (gx, gy)):
        product = cv2.multiply(one, other, dtype=cv2.CV_32F)
        means.append(cv2.blur(cv2.resize(product, size, interpolation=cv2.INTER_AREA), (3, 3)))
    xx, yy, xy = means
    return cv2.add(xx, yy), cv2.subtract(xx, yy), cv2.add(xy, xy)


def _place(cells: npt.NDArray[np.bool_], along: _Map, across: _Map, step: tuple[float, float]) -> Place:
    ys, xs = np.nonzero(cells)
    angle = 0.5 * float(np.arctan2(across[ys, xs].sum(), along[ys, xs].sum()))
    x, y = (xs + 0.5) * step[0], (ys + 0.5) * step[1]
    u = x * cos(angle) + y * sin(angle)
    v = y * cos(angle) - x * sin(angle)
    half = step[0] / 2
    return Place(angle, float(u.min()) - half, float(u.max()) + half, float(v.min()) - half, float(v.max()) + half)
