"""The aisle asks the same rules as the till, for each way to receive an item."""

from datetime import timedelta

import pytest

from kiosk.aisle.check_availability import check_availability
from kiosk.aisle.choose_fulfilment import refusal
from kiosk.aisle.item_rules import ItemRules
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.recall import Recall, RecallKind
from kiosk.domain.restriction_rows import restriction_from
from tests.builders import MORNING, item, shop, stock
from tests.fakes.lane import FakeCatalogue, FakeClock

PICK_UP = Fulfilment(FulfilmentKind.PICK_UP, "near")
TEA = item(1, pickup=True, shipping=True)
SHOPS = (shop("here"), shop("near"), shop("warehouse", is_warehouse=True))
COUNTS = (stock("here", 9), stock("near", 9), stock("warehouse", 9))


def reasons(
    catalogue: FakeCatalogue,
    of: CatalogueItem = TEA,
    quantity: int = 1,
    *,
    clock: FakeClock | None = None,
    attended: bool = True,
) -> list[str]:
    findings = ItemRules(catalogue, clock or FakeClock(), "here", attended=attended).of(of, quantity)
    found = check_availability(of, COUNTS, SHOPS, "here", MORNING)
    return [refusal(of, quantity, way, found, findings(way)) for way in (CARRY_OUT, PICK_UP, SHIP)]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ({"channels": ["carry_out"]}, ["", "face_to_face", "face_to_face"]),
        ({"channels": ["ship"]}, ["face_to_face", "face_to_face", ""]),
        ({"age": {"years": 19}}, ["", "age_limited", "age_limited"]),
        ({"age": {"years": 19}, "channels": ["carry_out", "pick_up"]}, ["", "", "age_limited"]),
        ({"hand_over": True}, ["", "face_to_face", "face_to_face"]),
        ({"hours": [{"from": "23:00", "to": "23:30"}]}, ["not_now"] * 3),
        ({"per_sale": 1}, ["limit"] * 3),
        ({"attended_only": True}, ["staff_only", "", ""]),
        ({"recall_list": {"hours": 1, "then": "stop"}}, ["blocked"] * 3),
        ({"recall_list": {"hours": 99, "then": "stop"}}, [""] * 3),
    ],
)
def test_ways_that_cannot_be_chosen_say_why(says: dict[str, object], told: list[str]) -> None:
    catalogue = FakeCatalogue()
    catalogue.rules = (restriction_from({"id": "r", "goods": {"skus": [TEA.sku]}, **says}),)
    clock = FakeClock()
    clock.wall_offset = timedelta(hours=2)
    assert reasons(catalogue, quantity=2, clock=clock, attended="attended_only" not in says) == told


def test_a_recalled_item_is_on_no_way_and_one_recalled_by_lot_only_in_the_shop() -> None:
    recall = Recall(recall_id="R", kind=RecallKind.RECALL, reason=LocalText("이물"), skus=frozenset({TEA.sku}))
    catalogue = FakeCatalogue(recalled=(recall,))
    assert reasons(catalogue) == ["blocked"] * 3
    by_lot = Recall(
        recall_id="R",
        kind=RecallKind.RECALL,
        reason=LocalText("이물"),
        skus=frozenset({TEA.sku}),
        batches=frozenset({"L1"}),
    )
    assert reasons(FakeCatalogue(recalled=(by_lot,))) == ["", "blocked", "blocked"]


def test_what_the_shop_does_not_offer_at_all_is_told_as_that() -> None:
    catalogue = FakeCatalogue(rules=(restriction_from({"id": "r", "goods": {}, "channels": ["carry_out"]}),))
    assert reasons(catalogue, item(2)) == ["", "not_picked_up", "not_shipped"]


def test_the_age_of_the_list_is_asked_for_where_there_is_a_link() -> None:
    catalogue, clock = FakeCatalogue(), FakeClock()
    clock.wall_offset = timedelta(days=9)
    catalogue.rules = (restriction_from({"id": "r", "goods": {}, "recall_list": {"hours": 1, "then": "stop"}}),)
    old = ItemRules(catalogue, clock, "here")
    fresh = ItemRules(catalogue, clock, "here", list_as_of=clock.now)
    assert old.of(TEA, 1)(CARRY_OUT)
    assert not fresh.of(TEA, 1)(CARRY_OUT)
    catalogue.rules, catalogue.version = (), catalogue.version + 1
    assert not old.of(TEA, 1)(CARRY_OUT), "a new version is read"
