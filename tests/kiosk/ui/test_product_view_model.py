"""The product page and the ways to receive: honest stock, fees before choosing, and orders that reach the till."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.catalogue import StockCount
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import SHIP, Fulfilment, FulfilmentKind
from tests.fakes.demo_aisle import DemoAisle
from tests.fakes.demo_shop import by_name, items
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import BANANA_MILK, DRIPPER, fulfilment, offline, product
from tests.kiosk.ui.scenes import NOON, cart_list, full_cart, moment, priced
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations and timers need an application."""


def choosing(till: FakeTill, sku: str = DRIPPER) -> Any:
    models: Any = models_showing(till.snapshot, till)
    models.navigator.openFor("product", sku)
    models.product.chooseWay()
    return models


def with_order(way: Fulfilment, quantity: int = 1) -> Snapshot:
    cart = full_cart()
    cart.add(items()[DRIPPER], quantity=quantity, fulfilment=way)
    return moment(Stage.SHOPPING, priced(cart))


def test_the_page_tells_the_product() -> None:
    shown = product().product
    assert shown.name == "백자 드리퍼 세트"
    assert shown.maker == "백담도예 · 이천"
    assert shown.amount == "38,000"
    assert shown.hero == "hero-B21001"
    assert "1,280도" in shown.story
    assert shown.facts.rowCount() == 3
    assert shown.seller == "판매자 백담도예"
    assert shown.withdrawal == "7일 안에 취소할 수 있어요"


def test_a_product_without_a_story_has_none() -> None:
    shown = product(BANANA_MILK).product
    assert (shown.story, shown.hero) == ("", "")
    assert shown.facts.rowCount() == 0
    assert shown.withdrawal == ""
    assert shown.address == ""
    assert shown.map.placeName == "냉장고 3번 칸"


def test_every_count_is_about_and_has_its_age() -> None:
    cards = {card.key: card for card in product().product.stocks.rows}
    assert (cards["here"].count, cards["here"].detail) == ("약 2개", "12분 전 확인")
    assert (cards["nearby"].title, cards["nearby"].count) == ("서울숲점", "약 5개")
    assert cards["delivery"].count == "있어요"


def test_a_count_older_than_two_hours_is_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    old = (StockCount("SS01", 7, NOON - timedelta(hours=2, minutes=1)),)
    monkeypatch.setattr(DemoAisle, "stock", lambda _self, _sku: old)
    here = product().product.stocks.rows[0]
    assert (here.key, here.count, here.detail) == ("here", "재고를 확인하지 못했어요", "2시간 전 확인")


def test_the_member_price_is_told_only_where_there_is_one() -> None:
    assert product().product.priceNote == ""
    member = next(item for item in items().values() if item.member_price is not None)
    assert product(member.sku).product.priceNote.startswith("회원가 ")
    signed = product(member.sku, replace(cart_list(), member="2900000000017")).product
    assert signed.priceNote == "회원가"
    assert signed.amount == f"{member.member_price:,}"


def test_the_ways_are_nearest_and_free_first_and_none_is_chosen() -> None:
    shown = fulfilment().product
    ways = shown.ways.rows
    assert [way.key for way in ways] == ["carry_out", "pick_up_SS02", "pick_up_SS03", "ship"]
    assert [way.fee for way in ways] == ["무료", "무료", "무료", "배송비 3,000원"]
    assert [way.total for way in ways] == ["합계 38,000원"] * 3 + ["합계 41,000원"]
    assert shown.chosen == ""
    assert shown.action == "받을 방법을 골라 주세요"


def test_a_way_that_is_not_there_keeps_its_reason_and_cannot_be_chosen() -> None:
    models: Any = fulfilment()
    sold_out = next(way for way in models.product.ways.rows if way.key == "pick_up_SS03")
    assert sold_out.reason == "지금은 품절이에요"
    models.product.choose("pick_up_SS03")
    assert models.product.chosen == ""


