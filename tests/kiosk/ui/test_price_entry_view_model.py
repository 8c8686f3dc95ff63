"""Staff type a lower price: digits only, with a reason, about the request that waits."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import StaffView
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import BEER, DISPUTED, lowering_price
from tests.kiosk.ui.scenes import cart_list
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def at_the_list() -> tuple[FakeTill, Any]:
    staff = StaffView(True, "한지우", "attendant", (BEER, DISPUTED))
    till = FakeTill(replace(cart_list(), staff=staff))
    models: Any = models_showing(till.snapshot, till)
    models.navigator.open("approvals")
    return till, models


def test_a_typed_price_goes_to_the_till_with_its_reason() -> None:
    till, models = at_the_list()
    price = models.staff.price
    price.begin(DISPUTED.request_id)
    assert models.navigator.sheet == "price"
    price.confirm()
    assert till.asked == [], "nothing was typed yet"
    for digit in "0250x":
        price.press(digit)
    price.erase()
    price.press("0")
    price.choose("damaged")
    price.confirm()
    assert till.asked == [("staff_lower_price", DISPUTED.request_id, 250, "damaged")]
    price.clear()
    assert not price.typed


def test_only_a_price_request_opens_the_sheet() -> None:
    _, models = at_the_list()
    models.staff.price.begin(BEER.request_id)
    assert models.navigator.sheet == ""


def test_the_sheet_goes_with_its_request() -> None:
    models = lowering_price("2500")
    assert models.navigator.sheet == "price"
    models.show(replace(cart_list(), staff=StaffView(True, "한지우", "attendant", ())))
    assert (models.navigator.sheet, models.navigator.page) == ("", "approvals")


@pytest.mark.parametrize(
    ("problem", "words"),
    [("price_not_lower", "지금 가격보다 낮게 적어 주세요"), ("price_too_low", "그만큼은 아무도 내릴 수 없어요")],
)
def test_a_price_that_may_not_be_is_explained(problem: str, words: str) -> None:
    assert lowering_price("9", problem=problem).staff.problem == words
