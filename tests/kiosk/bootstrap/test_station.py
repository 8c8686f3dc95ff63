"""A station opens whole or says what is missing and what to do; nothing is left open when it cannot."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.bootstrap.real_ports import ShopClock
from kiosk.bootstrap.station import Station, StationNotReady, enrol_station, fetch_first_catalogue, open_for_selling
from kiosk.database.engine import open_for_reading, raw_connection
from kiosk.database.errors import CatalogueRefused, StationFault
from kiosk.database.sealed_file import machine_marks, station_key
from kiosk.settings import CentralSection, Settings, StationSection
from sync.agent.central_client import CentralAway
from tests.fakes.catalogue_files import write_catalogue
from tests.fakes.enrolled_folder import enrol_folder, write_entries
from tests.fakes.station import SessionQueue

NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station"


def opened(folder: Path, *, central: str = "", post: Callable[[Callable[[], None]], None] | None = None) -> Station:
    settings = Settings(station=StationSection(folder=folder), central=CentralSection(url=central))
    return open_for_selling(settings, ShopClock("Asia/Seoul"), post or SessionQueue().post, lambda _head: None)


def change(folder: Path, sentence: str) -> None:
    database = open_for_reading(folder / "station.db", station_key(folder, machine_marks()))
    with database.connect(writing=True) as connection:
        raw = raw_connection(connection)
        for (trigger,) in list(raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
            raw.execute(f"DROP TRIGGER {trigger}")
        raw.execute(sentence)
    database.close()


def test_a_machine_that_is_not_enrolled_says_how_to_enrol(folder: Path) -> None:
    with pytest.raises(StationNotReady, match="baro kiosk --enrol CODE"):
        opened(folder)


def test_a_station_without_a_catalogue_says_where_one_comes_from(folder: Path) -> None:
    enrol_folder(folder)
    with pytest.raises(StationNotReady, match="name central, or make one"):
        opened(folder)


def test_without_a_catalogue_and_without_central_it_says_both(folder: Path) -> None:
    identity = enrol_folder(folder)
    settings = Settings(station=StationSection(folder=folder), central=CentralSection(url=NOBODY))
    with pytest.raises(CentralAway, match=f"no catalogue yet and {NOBODY} does not answer"):
        fetch_first_catalogue(settings, identity)


def test_enrolling_needs_central(folder: Path) -> None:
    settings = Settings(station=StationSection(folder=folder))
    with pytest.raises(StationNotReady, match=r"\[central\] url"):
        enrol_station(settings, "ABCD-1234", "kiosk")


def test_a_station_opens_sells_and_opens_again(folder: Path) -> None:
    """Offline with a catalogue: central is not needed to open (a shop without network opens in the morning)."""
    enrol_folder(folder)
    write_catalogue(folder / "catalogue.db", shop="SS01")
    for number in range(1, 4):
        station = opened(folder, central=NOBODY)
        assert station.catalogue.by_gtin("08809999010012") is not None
        assert not station.central.online()
        assert station.writer.run(lambda unit: unit.append("station.started", {})) == number
        station.close()
        station.close()  # twice is once


def test_a_station_of_its_own_is_never_online(folder: Path) -> None:
    enrol_folder(folder)
    write_catalogue(folder / "catalogue.db", shop="SS01")
    station = opened(folder)
    assert station.agent is None
    assert not station.central.online()
    station.close()


@pytest.mark.parametrize(
    "sentence",
    ["UPDATE journal SET body = replace(body, '3', '4') WHERE sequence = 4", "DELETE FROM journal WHERE sequence = 6"],
)
def test_a_broken_journal_closes_the_station(folder: Path, sentence: str) -> None:
    """I-8: nothing is sold behind a journal that somebody changed."""
    identity = enrol_folder(folder)
    write_catalogue(folder / "catalogue.db", shop="SS01")
    write_entries(folder, identity, 9)
    change(folder, sentence)
    with pytest.raises(StationNotReady, match=r"the journal is not whole.*call the technician"):
        opened(folder)


def test_a_catalogue_that_is_broken_is_said(folder: Path) -> None:
    enrol_folder(folder)
    (folder / "catalogue.db").write_bytes(b"rubbish" * 1000)
    with pytest.raises(CatalogueRefused, match=r"catalogue\.db"):
        opened(folder)


@pytest.mark.parametrize("broken", ["journal", "catalogue", "key"])
def test_a_station_that_cannot_open_leaves_nothing_running(folder: Path, broken: str) -> None:
    """A kiosk that stays closed must end: no thread of it goes on."""
    identity = enrol_folder(folder)
    write_catalogue(folder / "catalogue.db", shop="SS01")
    write_entries(folder, identity, 5)
    if broken == "journal":
        change(folder, "DELETE FROM journal WHERE sequence = 3")
    elif broken == "catalogue":
        (folder / "catalogue.db").write_bytes(b"rubbish" * 1000)
    else:
        (folder / "station.key").unlink()
    before = set(threading.enumerate())
    with pytest.raises((StationNotReady, StationFault)):
        opened(folder)
    left = [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert not left, [thread.name for thread in left]
