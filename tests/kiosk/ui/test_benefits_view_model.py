"""S2m: what was presented, what it takes off or waits for, and how to do without it."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.notice import Notice, NoticeKind
from kiosk.checkout.snapshot import BenefitView
from kiosk.domain.priced_cart import Nudge, NudgeKind
from kiosk.ui.benefit_words import BENEFITS, benefit_words
from kiosk.ui.nudge_words import nudge_words
from kiosk.ui.shopper_words import notice_words
from tests.fakes.demo_shop import by_name
from tests.fakes.till import FakeTill
from tests.kiosk.ui.scenes import cart_coupons, cart_list
from tests.kiosk.ui.shown_models import models_showing

MILK = by_name("푸른목장 우유 900")


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def test_each_coupon_says_what_it_takes_off_or_waits_for() -> None:
    models: Any = models_showing(cart_coupons())
    rows = models.cart.benefits.rows.rows
    assert [(x.key, x.detail, x.amount) for x in rows] == [
        ("milk", "결제하면 사용돼요", "−1,000원"),
        ("ten", "11,710원 더 담으면 할인돼요", ""),
        ("telco", "결제할 때 적용돼요", "−900원"),
    ]
    waiting = replace(cart_list(), benefits=(BenefitView("coupon", "milk", None, 0, MILK),))
    models.show(waiting)
    [row] = models.cart.benefits.rows.rows
    assert (row.name, row.detail) == ("쿠폰", "푸른목장 우유 900mL를 담으면 할인돼요")


def test_one_can_do_without_each() -> None:
    till = FakeTill(cart_coupons())
    models: Any = models_showing(till.snapshot, till)
    models.cart.benefits.remove("coupon", "milk")
    models.cart.benefits.remove("partner", "telco")
    assert till.asked == [("remove_coupon", "milk"), ("remove_partner", "telco")]


@pytest.mark.parametrize("kind", sorted(BENEFITS))
def test_every_answer_to_a_coupon_has_title_and_way_on(kind: NoticeKind) -> None:
    said = benefit_words(Notice(kind))
    assert said is not None
    assert all(said)


def test_a_coupon_says_its_amount_and_what_it_waits_for() -> None:
    assert notice_words(Notice(NoticeKind.COUPON_READY, amount=1000), "KRW", "ko")[1] == "쿠폰 −1,000원 쓸게요"
    waits = Notice(NoticeKind.COUPON_WAITS, name=MILK.name)
    assert notice_words(waits, "KRW", "ko")[2] == "‘푸른목장 우유 900mL’ 상품을 담으면 할인돼요"
    assert notice_words(replace(waits, amount=500), "KRW", "ko")[2] == "500원 더 담으면 할인돼요"
    assert notice_words(replace(waits, item=MILK), "KRW", "ko")[2] == "푸른목장 우유 900mL를 담으면 할인돼요"


def test_a_coupon_is_read_where_it_was_shown() -> None:
    """On the page for coupons it stays there; elsewhere the shopper is taken to the cart."""
    models: Any = models_showing(cart_list())
    models.navigator.open("member")
    models.show(cart_coupons())
    assert models.navigator.page == "member"
    assert models.cart.benefits.noticed
    models.show(cart_list())
    models.navigator.open("search")
    notice = Notice(NoticeKind.COUPON_USED, number=2)
    models.show(replace(cart_list(), notice=notice))
    assert models.navigator.page == "cart"


@pytest.mark.parametrize(
    ("kind", "missing", "words"),
    [
        (NudgeKind.FREE_PIECE, 1, "하나 더 가져오면 무료예요"),
        (NudgeKind.FREE_PIECE, 2, "2개 더 가져오면 하나는 무료예요"),
        (NudgeKind.SET_PRICE, 1, "하나 더 가져오면 700원 할인돼요"),
        (NudgeKind.SET_PRICE, 3, "3개 더 가져오면 700원 할인돼요"),
        (NudgeKind.TIER, 1, "하나 더 가져오면 700원 할인돼요"),
        (NudgeKind.SPEND, 0, "2,300원 더 담으면 700원 할인돼요"),
    ],
)
def test_every_kind_of_offer_has_its_sentence(kind: NudgeKind, missing: int, words: str) -> None:
    nudge = Nudge("P", "", "1", "milk", 1, missing, "", kind, None, 700, 2300)
    assert nudge_words(nudge, "KRW", "ko") == words


def test_nothing_to_offer_says_nothing() -> None:
    assert nudge_words(None, "KRW", "ko") == ""
