"""Fills the receipt page from the books."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import Shop
from kiosk.domain.fees import DEPOSIT, SHIPPING
from kiosk.domain.fulfilment import order_number
from kiosk.domain.money_text import money_words
from kiosk.domain.receipt_words import WORDS
from sync.central.cash_receipts.book import confirm_number
from sync.central.orders.book import end_kept_orders, orders_of_link
from sync.central.receipts.told_sale import ToldSale, named, told_sale
from sync.central.receipts.words import BY_LANGUAGE
from sync.central.tables import OrderRow, SaleRow, ShopRow
from sync.wire.catalogue_file import shop_from_text
from sync.wire.sale import OrderDocument, SaleDocument

SHOP_TIME = timezone(timedelta(hours=9), "KST")
_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the address form, and which field could not be used."""

    name: str = ""
    phone: str = ""
    address: str = ""
    fault_field: str = ""
    fault: str = ""


def late_page(language: str) -> str:
    """The page that waits for a sale that has not arrived, and asks again by itself."""
    words = BY_LANGUAGE[language]
    return _PAGES.get_template("late.html").render(words=words, language=language, refresh=True)


def receipt_page(session: Session, token: str, language: str, now: datetime, typed: Typed | None = None) -> str | None:
    """The receipt and the orders behind a link; None when nothing with this link has arrived."""
    sale = session.scalar(select(SaleRow).where(SaleRow.link_token == token))
    orders = orders_of_link(session, token)
    if sale is None and not orders:
        return None
    if any(order.state == "kept" for order in orders):
        end_kept_orders(session, now=now)
    currency = sale.currency if sale else orders[0].currency
    shops = {row.shop: shop_from_text(row.shop, row.body) for row in session.scalars(select(ShopRow))}
    own = sale.shop if sale else orders[0].shop
    form = typed or Typed()
    return _PAGES.get_template("receipt.html").render(
        words=BY_LANGUAGE[language],
        receipt_words=WORDS[language],
        language=language,
        refresh=False,
        token=token,
        shop_name=shops[own].name.to(language),
        registration=_registration(shops[own], language),
        sale=sale,
        told=_told_sale(session, sale, language) if sale else None,
        completed=_local(sale.completed_at) if sale else "",
        orders=[_told(order, shops, language, currency) for order in orders],
        wants_address=any(order.state == "needs_address" for order in orders),
        typed={"name": form.name, "phone": form.phone, "address": form.address},
        fault_field=form.fault_field,
        fault=form.fault,
    )


def _told_sale(session: Session, sale: SaleRow, language: str) -> ToldSale:
    issued_as = confirm_number(session, sale.station, sale.sale)
    return told_sale(SaleDocument.model_validate(sale.document), language, issued_as)


def _registration(shop: Shop, language: str) -> tuple[str, ...]:
    address = (shop.address.to(language),) if shop.address.ko else ()
    return (*address, *shop.registration)


def _told(order: OrderRow, shops: dict[str, Shop], language: str, currency: str) -> dict[str, Any]:
    document = OrderDocument.model_validate(order.document)
    fees = WORDS[language].fees
    rows = [(f"{named(line.name).to(language)} × {line.quantity}", line.net) for line in document.lines]
    charged = ((SHIPPING, order.fee), (DEPOSIT, document.deposit))
    rows += [(fees[kind], amount) for kind, amount in charged if amount]
    shop = shops.get(order.pickup_shop)
    place = until = ""
    if shop is not None and order.kind == "pick_up":
        desk = shop.pickup_place.to(language) if shop.pickup_place else ""
        place, until = f"{shop.name.to(language)} {desk}".strip(), shop.pickup_until
    return {
        "number": order_number(order.order),
        "kind": order.kind,
        "state": order.state,
        "rows": [(text, money_words(amount, currency, language)) for text, amount in rows],
        "ends": _local(order.ends_at) if order.ends_at else "",
        "place": place,
        "until": until,
    }


def _local(at: datetime) -> str:
    return at.astimezone(SHOP_TIME).strftime("%Y-%m-%d %H:%M")
