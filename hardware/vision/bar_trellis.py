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
_Quick = npt.NDArray[np.float32]


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
        choices = layout.choices
        self._free = [
            edges[np.ix_(before, after)].astype(np.float32)
            for edges, before, after in zip(self._next, choices, choices[1:], strict=False)
        ]

    def _alone(self, start: int, guards: Floats) -> Floats:
        window = slice(start, start + DIGIT_WIDTH)
        block = self._gram[window, window]
        alone = np.einsum("si,ij,sj->s", SYMBOLS, block, SYMBOLS) + 2 * SYMBOLS @ guards[window]
        return np.asarray(alone, dtype=np.float64)

    def _beside(self, first: int, second: int) -> Floats:
        block = self._gram[first : first + DIGIT_WIDTH, second : second + DIGIT_WIDTH]
        return np.asarray(2 * SYMBOLS @ block @ SYMBOLS.T, dtype=np.float64)

    def least(self, matches: Floats) -> Floats:
        """For each of many lines (columns of one match a module), the error of the best symbols less the line's energy.

        Parity and check digit are disregarded.
        """
        nodes, guards = self._many(matches)
        costs = nodes[0]
        for node, edges in zip(nodes[1:], self._free, strict=True):
            costs = (costs[:, None, :] + edges[:, :, None]).min(axis=0) + node
        return np.asarray(costs.min(axis=0) + guards, dtype=np.float64)

    def loose(self, matches: Floats) -> tuple[Floats, Indices]:
        """The same errors, and the symbols, one row a line."""
        nodes, guards = self._many(matches)
        costs = nodes[0]
        trace: list[Indices] = []
        for node, edges in zip(nodes[1:], self._free, strict=True):
            steps = costs[:, None, :] + edges[:, :, None]
            trace.append(steps.argmin(axis=0))
            costs = steps.min(axis=0) + node
        lines = np.arange(matches.shape[1])
        at = costs.argmin(axis=0)
        symbols = [self._layout.choices[-1][at]]
        for chosen, choices in zip(reversed(trace), reversed(self._layout.choices[:-1]), strict=True):
            at = chosen[at, lines]
            symbols.append(choices[at])
        return np.asarray(costs.min(axis=0) + guards, dtype=np.float64), np.stack(symbols[::-1], axis=1)

    def _many(self, matches: Floats) -> tuple[list[_Quick], _Quick]:
        """Per place, what its choices cost in each line, and what the guards cost: small numbers, for speed."""
        quick = matches.astype(np.float32)
        nodes = []
        for start, own, choices in zip(self._layout.starts, self._own, self._layout.choices, strict=True):
            seen = SYMBOLS[choices].astype(np.float32) @ quick[start : start + DIGIT_WIDTH]
            nodes.append(own[choices, None].astype(np.float32) - 2 * seen)
        guards = np.float32(self._guards) - 2 * self._layout.guards.astype(np.float32) @ quick
        return nodes, guards

    def strict(self, matches: Floats, count: int = 1) -> list[Spelling]:
        """The best `count` valid codes for one line, the best first: parity and check digit are right in all."""
        windows = np.stack([matches[start : start + DIGIT_WIDTH] for start in self._layout.starts])
        nodes, guards = self._own - 2 * windows @ SYMBOLS.T, self._guards - 2 * float(matches @ self._layout.guards)
        rows, weights = self._layout.rows, self._layout.weights
        parities, places = rows.shape
        digits = np.arange(10)
        costs = np.full((parities, 10, 10, count), np.inf)  # parity, sum, digit, rank
        begun = np.arange(parities) if self._layout.leading else np.zeros(parities, np.intp)
        sums = (begun[:, None] + weights[0] * digits) % 10
        costs[np.arange(parities)[:, None], sums, digits, 0] = nodes[0][rows[:, 0, None] + digits]
        trace: list[Indices] = []
        for place in range(1, places):
            before = (digits[:, None] - weights[place] * digits) % 10  # sum before, by sum and digit after
            edges = self._next[place - 1][
                rows[:, place - 1, None, None] + digits[:, None], rows[:, place, None, None] + digits
            ]
            steps = costs[:, before] + edges.transpose(0, 2, 1)[:, None, :, :, None]
            flat = steps.reshape(parities, 10, 10, 10 * count)
            if count == 1:
                chosen = flat.argmin(axis=3, keepdims=True)
            else:
                chosen = np.argpartition(flat, count - 1, axis=3)[..., :count]
            costs = np.take_along_axis(flat, chosen, axis=3)
            costs = costs + nodes[place][rows[:, place, None] + digits][:, None, :, None]
            trace.append(chosen)
        last = costs[:, 0].reshape(-1)
        best = np.argsort(last)[:count]
        return [self._spelt(int(end), float(last[end]) + guards, trace, count) for end in best]

    def _spelt(self, end: int, error: float, trace: list[Indices], count: int) -> Spelling:
        parity, rest = divmod(end, 10 * count)
        digit, rank = divmod(rest, count)
        total, places = 0, len(self._layout.starts)
        found = [digit]
        for place in range(places - 1, 0, -1):
            chosen = int(trace[place - 1][parity, total, digit, rank])
            total = (total - self._layout.weights[place] * digit) % 10
            digit, rank = divmod(chosen, count)
            found.append(digit)
        digits = np.array(found[::-1], dtype=np.intp)
        return Spelling(parity, self._layout.rows[parity] + digits, error)
