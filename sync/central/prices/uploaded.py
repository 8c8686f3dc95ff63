"""A sale or kept order as pricing takes it: its lines with the items of the catalogue, its fees, its circumstances."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, LocalText, SoldBy
from kiosk.domain.fees import DEPOSIT, SHIPPING
from kiosk.domain.fulfilment import Fulfilment, FulfilmentKind
from kiosk.domain.lot import Lot
from kiosk.domain.priced_cart import Fee
from kiosk.domain.pricing_context import PricingContext, Used
from kiosk.domain.tax_rules import OUTSIDE
from sync.wire.sale import (
    FeeDocument,
    KeptOrderDocument,
    LineDocument,
    PricingDocument,
    SaleDocument,
    TaxDocument,
)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What a station says that it charged; `paid` is False for orders that were kept, which nothing was charged for."""

    sale: str
    shop: str
    catalogue_version: int
    at: datetime
    currency: str
    member: bool
    lines: tuple[LineDocument, ...]
    fees: tuple[FeeDocument, ...]
    total: int
    taxes: tuple[TaxDocument, ...]
    pricing: PricingDocument | None
    paid: bool = True


def uploaded_sale(sale: SaleDocument) -> Uploaded:
    """A completed sale."""
    return Uploaded(
        sale.sale,
        sale.shop,
        sale.catalogue_version,
        sale.completed_at,
        sale.currency,
        bool(sale.member),
        sale.lines,
        sale.fees,
        sale.total,
        sale.taxes,
        sale.pricing,
    )


def uploaded_orders(kept: KeptOrderDocument) -> Uploaded:
    """Orders that were kept unpaid: their lines were one cart."""
    lines = tuple(line for order in kept.orders for line in order.lines)
    fees = [FeeDocument(kind=SHIPPING, amount=order.fee) for order in kept.orders if order.fee]
    deposits = sum(order.deposit for order in kept.orders)
    if deposits:
        count = sum(line.quantity for line in lines if line.deposit)
        fees.append(FeeDocument(kind=DEPOSIT, amount=deposits, tax=OUTSIDE, count=count))
    return Uploaded(
        kept.sale,
        kept.shop,
        kept.catalogue_version,
        kept.kept_at,
        kept.currency,
        any(line.member_price for line in lines),
        lines,
        tuple(fees),
        sum(order.total for order in kept.orders),
        (),
        kept.pricing,
        paid=False,
    )


def context_of(told: Uploaded, head: CatalogueHead) -> PricingContext:
    """The circumstances as the station told them; one that did not is priced as of its completion."""
    pricing = told.pricing or PricingDocument(at=told.at)
    return PricingContext(
        at=pricing.at,
        shop=told.shop,
        currency=told.currency,
        member=told.member or pricing.member,
        coupons=frozenset(coupon.coupon for coupon in pricing.coupons),
        partners=frozenset(pricing.partners),
        tender=pricing.tender,
        tax=head.tax,
        uses={uses.promotion: Used(uses.member, uses.today) for uses in pricing.uses},
    )


def line_of(line: LineDocument, item_of: Callable[[LineDocument], CatalogueItem]) -> LineItem:
    """The row of the cart as it was, with the item that `item_of` finds for it."""
    return LineItem(
        line_id=line.line,
        item=item_of(line),
        quantity=line.quantity,
        grams=line.grams,
        fixed_price=line.fixed_price,
        fulfilment=Fulfilment(FulfilmentKind(line.fulfilment), line.pickup_shop),
        approved_by=line.approved_by,
        lot=Lot(line.expires_on, line.expires_time, line.sell_by, line.best_before, line.batch, line.made_on),
        serials=line.serials,
        override=PriceOverride(**line.override.model_dump()) if line.override else None,
        cleared=frozenset(line.cleared),
        cleared_by=line.cleared_by,
    )


def as_charged(line: LineDocument, item: CatalogueItem) -> CatalogueItem:
    """The item with what the cart held of it: prices that may only fall, its tax kind and its deposit."""
    listed, member = line.listed, line.listed_member
    if listed is None:
        # A station that did not tell it: a lower price than the catalogue's is the one that the open cart kept.
        listed, member = item.unit_price, item.member_price
        if line.fixed_price is None and not line.member_price and line.override is None:
            listed = line.unit_price
    return replace(item, unit_price=listed, member_price=member, tax=line.tax, deposit=line.deposit)


def unknown_item(line: LineDocument) -> CatalogueItem:
    """An item that is in no catalogue any more, from what the line says of it."""
    return CatalogueItem(
        sku=line.sku,
        gtin=line.gtin,
        name=LocalText(line.name.ko),
        unit_price=line.unit_price,
        tax=line.tax,
        sold_by=SoldBy.EACH if line.grams is None else SoldBy.KG,
        age_limit=line.age_limit,
        seller=line.seller,
    )


def fee_of(fee: FeeDocument) -> Fee:
    """A fee as pricing takes it."""
    return Fee(fee.kind, fee.amount, fee.tax, fee.count)
