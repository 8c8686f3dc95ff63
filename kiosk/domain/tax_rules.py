"""How a country taxes what is sold: the rules, without the arithmetic of `tax`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

STANDARD = "standard"
EXEMPT = "exempt"
OUTSIDE = ""  # a bottle's deposit is no price of goods: it has no tax kind and stands in no row


class TaxMode(StrEnum):
    """Whether prices hold their tax (Korea) or it comes on top (United States)."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class TaxRounding(StrEnum):
    """What is rounded: the sum of a rate once for the receipt, or the tax of each line before it is summed."""

    RECEIPT = "receipt"
    LINE = "line"


class TaxFraction(StrEnum):
    """What becomes of the part of a minor unit: half of it and more goes up, or all of it is dropped."""

    HALF_UP = "half_up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class TaxRules:
    """How a country taxes what is sold: `rates` by tax kind as decimal text; without any all is zero-rated.

    Where several authorities tax one item (state and city), its kind's rate is the sum of their rates: the
    tax is rounded once, on the aggregated rate (Streamlined Sales and Use Tax Agreement, section 324).
    """

    mode: TaxMode = TaxMode.INCLUSIVE
    rates: Mapping[str, str] = field(default_factory=dict)
    rounding: TaxRounding = TaxRounding.RECEIPT
    fraction: TaxFraction = TaxFraction.HALF_UP
