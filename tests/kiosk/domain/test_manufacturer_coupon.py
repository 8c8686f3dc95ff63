"""North American coupons as promotions: what can be priced, for which goods, and what cannot."""

from dataclasses import replace

import pytest

from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.manufacturer_coupon import NotPriced, promotion_of_coupon
from kiosk.domain.promotion import Bundle, NPlusM, Pool, Slot, Threshold

CEREAL = CatalogueItem("cereal", "00614141000012", LocalText("시리얼"), 499)
FLAKES = replace(CEREAL, sku="flakes", gtin="00614141000029", groups=frozenset({"family:614141:123"}))
OTHER = replace(CEREAL, sku="other", gtin="00614142000011")
ITEMS = (CEREAL, FLAKES, OTHER)


def value(family: str = "000", *, save: str = "275", need: str = "11", code: str = "0", rest: str = "") -> str:
    """AI 8110: prefix 614141, offer 654321; `save` and `need` are each a length digit and the value itself."""
    return f"0614141654321{save}{need}{code}{family}{rest}"


def made(text: str, currency: str = "USD") -> object:
    return promotion_of_coupon(text, "8110.x", ITEMS, currency).promotion


def test_an_amount_off_one_unit_of_any_goods_of_the_company() -> None:
    promotion = made(value())
    assert isinstance(promotion, Bundle)
    assert promotion.slots == (Slot(Pool(skus=frozenset({"cereal", "flakes"})), 1),)
    assert (promotion.amount, promotion.limit, promotion.coupon) == (75, 1, "8110.x")


def test_a_family_holds_only_the_goods_that_the_shop_put_into_it() -> None:
    promotion = made(value("123", need="12"))
    assert isinstance(promotion, Bundle)
    assert promotion.slots == (Slot(Pool(skus=frozenset({"flakes"})), 2),)
    nothing = promotion_of_coupon(value("999"), "8110.x", ITEMS, "USD")
    assert not nothing.has_goods
    assert not any(nothing.promotion.pools[0].holds(item) for item in ITEMS)


def test_percent_free_units_and_a_sum_to_spend() -> None:
    percent = made(value(save="225", rest="95000"))
    assert isinstance(percent, Bundle)
    assert (percent.percent, percent.amount) == (25, None)
    free = made(value(save="11", need="12", rest="92000"))
    assert isinstance(free, NPlusM)
    assert (free.buy, free.free, free.limit) == (2, 1, 1)
    spend = made(value(need="41000", code="1"))
    assert isinstance(spend, Threshold)
    assert (spend.at_least, spend.amount) == (1000, 75)
    basket = made(value(need="42000", code="4"))
    assert isinstance(basket, Threshold)
    assert (basket.pool, basket.at_least) == (Pool(), 2000)


@pytest.mark.parametrize(
    ("text", "currency", "why"),
    [
        (value(), "KRW", "dollars"),
        ("12", "USD", "coupon ends"),
        (value(rest="611234567"), "USD", "another retailer"),
        (value(rest="10" + "11" + "0" + "000" + "9"), "USD", "several families"),
        (value(rest="91000"), "USD", "cannot price"),
        (value(need="15", code="2"), "USD", "cannot price"),
        (value(save="3101", rest="95000"), "USD", "101 percent"),
    ],
)
def test_what_cannot_be_priced_says_why(text: str, currency: str, why: str) -> None:
    with pytest.raises(NotPriced, match=why):
        promotion_of_coupon(text, "8110.x", ITEMS, currency)
