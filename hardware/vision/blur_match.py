"""Finds the code that explains a blurred line best, and how much worse its best rival does."""

from collections.abc import Iterator
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

_OFFSETS = np.arange(-1.5, 1.51, 0.5)  # modules by which a blurred end may be misjudged
_TILTS = np.arange(-0.12, 0.121, 0.04)  # of a pack turned away
_BULGES = np.array([0.0, 0.05])  # of a flat pack and of a can
_CONTRASTS = (0.8, 0.92, 1.05, 1.2)
_ROUGH_CONTRASTS = (0.88, 1.13)
_ROUGH_BLURS = (1, 3, 5)  # places in _BLURS, tried at all geometries; the rest only at the best of them
_NEAR = 12
_INK_SHARE = 0.5  # of a code's modules, on average; single codes have 0.39 to 0.61
_TRIED = 4  # beginnings that are refined
_APART = 3  # digits in which they differ
_ROUNDS = 5
_ASTRAY = 0.25  # share left unexplained where no refinement leads back
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
    fit: Fit
    rivalry: float
    rival: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A valid code that its own fit decodes to again."""

    spelling: Spelling
    fit: Fit


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


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Geometries to try, one a column of `grid`, and where each lays the edges of a layout's modules on a line.

    An edge lies `after` (0 to 1) behind sample `before`; `widths` are the modules' in samples over their nominal one.
    """

    grid: Floats
    before: npt.NDArray[np.intp]
    after: Floats
    widths: Floats

    def some(self, columns: npt.NDArray[np.intp]) -> "_Lattice":
        """Only some of the geometries."""
        return _Lattice(self.grid[:, columns], self.before[:, columns], self.after[:, columns], self.widths[:, columns])

    def sums(self, line: Floats) -> Floats:
        """The line's sum over each module, as if all had their nominal width."""
        return np.asarray(np.diff(self._until(line), axis=0) / self.widths, dtype=np.float64)

    def energies(self, line: Floats) -> Floats:
        """The line's squared length as if all modules had their nominal width, one a geometry."""
        until = self._until(line**2)
        inner = (np.diff(until, axis=0) / self.widths).sum(axis=0)
        return np.asarray(inner + float((line**2).sum()) - until[-1] + until[0], dtype=np.float64)

    def _until(self, line: Floats) -> Floats:
        sums = np.concatenate([[0.0], np.cumsum(line)])
        return np.asarray(sums[self.before] + self.after * line[self.before], dtype=np.float64)


@cache
def _lattice(layout: Layout) -> _Lattice:
    begin, end, tilt, bulge = (part.ravel() for part in np.meshgrid(_OFFSETS, _OFFSETS, _TILTS, _BULGES))
    modules = layout.modules
    steps = np.arange(modules + 1)[:, None] / modules
    places = begin + (modules + end - begin) * (steps - steps * (1 - steps) * (tilt + bulge * (1 - 2 * steps)))
    edges = np.clip((places + QUIET) * SAMPLES, 0, (modules + 2 * QUIET) * SAMPLES - 1e-3)
    before = edges.astype(np.intp)
    return _Lattice(np.stack([begin, end, tilt, bulge]), before, edges - before, np.diff(edges, axis=0) / SAMPLES)


class Search:
    """One line of darkness, compared with a layout under many geometries and blurs.

    `line` holds the positions of `blur_model.positions`. `share` is what the best symbols of a rough search leave
    unexplained, parity and check digit disregarded: a line that is something else shows here already.
    """

    def __init__(self, line: Floats, layout: Layout) -> None:
        self._line, self._layout = line, layout
        self._tall = max(float(((line - line.mean()) ** 2).sum()), 1e-9)
        inner = line[(QUIET - 1) * SAMPLES : (QUIET + layout.modules + 1) * SAMPLES].sum()
        self._contrast = max(float(inner) / SAMPLES / layout.modules / _INK_SHARE, 1e-3)
        self._lattice = _lattice(layout)
        self._energy = self._lattice.energies(line)
        self._rough = [shares for blur in _ROUGH_BLURS for shares in self._least(blur)]
        self.share = float(min(shares.min() for shares in self._rough))

    def guesses(self) -> list[Guess]:
        """Beginnings worth refining, the best first."""
        near = np.unique(np.concatenate([np.argsort(shares)[:_NEAR] for shares in self._rough]))
        lattice = self._lattice.some(near)
        found: list[Guess] = []
        for blur in range(len(_BLURS)):
            sums = lattice.sums(np.convolve(self._line, _kernels()[blur], "same"))
            for contrast in _CONTRASTS:
                level = self._contrast * contrast
                costs, symbols = _trellis(self._layout, blur).loose(sums / level)
                shares = (self._energy[near] + level**2 * costs) / self._tall
                found += [
                    Guess(float(shares[n]), symbols[n], Geometry(*lattice.grid[:, n].tolist()))
                    for n in np.argsort(shares)[:_TRIED]
                ]
        kept: list[Guess] = []
        for guess in sorted(found, key=lambda one: one.share):
            if all((guess.symbols != other.symbols).sum() >= _APART for other in kept):
                kept.append(guess)
                if len(kept) == _TRIED:
                    break
        return kept

    def _least(self, blur: int) -> Iterator[Floats]:
        """Per contrast, the share of the line that the best symbols leave unexplained, for each geometry."""
        sums = self._lattice.sums(np.convolve(self._line, _kernels()[blur], "same"))
        for contrast in _ROUGH_CONTRASTS:
            level = self._contrast * contrast
            costs = _trellis(self._layout, blur).least(sums / level)
            yield np.asarray((self._energy + level**2 * costs) / self._tall, dtype=np.float64)


def refined(line: Floats, layout: Layout, start: Guess) -> Settled | None:
    """Fit and decode in turns until the digits stay; None when they do not settle."""
    symbols, geometry = start.symbols, start.geometry
    for _ in range(_ROUNDS):
        fit = fitted(line, layout.pattern(symbols), geometry)
        if fit.share > _ASTRAY:
            return None
        best = spelt(line, layout, fit, 1)[0]
        if (best.symbols == symbols).all():
            return Settled(best, fit)
        symbols, geometry = best.symbols, fit.geometry
    return None


def spelt(line: Floats, layout: Layout, fit: Fit, count: int) -> list[Spelling]:
    """The best valid codes under a known blur and geometry, the best first."""
    straight = straightened(line, layout.modules, fit.geometry, fit.ground)
    return Trellis(layout, overlap(fit.kernel)).strict(matches(straight, layout.modules, fit.kernel), count)


def judged(line: Floats, layout: Layout, settled: Settled) -> Match:
    """What a settled reading is worth beside its best rival."""
    best, fit = settled.spelling, settled.fit
    rival = next(
        one for one in spelt(line, layout, fit, 2) if (one.symbols != best.symbols).any() or one.parity != best.parity
    )
    # The rival gets the blur and geometry that suit it best: only then is the comparison fair.
    other = fitted(line, layout.pattern(rival.symbols), fit.geometry, rounds=2)
    text, second = layout.text(best.parity, best.symbols), layout.text(rival.parity, rival.symbols)
    return Match(text, fit, other.share / max(fit.share, 1e-9), second)
