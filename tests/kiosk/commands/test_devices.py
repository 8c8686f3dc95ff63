"""`baro devices`: what is plugged in, as the settings take it."""

import tomllib
from pathlib import Path

import pytest

from hardware import driver_table
from hardware.driver_table import build
from hardware.transports.usb_sysfs import SysfsUsbDevices
from kiosk.commands.command_line import ExitCode
from tests.fakes.baro_command import Baro
from tests.fakes.sysfs_tree import SysfsTree


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SysfsTree:
    tree = SysfsTree(tmp_path)
    monkeypatch.setattr(driver_table, "USB", tree.devices)
    return tree


def test_what_it_says_can_be_written_into_the_settings(baro: Baro, tree: SysfsTree) -> None:
    said = baro("devices")
    assert said.code == ExitCode.OK
    assert "Honeywell Xenon 1900 Area-Imaging Scanner 15196B4AA2, socket 1-1.1, now" in said.out
    lines = [line.strip() for line in said.out.splitlines()]
    for driver, address in zip(
        [line for line in lines if line.startswith("driver")],
        [line for line in lines if line.startswith("address")],
        strict=True,
    ):
        table = tomllib.loads(f"{driver}\n{address}")
        build("scanner", table["driver"], table["address"])


def test_as_json(baro: Baro, tree: SysfsTree) -> None:
    told = baro("devices", "--json").json
    assert [one["driver"] for one in told] == ["hid", "serial", "evdev", "serial", "serial", "evdev"]
    assert told[0] == {
        "driver": "hid", "address": "usb:05e0:1300", "path": str(tree.dev / "hidraw2"),
        "maker": "Symbol Technologies, Inc, 2008", "model": "Symbol Bar Code Scanner",
        "serial": "S/N:9A1B2C3D4E5F", "place": "1-1.2", "certain": True,
    }  # fmt: skip


def test_nothing_plugged_in_is_a_no(baro: Baro, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver_table, "USB", SysfsUsbDevices(tmp_path))
    said = baro("devices")
    assert said.code == ExitCode.NO
    assert "no scanner" in said.out
    assert baro("devices", "--json").json == []


def test_drivers_are_listed_and_the_untried_one_says_so(baro: Baro) -> None:
    assert "toss-front (not tried on a device)" in baro("devices", "--drivers").out
    offered = baro("devices", "--drivers", "--json").json
    assert "nexo" in offered["terminal"]
    assert "toss-front (not tried on a device)" in offered["terminal"]
