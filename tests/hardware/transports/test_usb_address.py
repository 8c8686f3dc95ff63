"""Addresses by USB id: their form, what they find, and what is said when they find nothing or too much."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.hid_pos import is_pos_scanner
from hardware.errors import DeviceMisused, DeviceOffline
from hardware.ports.usb_devices import NodeKind
from hardware.transports.usb_address import UsbAddress, address_of, find_node, is_usb, parse_usb
from tests.fakes.sysfs_tree import SysfsTree


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("usb:0c2e:0b6a", UsbAddress("0c2e", "0b6a")),
        ("USB:0C2E:0B6A", UsbAddress("0c2e", "0b6a")),
        ("usb:0c2e:0b6a:15196B4AA2", UsbAddress("0c2e", "0b6a", "15196B4AA2")),
        ("usb:05e0:1300:S/N:9A1B2C3D4E5F", UsbAddress("05e0", "1300", "S/N:9A1B2C3D4E5F")),
        ("usb:067b:2303@1-1.4.1", UsbAddress("067b", "2303", "", "1-1.4.1")),
        ("usb:067b:2303:A@B@1-2", UsbAddress("067b", "2303", "A@B", "1-2")),
    ],
)
def test_the_forms(text: str, address: UsbAddress) -> None:
    assert is_usb(text)
    assert parse_usb(text) == address
    assert parse_usb(str(address)) == address


@pytest.mark.parametrize(
    "text", ["usb:", "usb:0c2e", "usb:0c2e:b6a", "usb:0c2e:0b6g", "usb:0c2e:0b6a@left", "usb:0c2e:0b6a:"]
)
def test_what_has_another_form_is_told(text: str) -> None:
    with pytest.raises(DeviceMisused, match="usb:VENDOR:PRODUCT:SERIAL"):
        parse_usb(text)


@given(st.from_regex(r"[0-9a-f]{4}", fullmatch=True), st.text("ABC:@/. 019-", max_size=12))
def test_any_serial_number_is_found_again_or_refused(product: str, serial: str) -> None:
    written = f"usb:0c2e:{product}:{serial}@1-2"
    try:
        address = parse_usb(written)
    except DeviceMisused:
        assert serial == "" or serial[0] == "@", "only these are refused"
        return
    assert address == UsbAddress("0c2e", product, serial, "1-2")


def find(tree: SysfsTree, address: str, kind: NodeKind = NodeKind.SERIAL) -> str:
    wanted = (lambda node: is_pos_scanner(node.descriptor)) if kind is NodeKind.HID else None
    return Path(find_node(tree.devices, parse_usb(address), kind, wanted).path).name


def test_a_device_is_found_by_what_it_is(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    assert find(tree, "usb:0c2e:0b6a") == "ttyACM0"
    assert find(tree, "usb:0c2e:0b6a:15196B4AA2") == "ttyACM0"
    assert find(tree, "usb:0c2e:0b6a@1-1.1") == "ttyACM0"
    assert find(tree, "usb:05e0:1300", NodeKind.HID) == "hidraw2"
    assert find(tree, "usb:05f9:2214", NodeKind.KEYS) == "event7"


def test_two_alike_are_told_apart_by_their_sockets(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    with pytest.raises(DeviceMisused, match=r"2 devices fit .* usb:067b:2303@1-1.4.1, usb:067b:2303@1-1.4.2"):
        find(tree, "usb:067b:2303")
    assert find(tree, "usb:067b:2303@1-1.4.1") == "ttyUSB0"
    assert find(tree, "usb:067b:2303@1-1.4.2") == "ttyUSB1"


def test_what_is_not_there_is_said_with_what_is(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    with pytest.raises(DeviceOffline, match=r"not plugged in; there are: usb:0c2e:0b6a, usb:067b:2303@1-1\.4\.1"):
        find(tree, "usb:dead:beef")
    with pytest.raises(DeviceOffline, match="there are: usb:05e0:1300"):
        find(tree, "usb:dead:beef", NodeKind.HID)
    for place in ("1-1.1", "1-1.4.1", "1-1.4.2"):
        tree.pull(place)
    with pytest.raises(DeviceOffline, match="there are: no serial devices"):
        find(tree, "usb:0c2e:0b6a")


def test_a_scanner_with_another_interface_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeviceOffline, match="offers no hid port: check its interface"):
        find(SysfsTree(tmp_path), "usb:05f9:2214", NodeKind.HID)
    with pytest.raises(DeviceOffline, match="offers no serial port"):
        find(SysfsTree(tmp_path / "again"), "usb:05e0:1300")


def test_the_shortest_address_that_names_one_device_alone(tmp_path: Path) -> None:
    attached = SysfsTree(tmp_path).devices.attached()
    assert [address_of(device, attached) for device in attached if device.nodes] == [
        "usb:0c2e:0b6a",
        "usb:05e0:1300",
        "usb:05f9:2214",
        "usb:067b:2303@1-1.4.1",
        "usb:067b:2303@1-1.4.2",
        "usb:046d:c31c",
    ]
