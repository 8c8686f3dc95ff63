"""Where an item is, as honestly as the last counts allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.catalogue import CatalogueItem, Shop, StockCount

STALE = timedelta(hours=2)  # an older count is not shown as a number (design system, StockBadge)


class StockState(StrEnum):
    """What may be said of a place."""

    IN_STOCK = "in_stock"
    SOLD_OUT = "sold_out"
    UNKNOWN = "unknown"  # never counted here, or too long ago


class Where(StrEnum):
    """What the product page says first."""

    HERE = "here"
    ONLY_NEARBY = "only_nearby"
    ONLY_DELIVERY = "only_delivery"
    SOLD_OUT = "sold_out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlaceStock:
    """Stock in one building: `count` (always "about") and its age in whole minutes, None when not to be said.

    `last_count` is the number of a stale count: for rules, never for the screen.
    """

    shop: Shop
    state: StockState
    count: int | None = None
    minutes: int | None = None
    last_count: int | None = None


@dataclass(frozen=True, slots=True)
class Availability:
    """Stock here, in other shops (nearest first) and in the warehouses."""

    where: Where
    here: PlaceStock | None
    others: tuple[PlaceStock, ...]
    warehouses: tuple[PlaceStock, ...]


def check_availability(
    item: CatalogueItem, counts: Sequence[StockCount], shops: Sequence[Shop], here: str, now: datetime
) -> Availability:
    """What the counts say about `item` at the aware time `now` for a shopper in the shop `here`."""
    newest: dict[str, StockCount] = {}
    for count in counts:
        known = newest.get(count.shop)
        if known is None or count.counted_at > known.counted_at:
            newest[count.shop] = count
    stocks = [_stock(shop, newest.get(shop.shop_id), now) for shop in shops]
    mine = next((x for x in stocks if x.shop.shop_id == here), None)
    others = sorted(
        (x for x in stocks if x.shop.shop_id != here and not x.shop.is_warehouse),
        key=lambda x: (x.shop.distance_minutes, x.shop.shop_id),
    )
    warehouses = tuple(x for x in stocks if x.shop.is_warehouse)
    return Availability(_where(item, mine, others, warehouses), mine, tuple(others), warehouses)


def _stock(shop: Shop, count: StockCount | None, now: datetime) -> PlaceStock:
    if count is None:
        return PlaceStock(shop, StockState.UNKNOWN)
    age = now - count.counted_at
    minutes = max(0, int(age.total_seconds() // 60))
    on_hand = max(0, count.on_hand)
    if age > STALE:
        return PlaceStock(shop, StockState.UNKNOWN, None, minutes, on_hand)
    if on_hand == 0:
        return PlaceStock(shop, StockState.SOLD_OUT, 0, minutes, 0)
    return PlaceStock(shop, StockState.IN_STOCK, on_hand, minutes, on_hand)


def _where(
    item: CatalogueItem,
    here: PlaceStock | None,
    others: Sequence[PlaceStock],
    warehouses: Sequence[PlaceStock],
) -> Where:
    if item.in_store and here is not None and here.state is StockState.IN_STOCK:
        return Where.HERE
    if item.pickup and any(x.state is StockState.IN_STOCK for x in others):
        return Where.ONLY_NEARBY
    if item.shipping and any(x.state is StockState.IN_STOCK for x in warehouses):
        return Where.ONLY_DELIVERY
    asked = [x for x in (here, *others, *warehouses) if x is not None]
    if any(x.state is StockState.UNKNOWN and x.last_count != 0 for x in asked):
        return Where.UNKNOWN
    return Where.SOLD_OUT
