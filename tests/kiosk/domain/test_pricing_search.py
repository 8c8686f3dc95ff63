"""The search alone, ties included, against every choice there is."""

from collections import Counter
from functools import cache
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_search import PoolLine, Taken, best_percent, percent_of, solve
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import Rule

Choice = tuple[int, int, tuple[int, ...]]  # minus what comes off, applications, the ids used, sorted


def rule_of(order: int, size: int, buy: int, percent: int, limit: int | None) -> Rule:
    return Rule(
        order,
        f"P{order}",
        LocalText(f"P{order}"),
        "",
        Promotion(promotion_id="", name=LocalText("")),
        limit,
        buy,
        size,
        percent,
    )


@st.composite
def parts(draw: st.DrawFn) -> list[PoolLine]:
    rules = []
    for order in range(draw(st.integers(1, 3))):
        limit = draw(st.none() | st.integers(1, 2))
        if draw(st.integers(0, 2)):
            buy, free = draw(st.sampled_from([(1, 1), (2, 1), (1, 2), (2, 2)]))
            rules.append(rule_of(order, buy + free, buy, 0, limit))
        else:
            rules.append(rule_of(order, 1, 0, draw(st.sampled_from([10, 50, 100])), limit or 1))
    percents = [rule_of(7 + n, 1, 0, draw(st.sampled_from([10, 33, 50])), None) for n in range(draw(st.integers(0, 2)))]
    lines, left = [], 6
    for place in range(draw(st.integers(1, 3))):
        quantity = draw(st.integers(1, 4))
        if quantity > left:
            break
        left -= quantity
        chosen = [rule for rule in rules if draw(st.booleans())] or rules[:1]
        price = draw(st.sampled_from([0, 5, 10, 20, 30, 100]))
        lines.append(PoolLine(place, price, quantity, tuple(chosen), best_percent(price, percents)))
    return lines


def every_choice(lines: list[PoolLine]) -> Choice:
    """The best of all ways to apply rules to sets of units, as the definition of the price orders them."""
    units = [line for line in lines for _ in range(line.quantity)]
    rules = {rule for line in lines for rule in (*line.rules, *([line.percent] if line.percent else []))}

    @cache
    def best(free: frozenset[int], used: frozenset[tuple[Rule, int]]) -> Choice:
        counts = dict(used)
        found: Choice = (0, 0, ())
        for rule in rules:
            if rule.limit is not None and counts.get(rule, 0) >= rule.limit:
                continue
            pool = [n for n in sorted(free) if rule in units[n].rules or rule is units[n].percent]
            for chosen in combinations(pool, rule.size):
                prices = sorted(units[n].price for n in chosen)
                off = percent_of(prices[0], rule.percent) if rule.percent else sum(prices[: rule.size - rule.buy])
                after = frozenset({**counts, rule: counts.get(rule, 0) + 1}.items()) if rule.limit else used
                rest = best(free - set(chosen), after)
                found = min(found, (rest[0] - off, rest[1] + 1, tuple(sorted((*rest[2], rule.order)))))
        return found

    return best(frozenset(range(len(units))), frozenset())


@settings(max_examples=300, deadline=None)
@given(parts())
def test_money_then_fewest_applications_then_smallest_ids(lines: list[PoolLine]) -> None:
    taken = Taken()
    solve(lines, taken)
    off, applications, ids = every_choice(lines)
    used = Counter({rule.order: count for rule, count in taken.applications.items()})
    assert taken.exact
    assert taken.total == -off == sum(sum(row.values()) for row in taken.amounts.values())
    assert used.total() == applications
    assert tuple(sorted(used.elements())) == ids


@settings(max_examples=200, deadline=None)
@given(parts())
def test_no_unit_is_consumed_twice_and_no_line_gets_more_than_it_costs(lines: list[PoolLine]) -> None:
    taken = Taken()
    solve(lines, taken)
    for line in lines:
        consumed = sum(count for (_, place), count in taken.consumed.items() if place == line.place)
        assert consumed <= line.quantity
        assert sum(taken.amounts.get(line.place, {}).values()) <= line.price * line.quantity
    for rule, count in taken.applications.items():
        assert rule.limit is None or count <= rule.limit


@given(st.integers(0, 10**9), st.integers(0, 100))
def test_a_percentage_never_exceeds_the_price(price: int, percent: int) -> None:
    assert 0 <= percent_of(price, percent) <= price
    assert abs(percent_of(price, percent) * 100 - price * percent) <= 50
