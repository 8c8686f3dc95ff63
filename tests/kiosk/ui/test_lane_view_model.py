"""Where to pay while this checkout takes no cards: nothing is said that is not known."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import LaneView, Snapshot
from tests.fakes.till import FakeTill
from tests.kiosk.ui.away_scenes import (
    cart_terminal_away,
    idle_parked,
    idle_parked_here,
    idle_terminal_away,
    idle_terminal_away_lane,
)
from tests.kiosk.ui.pay_scenes import tender_settling, tender_terminal_away
from tests.kiosk.ui.scenes import HEALTHY, cart_empty, cart_list, idle
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def lanes(snapshot: Snapshot) -> Any:
    models: Any = models_showing(snapshot)
    return models.lanes


def test_without_another_checkout_only_the_staffed_one_is_named() -> None:
    shown = lanes(idle_terminal_away())
    assert shown.away
    assert shown.way == "담은 상품은 직원 계산대에서 결제할 수 있어요"
    assert [row["title"] for row in shown.others] == ["직원 계산대"]
    assert (shown.place, shown.walk) == ("", "")


def test_the_nearest_checkout_is_named_with_the_way_to_it() -> None:
    shown = lanes(idle_terminal_away_lane())
    assert shown.way == "가까운 2번 계산대에서 바로 결제할 수 있어요"
    assert [row["title"] for row in shown.others] == ["2번 계산대", "직원 계산대"]
    assert shown.place == "bags-1"
    assert shown.walk.endswith("걸어서 1분")


def test_a_place_that_the_map_does_not_have_is_not_promised() -> None:
    lane = LaneView("2", staffed=False, place="nowhere")
    assert lanes(replace(idle_terminal_away(), lanes=(lane,))).place == ""


def test_a_staffed_checkout_with_a_number_is_called_by_it() -> None:
    shown = lanes(replace(idle_terminal_away(), lanes=(LaneView("9", staffed=True),)))
    assert [row["title"] for row in shown.others] == ["직원 계산대 9"]
    assert shown.way == "담은 상품은 직원 계산대에서 결제할 수 있어요"


def test_what_still_pays_here_is_said() -> None:
    assert lanes(idle_terminal_away_lane()).works == "상품권은 이 계산대에서 쓸 수 있어요"
    assert lanes(idle_terminal_away()).works == ""


def test_it_returns_to_normal_by_itself() -> None:
    models: Any = models_showing(idle_terminal_away())
    assert models.lanes.away
    models.show(idle())
    assert not models.lanes.away


@pytest.mark.parametrize(
    ("moment", "offered"),
    [
        (cart_terminal_away(), True),
        (tender_terminal_away(), True),
        (tender_settling(), True),
        (cart_list(), False),
        (idle_terminal_away(), False),
        (replace(cart_empty(), health=replace(HEALTHY, terminal="away")), False),
    ],
)
def test_only_a_cart_that_no_card_can_pay_is_sent_on(moment: Snapshot, offered: bool) -> None:
    assert lanes(moment).sendOffered is offered


def test_the_number_goes_once_it_was_read_and_comes_with_the_next_cart() -> None:
    till = FakeTill(idle_parked())
    models: Any = models_showing(till.snapshot, till)
    assert models.lanes.numberShown
    models.lanes.understood()
    assert not models.lanes.numberShown
    assert till.asked == [("touch",)]
    models.show(idle_parked())
    assert not models.lanes.numberShown
    models.show(idle())
    models.show(idle_parked())
    assert models.lanes.numberShown


def test_it_says_who_can_take_the_cart_up() -> None:
    everywhere, here = lanes(idle_parked()), lanes(idle_parked_here())
    assert (everywhere.number, everywhere.parkedWords) == ("301", "상품 7개 · 17,790원")
    assert "직원 계산대에서" in everywhere.parkedWhere
    assert "이 계산대에서 꺼내요" in here.parkedWhere
    assert "오후 6:42까지" in here.parkedWhere
