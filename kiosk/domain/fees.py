"""What is charged besides goods: deposits on bottles, and what a shop charges for each sale."""

from collections.abc import Sequence

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import SaleFee
from kiosk.domain.priced_cart import Fee
from kiosk.domain.tax_rules import OUTSIDE

DEPOSIT = "deposit"
SHIPPING = "shipping"


def deposit_fees(lines: Sequence[LineItem]) -> tuple[Fee, ...]:
    """The deposits of all pieces (빈용기보증금), one fee for each amount, the smallest first.

    No promotion lowers a deposit and no tax is in it: it comes back with the empty bottle (the Korean act on
    the promotion of saving and recycling of resources, article 15-2).
    """
    counts: dict[int, int] = {}
    for line in lines:
        if line.item.deposit:
            counts[line.item.deposit] = counts.get(line.item.deposit, 0) + line.quantity
    return tuple(Fee(DEPOSIT, each * count, OUTSIDE, count) for each, count in sorted(counts.items()))


def sale_fees(lines: Sequence[LineItem], charged: Sequence[SaleFee]) -> tuple[Fee, ...]:
    """What the shop charges for each sale, once it has a line."""
    return tuple(Fee(fee.kind, fee.amount, fee.tax) for fee in charged) if lines else ()


def fees_of(lines: Sequence[LineItem], charged: Sequence[SaleFee]) -> tuple[Fee, ...]:
    """Every fee that follows from the lines and their shop: the same at the till and when central prices again."""
    return (*deposit_fees(lines), *sale_fees(lines, charged))
