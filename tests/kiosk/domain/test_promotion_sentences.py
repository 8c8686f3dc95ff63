"""The sentence of each kind of promotion in the four languages."""

import pytest

from kiosk.domain.catalogue import LANGUAGES, LocalText
from kiosk.domain.promotion import CART_LEVEL, ITEM_LEVEL, Promotion
from kiosk.domain.promotion_rows import promotion_from
from kiosk.domain.promotion_sentences import rule_sentence

ONE = {"pool": {}, "count": 1}
EACH_KIND: list[tuple[dict[str, object], str, str]] = [
    ({"kind": "n_plus_m", "buy": 2, "free": 1}, "3개마다 가장 싼 1개가 무료", "of every 3 the cheapest 1 free"),
    ({"kind": "percent_off", "percent": 15}, "하나에 15% 할인", "15% off each"),
    ({"kind": "amount_off", "amount": 1500}, "하나에 1,500원 할인", "₩1,500 off each"),
    ({"kind": "fixed_price", "count": 3, "price": 5000}, "3개에 5,000원", "3 for ₩5,000"),
    ({"kind": "bundle", "slots": [ONE], "price": 3500}, "함께 사면 3,500원", "₩3,500 together"),
    ({"kind": "bundle", "slots": [ONE], "percent": 20}, "함께 사면 20% 할인", "20% off when bought together"),
    ({"kind": "bundle", "slots": [ONE], "amount": 700}, "함께 사면 700원 할인", "₩700 off when bought together"),
    (
        {"kind": "cross_gift", "buy": {"pool": {}, "count": 2}, "gift": ONE},
        "2개를 사면 증정 상품 1개가 무료",
        "buy 2 and get 1 of the gift free",
    ),
    (
        {"kind": "cross_gift", "buy": ONE, "gift": ONE, "percent": 50},
        "1개를 사면 증정 상품 1개가 50% 할인",
        "buy 1 and get 1 of the gift 50% off",
    ),
    (
        {"kind": "tiered", "tiers": [{"count": 2, "percent": 10}, {"count": 4, "percent": 25}]},
        "많이 살수록 할인: 2개부터 10%, 4개부터 25%",
        "the more, the cheaper: 10% from 2, 25% from 4",
    ),
    (
        {"kind": "short_date", "days": 0, "percent": 30},
        "소비기한이 오늘까지라서 30% 할인",
        "30% off, because today is its last day",
    ),
    (
        {"kind": "short_date", "days": 2, "percent": 30},
        "소비기한이 2일 안에 끝나서 30% 할인",
        "30% off, because its last day is at most 2 days away",
    ),
    (
        {"kind": "threshold", "at_least": 50_000, "amount": 5000},
        "50,000원 이상 사면 5,000원 할인",
        "₩5,000 off from ₩50,000",
    ),
    (
        {"kind": "threshold", "at_least": 50_000, "gift": ONE},
        "50,000원 이상 사면 증정 상품 1개가 무료",
        "1 gift(s) free from ₩50,000",
    ),
    (
        {"kind": "amount_per", "each": 1000, "amount": 100, "max": 3000},
        "1,000원마다 100원 할인, 최대 3,000원",
        "₩100 off for each ₩1,000, at most ₩3,000",
    ),
    (
        {"kind": "tender_discount", "tender": "card:blue", "percent": 10, "at_least": 30_000},
        "card:blue 결제 시 30,000원 이상 사면 10% 할인",
        "10% off from ₩30,000 when paying with card:blue",
    ),
]


def promotion_of(row: dict[str, object]) -> Promotion:
    pool: dict[str, object] = {} if row["kind"] in ("bundle", "cross_gift") else {"pool": {}}
    return promotion_from({"id": "P", **pool, **row})


@pytest.mark.parametrize(("row", "korean", "english"), EACH_KIND)
def test_each_kind(row: dict[str, object], korean: str, english: str) -> None:
    promotion = promotion_of(row)
    assert rule_sentence(promotion, "KRW", "ko") == korean
    assert rule_sentence(promotion, "KRW", "en") == english
    others = {rule_sentence(promotion, "KRW", language) for language in LANGUAGES}
    assert len(others) == 4
    assert not any("{" in sentence for sentence in others)


def test_no_kind_is_without_a_sentence() -> None:
    assert {type(promotion_of(row)) for row, _, _ in EACH_KIND} == {*ITEM_LEVEL, *CART_LEVEL}


def test_what_is_no_kind_has_none() -> None:
    with pytest.raises(TypeError, match="Promotion is no kind"):
        rule_sentence(Promotion(promotion_id="P", name=LocalText("P")), "KRW", "ko")


def test_money_is_that_of_the_shop() -> None:
    promotion = promotion_of({"kind": "amount_off", "amount": 150})
    assert rule_sentence(promotion, "USD", "en") == "$1.50 off each"
