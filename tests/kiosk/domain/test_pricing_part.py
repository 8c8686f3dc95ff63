"""Shares of a discount, and what is noted of a choice."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import LocalText
from kiosk.domain.pricing_part import Application, PoolLine, Taken, shared
from kiosk.domain.promotion import NPlusM, Pool
from kiosk.domain.promotion_rule import rule_of

RULE = rule_of(0, NPlusM(promotion_id="P", name=LocalText("1+1"), pool=Pool(), buy=1, free=1))


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8), st.data())
def test_shares_add_up_and_none_is_more_than_its_amount(amounts: list[int], data: st.DataObject) -> None:
    discount = data.draw(st.integers(0, sum(amounts)))
    shares = shared(discount, amounts)
    assert sum(shares) == discount
    assert all(0 <= share <= amount for share, amount in zip(shares, amounts, strict=True))


def test_equal_remainders_go_to_the_earlier() -> None:
    assert shared(10, [5, 5, 5]) == [4, 3, 3]
    assert shared(1, [1, 2]) == [0, 1]
    assert shared(0, [0, 0]) == [0, 0]


def test_what_takes_nothing_off_is_no_application() -> None:
    assert RULE is not None
    taken = Taken()
    taken.note(RULE, [(1, 0), (0, 0)], 0)
    assert (taken.applications, taken.total, taken.count) == ([], 0, 0)


def test_units_are_kept_by_line_and_times_are_counted() -> None:
    assert RULE is not None
    taken = Taken()
    taken.note(RULE, [(2, 700), (0, 900)], 700)
    taken.note(RULE, [(1, 500), (1, 500)], 500, times=3)
    assert taken.applications[0] == Application(RULE, ((0, 900), (2, 700)), 700)
    assert (taken.total, taken.count, taken.used()) == (2_200, 4, {RULE: 4})
    other = Taken(exact=False)
    other.join(taken, [7, 8, 9])
    assert other.applications[0].units == ((7, 900), (9, 700))
    assert not other.exact


def test_a_line_names_its_coupling_rules() -> None:
    assert RULE is not None
    assert PoolLine(0, 100, 1, ((RULE, (0,)),)).rules == (RULE,)
