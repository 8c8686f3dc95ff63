"""A promotion that cannot be meant is named with its reason; one that can be is let through."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.assortment import Assortment, AssortmentOfItems
from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import (
    AmountOff,
    AmountPer,
    Bundle,
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
from kiosk.domain.promotion_faults import promotion_faults
from kiosk.domain.promotion_rows import promotion_from
from tests.builders import SEOUL, item

ITEMS = (
    item(1, price=2800, category="dairy", brand="B"),
    item(2, price=1200, category="snack", groups=frozenset({"festival"})),
    item(3, price=500, flags=frozenset({"bag"})),
    item(4, price=1900, category="alcohol", flags=frozenset({"no_giveaway"})),
)
MILK, SNACK, BEER = ({"skus": [sku]} for sku in ("S1", "S2", "S4"))
NAMES: dict[str, Any] = {"promotion_id": "P", "name": LocalText("P")}


def known() -> Assortment:
    of_items = AssortmentOfItems(one.sku for one in ITEMS)
    for one in ITEMS:
        of_items.note(one)
    return of_items.assortment({"SS01", "SS02"})


def faults(kind: str, **fields: object) -> str:
    return "; ".join(promotion_faults(promotion_from({"id": "P", "kind": kind, **fields}), known()))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("n_plus_m", {"pool": MILK, "buy": 1, "free": 1, "shops": ["SS01"]}),
        ("n_plus_m", {"pool": {}, "buy": 2, "free": 1}),
        ("percent_off", {"pool": {"categories": ["dairy", "festival"], "brands": ["B"]}, "percent": 100}),
        ("percent_off", {"pool": {"without": {"categories": ["alcohol"]}}, "percent": 5}),
        ("amount_off", {"pool": {"skus": ["S1", "S2"]}, "amount": 2000}),
        ("fixed_price", {"pool": SNACK, "count": 3, "price": 3000}),
        ("fixed_price", {"pool": {}, "count": 3, "price": 1_000_000}),
        ("bundle", {"slots": [{"pool": MILK, "count": 1}, {"pool": SNACK, "count": 1}], "price": 3999}),
        ("bundle", {"slots": [{"pool": {}, "count": 2}], "amount": 999_999}),
        ("cross_gift", {"buy": {"pool": BEER, "count": 1}, "gift": {"pool": SNACK, "count": 1}}),
        ("cross_gift", {"buy": {"pool": BEER, "count": 1}, "gift": {"pool": BEER, "count": 1}, "percent": 50}),
        ("cross_gift", {"buy": {"pool": MILK, "count": 2}, "gift": {"pool": MILK, "count": 1}}),
        ("tiered", {"pool": {}, "tiers": [{"count": 2, "percent": 5}, {"count": 4, "percent": 5}]}),
        ("short_date", {"pool": {}, "days": 0, "percent": 30}),
        ("threshold", {"pool": {}, "at_least": 0, "amount": 1000, "coupon": "C1"}),
        ("threshold", {"pool": {}, "at_least": 1000, "amount": 1000}),
        ("amount_per", {"pool": {}, "each": 1000, "amount": 1000, "max": 1000}),
        ("tender_discount", {"tender": "card:blue", "amount": 500}),
        ("percent_off", {"pool": {}, "percent": 5, "weekdays": [7], "from": "2026-11-16T00:00:00+09:00"}),
        (
            "percent_off",
            {"pool": {}, "percent": 5, "weekdays": [7], "from": "2026-11-21T18:00:00Z", "to": "2026-11-21T20:00:00Z"},
        ),
    ],
)
def test_a_promotion_that_can_be_meant_is_let_through(kind: str, fields: dict[str, object]) -> None:
    assert faults(kind, **fields) == ""


@pytest.mark.parametrize(
    ("kind", "fields", "why"),
    [
        ("n_plus_m", {"pool": {"skus": ["S1", "NO1", "NO2"]}, "buy": 1, "free": 1}, "unknown items NO1, NO2"),
        ("n_plus_m", {"pool": {"skus": list("abcdefg")}, "buy": 1, "free": 1}, "a, b, c, d, e and 2 more"),
        ("n_plus_m", {"pool": BEER, "buy": 1, "free": 1}, "S4 must never be given free"),
        ("percent_off", {"pool": BEER, "percent": 100}, "S4 must never be given free"),
        ("percent_off", {"pool": {}, "percent": 0}, "percent 0 takes nothing off"),
        ("percent_off", {"pool": {"categories": ["toys"]}, "percent": 5}, "unknown categories or groups toys"),
        ("percent_off", {"pool": {"brands": ["Z"]}, "percent": 5}, "unknown brands Z"),
        ("percent_off", {"pool": {"without": {"brands": ["Z"]}}, "percent": 5}, "unknown brands Z"),
        ("percent_off", {"pool": MILK, "percent": 5, "shops": ["SS09"]}, "unknown shops SS09"),
        ("percent_off", {"pool": MILK | {"without": MILK}, "percent": 5}, "leaves out everything it names"),
        ("percent_off", {"pool": {"skus": ["S3"]}, "percent": 5}, "no promotion may touch"),
        ("amount_off", {"pool": MILK, "amount": 2801}, "would be negative"),
        ("amount_off", {"pool": {}, "amount": 0}, "takes nothing off"),
        ("fixed_price", {"pool": SNACK, "count": 3, "price": 3600}, "never cheaper than apart .3600"),
        ("bundle", {"slots": [{"pool": MILK, "count": 2}, {"pool": SNACK, "count": 1}], "price": 6800}, "never cheap"),
        ("bundle", {"slots": [{"pool": MILK, "count": 1}], "amount": 2801}, "would be negative"),
        ("bundle", {"slots": [{"pool": MILK, "count": 1}], "percent": 0}, "takes nothing off"),
        (
            "cross_gift",
            {"buy": {"pool": MILK, "count": 1}, "gift": {"pool": {"skus": ["S3"]}, "count": 1}},
            "no promotion may touch",
        ),
        ("cross_gift", {"buy": {"pool": MILK, "count": 1}, "gift": {"pool": BEER, "count": 1}}, "never be given free"),
        ("tiered", {"pool": {}, "tiers": [{"count": 2, "percent": 9}, {"count": 4, "percent": 5}]}, "fewer get 9"),
        ("tiered", {"pool": {}, "tiers": [{"count": 2, "percent": 0}]}, "not between 1 and 100"),
        ("threshold", {"pool": {}, "at_least": 1000, "amount": 1001}, "would make the price negative"),
        ("threshold", {"pool": {}, "at_least": 1, "gift": {"pool": BEER, "count": 1}}, "never be given free"),
        ("amount_per", {"pool": {}, "each": 100, "amount": 101}, "would make the price negative"),
        ("amount_per", {"pool": {}, "each": 100, "amount": 10, "max": 0}, "most 0 takes nothing off"),
        ("tender_discount", {"tender": "t", "percent": 0}, "takes nothing off"),
        (
            "percent_off",
            {
                "pool": {},
                "percent": 5,
                "weekdays": [7],
                "from": "2026-11-21T00:00:00+09:00",
                "to": "2026-11-21T23:59:59+09:00",
            },
            "its weekdays or hours never come",
        ),
        (
            "percent_off",
            {
                "pool": {},
                "percent": 5,
                "hours": ["08:00", "10:00"],
                "from": "2026-11-21T10:00:00+09:00",
                "to": "2026-11-22T07:59:00+09:00",
            },
            "its weekdays or hours never come",
        ),
    ],
)
def test_a_promotion_that_cannot_be_meant_is_named(kind: str, fields: dict[str, object], why: str) -> None:
    with pytest.raises(AssertionError, match=why):
        assert not faults(kind, **fields), faults(kind, **fields)


def moment(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=SEOUL)


MADE_WRONG: list[tuple[Promotion, str]] = [
    (NPlusM(**NAMES, pool=Pool(), buy=1, free=0), "1+0 gives nothing"),
    (NPlusM(**NAMES, pool=Pool(), buy=0, free=0), "would never end"),
    (FixedPrice(**NAMES, pool=Pool(), count=0, price=0), "would never end"),
    (Bundle(**NAMES, slots=(), price=1), "would never end"),
    (Bundle(**NAMES, slots=(Slot(Pool(), 0),), price=1), "would never end"),
    (Bundle(**NAMES, slots=(Slot(Pool(), 1),)), "just one of"),
    (Bundle(**NAMES, slots=(Slot(Pool(), 1),), price=1, amount=1), "just one of"),
    (AmountPer(**NAMES, pool=Pool(), each=0, amount=1), "would never end"),
    (PercentOff(**NAMES, pool=Pool(), percent=101), "price negative"),
    (AmountOff(**NAMES, pool=Pool(), amount=-5), "amount -5 is negative"),
    (ShortDate(**NAMES, pool=Pool(), days=-1, percent=5), "past it"),
    (Threshold(**NAMES, pool=Pool(), at_least=-1, percent=5), "at_least -1 is negative"),
    (TenderDiscount(**NAMES, tender="t"), "just one of"),
    (Tiered(**NAMES, pool=Pool(), tiers=()), "no tiers"),
    (Tiered(**NAMES, pool=Pool(), tiers=(Tier(3, 5), Tier(3, 6))), "two tiers begin at 3"),
    (Tiered(**NAMES, pool=Pool(), tiers=(Tier(3, 5), Tier(2, 6))), "2 follows 3"),
    (PercentOff(**NAMES, pool=Pool(), percent=5, limit=0), "limit 0 allows nothing"),
    (PercentOff(**NAMES, pool=Pool(), percent=5, validity=Validity(moment(2), moment(1))), "before it begins"),
    (PercentOff(**NAMES, pool=Pool(), percent=5, validity=Validity(hours=("22:00", "02:00"))), "never come"),
    (PercentOff(**NAMES, pool=Pool(), percent=5, validity=Validity(weekdays=frozenset({0}))), "1 .Monday."),
]


@pytest.mark.parametrize(("promotion", "why"), MADE_WRONG)
def test_what_no_text_can_say_is_refused_all_the_same(promotion: Promotion, why: str) -> None:
    told = "; ".join(promotion_faults(promotion, known()))
    assert why.replace(" .Monday.", " (Monday)") in told


def test_every_weekday_comes_within_eight_days_and_none_is_missed() -> None:
    tenth = PercentOff(**NAMES, pool=Pool(), percent=10)
    for days in range(12):
        for weekday in range(1, 8):
            ends = moment(16) + timedelta(days=days, hours=12)  # from a Monday
            promotion = replace(tenth, validity=Validity(moment(16), ends, frozenset({weekday})))
            assert bool(promotion_faults(promotion, known())) is (weekday > days + 1)


def test_the_ends_of_time_are_no_fault() -> None:
    validity = Validity(
        datetime.fromisoformat("0001-01-01T00:00:00Z"), datetime.fromisoformat("9999-12-31T23:59:59Z"), frozenset({3})
    )
    assert promotion_faults(PercentOff(**NAMES, pool=Pool(), percent=10, validity=validity), known()) == ()
