"""A sale tells what its price depended on, so that it can be priced again; older documents are read on."""

from dataclasses import replace
from datetime import timedelta

from kiosk.checkout.pricing_document import pricing_document
from kiosk.checkout.sale_document import read_pending
from kiosk.domain.catalogue import LocalText
from kiosk.domain.coupon import PresentedCoupon
from kiosk.domain.priced_cart import PricedCart, UsedPromotion
from kiosk.domain.pricing_context import PricingContext, Used
from kiosk.domain.scanned_meaning import CouponSource
from sync.wire.sale import CouponDocument, PricingDocument, SaleDocument, UsedDocument, UsesDocument
from tests.builders import MORNING
from tests.fakes.lane import MILK, Lane


def test_everything_that_a_price_depends_on_is_told() -> None:
    context = PricingContext(
        at=MORNING,
        shop="SH1",
        member=True,
        coupons=frozenset({"C2", "C1"}),
        partners=frozenset({"telco"}),
        tender="card:blue",
        uses={"P1": Used(2, 5), "P2": Used()},
    )
    empty = PricedCart("KRW", (), 0, 0, (), 0, ())
    priced = replace(empty, exact=False, used=(UsedPromotion("P1", LocalText("1+1"), "1+1", 2, 1700),))
    coupon = PresentedCoupon("C1", CouponSource.SIGNED, serial="7Q2M4XK9")
    assert pricing_document(context, priced, [coupon]) == PricingDocument(
        at=MORNING,
        member=True,
        coupons=(CouponDocument(coupon="C1", source="signed", serial="7Q2M4XK9"), CouponDocument(coupon="C2")),
        partners=("telco",),
        tender="card:blue",
        uses=(UsesDocument(promotion="P1", member=2, today=5),),
        used=(UsedDocument(promotion="P1", applications=2, amount=1700),),
        exact=False,
    )


def test_a_sale_is_priced_as_of_the_start_of_the_visit_and_says_what_its_items_cost(lane: Lane) -> None:
    before = lane.clock.now()
    lane.scan(MILK)
    lane.pass_time(30)
    lane.pay_by_card("approve")
    sale = SaleDocument.model_validate(lane.store.bodies("sale.completed")[0])
    assert sale.pricing is not None
    assert before <= sale.pricing.at < before + timedelta(seconds=30) <= sale.completed_at
    assert sale.pricing.exact
    assert [(line.listed, line.listed_member) for line in sale.lines] == [(MILK.unit_price, MILK.member_price)]


def test_a_document_without_it_is_still_read(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card("approve")
    body = lane.store.bodies("sale.completed")[0]
    old = {key: value for key, value in body.items() if key != "pricing"}
    for line in old["lines"]:
        del line["listed"], line["listed_member"]
    assert SaleDocument.model_validate(old).pricing is None
    attempt = next(iter(lane.store.shelf.attempts.values()))
    assert read_pending(attempt.cart).pricing is not None
