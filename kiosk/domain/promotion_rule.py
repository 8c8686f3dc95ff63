"""Item-level promotions as the search reads them: what they consume and what one application takes off."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import (
    AmountOff,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    ShortDate,
    Tier,
    Tiered,
)


def percent_of(price: int, percent: int) -> int:
    """That percentage of a price, rounded half up to the minor unit."""
    return (2 * price * percent + 100) // 200


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Rule:
    """One item-level promotion; two rules are the same only when they are the same object.

    `order` is its place when all are sorted by id. One application fills each of `slots` with that many units;
    `pools` says which units fit into which slot.
    """

    order: int
    promotion: Promotion
    limit: int | None
    slots: tuple[int, ...] = (1,)
    pools: tuple[Pool, ...]

    @property
    def promotion_id(self) -> str:
        """The id of the promotion."""
        return self.promotion.promotion_id

    @property
    def name(self) -> LocalText:
        """What it is called."""
        return self.promotion.name

    @property
    def badge(self) -> str:
        """What the shelf says."""
        return self.promotion.badge

    @property
    def size(self) -> int:
        """How many units one application consumes, at the least."""
        return sum(self.slots)

    @property
    def couples(self) -> bool:
        """Whether units compete for it: such lines must be priced together."""
        return True

    def discount(self, prices: Sequence[Sequence[int]]) -> int:
        """What one application takes off units of these prices, given slot by slot."""
        raise TypeError(f"{type(self).__name__} takes nothing off {prices}")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class UnitRule(Rule):
    """Takes `percent`, or else `amount`, off one unit; with `days` only off units that end their time soon."""

    percent: int = 0
    amount: int = 0
    days: int | None = None

    @property
    def couples(self) -> bool:
        """Only with a limit: otherwise every unit may have it."""
        return self.limit is not None

    def off(self, price: int) -> int:
        """What comes off a unit of that price."""
        return percent_of(price, self.percent) if self.percent else min(self.amount, price)

    def discount(self, prices: Sequence[Sequence[int]]) -> int:
        """What comes off the one unit."""
        return self.off(prices[0][0])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NPlusMRule(Rule):
    """The `size - buy` cheapest of the units cost nothing."""

    buy: int

    def discount(self, prices: Sequence[Sequence[int]]) -> int:
        """The prices of the cheapest."""
        return sum(sorted(prices[0])[: self.slots[0] - self.buy])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SetRule(Rule):
    """A set of slots: `price` for all of it, `amount` off it, or `percent` off its slots from `off_from` on."""

    price: int | None = None
    amount: int | None = None
    percent: int = 0
    off_from: int = 0

    def discount(self, prices: Sequence[Sequence[int]]) -> int:
        """What comes off the set."""
        whole = sum(map(sum, prices[self.off_from :]))
        if self.price is not None:
            return max(0, whole - self.price)
        if self.amount is not None:
            return min(self.amount, whole)
        return percent_of(whole, self.percent)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TieredRule(Rule):
    """Any number of units, once: the percentage of the highest tier that they reach."""

    tiers: tuple[Tier, ...]

    def discount(self, prices: Sequence[Sequence[int]]) -> int:
        """The reached tier's percentage of them all."""
        return percent_of(sum(prices[0]), self.percent_at(len(prices[0])))

    def percent_at(self, count: int) -> int:
        """The percentage for that many units; 0 below the first tier."""
        return next((tier.percent for tier in reversed(self.tiers) if tier.count <= count), 0)


def rule_of(order: int, promotion: Promotion) -> Rule | None:
    """The rule of an item-level promotion; None for one that can take nothing off, or is no item-level one."""
    limit, pools = promotion.limit, promotion.pools
    if isinstance(promotion, PercentOff | ShortDate | AmountOff):
        percent = 0 if isinstance(promotion, AmountOff) else promotion.percent
        amount = promotion.amount if isinstance(promotion, AmountOff) else 0
        if not percent and not amount:
            return None
        days = promotion.days if isinstance(promotion, ShortDate) else None
        return UnitRule(
            order=order, promotion=promotion, limit=limit, pools=pools, percent=percent, amount=amount, days=days
        )
    if isinstance(promotion, NPlusM):
        slots = (promotion.buy + promotion.free,)
        return NPlusMRule(order=order, promotion=promotion, limit=limit, slots=slots, pools=pools, buy=promotion.buy)
    if isinstance(promotion, Tiered):
        slots, tiers = (promotion.tiers[0].count,), promotion.tiers
        return TieredRule(order=order, promotion=promotion, limit=1, slots=slots, pools=pools, tiers=tiers)
    return _set_rule(order, promotion)


def _set_rule(order: int, promotion: Promotion) -> SetRule | None:
    """The rule of what is sold as a set."""
    price = amount = None
    percent = off_from = 0
    slots: tuple[int, ...]
    if isinstance(promotion, FixedPrice):
        slots, price = (promotion.count,), promotion.price
    elif isinstance(promotion, Bundle):
        slots = tuple(slot.count for slot in promotion.slots)
        price, amount, percent = promotion.price, promotion.amount, promotion.percent or 0
    elif isinstance(promotion, CrossGift):
        slots, percent, off_from = (promotion.buy.count, promotion.gift.count), promotion.percent, 1
    else:
        return None
    return SetRule(
        order=order,
        promotion=promotion,
        limit=promotion.limit,
        slots=slots,
        pools=promotion.pools,
        price=price,
        amount=amount,
        percent=percent,
        off_from=off_from,
    )
