"""What a cart costs: one pure function, the cheapest price the rules allow, explained to the last won."""

from collections.abc import Mapping, Sequence

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.nudge import cheapest_nudge
from kiosk.domain.priced_cart import Fee, LineDiscount, Nudge, PricedCart, PricedLine
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.pricing_search import PoolLine, Taken, best_percent, percent_of
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import PromotionBook, Rule
from kiosk.domain.tax import STANDARD, taxes_inside


class PricingError(ValueError):
    """A cart that has no price; the message names the line and what is wrong with it."""


def price_cart(
    lines: Sequence[LineItem],
    promotions: Sequence[Promotion] | PromotionBook,
    context: PricingContext,
    fees: Sequence[Fee] = (),
) -> PricedCart:
    """The smallest total that the live promotions allow for these lines (docs/pricing.md, section 3).

    Give a `PromotionBook` where carts are priced often. Fees join the total and
    the standard tax. Raises `PricingError` for a line without price and `TaxError` for a tax kind without rate.
    """
    book = promotions if isinstance(promotions, PromotionBook) else PromotionBook(promotions)
    taken = Taken()
    live: dict[Rule, bool] = {}
    pooled: list[PoolLine] = []
    priced: list[tuple[int, int, int]] = []
    for place, line in enumerate(lines):
        price = _unit(line, context.member)
        priced.append(price)
        rules = book.rules_for(line.item)
        if rules:
            for rule in rules:
                if rule not in live:
                    live[rule] = rule.promotion.live(context)
            _offer(place, price[1], price[2], [rule for rule in rules if live[rule]], pooled, taken)
    parts = _parts(pooled) if pooled else ()
    known = _known_parts(book)
    for part in parts:
        known.solve(part, taken)
    nudge = cheapest_nudge(lines, parts, taken, known) if parts else None
    return _sum_up(lines, priced, taken, context, tuple(fees), nudge)


def _known_parts(book: PromotionBook) -> KnownParts:
    memory = book.memory
    if not isinstance(memory, KnownParts):
        memory = book.memory = KnownParts()
    return memory


def _unit(line: LineItem, member: bool) -> tuple[int, int, int]:
    """The price that is shown, that of one unit, and how many units the line has."""
    item = line.item
    if line.fixed_price is not None:
        shown = unit = line.fixed_price
    else:
        shown = item.unit_price
        if member and item.member_price is not None and item.member_price < shown:
            shown = item.member_price
        unit = shown
        if item.sold_by is SoldBy.KG:
            if line.grams is None:
                raise PricingError(f"line {line.line_id} is sold by weight and has none")
            return shown, (2 * shown * line.grams + 1000) // 2000, 1
        if line.grams is not None:
            raise PricingError(f"line {line.line_id} is counted and has a weight")
    if unit < 0 or line.quantity < 1:
        raise PricingError(f"line {line.line_id} has a price below zero or no pieces")
    return shown, unit, line.quantity


def _offer(place: int, price: int, quantity: int, rules: Sequence[Rule], pooled: list[PoolLine], taken: Taken) -> None:
    """Take plain percentages off at once; a line that others compete with waits in `pooled`."""
    coupling = tuple(rule for rule in rules if rule.couples)
    best = best_percent(price, [rule for rule in rules if not rule.couples]) if len(coupling) < len(rules) else None
    if coupling:
        pooled.append(PoolLine(place, price, quantity, coupling, best))
    elif best is not None:
        amount = percent_of(price, best.percent) * quantity
        taken.amounts[place] = {best: amount}
        taken.total += amount


def _parts(pooled: list[PoolLine]) -> list[list[PoolLine]]:
    """Lines that share a rule, directly or through others, in one part; parts never influence each other."""
    part_of: dict[Rule, list[PoolLine]] = {}
    parts: list[list[PoolLine]] = []
    for line in pooled:
        joined = [line]
        for rule in line.rules:
            other = part_of.get(rule)
            if other is not None and other is not joined:
                if joined[0] is line and len(joined) == 1:
                    other.append(line)
                    joined = other
                else:
                    parts = [part for part in parts if part is not other]
                    joined.extend(other)
                    part_of.update((known, joined) for member in other for known in member.rules)
        if len(joined) == 1:
            parts.append(joined)
        for rule in line.rules:
            part_of[rule] = joined
    return parts


def _sum_up(
    lines: Sequence[LineItem],
    priced: Sequence[tuple[int, int, int]],
    taken: Taken,
    context: PricingContext,
    fees: tuple[Fee, ...],
    nudge: Nudge | None,
) -> PricedCart:
    rows = []
    sums: dict[str, int] = {}
    gross_total = saved = 0
    amounts = taken.amounts
    for place, line in enumerate(lines):
        shown, unit, quantity = priced[place]
        gross = net = unit * quantity
        discounts: tuple[LineDiscount, ...] = ()
        if place in amounts:
            discounts = _discounts(amounts[place])
            for discount in discounts:
                net -= discount.amount
        item = line.item
        at_member_price = context.member and line.fixed_price is None and shown < item.unit_price
        if at_member_price:
            saved += _unit(line, False)[1] * quantity - gross
        rows.append(PricedLine(line, shown, gross, net, discounts, at_member_price))
        gross_total += gross
        sums[item.tax] = sums.get(item.tax, 0) + net
    charged = sum(fee.amount for fee in fees)
    if fees:
        sums[STANDARD] = sums.get(STANDARD, 0) + charged
    return PricedCart(
        context.currency,
        tuple(rows),
        gross_total,
        taken.total,
        fees,
        gross_total - taken.total + charged,
        taxes_inside(sums, context.tax.rates),
        taken.exact,
        nudge,
        saved,
    )


def _discounts(amounts: Mapping[Rule, int]) -> tuple[LineDiscount, ...]:
    ordered = sorted(amounts.items(), key=lambda entry: entry[0].order) if len(amounts) > 1 else amounts.items()
    return tuple(LineDiscount(rule.promotion_id, rule.name, rule.badge, amount) for rule, amount in ordered if amount)
