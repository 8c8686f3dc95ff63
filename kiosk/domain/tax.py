"""Tax inside the price: what of a sum is tax, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from kiosk.domain.money import round_half_up
from kiosk.domain.priced_cart import TaxAmount

STANDARD = "standard"
EXEMPT = "exempt"


class TaxMode(StrEnum):
    """Whether prices hold their tax (Korea) or it comes on top (United States)."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


@dataclass(frozen=True, slots=True)
class TaxRules:
    """How a country taxes what is sold: `rates` by tax kind as decimal text; without any all is zero-rated."""

    mode: TaxMode = TaxMode.INCLUSIVE
    rates: Mapping[str, str] = field(default_factory=dict)


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


def tax_inside(gross: int, rate: str) -> int:
    """The tax that a price of `gross` minor units holds: gross x rate / (100 + rate), rounded half up."""
    numerator, denominator = rate_parts(rate)
    return round_half_up(gross * numerator, 100 * denominator + numerator)


def taxes_inside(sums: Mapping[str, int], rates: Mapping[str, str]) -> tuple[TaxAmount, ...]:
    """Tax per rate of what is to pay by tax kind, in the order of the kinds' first lines.

    Kinds of the same rate above zero are taxed as one sum under the first kind's name; kinds of rate zero
    stay apart, because exempt and zero-rated goods are reported apart. Without any rates all is zero-rated.
    """
    groups: dict[str, list[str]] = {}
    for kind in sums:
        rate = _rate(kind, rates)
        groups.setdefault(f"{rate_parts(rate)}" if rate_parts(rate)[0] else kind, []).append(kind)
    amounts = []
    for kinds in groups.values():
        rate = _rate(kinds[0], rates)
        gross = sum(sums[kind] for kind in kinds)
        tax = tax_inside(gross, rate)
        amounts.append(TaxAmount(kinds[0], rate, gross - tax, tax))
    return tuple(amounts)


def _rate(kind: str, rates: Mapping[str, str]) -> str:
    if not rates:
        return "0"
    rate = rates.get(kind)
    if rate is None:
        raise TaxError(f"there is no rate for the tax kind {kind!r}; known: {', '.join(sorted(rates))}")
    return rate
