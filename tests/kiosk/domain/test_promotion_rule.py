"""What one application of each kind consumes and takes off."""

import pytest

from kiosk.domain.catalogue import LocalText
from kiosk.domain.promotion import (
    AmountOff,
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
)
from kiosk.domain.promotion_rule import Rule, TieredRule, UnitRule, percent_of, rule_of

NAME = LocalText("행사")
ANY = Pool()
TWO_AND_ONE = (Slot(ANY, 2), Slot(ANY, 1))


def rule(promotion: Promotion) -> Rule:
    made = rule_of(0, promotion)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("promotion", "prices", "discount"),
    [
        (NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=2, free=1), [[900, 500, 700]], 500),
        (NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=1, free=2), [[900, 500, 700]], 1_200),
        (PercentOff(promotion_id="P", name=NAME, pool=ANY, percent=15), [[990]], 149),
        (AmountOff(promotion_id="P", name=NAME, pool=ANY, amount=500), [[300]], 300),
        (ShortDate(promotion_id="P", name=NAME, pool=ANY, days=1, percent=50), [[999]], 500),
        (FixedPrice(promotion_id="P", name=NAME, pool=ANY, count=3, price=5_000), [[2_000, 2_000, 1_980]], 980),
        (FixedPrice(promotion_id="P", name=NAME, pool=ANY, count=2, price=5_000), [[2_000, 2_000]], 0),
        (Bundle(promotion_id="P", name=NAME, slots=TWO_AND_ONE, price=3_000), [[1_000, 1_500], [1_000]], 500),
        (Bundle(promotion_id="P", name=NAME, slots=TWO_AND_ONE, percent=10), [[1_000, 1_500], [1_005]], 351),
        (Bundle(promotion_id="P", name=NAME, slots=TWO_AND_ONE, amount=9_000), [[1_000, 1_500], [1_000]], 3_500),
        (CrossGift(promotion_id="P", name=NAME, buy=Slot(ANY, 1), gift=Slot(ANY, 2)), [[2_000], [700, 800]], 1_500),
        (CrossGift(promotion_id="P", name=NAME, buy=Slot(ANY, 1), gift=Slot(ANY, 1), percent=25), [[9], [10]], 3),
        (Tiered(promotion_id="P", name=NAME, pool=ANY, tiers=(Tier(2, 10), Tier(4, 20))), [[500] * 3], 150),
        (Tiered(promotion_id="P", name=NAME, pool=ANY, tiers=(Tier(2, 10), Tier(4, 20))), [[500] * 5], 500),
    ],
)
def test_one_application(promotion: Promotion, prices: list[list[int]], discount: int) -> None:
    made = rule(promotion)
    assert made.discount(prices) == discount
    assert (made.promotion_id, made.name, made.badge) == ("P", NAME, promotion.badge)


def test_sizes_and_what_couples() -> None:
    assert rule(Bundle(promotion_id="P", name=NAME, slots=TWO_AND_ONE, price=1)).slots == (2, 1)
    assert rule(Bundle(promotion_id="P", name=NAME, slots=TWO_AND_ONE, price=1)).size == 3
    assert not rule(PercentOff(promotion_id="P", name=NAME, pool=ANY, percent=5)).couples
    assert rule(PercentOff(promotion_id="P", name=NAME, pool=ANY, percent=5, limit=1)).couples
    tiered = rule(Tiered(promotion_id="P", name=NAME, pool=ANY, tiers=(Tier(3, 10),), limit=4))
    assert isinstance(tiered, TieredRule)
    assert (tiered.limit, tiered.percent_at(2), tiered.percent_at(3)) == (1, 0, 10)


def test_short_dates_keep_their_days() -> None:
    short = rule(ShortDate(promotion_id="P", name=NAME, pool=ANY, days=2, percent=30))
    assert isinstance(short, UnitRule)
    assert short.days == 2


@pytest.mark.parametrize(
    "promotion",
    [
        PercentOff(promotion_id="P", name=NAME, pool=ANY, percent=0),
        AmountOff(promotion_id="P", name=NAME, pool=ANY, amount=0),
        Threshold(promotion_id="P", name=NAME, pool=ANY, at_least=1, amount=1),
        TenderDiscount(promotion_id="P", name=NAME, tender="card", percent=1),
    ],
)
def test_what_takes_nothing_off_a_unit_is_no_rule(promotion: Promotion) -> None:
    assert rule_of(0, promotion) is None


@pytest.mark.parametrize(
    ("price", "percent", "off"), [(15, 10, 2), (14, 10, 1), (1, 50, 1), (0, 99, 0), (999, 100, 999)]
)
def test_half_a_won_is_rounded_up(price: int, percent: int, off: int) -> None:
    assert percent_of(price, percent) == off
