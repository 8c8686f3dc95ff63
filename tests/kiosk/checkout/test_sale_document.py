"""A sale as a document keeps every figure: fees with their tax and pieces, tax on top, deposits of orders (I-7)."""

import json
from datetime import datetime, timedelta, timezone

import pytest

from kiosk.checkout.cash_receipt_wish import CashReceiptWish
from kiosk.checkout.sale_document import (
    PendingSale,
    PendingSaleError,
    finished_sale,
    pending_sale,
    priced_cart,
    read_pending,
    sale_document,
    without_number,
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
from sync.wire.cash_receipt import masked_body
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


WISH = CashReceiptWish(purpose="consumer", kind="phone", number="01012345678")


def paid(wish: CashReceiptWish | None, *tenders: tuple[str, int]) -> SaleDocument:
    """The document of a sale that these tenders paid, by the way of a stored attempt."""
    cart = priced("KR", "KRW")
    told = read_pending(pending(cart).model_copy(update={"cash_receipt": wish}).model_dump_json())
    parts = tuple(Tender(kind, amount or cart.total - sum(x for _, x in tenders), kind) for kind, amount in tenders)
    done = finished_sale(told, receipt_number=1, station="K", shop="S1", completed_at=AT, tenders=parts)
    document = sale_document(told, done, "")
    assert "01012345678" not in repr(done)
    if document.cash_receipt is not None:
        assert done.cash_receipt is not None
        assert done.cash_receipt.amounts.total == document.cash_receipt.total
    return document


def test_the_cash_receipt_is_over_what_cash_like_tenders_paid() -> None:
    document = paid(WISH, ("voucher", 1000), ("card", 0))
    assert document.cash_receipt is not None
    assert (document.cash_receipt.total, document.cash_receipt.number) == (1000, "01012345678")
    back = SaleDocument.model_validate_json(document.model_dump_json())
    assert back == document
    assert "01012345678" not in document.masked().model_dump_json()
    assert document.masked().masked() == document.masked()
    assert masked_body(document.model_dump(mode="json")) == document.masked().model_dump(mode="json")
    assert sale_fault(document) == ""


def test_nobody_asked_none_wanted_or_no_cash_is_no_cash_receipt() -> None:
    assert paid(None, ("voucher", 0)).cash_receipt is None
    assert paid(WISH, ("card", 0)).cash_receipt is None
    assert paid(CashReceiptWish(purpose="none", designated=True), ("voucher", 0)).cash_receipt is None


def test_documents_of_before_are_read() -> None:
    body = paid(None, ("card", 0)).model_dump(mode="json")
    del body["cash_receipt"]
    assert SaleDocument.model_validate(body).cash_receipt is None
    kept = pending(priced("KR", "KRW")).model_dump(mode="json")
    del kept["cash_receipt"]
    assert read_pending(json.dumps(kept)).cash_receipt is None
    assert masked_body(body) == body


def test_an_attempt_that_is_over_does_not_know_the_number() -> None:
    text = pending(priced("KR", "KRW")).model_copy(update={"cash_receipt": WISH}).model_dump_json()
    assert "01012345678" in text
    over = without_number(text)
    assert "01012345678" not in over
    assert read_pending(over).total == read_pending(text).total
    assert without_number("") == ""
    broken = '{"number": "01012345678"'
    assert without_number(broken) == ""
    with pytest.raises(PendingSaleError) as fault:
        read_pending(broken)
    assert "01012345678" not in str(fault.value)
    body = json.loads(text)
    body["cash_receipt"]["purpose"] = body["cash_receipt"]["number"]
    with pytest.raises(PendingSaleError) as fault:
        read_pending(json.dumps(body))
    assert "01012345678" not in str(fault.value)


def test_what_is_not_understood_is_not_shown() -> None:
    assert masked_body({"cash_receipt": {"number": "01012345678"}}) == {"cash_receipt": {"unreadable": True}}
