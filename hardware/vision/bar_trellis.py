"""The digits that explain a blurred line best, found by dynamic programming over the code's grammar.

A line is modelled as the sum of the modules' blurred shapes. The squared error of such a sum needs only each module's
match with the line and the overlap of each two modules, so neighbouring digits are judged together, and the best of
10^12 codes is found exactly as long as the blur is narrower than a digit.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hardware.vision.bar_grammar import DIGIT_WIDTH, SYMBOLS, Layout

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
_CONSIDERED = 2  # codes kept apart at each step: the best and its rival


@dataclass(frozen=True, slots=True)
class Spelling:
    """One valid code: its parity's place in the layout, a symbol for each digit, and its squared error."""

    parity: int
    symbols: Indices
    error: float


class Trellis:
    """Costs of digits and of neighbours for one layout under one blur.

    `overlap[k]` is how much the blurred shapes of two modules `k` apart have in common (the integral of their product).
    """

    def __init__(self, layout: Layout, overlap: Floats) -> None:
        self._layout = layout
        far = np.abs(np.subtract.outer(np.arange(layout.modules), np.arange(layout.modules)))
        self._gram = np.where(far < len(overlap), overlap[np.minimum(far, len(overlap) - 1)], 0.0)
        guards = self._gram @ layout.guards
        self._guards = float(layout.guards @ guards)
        self._own = np.array([self._alone(start, guards) for start in layout.starts])
        self._next = np.array([self._beside(a, b) for a, b in zip(layout.starts, layout.starts[1:], strict=False)])

    def _alone(self, start: int, guards: Floats) -> Floats:
        window = slice(start, start + DIGIT_WIDTH)
        block = self._gram[window, window]
        alone = np.einsum("si,ij,sj->s", SYMBOLS, block, SYMBOLS) + 2 * SYMBOLS @ guards[window]
        return np.asarray(alone, dtype=np.float64)

    def _beside(self, first: int, second: int) -> Floats:
        block = self._gram[first : first + DIGIT_WIDTH, second : second + DIGIT_WIDTH]
        return np.asarray(2 * SYMBOLS @ block @ SYMBOLS.T, dtype=np.float64)

    def _nodes(self, matches: Floats) -> tuple[Floats, Floats]:
        """Per line: what each symbol costs at each place, and what the guards cost."""
        windows = np.stack([matches[:, start : start + DIGIT_WIDTH] for start in self._layout.starts], axis=1)
        return self._own - 2 * windows @ SYMBOLS.T, self._guards - 2 * matches @ self._layout.guards

    def loose(self, matches: Floats) -> tuple[Floats, Indices]:
        """The best symbols for each of many lines (rows of one match a module), parity and check digit disregarded.

        Returns the model's error less the line's own energy, one a line, and the symbols, one row a line.
        """
        nodes, guards = self._nodes(matches)
        places = len(self._layout.starts)
        choices = self._layout.choices(0)
        costs = nodes[:, 0, choices]
        trace: list[tuple[Indices, Indices]] = [(choices, np.zeros(0, np.intp))]
        for place in range(1, places):
            following = self._layout.choices(place)
            steps = costs[:, :, None] + self._next[place - 1][np.ix_(choices, following)]
            chosen = steps.argmin(axis=1)
            costs = np.take_along_axis(steps, chosen[:, None, :], axis=1)[:, 0, :] + nodes[:, place, following]
            trace.append((following, chosen))
            choices = following
        lines = np.arange(len(matches))
        at = costs.argmin(axis=1)
        symbols = np.empty((len(matches), places), np.intp)
        for place in range(places - 1, -1, -1):
            following, chosen = trace[place]
            symbols[:, place] = following[at]
            if place:
                at = chosen[lines, at]
        return costs.min(axis=1) + guards, symbols

    def strict(self, matches: Floats) -> list[Spelling]:
        """The best valid codes for one line, the best first: parity and check digit are right in all of them."""
        nodes, guards = self._nodes(matches[None, :])
        rows, weights = self._layout.rows, self._layout.weights
        parities, places = rows.shape
        digits = np.arange(10)
        costs = np.full((parities, 10, 10, _CONSIDERED), np.inf)  # parity, sum, digit, rank
        begun = np.arange(parities) if self._layout.leading else np.zeros(parities, np.intp)
        sums = (begun[:, None] + weights[0] * digits) % 10
        costs[np.arange(parities)[:, None], sums, digits, 0] = nodes[0, 0][rows[:, 0, None] + digits]
        trace: list[Indices] = []
        for place in range(1, places):
            before = (digits[:, None] - weights[place] * digits) % 10  # sum before, by sum and digit after
            edges = self._next[place - 1][
                rows[:, place - 1, None, None] + digits[:, None], rows[:, place, None, None] + digits
            ]
            steps = costs[:, before] + edges.transpose(0, 2, 1)[:, None, :, :, None]
            flat = steps.reshape(parities, 10, 10, 10 * _CONSIDERED)
            chosen = np.argpartition(flat, _CONSIDERED - 1, axis=3)[..., :_CONSIDERED]
            costs = np.take_along_axis(flat, chosen, axis=3)
            costs = costs + nodes[0, place][rows[:, place, None] + digits][:, None, :, None]
            trace.append(chosen)
        last = costs[:, 0].reshape(-1)
        best = np.argsort(last)[:_CONSIDERED]
        return [self._spelt(int(end), float(last[end]) + float(guards[0]), trace) for end in best]

    def _spelt(self, end: int, error: float, trace: list[Indices]) -> Spelling:
        parity, rest = divmod(end, 10 * _CONSIDERED)
        digit, rank = divmod(rest, _CONSIDERED)
        total, places = 0, len(self._layout.starts)
        found = [digit]
        for place in range(places - 1, 0, -1):
            chosen = int(trace[place - 1][parity, total, digit, rank])
            total = (total - self._layout.weights[place] * digit) % 10
            digit, rank = divmod(chosen, _CONSIDERED)
            found.append(digit)
        digits = np.array(found[::-1], dtype=np.intp)
        return Spelling(parity, self._layout.rows[parity] + digits, error)
