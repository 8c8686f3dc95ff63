"""Coupons and partners' cards: into the cart, used once, kept when they take nothing off, refused kindly."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import BenefitView
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.coupon import unsigned_coupon
from kiosk.domain.promotion import AmountOff, PercentOff, Pool, Promotion, Threshold, Validity
from tests import builders
from tests.fakes.lane import BREAD, COLA, MEMBER_CODE, MILK, Lane

LATER = date(2027, 12, 31)
MILK_OFF = AmountOff(
    promotion_id="P-milk", name=LocalText("우유 쿠폰"), coupon="milk", pool=Pool(skus=frozenset({MILK.sku})), amount=500
)
FROM_TEN = Threshold(
    promotion_id="P-ten", name=LocalText("만원 쿠폰"), coupon="ten", pool=Pool(), at_least=10_000, amount=1000
)
IN_STORE = AmountOff(
    promotion_id="P-shop",
    name=LocalText("전단 쿠폰"),
    coupon="0001234567",
    pool=Pool(skus=frozenset({BREAD.sku})),
    amount=300,
)
MEMBERS = PercentOff(
    promotion_id="P-member",
    name=LocalText("회원 쿠폰"),
    coupon="members",
    validity=Validity(members_only=True),
    pool=Pool(),
    percent=10,
)
SUNDAYS = PercentOff(
    promotion_id="P-sunday",
    name=LocalText("일요일 쿠폰"),
    coupon="sunday",
    validity=Validity(weekdays=frozenset({(builders.MORNING.isoweekday() + 1) % 7 + 1})),
    pool=Pool(),
    percent=10,
)
TELCO = PercentOff(promotion_id="P-telco", name=LocalText("통신사 할인"), partner="telco", pool=Pool(), percent=10)
OFFERS: tuple[Promotion, ...] = (MILK_OFF, FROM_TEN, IN_STORE, MEMBERS, SUNDAYS, TELCO)


def shop(*, offers: Sequence[Promotion] = OFFERS, settings: SessionSettings | None = None) -> Lane:
    lane = Lane(settings=settings)
    lane.catalogue.offers = tuple(offers)
    return lane.boot()


def signed(coupon: str, serial: str = "7Q2M4XK9", until: date = LATER, *, genuine: bool = True) -> str:
    return f"{unsigned_coupon(coupon, serial, until)}.{('G' if genuine else 'x') * 86}"


def show(lane: Lane, text: str, symbology: str = "QR") -> Notice:
    lane.scan(text, symbology=symbology)
    notice = lane.seen.notice
    assert notice is not None
    return notice


def test_a_coupon_takes_its_amount_off_and_is_used_up_with_the_sale() -> None:
    lane = shop()
    lane.scan(MILK)
    notice = show(lane, signed("milk"))
    assert (notice.kind, notice.amount) == (NoticeKind.COUPON_READY, 500)
    assert lane.seen.to_pay == MILK.unit_price - 500
    assert lane.seen.benefits == (BenefitView("coupon", "milk", MILK_OFF.name, 500, MILK),)
    assert lane.store.shelf.coupons == {}, "reserved, not used, until it is paid"
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    sale = lane.store.bodies("sale.completed")[0]
    told = sale["pricing"]["coupons"][0]
    assert (told["coupon"], told["serial"], told["source"]) == ("milk", "7Q2M4XK9", "signed")
    assert lane.store.shelf.coupons == {("milk", "7Q2M4XK9"): sale["sale"]}
    lane.do("finish")
    lane.scan(MILK)
    assert show(lane, signed("milk")).kind is NoticeKind.COUPON_USED
    assert lane.seen.to_pay == MILK.unit_price
    assert [x.key for x in lane.seen.benefits] == []


def test_a_cancelled_cart_lets_its_coupon_go() -> None:
    lane = shop()
    lane.scan(MILK)
    show(lane, signed("milk"))
    lane.do("start_over")
    lane.scan(MILK)
    assert show(lane, signed("milk")).kind is NoticeKind.COUPON_READY


def test_a_coupon_shown_before_its_goods_waits_for_them() -> None:
    lane = shop()
    lane.scan(COLA)
    notice = show(lane, signed("milk"))
    assert (notice.kind, notice.item, notice.name) == (NoticeKind.COUPON_WAITS, MILK, MILK_OFF.name)
    lane.scan(MILK)
    assert lane.seen.to_pay == COLA.unit_price + MILK.unit_price - 500


def test_a_coupon_that_takes_nothing_off_is_not_used_up() -> None:
    lane = shop()
    lane.scan(COLA)
    show(lane, signed("milk"))
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    assert lane.store.shelf.coupons == {}


def test_a_sum_that_is_missing_is_told() -> None:
    lane = shop()
    lane.scan(MILK)
    notice = show(lane, signed("ten"))
    assert (notice.kind, notice.amount) == (NoticeKind.COUPON_WAITS, 10_000 - MILK.unit_price)
    lane.do("set_quantity", "1", 4)
    assert lane.seen.to_pay == 4 * MILK.unit_price - 1000


def test_the_shops_own_numbers_are_coupons_too() -> None:
    lane = shop()
    lane.scan(BREAD)
    notice = show(lane, builders.with_check_digit("220001234567"), "EAN-13")
    assert (notice.kind, notice.amount) == (NoticeKind.COUPON_READY, 300)
    assert show(lane, builders.with_check_digit("229999999999"), "EAN-13").kind is NoticeKind.COUPON_UNKNOWN


def test_one_coupon_of_a_kind_counts_in_a_sale() -> None:
    lane = shop()
    lane.scan(MILK)
    show(lane, signed("milk"))
    for serial in ("7Q2M4XK9", "88888888"):
        assert show(lane, signed("milk", serial)).kind is NoticeKind.COUPON_ALREADY
    assert lane.seen.to_pay == MILK.unit_price - 500


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (signed("milk", genuine=False), NoticeKind.COUPON_UNKNOWN),
        (signed("nothing"), NoticeKind.COUPON_UNKNOWN),
        (signed("milk", until=builders.MORNING.date() - timedelta(days=1)), NoticeKind.COUPON_EXPIRED),
        (signed("sunday"), NoticeKind.COUPON_NOT_NOW),
    ],
)
def test_what_cannot_count_is_refused_with_its_reason_and_noted(text: str, why: NoticeKind) -> None:
    lane = shop()
    lane.scan(MILK)
    assert show(lane, text).kind is why
    assert lane.seen.benefits == ()
    [refused] = lane.store.bodies("coupon.refused")
    assert refused["why"] == why.value
    assert "7Q2M4XK9" not in json.dumps(lane.store.shelf.journal)


def test_until_is_the_last_day_on_which_it_counts() -> None:
    lane = shop()
    lane.scan(MILK)
    assert show(lane, signed("milk", until=builders.MORNING.date())).kind is NoticeKind.COUPON_READY


def test_a_members_coupon_waits_for_the_member() -> None:
    lane = shop()
    lane.scan(MILK)
    assert show(lane, signed("members")).kind is NoticeKind.COUPON_MEMBERS
    lane.scan(MEMBER_CODE)
    assert lane.seen.to_pay == MILK.unit_price * 9 // 10


@pytest.mark.parametrize(
    ("element", "why"),
    [
        ("8110" + "0614141654321275110000", NoticeKind.COUPON_NOT_HERE),
        ("8111" + "0500" + "\x1d" + "255" + builders.with_check_digit("978123456789"), NoticeKind.COUPON_POINTS),
        ("8112" + "00614141" + "654321" + "0123456", NoticeKind.COUPON_NOT_CHECKED),
    ],
)
def test_coupons_of_gs1_say_what_can_be_done_with_them(element: str, why: NoticeKind) -> None:
    lane = shop()
    lane.scan(MILK)
    lane.clock.seconds += 1
    lane.session.scan(builders.read(element, lane.clock.seconds, "DataBar Expanded", "hand", gs1=True))
    lane.run()
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind is why


def test_away_from_central_a_coupon_of_single_use_has_a_limit() -> None:
    lane = shop(settings=SessionSettings(coupon_offline_most=499))
    lane.scan(MILK)
    lane.central.up = False
    assert show(lane, signed("milk")).kind is NoticeKind.COUPON_NOT_CHECKED
    assert lane.seen.to_pay == MILK.unit_price
    lane.central.up = True
    assert show(lane, signed("milk")).kind is NoticeKind.COUPON_READY


def test_a_coupon_can_be_taken_out_again() -> None:
    lane = shop()
    lane.scan(MILK)
    show(lane, signed("milk"))
    lane.do("remove_coupon", "milk")
    assert (lane.seen.to_pay, lane.seen.benefits) == (MILK.unit_price, ())


def test_a_kept_cart_keeps_its_coupons_and_no_partners_number() -> None:
    lane = shop()
    lane.scan(MILK)
    show(lane, signed("milk"))
    show(lane, "TELCO:5550123456")
    assert "5550123456" not in repr(lane.store.shelf)
    lane.restart()
    lane.do("resume")
    assert [x.key for x in lane.seen.benefits] == ["milk"]
    assert lane.seen.to_pay == MILK.unit_price - 500


def test_a_partners_card_counts_where_the_shop_has_something_for_it() -> None:
    lane = shop()
    lane.scan(MILK)
    notice = show(lane, "TELCO:5550123456")
    assert (notice.kind, notice.amount) == (NoticeKind.PARTNER_APPLIED, 280)
    assert lane.seen.to_pay == MILK.unit_price - 280
    lane.do("remove_partner", "telco")
    assert lane.seen.to_pay == MILK.unit_price
    empty = shop(offers=(MILK_OFF,))
    empty.scan(MILK)
    assert show(empty, "TELCO:5550123456").kind is NoticeKind.PARTNER_UNKNOWN


def test_the_sale_names_the_partner_and_not_the_number() -> None:
    lane = shop()
    lane.scan(MILK)
    show(lane, "TELCO:5550123456")
    lane.pay_by_card()
    assert lane.store.bodies("sale.completed")[0]["pricing"]["partners"] == ["telco"]
    assert "5550123456" not in repr(lane.store.shelf)
