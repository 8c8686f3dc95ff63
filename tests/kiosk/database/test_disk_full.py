"""A full disk: nothing acknowledged is lost, and a payment in progress still finishes (F-6, reliability 3.5)."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.database.free_space import SpaceReserve, SpaceState, space_left
from kiosk.database.journal_check import check_journal
from kiosk.database.writer import StationWriter
from tests.fakes.station import SessionQueue, StandingClock, open_test_station

WORD = "x" * 4_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("only root may mount the small disk that this test fills")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return


def test_a_full_disk_stops_nothing_that_was_stored(small_disk: Path) -> None:
    session, clock = SessionQueue(), StandingClock()
    database = open_test_station(small_disk)
    writer = StationWriter(database, clock.now, session.post)
    stored = [writer.run(lambda unit: unit.append("sale.completed", {"text": WORD})) for _ in range(20)]
    fill(small_disk)
    failed: list[Exception] = []
    for _ in range(60):
        writer.submit(lambda unit: unit.append("sale.completed", {"text": WORD}), stored.append, failed.append)
        session.run_one()
    assert failed
    assert "full" in str(failed[0])
    assert writer.broken == ""
    assert stored == list(range(1, len(stored) + 1))
    (small_disk / "filler").unlink()
    assert writer.run(lambda unit: unit.append("sale.completed", {})) == len(stored) + 1
    assert writer.close()
    verdict = check_journal(database)
    assert (verdict.whole, verdict.last) == (True, len(stored) + 1)
    database.close()


def test_the_reserve_lets_a_sale_finish_on_a_full_disk(small_disk: Path) -> None:
    session, clock = SessionQueue(), StandingClock()
    database = open_test_station(small_disk)
    reserve = SpaceReserve(small_disk / "reserve", 1_000_000)
    assert reserve.keep()
    assert reserve.keep()
    writer = StationWriter(database, clock.now, session.post, reserve=reserve)
    fill(small_disk)
    assert not SpaceReserve(small_disk / "second", 100_000).keep()
    assert not (small_disk / "second").exists()
    for _ in range(60):
        writer.run(lambda unit: unit.append("sale.completed", {"text": WORD}))
    assert not (small_disk / "reserve").exists()
    assert not reserve.give_up()
    assert writer.close()
    assert check_journal(database).last == 60
    database.close()


@pytest.mark.parametrize(
    ("free", "state"),
    [
        (10**12, SpaceState.PLENTY),
        (500_000_000, SpaceState.PLENTY),
        (499_999_999, SpaceState.LOW),
        (200_000_000, SpaceState.LOW),
        (199_999_999, SpaceState.NO_NEW_CARTS),
        (0, SpaceState.NO_NEW_CARTS),
    ],
)
def test_what_the_free_space_allows(monkeypatch: pytest.MonkeyPatch, free: int, state: SpaceState) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(free, 0, free))
    assert space_left(Path("/")).state is state
    assert space_left(Path("/")).free_bytes == free


def test_the_space_of_a_real_folder_is_measured(tmp_path: Path) -> None:
    assert space_left(tmp_path).free_bytes > 0
    with pytest.raises(OSError, match="nowhere"):
        space_left(tmp_path / "nowhere")
