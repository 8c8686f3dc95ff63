"""The kiosk killed at each step of a purchase at a ZVT terminal of the newer rule (F-1, F-18, F-19)."""

from collections.abc import Iterator

import pytest

from tests.fakes.kill_world import KilledStation
from tests.journeys.kill_turns import LONG_TURNS, POINTS, kill_often, killed_station


@pytest.fixture(scope="module")
def station() -> Iterator[KilledStation]:
    with killed_station("zvt-synchronised") as station:
        yield station


@pytest.mark.long
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_step_at_the_size_of_a_release(station: KilledStation, point: str) -> None:
    kill_often(station, point, LONG_TURNS)
