"""What a return gives back: what remains is priced anew, and what was paid beyond it goes to the tenders that paid."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from kiosk.domain.cart import LineItem
from kiosk.domain.priced_cart import Fee, PricedCart, TaxAmount
from kiosk.domain.proportion import in_proportion
from kiosk.domain.refund_explained import explained
from kiosk.domain.refund_reason import RefundReason
from kiosk.domain.refund_tax import tax_back
from kiosk.domain.tender import RULES, GivenBack, TenderKind, TenderRule, tender_kind


class RefundError(ValueError):
    """This return cannot be made so; `why` is one word, the message says what is wrong and what would do."""

    def __init__(self, why: str, message: str) -> None:
        super().__init__(message)
        self.why = why


class FeeReturn(StrEnum):
    """What becomes of a fee when goods come back."""

    KEPT = "kept"  # the service was given: shipping
    WITH_ITEMS = "with_items"  # pricing knows it from the lines: a bottle's deposit
    WITH_LAST = "with_last"  # it stays while anything of the sale does


FEE_RETURNS: Mapping[str, FeeReturn] = MappingProxyType({"shipping": FeeReturn.KEPT, "deposit": FeeReturn.WITH_ITEMS})


@dataclass(frozen=True, slots=True)
class Remainder:
    """What a customer keeps after a return: the caller prices it with the sale's own promotions and context.

    `fees` are those that stay whatever is kept; fees that belong to the lines, such as deposits, are the
    caller's to add. `coupons` are the promotions' coupons that are not given back yet.
    """

    lines: tuple[LineItem, ...]
    fees: tuple[Fee, ...]
    coupons: frozenset[str]


PriceOf = Callable[[Remainder], PricedCart]


@dataclass(frozen=True, slots=True)
class PaidTender:
    """A tender of the sale as it was paid: its name ("card", "card:blue"), what it took, and its reference."""

    tender: str
    amount: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class TenderRefund:
    """What one tender gets back: `place` is its place among the sale's tenders."""

    place: int
    tender: str
    reference: str
    amount: int
    given_back: GivenBack


@dataclass(frozen=True, slots=True)
class Refund:
    """One return: how many pieces of which lines, what is given back, to whom, why, and what remains.

    `taxes` is the tax that comes back, by rate as in the sale: a row is below zero when what remains holds more
    of that rate than before. `coupons` can be used again. `due` is what was paid for what remains.
    """

    returned: tuple[tuple[str, int], ...]
    amount: int
    tenders: tuple[TenderRefund, ...]
    reasons: tuple[RefundReason, ...]
    taxes: tuple[TaxAmount, ...]
    coupons: frozenset[str]
    remaining: PricedCart
    due: int


@dataclass(frozen=True, slots=True)
class PaidSale:
    """A sale as far as returns need it.

    `coupons` names the coupon of each promotion that a coupon made live. `refunds` are the earlier returns of
    this sale, oldest first. Raises `RefundError` (unbalanced) when tenders and total differ.
    """

    priced: PricedCart
    tenders: tuple[PaidTender, ...]
    coupons: Mapping[str, str] = field(default_factory=dict)
    refunds: tuple[Refund, ...] = ()

    def __post_init__(self) -> None:
        paid = sum(tender.amount for tender in self.tenders)
        if paid != self.priced.total or any(tender.amount < 0 for tender in self.tenders):
            raise RefundError("unbalanced", f"the sale is over {self.priced.total}, its tenders make {paid}")

    @property
    def now(self) -> PricedCart:
        """The price of what the customer has at present."""
        return self.refunds[-1].remaining if self.refunds else self.priced

    @property
    def due(self) -> int:
        """What was paid and not given back."""
        return self.refunds[-1].due if self.refunds else self.priced.total

    @property
    def coupons_used(self) -> frozenset[str]:
        """The coupons that were not given back yet."""
        return frozenset(self.coupons.values()).difference(*(refund.coupons for refund in self.refunds))

    def left(self) -> tuple[int, ...]:
        """What each tender took and did not get back, in the order of the tenders."""
        rest = [tender.amount for tender in self.tenders]
        for refund in self.refunds:
            for part in refund.tenders:
                rest[part.place] -= part.amount
        return tuple(rest)


