"""Promotions from JSON: understood exactly or refused with the field."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Promotion, Validity
from kiosk.domain.promotion_rows import PromotionError, promotion_from, promotion_to

ONE_PLUS_ONE: dict[str, object] = {"id": "P1", "kind": "n_plus_m", "pool": {"skus": ["milk"]}, "buy": 1, "free": 1}
TENTH: dict[str, object] = {"id": "P2", "kind": "percent_off", "pool": {}, "percent": 10}


def test_each_kind_with_everything_it_may_say() -> None:
    row = ONE_PLUS_ONE | {
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
    assert promotion_from(row) == NPlusM(
        promotion_id="P1", name=LocalText("우유 1+1", "Milk 1+1"), pool=pool, buy=1, free=1, validity=validity, limit=3
    )
    assert promotion_from(TENTH) == PercentOff(promotion_id="P2", name=LocalText("P2"), pool=Pool(), percent=10)
    assert promotion_from(TENTH | {"name": {"en": "ten"}}).name == LocalText("ten", "ten")


@pytest.mark.parametrize(
    ("row", "where", "why"),
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
        (TENTH | {"coupon": "C1"}, "coupon", "no such field"),
        (TENTH | {"limit": 0}, "limit", "from 1"),
        (TENTH | {"pool": None}, "pool", "object"),
        (TENTH | {"pool": {"skus": []}}, "pool.skus", "one or more"),
        (TENTH | {"pool": {"brands": "B"}}, "pool.brands", "list"),
        (TENTH | {"pool": {"makers": ["B"]}}, "pool.makers", "skus, categories or brands"),
        (TENTH | {"name": {"fr": "dix"}}, "name.fr", "ko, en, ja and zh"),
        (TENTH | {"name": "ten"}, "name", "object"),
        (TENTH | {"name": {"ko": ""}}, "name", "at least one"),
        (TENTH | {"name": {"ko": "a\nb"}}, "ko", "printable"),
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
def test_what_is_wrong_is_said_with_its_field(row: dict[str, object], where: str, why: str) -> None:
    with pytest.raises(PromotionError, match=why) as caught:
        promotion_from(row)
    assert caught.value.where == where


names = st.text("abc가나", min_size=1, max_size=3)
SEOUL = timezone(timedelta(hours=9))
moments = st.none() | st.integers(0, 10**8).map(
    lambda seconds: datetime(2020, 1, 1, tzinfo=SEOUL) + timedelta(0, seconds)
)
pools = st.builds(
    Pool, st.frozensets(names, max_size=2), st.frozensets(names, max_size=2), st.frozensets(names, max_size=2)
)


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
promotions = st.builds(
    NPlusM,
    promotion_id=names,
    name=words,
    pool=pools,
    buy=st.integers(1, 9),
    free=st.integers(1, 9),
    validity=validities(),
    limit=limits,
) | st.builds(
    PercentOff,
    promotion_id=names,
    name=words,
    pool=pools,
    percent=st.integers(0, 100),
    validity=validities(),
    limit=limits,
)


@given(promotions)
def test_a_promotion_survives_the_way_there_and_back(promotion: Promotion) -> None:
    assert promotion_from(promotion_to(promotion)) == promotion


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from([*ONE_PLUS_ONE, *TENTH, "name", "from", "hours", "weekdays", "shops"]), json_values)
)
def test_rubbish_never_does_worse_than_a_promotion_error(row: dict[str, object]) -> None:
    for base in ({}, ONE_PLUS_ONE, TENTH):
        try:
            promotion = promotion_from(base | row)
        except PromotionError:
            continue
        assert promotion_from(promotion_to(promotion)) == promotion