@pytest.mark.parametrize(("key", "way"), [("ship", SHIP), ("pick_up_SS02", Fulfilment(FulfilmentKind.PICK_UP, "SS02"))])
def test_an_order_reaches_the_till_and_the_page_goes_on_to_the_cart(key: str, way: Fulfilment) -> None:
    till = FakeTill(cart_list())
    models: Any = choosing(till)
    models.product.choose(key)
    models.product.add()
    assert till.asked == [("order", DRIPPER, 1, way)]
    assert models.navigator.page == "fulfilment"
    models.show(with_order(way))
    assert models.navigator.page == "cart"


def test_a_refused_order_stays_and_says_why() -> None:
    till = FakeTill(cart_list())
    models: Any = choosing(till)
    models.product.choose("ship")
    models.product.add()
    notice = Notice(NoticeKind.ORDER_REFUSED, items()[DRIPPER], 0, None, 5)
    models.show(replace(cart_list(), notice=notice))
    assert models.navigator.page == "fulfilment"
    assert "받을 수 없어요" in models.product.problem


def test_food_that_needs_its_code_leads_to_the_cart_where_the_code_is_taken() -> None:
    till = FakeTill(cart_list())
    models: Any = choosing(till)
    models.product.choose("ship")
    models.product.add()
    notice = Notice(NoticeKind.CODE_WANTED, items()[DRIPPER], 0, None, 5)
    models.show(replace(cart_list(), notice=notice))
    assert models.navigator.page == "cart"
    models.show(with_order(SHIP))
    models.navigator.open("search")
    assert models.navigator.page == "search", "what comes into the cart later closes no page"


def test_what_is_on_the_shelf_is_fetched_not_ordered() -> None:
    till = FakeTill(cart_list())
    models: Any = choosing(till)
    models.product.choose("carry_out")
    assert models.product.action == "어디 있는지 보기"
    models.product.add()
    assert till.asked == []
    assert (models.navigator.page, models.navigator.sheet) == ("cart", "map")
    assert models.map.placeName == "4번 주방용품"


def test_the_stepper_changes_totals_and_stops_at_one() -> None:
    models: Any = fulfilment("ship")
    models.product.more()
    assert models.product.summary == "2개 · 76,000원"
    assert models.product.total == "79,000"
    models.product.less()
    models.product.less()
    assert models.product.quantity == 1


def test_more_than_there_are_takes_the_choice_back() -> None:
    models: Any = fulfilment("pick_up_SS02")
    for _ in range(10):
        models.product.more()
    assert models.product.chosen == ""
    assert next(w for w in models.product.ways.rows if w.key == "pick_up_SS02").reason.startswith("이만큼은 없어요")


def test_age_items_are_only_sold_over_the_counter() -> None:
    ways = fulfilment(sku=by_name("한강 라거").sku).product.ways.rows
    told = {way.key: way.reason for way in ways}
    assert told["carry_out"] == ""
    assert "성인 확인" in told["ship"]


def test_offline_promises_nothing_and_takes_no_money_for_orders() -> None:
    models: Any = fulfilment(snapshot=offline(cart_list()))
    ship = next(way for way in models.product.ways.rows if way.key == "ship")
    assert ship.note == "지금은 주문만 저장하고 결제하지 않아요"
    assert models.product.address == ""


def test_an_unknown_product_shows_nothing() -> None:
    shown = product("no-such-sku").product
    assert not shown.known
    assert (shown.name, shown.amount, shown.ways.rowCount()) == ("", "", 0)


def test_the_page_follows_language_and_navigation() -> None:
    models: Any = product()
    models.show(replace(cart_list(), language="en"))
    assert models.product.name == "White Porcelain Dripper Set"
    models.navigator.openFor("product", BANANA_MILK)
    assert models.product.sku == BANANA_MILK
    models.product.toCart()
    assert models.navigator.page == "cart"
