"""A sale as a document: written before it is paid, finished when it is, and read back after a crash.

What a payment attempt pays is stored with it as a `PendingSale`; the finished sale is made from that text
alone, so that a sale completed after a restart is, to the last won, the one the shopper agreed to (I-7).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from pydantic import ConfigDict, ValidationError

from kiosk.checkout.cash_receipt_wish import CashReceiptWish, receipt_of
from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.fees import SHIPPING, deposit_fees
from kiosk.domain.fulfilment import Fulfilment, FulfilmentKind
from kiosk.domain.lot import Lot
from kiosk.domain.priced_cart import Fee, LineDiscount, PricedCart, PricedLine, TaxAmount
from kiosk.domain.sale import Sale, Tender
from kiosk.domain.tax import tax_on_top
from sync.wire.cash_receipt import told_receipt
from sync.wire.document import Document
from sync.wire.sale import (
    DiscountDocument,
    FeeDocument,
    KeptOrderDocument,
    LineDocument,
    NameDocument,
    OrderDocument,
    OverrideDocument,
    PricingDocument,
    SaleDocument,
    TaxDocument,
    TenderDocument,
)


class PendingSaleError(ValueError):
    """The stored sale of an attempt cannot be read; the message says why."""


class PendingSale(Document):
    """A sale as it will be once it is paid: everything but its number, time and tenders."""

    model_config = ConfigDict(hide_input_in_errors=True)  # faults are logged, and it may hold a shopper's number

    sale: str
    catalogue_version: int
    currency: str
    language: str
    member: str = ""
    gross: int
    discount: int
    total: int
    member_saving: int = 0
    lines: tuple[LineDocument, ...]
    fees: tuple[FeeDocument, ...] = ()
    taxes: tuple[TaxDocument, ...] = ()
    tax_added: int = 0
    orders: tuple[OrderDocument, ...] = ()
    kept_orders: tuple[OrderDocument, ...] = ()
    pricing: PricingDocument | None = None
    to_order_pricing: PricingDocument | None = None
    person_pieces: tuple[tuple[str, str, int], ...] = ()  # rule, SKU or "", pieces: what counts for one person
    cash_receipt: CashReceiptWish | None = None  # None: nobody was asked
    link_token: str


def pending_sale(
    *,
    sale_id: str,
    catalogue_version: int,
    language: str,
    member: str,
    charged: PricedCart,
    to_order: PricedCart,
    pricing: PricingDocument | None = None,
    to_order_pricing: PricingDocument | None = None,
    person_pieces: Mapping[tuple[str, str], int] | None = None,
    cash_receipt: CashReceiptWish | None = None,
    link_token: str,
    new_id: Callable[[], str],
) -> PendingSale:
    """What is about to be paid; the lines of `to_order` become orders that are kept and not charged."""
    return PendingSale(
        sale=sale_id,
        catalogue_version=catalogue_version,
        currency=charged.currency,
        language=language,
        member=member,
        gross=charged.gross,
        discount=charged.discount,
        total=charged.total,
        member_saving=charged.member_saving,
        lines=tuple(_line(line) for line in charged.lines),
        fees=tuple(FeeDocument(kind=fee.kind, amount=fee.amount, tax=fee.tax, count=fee.count) for fee in charged.fees),
        taxes=tuple(TaxDocument(kind=t.kind, rate=t.rate, net=t.net, tax=t.tax) for t in charged.taxes),
        tax_added=tax_on_top(charged),
        orders=_orders(charged, paid=True, new_id=new_id),
        kept_orders=_orders(to_order, paid=False, new_id=new_id),
        pricing=pricing,
        to_order_pricing=to_order_pricing,
        person_pieces=tuple((*key, count) for key, count in (person_pieces or {}).items()),
        cash_receipt=cash_receipt,
        link_token=link_token,
    )


def read_pending(text: str) -> PendingSale:
    """Read a stored pending sale; raises `PendingSaleError`."""
    try:
        return PendingSale.model_validate_json(text)
    except ValidationError as fault:
        raise PendingSaleError(f"the sale of this attempt is not understood: {fault}") from None


def without_number(text: str) -> str:
    """The stored sale of an attempt that is over: who wanted a cash receipt is in the journal, and nowhere else."""
    if '"number"' not in text:
        return text
    try:
        pending = read_pending(text)
    except PendingSaleError:
        return ""
    return pending.model_copy(update={"cash_receipt": None}).model_dump_json() if pending.cash_receipt else text


def finished_sale(
    pending: PendingSale,
    *,
    receipt_number: int,
    station: str,
    shop: str,
    completed_at: datetime,
    tenders: tuple[Tender, ...],
    rounding: int = 0,
) -> Sale:
    """The sale that a pending one becomes when it is paid; `rounding` is what coins added or could not pay."""
    return Sale(
        sale_id=pending.sale,
        receipt_number=receipt_number,
        station=station,
        shop=shop,
        catalogue_version=pending.catalogue_version,
        completed_at=completed_at,
        language=pending.language,
        cart=priced_cart(pending),
        tenders=tenders,
        member=pending.member,
        link_token=pending.link_token,
        rounding=rounding,
        cash_receipt=told_receipt(receipt_of(pending.cash_receipt, tenders, priced_cart(pending))),
    )


def sale_document(pending: PendingSale, sale: Sale, signed: str) -> SaleDocument:
    """The body of the journal entry `sale.completed`."""
    return SaleDocument(
        sale=sale.sale_id,
        receipt_number=sale.receipt_number,
        station=sale.station,
        shop=sale.shop,
        catalogue_version=sale.catalogue_version,
        completed_at=sale.completed_at,
        currency=pending.currency,
        language=sale.language,
        member=sale.member,
        gross=pending.gross,
        discount=pending.discount,
        total=pending.total,
        lines=pending.lines,
        fees=pending.fees,
        taxes=pending.taxes,
        tax_added=pending.tax_added,
        rounding=sale.rounding,
        member_saving=pending.member_saving,
        pricing=pending.pricing,
        tenders=tuple(
            TenderDocument(
                kind=t.kind,
                amount=t.amount,
                attempt=t.attempt_id,
                brand=t.brand,
                masked_card=t.masked_card,
                approval_code=t.approval_code,
            )
            for t in sale.tenders
        ),
        orders=pending.orders,
        link_token=sale.link_token,
        signed=signed,
        cash_receipt=receipt_of(pending.cash_receipt, sale.tenders, sale.cart),
    )


def kept_order_document(pending: PendingSale, station: str, shop: str, at: datetime) -> KeptOrderDocument:
    """The body of the journal entry `order.kept`."""
    return KeptOrderDocument(
        sale=pending.sale,
        station=station,
        shop=shop,
        catalogue_version=pending.catalogue_version,
        kept_at=at,
        currency=pending.currency,
        language=pending.language,
        orders=pending.kept_orders,
        pricing=pending.to_order_pricing,
        link_token=pending.link_token,
    )


def priced_cart(pending: PendingSale) -> PricedCart:
    """The price of a pending sale as the domain knows it."""
    return PricedCart(
        currency=pending.currency,
        lines=tuple(_priced(line) for line in pending.lines),
        gross=pending.gross,
        discount=pending.discount,
        fees=tuple(Fee(fee.kind, fee.amount, fee.tax, fee.count) for fee in pending.fees),
        total=pending.total,
        taxes=tuple(TaxAmount(t.kind, t.rate, t.net, t.tax) for t in pending.taxes),
        member_saving=pending.member_saving,
    )


def _line(priced: PricedLine) -> LineDocument:
    line = priced.line
    return LineDocument(
        line=line.line_id,
        sku=line.item.sku,
        gtin=line.item.gtin,
        name=_name(line.item.name),
        quantity=line.quantity,
        grams=line.grams,
        fixed_price=line.fixed_price,
        unit_price=priced.unit_price,
        gross=priced.gross,
        net=priced.net,
        tax=line.item.tax,
        member_price=priced.member,
        discounts=tuple(
            DiscountDocument(promotion=d.promotion_id, name=_name(d.name), badge=d.badge, amount=d.amount)
            for d in priced.discounts
        ),
        fulfilment=line.fulfilment.kind.value,
        pickup_shop=line.fulfilment.shop,
        seller=line.item.seller,
        age_limit=line.item.age_limit,
        approved_by=line.approved_by,
        expires_on=line.lot.expires_on,
        expires_time=line.lot.expires_time,
        sell_by=line.lot.sell_by,
        best_before=line.lot.best_before,
        batch=line.lot.batch,
        serials=line.serials,
        made_on=line.lot.made_on,
        cleared=tuple(sorted(line.cleared)),
        cleared_by=line.cleared_by,
        deposit=line.item.deposit,
        override=_override(line.override),
        listed=line.item.unit_price,
        listed_member=line.item.member_price,
    )


def _override(given: PriceOverride | None) -> OverrideDocument | None:
    if given is None:
        return None
    return OverrideDocument(unit_price=given.unit_price, reason=given.reason, person=given.person)


def _priced(line: LineDocument) -> PricedLine:
    item = CatalogueItem(
        sku=line.sku,
        gtin=line.gtin,
        name=_local(line.name),
        unit_price=line.unit_price if line.listed is None else line.listed,
        member_price=line.listed_member,
        tax=line.tax,
        sold_by=SoldBy.EACH if line.grams is None else SoldBy.KG,
        seller=line.seller,
        age_limit=line.age_limit,
        deposit=line.deposit,
    )
    row = LineItem(
        line.line,
        item,
        line.quantity,
        line.grams,
        line.fixed_price,
        Fulfilment(FulfilmentKind(line.fulfilment), line.pickup_shop),
        line.approved_by,
        Lot(line.expires_on, line.expires_time, line.sell_by, line.best_before, line.batch, line.made_on),
        line.serials,
        PriceOverride(**line.override.model_dump()) if line.override else None,
        frozenset(line.cleared),
        line.cleared_by,
    )
    discounts = tuple(LineDiscount(d.promotion, _local(d.name), d.badge, d.amount) for d in line.discounts)
    return PricedLine(row, line.unit_price, line.gross, line.net, discounts, line.member_price)


def _orders(priced: PricedCart, *, paid: bool, new_id: Callable[[], str]) -> tuple[OrderDocument, ...]:
    groups: dict[Fulfilment, list[PricedLine]] = {}
    for line in priced.lines:
        if line.line.fulfilment.kind is not FulfilmentKind.CARRY_OUT:
            groups.setdefault(line.line.fulfilment, []).append(line)
    shipping = sum(fee.amount for fee in priced.fees if fee.kind == SHIPPING)
    return tuple(
        _order(fulfilment, lines, shipping if fulfilment.kind is FulfilmentKind.SHIP else 0, paid, new_id())
        for fulfilment, lines in groups.items()
    )


def _order(fulfilment: Fulfilment, lines: Sequence[PricedLine], fee: int, paid: bool, order_id: str) -> OrderDocument:
    deposit = sum(one.amount for one in deposit_fees([line.line for line in lines]))
    return OrderDocument(
        order=order_id,
        kind="ship" if fulfilment.kind is FulfilmentKind.SHIP else "pick_up",
        pickup_shop=fulfilment.shop,
        paid=paid,
        lines=tuple(_line(line) for line in lines),
        fee=fee,
        deposit=deposit,
        total=sum(line.net for line in lines) + fee + deposit,
    )


def _name(text: LocalText) -> NameDocument:
    return NameDocument(ko=text.ko, en=text.en, ja=text.ja, zh=text.zh)


def _local(name: NameDocument) -> LocalText:
    return LocalText(name.ko, name.en, name.ja, name.zh)
