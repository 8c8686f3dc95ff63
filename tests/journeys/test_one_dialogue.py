"""One dialogue at a terminal, also across processes: a station's folder has one kiosk (F-17, payment protocol 1)."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.fakes.kill_world import ROOT, Forge, KilledStation, KillWorld


@pytest.fixture(scope="module")
def station() -> Iterator[KilledStation]:
    world = KillWorld(["nexo"])
    world.start()
    yield world.stations["nexo"]
    world.stop()


def baro(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def test_a_second_kiosk_and_a_command_that_asks_the_terminal_are_refused(station: KilledStation) -> None:
    second = Forge()
    try:
        station.begin()
        refused = second.begin(station._errand())
        assert refused == {"ended": 4}
        assert "in use by another kiosk: end that one first" in station.said()
        ask = ("journal", "reconcile", "--settings", str(station.settings_file), "--ask")
        asked = baro(*ask)
        assert asked.returncode == 5
        assert "in use by another kiosk: end that one first" in asked.stderr
        looked = baro("journal", "reconcile", "--settings", str(station.settings_file))
        assert looked.returncode == 0, "looking needs no dialogue"
        station.check("nobody else wrote anything")
        assert station.go_on() == 0
        assert baro(*ask).returncode == 0, "after its end the terminal is free"
        assert "calm" in second.begin(station._errand()), "and the station too"
        second.go_on()
        assert second.ended()[0] == 0
    finally:
        second.close()


def test_a_killed_kiosk_holds_nothing(station: KilledStation) -> None:
    """The lock is the operating system's: it goes with the process, however that dies."""
    station.begin(point="K2.after", seed="one dialogue")
    assert station.go_on() == -9
    station.begin()
    station.check("the payment of the killed kiosk is settled")
    assert station.go_on() == 0
    reconciled = baro("journal", "reconcile", "--settings", str(station.settings_file), "--ask", "--json")
    assert reconciled.returncode == 0, reconciled.stdout
