"""Rules that take money off: data from the catalogue, as docs/pricing.md defines them."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.catalogue import CatalogueItem, LocalText


@dataclass(frozen=True, slots=True)
class Pool:
    """Which units a promotion may consume; an empty pool is every discountable unit."""

    skus: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()

    def holds(self, item: CatalogueItem) -> bool:
        """Whether a unit of `item` belongs to the pool."""
        if not item.discountable:
            return False
        if not (self.skus or self.categories or self.brands):
            return True
        return item.sku in self.skus or item.category in self.categories or item.brand in self.brands


@dataclass(frozen=True, slots=True)
class Validity:
    """When, where and for whom a promotion is live; `hours` are local, start inclusive, end exclusive."""

    starts: datetime | None = None
    ends: datetime | None = None
    weekdays: frozenset[int] = frozenset()  # 1 Monday ... 7
    hours: tuple[str, str] | None = None
    shops: frozenset[str] = frozenset()
    members_only: bool = False

    def live(self, at: datetime, shop: str, member: bool) -> bool:
        """Whether the promotion may be used at the aware local time `at` in `shop`."""
        if (self.starts and at < self.starts) or (self.ends and at > self.ends):
            return False
        if self.weekdays and at.isoweekday() not in self.weekdays:
            return False
        if self.hours and not self.hours[0] <= at.strftime("%H:%M") < self.hours[1]:
            return False
        return (not self.shops or shop in self.shops) and (member or not self.members_only)


@dataclass(frozen=True, slots=True)
class NPlusM:
    """`free` cheapest of each `buy + free` units of the pool cost nothing (1+1, 2+1)."""

    promotion_id: str
    name: LocalText
    pool: Pool
    buy: int
    free: int
    validity: Validity = Validity()
    limit: int | None = None

    @property
    def badge(self) -> str:
        """What the shelf says: 1+1, 2+1."""
        return f"{self.buy}+{self.free}"


@dataclass(frozen=True, slots=True)
class PercentOff:
    """A whole percent off each unit of the pool."""

    promotion_id: str
    name: LocalText
    pool: Pool
    percent: int
    validity: Validity = Validity()
    limit: int | None = None

    @property
    def badge(self) -> str:
        """What the shelf says: −20%."""
        return f"−{self.percent}%"


Promotion = NPlusM | PercentOff
