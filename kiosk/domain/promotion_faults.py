"""Why a promotion may not be used: it contradicts itself, names what is not there, or its price makes no sense.

Central asks it before publishing and every station before a catalogue comes into use, so that neither has to
believe the other.
"""

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from itertools import pairwise

from kiosk.domain.assortment import Assortment, named_skus
from kiosk.domain.promotion import (
    AmountOff,
    AmountPer,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    ShortDate,
    Slot,
    TenderDiscount,
    Threshold,
    Tiered,
    Validity,
)

_SHOWN = 5
_WEEK = 8  # this many days hold every weekday from its first to its last minute


def promotion_faults(promotion: Promotion, known: Assortment) -> tuple[str, ...]:
    """Everything that is wrong with a promotion in the words of a person who mends it; nothing when it is right.

    Only what can be known is refused: a discount above the price of some item is cut off at nothing, one above the
    price of every item it can use is a mistake.
    """
    faults = [*_validity(promotion.validity), *_limits(promotion), *_unknown(promotion, known)]
    for pool in promotion.pools:
        faults.extend(_pool(pool))
    faults.extend(_amounts(promotion))
    faults.extend(_counts(promotion))
    if not faults:  # prices of items that are not there say nothing
        faults.extend(_prices(promotion, known))
        faults.extend(_giveaways(promotion, known))
    return tuple(dict.fromkeys(faults))


def _validity(validity: Validity) -> Iterator[str]:
    starts, ends, hours = validity.starts, validity.ends, validity.hours
    if not all(1 <= day <= 7 for day in validity.weekdays):
        yield "weekdays are 1 (Monday) to 7 (Sunday)"
    if hours and hours[0] >= hours[1]:
        yield f"its hours {hours[0]} to {hours[1]} never come; hours across midnight are two promotions"
    elif starts and ends and ends < starts:
        yield f"it ends on {ends.isoformat()}, before it begins on {starts.isoformat()}"
    elif starts and ends and not _comes(starts, ends, validity):
        yield f"between {starts.isoformat()} and {ends.isoformat()} its weekdays or hours never come"


def _comes(starts: datetime, ends: datetime, validity: Validity) -> bool:
    """Whether a minute of its hours on one of its weekdays lies between both, read as local time of the shop."""
    first, last = starts.replace(tzinfo=None), ends.replace(tzinfo=None)
    if not (starts.utcoffset() and ends.utcoffset()):
        # Written in universal time: the shop's clock may show another day.
        if first.year == MINYEAR or last.year == MAXYEAR:
            return True
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    opens, closes = validity.hours or ("00:00", "24:00")
    for day in range(min((last.date() - first.date()).days, _WEEK) + 1):
        date = first.date() + timedelta(days=day)
        if validity.weekdays and date.isoweekday() not in validity.weekdays:
            continue
        from_minute = first.strftime("%H:%M") if date == first.date() else "00:00"
        to_minute = last.strftime("%H:%M") if date == last.date() else "24:00"
        if max(opens, from_minute) <= to_minute and from_minute < closes:
            return True
    return False


def _limits(promotion: Promotion) -> Iterator[str]:
    limits = {"limit": promotion.limit, "member_limit": promotion.member_limit, "day_limit": promotion.day_limit}
    for name, limit in limits.items():
        if limit is not None and limit < 1:
            yield f"{name} {limit} allows nothing"


def _unknown(promotion: Promotion, known: Assortment) -> Iterator[str]:
    pools = [inner for pool in promotion.pools for inner in (pool, pool.without) if inner is not None]
    named = (
        ("items", named_skus((promotion,)), known.items),
        ("categories or groups", {name for pool in pools for name in pool.categories}, known.categories),
        ("brands", {name for pool in pools for name in pool.brands}, known.brands),
        ("shops", set(promotion.validity.shops), known.shops),
    )
    for words, names, there in named:
        if missing := sorted(name for name in names if name not in there):
            more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
            yield f"unknown {words} {', '.join(missing[:_SHOWN])}{more}"


def _pool(pool: Pool) -> Iterator[str]:
    without = pool.without
    if without is None or pool.everything:
        return
    if pool.skus <= without.skus and pool.categories <= without.categories and pool.brands <= without.brands:
        yield "its pool leaves out everything it names"


