"""The reasons of a refund: what came back, which promotion it cost, which fee stays, adding up exactly."""

from collections.abc import Iterator, Mapping

from kiosk.domain.priced_cart import LineDiscount, PricedCart, PricedLine
from kiosk.domain.refund_reason import (
    FeeBack,
    FeeKept,
    NotCovered,
    PiecesReturned,
    PriceOfLine,
    PromotionLess,
    PromotionMore,
    RefundReason,
    TaxOnTop,
)


def explained(
    before: PricedCart, after: PricedCart, returned: Mapping[str, int], refunded: int
) -> tuple[RefundReason, ...]:
    """Why a return gives back `refunded`; the reasons' amounts add up to it exactly."""
    reasons = [
        *_pieces(before, after, returned),
        *_promotions(before, after),
        *_fees(before, after),
    ]
    on_top = _on_top(before) - _on_top(after)
    if on_top:
        reasons.append(TaxOnTop(on_top))
    rest = refunded - sum(reason.amount for reason in reasons)
    if rest:
        reasons.append(NotCovered(rest))
    return tuple(reasons)


def _pieces(before: PricedCart, after: PricedCart, returned: Mapping[str, int]) -> Iterator[RefundReason]:
    kept = {line.line.line_id: line for line in after.lines}
    for line in before.lines:
        line_id = line.line.line_id
        pieces = returned.get(line_id, 0)
        worth = line.gross * pieces // line.line.quantity
        if pieces:
            yield PiecesReturned(line_id, pieces, worth)
        change = line.net + _off(line) - worth
        if line_id in kept:
            change -= kept[line_id].net + _off(kept[line_id])
        if change:
            yield PriceOfLine(line_id, change)


def _promotions(before: PricedCart, after: PricedCart) -> Iterator[RefundReason]:
    was, now = _by_promotion(before), _by_promotion(after)
    for promotion_id, (discount, _) in (now | was).items():
        more = now.get(promotion_id, (discount, 0))[1] - was.get(promotion_id, (discount, 0))[1]
        if more < 0:
            yield PromotionLess(promotion_id, discount.name, discount.badge, more, free_piece="+" in discount.badge)
        elif more > 0:
            yield PromotionMore(promotion_id, discount.name, discount.badge, more)


def _by_promotion(cart: PricedCart) -> dict[str, tuple[LineDiscount, int]]:
    sums: dict[str, tuple[LineDiscount, int]] = {}
    for line in cart.lines:
        for discount in line.discounts:
            first, amount = sums.get(discount.promotion_id, (discount, 0))
            sums[discount.promotion_id] = (first, amount + discount.amount)
    return sums


def _fees(before: PricedCart, after: PricedCart) -> Iterator[RefundReason]:
    was, now = _by_kind(before), _by_kind(after)
    for kind in was | now:
        change = was.get(kind, 0) - now.get(kind, 0)
        if change:
            yield FeeBack(kind, change)
        if not after.lines and now.get(kind):
            yield FeeKept(kind, now[kind])


def _by_kind(cart: PricedCart) -> dict[str, int]:
    sums: dict[str, int] = {}
    for fee in cart.fees:
        sums[fee.kind] = sums.get(fee.kind, 0) + fee.amount
    return sums


def _off(line: PricedLine) -> int:
    return sum(discount.amount for discount in line.discounts)


def _on_top(cart: PricedCart) -> int:
    return cart.total - sum(line.net for line in cart.lines) - sum(fee.amount for fee in cart.fees)
