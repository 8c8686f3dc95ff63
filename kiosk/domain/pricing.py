"""What a cart costs: one pure function, the cheapest price the rules allow, explained to the last won."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kiosk.domain.cart import LineItem
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.nudge import cheapest_nudge, nearest_threshold
from kiosk.domain.priced_cart import Fee, Nudge, PricedCart
from kiosk.domain.pricing_answer import Chosen, summed_up
from kiosk.domain.pricing_bound import Part
from kiosk.domain.pricing_cart_level import CartStep, ordered
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.pricing_joint import Cells, Taxed, Total, choose
from kiosk.domain.pricing_offers import PricingError, Unit, offers_of, parts_of, unit_of
from kiosk.domain.pricing_part import Taken
from kiosk.domain.promotion import CartPromotion, Promotion, Threshold
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.tax import TaxMode, TaxRounding, TaxRules, charged_taxes, rate_of, rate_parts

__all__ = ["PricingError", "price_cart"]


def price_cart(
    lines: Sequence[LineItem],
    promotions: Sequence[Promotion] | PromotionBook,
    context: PricingContext,
    fees: Sequence[Fee] = (),
) -> PricedCart:
    """The smallest total that the live promotions allow for these lines (docs/pricing.md, section 3).

    Give a `PromotionBook` where carts are priced often. Fees join the total and the tax of their kind. Raises
    `PricingError` for a line without price and `TaxError` for a tax kind without rate.
    """
    book = promotions if isinstance(promotions, PromotionBook) else PromotionBook(promotions)
    priced = [unit_of(line, context.member) for line in lines]
    pooled, reached = offers_of(lines, priced, book, context)
    known = _known_parts(book)
    parts = []
    for group in parts_of(pooled):
        taken = Taken()
        known.solve(group, taken)
        parts.append(Part(group, taken))
    joint = _joint(lines, priced, parts, reached, context, fees)
    nudge = _nudge(lines, priced, parts, reached, joint, known, context.currency)
    return summed_up(lines, priced, joint, context, tuple(fees), nudge)


def _known_parts(book: PromotionBook) -> KnownParts:
    memory = book.memory
    if not isinstance(memory, KnownParts):
        memory = book.memory = KnownParts()
    return memory


def _joint(
    lines: Sequence[LineItem],
    priced: Sequence[Unit],
    parts: Sequence[Part],
    reached: dict[int, tuple[CartPromotion, ...]],
    context: PricingContext,
    fees: Sequence[Fee],
) -> Chosen:
    best = [made for part in parts for made in part.taken.applications]
    rates = _rates_on_top(lines, context.tax)
    if not any(reached.values()) and rates is None:
        return Chosen(best, None, None, all(part.taken.exact for part in parts))
    cells = Cells()
    used = {line.place for part in parts for line in part.lines} | {place for place, row in reached.items() if row}
    for place, unit in enumerate(priced):
        if rates is not None or place in used:
            cells.add(place, unit.price, unit.quantity)
    steps = _steps(lines, cells, reached)
    if not steps and rates is None:
        return Chosen(best, None, None, all(part.taken.exact for part in parts))
    taxed = None
    if rates is not None:
        spread = Fraction(max(rates) - min(rates)) / 100
        taxed = Taxed([lines[place].item.tax for place in cells.places], spread)
    joint = choose(parts, cells, steps, _total(context.tax, fees), taxed)
    return Chosen(joint.applications, joint, cells, joint.exact)


def _rates_on_top(lines: Sequence[LineItem], tax: TaxRules) -> list[Fraction] | None:
    """The different rates of the lines where they come on top of prices; None when one won is like another."""
    if tax.mode is TaxMode.INCLUSIVE:
        return None
    parts = {rate_parts(rate_of(line.item.tax, tax.rates)) for line in lines}
    rates = {Fraction(*part) for part in parts}
    return list(rates) if len(rates) > 1 else None


def _total(tax: TaxRules, fees: Sequence[Fee]) -> Total:
    """What amounts come to; with taxes on top their sum is rounded once a rate, also where lines are rounded."""
    by_receipt = replace(tax, rounding=TaxRounding.RECEIPT)
    charged = [(fee.tax, fee.amount) for fee in fees]

    def total(amounts: Sequence[int], kinds: Sequence[str]) -> int:
        if not kinds:
            return sum(amounts)
        return sum(amounts) + charged_taxes([*zip(kinds, amounts, strict=True), *charged], by_receipt)[1]

    return total


def _steps(lines: Sequence[LineItem], cells: Cells, reached: dict[int, tuple[CartPromotion, ...]]) -> list[CartStep]:
    members: dict[str, list[int]] = {}
    gifts: dict[str, list[int]] = {}
    promotions: dict[str, CartPromotion] = {}
    for place, row in reached.items():
        for promotion in row:
            promotions[promotion.promotion_id] = promotion
            gift = promotion.gift if isinstance(promotion, Threshold) else None
            if gift is not None and gift.pool.holds(lines[place].item):
                gifts.setdefault(promotion.promotion_id, []).extend(cells.of_place[place])
            if gift is None or promotion.pools[0].holds(lines[place].item):
                members.setdefault(promotion.promotion_id, []).extend(cells.of_place[place])
    steps = []
    for name, promotion in promotions.items():
        step = CartStep(promotion, tuple(members.get(name, ())), tuple(gifts.get(name, ())))
        if step.can_be_reached(cells.prices) and step.off(cells.prices, relaxed=True)[0]:
            steps.append(step)
    return ordered(steps)


def _nudge(
    lines: Sequence[LineItem],
    priced: Sequence[Unit],
    parts: Sequence[Part],
    reached: Mapping[int, Sequence[CartPromotion]],
    chosen: Chosen,
    known: KnownParts,
    currency: str,
) -> Nudge | None:
    """The next step that pays: pieces to fetch, or else an amount to spend."""
    nudge = cheapest_nudge(lines, [(part.lines, part.taken) for part in parts], known, currency) if parts else None
    if nudge is not None or not reached:
        return nudge
    nets = {place: priced[place].price * priced[place].quantity for place in reached}
    for made in chosen.applications:
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            if place in nets:
                nets[place] -= share * made.times
    used = {step.step.promotion.promotion_id for step in chosen.joint.use.steps} if chosen.joint else set()
    return nearest_threshold(reached, nets, frozenset(used))
