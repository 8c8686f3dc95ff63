"""The kiosk killed at each step of a purchase at a Toss Front terminal, our plug-in in a real browser (F-1, F-18)."""

from collections.abc import Iterator

import pytest

from hardware.simulators.front_browser import find_chromium
from tests.fakes.kill_world import KilledStation
from tests.journeys.kill_turns import LONG_TURNS, POINTS, TURNS, kill_often, killed_station

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def station() -> Iterator[KilledStation]:
    with killed_station("toss-front") as station:
        yield station


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_step(station: KilledStation, point: str) -> None:
    kill_often(station, point, TURNS)


@pytest.mark.long
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_step_at_the_size_of_a_release(station: KilledStation, point: str) -> None:
    kill_often(station, point, LONG_TURNS)
