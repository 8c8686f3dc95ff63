"""The technician's page: every device as measured, tests, and shoppers kept out meanwhile."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import StaffView
from kiosk.technician.device_checks import DeviceChecks
from kiosk.technician.device_overview import DeviceOverview
from kiosk.ui.devices_view_model import DeviceRow, DevicesViewModel
from kiosk.ui.navigator import Navigator
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import devices
from tests.kiosk.ui.scenes import NOON, idle

TECHNICIAN = replace(idle(), staff=StaffView(True, "문태오", "technician"))


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations and timers need an application."""


@dataclass
class Room:
    """A page over devices whose clock is moved by hand."""

    now: datetime = NOON
    till: FakeTill = field(default_factory=lambda: FakeTill(TECHNICIAN))

    def __post_init__(self) -> None:
        self.overview = DeviceOverview(lambda: self.now)
        self.overview.add("scanner", "scanner", "serial", "/dev/ttyACM0")
        self.overview.changed("scanner", True)
        self.navigator = Navigator()
        self.navigator.follow(TECHNICIAN)
        checks = DeviceChecks(self.overview, {}, self.seconds)
        self.page: Any = DevicesViewModel(self.till, self.navigator, self.overview.cards, checks, lambda: self.now)

    def seconds(self) -> float:
        return self.now.timestamp()

    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.page.refresh()

    @property
    def card(self) -> DeviceRow:
        found: DeviceRow = self.page.devices.rows[0]
        return found


def test_counts_and_states_are_those_of_the_devices() -> None:
    page = devices().devices
    assert (page.fine, page.toCheck, page.away) == (3, 1, 1)
    told = {row.key: (row.health, row.healthText, row.measure) for row in page.devices.rows}
    assert told["scale"] == ("bad", "끊김", "방금 끊겼어요 · no such port")
    assert told["printer"][:2] == ("warn", "확인")
    assert told["terminal"] == ("ok", "정상", "왕복 112ms")
    assert told["camera"][2] == "1초에 29.8장 · 해독 11ms"


def test_those_that_need_a_look_come_first() -> None:
    rows = devices().devices.devices.rows
    assert [row.health for row in rows][:2] == ["bad", "warn"]


def test_the_page_keeps_shoppers_out_until_it_is_left() -> None:
    room = Room()
    room.navigator.open("devices")
    room.page.leave()
    assert room.till.asked == [("technician_enter",), ("technician_leave",), ("staff_sign_out",)]
    assert room.navigator.route.page == "idle"


def test_a_test_asks_for_a_signal_and_tells_its_end() -> None:
    room = Room()
    room.navigator.open("devices")
    room.page.test("scanner")
    assert (room.card.health, room.card.measure) == ("testing", "아무 바코드나 비춰 주세요")
    room.overview.event("scanner")
    room.wait(1)
    assert (room.card.health, room.card.measure) == ("ok", "시험에 통과했어요")
    room.page.testAll()
    room.wait(11)
    assert room.card.measure == "10초 안에 신호가 없었어요"


def test_results_are_forgotten_when_the_page_is_left() -> None:
    room = Room()
    room.navigator.open("devices")
    room.page.test("scanner")
    room.wait(11)
    room.navigator.back()
    room.navigator.open("devices")
    assert room.card.measure == "연결됐어요"


def test_signals_are_drawn_per_second_and_a_lost_device_counts_its_minutes() -> None:
    room = Room()
    room.navigator.open("devices")
    for _ in range(3):
        room.overview.event("scanner")
    room.wait(1)
    assert room.card.samples[-1] == 3
    room.wait(2)
    assert room.card.samples[-2:] == [0, 0]
    assert room.card.measure.startswith("신호 3번")
    room.overview.changed("scanner", False, "unplugged")
    room.wait(180)
    assert room.card.measure == "3분째 신호 없음 · unplugged"


def test_two_devices_of_a_kind_are_told_apart() -> None:
    room = Room()
    room.overview.add("hand", "scanner", "wedge", "")
    room.page.refresh()
    assert {row.title for row in room.page.devices.rows} == {"바코드 스캐너 · scanner", "바코드 스캐너 · hand"}


def test_a_kiosk_without_devices_says_so() -> None:
    page = devices(none=True).devices
    assert page.devices.rowCount() == 0
    assert (page.fine, page.toCheck, page.away) == (0, 0, 0)