def refund_of(
    sale: PaidSale,
    returned: Mapping[str, int],
    price: PriceOf,
    *,
    choice: Mapping[int, int] | None = None,
    fee_returns: Mapping[str, FeeReturn] = FEE_RETURNS,
    rules: Mapping[TenderKind, TenderRule] = RULES,
) -> Refund:
    """What the return of these pieces (line id to count; a weighed line is 1) gives back.

    The refund is what was paid and not given back yet less the price of what remains: never below zero, so
    never more than was paid. It goes to the tenders in proportion to what each has left, or as `choice` says
    (place of the tender to amount). Fee kinds that `fee_returns` does not name stay until the last piece
    returns. Raises `RefundError`: unknown_line, too_many, nothing, not_the_refund, too_much_for_tender,
    unknown_tender.
    """
    lines = _lines_left(sale, returned)
    remaining = price(Remainder(lines, _fees_kept(sale, bool(lines), fee_returns), sale.coupons_used))
    amount = max(0, sale.due - remaining.total)
    due = sale.due - amount
    return Refund(
        returned=tuple(sorted(returned.items())),
        amount=amount,
        tenders=_to_tenders(sale, amount, choice, rules),
        reasons=explained(sale.now, remaining, returned, amount),
        taxes=tax_back(sale.now, sale.due, remaining, due),
        coupons=_coupons_back(sale, remaining),
        remaining=remaining,
        due=due,
    )


def _lines_left(sale: PaidSale, returned: Mapping[str, int]) -> tuple[LineItem, ...]:
    have = {priced.line.line_id: priced.line for priced in sale.now.lines}
    if not returned:
        raise RefundError("nothing", "no piece is returned; name at least one line")
    for line_id, pieces in returned.items():
        if line_id not in have:
            raise RefundError("unknown_line", f"line {line_id} is not in the sale, or was returned already")
        if not 1 <= pieces <= have[line_id].quantity:
            raise RefundError(
                "too_many", f"of line {line_id} 1 to {have[line_id].quantity} pieces can be returned, not {pieces}"
            )
    rest = []
    for line_id, line in have.items():
        quantity = line.quantity - returned.get(line_id, 0)
        if quantity:
            # Which pack came back is not said by a count, so the serials of a row that shrank are not known.
            rest.append(replace(line, quantity=quantity, serials=line.serials if line_id not in returned else ()))
    return tuple(rest)


def _fees_kept(sale: PaidSale, anything_left: bool, fee_returns: Mapping[str, FeeReturn]) -> tuple[Fee, ...]:
    kept = (FeeReturn.KEPT, FeeReturn.WITH_LAST) if anything_left else (FeeReturn.KEPT,)
    return tuple(fee for fee in sale.now.fees if fee_returns.get(fee.kind, FeeReturn.WITH_LAST) in kept)


def _coupons_back(sale: PaidSale, remaining: PricedCart) -> frozenset[str]:
    taking = {discount.promotion_id for line in remaining.lines for discount in line.discounts}
    still = {coupon for promotion, coupon in sale.coupons.items() if promotion in taking}
    return sale.coupons_used - still


def _to_tenders(
    sale: PaidSale, amount: int, choice: Mapping[int, int] | None, rules: Mapping[TenderKind, TenderRule]
) -> tuple[TenderRefund, ...]:
    left = sale.left()
    shares = in_proportion(amount, left) if choice is None else _chosen(amount, left, choice)
    return tuple(
        TenderRefund(place, tender.tender, tender.reference, share, rules[tender_kind(tender.tender)].given_back)
        for place, (tender, share) in enumerate(zip(sale.tenders, shares, strict=True))
        if share
    )


def _chosen(amount: int, left: Sequence[int], choice: Mapping[int, int]) -> tuple[int, ...]:
    for place, share in choice.items():
        if not 0 <= place < len(left):
            raise RefundError("unknown_tender", f"the sale has no tender {place}; there are {len(left)}")
        if not 0 <= share <= left[place]:
            raise RefundError("too_much_for_tender", f"tender {place} can get back 0 to {left[place]}, not {share}")
    if sum(choice.values()) != amount:
        raise RefundError("not_the_refund", f"{sum(choice.values())} was chosen, but {amount} is given back")
    return tuple(choice.get(place, 0) for place in range(len(left)))
