"""What is remembered of a part is what a fresh search answers, wherever its lines stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.catalogue import LocalText
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.pricing_search import PoolLine, Taken, solve
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import Rule

RULES = tuple(
    Rule(
        order,
        f"R{order}",
        LocalText("규칙"),
        "",
        Promotion(promotion_id="", name=LocalText("")),
        limit,
        buy,
        size,
        percent,
    )
    for order, (limit, buy, size, percent) in enumerate([(None, 1, 2, 0), (None, 2, 3, 0), (2, 0, 1, 30)])
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.integers(1, 4), st.sets(st.sampled_from(RULES), min_size=1, max_size=3)),
        min_size=2,
        max_size=4,
    ),
    st.integers(0, 50),
    st.integers(1, 7),
)
def test_memory_answers_as_the_search(told: list[tuple[int, int, set[Rule]]], first: int, stride: int) -> None:
    lines = [
        PoolLine(first + stride * n, 100 * price, quantity, tuple(sorted(rules, key=lambda rule: rule.order)))
        for n, (price, quantity, rules) in enumerate(told)
    ]
    known = KnownParts()
    answers = []
    for _ in range(2):
        taken = Taken()
        known.solve(lines, taken)
        answers.append(taken)
    fresh = Taken()
    solve(lines, fresh)
    for taken in answers:
        assert taken.amounts == fresh.amounts
        assert taken.applications == fresh.applications
        assert taken.total == fresh.total


def test_an_answer_that_is_changed_does_not_change_the_memory() -> None:
    lines = [PoolLine(0, 100, 1, RULES[:1]), PoolLine(1, 100, 1, RULES[:1])]
    known = KnownParts()
    first = Taken()
    known.solve(lines, first)
    first.amounts[0].clear()
    again = Taken()
    known.solve(lines, again)
    assert sum(again.amounts[0].values()) == 50
