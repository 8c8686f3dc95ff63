"""What the promotions of a sale may work on: the price of each line's units, and the lines that compete."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.pricing_part import PoolLine
from kiosk.domain.promotion import CartPromotion, TenderDiscount
from kiosk.domain.promotion_book import Fit, PromotionBook
from kiosk.domain.promotion_rule import Rule, UnitRule


class PricingError(ValueError):
    """A cart that has no price; the message names the line and what is wrong with it."""


class Unit(NamedTuple):
    """The price that is shown of a line, that of one of its units, and how many it has."""

    shown: int
    price: int
    quantity: int


def unit_of(line: LineItem, member: bool) -> Unit:
    """The price of a line's units; raises `PricingError` for a line without price."""
    item = line.item
    shown = item.unit_price
    if line.fixed_price is not None:
        shown = line.fixed_price
    elif member and item.member_price is not None and item.member_price < shown:
        shown = item.member_price
    if line.override is not None and line.override.unit_price < shown:
        shown = line.override.unit_price
    unit, quantity = shown, line.quantity
    if line.fixed_price is None:
        if item.sold_by is SoldBy.KG:
            if line.grams is None:
                raise PricingError(f"line {line.line_id} is sold by weight and has none")
            unit, quantity = (2 * shown * line.grams + 1000) // 2000, 1
        elif line.grams is not None:
            raise PricingError(f"line {line.line_id} is counted and has a weight")
    if unit < 0 or line.quantity < 1:
        raise PricingError(f"line {line.line_id} has a price below zero or no pieces")
    return Unit(shown, unit, quantity)


class _Live:
    """Which rules may be used in this sale, and how often; each is asked once."""

    def __init__(self, context: PricingContext) -> None:
        self._context = context
        self._today = context.at.date()
        self._rules: dict[Rule, Rule | None] = {}
        self._cart: dict[str, bool] = {}

    def rule(self, rule: Rule, line: LineItem) -> Rule | None:
        """The rule with what is left of its limit, or None when this line's units may not be used for it."""
        if rule in self._rules:
            live = self._rules[rule]
        else:
            live = self._rules[rule] = self._ask(rule)
        if isinstance(live, UnitRule) and live.days is not None:
            ends = line.lot.expires_on
            return live if ends is not None and 0 <= (ends - self._today).days <= live.days else None
        return live

    def cart(self, promotion: CartPromotion) -> bool:
        """Whether a cart-level promotion may be used."""
        known = self._cart.get(promotion.promotion_id)
        if known is None:
            known = promotion.live(self._context) and promotion.applications_left(self._context) != 0
            if isinstance(promotion, TenderDiscount):
                known = known and promotion.tender == self._context.tender
            self._cart[promotion.promotion_id] = known
        return known

    def _ask(self, rule: Rule) -> Rule | None:
        promotion = rule.promotion
        if not promotion.live(self._context):
            return None
        left = promotion.applications_left(self._context)
        if left == promotion.limit or left is None:
            return rule
        if left == 0:
            return None
        return replace(rule, limit=left if rule.limit is None else min(left, rule.limit))


def offers_of(
    lines: Sequence[LineItem], priced: Sequence[Unit], book: PromotionBook, context: PricingContext
) -> tuple[list[PoolLine], dict[int, tuple[CartPromotion, ...]]]:
    """The lines that item-level rules may be used on, and the cart-level promotions of each line's place."""
    live = _Live(context)
    pooled: list[PoolLine] = []
    reached: dict[int, tuple[CartPromotion, ...]] = {}
    for place, line in enumerate(lines):
        fits = book.fits(line.item)
        if fits.cart:
            reached[place] = tuple([promotion for promotion in fits.cart if live.cart(promotion)])
        if not fits.rules:
            continue
        unit = priced[place]
        coupling: list[Fit] = []
        free: list[UnitRule] = []
        for rule, slots in fits.rules:
            may = live.rule(rule, line)
            if may is None:
                continue
            if isinstance(may, UnitRule) and may.limit is None:
                if may.off(unit.price):
                    free.append(may)
            else:
                coupling.append((may, slots))
        if len(free) > 1:
            free.sort(key=lambda rule: (-rule.off(unit.price), rule.order))
        if coupling or free:
            pooled.append(PoolLine(place, unit.price, unit.quantity, tuple(coupling), tuple(free)))
    return pooled, reached


def parts_of(pooled: Sequence[PoolLine]) -> list[list[PoolLine]]:
    """Lines that share a rule, directly or through others, in one part; parts never influence each other."""
    part_of: dict[Rule, list[PoolLine]] = {}
    parts: dict[int, list[PoolLine]] = {}
    for line in pooled:
        touched = {id(part): part for rule, _ in line.fits if (part := part_of.get(rule)) is not None}
        joined = max(touched.values(), key=len, default=[])
        for part in touched.values():
            if part is not joined:
                joined.extend(part)
                del parts[id(part)]
                part_of.update((rule, joined) for member in part for rule, _ in member.fits)
        joined.append(line)
        parts[id(joined)] = joined
        part_of.update((rule, joined) for rule, _ in line.fits)
    return list(parts.values())
