"""The answer of pricing: every line with what took what off, taxes, and the sum."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.cart import LineItem
from kiosk.domain.priced_cart import Fee, LineDiscount, Nudge, PricedCart, PricedLine, UsedPromotion
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.pricing_joint import Cells, Joint
from kiosk.domain.pricing_offers import Unit, unit_of
from kiosk.domain.pricing_part import Application
from kiosk.domain.promotion import Promotion
from kiosk.domain.tax import charged_taxes


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice that was made: applications at item level, and the cart level where there is one."""

    applications: list[Application]
    joint: Joint | None
    cells: Cells | None
    exact: bool


def summed_up(
    lines: Sequence[LineItem],
    priced: Sequence[Unit],
    chosen: Chosen,
    context: PricingContext,
    fees: tuple[Fee, ...],
    nudge: Nudge | None,
) -> PricedCart:
    """The priced cart for what was chosen; raises `TaxError` for a tax kind without rate."""
    amounts, used = _by_place(chosen, context.currency)
    rows = [
        _row(line, unit, amounts.get(place), context)
        for place, (line, unit) in enumerate(zip(lines, priced, strict=True))
    ]
    gross, net = sum([row.gross for row in rows]), sum([row.net for row in rows])
    nets = [(row.line.item.tax, row.net) for row in rows]
    nets.extend([(fee.tax, fee.amount) for fee in fees])
    taxes, on_top = charged_taxes(nets, context.tax)
    at_list_price = [unit_of(row.line, False).price * row.line.quantity for row in rows if row.member]
    return PricedCart(
        currency=context.currency,
        lines=tuple(rows),
        gross=gross,
        discount=gross - net,
        fees=fees,
        total=net + sum([fee.amount for fee in fees]) + on_top,
        taxes=taxes,
        exact=chosen.exact,
        nudge=nudge,
        member_saving=sum(at_list_price) - sum([row.gross for row in rows if row.member]),
        used=used,
    )


def _row(
    line: LineItem, unit: Unit, amounts: Mapping[str, tuple[Promotion, int]] | None, context: PricingContext
) -> PricedLine:
    gross = net = unit.price * unit.quantity
    discounts: tuple[LineDiscount, ...] = ()
    if amounts:
        discounts = tuple(
            [
                LineDiscount(promotion.promotion_id, promotion.name, promotion.badge_in(context.currency), amount)
                for promotion, amount in amounts.values()
                if amount
            ]
        )
        net -= sum([discount.amount for discount in discounts])
    item = line.item
    lower = unit.shown < item.unit_price and unit.shown == item.member_price
    at_member_price = context.member and lower and line.fixed_price is None
    return PricedLine(line, unit.shown, gross, net, discounts, at_member_price)


_Amounts = dict[int, dict[str, tuple[Promotion, int]]]


def _by_place(chosen: Chosen, currency: str) -> tuple[_Amounts, tuple[UsedPromotion, ...]]:
    """What each promotion took off each line, in the order of ids; and what it took in all."""
    amounts: _Amounts = {}
    used: dict[str, tuple[Promotion, int, int]] = {}

    made_of = chosen.applications
    for made in sorted(made_of, key=_order) if len(made_of) > 1 else made_of:
        promotion = made.rule.promotion
        name, times = promotion.promotion_id, made.times
        known = used.get(name, (promotion, 0, 0))
        used[name] = (promotion, known[1] + times, known[2] + made.discount * times)
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            row = amounts.setdefault(place, {})
            row[name] = (promotion, share * times + (row[name][1] if name in row else 0))
    if chosen.joint is not None and chosen.cells is not None:
        for step in chosen.joint.use.steps:
            promotion = step.step.promotion
            name = promotion.promotion_id
            used[name] = (promotion, 1, step.discount)
            for cell, share in zip(step.cells, step.shares, strict=True):
                row = amounts.setdefault(chosen.cells.places[cell], {})
                row[name] = (promotion, share + (row[name][1] if name in row else 0))
    return amounts, tuple(
        [
            UsedPromotion(name, promotion.name, promotion.badge_in(currency), times, amount)
            for name, (promotion, times, amount) in sorted(used.items())
        ]
    )


def _order(made: Application) -> int:
    return made.rule.order
