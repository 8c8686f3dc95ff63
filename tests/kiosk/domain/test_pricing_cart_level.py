"""What cart-level promotions take off amounts, in their order, and when leaving one out pays."""

from fractions import Fraction

import pytest

from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_cart_level import CartStep, best_use, ordered, shares_decide
from kiosk.domain.promotion import AmountPer, CartPromotion, Pool, Slot, TenderDiscount, Threshold

NAME = LocalText("행사")
ANY = Pool()


def spend(name: str, at_least: int, **off: object) -> Threshold:
    return Threshold(promotion_id=name, name=NAME, pool=ANY, at_least=at_least, **off)  # type: ignore[arg-type]


def step(promotion: CartPromotion, *members: int, gifts: tuple[int, ...] = ()) -> CartStep:
    return CartStep(promotion, members, gifts)


def total(amounts: object) -> int:
    return sum(amounts)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("promotion", "amounts", "off"),
    [
        (spend("P", 1_000, amount=300), [600, 400], 300),
        (spend("P", 1_001, amount=300), [600, 400], 0),
        (spend("P", 0, amount=3_000), [600, 400], 1_000),
        (spend("P", 0, percent=15), [33, 0], 5),
        (AmountPer(promotion_id="P", name=NAME, pool=ANY, each=1_000, amount=100), [2_500, 499], 200),
        (AmountPer(promotion_id="P", name=NAME, pool=ANY, each=1_000, amount=100, most=150), [2_500, 499], 150),
        (TenderDiscount(promotion_id="P", name=NAME, tender="card", percent=10, most=50), [600, 400], 50),
        (TenderDiscount(promotion_id="P", name=NAME, tender="card", amount=70, at_least=2_000), [600, 400], 0),
    ],
)
def test_what_each_kind_takes_off(promotion: CartPromotion, amounts: list[int], off: int) -> None:
    assert step(promotion, 0, 1).off(amounts)[0] == off


def test_gifts_are_the_dearest_and_do_not_count() -> None:
    gift = step(spend("P", 500, gift=Slot(ANY, 1)), 0, 1, 2, gifts=(1, 2))
    assert gift.off([500, 300, 400]) == (400, (2,))
    assert gift.off([100, 300, 400])[0] == 0  # 100 + 300 without the gift are too little
    assert gift.off([100, 300, 400], relaxed=True)[0] == 400


def test_steps_apply_by_rank_then_id_on_what_is_left() -> None:
    first = step(spend("B", 0, percent=10, rank=0), 0)
    second = step(spend("A", 0, amount=100, rank=1), 0)
    assert ordered([second, first]) == [first, second]
    use = best_use([first, second], [1_000], total)
    assert (use.total, [used.discount for used in use.steps]) == (800, [100, 100])


def test_of_a_group_only_the_better_one() -> None:
    steps = [step(spend(name, 0, amount=off, group="g"), 0) for name, off in (("A", 100), ("B", 300))]
    use = best_use(steps, [1_000], total)
    assert [used.step.promotion.promotion_id for used in use.steps] == ["B"]


def test_an_earlier_one_is_left_out_for_a_threshold_that_gives_more() -> None:
    steps = [step(spend("A", 0, percent=1, rank=0), 0), step(spend("B", 1_000, amount=200, rank=1), 0)]
    use = best_use(steps, [1_000], total)
    assert (use.total, len(use.steps)) == (800, 1)


def test_equal_totals_are_decided_by_fewer_and_by_smaller_ids() -> None:
    steps = [step(spend(name, 0, amount=500, group="g"), 0) for name in ("B", "A")]
    assert best_use(steps, [500], total).key == (0, 1, ["A"])


def test_shares_go_to_the_units_in_proportion() -> None:
    use = best_use([step(spend("A", 0, amount=10), 0, 1, 2)], [5, 5, 5], total)
    assert use.amounts == (1, 2, 2)


def test_shares_decide_only_where_a_later_pool_cuts_an_earlier_one() -> None:
    whole, dairy = step(spend("A", 0, amount=1), 0, 1), step(spend("B", 0, amount=1, rank=1), 0)
    assert shares_decide([whole, dairy])
    assert not shares_decide([dairy, whole])
    assert shares_decide([step(spend("G", 0, gift=Slot(ANY, 1)), 0, gifts=(1,))])


@pytest.mark.parametrize(
    ("promotion", "least", "pull"),
    [
        (spend("P", 0, percent=30), 0, Fraction(3, 10)),
        (spend("P", 0, amount=300), 300, Fraction(0)),
        (spend("P", 0, amount=300), 299, Fraction(1)),
        (AmountPer(promotion_id="P", name=NAME, pool=ANY, each=1_000, amount=100), 0, Fraction(1, 10)),
        (spend("P", 0, gift=Slot(ANY, 1)), 10**6, Fraction(1)),
    ],
)
def test_how_much_of_a_won_more_comes_off_again(promotion: CartPromotion, least: int, pull: Fraction) -> None:
    assert step(promotion, 0).pull(least) == pull


def test_whether_it_can_be_reached_at_all() -> None:
    assert step(spend("P", 1_000, amount=1), 0, 1).can_be_reached([600, 400])
    assert not step(spend("P", 1_001, amount=1), 0, 1).can_be_reached([600, 400])
