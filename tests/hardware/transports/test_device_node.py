"""Device files that are read in packets: sockets of simulators, and what is no device."""

import socket
import threading
import time
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.packet_cable import PacketCable
from hardware.transports.device_node import DeviceNode, HidNode
from tests.fakes.sysfs_tree import SysfsTree


def test_packets_keep_their_borders(tmp_path: Path) -> None:
    cable = PacketCable(tmp_path / "hidraw0")
    cable.plug()
    node = DeviceNode(str(cable.path))
    node.open()
    node.open()  # a second time is nothing
    cable.send(b"one")
    cable.send(b"two")
    assert [node.read(1.0), node.read(1.0), node.read(0.02)] == [b"one", b"two", b""]
    node.close()
    with pytest.raises(DeviceOffline, match="not open"):
        node.read(0.0)
    cable.dispose()


def test_an_unplugged_device_is_offline_and_back_at_the_same_place(tmp_path: Path) -> None:
    cable = PacketCable(tmp_path / "hidraw0")
    cable.plug()
    node = DeviceNode(str(cable.path))
    node.open()
    cable.unplug()
    with pytest.raises(DeviceOffline, match="unplugged"):
        node.read(1.0)
    with pytest.raises(DeviceOffline, match="cannot be opened"):
        node.open()
    cable.plug()
    node.open()
    cable.send(b"back")
    assert node.read(1.0) == b"back"
    node.close()
    cable.dispose()


def test_closing_from_another_thread_ends_a_read(tmp_path: Path) -> None:
    cable = PacketCable(tmp_path / "hidraw0")
    cable.plug()
    node = DeviceNode(str(cable.path))
    node.open()
    threading.Timer(0.05, node.close).start()
    with pytest.raises(DeviceOffline):
        node.read(30.0)
    cable.dispose()


def test_the_place_is_looked_for_at_each_opening(tmp_path: Path) -> None:
    cable = PacketCable(tmp_path / "hidraw7")
    cable.plug()
    places = ["/dev/no-such-hidraw", str(cable.path)]
    node = DeviceNode(lambda: places.pop(0))
    with pytest.raises(DeviceOffline, match="no-such-hidraw cannot be opened"):
        node.open()
    node.open()
    assert node.path == str(cable.path)
    node.close()
    cable.dispose()


def test_a_plain_file_is_no_device(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DeviceMisused, match="no device file"):
        DeviceNode(str(tmp_path / "file")).open()


def test_a_keyboard_that_cannot_be_had_alone_is_not_opened() -> None:
    """T-2: keys that others see too could drive the screen."""
    with pytest.raises(DeviceOffline, match="/dev/null cannot be opened"):
        DeviceNode("/dev/null", alone=True).open()


def test_a_character_device_is_opened() -> None:
    node = DeviceNode("/dev/zero")
    node.open()
    assert node.read(1.0).strip(b"\0") == b""
    node.close()


def test_sending_to_nobody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.simulators.packet_cable._PATIENCE", 0.05)
    cable = PacketCable(tmp_path / "hidraw0")
    with pytest.raises(DeviceOffline, match="unplugged"):
        cable.send(b"x")
    cable.plug()
    with pytest.raises(DeviceOffline, match="Nobody has"):
        cable.send(b"x")
    cable.dispose()
    assert not cable.path.exists()


def test_nothing_is_left_behind() -> None:
    before = threading.active_count()
    for _ in range(20):
        cable = PacketCable()
        cable.plug()
        cable.plug()
        folder = cable.path.parent
        cable.unplug()
        cable.unplug()
        cable.dispose()
        assert not folder.exists()
    until = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() <= before, "threads of other tests may have ended meanwhile"


def test_a_file_at_the_place_of_the_socket_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "hidraw0").write_text("mine")
    cable = PacketCable(tmp_path / "hidraw0")
    with pytest.raises(OSError, match="in use"):
        cable.plug()
    assert (tmp_path / "hidraw0").read_text() == "mine"
    cable.dispose()


def test_the_descriptor_is_read_beside_a_socket_and_under_sys(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    cable = PacketCable(tmp_path / "socket")
    cable.plug()
    (tmp_path / "socket.descriptor").write_bytes(b"\x05\x8c")
    node = HidNode(str(cable.path), tree.sys)
    node.open()
    assert node.descriptor() == b"\x05\x8c"
    node.close()
    cable.dispose()
    real = HidNode(lambda: "/dev/zero", tree.sys)
    real.open()
    with pytest.raises(DeviceOffline, match="report_descriptor cannot be read"):
        real.descriptor()
    tree.node("scanner", "/dev/hidraw2")
    real.path = str(tree.dev / "scanner")
    assert real.descriptor().startswith(b"\x05\x8c")
    real.close()


def test_a_newer_host_takes_the_cable(tmp_path: Path) -> None:
    cable = PacketCable(tmp_path / "hidraw0")
    cable.plug()
    first = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    first.connect(str(cable.path))
    cable.send(b"a")
    second = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    second.connect(str(cable.path))
    first.settimeout(5)
    assert first.recv(9) == b"a"
    assert first.recv(9) == b"", "the older one reads its end"
    cable.send(b"b")
    second.settimeout(5)
    assert second.recv(9) == b"b"
    first.close()
    second.close()
    cable.dispose()
