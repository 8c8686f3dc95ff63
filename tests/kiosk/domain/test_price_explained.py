"""A price told to a person: each line, what took what off and why, steps of the cart, tax."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.catalogue import LANGUAGES
from kiosk.domain.price_case import PriceCase, price_case_from
from kiosk.domain.price_case_answer import priced_case
from kiosk.domain.price_explained import price_sentences, price_table

CASE: dict[str, Any] = {
    "at": "2026-11-21T18:12:00+09:00",
    "member": True,
    "tender": "card:blue",
    "tax": {"mode": "inclusive", "rates": {"standard": "10", "exempt": "0"}},
    "items": [
        {"sku": "milk", "name": {"ko": "우유", "en": "Milk"}, "unit_price": 2980, "member_price": 2780},
        {"sku": "apple", "name": "사과", "unit_price": 9900, "sold_by": "kg", "tax": "exempt"},
    ],
    "cart": [
        {"line": "1", "sku": "milk", "quantity": 3},
        {"line": "2", "sku": "apple", "grams": 842},
    ],
    "promotions": [
        {"id": "P1", "kind": "n_plus_m", "name": {"ko": "우유 1+1"}, "pool": {"skus": ["milk"]}, "buy": 1, "free": 1},
        {"id": "T", "kind": "tender_discount", "tender": "card:blue", "percent": 10, "max": 1000},
    ],
    "fees": [{"kind": "shipping", "amount": 3000}],
}


def told(language: str, **more: Any) -> list[str]:
    case = price_case_from(CASE | more)
    return price_sentences(case, priced_case(case), language).splitlines()


def test_what_took_what_off_and_why() -> None:
    # 8,340 - 2,780 = 5,560; with 8,336 that is 13,896, of which 10 % would be 1,390 and at most 1,000 comes off.
    assert told("ko") == [
        "1번 우유 3개, 회원가 2,780원: 8,340원에서 3,180원 할인되어 5,160원",
        "  우유 1+1 (P1): 2,780원 할인",
        "  T: 400원 할인",
        "2번 사과 842g: 8,336원에서 600원 할인되어 7,736원",
        "  T: 600원 할인",
        "",
        "할인:",
        "  우유 1+1 (P1) 1번 적용, 2,780원 할인: 2개마다 가장 싼 1개가 무료",
        "  상품 할인 다음 전체에서 T, 1,000원 할인: card:blue 결제 시 10% 할인, 최대 1,000원",
        "",
        "상품 합계 16,676원",
        "할인 합계 3,780원",
        "배송비: 3,000원",
        "세율 10%: 공급가 7,418원, 가격에 든 세금 742원",
        "낼 금액 15,896원",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_every_sentence(language: str) -> None:
    rows = told(language)
    assert len(rows) == 15
    assert not any("{" in row or "None" in row for row in rows)
    assert sum("15,896" in row for row in rows) == 1


def test_the_price_of_staff_and_tax_on_top() -> None:
    cart = [
        {
            "line": "1",
            "sku": "milk",
            "quantity": 1,
            "override": {"unit_price": 1000, "reason": "damaged", "person": "A1"},
        }
    ]
    rows = told("en", cart=cart, tax={"mode": "exclusive", "rates": {"standard": "10"}}, promotions=[], fees=[])
    assert rows == [
        "Line 1, Milk, 1 pcs, price lowered by staff to ₩1,000 (damaged): ₩1,000",
        "",
        "Items ₩1,000",
        "Tax at 10%: ₩1,000 without tax, ₩100 on top",
        "To pay ₩1,100",
    ]


def test_an_empty_cart() -> None:
    assert told("en", cart=[], fees=[]) == ["The cart is empty.", "", "Items ₩0", "To pay ₩0"]


def test_that_a_bound_was_hit_is_said() -> None:
    case = price_case_from(CASE)
    guessed = replace(priced_case(case), exact=False)
    assert price_sentences(case, guessed, "en").splitlines()[-1].startswith("Not every choice could be tried")


def test_the_table_has_no_reasons() -> None:
    case: PriceCase = price_case_from(CASE)
    rows = price_table(case, priced_case(case), "en").splitlines()
    assert rows[0] == "Line 1, Milk, 3 pcs, member price ₩2,780: ₩8,340, less ₩3,180, is ₩5,160"
    assert rows[-1] == "To pay ₩15,896"
    assert not any("cheapest" in row for row in rows)
