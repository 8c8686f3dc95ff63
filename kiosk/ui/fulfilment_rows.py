"""Ways to receive an item as rows: fee and total beside each, and why one cannot be chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.aisle.check_availability import PlaceStock, StockState
from kiosk.aisle.choose_fulfilment import FulfilmentOption
from kiosk.aisle.show_item import ItemPage
from kiosk.domain.catalogue import Shop
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.ui.display_text import money_words
from kiosk.ui.stock_words import age_words, count_words, walking_words

tr = QCoreApplication.translate
_ICONS = {FulfilmentKind.CARRY_OUT: "map-pin", FulfilmentKind.PICK_UP: "storefront", FulfilmentKind.SHIP: "truck"}


@dataclass(frozen=True, slots=True)
class Way:
    """One way to receive; `key` is carry_out, ship or pick_up_ and the shop."""

    key: str
    title: str
    icon: str
    fee: str
    total: str
    free: bool
    place: str
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class StockPlace:
    """A card of the product page: where, how many, and how old that is."""

    key: str
    title: str
    count: str
    detail: str
    icon: str
    here: bool


def way_key(option: FulfilmentOption) -> str:
    """The name by which a way is chosen."""
    fulfilment = option.fulfilment
    return f"pick_up_{fulfilment.shop}" if fulfilment.kind is FulfilmentKind.PICK_UP else fulfilment.kind.value


def way_row(option: FulfilmentOption, page: ItemPage, currency: str, language: str) -> Way:
    """A way in the shopper's language."""
    kind = option.fulfilment.kind
    fee = money_words(option.fee, currency, language)
    return Way(
        key=way_key(option),
        title=_title(kind),
        icon=_ICONS[kind],
        fee=tr("Fulfilment", "배송비 %1").replace("%1", fee) if option.fee else tr("Fulfilment", "무료"),
        total=tr("Fulfilment", "합계 %1").replace("%1", money_words(option.total, currency, language)),
        free=option.fee == 0,
        place=_place(option, page, language),
        note=_note(option, page, language),
        reason=reason_words(option.reason),
    )


def reason_words(reason: str) -> str:
    """Why a way cannot be chosen; nothing when it can."""
    return {
        "": "",
        "not_in_store": tr("Fulfilment", "매장에는 두지 않는 상품이에요"),
        "sold_out": tr("Fulfilment", "지금은 품절이에요"),
        "not_shipped": tr("Fulfilment", "배송하지 않는 상품이에요"),
        "not_picked_up": tr("Fulfilment", "다른 매장에서 받을 수 없는 상품이에요"),
        "age_limited": tr("Fulfilment", "성인 확인이 필요해서 매장에서만 살 수 있어요"),
        "face_to_face": tr("Fulfilment", "직원이 직접 건네는 상품이라 매장에서만 살 수 있어요"),
        "staff_only": tr("Fulfilment", "직원이 있을 때만 파는 상품이에요"),
        "not_now": tr("Fulfilment", "지금은 살 수 없는 시간이에요"),
        "limit": tr("Fulfilment", "한 번에 이만큼은 살 수 없어요. 수량을 줄여 주세요"),
        "too_many": tr("Fulfilment", "이만큼은 없어요. 수량을 줄여 주세요"),
        "blocked": tr("Fulfilment", "지금은 팔지 않는 상품이에요"),
    }.get(reason, tr("Fulfilment", "지금은 이렇게 받을 수 없어요"))


def stock_cards(page: ItemPage, near: PlaceStock | None, language: str) -> list[StockPlace]:
    """This shop, the nearest other one and delivery, as far as the item is to be had there."""
    found, cards = page.availability, []
    if found.here is not None and page.item.in_store:
        here = found.here
        fine = here.state is StockState.IN_STOCK
        title = tr("Product", "이 매장")
        cards.append(StockPlace("here", title, count_words(here), age_words(here.minutes), "map-pin", fine))
    if near is not None and (page.item.pickup or near.state is StockState.IN_STOCK):
        detail = age_words(near.minutes) or walking_words(near.shop.distance_minutes)
        name = near.shop.name.to(language)
        cards.append(StockPlace("nearby", name, count_words(near), detail, "storefront", False))
    if page.item.shipping:
        having = [place for place in found.warehouses if place.state is StockState.IN_STOCK]
        best = having[0] if having else next(iter(found.warehouses), None)
        if best is not None:
            count = tr("Product", "있어요") if having else count_words(best)
            detail = age_words(best.minutes)
            cards.append(StockPlace("delivery", tr("Product", "배송"), count, detail, "truck", False))
    return cards


def _title(kind: FulfilmentKind) -> str:
    return {
        FulfilmentKind.CARRY_OUT: tr("Fulfilment", "이 매장에서 지금"),
        FulfilmentKind.PICK_UP: tr("Fulfilment", "다른 매장에서 받기"),
        FulfilmentKind.SHIP: tr("Fulfilment", "집으로 배송"),
    }[kind]


def _place(option: FulfilmentOption, page: ItemPage, language: str) -> str:
    kind = option.fulfilment.kind
    if kind is FulfilmentKind.SHIP:
        return tr("Fulfilment", "주소를 넣으면 도착 시간을 알려 드려요")
    if kind is FulfilmentKind.PICK_UP:
        shop = option.shop
        return f"{shop.name.to(language)} · {walking_words(shop.distance_minutes)}" if shop else option.fulfilment.shop
    if page.place is None:
        return ""
    return f"{page.place.name.to(language)} · {walking_words(page.place.walking_minutes)}"


def _note(option: FulfilmentOption, page: ItemPage, language: str) -> str:
    kind, here = option.fulfilment.kind, page.availability.here
    if kind is FulfilmentKind.CARRY_OUT:
        parts = (count_words(here), age_words(here.minutes)) if here is not None else ()
        return " · ".join(part for part in parts if part)
    if option.paid_later:
        return tr("Fulfilment", "지금은 주문만 저장하고 결제하지 않아요")
    if kind is FulfilmentKind.SHIP:
        return tr("Fulfilment", "주소는 결제 뒤 넣어요")
    if option.staff_look_first:
        return tr("Fulfilment", "직원이 먼저 찾아본 뒤에 준비해요")
    return _pickup(option.shop, language)


def _pickup(shop: Shop | None, language: str) -> str:
    if shop is None or shop.pickup_place is None:
        return ""
    words = shop.pickup_place.to(language)
    if not shop.pickup_until:
        return words
    return tr("Fulfilment", "%1 · %2까지").replace("%1", words).replace("%2", shop.pickup_until)
