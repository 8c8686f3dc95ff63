"""The bound never hides a choice that is cheaper, and rests where nothing can be."""

import pytest

from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_bound import WON, Bound, Bounding, Part
from kiosk.domain.pricing_cart_level import CartStep, best_use
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.promotion import PercentOff, Pool, Threshold
from kiosk.domain.promotion_rule import UnitRule, rule_of

NAME = LocalText("행사")
ANY = Pool()
TENTH = rule_of(0, PercentOff(promotion_id="A", name=NAME, pool=ANY, percent=10))


def bound(prices: list[int], *steps: tuple[int, int | None, int | None]) -> Bound:
    """Of lines with 10 % off, and thresholds over them all: (at least, amount, percent)."""
    assert isinstance(TENTH, UnitRule)
    parts = []
    for place, price in enumerate(prices):
        taken = Taken()
        taken.note(TENTH, ((place, price),), TENTH.off(price))
        parts.append(Part([PoolLine(place, price, 1, (), (TENTH,))], taken))
    members = tuple(range(len(prices)))
    made = [
        CartStep(
            Threshold(promotion_id=f"T{at}", name=NAME, pool=ANY, at_least=least, amount=amount, percent=percent),
            members,
        )
        for at, (least, amount, percent) in enumerate(steps)
    ]
    amounts = [price - TENTH.off(price) for price in prices]
    signs = {place: (tuple(range(len(made))), "") for place in members}
    use = best_use(made, amounts, sum)
    return Bounding(parts, signs, made, 0).find(amounts, prices, use, sum, noise=0)  # type: ignore[arg-type]


MANY = [2_400] * 15  # 36,000, with 10 % off 32,400


@pytest.mark.parametrize(
    ("steps", "gap"),
    [
        ([(30_000, 3_000, None)], 0),  # reached
        ([(0, None, 5)], 0),  # a percentage of everything
        ([(50_000, 3_000, None)], 0),  # out of reach at any price
        ([(36_000, 3_000, None)], 0),  # costs 3,600 and gives 3,000
        ([(34_000, 3_000, None)], 3_000),  # costs 1,600 and gives 3,000
    ],
)
def test_only_a_threshold_that_can_pay_leaves_a_gap(steps: list[tuple[int, int | None, int | None]], gap: int) -> None:
    found = bound(MANY, *steps)
    assert found.gap == gap
    assert bool(found.looked) == bool(gap)
    assert len(found.looked) + len(found.apart) == len(MANY)


def test_a_part_may_leave_as_much_more_as_the_gap_pays_for() -> None:
    found = bound([10_000] * 8, (73_000, 3_000, None), (0, None, 50))
    assert {looked.weight for looked in found.looked} == {WON // 2}
    assert all(looked.slack == 2 * found.margin for looked in found.looked)
