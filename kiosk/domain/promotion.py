"""Rules that take money off: data from the catalogue, as docs/pricing.md defines them."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.money import amount_text
from kiosk.domain.pricing_context import PricingContext


@dataclass(frozen=True, slots=True)
class Pool:
    """Which units a promotion may use; one that names nothing is every discountable unit.

    `categories` are found in an item's category and in its groups. What `without` names is left out of it.
    """

    skus: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    without: "Pool | None" = None

    @property
    def everything(self) -> bool:
        """Whether it names nothing and so holds every discountable unit, apart from what is left out."""
        return not (self.skus or self.categories or self.brands)

    def names(self, item: CatalogueItem) -> bool:
        """Whether sku, category, group or brand of `item` is named."""
        return (
            item.sku in self.skus
            or item.category in self.categories
            or item.brand in self.brands
            or not item.groups.isdisjoint(self.categories)
        )

    def holds(self, item: CatalogueItem) -> bool:
        """Whether a unit of `item` belongs to the pool."""
        if not item.discountable or not (self.everything or self.names(item)):
            return False
        return self.without is None or not self.without.names(item)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """What every kind has: the conditions under which it is live, and how often it may be applied.

    `limit` counts applications in a sale, `member_limit` those of one member in all sales, `day_limit` those of
    the shop on one local day. `coupon` and `partner` name what must be presented.
    """

    promotion_id: str
    name: LocalText
    validity: Validity = Validity()
    coupon: str = ""
    partner: str = ""
    limit: int | None = None
    member_limit: int | None = None
    day_limit: int | None = None

    @property
    def badge(self) -> str:
        """What the shelf says in few signs and no language, or "" when there is nothing so short."""
        return ""

    def badge_in(self, currency: str) -> str:  # noqa: ARG002 (most name no amount)
        """The same with amounts written as the currency has them."""
        return self.badge

    @property
    def pools(self) -> tuple[Pool, ...]:
        """Every pool that it names."""
        raise TypeError(f"{type(self).__name__} is no kind of promotion")

    def live(self, context: PricingContext) -> bool:
        """Whether it may be used in this sale at all."""
        if self.coupon and self.coupon not in context.coupons:
            return False
        if self.partner and self.partner not in context.partners:
            return False
        if self.member_limit is not None and not context.member:
            return False
        return self.validity.live(context.at, context.shop, context.member)

    def applications_left(self, context: PricingContext) -> int | None:
        """How often it may still be applied in this sale; None is without limit."""
        used = context.used(self.promotion_id)
        limits = [
            limit - spent
            for limit, spent in ((self.limit, 0), (self.member_limit, used.by_member), (self.day_limit, used.today))
            if limit is not None
        ]
        return max(0, min(limits)) if limits else None


# Item level: an application uses units up.


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPromotion(Promotion):
    """What every kind has that works on one pool."""

    pool: Pool

    @property
    def pools(self) -> tuple[Pool, ...]:
        """Every pool that it names."""
        return (self.pool,)


@dataclass(frozen=True, slots=True, kw_only=True)
class NPlusM(PoolPromotion):
    """The `free` cheapest of each `buy + free` units of the pool cost nothing (1+1, 2+1, cheapest of N free)."""

    buy: int
    free: int

    @property
    def badge(self) -> str:
        """What the shelf says: 1+1, 2+1."""
        return f"{self.buy}+{self.free}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentOff(PoolPromotion):
    """A whole percentage off each unit of the pool."""

    percent: int

    @property
    def badge(self) -> str:
        """What the shelf says: −20%."""
        return f"−{self.percent}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountOff(PoolPromotion):
    """An amount off each unit of the pool, not below zero."""

    amount: int

    @property
    def badge(self) -> str:
        """What the shelf says: −500."""
        return f"−{self.amount:,}"

    def badge_in(self, currency: str) -> str:
        """What the shelf says: −500, −5.00."""
        return f"−{amount_text(self.amount, currency)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPrice(PoolPromotion):
    """`count` units of the pool for `price` together, never dearer than apart."""

    count: int
    price: int

    @property
    def badge(self) -> str:
        """What the shelf says: 3=5,000."""
        return f"{self.count}={self.price:,}"

    def badge_in(self, currency: str) -> str:
        """What the shelf says: 3=5,000, 3=50.00."""
        return f"{self.count}={amount_text(self.price, currency)}"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a set that `count` units of the pool fill."""

    pool: Pool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle(Promotion):
    """A set with a place for each part: for `price` together, or with `percent` or `amount` off the set.

    Exactly one of the three is given.
    """

    slots: tuple[Slot, ...]
    price: int | None = None
    percent: int | None = None
    amount: int | None = None

    @property
    def pools(self) -> tuple[Pool, ...]:
        """Every pool that it names."""
        return tuple(slot.pool for slot in self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossGift(Promotion):
    """Who buys the units of `buy` gets `percent` off those of `gift` (교차증정): 100 makes them free."""

    buy: Slot
    gift: Slot
    percent: int = 100

    @property
    def badge(self) -> str:
        """What the shelf says: 1+1."""
        return f"{self.buy.count}+{self.gift.count}"

    @property
    def pools(self) -> tuple[Pool, ...]:
        """Every pool that it names."""
        return (self.buy.pool, self.gift.pool)


@dataclass(frozen=True, slots=True)
class Tier:
    """From `count` units on, `percent` off them all."""

    count: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiered(PoolPromotion):
    """The more units, the larger the percentage off all of them; `tiers` by rising count; once in a sale."""

    tiers: tuple[Tier, ...]

    @property
    def badge(self) -> str:
        """The most that can be had: −20%."""
        return f"−{max(tier.percent for tier in self.tiers)}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortDate(PoolPromotion):
    """A percentage off units whose last day of sale is today or at most `days` days away."""

    days: int
    percent: int

    @property
    def badge(self) -> str:
        """What the sticker says: −30%."""
        return f"−{self.percent}%"


# Cart level: on what the item level has left, in the order of `rank`, at most one of a `group`.


@dataclass(frozen=True, slots=True, kw_only=True)
class CartPromotion(PoolPromotion):
    """What every cart-level kind has; an empty `group` excludes nothing."""

    group: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(CartPromotion):
    """When units of the pool cost `at_least` together: `amount` or `percent` off them, or `gift` units for nothing.

    Exactly one of the three is given. Gifts are the dearest units of the gift's pool in the cart, as many as its
    count allows; they do not count towards `at_least`.
    """

    at_least: int
    amount: int | None = None
    percent: int | None = None
    gift: Slot | None = None

    @property
    def pools(self) -> tuple[Pool, ...]:
        """Every pool that it names."""
        return (self.pool, self.gift.pool) if self.gift else (self.pool,)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountPer(CartPromotion):
    """`amount` off for each full `each` that units of the pool cost, at most `most` (partner and telco cards)."""

    each: int
    amount: int
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderDiscount(CartPromotion):
    """When this tender pays: `percent` or `amount` off every unit of the pool, at most `most`."""

    tender: str
    pool: Pool = Pool()
    percent: int | None = None
    amount: int | None = None
    at_least: int = 0
    most: int | None = None


ITEM_LEVEL = (NPlusM, PercentOff, AmountOff, FixedPrice, Bundle, CrossGift, Tiered, ShortDate)
CART_LEVEL = (Threshold, AmountPer, TenderDiscount)
