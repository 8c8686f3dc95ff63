"""The window follows the journey; a touch opens only what the stage allows."""

import pytest

from kiosk.domain.checkout_state import Stage
from kiosk.ui.page_route import HOME, Route, at_stage, at_the_cart, back, opened, with_sheet


def test_every_stage_has_a_page() -> None:
    assert set(HOME) == set(Stage)


def test_a_touch_opens_and_back_closes() -> None:
    cart = Route(Stage.SHOPPING)
    product = opened(opened(cart, "search"), "product", "SKU1")
    assert (product.page, product.subject) == ("product", "SKU1")
    assert back(product).page == "search"
    assert back(back(product)).page == "cart"
    assert back(cart).page == "cart"


def test_paying_closes_what_was_open() -> None:
    assert at_stage(opened(Route(Stage.SHOPPING), "search"), Stage.CHOOSING_TENDER).page == "tender"


def test_the_product_page_stays_when_its_item_begins_the_cart() -> None:
    found = opened(opened(Route(Stage.IDLE), "search"), "product", "SKU1")
    assert at_stage(found, Stage.SHOPPING).page == "product"


def test_nothing_of_one_shopper_is_open_for_the_next() -> None:
    """I-15."""
    assert at_stage(opened(Route(Stage.SHOPPING), "search"), Stage.IDLE) == Route(Stage.IDLE)


def test_a_page_the_stage_does_not_allow_changes_nothing() -> None:
    paying = Route(Stage.PAYING)
    assert opened(paying, "search") is paying


def test_opening_the_home_page_closes_the_others() -> None:
    assert opened(opened(Route(Stage.SHOPPING), "search"), "cart").page == "cart"


def test_back_closes_the_sheet_first() -> None:
    route = with_sheet(opened(Route(Stage.SHOPPING), "search"), "why", "3")
    assert route.sheet_subject == "3"
    assert back(route).sheet == ""
    assert back(route).page == "search"


def test_an_unknown_sheet_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no sheet"):
        with_sheet(Route(), "party")


@pytest.mark.parametrize("page", ["search", "product", "fulfilment", "produce", "member"])
def test_what_must_be_read_now_leads_back_to_the_cart(page: str) -> None:
    found = with_sheet(opened(Route(Stage.SHOPPING), page), "map")
    assert at_the_cart(found) == Route(Stage.SHOPPING)


def test_staff_are_not_led_away_and_no_other_stage_is_left() -> None:
    staff = opened(Route(Stage.SHOPPING), "approvals")
    assert at_the_cart(staff) is staff
    searching = opened(Route(Stage.IDLE), "search")
    assert at_the_cart(searching) is searching
