"""A new catalogue comes into use whole, or the old one stays; no question of the till fails meanwhile."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.catalogue_swap import CatalogueSwap, first_catalogue, version_at
from kiosk.database.errors import CatalogueRefused
from kiosk.domain.catalogue import CatalogueHead
from sync.agent.pull_catalogue import CatalogueSink
from tests.fakes import catalogue_files as shop
from tests.fakes.catalogue_files import write_catalogue
from tests.fakes.station import SessionQueue


class Swapped:
    """A reader, its swap, and what the session was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.session = SessionQueue()
        self.told: list[CatalogueHead] = []
        self.reader = CatalogueReader(write_catalogue(folder / "catalogue.db"))
        self.swap = CatalogueSwap(self.reader, shop="SH1", post_to_session=self.session.post, adopted=self.told.append)

    def price(self) -> int:
        item = self.reader.by_sku("B01001")
        assert item is not None
        return item.unit_price

    def newer(self, version: int, price: int) -> Path:
        items = [replace(shop.BANANA_MILK, unit_price=price), *shop.ITEMS[1:]]
        return write_catalogue(self.folder / f"new-{version}", version, items=items, stock_position=version * 10)


@pytest.fixture
def swapped(tmp_path: Path) -> Iterator[Swapped]:
    made = Swapped(tmp_path)
    yield made
    made.reader.close()


def test_it_is_the_sink_that_the_agent_asks_for(swapped: Swapped) -> None:
    sink: CatalogueSink = swapped.swap
    assert sink.adopted_version() == 7


def test_a_newer_file_is_used_from_the_moment_the_session_is_told(swapped: Swapped) -> None:
    new = swapped.newer(8, 1800)
    swapped.swap.adopt(new, 8)
    assert not new.exists()
    assert swapped.swap.adopted_version() == 8
    assert (swapped.price(), swapped.reader.head().version, swapped.told) == (1700, 7, [])
    swapped.session.run_one()
    assert (swapped.price(), swapped.reader.head().version) == (1800, 8)
    assert [head.version for head in swapped.told] == [8]
    assert swapped.reader.stock_position() == 80


def test_after_a_restart_the_newer_file_is_there(swapped: Swapped) -> None:
    swapped.swap.adopt(swapped.newer(9, 1900), 9)
    reader = CatalogueReader(swapped.reader.path)
    assert reader.head().version == 9
    reader.close()


def refused(swapped: Swapped, path: Path, version: int, reason: str) -> None:
    with pytest.raises(CatalogueRefused, match=reason):
        swapped.swap.adopt(path, version)
    assert (swapped.price(), swapped.swap.adopted_version(), version_at(swapped.reader.path)) == (1700, 7, 7)
    assert swapped.session.calls.empty()


def test_the_version_must_grow(swapped: Swapped) -> None:
    refused(swapped, swapped.newer(7, 1), 7, "versions only grow")
    refused(swapped, swapped.newer(6, 1), 6, "version 7 is in use")
    refused(swapped, swapped.newer(8, 1), 9, "version 8, not 9")


def test_the_catalogue_of_another_shop_is_refused(swapped: Swapped) -> None:
    refused(swapped, write_catalogue(swapped.folder / "new", 8, shop="SH2"), 8, "shop SH2, this is shop SH1")


def test_a_damaged_file_is_refused_wherever_it_is_damaged(swapped: Swapped) -> None:
    whole = swapped.newer(8, 1800).read_bytes()
    broken = swapped.folder / "broken"
    missed = []
    for page in range(len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
        broken.write_bytes(bytes(content))
        try:
            swapped.swap.adopt(broken, 8)
        except CatalogueRefused:
            continue
        missed.append(page)
    assert missed == []
    for size in (0, 100, 4096, len(whole) // 2, len(whole) - 4096):
        broken.write_bytes(whole[:size])
        refused(swapped, broken, 8, "broken")
    refused(swapped, swapped.folder / "nowhere", 8, "no catalogue")


def test_a_file_from_another_disk_is_copied(swapped: Swapped) -> None:
    elsewhere = Path("/dev/shm")
    if not elsewhere.is_dir() or elsewhere.stat().st_dev == swapped.folder.stat().st_dev:
        pytest.skip("this machine has no second disk to take the file from")
    far = elsewhere / f"baro-{swapped.folder.name}"
    shutil.copy(swapped.newer(8, 1800), far)
    swapped.swap.adopt(far, 8)
    swapped.session.run_one()
    assert (swapped.price(), far.exists()) == (1800, False)


def test_a_thread_that_begins_between_rename_and_switch_reads_one_whole_catalogue(swapped: Swapped) -> None:
    swapped.swap.adopt(swapped.newer(8, 1800), 8)
    told: list[tuple[int, int]] = []

    def ask() -> None:
        told.append((swapped.reader.head().version, swapped.price()))
        swapped.reader.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert told == [(8, 1800)]
    assert swapped.reader.head().version == 7


def test_no_question_fails_while_versions_come(swapped: Swapped) -> None:
    ending = threading.Event()
    faults: list[Exception] = []
    asked = [0, 0]

    def ask(place: int) -> None:
        try:
            while not ending.is_set():
                version = swapped.reader.head().version
                item = swapped.reader.by_gtin(shop.BANANA_MILK.gtin)
                later = swapped.reader.head().version
                assert item is not None
                assert item.unit_price in {1700 + 100 * (v - 7) for v in range(version, later + 1)}
                assert swapped.reader.search("바나나우유")
                asked[place] += 1
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for version in range(8, 28):
        swapped.swap.adopt(swapped.newer(version, 1700 + 100 * (version - 7)), version)
        swapped.session.run_one()
    ending.set()
    for thread in threads:
        thread.join()
    assert faults == []
    assert min(asked) > 20
    assert swapped.price() == 1700 + 100 * 20


def test_the_first_catalogue_needs_no_reader(tmp_path: Path) -> None:
    place = tmp_path / "catalogue.db"
    assert version_at(place) == 0
    assert first_catalogue(write_catalogue(tmp_path / "new", 3), place, shop="SH1").version == 3
    assert version_at(place) == 3
    with pytest.raises(CatalogueRefused, match="versions only grow"):
        first_catalogue(write_catalogue(tmp_path / "new", 3), place, shop="SH1")
    place.write_bytes(b"rubbish")
    assert version_at(place) == 0
    assert first_catalogue(tmp_path / "new", place, shop="SH1").version == 3
    with pytest.raises(CatalogueRefused, match="version 4, not 5"):
        first_catalogue(write_catalogue(tmp_path / "new", 4), place, shop="SH1", version=5)
    assert first_catalogue(tmp_path / "new", place, shop="SH1", version=4).version == 4
