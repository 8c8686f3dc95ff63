"""How an item can be received: here now, another shop, delivery; each with its fee, total and reason."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.aisle.check_availability import Availability, PlaceStock, StockState
from kiosk.domain.catalogue import CatalogueItem, Shop
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.sale_check import Finding, Reason, Remedy

SAFETY = 1  # pieces that a shop may have lost or just sold; never promised to somebody else's customer

Findings = Callable[[Fulfilment], Sequence[Finding]]
"""What the sale check says of the item when it is received that way (`kiosk.aisle.item_rules`)."""

_RULES = {
    Reason.ATTENDED_ONLY: "staff_only",
    Reason.HOURS: "not_now",
    Reason.PER_SALE: "limit",
    Reason.PER_PERSON: "limit",
}
_NOT_OFFERED = {
    FulfilmentKind.CARRY_OUT: "not_in_store",
    FulfilmentKind.SHIP: "not_shipped",
    FulfilmentKind.PICK_UP: "not_picked_up",
}


@dataclass(frozen=True, slots=True)
class FulfilmentOption:
    """One way; `reason` is "" when it can be chosen, else not_in_store, sold_out, not_shipped, not_picked_up,
    age_limited, face_to_face, staff_only, not_now, limit, too_many, unknown_shop or blocked.

    `fee` and `total` are in minor units; a deposit for empty bottles is in the total. `staff_look_first`: that
    shop confirms before it is ready.
    `paid_later`: central is away, the order is kept and not charged.
    """

    fulfilment: Fulfilment
    shop: Shop | None
    fee: int
    total: int
    reason: str = ""
    staff_look_first: bool = False
    paid_later: bool = False


def options(
    item: CatalogueItem,
    quantity: int,
    availability: Availability,
    findings: Findings,
    *,
    unit_price: int,
    shipping_fee: int,
    free_shipping_from: int = 0,
    online: bool = True,
) -> tuple[FulfilmentOption, ...]:
    """All ways, nearest and free first; those that cannot be chosen stay, with their reason."""
    goods = unit_price * quantity
    shipping = 0 if free_shipping_from and goods >= free_shipping_from else shipping_fee
    goods += item.deposit * quantity
    here = availability.here
    found = [
        FulfilmentOption(
            CARRY_OUT,
            here.shop if here else None,
            0,
            goods,
            refusal(item, quantity, CARRY_OUT, availability, findings(CARRY_OUT)),
        )
    ]
    for other in availability.others:
        way = Fulfilment(FulfilmentKind.PICK_UP, other.shop.shop_id)
        reason = refusal(item, quantity, way, availability, findings(way))
        found.append(
            FulfilmentOption(
                way, other.shop, 0, goods, reason, other.state is StockState.UNKNOWN and not reason, not online
            )
        )
    reason = refusal(item, quantity, SHIP, availability, findings(SHIP))
    found.append(FulfilmentOption(SHIP, None, shipping, goods + shipping, reason, paid_later=not online))
    return tuple(found)


def refusal(
    item: CatalogueItem,
    quantity: int,
    fulfilment: Fulfilment,
    availability: Availability,
    findings: Sequence[Finding],
) -> str:
    """Why this way cannot be chosen, or "" when it can; `findings` is what the sale check says of it."""
    # What staff only look at first is told when the pack is there.
    stops = {one.reason for one in findings if one.blocks and one.remedy is not Remedy.STAFF}
    if stops - {Reason.CHANNEL, *_RULES}:
        return "blocked"
    if Reason.CHANNEL in stops and any(one.reason is Reason.AGE for one in findings):
        return "age_limited"
    if fulfilment.kind not in _offered(item):
        return _NOT_OFFERED[fulfilment.kind]
    if stops:
        return next((_RULES[reason] for reason in _RULES if reason in stops), "face_to_face")
    if fulfilment.kind is FulfilmentKind.CARRY_OUT:
        return _here(availability.here)
    if fulfilment.kind is FulfilmentKind.SHIP:
        return _enough(availability.warehouses, quantity, 0)
    return _enough(tuple(_named(availability, fulfilment.shop)), quantity, SAFETY)


def _offered(item: CatalogueItem) -> frozenset[FulfilmentKind]:
    ways = {
        FulfilmentKind.CARRY_OUT: item.in_store,
        FulfilmentKind.SHIP: item.shipping,
        FulfilmentKind.PICK_UP: item.pickup,
    }
    return frozenset(way for way, yes in ways.items() if yes)


def _here(here: PlaceStock | None) -> str:
    # The shelf knows better than the count: a shopper who holds the item may always take it.
    return "sold_out" if here is not None and here.state is StockState.SOLD_OUT else ""


def _named(availability: Availability, shop: str) -> Iterator[PlaceStock]:
    return (x for x in availability.others if x.shop.shop_id == shop)


def _enough(places: tuple[PlaceStock, ...], quantity: int, safety: int) -> str:
    if not places:
        return "unknown_shop"
    best = max((x.last_count or 0) - safety for x in places)
    if best <= 0:
        return "sold_out"
    return "too_many" if quantity > best else ""
