"""Finds the code that explains a blurred line best, and how much worse its best rival does."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from hardware.vision.bar_grammar import Layout
from hardware.vision.bar_trellis import Spelling, Trellis
from hardware.vision.blur_model import (
    QUIET,
    REACH,
    SAMPLES,
    Fit,
    Floats,
    Geometry,
    fitted,
    matches,
    overlap,
    straightened,
)

_OFFSETS = np.arange(-2.0, 2.01, 0.5)  # modules by which a blurred end may be misjudged
_TILTS = np.array([-0.05, 0.0, 0.05])
_CONTRASTS = (0.85, 1.0, 1.2)
_ROUGH_BLURS = (1, 3, 5)  # places in _BLURS, tried at all geometries; the rest only at the best of them
_NEAR = 12
_INK_SHARE = 0.47  # of a code's modules, on average
_TRIED = 4  # beginnings that are refined
_ROUNDS = 5
# Sigma of a bell, width of a disc, share of a bright core; all in modules.
_BLURS = (
    (0.3, 0.0, 0.0),
    (0.55, 0.0, 0.0),
    (0.85, 0.0, 0.0),
    (1.2, 0.0, 0.0),
    (0.3, 2.2, 0.1),
    (0.3, 3.2, 0.2),
    (0.3, 4.2, 0.3),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A code found on a line: its text, how it fits, and how much larger its best rival's error is (2.0 is twice)."""

    text: str
    symbols: npt.NDArray[np.intp]
    fit: Fit
    rivalry: float
    rival: str


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a search may begin: symbols, geometry, and the share of the line that they leave unexplained."""

    share: float
    symbols: npt.NDArray[np.intp]
    geometry: Geometry


@cache
def _kernels() -> tuple[Floats, ...]:
    x = np.arange(-REACH, REACH + 1) / SAMPLES
    shapes = []
    for sigma, width, core in _BLURS:
        bell = np.exp(-((x / sigma) ** 2) / 2)
        bell /= bell.sum()
        disc = np.sqrt(np.clip(1 - (2 * x / width) ** 2, 0, None)) if width else bell
        disc = np.convolve(disc / disc.sum(), bell, "same") if width else bell
        shapes.append(core * bell + (1 - core) * disc)
    return tuple(shapes)


@cache
def _trellis(layout: Layout, blur: int) -> Trellis:
    return Trellis(layout, overlap(_kernels()[blur]))


def guesses(line: Floats, layout: Layout) -> list[Guess]:
    """Beginnings worth refining, the best first: digits without regard to check digits, for many ends and blurs."""
    begin, end, tilt = (grid.ravel() for grid in np.meshgrid(_OFFSETS, _OFFSETS, _TILTS))
    search = _Search(line, layout)
    rough = [search.tried(blur, 1.0, begin, end, tilt) for blur in _ROUGH_BLURS]
    near = np.unique(np.concatenate([np.argsort(shares)[:_NEAR] for shares, _ in rough]))
    begin, end, tilt = begin[near], end[near], tilt[near]
    found: list[tuple[float, int, npt.NDArray[np.intp]]] = []
    for blur in range(len(_BLURS)):
        for contrast in _CONTRASTS:
            shares, symbols = search.tried(blur, contrast, begin, end, tilt)
            found += [(float(shares[n]), int(n), symbols[n]) for n in np.argsort(shares)[:_TRIED]]
    found.sort(key=lambda one: one[0])
    kept: dict[tuple[int, ...], Guess] = {}
    for share, n, symbols in found:
        geometry = Geometry(float(begin[n]), float(end[n]), float(tilt[n]))
        kept.setdefault(tuple(symbols.tolist()), Guess(share, symbols, geometry))
        if len(kept) == _TRIED:
            break
    return list(kept.values())


class _Search:
    """One line, ready to be compared with a layout under many geometries."""

    def __init__(self, line: Floats, layout: Layout) -> None:
        self._line, self._layout = line, layout
        self._tall = float(((line - line.mean()) ** 2).sum())
        self._energy = float((line**2).sum())
        inner = line[(QUIET - 1) * SAMPLES : (QUIET + layout.modules + 1) * SAMPLES].sum()
        self._contrast = max(float(inner) / SAMPLES / layout.modules / _INK_SHARE, 1e-3)

    def tried(
        self, blur: int, contrast: float, begin: Floats, end: Floats, tilt: Floats
    ) -> tuple[Floats, npt.NDArray[np.intp]]:
        """The share left unexplained by the best symbols, and the symbols, for each geometry."""
        modules = self._layout.modules
        stretch = (modules + end - begin)[:, None] / modules
        steps = np.arange(modules + 1) / modules
        places = begin[:, None] + modules * stretch * (steps - steps * (1 - steps) * tilt[:, None])
        sums = np.concatenate([[0.0], np.cumsum(np.convolve(self._line, _kernels()[blur], "same"))])
        seen = np.diff(np.interp((places + QUIET) * SAMPLES, np.arange(len(sums)), sums), axis=1) / stretch
        level = self._contrast * contrast
        costs, symbols = _trellis(self._layout, blur).loose(seen / level)
        return (self._energy / stretch[:, 0] + level**2 * costs) / self._tall, symbols


def refined(line: Floats, layout: Layout, symbols: npt.NDArray[np.intp], start: Geometry) -> Match | None:
    """Fit and decode in turns until the digits stay; None when they do not settle."""
    geometry = start
    for _ in range(_ROUNDS):
        fit = fitted(line, layout.pattern(symbols), geometry)
        best, rival = spelt(line, layout, fit)
        if (best.symbols == symbols).all():
            return _judged(line, layout, best, rival, fit)
        symbols, geometry = best.symbols, fit.geometry
    return None


def spelt(line: Floats, layout: Layout, fit: Fit) -> list[Spelling]:
    """The best valid code and its rival under a known blur and geometry."""
    straight = straightened(line, layout.modules, fit.geometry, fit.ground)
    return Trellis(layout, overlap(fit.kernel)).strict(matches(straight, layout.modules, fit.kernel))


def _judged(line: Floats, layout: Layout, best: Spelling, rival: Spelling, fit: Fit) -> Match:
    # The rival gets the blur and geometry that suit it best: only then is the comparison fair.
    other = fitted(line, layout.pattern(rival.symbols), fit.geometry, rounds=2)
    return Match(
        layout.text(best.parity, best.symbols),
        best.symbols,
        fit,
        other.share / max(fit.share, 1e-9),
        layout.text(rival.parity, rival.symbols),
    )
