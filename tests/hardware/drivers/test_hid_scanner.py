"""The driver of HID POS scanners: what is peculiar to it besides the promises of every scanner."""

from pathlib import Path

import pytest

from hardware.drivers.hid_scanner import HidScanner
from hardware.errors import DeviceGarbled
from hardware.ports.scanner import CodeRead, CodeRefused
from hardware.simulators.hid_scanner import HidScannerSimulator, report, status_report
from hardware.transports.device_node import HidNode
from tests.fakes.sysfs_tree import KEYBOARD
from tests.hardware.drivers.scanner_conformance import ScannerLog


def test_a_device_that_is_no_scanner_is_told(tmp_path: Path) -> None:
    scanner = HidScannerSimulator(tmp_path / "hidraw0")
    scanner.start()
    (tmp_path / "hidraw0.descriptor").write_bytes(KEYBOARD)
    with pytest.raises(DeviceGarbled, match="USB HID POS"):
        HidScanner(HidNode(scanner.address), "front").run(lambda _event: None)
    scanner.stop()


def test_status_reports_and_lost_pieces(tmp_path: Path) -> None:
    scanner = HidScannerSimulator(tmp_path / "hidraw0")
    scanner.start()
    log = ScannerLog(HidScanner(HidNode(scanner.address), "front"))
    scanner.send_report(status_report(3))
    scanner.send("8801234567893")
    scanner.send_report(report(b"x" * 56, b"]Q1", more=True))
    scanner.send("49123562", "]E4")
    reads = log.reads(2)
    assert [(read.text, read.symbology) for read in reads] == [("8801234567893", "EAN-13"), ("49123562", "EAN-8")]
    (refused,) = log.refusals(1)
    assert refused.reason == "a code broke off after 56 characters: scan again"
    log.thread.stop()
    scanner.stop()


def test_commands_steer_it(tmp_path: Path) -> None:
    scanner = HidScannerSimulator(tmp_path / "hidraw0")
    scanner.start()
    log = ScannerLog(HidScanner(HidNode(scanner.address), "front"))
    commands = scanner.commands()
    commands["send"](text="8801234567893")
    commands["set_up"](prefix="~", suffix="\r")
    commands["send_hex"](octets="41 42 43 44", identifier="]C0")
    commands["report"](octets=report(b"\x1b[A", b"]Q1").hex())
    events = log.events.wait_count(3)
    assert [type(event) for event in events] == [CodeRead, CodeRead, CodeRefused]
    log.thread.stop()
    scanner.stop()
