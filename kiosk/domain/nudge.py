"""The next step that pays: what to fetch, or to spend, so that more comes off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.cart import MOST_PIECES, LineItem
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.priced_cart import Nudge, NudgeKind
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.promotion import CartPromotion, TenderDiscount, Threshold
from kiosk.domain.promotion_rule import NPlusMRule, Rule, TieredRule, UnitRule, percent_of

MOST_CANDIDATES = 4  # rows of one promotion that are tried, the latest ones
NEVER_GIVEN = frozenset({"no_giveaway"})  # a catalogue flag for goods that the law forbids to give away
NEARLY = 5  # a threshold is spoken of when less than one part of so many is missing


@dataclass(frozen=True, slots=True)
class _Step:
    """A candidate, ordered by what it costs, how many pieces it takes and how recently its row was added."""

    cost: int
    missing: int
    place: int
    rule: Rule
    have: int
    gain: int

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
    lines: Sequence[LineItem], parts: Sequence[tuple[Sequence[PoolLine], Taken]], known: KnownParts, currency: str
) -> Nudge | None:
    """The step that costs least for more off, or None; prices each candidate with the cart's own search.

    `parts` are the lines that compete with each other and the best that was found for them.
    """
    if not all(taken.exact for _, taken in parts):
        return None  # a cart that was hard to price once is not priced again for every candidate
    best: _Step | None = None
    for part, taken in parts:
        for step in _steps(lines, part, taken, known):
            if best is None or step.rank < best.rank:
                best = step
    if best is None:
        return None
    line, promotion = lines[best.place], best.rule.promotion
    return Nudge(
        promotion.promotion_id,
        promotion.badge_in(currency),
        line.line_id,
        line.item.sku,
        best.have,
        best.missing,
        line.item.place,
        _kind(best.rule),
        promotion.name,
        best.gain,
    )


def nearest_threshold(
    reached: Mapping[int, Sequence[CartPromotion]], nets: Mapping[int, int], used: frozenset[str]
) -> Nudge | None:
    """The spending promotion that is nearly reached and not used, by the least that is missing.

    `reached` are the live cart-level promotions by place, `nets` what each place costs after the item level.
    """
    sums: dict[str, int] = {}
    promotions: dict[str, CartPromotion] = {}
    for place, row in reached.items():
        for promotion in row:
            promotions[promotion.promotion_id] = promotion
            sums[promotion.promotion_id] = sums.get(promotion.promotion_id, 0) + nets[place]
    nearest: Nudge | None = None
    for name, promotion in sorted(promotions.items()):
        if name in used or not isinstance(promotion, Threshold | TenderDiscount) or getattr(promotion, "gift", None):
            continue
        short = promotion.at_least - sums[name]
        if not 0 < short * NEARLY <= promotion.at_least:
            continue
        gain = promotion.amount or percent_of(promotion.at_least, promotion.percent or 0)
        if gain and (nearest is None or short < nearest.short_of):
            words = (name, promotion.badge, "", "", 0, 0, "")
            nearest = Nudge(*words, NudgeKind.SPEND, promotion.name, gain, short)
    return nearest


def _kind(rule: Rule) -> NudgeKind:
    if isinstance(rule, NPlusMRule):
        return NudgeKind.FREE_PIECE
    return NudgeKind.TIER if isinstance(rule, TieredRule) else NudgeKind.SET_PRICE


def _steps(lines: Sequence[LineItem], part: Sequence[PoolLine], taken: Taken, known: KnownParts) -> Iterator[_Step]:
    if len(part) == 1 and not part[0].free_rules and len(part[0].fits) == 1:
        rule = part[0].fits[0][0]
        if isinstance(rule, NPlusMRule):
            yield from _step_of_one(lines, part[0], rule)
            return
    if not any(line.fits for line in part):
        return
    for rule, loose in _loose(part, taken).items():
        have = sum(loose.values())
        missing = _missing(rule, have, taken)
        if not missing:
            continue
        open_rows = [place for place in loose if _room(lines[place], missing)]
        for place in open_rows[-MOST_CANDIDATES:]:
            step = _tried(part, taken, known, rule, place, missing, have)
            if step is not None:
                yield step


def _step_of_one(lines: Sequence[LineItem], line: PoolLine, rule: NPlusMRule) -> Iterator[_Step]:
    """The usual case by arithmetic: one row, one n+m."""
    have = line.quantity % rule.size
    reached = rule.limit is not None and line.quantity // rule.size >= rule.limit
    missing = rule.size - have
    if have and not reached and line.price and _room(lines[line.place], missing):
        free = rule.size - rule.buy
        yield _Step((missing - free) * line.price, missing, line.place, rule, have, free * line.price)


def _missing(rule: Rule, have: int, taken: Taken) -> int:
    """How many more units of its pool one more application needs; 0 when there is none to be had."""
    if isinstance(rule, TieredRule):
        now = next((len(made.units) for made in taken.applications if made.rule is rule), 0)
        return next((tier.count - have for tier in rule.tiers if tier.count > max(have, now)), 0)
    if rule.limit is not None and taken.used().get(rule, 0) >= rule.limit:
        return 0
    return rule.size - have if 0 < have < rule.size else 0


def _room(line: LineItem, missing: int) -> bool:
    return line.quantity + missing <= MOST_PIECES and may_be_given(line)


def _loose(part: Sequence[PoolLine], taken: Taken) -> dict[Rule, dict[int, int]]:
    """For each rule of one pool the units of it that no other group has consumed, by place."""
    groups: dict[int, list[tuple[Rule, int]]] = {}
    for made in taken.applications:
        if isinstance(made.rule, UnitRule):
            continue
        for place, _ in made.units:
            groups.setdefault(place, []).append((made.rule, made.times))
    loose: dict[Rule, dict[int, int]] = {}
    for line in part:
        for rule, _ in line.fits:
            if isinstance(rule, UnitRule) or len(rule.slots) > 1:
                continue
            grown = isinstance(rule, TieredRule)  # its own units count again when there are more of them
            consumed = sum(times for other, times in groups.get(line.place, ()) if not (grown and other is rule))
            if line.quantity > consumed:
                loose.setdefault(rule, {})[line.place] = line.quantity - consumed
    return loose


def _tried(
    part: Sequence[PoolLine], before: Taken, known: KnownParts, rule: Rule, place: int, missing: int, have: int
) -> _Step | None:
    line = next(line for line in part if line.place == place)
    more = PoolLine(line.place, line.price, line.quantity + missing, line.fits, line.free_rules)
    grown = [more if other is line else other for other in part]
    after = Taken()
    known.solve(grown, after)
    each = line.free_rules[0].off(line.price) if line.free_rules else 0
    gain = after.total - before.total
    if not after.exact or gain <= missing * each or _worth(after, rule) <= _worth(before, rule):
        return None
    return _Step(missing * line.price - gain, missing, place, rule, have, gain)


def _worth(taken: Taken, rule: Rule) -> int:
    return sum(made.discount * made.times for made in taken.applications if made.rule is rule)
