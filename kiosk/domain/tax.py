"""Tax of a sale, exactly: inside the prices or on top of them, rounded per receipt or per line."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from kiosk.domain.priced_cart import PricedCart, TaxAmount
from kiosk.domain.tax_rules import EXEMPT, OUTSIDE, STANDARD, TaxFraction, TaxMode, TaxRounding, TaxRules

# Who asks for tax asks for its rules here too; they stand apart because the catalogue's head holds them.
__all__ = [
    "EXEMPT",
    "OUTSIDE",
    "STANDARD",
    "TaxError",
    "TaxFraction",
    "TaxMode",
    "TaxRounding",
    "TaxRules",
    "charged_taxes",
    "rate_of",
    "rate_parts",
    "tax_of",
    "tax_on_top",
]


class TaxError(ValueError):
    """A rate is no percentage, or a tax kind has no rate; the message says which."""


@lru_cache(maxsize=256)
def rate_parts(rate: str) -> tuple[int, int]:
    """A percentage as decimal text ("10", "7.5") as whole numbers (75, 10); raises `TaxError`."""
    whole, point, decimals = rate.partition(".")
    digits = whole + decimals
    if not (digits.isascii() and digits.isdigit()) or not whole or (point and not decimals) or len(rate) > 12:
        raise TaxError(f"a tax rate is a percentage such as 10 or 7.5, not {rate!r}")
    return int(digits), int(10 ** len(decimals))


def tax_of(amount: int, rate: str, rules: TaxRules) -> int:
    """The tax of one amount of minor units: amount x rate / (100 + rate) inside of it, amount x rate / 100 on top.

    Raises `TaxError` for a rate that is no percentage and for an amount below zero.
    """
    if amount < 0:
        raise TaxError(f"what is to pay cannot be below zero: {amount}")
    numerator, denominator = rate_parts(rate)
    denominator *= 100
    if rules.mode is TaxMode.INCLUSIVE:
        denominator += numerator
    if rules.fraction is TaxFraction.DOWN:
        return amount * numerator // denominator
    return (2 * amount * numerator + denominator) // (2 * denominator)


def charged_taxes(nets: Sequence[tuple[str, int]], rules: TaxRules) -> tuple[tuple[TaxAmount, ...], int]:
    """Tax per rate of (tax kind, what is to pay) for each line or fee, and what it adds to the total.

    Nothing is added where prices hold their tax. Rows come in the order of their first lines. Kinds of the same
    rate above zero are one sum under the first one's name; kinds of rate zero stay apart, because exempt and
    zero-rated goods are reported apart. The kind "" is outside of tax. Raises `TaxError` for a kind without rate.
    """
    by_line = rules.rounding is TaxRounding.LINE
    sums: dict[str | tuple[int, int], list[int]] = {}
    names: dict[str | tuple[int, int], tuple[str, str]] = {}
    places: dict[str, str | tuple[int, int]] = {}
    for kind, amount in nets:
        if kind == OUTSIDE:
            continue
        place = places.get(kind)
        if place is None:
            rate = rate_of(kind, rules.rates)
            parts = rate_parts(rate)
            place = places[kind] = _lowest_terms(*parts) if parts[0] else kind
            names.setdefault(place, (kind, rate))
        row = sums.setdefault(place, [0, 0])
        row[0] += amount
        if by_line:
            row[1] += tax_of(amount, names[place][1], rules)
    inclusive = rules.mode is TaxMode.INCLUSIVE
    rows, added = [], 0
    for place, (paid, tax_by_line) in sums.items():
        kind, rate = names[place]
        tax = tax_by_line if by_line else tax_of(paid, rate, rules)
        rows.append(TaxAmount(kind, rate, paid - tax if inclusive else paid, tax))
        added += 0 if inclusive else tax
    return tuple(rows), added


def tax_on_top(cart: PricedCart) -> int:
    """How much of a cart's total is tax that came on top of lines and fees; 0 where prices hold their tax."""
    return cart.total - (cart.gross - cart.discount) - sum(fee.amount for fee in cart.fees)


def rate_of(kind: str, rates: Mapping[str, str]) -> str:
    """The rate of a tax kind as decimal text; raises `TaxError` where there are rates and none for it."""
    if not rates:
        return "0"
    rate = rates.get(kind)
    if rate is None:
        raise TaxError(f"there is no rate for the tax kind {kind!r}; known: {', '.join(sorted(rates))}")
    return rate


def _lowest_terms(numerator: int, denominator: int) -> tuple[int, int]:
    """The same numbers for "10" and "10.0", which are one rate."""
    while denominator > 1 and numerator % 10 == 0:
        numerator, denominator = numerator // 10, denominator // 10
    return numerator, denominator
