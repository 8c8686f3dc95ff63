"""The keeper signs the journal's head, watches the disk and says when nothing more can be written (T-7, F-6, F-7)."""

import queue
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.bootstrap.station_keeper import StationKeeper
from kiosk.database.errors import StationBroken
from kiosk.database.free_space import SpaceLeft, SpaceState

PLENTY = SpaceLeft(9_000_000_000, SpaceState.PLENTY)
LOW = SpaceLeft(400_000_000, SpaceState.LOW)
FULL = SpaceLeft(100_000_000, SpaceState.NO_NEW_CARTS)


class Books:
    """A journal whose head is signed and a writer that can break."""

    def __init__(self) -> None:
        self.signed = 0
        self.fault: Exception | None = None
        self.broken = ""
        self.signing = threading.Event()

    def sign_head(self) -> None:
        self.signed += 1
        self.signing.set()
        if self.fault is not None:
            raise self.fault


class Disk:
    """What the disk has left, one measurement after another; the last stays."""

    def __init__(self, *left: SpaceLeft | OSError) -> None:
        self._left = list(left)
        self.looked: queue.SimpleQueue[int] = queue.SimpleQueue()

    def measure(self, _folder: Path) -> SpaceLeft:
        self.looked.put(1)
        left = self._left.pop(0) if len(self._left) > 1 else self._left[0]
        if isinstance(left, OSError):
            raise left
        return left

    def wait(self, looks: int) -> None:
        for _ in range(looks):
            self.looked.get(timeout=10)


Keeping = Callable[..., StationKeeper]


@pytest.fixture
def books() -> Books:
    return Books()


@pytest.fixture
def keeping(books: Books, tmp_path: Path) -> Iterator[Keeping]:
    made: list[StationKeeper] = []

    def keep(disk: Disk, told: list[str], broken: list[str], sign_every: float = 600.0) -> StationKeeper:
        keeper = StationKeeper(
            tmp_path,
            books,  # type: ignore[arg-type]
            books,  # type: ignore[arg-type]
            told=told.append,
            broken=broken.append,
            look_every=0.01,
            sign_every=sign_every,
            measure=disk.measure,
        )
        made.append(keeper)
        keeper.start()
        return keeper

    yield keep
    for keeper in made:
        keeper.stop()


def test_the_head_is_signed_at_the_start_and_at_the_end(keeping: Keeping, books: Books) -> None:
    disk = Disk(PLENTY)
    keeper = keeping(disk, [], [])
    disk.wait(5)
    assert books.signed == 1, "ten minutes are not over"
    keeper.stop()
    assert books.signed == 2, "and each closing"


def test_the_head_is_signed_again_and_again(keeping: Keeping, books: Books) -> None:
    disk = Disk(PLENTY)
    keeping(disk, [], [], sign_every=0.05)
    disk.wait(25)
    assert 3 <= books.signed <= 6


def test_a_full_disk_is_told_when_it_changes_and_only_then(keeping: Keeping) -> None:
    """F-6, 3.5: below 200 MB no new carts; below 500 MB selling goes on."""
    disk = Disk(PLENTY, LOW, FULL, FULL, FULL, LOW, PLENTY)
    told: list[str] = []
    keeping(disk, told, [])
    disk.wait(12)
    assert told == ["disk", ""]


def test_a_folder_that_cannot_be_measured_changes_nothing(keeping: Keeping) -> None:
    disk = Disk(FULL, OSError("gone"), FULL, OSError("gone"), PLENTY)
    told: list[str] = []
    keeping(disk, told, [])
    disk.wait(10)
    assert told == ["disk", ""]


def test_a_broken_writer_is_told_once_and_ends_the_watch(keeping: Keeping, books: Books) -> None:
    """F-7: after a failed fsync the process must start again before it writes."""
    broken: list[str] = []
    books.broken = "fsync failed"
    disk = Disk(PLENTY)
    keeping(disk, [], broken)
    disk.wait(1)
    with pytest.raises(queue.Empty):
        disk.looked.get(timeout=0.3)
    assert broken == ["fsync failed"]


@pytest.mark.parametrize("fault", [StationBroken("broken"), OSError("full"), TimeoutError("slow")])
def test_a_head_that_cannot_be_signed_does_not_end_the_watch(keeping: Keeping, books: Books, fault: Exception) -> None:
    books.fault = fault
    disk = Disk(PLENTY)
    keeper = keeping(disk, [], [], sign_every=0.02)
    disk.wait(10)
    assert books.signed >= 3
    keeper.stop()


def test_a_keeper_that_was_never_started_signs_at_its_end(books: Books, tmp_path: Path) -> None:
    keeper = StationKeeper(tmp_path, books, books, told=print, broken=print)  # type: ignore[arg-type]
    keeper.stop()
    assert books.signed == 1


def test_the_whole_file_is_read_once_a_night_and_an_unsound_one_closes_the_till(books: Books, tmp_path: Path) -> None:
    """Reliability 3.4."""
    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    nights = iter([None, None, date(2026, 11, 22), date(2026, 11, 22)])
    last = date(2026, 11, 22)
    reads: list[int] = []

    def findings() -> list[str]:
        reads.append(1)
        return ["row 7 missing from index"]

    disk = Disk(PLENTY)
    keeper = StationKeeper(
        tmp_path,
        books,  # type: ignore[arg-type]
        books,  # type: ignore[arg-type]
        told=told.put,
        broken=told.put,
        look_every=0.01,
        measure=disk.measure,
        night=lambda: next(nights, last),
        findings=findings,
    )
    keeper.start()
    assert told.get(timeout=10) == "damaged"
    disk.wait(6)
    keeper.stop()
    assert reads == [1]
    assert told.empty()
