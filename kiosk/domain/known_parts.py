"""Remembers how competing lines were priced: most parts of a cart are the same at the next scan."""

from collections.abc import Sequence

from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.pricing_search import solve
from kiosk.domain.promotion_book import Fit
from kiosk.domain.promotion_rule import UnitRule

MOST_KEPT = 2_000

_Key = tuple[tuple[int, int, tuple[Fit, ...], tuple[UnitRule, ...]], ...]


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
        key = tuple([(line.price, line.quantity, line.fits, line.free_rules) for line in ordered])
        known = self._kept.get(key)
        if known is None:
            known = Taken()
            solve([PoolLine(rank, *key[rank]) for rank in range(len(key))], known)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = known
        taken.join(known, [line.place for line in ordered])


def _place(line: PoolLine) -> int:
    return line.place
