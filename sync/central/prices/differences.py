"""Holds what was charged against what the same pure function of pricing says: every difference in one sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.priced_cart import Fee, PricedCart, PricedLine
from sync.central.prices.uploaded import Uploaded, fee_of
from sync.wire.sale import LineDocument


@dataclass(frozen=True, slots=True)
class PriceDifference:
    """Something that central sees otherwise.

    `kind` is total, line, promotion, tax, fee, price, item or rule; `place` is the line, the promotion or the kind of
    tax or fee it is about. Amounts are minor units, None where there is none.
    """

    kind: str
    place: str
    charged: int | None
    expected: int | None
    what: str


def compare(told: Uploaded, priced: PricedCart, on_top: int) -> Iterator[PriceDifference]:
    """Total, lines, promotions and taxes; `on_top` is the tax that came on top of the expected price."""
    expected = priced.total if told.paid else priced.total - on_top  # what is not paid is not taxed yet
    if told.total != expected:
        yield PriceDifference("total", "", told.total, expected, f"charged {told.total}, expected {expected}")
    for line, priced_line in zip(told.lines, priced.lines, strict=True):
        yield from _line(line, priced_line)
    yield from _promotions(told, priced)
    if told.paid:
        charged = {(tax.kind, tax.rate): (tax.net, tax.tax) for tax in told.taxes}
        right = {(tax.kind, tax.rate): (tax.net, tax.tax) for tax in priced.taxes}
        for key in dict.fromkeys((*charged, *right)):
            if charged.get(key) != right.get(key):
                net_tax, right_tax = charged.get(key), right.get(key)
                what = f"{key[0]} {key[1]}%: net and tax {_shown(net_tax)}, expected {_shown(right_tax)}"
                yield PriceDifference("tax", key[0], _second(net_tax), _second(right_tax), what)


def compare_fees(told: Uploaded, expected: Sequence[Fee]) -> Iterator[PriceDifference]:
    """Deposits and fees of each sale, by kind and tax."""
    charged, right = _sums(fee_of(fee) for fee in told.fees), _sums(expected)
    for kind, tax in dict.fromkeys((*charged, *right)):
        was, is_right = charged.get((kind, tax), 0), right.get((kind, tax), 0)
        if was != is_right:
            yield PriceDifference("fee", kind, was, is_right, f"{kind}: charged {was}, expected {is_right}")


def _line(line: LineDocument, priced: PricedLine) -> Iterator[PriceDifference]:
    for words, was, right in (
        ("unit price", line.unit_price, priced.unit_price),
        ("gross", line.gross, priced.gross),
        ("net", line.net, priced.net),
    ):
        if was != right:
            what = f"line {line.line} ({line.sku}): {words} {was}, expected {right}"
            yield PriceDifference("line", line.line, was, right, what)
    given = {discount.promotion: discount.amount for discount in line.discounts if discount.amount}
    due = {discount.promotion_id: discount.amount for discount in priced.discounts if discount.amount}
    for name in dict.fromkeys((*given, *due)):
        if given.get(name, 0) != due.get(name, 0):
            what = f"line {line.line} ({line.sku}): {name} took off {given.get(name, 0)}, expected {due.get(name, 0)}"
            yield PriceDifference("line", line.line, given.get(name, 0), due.get(name, 0), what)


def _promotions(told: Uploaded, priced: PricedCart) -> Iterator[PriceDifference]:
    if told.pricing is None:
        return
    charged = {used.promotion: (used.applications, used.amount) for used in told.pricing.used}
    right = {used.promotion_id: (used.applications, used.amount) for used in priced.used}
    for name in dict.fromkeys((*charged, *right)):
        times, amount = charged.get(name, (0, 0))
        due_times, due_amount = right.get(name, (0, 0))
        if (times, amount) != (due_times, due_amount):
            what = f"{name}: applied {times} times for {amount}, expected {due_times} times for {due_amount}"
            yield PriceDifference("promotion", name, amount, due_amount, what)


def _sums(fees: Iterable[Fee]) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = {}
    for fee in fees:
        sums[fee.kind, fee.tax] = sums.get((fee.kind, fee.tax), 0) + fee.amount
    return sums


def _shown(pair: tuple[int, int] | None) -> str:
    return f"{pair[0]} and {pair[1]}" if pair else "none"


def _second(pair: tuple[int, int] | None) -> int | None:
    return pair[1] if pair else None
