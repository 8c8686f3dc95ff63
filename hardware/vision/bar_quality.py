"""Measures bars that could not be read: how wide, sharp, bright and even they are along a line through their middle."""

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from hardware.vision.engines import Grey, Quad

_ROWS = 3  # to each side of the line: their mean has less noise, and a small error of the angle does not smear it
_MARGIN = 8.0  # pixels beyond the corners
_FINE = 4  # samples per pixel
_AROUND = 85  # samples: 21 pixels, wider than the widest bar that is worth a hint
_FAINT = 30.0  # grey values between dark and bright below which there are no bars
_FEWEST = 12  # edges
_WHOLE = 52  # edges from which most bars of an EAN-13 (60) are told apart
_EAN_13 = 95  # modules: what a code is taken for while its bars run into each other
_QUIET = 8.0  # modules: what is wider is no bar but the margin
_CLIPPED = 250

_Line = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class BarQuality:
    """Figures of bars in a picture.

    `light` is the mean grey, `clipped` the share of the line that is one stretch of white beyond measure, `angle` the
    radians between the reading direction and the nearest edge of the picture. `module` is the narrowest bar in pixels,
    `steepness` the step of an edge within one pixel as a share of its contrast (1 sharp, about 0.4 / s blurred by s
    pixels), `slope` how often as wide bars are at one end as at the other (1 and more); the three are None when
    no bars can be told from the ground.
    """

    light: float
    clipped: float
    angle: float
    module: float | None = None
    steepness: float | None = None
    slope: float | None = None


def bar_quality(grey: Grey, quad: Quad) -> BarQuality | None:
    """The figures of the bars within these corners (order of reading); None when the corners span no line."""
    if len(quad) != 4 or math.dist(quad[0], quad[1]) < 2 * _MARGIN:
        return None
    (x, y), (u, v) = quad[0], quad[1]
    angle = math.atan2(v - y, u - x)
    rows = _rows(grey, quad, angle)
    light, clipped = float(rows.mean()), _longest_white(rows[_ROWS]) / rows.shape[1]
    oblique = abs((angle + math.pi / 4) % (math.pi / 2) - math.pi / 4)
    line = np.asarray(rows, dtype=np.float32).mean(axis=0)
    fine = np.interp(np.arange(0, len(line) - 1, 1 / _FINE), np.arange(len(line)), line).astype(np.float32)
    low, high = _envelope(fine)
    contrast = high - low
    edges = np.nonzero(np.diff(fine > (low + high) / 2))[0]
    edges = edges[contrast[edges] >= _FAINT]
    edges = _without_margins(edges)
    if len(edges) < _FEWEST:
        return BarQuality(light, clipped, oblique)
    module = _module(edges)
    return BarQuality(light, clipped, oblique, module, _steepness(line, contrast[::_FINE]), _slope(edges))


def _rows(grey: Grey, quad: Quad, angle: float) -> Grey:
    """Some rows of pixels along the reading direction, through the middle."""
    mid_x, mid_y = sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4
    reach = math.dist(quad[0], quad[1]) / 2 + _MARGIN
    along = np.arange(-reach, reach, dtype=np.float32)
    across = np.arange(-_ROWS, _ROWS + 1, dtype=np.float32)[:, None]
    c, s = math.cos(angle), math.sin(angle)
    xs, ys = mid_x + along * c - across * s, mid_y + along * s + across * c
    sampled = cv2.remap(
        grey, xs.astype(np.float32), ys.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(sampled, dtype=np.uint8)


def _longest_white(row: Grey) -> float:
    """Pixels of the longest stretch that is clipped; a space between bars is never so long."""
    bounds = np.nonzero(np.diff(np.concatenate(([False], row >= _CLIPPED, [False]))))[0]
    return float(np.diff(bounds)[::2].max(initial=0))


def _envelope(fine: _Line) -> tuple[_Line, _Line]:
    around = np.ones((1, _AROUND), np.uint8)
    row = fine.reshape(1, -1)
    return cv2.erode(row, around).ravel(), cv2.dilate(row, around).ravel()


def _without_margins(edges: _Line) -> _Line:
    """The edges between the margins: the ground's own border is no bar."""
    if len(edges) < _FEWEST:
        return edges
    runs = np.diff(edges)
    wide = np.nonzero(runs > _QUIET * np.percentile(runs, 25))[0]
    half = len(edges) // 2
    first = max((int(n) + 1 for n in wide if n < half), default=0)
    last = min((int(n) for n in wide if n >= half), default=len(edges) - 1)
    return edges[first : last + 1]


def _module(edges: _Line) -> float:
    if len(edges) >= _WHOLE:
        # Two of five bars and spaces are one module wide.
        return float(np.percentile(np.diff(edges), 25)) / _FINE
    return float(edges[-1] - edges[0]) / _FINE / _EAN_13


def _steepness(line: _Line, contrast: _Line) -> float | None:
    steps = np.abs(np.diff(line))
    around = contrast[: len(steps)]
    steps = steps[: len(around)]
    inner, here = steps[1:-1], around[1:-1]
    edge = (inner >= steps[:-2]) & (inner >= steps[2:]) & (here >= _FAINT) & (inner > 0.1 * here)
    return float(np.percentile(inner[edge] / here[edge], 75)) if edge.any() else None


def _slope(edges: _Line) -> float:
    thirds = np.linspace(float(edges[0]), float(edges[-1]), 4)
    first = int(np.count_nonzero(edges <= thirds[1]))
    last = int(np.count_nonzero(edges >= thirds[2]))
    return max(first, last) / max(min(first, last), 1)
