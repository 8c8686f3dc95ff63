"""What a cart costs: one pure function, the cheapest price the rules allow, explained to the last won."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.nudge import cheapest_nudge, nearest_threshold
from kiosk.domain.priced_cart import Fee, LineDiscount, Nudge, PricedCart, PricedLine, UsedPromotion
from kiosk.domain.pricing_bound import Part
from kiosk.domain.pricing_cart_level import CartStep, ordered
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.pricing_joint import Cells, Joint, Taxed, Total, choose
from kiosk.domain.pricing_part import Application, PoolLine, Taken
from kiosk.domain.promotion import CartPromotion, Promotion, TenderDiscount, Threshold
from kiosk.domain.promotion_book import Fit, PromotionBook
from kiosk.domain.promotion_rule import Rule, UnitRule
from kiosk.domain.tax import TaxMode, TaxRounding, TaxRules, charged_taxes, rate_of, rate_parts


class PricingError(ValueError):
    """A cart that has no price; the message names the line and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """The price that is shown of a line, that of one of its units, and how many it has."""

    shown: int
    price: int
    quantity: int


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
    priced = [_unit(line, context.member) for line in lines]
    pooled, reached = _offers(lines, priced, book, context)
    known = _known_parts(book)
    parts = []
    for group in _parts(pooled):
        taken = Taken()
        known.solve(group, taken)
        parts.append(Part(group, taken))
    joint = _joint(lines, priced, parts, reached, context, fees)
    nudge = _nudge(lines, priced, parts, reached, joint, known)
    return _sum_up(lines, priced, joint, context, tuple(fees), nudge)


def _known_parts(book: PromotionBook) -> KnownParts:
    memory = book.memory
    if not isinstance(memory, KnownParts):
        memory = book.memory = KnownParts()
    return memory


def _unit(line: LineItem, member: bool) -> _Unit:
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
    return _Unit(shown, unit, quantity)


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


def _offers(
    lines: Sequence[LineItem], priced: Sequence[_Unit], book: PromotionBook, context: PricingContext
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


def _parts(pooled: Sequence[PoolLine]) -> list[list[PoolLine]]:
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


def _joint(
    lines: Sequence[LineItem],
    priced: Sequence[_Unit],
    parts: Sequence[Part],
    reached: dict[int, tuple[CartPromotion, ...]],
    context: PricingContext,
    fees: Sequence[Fee],
) -> "_Chosen":
    best = [made for part in parts for made in part.taken.applications]
    rates = _rates_on_top(lines, context.tax)
    if not any(reached.values()) and rates is None:
        return _Chosen(best, None, None, all(part.taken.exact for part in parts))
    cells = Cells()
    used = {line.place for part in parts for line in part.lines} | {place for place, row in reached.items() if row}
    for place, unit in enumerate(priced):
        if rates is not None or place in used:
            cells.add(place, unit.price, unit.quantity)
    steps = _steps(lines, cells, reached)
    if not steps and rates is None:
        return _Chosen(best, None, None, all(part.taken.exact for part in parts))
    taxed = None
    if rates is not None:
        spread = Fraction(max(rates) - min(rates)) / 100
        taxed = Taxed([lines[place].item.tax for place in cells.places], spread)
    joint = choose(parts, cells, steps, _total(context.tax, fees), taxed)
    return _Chosen(joint.applications, joint, cells, joint.exact)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The choice that was made: applications at item level, and the cart level where there is one."""

    applications: list[Application]
    joint: Joint | None
    cells: Cells | None
    exact: bool


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
    priced: Sequence[_Unit],
    parts: Sequence[Part],
    reached: Mapping[int, Sequence[CartPromotion]],
    chosen: _Chosen,
    known: KnownParts,
) -> Nudge | None:
    """The next step that pays: pieces to fetch, or else an amount to spend."""
    nudge = cheapest_nudge(lines, [(part.lines, part.taken) for part in parts], known) if parts else None
    if nudge is not None or not reached:
        return nudge
    nets = {place: priced[place].price * priced[place].quantity for place in reached}
    for made in chosen.applications:
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            if place in nets:
                nets[place] -= share * made.times
    used = {step.step.promotion.promotion_id for step in chosen.joint.use.steps} if chosen.joint else set()
    return nearest_threshold(reached, nets, frozenset(used))


def _sum_up(
    lines: Sequence[LineItem],
    priced: Sequence[_Unit],
    chosen: _Chosen,
    context: PricingContext,
    fees: tuple[Fee, ...],
    nudge: Nudge | None,
) -> PricedCart:
    amounts, used = _by_place(chosen)
    rows = []
    nets: list[tuple[str, int]] = []
    gross_total = net_total = saved = 0
    for place, line in enumerate(lines):
        unit = priced[place]
        gross = net = unit.price * unit.quantity
        discounts: tuple[LineDiscount, ...] = ()
        if place in amounts:
            discounts = tuple(
                [
                    LineDiscount(promotion.promotion_id, promotion.name, promotion.badge, amount)
                    for promotion, amount in amounts[place].values()
                    if amount
                ]
            )
            for discount in discounts:
                net -= discount.amount
        item = line.item
        at_member_price = context.member and line.fixed_price is None and unit.shown < item.unit_price
        at_member_price = at_member_price and unit.shown == item.member_price
        if at_member_price:
            saved += _unit(line, False).price * unit.quantity - gross
        rows.append(PricedLine(line, unit.shown, gross, net, discounts, at_member_price))
        gross_total += gross
        net_total += net
        nets.append((item.tax, net))
    nets.extend([(fee.tax, fee.amount) for fee in fees])
    taxes, on_top = charged_taxes(nets, context.tax)
    return PricedCart(
        currency=context.currency,
        lines=tuple(rows),
        gross=gross_total,
        discount=gross_total - net_total,
        fees=fees,
        total=net_total + sum([fee.amount for fee in fees]) + on_top,
        taxes=taxes,
        exact=chosen.exact,
        nudge=nudge,
        member_saving=saved,
        used=used,
    )


_Amounts = dict[int, dict[str, tuple[Promotion, int]]]


def _by_place(chosen: _Chosen) -> tuple[_Amounts, tuple[UsedPromotion, ...]]:
    """What each promotion took off each line, in the order of ids; and what it took in all."""
    amounts: _Amounts = {}
    used: dict[str, tuple[Promotion, int, int]] = {}

    def take(place: int, promotion: Promotion, share: int) -> None:
        row = amounts.setdefault(place, {})
        known = row.get(promotion.promotion_id)
        row[promotion.promotion_id] = (promotion, share + (known[1] if known else 0))

    def count(promotion: Promotion, times: int, amount: int) -> None:
        known = used.get(promotion.promotion_id, (promotion, 0, 0))
        used[promotion.promotion_id] = (promotion, known[1] + times, known[2] + amount)

    for made in sorted(chosen.applications, key=lambda made: made.rule.order):
        promotion = made.rule.promotion
        count(promotion, made.times, made.discount * made.times)
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            take(place, promotion, share * made.times)
    if chosen.joint is not None and chosen.cells is not None:
        for step in chosen.joint.use.steps:
            count(step.step.promotion, 1, step.discount)
            for cell, share in zip(step.cells, step.shares, strict=True):
                take(chosen.cells.places[cell], step.step.promotion, share)
    return amounts, tuple(
        [
            UsedPromotion(name, promotion.name, promotion.badge, times, amount)
            for name, (promotion, times, amount) in sorted(used.items())
        ]
    )
