"""Finds where bars are and how they lie, without reading them.

Bars are many edges that all run one way, dark to light as often as light to dark. The structure tensor (the mean of
the products of the gradient's parts, over cells of a few pixels) says how strong the edges of a cell are and whether
they agree; the mean of the gradient itself is large at the edge of a pack and vanishes among bars. Cells that pass
both and touch are one place, and pieces of one code that lie in line are joined. Slanted bars cost no more than upright
ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from hardware.vision.engines import Grey, Quad

_CELL = 8  # pixels: a few bars wide
_EACH = 2  # row and column
_WIDEST = 900  # larger pictures are halved first; their bars are wide enough
_AGREEMENT = 0.5  # of 1: bars reach 0.9, printed text 0.5
_ONE_SIDED = 0.5  # of 1: the mean gradient beside the mean of its size; a lone edge has 1
_FAINTEST = 400.0  # squared gradient below which a cell is plain paper
_OF_STRONGEST = 0.1
_STRONG_ENOUGH = 20_000.0  # a code in the shade of something stronger than this still counts
_CELLS_AT_LEAST = 5
_WIDTH_AT_LEAST = 5  # cells
_LEAST_HEIGHT = 0.25  # of the width: a read is only as tall as the lines that were read
_SAME_WAY = 0.2  # radians between pieces of one code
_GAP = 0.35  # of the height, between pieces of one code

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

    def grown(self, along: float, across: float) -> "Place":
        """The place with so many pixels more at each end, and above and below."""
        return Place(self.angle, self.left - along, self.right + along, self.top - across, self.bottom + across)

    @property
    def quad(self) -> Quad:
        """The corners in the picture, in the order of reading: top left, top right, bottom right, bottom left."""
        corners = ((self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom))
        c, s = cos(self.angle), sin(self.angle)
        return tuple((round(u * c - v * s), round(u * s + v * c)) for u, v in corners)


def bar_places(grey: Grey, most: int = 4, widest: int = _WIDEST) -> tuple[Place, ...]:
    """Where bars seem to be, the clearest first, at most `most` places.

    Pictures larger than `widest` pixels are halved until they are not: less is quicker, and sees wider bars only.
    """
    scale = 1
    while max(grey.shape[:2]) > widest and min(grey.shape[:2]) >= 2 * _CELL:
        scale *= 2
        grey = np.asarray(cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    if min(grey.shape[:2]) < 2 * _CELL:
        return ()
    along, across, bars = _cells(grey)
    if not bars.any():
        return ()
    count, labels, stats, _centres = cv2.connectedComponentsWithStats(bars, connectivity=8)
    flat = labels.ravel()
    strength = np.bincount(flat, cv2.magnitude(along, across).ravel(), count)
    along_sum, across_sum = (np.bincount(flat, part.ravel(), count) for part in (along, across))
    step = (scale * grey.shape[1] / bars.shape[1], scale * grey.shape[0] / bars.shape[0])
    large = [n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] >= _CELLS_AT_LEAST]
    pieces = []
    for label in sorted(large, key=lambda n: -strength[n])[: 2 * most]:
        x, y, width, height = stats[label, :4]
        ys, xs = np.nonzero(labels[y : y + height, x : x + width] == label)
        angle = 0.5 * float(np.arctan2(across_sum[label], along_sum[label]))
        pieces.append(_place(angle, (xs + x + 0.5) * step[0], (ys + y + 0.5) * step[1], step[0] / 2))
    return tuple(place for place in _joined(pieces) if place.width >= _WIDTH_AT_LEAST * _CELL * scale)[:most]


def place_at(quad: Quad) -> Place:
    """The place of a code whose corners are known, in the order of reading; at least so high that lines differ."""
    (x, y), (u, v) = quad[0], quad[1]
    angle = atan2(v - y, u - x)
    corners = np.asarray(quad, dtype=np.float64)
    place = _place(angle, corners[:, 0], corners[:, 1], 0.0)
    return place.grown(0.0, max(_LEAST_HEIGHT * place.width - place.height, 0.0) / 2)


def _cells(grey: Grey) -> tuple[_Map, _Map, _Map]:
    """Per cell: the two parts of the gradient's doubled angle, and whether it looks like bars."""
    size = (grey.shape[1] // _CELL, grey.shape[0] // _CELL)
    grey = grey[: size[1] * _CELL, : size[0] * _CELL]
    # A quarter of the points says as much as all, in a fraction of the time.
    gx = cv2.Sobel(grey, cv2.CV_16S, 1, 0, ksize=3)[::_EACH, ::_EACH].astype(np.float32)
    gy = cv2.Sobel(grey, cv2.CV_16S, 0, 1, ksize=3)[::_EACH, ::_EACH].astype(np.float32)
    xx, yy, xy = (_mean(product, size, 3) for product in (gx * gx, gy * gy, gx * gy))
    along, across = xx - yy, xy + xy
    strength = cv2.magnitude(along, across)
    signed = np.abs(_mean(gx, size, 5)) + np.abs(_mean(gy, size, 5))
    unsigned = _mean(np.abs(gx), size, 5) + _mean(np.abs(gy), size, 5)
    bars = (strength > _AGREEMENT * (xx + yy)) & (signed < _ONE_SIDED * (unsigned + 1))
    strongest = float(strength.max(where=bars, initial=0.0))
    bars &= strength > max(_OF_STRONGEST * min(strongest, _STRONG_ENOUGH), _FAINTEST)
    return along, across, bars.astype(np.uint8)


def _mean(parts: _Map, size: tuple[int, int], cells: int) -> _Map:
    """The mean over each cell and its neighbours; halving again and again is OpenCV's quick way to a mean."""
    while parts.shape[1] >= 2 * size[0] and parts.shape[0] >= 2 * size[1]:
        half = (parts.shape[1] // 2, parts.shape[0] // 2)
        parts = cv2.resize(parts, half, interpolation=cv2.INTER_AREA)
    return cv2.blur(cv2.resize(parts, size, interpolation=cv2.INTER_AREA), (cells, cells))


def _place(angle: float, x: _Map, y: _Map, half: float) -> Place:
    u, v = x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle)
    return Place(angle, float(u.min()) - half, float(u.max()) + half, float(v.min()) - half, float(v.max()) + half)


def _joined(pieces: Sequence[Place]) -> list[Place]:
    places: list[Place] = []
    for piece in pieces:
        for n, place in enumerate(places):
            if (both := _one_code(place, piece)) is not None:
                places[n] = both
                break
        else:
            places.append(piece)
    return places


def _one_code(place: Place, piece: Place) -> Place | None:
    """Both as one place when they lie in line with a gap no code has between it and the next."""
    if abs((piece.angle - place.angle + pi / 2) % pi - pi / 2) > _SAME_WAY:
        return None
    x, y = np.asarray(piece.quad, dtype=np.float64).T
    other = _place(place.angle, x, y, 0.0)
    shared = min(place.bottom, other.bottom) - max(place.top, other.top)
    low, high = sorted((place.height, other.height))
    gap = max(other.left - place.right, place.left - other.right)
    if gap > _GAP * max(place.height, 4 * _CELL) or shared < 0.6 * low or low < 0.5 * high:
        return None
    return Place(
        place.angle,
        min(place.left, other.left),
        max(place.right, other.right),
        min(place.top, other.top),
        max(place.bottom, other.bottom),
    )
