"""What a blurred line of a known code looks like, and the blur and geometry that fit a line best.

The blur's shape is not assumed: lenses out of focus leave bells, discs, rings and bright cores, and each is a mixture
of tents at a few distances from the middle, found by least squares with no negative part. Where the code lies on the
line is its two ends, one term for a tilted and one for a rounded pack.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from hardware.vision.bar_grammar import Bits

Floats = npt.NDArray[np.float64]

SAMPLES = 4  # a module
QUIET = 6  # modules of paper at each side that belong to the line
_NODES = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5)  # modules from the blur's middle
REACH = int(_NODES[-1] * SAMPLES)
_FINE = 8  # samples a module where slopes matter
_BENT_AT_MOST = 0.2
_STIFF = 2e-3  # keeps a bend at rest that the line does not ask for


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where a code lies on a line: how far its ends are from their nominal place, in modules, and how it is bent."""

    begin: float = 0.0
    end: float = 0.0
    tilt: float = 0.0
    bulge: float = 0.0

    def module_at(self, nominal: Floats, modules: int) -> Floats:
        """The code's own coordinate, 0 to `modules`, of nominal positions."""
        t = (nominal - self.begin) / (modules + self.end - self.begin)
        return modules * (t + t * (1 - t) * (self.tilt + self.bulge * (1 - 2 * t)))

    def moved(self, step: Floats) -> "Geometry":
        """Changed by a step in all four, within what packs do."""
        tilt, bulge = np.clip((self.tilt + step[2], self.bulge + step[3]), -_BENT_AT_MOST, _BENT_AT_MOST)
        return Geometry(self.begin + float(step[0]), self.end + float(step[1]), float(tilt), float(bulge))


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a code explains a line.

    `kernel` is the blur at four samples a module, its sum the contrast; `ground` the line's own darkness beside it
    (constant, slope, bend over -1/2 to 1/2); `rest` what is left unexplained, one value a sample; `share` its energy
    beside the line's.
    """

    geometry: Geometry
    kernel: Floats
    ground: Floats
    rest: Floats
    share: float


def positions(modules: int) -> Floats:
    """The nominal position of each sample of a line, in modules: from the left quiet zone to the right one."""
    return (np.arange((modules + 2 * QUIET) * SAMPLES) + 0.5) / SAMPLES - QUIET


@cache
def _tents(samples: int) -> Floats:
    """One symmetric tent a row, sum 1, at so many samples a module."""
    reach = int(_NODES[-1] * samples)
    far = np.abs(np.arange(-reach, reach + 1)) / samples
    rows = np.array([np.interp(far, _NODES, np.eye(len(_NODES))[n]) for n in range(len(_NODES))])
    return np.asarray(rows / rows.sum(axis=1, keepdims=True), dtype=np.float64)


def blurred_shapes(pattern: Bits) -> tuple[Floats, Floats]:
    """The code blurred by each tent, one row each, on a fine grid; and the grid's positions in modules."""
    margin = QUIET + 5
    fine = np.repeat(np.pad(pattern, margin), _FINE)
    grid = (np.arange(len(fine)) + 0.5) / _FINE - margin
    spectrum = np.fft.rfft(fine)
    tents = _tents(_FINE)
    padded = np.zeros((len(tents), len(fine)))
    padded[:, : tents.shape[1]] = tents
    padded = np.roll(padded, -(tents.shape[1] // 2), axis=1)
    return np.fft.irfft(np.fft.rfft(padded) * spectrum, len(fine)), grid


def fitted(line: Floats, pattern: Bits, start: Geometry, rounds: int = 4) -> Fit:
    """The blur, contrast, ground and geometry with which a code explains a line of darkness best."""
    modules = len(pattern)
    nominal = positions(modules)
    shapes, grid = blurred_shapes(pattern)
    middle = nominal / modules - 0.5
    ground = np.stack([np.ones_like(middle), middle, middle * middle], axis=1)
    geometry = start
    for turn in range(rounds + 1):
        at = geometry.module_at(nominal, modules)
        steps = np.clip((at - grid[0]) * _FINE, 0, len(grid) - 1.001)
        before = steps.astype(np.intp)
        after = steps - before
        seen = (shapes[:, before] * (1 - after) + shapes[:, before + 1] * after).T
        parts = np.concatenate([seen, ground], axis=1)
        weights = not_negative(parts, line, len(shapes))
        rest = line - parts @ weights
        if turn == rounds:
            break
        model = weights[: len(shapes)] @ shapes
        slope = (np.diff(model) * _FINE)[before]
        geometry = geometry.moved(_step(geometry, nominal, modules, slope, parts @ weights, ground, rest))
    tall = float(((line - line.mean()) ** 2).sum())
    kernel = weights[: len(shapes)] @ _tents(SAMPLES)
    return Fit(geometry, kernel, weights[len(shapes) :], rest, float((rest**2).sum()) / max(tall, 1e-12))


def _step(
    geometry: Geometry, nominal: Floats, modules: int, slope: Floats, model: Floats, ground: Floats, rest: Floats
) -> Floats:
    """One step of Gauss and Newton for the geometry, contrast and ground left free beside it."""
    here = geometry.module_at(nominal, modules)
    nudges = np.eye(4) * (0.01, 0.01, 0.001, 0.001)
    sizes = np.diag(nudges)
    turns = [
        (geometry.moved(nudge).module_at(nominal, modules) - here) / size
        for nudge, size in zip(nudges, sizes, strict=True)
    ]
    moves = np.stack([slope * turn for turn in turns], axis=1)
    parts = np.concatenate([moves, model[:, None], ground], axis=1)
    square = parts.T @ parts
    square[np.arange(4), np.arange(4)] += _STIFF * float((model**2).sum()) * np.array([1e-3, 1e-3, 1.0, 1.0])
    step = np.linalg.solve(square + 1e-9 * np.eye(len(square)) * np.trace(square), parts.T @ rest)[:4]
    return np.asarray(np.clip(step, (-0.5, -0.5, -0.03, -0.03), (0.5, 0.5, 0.03, 0.03)), dtype=np.float64)


def not_negative(parts: Floats, wanted: Floats, count: int) -> Floats:
    """Least squares in which the first `count` weights are not below zero (those that would be are left out)."""
    square, target = parts.T @ parts, parts.T @ wanted
    scale = 1e-7 * np.trace(square) / len(square)
    kept = np.ones(parts.shape[1], dtype=bool)
    weights = np.zeros(parts.shape[1])
    for _ in range(count):
        chosen = np.flatnonzero(kept)
        weights[:] = 0
        weights[chosen] = np.linalg.solve(square[np.ix_(chosen, chosen)] + scale * np.eye(len(chosen)), target[chosen])
        below = (weights < 0) & (np.arange(len(weights)) < count)
        if not below.any():
            break
        kept &= ~below
    return np.where(np.arange(len(weights)) < count, np.maximum(weights, 0), weights)


def straightened(line: Floats, modules: int, geometry: Geometry, ground: Floats) -> Floats:
    """The line as it were with the code at its nominal place, without its ground."""
    nominal = positions(modules)
    middle = nominal / modules - 0.5
    bare = line - ground[0] - ground[1] * middle - ground[2] * middle * middle
    return np.asarray(np.interp(nominal, geometry.module_at(nominal, modules), bare), dtype=np.float64)


def matches(line: Floats, modules: int, kernel: Floats) -> Floats:
    """How much each module's blurred shape has in common with a straight line."""
    seen = np.convolve(line, kernel, "same")
    inner = seen[QUIET * SAMPLES : (QUIET + modules) * SAMPLES]
    return np.asarray(inner.reshape(modules, SAMPLES).sum(axis=1), dtype=np.float64)


def overlap(kernel: Floats) -> Floats:
    """What the blurred shapes of two modules have in common, by their distance in modules."""
    shape = np.convolve(kernel, np.ones(SAMPLES))
    both = np.correlate(shape, shape, "full")
    return np.asarray(both[len(shape) - 1 :: SAMPLES], dtype=np.float64)
