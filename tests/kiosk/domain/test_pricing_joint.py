"""Item level and cart level chosen together."""

import pytest

from kiosk.domain import pricing_joint, pricing_outcomes
from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_bound import Part
from kiosk.domain.pricing_cart_level import CartStep
from kiosk.domain.pricing_joint import Cells, Joint, choose
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.pricing_search import solve
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Slot, Threshold
from kiosk.domain.promotion_rule import Rule, UnitRule, rule_of

NAME = LocalText("행사")
ANY = Pool()


def made(rule: Rule | None) -> Rule:
    assert rule is not None
    return rule


TENTH = made(rule_of(0, PercentOff(promotion_id="A", name=NAME, pool=ANY, percent=10)))
ONE_PLUS_ONE = made(rule_of(1, NPlusM(promotion_id="B", name=NAME, pool=ANY, buy=1, free=1)))


def line(place: int, price: int, quantity: int, rule: Rule) -> PoolLine:
    if isinstance(rule, UnitRule):
        return PoolLine(place, price, quantity, (), (rule,))
    return PoolLine(place, price, quantity, ((rule, (0,)),))


def spend(at_least: int, *members: int, **off: object) -> CartStep:
    promotion = Threshold(promotion_id="T", name=NAME, pool=ANY, at_least=at_least, **off)  # type: ignore[arg-type]
    return CartStep(promotion, members)


def chosen(lines: list[PoolLine], steps: list[CartStep]) -> Joint:
    cells, parts = Cells(), []
    for one in lines:
        cells.add(one.place, one.price, one.quantity)
        taken = Taken()
        solve([one], taken)
        parts.append(Part([one], taken))
    return choose(parts, cells, steps, lambda amounts, _kinds: sum(amounts), None)


def test_an_item_discount_is_given_up_to_reach_a_threshold_that_gives_more() -> None:
    lines = [line(0, 50_500, 1, TENTH)]
    reached = chosen(lines, [spend(50_000, 0, amount=6_000)])
    assert (reached.use.total, len(reached.applications), reached.exact) == (44_500, 0, True)
    kept = chosen(lines, [spend(50_000, 0, amount=5_000)])
    assert (kept.use.total, len(kept.applications), kept.exact) == (45_450, 1, True)


def test_only_as_much_is_given_up_as_is_needed() -> None:
    lines = [line(place, price, 1, TENTH) for place, price in enumerate((10_000, 20_000, 30_000))]
    joint = chosen(lines, [spend(55_000, 0, 1, 2, amount=5_000)])
    assert [one.units[0][0] for one in joint.applications] == [1, 2]
    assert joint.use.total == 50_000  # 54,000 with all of them; the 10,000 at its price makes 55,000
    assert joint.exact


def test_a_line_of_thousands_gives_up_what_is_needed() -> None:
    joint = chosen([line(0, 1_000, 5_000, TENTH)], [spend(4_700_000, *range(5_000), amount=300_000)])
    assert joint.exact
    # 2,000 of 5,000 pieces at their price: 200,000 more, and 300,000 off.
    assert sum(made.times for made in joint.applications) == 3_000
    assert joint.use.total == 4_400_000


def test_a_threshold_out_of_reach_changes_nothing() -> None:
    joint = chosen([line(0, 1_000, 4, ONE_PLUS_ONE)], [spend(3_500, 0, 1, 2, 3, amount=600)])
    assert (joint.use.total, joint.exact) == (2_000, True)


def test_gifts_are_part_of_the_choice() -> None:
    gift = Threshold(promotion_id="T", name=NAME, pool=ANY, at_least=1_000, gift=Slot(ANY, 1))
    step = CartStep(gift, (0, 1, 2), gifts=(2,))
    joint = chosen([line(0, 600, 2, ONE_PLUS_ONE), line(1, 400, 1, TENTH)], [step])
    # 1+1 leaves 600 and the gift its 360: 960. Without 1+1 the gift is reached: 1,200.
    assert joint.use.total == 960


def test_where_there_is_too_much_the_best_known_is_kept_and_not_called_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line(place, 10_000 + place, 1, TENTH) for place in range(6)]
    monkeypatch.setattr(pricing_joint, "MOST_TOGETHER", 2)
    joint = chosen(lines, [spend(58_000, *range(6), amount=5_000)])
    assert not joint.exact
    assert joint.use.total <= 54_014
    monkeypatch.setattr(pricing_outcomes, "MOST_WORK", 0)
    assert not chosen(lines, [spend(58_000, *range(6), amount=5_000)]).exact


def test_cells_put_the_discounted_units_of_a_line_first() -> None:
    cells = Cells()
    cells.add(3, 100, 3)
    taken = Taken()
    taken.note(TENTH, ((3, 100),), 10, times=2)
    assert cells.left(taken.applications) == [90, 90, 100]
