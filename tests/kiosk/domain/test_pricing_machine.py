"""The machines that count units for the walk, against the discount of the whole application."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_machine import Machine, machine_of
from kiosk.domain.promotion import (
    AmountOff,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    Slot,
    Tier,
    Tiered,
)
from kiosk.domain.promotion_rule import Rule, TieredRule, rule_of

NAME = LocalText("행사")
ANY = Pool()


def rule(promotion: Promotion) -> Rule:
    made = rule_of(0, promotion)
    assert made is not None
    return made


def runs(machine: Machine, units: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Every (hundredths, applications) in which all units are taken and nothing is left half done."""
    states = {(0, 0, 0)}
    for slot, price in units:
        states = {
            (after, gain + hundredths, count + completed)
            for state, gain, count in states
            for after, hundredths, completed in machine.moves(state, slot, price)
        }
    ends = [(gain + more, count) for state, gain, count in states if (more := machine.finish(state)) is not None]
    return sorted(ends, reverse=True)


prices = st.lists(st.integers(0, 999), min_size=3, max_size=3)


@given(
    prices,
    st.sampled_from(
        [
            NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=2, free=1),
            FixedPrice(promotion_id="P", name=NAME, pool=ANY, count=3, price=0),
        ]
    ),
)
def test_one_application_comes_to_its_discount(found: list[int], promotion: Promotion) -> None:
    made = rule(promotion)
    units = [(0, price) for price in sorted(found, reverse=True)]
    assert runs(machine_of(made, [3], False), units) == [(100 * made.discount([found]), 1)]


@given(prices, st.integers(1, 99))
def test_the_sum_of_a_set_is_rounded_once(found: list[int], percent: int) -> None:
    bundle = rule(Bundle(promotion_id="P", name=NAME, slots=(Slot(ANY, 1), Slot(ANY, 2)), percent=percent))
    first, *others = found
    units = [(0, first), *((1, price) for price in others)]
    assert runs(machine_of(bundle, [1, 2], True), units) == [(100 * bundle.discount([[first], others]), 1)]


@given(prices, st.integers(1, 100))
def test_a_cross_gift_takes_only_the_gift_off(found: list[int], percent: int) -> None:
    gift = rule(CrossGift(promotion_id="P", name=NAME, buy=Slot(ANY, 2), gift=Slot(ANY, 1), percent=percent))
    units = [(0, found[0]), (1, found[1]), (0, found[2])]
    assert runs(machine_of(gift, [2, 1], True), units) == [(100 * gift.discount([[found[0], found[2]], [found[1]]]), 1)]


@given(
    st.lists(st.integers(0, 99), min_size=1, max_size=5),
    st.sampled_from([(Tier(2, 10), Tier(3, 33)), (Tier(1, 50), Tier(3, 10)), (Tier(2, 20), Tier(3, 25), Tier(4, 5))]),
)
def test_tiers_never_promise_more_than_they_give(found: list[int], tiers: tuple[Tier, ...]) -> None:
    tiered = rule(Tiered(promotion_id="P", name=NAME, pool=ANY, tiers=tiers))
    assert isinstance(tiered, TieredRule)
    ends = runs(machine_of(tiered, [len(found)], True), [(0, price) for price in found])
    if len(found) < tiers[0].count:
        assert ends == []
    else:
        assert ends[0] == (100 * tiered.discount([found]), 1)


def test_limits_stop() -> None:
    limited = rule(PercentOff(promotion_id="P", name=NAME, pool=ANY, percent=10, limit=2))
    assert runs(machine_of(limited, [5], False), [(0, 100)] * 2) == [(2_000, 2)]
    assert runs(machine_of(limited, [5], False), [(0, 100)] * 3) == []
    amount = rule(AmountOff(promotion_id="P", name=NAME, pool=ANY, amount=30, limit=9))
    assert runs(machine_of(amount, [2], False), [(0, 100), (0, 20)]) == [(5_000, 2)]
    once = rule(NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=1, free=1, limit=1))
    assert runs(machine_of(once, [4], False), [(0, 100)] * 4) == []
    bundle = rule(Bundle(promotion_id="P", name=NAME, slots=(Slot(ANY, 1),), price=40, limit=1))
    assert runs(machine_of(bundle, [3], False), [(0, 100)]) == [(6_000, 1)]
    assert runs(machine_of(bundle, [3], False), [(0, 100)] * 2) == []


def test_nothing_is_left_half_done() -> None:
    bundle = rule(Bundle(promotion_id="P", name=NAME, slots=(Slot(ANY, 1), Slot(ANY, 1)), price=10))
    machine = machine_of(bundle, [4, 4], False)
    for many, few in product(range(4), range(4)):
        ends = runs(machine, [(0, 10)] * many + [(1, 10)] * few)
        assert bool(ends) == (many == few), (many, few)


@pytest.mark.parametrize("slots", [(1,), (2, 1), (1, 1, 2)])
def test_states_stay_below_their_radix(slots: tuple[int, ...]) -> None:
    made = rule(Bundle(promotion_id="P", name=NAME, slots=tuple(Slot(ANY, n) for n in slots), price=10, limit=1))
    machine = machine_of(made, [3 * count for count in slots], False)
    states = {0}
    for _ in range(8):
        states |= {move[0] for state in states for slot in range(len(slots)) for move in machine.moves(state, slot, 7)}
    assert max(states) < machine.radix
