"""A sale as a document keeps every figure: fees with their tax and pieces, tax on top, deposits of orders (I-7)."""

from datetime import datetime, timedelta, timezone

import pytest

from kiosk.checkout.sale_document import (
    PendingSale,
    finished_sale,
    pending_sale,
    priced_cart,
    read_pending,
    sale_document,
)
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, SaleFee
from kiosk.domain.country import profile_for
from kiosk.domain.fees import fees_of
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.priced_cart import Fee, PricedCart
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.sale import Tender
from kiosk.domain.tax import tax_on_top
from sync.central.sales.books import sale_fault
from sync.wire.sale import SaleDocument

AT = datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9)))
COLA = CatalogueItem("cola", "", LocalText("콜라"), 249, shipping=True, deposit=10)
TEA = CatalogueItem("tea", "", LocalText("홍차"), 1999)
LINES = [LineItem("1", TEA, 2), LineItem("2", COLA, 3), LineItem("3", COLA, 6, fulfilment=SHIP)]


def priced(country: str, currency: str) -> PricedCart:
    tax = profile_for(country, {"standard": "8.875"}).tax
    fees = (*fees_of(LINES, (SaleFee("service", 25),)), Fee("shipping", 500))
    return price_cart(LINES, [], PricingContext(at=AT, shop="S1", currency=currency, tax=tax), fees)


def pending(cart: PricedCart) -> PendingSale:
    nothing = PricedCart(cart.currency, (), 0, 0, (), 0, ())
    return pending_sale(
        sale_id="s",
        catalogue_version=3,
        language="en",
        member="",
        charged=cart,
        to_order=nothing,
        link_token="t" * 22,
        new_id=lambda: "o-1",
    )


@pytest.mark.parametrize(("country", "currency"), [("KR", "KRW"), ("US", "USD"), ("KW", "KWD")])
def test_what_is_read_back_is_what_was_priced(country: str, currency: str) -> None:
    cart = priced(country, currency)
    back = priced_cart(read_pending(pending(cart).model_dump_json()))
    assert (back.total, back.gross, back.discount, back.fees, back.taxes) == (
        cart.total,
        cart.gross,
        cart.discount,
        cart.fees,
        cart.taxes,
    )
    assert tax_on_top(back) == tax_on_top(cart) == pending(cart).tax_added
    assert (tax_on_top(cart) > 0) is (country == "US")
    assert [line.line.item.deposit for line in back.lines] == [0, 10, 10]


@pytest.mark.parametrize(("country", "currency"), [("KR", "KRW"), ("US", "USD")])
def test_central_finds_no_fault_with_it(country: str, currency: str) -> None:
    cart = priced(country, currency)
    told = pending(cart)
    tender = Tender("card", cart.total, "a")
    done = finished_sale(told, receipt_number=1, station="K", shop="S1", completed_at=AT, tenders=(tender,))
    assert sale_fault(sale_document(told, done, "")) == ""


def test_an_order_tells_its_own_deposits() -> None:
    (order,) = pending(priced("KR", "KRW")).orders
    assert (order.fee, order.deposit, order.total) == (500, 60, 6 * 249 + 500 + 60)


def test_what_coins_could_not_pay_stands_with_the_sale() -> None:
    cart = priced("CH", "CHF")
    rounding = profile_for("CH").cash.difference(cart.total, "cash")
    told = pending(cart)
    done = finished_sale(
        told,
        receipt_number=1,
        station="K",
        shop="S1",
        completed_at=AT,
        tenders=(Tender("cash", cart.total + rounding),),
        rounding=rounding,
    )
    document = sale_document(told, done, "")
    assert (document.rounding, document.total) == (rounding, cart.total)
    assert rounding != 0
    assert sale_fault(document) == ""


def test_a_document_of_before_says_nothing_of_fees_and_is_understood() -> None:
    old = sale_document(
        pending(priced("KR", "KRW")),
        finished_sale(
            pending(priced("KR", "KRW")), receipt_number=1, station="K", shop="S1", completed_at=AT, tenders=()
        ),
        "",
    ).model_dump(mode="json", exclude={"tax_added", "rounding", "member_saving"})
    old["fees"] = [{"kind": "shipping", "amount": 3000}]
    read = SaleDocument.model_validate(old)
    assert (read.tax_added, read.rounding, read.fees[0].tax, read.fees[0].count) == (0, 0, "standard", 1)
