"""Turns a place with bars into grey scan lines: bars set upright and parallel, rows of the code averaged.

Averaging along the bars is what makes a blurred code readable: fifty rows leave a seventh of the camera's noise. It
needs bars that stand parallel, so the slant is measured at each column from the grey levels themselves and taken out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from hardware.vision.blur_model import positions
from hardware.vision.engines import Grey, Quad

Floats = npt.NDArray[np.float64]
_Picture = npt.NDArray[np.float32]

_MARGIN = 0.22  # of a place's width, looked at beside it
_WIDEST = 620  # pixels of a strip; wider places are reduced
_NARROWEST = 50
_ROWS_AT_LEAST = 6
_ALIKE = 0.8  # correlation of neighbouring rows of one code
_LIKE_MIDDLE = 0.9
_STRAIGHTENINGS = 3
_INK = 0.22  # of the darkest: where a code begins
_GAPS = (0.035, 0.055, 0.08)  # of the strip: white that may belong to a code
_SPANS = 3
_MODULES = 96  # of the widest code, with its blur
_AS_BRIGHT = 0.65  # grey levels, margins beside the brightest of both margins and the code


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows of one code with upright bars, top to bottom, and how its points lie in the picture.

    `slant` is how far a column's bar leans, in pixels a row: constant, slope and bend over the columns (-1 to 1).
    """

    rows: _Picture
    top: int
    height: int
    slant: Floats
    back: Floats

    def mean(self, first: float = 0.0, last: float = 1.0) -> Floats:
        """The average of the rows from one share of the height to another."""
        count = len(self.rows)
        return np.asarray(self.rows[int(first * count) : max(int(last * count), 1)].mean(axis=0), dtype=np.float64)

    def quad(self, begin: float, end: float) -> Quad:
        """The corners in the picture of the columns from `begin` to `end`: clockwise from the top of `begin`."""
        bottom = self.top + len(self.rows)
        columns = [(begin, self.top), (end, self.top), (end, bottom), (begin, bottom)]
        width = self.rows.shape[1]
        corners = []
        for x, y in columns:
            across = 2 * x / width - 1
            lean = self.slant[0] + self.slant[1] * across + self.slant[2] * across * across
            at = self.back @ np.array([x + lean * (y - self.height / 2), y, 1.0])
            corners.append((round(float(at[0])), round(float(at[1]))))
        return tuple(corners)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line between two white margins, in pixels."""

    begin: float
    end: float

    def sampled(self, line: Floats, modules: int) -> Floats:
        """The line at the nominal positions of a code that fills the span."""
        # Blur makes the outermost bars look about half a module wider.
        module = (self.end - self.begin) / (modules + 1)
        at = self.begin + module * (positions(modules) + 0.5) - 0.5
        return _cubic(line, at)


def strip(grey: Grey, quad: Quad) -> Strip | None:
    """The rows of a code at a place with its bars made upright, or None when there are no like rows."""
    cut = _cut(grey, quad)
    if cut is None:
        return None
    picture, back = cut
    slant = np.zeros(3)
    upright = picture
    for _ in range(_STRAIGHTENINGS):
        slant = slant + _lean(upright)
        upright = _sheared(picture, slant)
    first, last = _like_rows(upright)
    if last - first < _ROWS_AT_LEAST:
        return None
    return Strip(upright[first:last], first, len(upright), slant, back)


def _cut(grey: Grey, quad: Quad) -> tuple[_Picture, Floats] | None:
    top_left, top_right, bottom_right, bottom_left = (np.array(corner, dtype=np.float64) for corner in quad)
    along = (top_right - top_left + bottom_right - bottom_left) / 2
    down = (bottom_left - top_left + bottom_right - top_right) / 2
    width, height = float(np.hypot(*along)), float(np.hypot(*down))
    if width < _NARROWEST or height < _ROWS_AT_LEAST:
        return None
    middle = (top_left + top_right + bottom_right + bottom_left) / 4
    wide = width * (1 + 2 * _MARGIN)
    shrink = max(1.0, wide / _WIDEST)
    size = (int(wide / shrink), max(int(height / shrink), _ROWS_AT_LEAST))
    right = along / width * shrink
    below = np.array([-right[1], right[0]])  # square to the code: the slant is measured afterwards
    if below @ down < 0:
        below = -below
    corner = middle - right * size[0] / 2 - below * size[1] / 2
    back = np.stack([right, below, corner], axis=1)
    source = grey
    if shrink >= 1.5:
        step = int(shrink + 0.5) | 1
        source = np.asarray(cv2.blur(grey, (step, step)), dtype=np.uint8)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    cut = cv2.warpAffine(source, back, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, dtype=np.float32), back


def _lean(picture: _Picture) -> Floats:
    """How the bars lean at the columns, from where grey levels stay the same: least squares over all edges."""
    soft = cv2.GaussianBlur(picture, (5, 5), 1.0)
    gx = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3)
    gy = cv2.Sobel(soft, cv2.CV_32F, 0, 1, ksize=3)
    across = np.linspace(-1, 1, picture.shape[1])
    squares, products = (gx * gx).sum(axis=0, dtype=np.float64), (gx * gy).sum(axis=0, dtype=np.float64)
    powers = across[None, :] ** np.arange(3)[:, None]
    square = np.einsum("ix,x,jx->ij", powers, squares, powers)
    square += np.diag([1e-6, 0.02, 0.05]) * float(squares.sum())
    return np.clip(-np.linalg.solve(square + 1e-9 * np.eye(3), powers @ products), -0.6, 0.6)


def _sheared(picture: _Picture, slant: Floats) -> _Picture:
    height, width = picture.shape
    across = np.linspace(-1, 1, width)
    lean = slant[0] + slant[1] * across + slant[2] * across * across
    y = np.arange(height, dtype=np.float32)[:, None]
    x = (np.arange(width)[None, :] + lean[None, :] * (y - height / 2)).astype(np.float32)
    maps = (x, np.broadcast_to(y, x.shape).astype(np.float32))
    return np.asarray(cv2.remap(picture, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), dtype=np.float32)


def _like_rows(upright: _Picture) -> tuple[int, int]:
    """The longest run of rows that look like their neighbours."""
    height, width = upright.shape
    apart = max(2, height // 10)
    smooth = cv2.blur(upright, (3, apart))
    smooth = smooth - cv2.blur(smooth, (max(width // 6, 3), 1))
    smooth /= np.linalg.norm(smooth, axis=1, keepdims=True) + 1e-3
    alike = (smooth[apart:] * smooth[:-apart]).sum(axis=1) > _ALIKE
    edges = np.flatnonzero(np.diff(np.concatenate([[0], alike.astype(np.int8), [0]])))
    if not len(edges):
        return 0, 0
    begins, ends = edges[::2], edges[1::2]
    longest = int((ends - begins).argmax())
    first, last = int(begins[longest]), int(ends[longest]) + apart
    # Rows at a slanted end hold only some of the bars: unlike the middle, though like their neighbours.
    middle = smooth[(2 * first + last) // 3 : (first + 2 * last) // 3 + 1].mean(axis=0)
    unlike = smooth @ (middle / (np.linalg.norm(middle) + 1e-3)) < _LIKE_MIDDLE
    centre = (first + last) // 2
    above, below = np.flatnonzero(unlike[first:centre]), np.flatnonzero(unlike[centre:last])
    return first + int(above[-1]) + 1 if len(above) else first, centre + int(below[0]) if len(below) else last


def spans(line: Floats) -> list[Span]:
    """Where on a line a code may lie, the widest first: dark and light between two white margins."""
    width = len(line)
    soft = cv2.GaussianBlur(line.astype(np.float32)[None, :], (5, 1), 1.0)[0].astype(np.float64)
    dark = _hull(soft) - soft
    deepest = float(np.percentile(dark, 95))
    if deepest < 4:
        return []
    ink = dark > _INK * deepest
    edges = np.flatnonzero(np.diff(np.concatenate([[0], ink.astype(np.int8), [0]])))
    begins, ends = edges[::2], edges[1::2]
    found: dict[tuple[int, int], Span] = {}
    for gap in _GAPS:
        for begin, end in _merged(begins, ends, gap * width):
            if end - begin >= max(_NARROWEST, 0.25 * width) and _on_paper(soft, begin, end):
                found[begin // 3, end // 3] = Span(float(begin), float(end))
    return sorted(found.values(), key=lambda span: span.begin - span.end)[:_SPANS]


def _on_paper(line: Floats, begin: int, end: int) -> bool:
    """Whether both margins of a span are as bright as what is between the bars: else it begins in the surroundings."""
    module = (end - begin) / _MODULES
    near, far = round(module), round(5 * module) + 1
    left, right = line[max(begin - far, 0) : max(begin - near, 1)], line[end + near : end + far]
    if not len(left) or not len(right):
        return False
    margins = (float(np.median(left)), float(np.median(right)))
    inside = float(np.percentile(line[begin:end], 90))
    return min(margins) > _AS_BRIGHT * max(*margins, inside)


def _merged(begins: npt.NDArray[np.intp], ends: npt.NDArray[np.intp], gap: float) -> Iterator[tuple[int, int]]:
    if not len(begins):
        return
    apart = np.flatnonzero(begins[1:] - ends[:-1] > gap)
    firsts, lasts = np.concatenate([[0], apart + 1]), np.concatenate([apart, [len(begins) - 1]])
    for first, last in zip(firsts, lasts, strict=True):
        yield int(begins[first]), int(ends[last])


def _hull(line: Floats) -> Floats:
    """The paper's level along a line: the lowest arch above it; bright spots are cut off first."""
    bright = line[line > line.mean()]
    line = np.minimum(line, 1.2 * float(np.median(bright)) if len(bright) else line)
    kept: list[int] = []
    for n, level in enumerate(line):
        while len(kept) > 1:
            a, b = kept[-2], kept[-1]
            if (line[b] - line[a]) * (n - a) > (level - line[a]) * (b - a):
                break
            kept.pop()
        kept.append(n)
    return np.interp(np.arange(len(line)), kept, line[kept])


def _cubic(line: Floats, at: Floats) -> Floats:
    """The line between its samples, by cubic interpolation; beyond its ends the last level."""
    maps = (at.astype(np.float32)[None, :], np.zeros((1, len(at)), np.float32))
    seen = cv2.remap(line.astype(np.float32)[None, :], *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen[0], dtype=np.float64)
