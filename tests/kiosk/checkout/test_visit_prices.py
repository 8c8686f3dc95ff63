"""A price never rises inside an open cart, and promotions with a limit count what was sold before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.checkout.notice import NoticeKind
from kiosk.domain import pricing_outcomes, pricing_search
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.promotion import Bundle, NPlusM, PercentOff, Pool, Promotion, Slot, Validity
from tests import builders
from tests.fakes.lane import BREAD, COLA, MEMBER_CODE, MILK, Lane

MILK_OFF = PercentOff(
    promotion_id="P-milk", name=LocalText("우유 할인"), pool=Pool(skus=frozenset({MILK.sku})), percent=10
)
LESS = MILK.unit_price * 9 // 10


def lane_with(*offers: Promotion) -> Lane:
    lane = Lane()
    lane.catalogue.offers = offers
    return lane.boot()


def publish(lane: Lane, *offers: Promotion, milk: int = MILK.unit_price) -> None:
    lane.catalogue.items[MILK.sku] = replace(MILK, unit_price=milk)
    lane.catalogue.offers = offers
    lane.catalogue.version += 1
    lane.do("catalogue_changed")


def test_a_promotion_that_ends_meanwhile_goes_on_for_this_cart() -> None:
    ends = replace(MILK_OFF, validity=Validity(ends=builders.MORNING + timedelta(minutes=1)))
    lane = lane_with(ends)
    lane.scan(MILK)
    for _ in range(5):
        lane.pass_time(40)
        lane.do("touch")
    lane.scan(MILK)
    assert lane.seen.to_pay == 2 * LESS
    lane.do("start_over")
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price


def test_a_promotion_that_a_new_catalogue_no_longer_has_goes_on_for_this_cart() -> None:
    lane = lane_with(MILK_OFF)
    lane.scan(MILK)
    publish(lane)
    assert lane.seen.to_pay == LESS
    lane.scan(MILK)
    assert lane.seen.to_pay == 2 * LESS
    lane.pay_by_card()
    sale = lane.store.bodies("sale.completed")[0]
    assert sale["catalogue_version"] == 7, "the version by which the cart was priced"
    assert lane.stage() is Stage.DONE
    lane.do("finish")
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price
    lane.pay_by_card()
    assert lane.store.bodies("sale.completed")[1]["catalogue_version"] == 8


def test_a_dearer_price_is_for_the_next_shopper() -> None:
    lane = lane_with()
    lane.scan(MILK)
    publish(lane, milk=MILK.unit_price + 500)
    assert lane.seen.to_pay == MILK.unit_price
    assert lane.seen.notice is None
    lane.pay_by_card()
    line = lane.store.bodies("sale.completed")[0]["lines"][0]
    assert line["unit_price"] == MILK.unit_price
    lane.do("finish")
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price + 500


def test_a_promotion_that_a_new_catalogue_brings_counts_at_once_and_is_told() -> None:
    lane = lane_with()
    lane.scan(MILK)
    publish(lane, MILK_OFF)
    assert lane.seen.to_pay == LESS
    notice = lane.seen.notice
    assert notice is not None
    assert (notice.kind, notice.amount) == (NoticeKind.PRICE_FELL, MILK.unit_price - LESS)
    lane.pay_by_card()
    assert lane.store.bodies("sale.completed")[0]["catalogue_version"] == 8


def test_a_catalogue_that_came_while_nobody_was_here_is_the_only_one_that_counts() -> None:
    lane = lane_with(MILK_OFF)
    lane.scan(MILK)
    lane.do("start_over")
    publish(lane)
    lane.pass_time(10)
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price


def test_a_price_that_was_not_searched_to_the_end_is_noted_once_with_its_cart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pricing_search, "MOST_STATES", 1)
    monkeypatch.setattr(pricing_search, "FEW_STATES", 1)
    monkeypatch.setattr(pricing_outcomes, "MOST_UNITS", 0)
    goods = frozenset({MILK.sku, COLA.sku, BREAD.sku})
    pairs = [
        NPlusM(promotion_id=f"P{count}", name=LocalText(f"{count}+1"), pool=Pool(skus=goods), buy=count, free=1)
        for count in (2, 3)
    ]
    slots = (Slot(Pool(skus=frozenset({MILK.sku})), 2), Slot(Pool(skus=frozenset({COLA.sku})), 1))
    sets = Bundle(promotion_id="B", name=LocalText("세트"), slots=slots, price=5000)
    lane = lane_with(*pairs, sets)
    for item in (MILK, COLA, BREAD):
        lane.scan(item)
        lane.scan(item)
        lane.scan(item)
    assert not lane.seen.cart.exact
    assert lane.store.bodies("price.not_exact") == [], "the sale is what counts"
    lane.pay_by_card()
    [noted] = lane.store.bodies("price.not_exact")
    assert (noted["total"], noted["catalogue_version"]) == (lane.store.bodies("sale.completed")[0]["total"], 7)
    assert noted["lines"] == [{"sku": x.sku, "quantity": 3, "grams": None} for x in (MILK, COLA, BREAD)]


def test_of_two_versions_the_cheaper_one_counts_whatever_the_cart_becomes() -> None:
    cola = NPlusM(promotion_id="P-cola", name=LocalText("1+1"), pool=Pool(skus=frozenset({COLA.sku})), buy=1, free=1)
    lane = lane_with(MILK_OFF)
    lane.scan(MILK)
    publish(lane, cola)
    assert lane.seen.to_pay == LESS
    lane.scan(COLA)
    lane.scan(COLA)
    assert lane.seen.to_pay == min(LESS + 2 * COLA.unit_price, MILK.unit_price + COLA.unit_price)
    lane.do("remove_line", "2")
    assert lane.seen.to_pay == LESS


def test_a_cart_taken_up_again_keeps_its_prices_over_a_new_catalogue_and_a_restart() -> None:
    lane = lane_with(MILK_OFF)
    lane.scan(MILK)
    lane.pass_time(95)
    assert lane.stage() is Stage.IDLE
    publish(lane, milk=MILK.unit_price + 500)
    lane.do("resume")
    assert lane.seen.to_pay == LESS
    lane.restart()
    lane.do("resume")
    assert lane.seen.to_pay == MILK.unit_price, "the price on the shelf is kept; the other version's rules are gone"


def test_a_members_limit_counts_what_the_member_bought_here_before() -> None:
    lane = lane_with(replace(MILK_OFF, member_limit=1))
    for left in (True, False):
        lane.scan(MILK)
        assert lane.seen.to_pay == MILK.unit_price, "nobody is a member yet"
        lane.scan(MEMBER_CODE)
        assert lane.seen.to_pay == (LESS if left else MILK.unit_price)
        lane.pay_by_card()
        lane.do("finish")
    assert [x[:2] for x in lane.store.shelf.uses] == [("P-milk", builders.with_check_digit("290000012345"))]


def test_a_days_limit_counts_all_shoppers_of_the_day_and_ends_with_it() -> None:
    lane = lane_with(replace(MILK_OFF, day_limit=2))
    prices = []
    for _ in range(3):
        lane.scan(MILK)
        prices.append(lane.seen.to_pay)
        lane.pay_by_card()
        lane.do("finish")
    assert prices == [LESS, LESS, MILK.unit_price]
    lane.clock.wall_offset = timedelta(days=1)
    lane.scan(MILK)
    assert lane.seen.to_pay == LESS


def test_uses_that_cannot_be_read_count_as_used_up_so_that_no_price_rises() -> None:
    lane = lane_with(replace(MILK_OFF, day_limit=2))
    lane.do("begin")
    lane.writer.failures.extend([True, True, True])
    lane.scan(MILK)
    assert lane.seen.to_pay == MILK.unit_price
