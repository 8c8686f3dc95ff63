"""Deposits, fees of a sale and tax on top at the till: what is shown is what is taken and written down."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.catalogue import CatalogueHead, SaleFee, Shop
from kiosk.domain.country import profile_for
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.priced_cart import Fee
from sync.central.sales.books import sale_fault
from sync.wire.sale import SaleDocument
from tests import builders
from tests.fakes.lane import CHAIR, COLA, FakeCatalogue, Lane

BOTTLE = replace(builders.item(50, "병맥주", 2500), deposit=130)
SMALL = replace(builders.item(51, "소주", 1900), deposit=100)
CRATE = replace(builders.item(52, "유리병 생수 상자", 9000, in_store=False, shipping=True, pickup=True), deposit=1200)


class Abroad(FakeCatalogue):
    """The shop in another country, with its own fees."""

    country = "US"
    rates: dict[str, str] = {"standard": "8.875"}  # noqa: RUF012  # never changed
    charged: tuple[SaleFee, ...] = ()

    def head(self) -> CatalogueHead:
        rules = profile_for(self.country, self.rates)
        return CatalogueHead(
            self.version,
            "here",
            rules.currency,
            builders.MORNING,
            rules.tax.rates,
            rules.tax.mode,
            rules.tax.rounding,
            rules.tax.fraction,
            rules.cash,
            self.country,
        )

    def shop(self, shop_id: str) -> Shop | None:
        found = super().shop(shop_id)
        return replace(found, sale_fees=self.charged) if found is not None else None


@pytest.fixture
def lane() -> Lane:
    opened = Lane()
    for item in (BOTTLE, SMALL, CRATE):
        opened.catalogue.items[item.sku] = item
        opened.catalogue.counts[item.sku] = (builders.stock("near", 50), builders.stock("warehouse", 50))
    return opened.boot()


def paid(lane: Lane) -> dict[str, Any]:
    lane.pay_by_card()
    body: dict[str, Any] = lane.store.bodies("sale.completed")[-1]
    assert sale_fault(SaleDocument.model_validate(body)) == ""
    assert list(lane.terminal.kept.values()) == [body["total"]]
    return body


def test_bottles_bring_their_deposits_and_take_them_away(lane: Lane) -> None:
    lane.scan(BOTTLE)
    lane.scan(BOTTLE)
    lane.scan(SMALL)
    assert list(lane.seen.fees) == [Fee("deposit", 100, "", 1), Fee("deposit", 260, "", 2)]
    assert lane.seen.to_pay == 2 * 2500 + 1900 + 360
    first = lane.seen.cart.lines[0].line.line_id
    lane.do("set_quantity", first, 1)
    assert lane.seen.to_pay == 2500 + 1900 + 230
    lane.do("remove_line", first)
    assert list(lane.seen.fees) == [Fee("deposit", 100, "", 1)]
    body = paid(lane)
    assert body["fees"] == [{"kind": "deposit", "amount": 100, "tax": "", "count": 1}]
    assert body["taxes"] == [{"kind": "standard", "rate": "10", "net": 1727, "tax": 173}]
    assert [line["deposit"] for line in body["lines"]] == [100]


def test_offline_only_the_bottles_that_are_carried_out_are_charged(lane: Lane) -> None:
    lane.central.up = False
    lane.scan(SMALL)
    lane.do("order", CRATE.sku, 2, SHIP)
    assert lane.seen.fees == (Fee("deposit", 100, "", 1),)
    assert lane.seen.to_pay == 2000
    lane.pay_by_card()
    kept = lane.store.bodies("order.kept")[-1]["orders"][0]
    assert (kept["fee"], kept["deposit"], kept["total"]) == (3000, 2400, 18_000 + 3000 + 2400)


def test_an_order_is_paid_with_its_deposit(lane: Lane) -> None:
    lane.do("order", CRATE.sku, 1, SHIP)
    assert lane.seen.to_pay == 9000 + 1200 + 3000
    (order,) = paid(lane)["orders"]
    assert (order["fee"], order["deposit"], order["total"]) == (3000, 1200, 13_200)


def abroad(country: str, rates: dict[str, str], *fees: SaleFee) -> Lane:
    opened = Lane()
    shop = Abroad()
    shop.country, shop.rates, shop.charged = country, rates, fees
    shop.items[BOTTLE.sku] = BOTTLE
    opened.catalogue = shop
    opened._build()
    return opened.boot()


def test_tax_on_top_is_charged_and_told() -> None:
    lane = abroad("US", {"standard": "8.875"}, SaleFee("service", 25, ""))
    lane.scan(COLA)
    lane.scan(COLA)  # 1+1: one of them is free
    lane.scan(BOTTLE)
    # 20.00 and 25.00 are taxed at 8.875 %: 3.99; the deposit and the fee are not.
    assert lane.seen.cart.currency == "USD"
    assert lane.seen.tax_added == 399
    assert lane.seen.to_pay == 2000 + 2500 + 130 + 25 + 399
    body = paid(lane)
    assert (body["currency"], body["tax_added"]) == ("USD", 399)
    assert body["taxes"] == [{"kind": "standard", "rate": "8.875", "net": 4500, "tax": 399}]


def test_what_coins_would_pay_is_known_beside_what_the_card_pays() -> None:
    lane = abroad("KW", {})
    odd = builders.item(60, "대추", 1233)
    lane.catalogue.items[odd.sku] = odd
    lane.scan(odd)
    assert (lane.seen.to_pay, lane.seen.cash_to_pay) == (1233, 1235)
    assert paid(lane)["rounding"] == 0, "a card pays to the last fils"


def test_three_decimals_reach_the_terminal_and_the_journal() -> None:
    lane = abroad("KW", {})
    lane.scan(BOTTLE)
    assert (lane.seen.cart.currency, lane.seen.to_pay) == ("KWD", 2630)
    body = paid(lane)
    assert (body["currency"], body["total"]) == ("KWD", 2630)
    attempt = lane.store.bodies("attempt.sent")[-1]
    assert (attempt["currency"], attempt["amount"]) == ("KWD", 2630)


def test_a_fee_of_the_sale_goes_with_the_last_line() -> None:
    lane = abroad("DE", {}, SaleFee("service", 50))
    assert lane.seen.to_pay == 0
    lane.scan(BOTTLE)
    assert lane.seen.to_pay == 2500 + 130 + 50
    lane.do("remove_line", lane.seen.cart.lines[0].line.line_id)
    assert (lane.seen.to_pay, lane.seen.fees) == (0, ())


def test_free_delivery_does_not_count_tax_or_deposit() -> None:
    lane = abroad("US", {"standard": "10"})
    lane.settings = replace(lane.settings, free_shipping_from=CHAIR.unit_price + 1)
    lane._build()
    lane.boot()
    lane.do("order", CHAIR.sku, 1, SHIP)
    assert [fee.kind for fee in lane.seen.fees] == ["shipping"]
