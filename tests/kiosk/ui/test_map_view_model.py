"""The map: blocks, the wanted place, the way, and where the screen stands."""

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.ui.map_view_model import MapViewModel
from kiosk.ui.shop_documents import FloorPlan
from kiosk.ui.shown_places import ShownPlaces
from tests.fakes.demo_aisle import DemoAisle, documents
from tests.fakes.till import FakeTill
from tests.kiosk.ui.scenes import NOON, cart_list
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def shop_map(plan: FloorPlan) -> MapViewModel:
    return MapViewModel(FakeTill(cart_list()), ShownPlaces(DemoAisle(NOON)), plan)


def test_the_zone_of_the_place_is_hot_and_the_way_starts_here() -> None:
    shown: Any = shop_map(documents().plan)
    shown.look("shelf-4-1")
    assert shown.placeName == "4번 주방용품"
    assert shown.walk == "걸어서 1분"
    assert [block.name for block in shown.blocks.rows if block.hot] == ["4 주방용품"]
    assert (shown.route[0].x(), shown.route[0].y()) == (shown.hereX, shown.hereY) == (300, 239)
    assert shown.spoken == "매장 지도, 4번 주방용품, 걸어서 1분"


def test_a_shop_without_a_plan_shows_its_shelves() -> None:
    shown: Any = shop_map(FloorPlan())
    shown.look("fridge-3")
    assert [block.name for block in shown.blocks.rows if block.hot] == ["냉장고 3번 칸"]
    right = max(place.x + place.width for place in DemoAisle(NOON).places())
    assert shown.wide > right


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_an_unknown_place_has_no_map(place: str) -> None:
    shown: Any = shop_map(documents().plan)
    shown.look("shelf-4-1")
    shown.look(place)
    assert not shown.known
    assert shown.blocks.rowCount() == 0
    assert shown.route == []


def test_the_sheet_shows_what_it_was_opened_for() -> None:
    models: Any = models_showing(cart_list())
    models.navigator.showSheetFor("map", "shelf-3-2")
    assert models.map.placeName == "3번 과자 칸"
