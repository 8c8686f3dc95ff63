"""The attached USB devices as /sys tells them: scanners, and what is none."""

from pathlib import Path

from hardware.ports.usb_devices import NodeKind, UsbDevice
from hardware.simulators.hid_scanner import DESCRIPTOR
from hardware.transports.usb_sysfs import SysfsUsbDevices
from tests.fakes.sysfs_tree import SysfsTree


def at(devices: tuple[UsbDevice, ...], place: str) -> UsbDevice:
    return next(device for device in devices if device.place == place)


def nodes(device: UsbDevice) -> list[tuple[str, str]]:
    return [(node.kind, Path(node.path).name) for node in device.nodes]


def test_devices_come_in_the_order_of_their_sockets(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    places = [device.place for device in tree.devices.attached()]
    assert places == ["usb1", "1-1", "1-1.1", "1-1.2", "1-1.3", "1-1.4.1", "1-1.4.2", "1-2", "1-3"]


def test_a_scanner_is_told_with_its_names_and_its_port(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    scanner = at(tree.devices.attached(), "1-1.1")
    assert (scanner.vendor, scanner.product, scanner.serial) == ("0c2e", "0b6a", "15196B4AA2")
    assert (scanner.maker, scanner.model) == ("Honeywell", "Xenon 1900 Area-Imaging Scanner")
    assert [(node.kind, node.path) for node in scanner.nodes] == [(NodeKind.SERIAL, str(tree.dev / "ttyACM0"))]


def test_each_kind_of_file_is_found(tmp_path: Path) -> None:
    devices = SysfsTree(tmp_path).devices.attached()
    assert nodes(at(devices, "1-1.2")) == [("hid", "hidraw2")]
    assert at(devices, "1-1.2").nodes[0].descriptor == DESCRIPTOR
    assert nodes(at(devices, "1-1.3")) == [("hid", "hidraw3"), ("keys", "event7")]
    assert nodes(at(devices, "1-1.4.1")) == [("serial", "ttyUSB0")]
    assert nodes(at(devices, "1-3")) == [], "a webcam's file is the camera's business"
    assert nodes(at(devices, "usb1")) == nodes(at(devices, "1-1")) == []


def test_the_media_keys_of_a_keyboard_are_no_keyboard(tmp_path: Path) -> None:
    keyboard = at(SysfsTree(tmp_path).devices.attached(), "1-2")
    assert [name for kind, name in nodes(keyboard) if kind == "keys"] == ["event3"]


def test_a_device_that_went_is_gone_and_one_that_came_back_has_its_new_name(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    tree.pull("1-1.1")
    assert "1-1.1" not in [device.place for device in tree.devices.attached()]
    tree.plug("1-1.1", tty="ttyACM3")
    assert nodes(at(tree.devices.attached(), "1-1.1")) == [("serial", "ttyACM3")]


def test_half_a_device_is_left_out(tmp_path: Path) -> None:
    """As while it is pulled out: its files vanish one after another."""
    tree = SysfsTree(tmp_path)
    (tree.sys / "bus" / "usb" / "devices" / "1-1.1" / "idProduct").unlink()
    assert "1-1.1" not in [device.place for device in tree.devices.attached()]


def test_a_machine_without_usb_has_none(tmp_path: Path) -> None:
    assert SysfsUsbDevices(tmp_path / "nothing").attached() == ()


def test_broken_files_do_no_harm(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    folder = tree.sys / "bus" / "usb" / "devices" / "1-1.3"
    (folder / "manufacturer").write_bytes(b"\xff\xfeDatalogic\n")
    for bitmap in folder.rglob("key"):
        bitmap.write_text("not a number\n")
    scanner = at(tree.devices.attached(), "1-1.3")
    assert scanner.maker.endswith("Datalogic")
    assert nodes(scanner) == [("hid", "hidraw3")]
