"""What a technician is told of the attached devices."""

from pathlib import Path

from hardware.drivers.scanner_list import scanners_found
from tests.fakes.sysfs_tree import SysfsTree


def test_scanners_come_first_with_driver_and_address_to_write(tmp_path: Path) -> None:
    tree = SysfsTree(tmp_path)
    found = scanners_found(tree.devices)
    assert [(one.driver, one.address, Path(one.path).name, one.certain) for one in found] == [
        ("hid", "usb:05e0:1300", "hidraw2", True),
        ("serial", "usb:0c2e:0b6a", "ttyACM0", False),
        ("evdev", "usb:05f9:2214", "event7", False),
        ("serial", "usb:067b:2303@1-1.4.1", "ttyUSB0", False),
        ("serial", "usb:067b:2303@1-1.4.2", "ttyUSB1", False),
        ("evdev", "usb:046d:c31c", "event3", False),
    ]
    assert (found[1].maker, found[1].serial, found[1].place) == ("Honeywell", "15196B4AA2", "1-1.1")


def test_the_camera_is_nobodys_scanner(tmp_path: Path) -> None:
    assert "1-3" not in [one.place for one in scanners_found(SysfsTree(tmp_path).devices)]
