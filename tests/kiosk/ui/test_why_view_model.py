"""S2p: each step of a row's price has its rule, its amount and its words; the amounts make what is paid."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import LineRules
from kiosk.domain.cart import SHELF_PRICE, Cart, PriceOverride
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage
from kiosk.domain.priced_cart import PricedLine
from kiosk.domain.promotion import (
    AmountOff,
    AmountPer,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    ShortDate,
    Slot,
    TenderDiscount,
    Threshold,
    Tier,
    Tiered,
    Validity,
)
from kiosk.ui.price_steps import NO_RULES, price_steps
from tests.fakes.demo_shop import by_name
from tests.kiosk.ui.scenes import NOON, cart_explained, moment, priced
from tests.kiosk.ui.shown_models import models_showing

NAME, ALL = LocalText("행사", "Offer", "特典", "活动"), Pool()
EVERY_KIND: tuple[Promotion, ...] = (
    NPlusM(promotion_id="1", name=NAME, pool=ALL, buy=1, free=1),
    PercentOff(promotion_id="2", name=NAME, pool=ALL, percent=10),
    AmountOff(promotion_id="3", name=NAME, pool=ALL, amount=100),
    FixedPrice(promotion_id="4", name=NAME, pool=ALL, count=3, price=5000),
    Bundle(promotion_id="5", name=NAME, slots=(Slot(ALL, 1), Slot(ALL, 1)), price=4000),
    CrossGift(promotion_id="6", name=NAME, buy=Slot(ALL, 1), gift=Slot(ALL, 1)),
    Tiered(promotion_id="7", name=NAME, pool=ALL, tiers=(Tier(2, 5), Tier(3, 10))),
    ShortDate(promotion_id="8", name=NAME, pool=ALL, days=0, percent=30),
    Threshold(promotion_id="9", name=NAME, pool=ALL, at_least=30_000, amount=3000),
    AmountPer(promotion_id="10", name=NAME, pool=ALL, each=1000, amount=100),
    TenderDiscount(promotion_id="11", name=NAME, tender="card:blue", percent=5),
)


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def steps(line: PricedLine, rules: LineRules = NO_RULES, language: str = "ko") -> list[tuple[str, str, str, str]]:
    return [(x["look"], x["text"], x["detail"], x["amount"]) for x in price_steps(line, rules, "KRW", language)]


def test_everything_that_a_price_is_made_of_is_told_in_its_order() -> None:
    models: Any = models_showing(cart_explained())
    told = [(x["look"], x["text"], x["amount"]) for x in models.cart.explained.steps("1")]
    assert told == [
        ("base", "2개 × 1,500원", "3,000원"),
        ("off", "진열대 가격", "−400원"),
        ("off", "라면 쿠폰", "−200원"),
        ("sum", "지금 가격", "2,400원"),
        ("open", "아직 못 받은 행사 · 골라 담기", ""),
        ("ended", "지난 행사 · 주말 특가", "1,300원"),
    ]
    assert models.cart.explained.steps("9") == []
    assert (models.cart.explained.sku("9"), models.cart.explained.rowText("9", "name")) == ("", "")


@pytest.mark.parametrize("rule", EVERY_KIND, ids=lambda rule: type(rule).__name__)
@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
def test_every_kind_of_promotion_has_a_sentence_in_every_language(rule: Promotion, language: str) -> None:
    cart = Cart()
    cart.add(by_name("푸른목장 우유 900"))
    [line] = priced(cart).lines
    [_, (look, text, detail, _)] = steps(line, LineRules(open=(rule,)), language)
    assert look == "open"
    assert NAME.to(language) in text
    assert detail
    korean = any("가" <= letter <= "힣" for letter in detail)
    assert korean is (language == "ko"), detail


def test_a_plain_price_is_one_step() -> None:
    cart = Cart()
    cart.add(by_name("푸른목장 우유 900"))
    assert steps(priced(cart).lines[0]) == [("base", "1개 × 2,980원", "", "2,980원")]


def test_a_weighed_row_tells_weight_and_price_of_a_kilogram() -> None:
    cart = Cart()
    cart.add(by_name("청송 사과"), grams=842)
    assert steps(priced(cart).lines[0]) == [("base", "0.842kg · 1kg 6,900원", "", "5,810원")]


def test_a_price_printed_in_a_code_says_so() -> None:
    cart = Cart()
    cart.add(by_name("푸른목장 우유 900"), fixed_price=1234)
    assert steps(priced(cart).lines[0]) == [("base", "바코드에 적힌 가격", "", "1,234원")]


def test_the_members_price_is_a_step_of_its_own() -> None:
    cart = Cart()
    item = replace(by_name("푸른목장 우유 900"), member_price=2780)
    cart.add(item, quantity=2)
    assert steps(priced(cart, member=True).lines[0]) == [
        ("base", "2개 × 2,980원", "", "5,960원"),
        ("off", "회원가", "회원은 1개 2,780원", "−400원"),
        ("sum", "지금 가격", "", "5,560원"),
    ]


def test_a_price_of_staff_names_its_reason() -> None:
    cart = Cart()
    row = cart.add(by_name("푸른목장 우유 900"))
    for reason, words in ((SHELF_PRICE, "진열대 가격"), ("damaged", "포장이 상한 상품"), ("goodwill", "직원 할인")):
        cart.override_price(row.line_id, PriceOverride(2000, reason, "A1"))
        assert steps(priced(cart).lines[0])[1] == ("off", words, "직원이 1개 2,000원으로 고쳤어요", "−980원")


def test_an_end_at_midnight_is_the_day_before() -> None:
    cart = Cart()
    cart.add(by_name("푸른목장 우유 900"))
    midnight = NOON.replace(hour=0, minute=0)
    over = replace(EVERY_KIND[1], validity=Validity(ends=midnight))
    still = replace(EVERY_KIND[0], validity=Validity(ends=midnight + timedelta(hours=1)))
    told = steps(priced(cart).lines[0], LineRules(ended=(over, still)))
    assert [x[2] for x in told[1:]] == ["11월 20일(금)에 끝났어요", "11월 21일(토)에 끝났어요"]
    assert told[0][2] == "11월 22일(일)부터 정상가"
    assert [x[3] for x in told[1:]] == ["2,682원", ""], "a price that hung on what else was bought is not told"


def test_the_amounts_make_what_is_paid() -> None:
    for line in cart_explained().cart.lines:
        rules = cart_explained().rules[line.line.line_id]
        told = price_steps(line, rules, "KRW", "ko")
        made = [x["amount"] for x in told if x["look"] in ("base", "off", "sum")]
        amounts = [int(amount.replace(",", "").replace("원", "").replace("−", "-")) for amount in made]
        assert sum(amounts[:-1]) == amounts[-1] == line.net


def test_the_row_names_the_promotion_that_took_something_off() -> None:
    models: Any = models_showing(cart_explained())
    assert models.cart.explained.rowText("1", "detail") == "라면 쿠폰 · 200원 할인"
    assert moment(Stage.SHOPPING).rules == {}
