"""What an amount that is paid is made of: supply, its tax, what is free of tax, and a service charge (봉사료)."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.proportion import in_proportion
from kiosk.domain.tax import rate_parts
from kiosk.domain.tax_rules import OUTSIDE

SERVICE = "service"


@dataclass(frozen=True, slots=True)
class SplitAmount:
    """An amount in its four parts, in minor units of zero or more; together they make it.

    `supply` is the taxable part without its tax `vat`. `tax_free` holds goods without tax and what is outside of tax,
    such as the deposit of a bottle. `service` is a service charge that is outside of tax; a taxed one is supply.
    """

    supply: int = 0
    vat: int = 0
    tax_free: int = 0
    service: int = 0

    def __post_init__(self) -> None:
        if min(self.supply, self.vat, self.tax_free, self.service) < 0:
            raise ValueError(f"no part of an amount is below zero: {self}")

    @property
    def total(self) -> int:
        """The whole amount."""
        return self.supply + self.vat + self.tax_free + self.service

    def less(self, part: "SplitAmount") -> "SplitAmount":
        """What is left without `part`; raises `ValueError` when it holds more of anything."""
        return SplitAmount(
            self.supply - part.supply,
            self.vat - part.vat,
            self.tax_free - part.tax_free,
            self.service - part.service,
        )


def split_of(cart: PricedCart) -> SplitAmount:
    """The split of a whole cart, by the taxes that pricing computed once over it.

    Raises `ValueError` when they are more than the cart's total.
    """
    taxed = [row for row in cart.taxes if rate_parts(row.rate)[0]]
    supply, vat = sum(row.net for row in taxed), sum(row.tax for row in taxed)
    service = sum(fee.amount for fee in cart.fees if fee.kind == SERVICE and fee.tax == OUTSIDE)
    return SplitAmount(supply, vat, cart.total - supply - vat - service, service)


def part_of(rest: SplitAmount, amount: int) -> SplitAmount:
    """The split of `amount`, which is taken out of `rest`: in proportion, by largest remainder.

    No part is more than there is of it, and all of `rest` is `rest` itself: the parts of a sale add up to it exactly.
    Raises `ValueError` for an amount below zero or above the rest.
    """
    if not 0 <= amount <= rest.total:
        raise ValueError(f"{amount} is no part of {rest.total}")
    return SplitAmount(*in_proportion(amount, (rest.supply, rest.vat, rest.tax_free, rest.service)))


def rest_after(whole: SplitAmount, amounts: Iterable[int]) -> SplitAmount:
    """What is left of `whole` after these amounts were paid one after the other; raises `ValueError` as `part_of`."""
    for amount in amounts:
        whole = whole.less(part_of(whole, amount))
    return whole
