"""What is remembered of earlier carts never changes a price."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import known_parts
from kiosk.domain.catalogue import LocalText
from kiosk.domain.known_parts import KnownParts
from kiosk.domain.pricing_part import PoolLine, Taken
from kiosk.domain.pricing_search import solve
from kiosk.domain.promotion import NPlusM, PercentOff, Pool
from kiosk.domain.promotion_rule import rule_of

NAME = LocalText("규칙")
RULES = tuple(
    rule
    for rule in (
        rule_of(0, NPlusM(promotion_id="R0", name=NAME, pool=Pool(), buy=1, free=1)),
        rule_of(1, NPlusM(promotion_id="R1", name=NAME, pool=Pool(), buy=2, free=1)),
        rule_of(2, PercentOff(promotion_id="R2", name=NAME, pool=Pool(), percent=30, limit=2)),
    )
    if rule is not None
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([100, 250, 990]), st.integers(1, 3), st.sets(st.sampled_from(RULES), min_size=1)),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.integers(0, 40), min_size=4, max_size=4, unique=True),
)
def test_a_part_that_was_priced_before_gets_the_same_answer_at_other_places(
    rows: list[tuple[int, int, set[object]]], places: list[int]
) -> None:
    known = KnownParts()

    def part(at: list[int]) -> list[PoolLine]:
        return [
            PoolLine(place, price, quantity, tuple((rule, (0,)) for rule in RULES if rule in chosen))
            for place, (price, quantity, chosen) in zip(at, rows, strict=False)
        ]

    for at in ([0, 1, 2, 3], places, sorted(places)):
        remembered, fresh = Taken(), Taken()
        known.solve(part(at), remembered)
        solve(sorted(part(at), key=lambda line: line.place), fresh)
        assert remembered.total == fresh.total
        assert remembered.exact == fresh.exact
        if at == sorted(at):
            assert sorted(remembered.applications, key=repr) == sorted(fresh.applications, key=repr)


def test_it_does_not_grow_without_end() -> None:
    known = KnownParts()
    fits = ((RULES[0], (0,)),)
    for price in range(known_parts.MOST_KEPT + 10):
        known.solve([PoolLine(0, price, 1, fits), PoolLine(1, price, 1, fits)], Taken())
    assert len(known._kept) <= known_parts.MOST_KEPT
