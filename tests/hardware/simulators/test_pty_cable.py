"""The simulated cable keeps its address and gives back what it took."""

import os
import threading
from pathlib import Path

import pytest

from hardware.errors import DeviceOffline
from hardware.simulators.pty_cable import PtyCable


def test_the_link_stays_the_same_over_unplug_and_replug(tmp_path: Path) -> None:
    cable = PtyCable(lambda _octets: None, tmp_path / "dev" / "ttyScanner")
    cable.plug()
    first = os.readlink(cable.link)
    assert first.startswith("/dev/pts/")
    cable.unplug()
    assert not cable.link.is_symlink()
    with pytest.raises(DeviceOffline):
        cable.send(b"x")
    cable.plug()
    assert cable.link.exists()
    cable.dispose()


def test_a_full_line_that_nobody_reads_is_told(tmp_path: Path) -> None:
    cable = PtyCable(lambda _octets: None, tmp_path / "port")
    cable.plug()
    with pytest.raises(DeviceOffline, match="Nobody reads"):
        cable.send(b"x" * 200_000)
    cable.dispose()


def test_nothing_is_left_behind() -> None:
    files, threads = len(os.listdir("/proc/self/fd")), threading.active_count()
    for _ in range(20):
        cable = PtyCable(lambda _octets: None)
        cable.plug()
        cable.plug()
        folder = cable.link.parent
        cable.unplug()
        cable.unplug()
        cable.dispose()
        assert not folder.exists()
    assert len(os.listdir("/proc/self/fd")) == files
    assert threading.active_count() == threads


def test_a_real_file_at_the_place_of_the_link_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "port").write_text("mine")
    cable = PtyCable(lambda _octets: None, tmp_path / "port")
    with pytest.raises(FileExistsError):
        cable.plug()
    assert (tmp_path / "port").read_text() == "mine"
    cable.dispose()
