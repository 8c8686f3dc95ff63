"""Exact shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.proportion import in_proportion


def test_shares_follow_the_weights_and_the_largest_remainder() -> None:
    assert in_proportion(100, (1, 1, 1)) == (34, 33, 33)
    assert in_proportion(7, (2, 1)) == (5, 2)  # 4.67 and 2.33
    assert in_proportion(10, (0, 5)) == (0, 10)


def test_nothing_is_divided_into_nothing() -> None:
    assert in_proportion(0, ()) == ()
    assert in_proportion(0, (0, 0)) == (0, 0)


@pytest.mark.parametrize(("amount", "weights"), [(-1, (1,)), (1, (2, -1)), (1, ()), (1, (0, 0))])
def test_what_cannot_be_divided_is_refused(amount: int, weights: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"divided|nothing that could take"):
        in_proportion(amount, weights)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8), st.integers(0, 10**6))
def test_shares_add_up_and_never_pass_their_weight(weights: list[int], per_mille: int) -> None:
    amount = sum(weights) * (per_mille % 1001) // 1000
    shares = in_proportion(amount, weights)
    assert sum(shares) == amount
    assert all(0 <= share <= weight for share, weight in zip(shares, weights, strict=True))
