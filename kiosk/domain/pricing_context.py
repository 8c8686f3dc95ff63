"""What a price depends on besides the lines: when, where, for whom, with which coupons, tender and taxes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.domain.tax import TaxRules


@dataclass(frozen=True, slots=True)
class Used:
    """How often a promotion was applied before this sale: for this member ever, in this shop today."""

    by_member: int = 0
    today: int = 0


NEVER_USED = Used()


@dataclass(frozen=True, slots=True, kw_only=True)
class PricingContext:
    """The circumstances of one sale.

    `at` is aware local time of the shop. `coupons` and `partners` are the ids that were presented; `tender` is
    how it will be paid ("card:blue"), or "" while that is not known. `uses` counts earlier applications by id.
    """

    at: datetime
    shop: str
    currency: str = "KRW"
    member: bool = False
    coupons: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    tender: str = ""
    tax: TaxRules = field(default_factory=TaxRules)
    uses: Mapping[str, Used] = field(default_factory=dict)

    def used(self, promotion_id: str) -> Used:
        """How often that promotion was applied before."""
        return self.uses.get(promotion_id, NEVER_USED)
