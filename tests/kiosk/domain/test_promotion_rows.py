"""Promotions from JSON: understood exactly or refused with the field."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import (
    CART_LEVEL,
    ITEM_LEVEL,
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
from kiosk.domain.promotion_rows import KINDS, PromotionError, promotion_from, promotion_to

ONE_PLUS_ONE: dict[str, object] = {"id": "P1", "kind": "n_plus_m", "pool": {"skus": ["milk"]}, "buy": 1, "free": 1}
TENTH: dict[str, object] = {"id": "P2", "kind": "percent_off", "pool": {}, "percent": 10}


def test_a_promotion_with_every_condition() -> None:
    told = ONE_PLUS_ONE | {
        "name": {"ko": "우유 1+1", "en": "Milk 1+1"},
        "badge": "1+1",
        "from": "2026-11-01T00:00:00+09:00",
        "to": "2026-11-30T23:59:59+09:00",
        "weekdays": [1, 7],
        "hours": ["18:00", "24:00"],
        "shops": ["SS01"],
        "members_only": True,
        "limit": 3,
    }
    seoul = timezone(timedelta(hours=9))
    validity = Validity(
        datetime(2026, 11, 1, tzinfo=seoul),
        datetime(2026, 11, 30, 23, 59, 59, tzinfo=seoul),
        frozenset({1, 7}),
        ("18:00", "24:00"),
        frozenset({"SS01"}),
        members_only=True,
    )
    pool = Pool(skus=frozenset({"milk"}))
    assert promotion_from(told) == NPlusM(
        promotion_id="P1", name=LocalText("우유 1+1", "Milk 1+1"), pool=pool, buy=1, free=1, validity=validity, limit=3
    )
    assert promotion_from(TENTH) == PercentOff(promotion_id="P2", name=LocalText("P2"), pool=Pool(), percent=10)
    assert promotion_from(TENTH | {"name": {"en": "ten"}}).name == LocalText("ten", "ten")


EXAMPLES: dict[str, dict[str, object]] = {
    "n_plus_m": {"pool": {"skus": ["milk"]}, "buy": 2, "free": 1},
    "percent_off": {"pool": {"brands": ["B"]}, "percent": 10},
    "amount_off": {"pool": {}, "amount": 500},
    "fixed_price": {"pool": {"categories": ["ramen"]}, "count": 3, "price": 5000},
    "bundle": {"slots": [{"pool": {"skus": ["a"]}, "count": 1}, {"pool": {"skus": ["b"]}, "count": 2}], "price": 5000},
    "cross_gift": {"buy": {"pool": {"skus": ["a"]}, "count": 2}, "gift": {"pool": {"skus": ["b"]}, "count": 1}},
    "tiered": {"pool": {}, "tiers": [{"count": 5, "percent": 20}, {"count": 3, "percent": 10}]},
    "short_date": {"pool": {}, "days": 0, "percent": 30},
    "threshold": {"pool": {}, "at_least": 50000, "amount": 5000},
    "amount_per": {"pool": {}, "each": 1000, "amount": 100},
    "tender_discount": {"tender": "card:blue", "percent": 5},
}


def row(kind: str, **fields: object) -> dict[str, object]:
    """An example of the kind with some fields changed; None leaves one out."""
    return {"id": "P", "kind": kind, **EXAMPLES[kind], **fields}


def test_every_kind_has_an_example_and_a_rule() -> None:
    assert set(EXAMPLES) == set(KINDS)
    assert {type(promotion_from(row(kind))) for kind in KINDS} == {*ITEM_LEVEL, *CART_LEVEL}


def test_kinds_with_more_than_one_amount() -> None:
    common: dict[str, Any] = {"promotion_id": "P", "name": LocalText("P")}
    milk, juice = Pool(skus=frozenset({"a"})), Pool(skus=frozenset({"b"}))
    assert promotion_from(row("bundle")) == Bundle(slots=(Slot(milk, 1), Slot(juice, 2)), price=5000, **common)
    assert promotion_from(row("cross_gift")) == CrossGift(buy=Slot(milk, 2), gift=Slot(juice, 1), **common)
    assert promotion_from(row("tiered")) == Tiered(pool=Pool(), tiers=(Tier(3, 10), Tier(5, 20)), **common)
    gift = row("threshold", amount=None, gift={"pool": {"skus": ["a"]}, "count": 1}, group="spend", rank=2)
    threshold = Threshold(pool=Pool(), at_least=50000, gift=Slot(milk, 1), group="spend", rank=2, **common)
    assert promotion_from(gift) == threshold
    telco = row("amount_per", partner="telco", max=3000, pool={"without": {"categories": ["tobacco"]}})
    pool = Pool(without=Pool(categories=frozenset({"tobacco"})))
    per = AmountPer(pool=pool, each=1000, amount=100, most=3000, partner="telco", **common)
    assert promotion_from(telco) == per
    assert promotion_to(per)["max"] == 3000


def test_a_number_that_is_whole_may_be_written_with_a_point_and_null_is_left_out() -> None:
    assert promotion_from(row("percent_off", percent=10.0)) == promotion_from(row("percent_off"))
    assert promotion_from(row("percent_off", weekdays=[1.0])).validity.weekdays == {1}
    nothing = dict.fromkeys(("limit", "coupon", "partner", "member_limit", "day_limit", "hours", "shops", "name"))
    assert promotion_from(row("percent_off", **nothing)) == promotion_from(row("percent_off"))
    assert promotion_from(row("tender_discount", pool=None, max=None)) == promotion_from(row("tender_discount"))
    pool = {"skus": None, "brands": ["B"], "categories": [], "without": None}
    assert promotion_from(row("percent_off", pool=pool)) == promotion_from(row("percent_off"))


@pytest.mark.parametrize(
    ("told", "where", "why"),
    [
        (row("bundle", slots=[]), "slots", "1 to 20 objects"),
        (row("bundle", slots=[{"pool": {}, "count": 1}, {"pool": {}, "count": 0}]), "slots[1].count", "1 to 999"),
        (row("bundle", slots=[{"pool": {}, "count": 1}, {"count": 1}]), "slots[1].pool", "is missing"),
        (row("bundle", slots=[{"pool": {"skus": []}, "count": 1}]), "slots[0].pool.skus", "one or more"),
        (row("bundle", slots=[{"pool": {}, "count": 1, "free": 1}]), "slots[0].free", "no such field"),
        (row("bundle", slots=["a"]), "slots[0]", "an object"),
        (row("bundle", price=None), "price", "not one of price, amount, percent"),
        (row("bundle", percent=10), "percent", "more than one of price, amount, percent"),
        (row("bundle", price=-1), "price", "from 0"),
        (row("cross_gift", gift={"pool": {}}), "gift.count", "is missing"),
        (row("cross_gift", buy=1), "buy", "an object"),
        (row("cross_gift", percent=101), "percent", "0 to 100"),
        (row("tiered", tiers=[{"count": 3, "percent": 101}]), "tiers[0].percent", "0 to 100"),
        (row("tiered", tiers=[{"count": 3, "percent": 5}, {"count": 3, "percent": 6}]), "tiers[1].count", "already"),
        (row("tiered", tiers={"count": 3}), "tiers", "a list"),
        (row("short_date", days=-1), "days", "from 0"),
        (row("short_date", days=None), "days", "is missing"),
        (row("threshold", amount=None), "amount", "not one of amount, percent, gift"),
        (row("threshold", gift={"pool": {}, "count": 1}), "gift", "more than one"),
        (row("threshold", rank=1.5), "rank", "whole number"),
        (row("threshold", group=""), "group", "printable"),
        (row("amount_per", each=0), "each", "from 1"),
        (row("amount_per", percent=5), "percent", "no such field"),
        (row("tender_discount", tender=None), "tender", "is missing"),
        (row("tender_discount", amount=100), "percent", "more than one of amount, percent"),
        (row("tender_discount", most=100), "most", "no such field"),
        (row("percent_off", rank=1), "rank", "no such field"),
        (row("percent_off", group="g"), "group", "no such field"),
        (row("percent_off", pool={"without": {}}), "pool.without", "must name"),
        (row("percent_off", pool={"without": {"without": {"skus": ["a"]}}}), "pool.without.without", "skus"),
        (row("percent_off", pool={"without": {"skus": "a"}}), "pool.without.skus", "a list"),
        (row("percent_off", coupon=" "), "coupon", "printable"),
        (row("percent_off", member_limit=0), "member_limit", "from 1"),
        (row("percent_off", day_limit=True), "day_limit", "whole number"),
        (row("percent_off", percent=float("inf")), "percent", "whole number"),
        (row("percent_off", percent="9" * 999), "percent", "…"),
    ],
)
def test_what_is_wrong_deep_inside_is_said_with_its_place(told: dict[str, object], where: str, why: str) -> None:
    with pytest.raises(PromotionError, match=why) as caught:
        promotion_from(told)
    assert caught.value.where == where


def test_what_is_no_kind_is_not_written() -> None:
    with pytest.raises(PromotionError, match="no kind of promotion"):
        promotion_to(Promotion(promotion_id="P", name=LocalText("P")))


@pytest.mark.parametrize(
    ("told", "where", "why"),
    [
        ({}, "id", "1 to 100"),
        (TENTH | {"id": 7}, "id", "text"),
        (TENTH | {"kind": "gift"}, "kind", "n_plus_m, percent_off"),
        (TENTH | {"percent": 101}, "percent", "0 to 100"),
        (TENTH | {"percent": True}, "percent", "whole number"),
        (TENTH | {"percent": 10.5}, "percent", "whole number"),
        (ONE_PLUS_ONE | {"buy": 0}, "buy", "1 to 99"),
        (ONE_PLUS_ONE | {"free": None}, "free", "1 to 99"),
        (ONE_PLUS_ONE | {"percent": 10}, "percent", "no such field"),
        (TENTH | {"coupons": "C1"}, "coupons", "no such field"),
        (TENTH | {"limit": 0}, "limit", "from 1"),
        (TENTH | {"pool": None}, "pool", "object"),
        (TENTH | {"pool": {"skus": []}}, "pool.skus", "one or more"),
        (TENTH | {"pool": {"brands": "B"}}, "pool.brands", "list"),
        (TENTH | {"pool": {"makers": ["B"]}}, "pool.makers", "skus, categories or brands"),
        (TENTH | {"name": {"fr": "dix"}}, "name.fr", "ko, en, ja and zh"),
        (TENTH | {"name": "ten"}, "name", "object"),
        (TENTH | {"name": {"ko": ""}}, "name", "at least one"),
        (TENTH | {"name": {"ko": "a\nb"}}, "name.ko", "printable"),
        (TENTH | {"from": "2026-11-01T00:00:00"}, "from", "time zone"),
        (TENTH | {"to": "tomorrow"}, "to", "such as"),
        (TENTH | {"from": "2026-11-02T00:00:00Z", "to": "2026-11-01T00:00:00Z"}, "to", "before"),
        (TENTH | {"weekdays": [0]}, "weekdays", "1 .Monday."),
        (TENTH | {"weekdays": [True]}, "weekdays", "1 .Monday."),
        (TENTH | {"hours": ["18:00"]}, "hours", "two times"),
        (TENTH | {"hours": ["1800", "22:00"]}, "hours", "two times"),
        (TENTH | {"hours": ["22:00", "02:00"]}, "hours", "midnight"),
        (TENTH | {"hours": ["22:00", "22:60"]}, "hours", "two times"),
        (TENTH | {"members_only": "yes"}, "members_only", "true or false"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(told: dict[str, object], where: str, why: str) -> None:
    with pytest.raises(PromotionError, match=why) as caught:
        promotion_from(told)
    assert caught.value.where == where


names = st.text("abc가나", min_size=1, max_size=3)
SEOUL = timezone(timedelta(hours=9))
moments = st.none() | st.integers(0, 10**8).map(
    lambda seconds: datetime(2020, 1, 1, tzinfo=SEOUL) + timedelta(0, seconds)
)
members = st.frozensets(names, max_size=2)
named = st.builds(Pool, members, members, members)
pools = st.builds(replace, named, without=st.none() | named.filter(lambda pool: not pool.everything))


@st.composite
def validities(draw: st.DrawFn) -> Validity:
    starts, ends = draw(moments), draw(moments)
    if starts and ends and ends < starts:
        starts, ends = ends, starts
    hours = draw(st.none() | st.sampled_from([("00:00", "24:00"), ("09:30", "18:00")]))
    weekdays = draw(st.frozensets(st.integers(1, 7)))
    return Validity(starts, ends, weekdays, hours, draw(st.frozensets(names, max_size=2)), draw(st.booleans()))


words = st.builds(LocalText, names, st.just("") | names, st.just("") | names, st.just("") | names)
limits = st.none() | st.integers(1, 9)
amounts = st.integers(0, 99_999)
pieces = st.integers(1, 9)
percents = st.integers(0, 100)
slots = st.builds(Slot, pools, pieces)
conditions: dict[str, st.SearchStrategy[object]] = {
    "promotion_id": names,
    "name": words,
    "validity": validities(),
    "coupon": st.just("") | names,
    "partner": st.just("") | names,
    "limit": limits,
    "member_limit": limits,
    "day_limit": limits,
}
at_cart: dict[str, st.SearchStrategy[object]] = {
    **conditions,
    "group": st.just("") | names,
    "rank": st.integers(-9, 9),
    "pool": pools,
}
tiers = st.lists(st.builds(Tier, pieces, percents), min_size=1, max_size=4, unique_by=lambda tier: tier.count).map(
    lambda steps: tuple(sorted(steps, key=lambda tier: tier.count))
)


promotions = st.one_of(
    st.builds(NPlusM, **conditions, pool=pools, buy=pieces, free=pieces),
    st.builds(PercentOff, **conditions, pool=pools, percent=percents),
    st.builds(AmountOff, **conditions, pool=pools, amount=amounts),
    st.builds(FixedPrice, **conditions, pool=pools, count=pieces, price=amounts),
    st.builds(CrossGift, **conditions, buy=slots, gift=slots, percent=percents),
    st.builds(Tiered, **conditions, pool=pools, tiers=tiers),
    st.builds(ShortDate, **conditions, pool=pools, days=st.integers(0, 9), percent=percents),
    st.builds(AmountPer, **at_cart, each=st.integers(1, 9_999), amount=amounts, most=st.none() | amounts),
    *(
        st.builds(Bundle, **conditions, slots=st.lists(slots, min_size=1, max_size=3).map(tuple), **choice)
        for choice in ({"price": amounts}, {"amount": amounts}, {"percent": percents})
    ),
    *(
        st.builds(Threshold, **at_cart, at_least=amounts, **choice)
        for choice in ({"gift": slots}, {"amount": amounts}, {"percent": percents})
    ),
    *(
        st.builds(TenderDiscount, **at_cart, tender=names, at_least=amounts, most=st.none() | amounts, **choice)
        for choice in ({"amount": amounts}, {"percent": percents})
    ),
)


@given(promotions)
def test_a_promotion_survives_the_way_there_and_back(promotion: Promotion) -> None:
    assert promotion_from(promotion_to(promotion)) == promotion


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


fields = sorted({"name", "from", "hours", "weekdays", "shops", "max", "rank", "gift"}.union(*EXAMPLES.values()))


@given(st.dictionaries(st.sampled_from(fields), json_values, max_size=2))
def test_rubbish_never_does_worse_than_a_promotion_error(rubbish: dict[str, object]) -> None:
    for base in ({}, *map(row, KINDS)):
        try:
            promotion = promotion_from(base | rubbish)
        except PromotionError:
            continue
        assert promotion_from(promotion_to(promotion)) == promotion
