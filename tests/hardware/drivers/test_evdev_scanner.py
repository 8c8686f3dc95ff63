"""The driver of scanners that type: what is peculiar to it besides the promises of every scanner (T-2)."""

import fcntl
import os
from pathlib import Path

import pytest

from hardware.codecs.input_event import EVENT
from hardware.codecs.us_keyboard import strokes
from hardware.drivers.evdev_scanner import EvdevScanner
from hardware.errors import DeviceOffline
from hardware.ports.scanner import CodeRead, CodeRefused
from hardware.simulators.evdev_scanner import EvdevScannerSimulator
from hardware.transports.device_node import EVIOCGRAB, DeviceNode
from tests.hardware.drivers.scanner_conformance import ScannerLog


@pytest.fixture
def scanner(tmp_path: Path) -> EvdevScannerSimulator:
    scanner = EvdevScannerSimulator(tmp_path / "event3")
    scanner.start()
    return scanner


def test_slow_typing_is_a_code_too_because_the_keyboard_is_the_scanners_own(scanner: EvdevScannerSimulator) -> None:
    log = ScannerLog(EvdevScanner(DeviceNode(scanner.address), "front"))
    scanner.press(strokes("8801"))
    scanner.press(strokes("2345\r"))
    assert [read.text for read in log.reads(1)] == ["88012345"]
    log.thread.stop()
    scanner.stop()


def test_lost_keys_spoil_the_code_they_belong_to_and_no_other(scanner: EvdevScannerSimulator) -> None:
    log = ScannerLog(EvdevScanner(DeviceNode(scanner.address), "front"))
    scanner.press([*strokes("8801"), (42, True)])  # Shift goes down, and nobody hears that it comes up
    scanner.lose_keys()
    scanner.send("abc-12345")
    read, refused = log.reads(1)[0], log.refusals(1)[0]
    assert read.text == "abc-12345"
    assert "keys were lost" in refused.reason
    log.thread.stop()
    scanner.stop()


def test_the_separator_as_alt_with_digits(scanner: EvdevScannerSimulator) -> None:
    log = ScannerLog(EvdevScanner(DeviceNode(scanner.address), "front"))
    scanner.set_up(separator="alt")
    scanner.send("]C10108801234567893\x1d10A")
    (read,) = log.reads(1)
    assert (read.text, read.gs1) == ("0108801234567893\x1d10A", True)
    log.thread.stop()
    scanner.stop()


def test_commands_steer_it(scanner: EvdevScannerSimulator) -> None:
    log = ScannerLog(EvdevScanner(DeviceNode(scanner.address), "front"))
    commands = scanner.commands()
    commands["send"](text="8801234567893")
    commands["send_hex"](octets="1b 41 42 43 0d")
    commands["press"](keys=strokes("ABCD\r"))
    events = log.events.wait_count(3)
    assert [type(event) for event in events] == [CodeRead, CodeRefused, CodeRead]
    log.thread.stop()
    scanner.stop()


def test_a_real_keyboard_is_taken_alone_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """EVIOCGRAB with 1 at the opened file; closing the file gives the keys back (linux/input.h)."""
    asked: list[tuple[int, int]] = []

    def ioctl(_file: int, request: int, value: int) -> int:
        asked.append((request, value))
        return 0

    monkeypatch.setattr(fcntl, "ioctl", ioctl)
    node = DeviceNode("/dev/zero", alone=True)
    node.open()
    assert asked == [(EVIOCGRAB, 1)]
    node.close()
    write, size, number = 1, 4, 0x90
    assert write << 30 | size << 16 | ord("E") << 8 | number == EVIOCGRAB  # _IOW('E', 0x90, int)


def test_a_keyboard_that_somebody_else_holds_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_arguments: object) -> int:
        raise OSError(16, os.strerror(16))

    monkeypatch.setattr(fcntl, "ioctl", busy)
    with pytest.raises(DeviceOffline, match="Device or resource busy"):
        EvdevScanner(DeviceNode("/dev/zero", alone=True), "front").run(lambda _event: None)


def test_packets_of_the_simulator_are_whole_records(scanner: EvdevScannerSimulator) -> None:
    node = DeviceNode(scanner.address)
    node.open()
    scanner.send("88")
    assert len(node.read(2.0)) % EVENT.size == 0
    node.close()
    scanner.stop()
