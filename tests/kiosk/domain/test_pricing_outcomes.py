"""Every outcome of a few lines, and the best of them."""

import pytest

from kiosk.domain import pricing_outcomes
from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_outcomes import (
    Outcome,
    Scale,
    TooMany,
    all_outcomes,
    applications_of,
    best_of_all,
    could_try_all,
)
from kiosk.domain.pricing_part import Application, PoolLine, Taken
from kiosk.domain.promotion import Bundle, NPlusM, PercentOff, Pool, Slot, Tier, Tiered
from kiosk.domain.promotion_rule import Rule, UnitRule, rule_of

NAME = LocalText("행사")
ANY = Pool()


def made(rule: Rule | None) -> Rule:
    assert rule is not None
    return rule


ONE_PLUS_ONE = made(rule_of(0, NPlusM(promotion_id="A", name=NAME, pool=ANY, buy=1, free=1)))
TENTH = made(rule_of(1, PercentOff(promotion_id="B", name=NAME, pool=ANY, percent=10)))
PAIR = made(rule_of(2, Bundle(promotion_id="C", name=NAME, slots=(Slot(ANY, 2),), percent=50)))
TIERED = made(rule_of(3, Tiered(promotion_id="D", name=NAME, pool=ANY, tiers=(Tier(2, 10), Tier(4, 5)))))


class Sums:
    """Only the sum of what comes off is seen."""

    nothing: Outcome = (0,)

    def of(self, made: Application) -> Outcome:
        return (made.discount,)

    def joined(self, one: Outcome, other: Outcome) -> Outcome:
        return (one[0] + other[0],)  # type: ignore[operator,return-value]


def line(place: int, price: int, quantity: int, *rules: Rule) -> PoolLine:
    free = tuple(rule for rule in rules if isinstance(rule, UnitRule))
    return PoolLine(place, price, quantity, tuple((rule, (0,)) for rule in rules if rule not in free), free)


def outcomes(lines: list[PoolLine], slack: int) -> dict[Outcome, list[str]]:
    rules = sorted({rule for one in lines for rule in one.rules}, key=lambda rule: rule.order)
    found = all_outcomes(lines, rules, slack, Sums(), Scale(lines))
    return {seen: sorted(x.rule.promotion_id for x in applications_of(one)) for seen, _, one in found}


def test_every_outcome_of_two_lines() -> None:
    lines = [line(0, 1_000, 1, ONE_PLUS_ONE, TENTH), line(1, 500, 1, ONE_PLUS_ONE)]
    assert outcomes(lines, 1_000) == {(0,): [], (100,): ["B"], (500,): ["A"]}
    assert outcomes(lines, 400) == {(100,): ["B"], (500,): ["A"]}
    assert outcomes(lines, 0) == {(500,): ["A"]}


def test_grouping_decides_where_percentages_are_rounded() -> None:
    lines = [line(place, price, 1, PAIR) for place, price in enumerate((1, 2, 3, 4))]
    taken = Taken()
    best_of_all(lines, [PAIR], taken)
    # Half of 3 and half of 7 are 2 and 4; half of 5 twice is 3 each, and so is half of 1 + 4 and of 2 + 3.
    assert taken.total == 6
    assert sorted(one.discount for one in taken.applications) in ([3, 3], [2, 4])


def test_a_tier_may_be_worth_not_reaching() -> None:
    taken = Taken()
    best_of_all([line(0, 1_000, 4, TIERED)], [TIERED], taken)
    assert taken.total == 300


def test_limits_are_kept() -> None:
    once = made(rule_of(4, NPlusM(promotion_id="E", name=NAME, pool=ANY, buy=1, free=1, limit=1)))
    taken = Taken()
    best_of_all([line(0, 100, 6, once)], [once], taken)
    assert (taken.total, taken.count) == (100, 1)


def test_too_much_to_try_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line(place, 100 + place, 1, ONE_PLUS_ONE) for place in range(6)]
    assert could_try_all(lines, [ONE_PLUS_ONE])
    monkeypatch.setattr(pricing_outcomes, "MOST_WORK", 3)
    with pytest.raises(TooMany):
        outcomes(lines, 1_000)
    with pytest.raises(TooMany):
        best_of_all(lines, [ONE_PLUS_ONE], Taken())
    monkeypatch.setattr(pricing_outcomes, "MOST_REMAINDERS", 3)
    assert not could_try_all(lines, [ONE_PLUS_ONE])


def test_the_scale_prefers_fewer_then_smaller_ids_then_earlier_lines() -> None:
    lines = [line(0, 100, 1, ONE_PLUS_ONE, TENTH), line(1, 100, 1, ONE_PLUS_ONE, TENTH)]
    scale = Scale(lines)
    first, second = ((0, 100),), ((1, 100),)
    assert scale.tie(ONE_PLUS_ONE, first) > scale.tie(ONE_PLUS_ONE, second)
    assert scale.tie(ONE_PLUS_ONE, second) > scale.tie(TENTH, first)
    both = scale.tie(TENTH, first) + scale.tie(TENTH, second)
    assert scale.tie(ONE_PLUS_ONE, (*first, *second)) > both
    assert scale.count(both) == 2
