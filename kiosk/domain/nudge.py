"""The next step that pays: how many more of an item earn a free piece."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.domain.cart import MOST_PIECES, LineItem
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.priced_cart import Nudge
from kiosk.domain.pricing_search import PoolLine, Taken
from kiosk.domain.promotion_book import Rule

MOST_CANDIDATES = 4  # rows of one promotion that are tried, the latest ones
NEVER_GIVEN = frozenset({"no_giveaway"})  # a catalogue flag for goods that the law forbids to give away


@dataclass(frozen=True, slots=True)
class _Step:
    """A candidate, ordered by what it costs, how many pieces it takes and how recently its row was added."""

    cost: int
    missing: int
    place: int
    rule: Rule
    have: int

    @property
    def rank(self) -> tuple[int, int, int, int]:
        return self.cost, self.missing, -self.place, self.rule.order


def may_be_given(line: LineItem) -> bool:
    """Whether the shopper may be told to fetch more of this row for a free piece.

    Never for age-limited, blocked or `no_giveaway` goods, nor for what is weighed, ordered or not on the shelves.
    """
    item = line.item
    return (
        not item.age_limit
        and item.sold_by is SoldBy.EACH
        and line.grams is None
        and line.fixed_price is None
        and line.fulfilment.kind is FulfilmentKind.CARRY_OUT
        and item.in_store
        and not item.blocked
        and not item.flags & NEVER_GIVEN
    )


def cheapest_nudge(
    lines: Sequence[LineItem], parts: Sequence[Sequence[PoolLine]], taken: Taken, known: KnownParts
) -> Nudge | None:
    """The step that costs least for a free piece, or None; prices each candidate with the cart's own search."""
    if not taken.exact:
        return None  # a cart that was hard to price once is not priced again for every candidate
    best: _Step | None = None
    for part in parts:
        for step in _steps(lines, part, taken, known):
            if best is None or step.rank < best.rank:
                best = step
    if best is None:
        return None
    line = lines[best.place]
    return Nudge(
        best.rule.promotion_id,
        best.rule.badge,
        line.line_id,
        line.item.sku,
        best.have,
        best.missing,
        line.item.place,
    )


def _steps(lines: Sequence[LineItem], part: Sequence[PoolLine], taken: Taken, known: KnownParts) -> Iterator[_Step]:
    if len(part) == 1 and len(part[0].rules) == 1 and part[0].percent is None:
        pool, rule = part[0], part[0].rules[0]
        have = pool.quantity % rule.size
        reached = rule.limit is not None and pool.quantity // rule.size >= rule.limit
        missing = rule.size - have
        if have and not reached and pool.price and _room(lines[pool.place], missing):
            free = rule.size - rule.buy
            yield _Step((missing - free) * pool.price, missing, pool.place, rule, have)
        return
    before: Taken | None = None
    for rule, loose in _loose(part, taken.consumed).items():
        have = sum(loose.values())
        missing = rule.size - have
        if not 0 < have < rule.size:
            continue
        open_rows = [place for place in loose if _room(lines[place], missing)]
        for place in open_rows[-MOST_CANDIDATES:]:
            before = before or _solved(part, known)
            step = _tried(part, before, known, rule, place, missing, have)
            if step is not None:
                yield step


def _room(line: LineItem, missing: int) -> bool:
    return line.quantity + missing <= MOST_PIECES and may_be_given(line)


def _loose(part: Sequence[PoolLine], consumed: Mapping[tuple[Rule, int], int]) -> dict[Rule, dict[int, int]]:
    """For each n+m rule the units of its pool that no n+m application has consumed, by place."""
    used: dict[int, int] = {}
    for (_, place), count in consumed.items():
        used[place] = used.get(place, 0) + count
    loose: dict[Rule, dict[int, int]] = {}
    for line in part:
        left = line.quantity - used.get(line.place, 0)
        for rule in line.rules:
            if left and not rule.percent:
                loose.setdefault(rule, {})[line.place] = left
    return loose


def _solved(part: Sequence[PoolLine], known: KnownParts) -> Taken:
    taken = Taken()
    known.solve(part, taken)
    return taken


def _tried(
    part: Sequence[PoolLine], before: Taken, known: KnownParts, rule: Rule, place: int, missing: int, have: int
) -> _Step | None:
    grown = [replace(line, quantity=line.quantity + missing) if line.place == place else line for line in part]
    price = next(line.price for line in part if line.place == place)
    after = _solved(grown, known)
    if after.applications.get(rule, 0) <= before.applications.get(rule, 0):
        return None
    cost = missing * price - (after.total - before.total)
    return _Step(cost, missing, place, rule, have) if cost < missing * price else None
