"""The search for the cheapest choice, compared with a plain trial of every choice."""

from dataclasses import replace
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import pricing_search
from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.pricing_search import solve
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
from kiosk.domain.promotion_rule import Rule, TieredRule, UnitRule, rule_of

Choice = tuple[int, int, tuple[int, ...]]  # minus what comes off, applications, the ids used, sorted
PERCENTS = st.sampled_from([10, 33, 50])
LIMITS = st.none() | st.integers(1, 2)


@st.composite
def promotions(draw: st.DrawFn, order: int) -> Promotion:
    slots = st.builds(Slot, pool=st.just(Pool()), count=st.integers(1, 2))
    tiers = st.sampled_from([(Tier(2, 10), Tier(3, 33)), (Tier(1, 50), Tier(3, 10)), (Tier(3, 25),)])
    made: Promotion = draw(
        st.one_of(
            st.builds(
                NPlusM,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                pool=st.just(Pool()),
                buy=st.integers(1, 2),
                free=st.integers(1, 2),
            ),
            st.builds(
                FixedPrice,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                pool=st.just(Pool()),
                count=st.integers(2, 3),
                price=st.sampled_from([9, 25, 100]),
            ),
            st.builds(
                Bundle,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                slots=st.tuples(slots, slots),
                price=st.sampled_from([9, 25, 100]),
            ),
            st.builds(
                Bundle,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                slots=st.tuples(slots, slots),
                percent=PERCENTS,
            ),
            st.builds(
                Bundle,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                slots=st.tuples(slots),
                amount=st.sampled_from([3, 40]),
            ),
            st.builds(
                CrossGift,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                buy=slots,
                gift=slots,
                percent=st.sampled_from([100, 33]),
            ),
            st.builds(
                Tiered, promotion_id=st.just(""), name=st.just(LocalText("x")), pool=st.just(Pool()), tiers=tiers
            ),
            st.builds(
                PercentOff,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                pool=st.just(Pool()),
                percent=PERCENTS,
            ),
            st.builds(
                AmountOff,
                promotion_id=st.just(""),
                name=st.just(LocalText("x")),
                pool=st.just(Pool()),
                amount=st.sampled_from([3, 20]),
            ),
        )
    )
    return replace(made, promotion_id=f"P{order}", limit=draw(LIMITS))


@st.composite
def parts(draw: st.DrawFn) -> list[PoolLine]:
    rules = [rule for order in range(draw(st.integers(1, 3))) if (rule := rule_of(order, draw(promotions(order))))]
    coupling = [rule for rule in rules if rule.couples]
    free = [rule for rule in rules if isinstance(rule, UnitRule) and not rule.couples]
    lines, left = [], 5
    for place in range(draw(st.integers(1, 3))):
        quantity = draw(st.integers(1, 3))
        if quantity > left:
            break
        left -= quantity
        price = draw(st.sampled_from([0, 5, 10, 20, 33, 100]))
        fits = []
        for rule in coupling:
            slots = tuple(slot for slot in range(len(rule.slots)) if draw(st.integers(0, 3)))
            if slots:
                fits.append((rule, slots))
        own = sorted((rule for rule in free if rule.off(price)), key=lambda rule: (-rule.off(price), rule.order))
        lines.append(PoolLine(place, price, quantity, tuple(fits), tuple(own)))
    return lines


def every_choice(lines: list[PoolLine]) -> Choice:
    """The best of all ways to apply rules to sets of units, as the definition of the price orders them."""
    units = [line for line in lines for _ in range(line.quantity)]
    fitting: dict[Rule, dict[int, tuple[int, ...]]] = {}
    for unit, line in enumerate(units):
        for rule, slots in (*line.fits, *((rule, (0,)) for rule in line.free_rules)):
            fitting.setdefault(rule, {})[unit] = slots

    def sets(rule: Rule, left: frozenset[int]) -> list[tuple[frozenset[int], int]]:
        row = fitting[rule]
        there = [[unit for unit in sorted(left) if slot in row.get(unit, ())] for slot in range(len(rule.slots))]
        sizes = [range(rule.slots[0], len(there[0]) + 1)] if isinstance(rule, TieredRule) else [[n] for n in rule.slots]
        found = []
        for counts in product(*sizes):
            for group in product(*(combinations(fit, count) for fit, count in zip(there, counts, strict=True))):
                used = [unit for slot in group for unit in slot]
                if len(set(used)) == len(used):
                    found.append((frozenset(used), rule.discount([[units[unit].price for unit in s] for s in group])))
        return found

    @cache
    def best(left: frozenset[int], used: tuple[Rule, ...]) -> Choice:
        choices: list[Choice] = [(0, 0, ())]
        for rule in fitting:
            if rule.limit is not None and used.count(rule) >= rule.limit:
                continue
            for consumed, discount in sets(rule, left):
                off, applications, ids = best(left - consumed, (*used, rule) if rule.limit is not None else used)
                choices.append((off - discount, applications + 1, tuple(sorted((*ids, rule.order)))))
        return min(choices)

    return best(frozenset(range(len(units))), ())


@settings(max_examples=300, deadline=None)
@given(parts())
def test_money_then_fewest_applications_then_smallest_ids(lines: list[PoolLine]) -> None:
    taken = Taken()
    solve(lines, taken)
    ids = tuple(sorted(made.rule.order for made in taken.applications for _ in range(made.times)))
    assert taken.exact
    assert (-taken.total, taken.count, ids) == every_choice(lines)


@settings(max_examples=200, deadline=None)
@given(parts())
def test_no_unit_is_consumed_twice_and_no_line_gets_more_than_it_costs(lines: list[PoolLine]) -> None:
    taken = Taken()
    solve(lines, taken)
    used: dict[int, int] = {}
    off: dict[int, int] = {}
    for made in taken.applications:
        for (place, _), share in zip(made.units, made.shares(), strict=True):
            used[place] = used.get(place, 0) + made.times
            off[place] = off.get(place, 0) + share * made.times
    for line in lines:
        assert used.get(line.place, 0) <= line.quantity
        assert 0 <= off.get(line.place, 0) <= line.price * line.quantity
    assert sum(off.values()) == taken.total


def test_when_there_is_too_much_to_try_the_answer_is_allowed_but_not_called_exact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pricing_search, "MOST_STATES", 1)
    rules = [
        rule
        for order, size in enumerate((2, 3, 4))
        if (
            rule := rule_of(
                order, NPlusM(promotion_id=f"P{order}", name=LocalText("x"), pool=Pool(), buy=size - 1, free=1)
            )
        )
    ]
    fits = tuple((rule, (0,)) for rule in rules)
    lines = [PoolLine(place, 100 + place, 2, fits) for place in range(5)]
    taken = Taken()
    solve(lines, taken)
    assert taken.exact  # the walk gave up, and every choice was looked at instead
    monkeypatch.setattr(pricing_search, "could_try_all", lambda _lines, _rules: False)
    taken = Taken()
    solve(lines, taken)
    assert not taken.exact
    assert 0 <= taken.total < sum(line.price * line.quantity for line in lines)