def _amounts(promotion: Promotion) -> Iterator[str]:
    """Percentages and amounts by themselves."""
    for name in ("percent", "amount", "price", "at_least", "most"):
        value = getattr(promotion, name, None)
        if value is None:
            continue
        if value < 0:
            yield f"{name} {value} is negative"
        elif name == "percent" and value > 100:
            yield f"{value} percent would make the price negative"
        elif value == 0 and name in ("percent", "amount", "most"):
            yield f"{name} 0 takes nothing off"
    choices = {
        Bundle: ("price", "percent", "amount"),
        Threshold: ("amount", "percent", "gift"),
        TenderDiscount: ("percent", "amount"),
    }.get(type(promotion), ())
    if choices and sum(getattr(promotion, name) is not None for name in choices) != 1:
        yield f"it needs just one of {', '.join(choices)}"
    if isinstance(promotion, Threshold) and promotion.amount and 0 < promotion.at_least < promotion.amount:
        yield f"{promotion.amount} off from {promotion.at_least} would make the price negative"
    if isinstance(promotion, AmountPer) and 0 < promotion.each < promotion.amount:
        yield f"{promotion.amount} off for each {promotion.each} would make the price negative"


def _counts(promotion: Promotion) -> Iterator[str]:
    """What an application consumes: one that consumes nothing could be applied for ever."""
    counts: list[int] = []
    if isinstance(promotion, NPlusM):
        counts = [promotion.buy, promotion.free]
    elif isinstance(promotion, FixedPrice):
        counts = [promotion.count]
    elif isinstance(promotion, Tiered):
        counts = [tier.count for tier in promotion.tiers]
        yield from _tiers(promotion)
    elif isinstance(promotion, AmountPer):
        counts = [promotion.each]
    elif isinstance(promotion, ShortDate) and promotion.days < 0:
        yield f"{promotion.days} days before the last one are past it"
    counts += [slot.count for slot in _slots(promotion)]
    if isinstance(promotion, Bundle) and not promotion.slots:
        yield "a set without parts would never end"
    if any(count < 1 for count in counts):
        if isinstance(promotion, NPlusM) and promotion.free < 1 <= promotion.buy:
            yield f"{promotion.buy}+{promotion.free} gives nothing"
        else:
            yield "an application that uses nothing up would never end; counts are 1 or more"


def _tiers(promotion: Tiered) -> Iterator[str]:
    tiers = promotion.tiers
    if not tiers:
        yield "it has no tiers"
    for tier in tiers:
        if not 0 < tier.percent <= 100:
            yield f"{tier.percent} percent from {tier.count} is not between 1 and 100"
    for lower, higher in pairwise(tiers):
        if higher.count == lower.count:
            yield f"two tiers begin at {lower.count}"
        elif higher.count < lower.count:
            yield f"tiers rise in count, but {higher.count} follows {lower.count}"
        elif higher.percent < lower.percent:
            yield f"{higher.count} units get {higher.percent} percent, fewer get {lower.percent}"


def _prices(promotion: Promotion, known: Assortment) -> Iterator[str]:
    """What can be said from the prices of the items, when all of them have one."""
    if any(known.dearest(pool) == 0 for pool in promotion.pools):
        yield "no promotion may touch the items it names (bags, deposits, no_discount)"
    elif isinstance(promotion, AmountOff):
        dearest = known.dearest(promotion.pool)
        if dearest is not None and promotion.amount > dearest:
            yield f"{promotion.amount} off is more than any of its items costs ({dearest}): the price would be negative"
    elif isinstance(promotion, FixedPrice):
        yield from _set_price(promotion.price, None, [Slot(promotion.pool, promotion.count)], known)
    elif isinstance(promotion, Bundle):
        yield from _set_price(promotion.price, promotion.amount, promotion.slots, known)


def _set_price(price: int | None, amount: int | None, slots: Sequence[Slot], known: Assortment) -> Iterator[str]:
    apart = 0
    for slot in slots:
        dearest = known.dearest(slot.pool)
        if dearest is None:
            return
        apart += slot.count * dearest
    if price is not None and price >= apart:
        yield f"{price} together is never cheaper than apart ({apart} at most)"
    if amount is not None and amount > apart:
        yield f"{amount} off is more than the set costs ({apart}): the price would be negative"


def _giveaways(promotion: Promotion, known: Assortment) -> Iterator[str]:
    """Goods that the law does not let a shop give away (`no_giveaway`, alcohol in Korea)."""
    whole = getattr(promotion, "percent", None) == 100
    pools: list[Pool] = []
    if isinstance(promotion, NPlusM) or (whole and isinstance(promotion, PercentOff | ShortDate)):
        pools = [promotion.pool]
    elif whole and isinstance(promotion, CrossGift):
        pools = [promotion.gift.pool]
    elif isinstance(promotion, Threshold):
        pools = [promotion.gift.pool] if promotion.gift else []
    if given := sorted(sku for pool in pools for sku in pool.skus if "no_giveaway" in known.items[sku].flags):
        yield f"{', '.join(given[:_SHOWN])} must never be given free (no_giveaway)"


def _slots(promotion: Promotion) -> tuple[Slot, ...]:
    if isinstance(promotion, Bundle):
        return promotion.slots
    if isinstance(promotion, CrossGift):
        return (promotion.buy, promotion.gift)
    return (promotion.gift,) if isinstance(promotion, Threshold) and promotion.gift else ()
