"""Remembers how competing lines were priced: most parts of a cart are the same at the next scan."""

from collections.abc import Sequence

from kiosk.domain.pricing_search import PoolLine, Taken, solve
from kiosk.domain.promotion_book import Rule

MOST_KEPT = 2_000

_Key = tuple[tuple[int, int, tuple[Rule, ...], Rule | None], ...]


class KnownParts:
    """Answers `solve` from memory where the same prices, quantities and rules were solved before.

    A part's answer depends on the order of its lines and not on where they stand in the cart; so it is kept by
    rank and moved to the lines' places. Pure: the answer is the one that `solve` gives.
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[_Key, Taken] = {}

    def solve(self, lines: Sequence[PoolLine], taken: Taken) -> None:
        """Add to `taken` the cheapest choice for these lines, which share no rule with any other line."""
        if len(lines) == 1:
            solve(lines, taken)  # quicker than to look it up
            return
        ordered = sorted(lines, key=_place)
        key = tuple([(line.price, line.quantity, line.rules, line.percent) for line in ordered])
        known = self._kept.get(key)
        if known is None:
            known = Taken()
            solve([PoolLine(rank, *key[rank]) for rank in range(len(key))], known)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = known
        for rank, amounts in known.amounts.items():
            taken.amounts[ordered[rank].place] = dict(amounts)
        for rule, times in known.applications.items():
            taken.applications[rule] = taken.applications.get(rule, 0) + times
        for (rule, rank), units in known.consumed.items():
            taken.consumed[rule, ordered[rank].place] = units
        taken.total += known.total
        taken.exact = taken.exact and known.exact


def _place(line: PoolLine) -> int:
    return line.place
