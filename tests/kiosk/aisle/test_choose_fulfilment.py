"""How an item can be received, each way with fee, total and reason (A3)."""

import pytest

from kiosk.aisle.check_availability import check_availability
from kiosk.aisle.choose_fulfilment import FulfilmentOption, options, refusal
from kiosk.aisle.item_rules import ItemRules
from kiosk.aisle.place_order import PlaceOrder
from kiosk.aisle.show_item import ShowItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from tests.builders import MORNING, item, shop, stock
from tests.fakes.lane import BREAD, CHAIR, FakeCatalogue, FakeClock

SHOPS = (shop("here"), shop("near", distance_minutes=5), shop("warehouse", is_warehouse=True))
NEAR = Fulfilment(FulfilmentKind.PICK_UP, "near")


def ways(
    of: CatalogueItem,
    *,
    quantity: int = 1,
    online: bool = True,
    near: int = 3,
    catalogue: FakeCatalogue | None = None,
) -> list[FulfilmentOption]:
    counts = (stock("here", 4), stock("near", near), stock("warehouse", 9))
    availability = check_availability(of, counts, SHOPS, "here", MORNING)
    found = options(
        of,
        quantity,
        availability,
        ItemRules(catalogue or FakeCatalogue(), FakeClock(), "here").of(of, quantity),
        unit_price=of.unit_price,
        shipping_fee=3000,
        free_shipping_from=20000,
        online=online,
    )
    return list(found)


def test_nearest_and_free_first_with_fee_and_total() -> None:
    found = ways(item(1, price=5000, shipping=True, pickup=True), quantity=2)
    assert [x.fulfilment.kind for x in found] == [
        FulfilmentKind.CARRY_OUT,
        FulfilmentKind.PICK_UP,
        FulfilmentKind.SHIP,
    ]
    assert [(x.fee, x.total) for x in found] == [(0, 10000), (0, 10000), (3000, 13000)]
    assert [x.reason for x in found] == ["", "", ""]


def test_shipping_is_free_from_the_threshold() -> None:
    assert ways(item(1, price=20000, shipping=True))[-1].total == 20000


def test_what_cannot_be_chosen_stays_with_its_reason() -> None:
    assert [x.reason for x in ways(item(1))] == ["", "not_picked_up", "not_shipped"]
    assert [x.reason for x in ways(item(1, in_store=False, pickup=True), near=1)] == [
        "not_in_store",
        "sold_out",
        "not_shipped",
    ]
    assert [x.reason for x in ways(item(1, pickup=True, shipping=True, age_limit=19))] == [
        "",
        "age_limited",
        "age_limited",
    ]
    assert {x.reason for x in ways(item(1, blocked="recall", pickup=True))} == {"blocked"}


def test_a_shop_keeps_one_piece_for_itself() -> None:
    """Pick-up only from another shop with stock above the safety."""
    chair = item(1, pickup=True)
    assert ways(chair, quantity=2)[1].reason == ""
    assert ways(chair, quantity=3)[1].reason == "too_many"


def test_an_old_count_means_that_staff_look_first() -> None:
    chair = item(1, pickup=True)
    counts = (stock("near", 5, minutes=300),)
    found = check_availability(chair, counts, SHOPS, "here", MORNING)
    way = options(chair, 1, found, lambda _: (), unit_price=1, shipping_fee=0)[1]
    assert (way.reason, way.staff_look_first) == ("", True)


def test_offline_orders_are_paid_later() -> None:
    found = ways(item(1, pickup=True, shipping=True), online=False)
    assert [x.paid_later for x in found] == [False, True, True]


@pytest.mark.parametrize(
    ("way", "reason"),
    [(SHIP, ""), (NEAR, ""), (CARRY_OUT, "not_in_store"), (Fulfilment(FulfilmentKind.PICK_UP, "x"), "unknown_shop")],
)
def test_the_till_asks_the_same_rule(way: Fulfilment, reason: str) -> None:
    rules = ItemRules(FakeCatalogue(), FakeClock(), "here")
    assert PlaceOrder(FakeCatalogue(), FakeClock(), "here", rules).refusal(CHAIR, 1, way) == reason


def test_the_product_page_joins_it_all() -> None:
    rules = ItemRules(FakeCatalogue(), FakeClock(), "here")
    pages = ShowItem(FakeCatalogue(), FakeClock(), "here", rules, shipping_fee=3000)
    page = pages.page(BREAD.sku, quantity=2, member=True)
    assert page is not None
    assert (page.unit_price, page.options[0].total) == (3000, 6000)
    assert pages.page("nothing") is None


def test_the_counts_decide_for_carrying_out_too() -> None:
    counts = (stock("here", 0),)
    found = check_availability(item(1), counts, SHOPS, "here", MORNING)
    assert refusal(item(1), 1, CARRY_OUT, found, ()) == "sold_out"
