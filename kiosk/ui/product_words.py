"""The sentences of a product page."""

from PySide6.QtCore import QCoreApplication

from kiosk.aisle.check_availability import Where
from kiosk.aisle.choose_fulfilment import FulfilmentOption
from kiosk.aisle.show_item import ItemPage
from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.ui.display_text import money_words, spoken_money, with_unit
from kiosk.ui.fulfilment_rows import reason_words
from kiosk.ui.shop_documents import Story

tr = QCoreApplication.translate
_NOT_THERE = {"sold_out", "not_shipped", "not_picked_up", "not_in_store"}


def maker_words(page: ItemPage, story: Story, language: str) -> str:
    """Who made it and where."""
    parts = (page.item.maker or page.item.brand, story.made_in.to(language))
    return " · ".join(part for part in parts if part)


def spoken_price(page: ItemPage, shown: Snapshot) -> str:
    """The price as it is said."""
    return spoken_money(page.unit_price, shown.cart.currency, shown.language)


def price_note(page: ItemPage, shown: Snapshot) -> str:
    """What the price is for, or what members pay; nothing when there is nothing to add."""
    item = page.item
    if item.sold_by is SoldBy.KG:
        return with_unit("1", "kg", shown.language)
    if item.member_price is None:
        return ""
    if page.unit_price == item.member_price:
        return tr("Product", "회원가")
    words = money_words(item.member_price, shown.cart.currency, shown.language)
    return tr("Product", "회원가 %1").replace("%1", words)


def seller_words(name: str) -> str:
    """Who sells it."""
    return tr("Product", "판매자 %1").replace("%1", name)


def withdrawal_words(page: ItemPage) -> str:
    """Until when an order can be taken back; nothing for what is only sold over the counter."""
    item = page.item
    if item.returnable_days <= 0 or not (item.shipping or item.pickup):
        return ""
    return tr("Product", "%n일 안에 취소할 수 있어요", "", item.returnable_days)


def address_words(page: ItemPage, shown: Snapshot) -> str:
    """What is said of the arrival: no promise before an address is known, nothing where nothing is shipped."""
    shipped = page.item.shipping and not page.item.age_limit and shown.health.online
    return tr("Product", "주소를 넣으면 도착 시간을 알려 드려요") if shipped else ""


def no_way_words(page: ItemPage) -> str:
    """Why the item cannot be received in any way, or nothing when it can."""
    reasons = {way.reason for way in page.options}
    if "" in reasons:
        return ""
    if page.item.blocked:
        return reason_words("blocked")
    if page.availability.where is Where.SOLD_OUT or reasons <= _NOT_THERE:
        return reason_words("sold_out")
    return reason_words("too_many" if "too_many" in reasons else "unknown_shop")


def summary_words(page: ItemPage, quantity: int, shown: Snapshot) -> str:
    """How many at what price, before the fee."""
    price = money_words(page.unit_price * quantity, shown.cart.currency, shown.language)
    return tr("Product", "%n개 · %1", "", quantity).replace("%1", price)


def action_words(option: FulfilmentOption | None, shown: Snapshot) -> str:
    """What the button does with the way that was chosen."""
    if option is None:
        return tr("Product", "받을 방법을 골라 주세요")
    if option.fulfilment.kind is FulfilmentKind.CARRY_OUT:
        return tr("Product", "어디 있는지 보기")
    words = money_words(option.total, shown.cart.currency, shown.language)
    return tr("Product", "%1 담기").replace("%1", words)
