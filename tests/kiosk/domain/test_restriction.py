"""In which ways what a rule restricts may reach its buyer, and where and when a rule is in force."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.age_limit import AgeLimit
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.promotion import Pool
from kiosk.domain.restriction import Restriction, reachable

SOJU = CatalogueItem("soju", "", LocalText("소주"), 1800, category="alcohol")
CARRY_OUT, SHIP, PICK_UP = FulfilmentKind.CARRY_OUT, FulfilmentKind.SHIP, FulfilmentKind.PICK_UP
RULE = Restriction(restriction_id="r", name=LocalText("주류"), goods=Pool(categories=frozenset({"alcohol"})))
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("says", "ways"),
    [
        ({"attended_only": True}, {CARRY_OUT, SHIP, PICK_UP}),
        ({"age": AgeLimit(19)}, {CARRY_OUT}),
        ({"hand_over": True}, {CARRY_OUT}),
        ({"id_required": True}, {CARRY_OUT}),
        ({"channels": frozenset({SHIP})}, {SHIP}),
        ({"age": AgeLimit(19), "channels": frozenset({CARRY_OUT, SHIP, PICK_UP})}, {CARRY_OUT, PICK_UP}),
        ({"age": AgeLimit(19), "channels": frozenset({SHIP})}, set()),
    ],
)
def test_ways_that_a_rule_leaves(says: dict[str, object], ways: set[FulfilmentKind]) -> None:
    rule = replace(RULE, **says)  # type: ignore[arg-type]
    assert reachable(SOJU, [rule]) == ways
    assert reachable(replace(SOJU, category="tea"), [rule]) == set(FulfilmentKind)


def test_every_rule_takes_ways_away() -> None:
    one, other = (replace(RULE, channels=frozenset(ways)) for ways in ((CARRY_OUT, SHIP), (CARRY_OUT, PICK_UP)))
    assert reachable(SOJU, [one, other]) == {CARRY_OUT}
    assert reachable(replace(SOJU, age_limit=19), []) == {CARRY_OUT}


def test_a_rule_is_in_force_in_its_time_and_shops() -> None:
    rule = replace(RULE, starts=NOON, ends=NOON, shops=frozenset({"SS01"}))
    assert rule.live(NOON, "SS01")
    assert not rule.live(NOON, "SS02")
    assert not rule.live(NOON + timedelta(seconds=1), "SS01")
    assert not rule.live(NOON - timedelta(seconds=1), "SS01")
