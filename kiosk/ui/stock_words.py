"""What may be said of stock: always "about", always with its age, no number once the count is too old."""

from PySide6.QtCore import QCoreApplication

from kiosk.aisle.check_availability import Availability, PlaceStock, StockState, Where
from kiosk.domain.catalogue import CatalogueItem

tr = QCoreApplication.translate


def age_words(minutes: int | None) -> str:
    """How old a count is: just now, minutes, or hours."""
    if minutes is None:
        return ""
    if minutes < 1:
        return tr("Stock", "방금 확인")
    if minutes < 60:
        return tr("Stock", "%n분 전 확인", "", minutes)
    return tr("Stock", "%n시간 전 확인", "", minutes // 60)


def walking_words(minutes: int) -> str:
    """How far it is on foot."""
    return tr("Stock", "걸어서 %n분", "", max(1, minutes))


def count_words(stock: PlaceStock) -> str:
    """The number, or why there is none."""
    if stock.state is StockState.IN_STOCK:
        return tr("Stock", "약 %n개", "", stock.count or 0)
    if stock.state is StockState.SOLD_OUT:
        return tr("Stock", "품절")
    return tr("Stock", "재고를 확인하지 못했어요")


def nearest_with_stock(found: Availability) -> PlaceStock | None:
    """The nearest other shop that has it, else simply the nearest."""
    having = (place for place in found.others if place.state is StockState.IN_STOCK)
    return next(having, found.others[0] if found.others else None)


def can_ship(item: CatalogueItem, found: Availability) -> bool:
    """Whether a warehouse has it."""
    return item.shipping and any(place.state is StockState.IN_STOCK for place in found.warehouses)


def badge_words(found: Availability, language: str, *, online: bool) -> tuple[str, str]:
    """Kind and words of the badge in a list row; while central is away the row says how old its count is."""
    if found.where is Where.HERE and found.here is not None:
        words = tr("Stock", "이 매장 약 %n개", "", found.here.count or 0)
        return "here", words if online else f"{words} · {age_words(found.here.minutes)}"
    near = nearest_with_stock(found)
    if found.where is Where.ONLY_NEARBY and near is not None:
        words = tr("Stock", "%1 약 %n개", "", near.count or 0).replace("%1", near.shop.name.to(language))
        return "nearby", words if online else f"{words} · {age_words(near.minutes)}"
    if found.where is Where.ONLY_DELIVERY:
        return "delivery", tr("Stock", "배송만 돼요")
    if found.where is Where.SOLD_OUT:
        return "soldOut", tr("Stock", "품절")
    return "unknown", tr("Stock", "재고를 확인하지 못했어요")
