"""Every scanner driver keeps the same promises, each against its own simulator."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.codecs.barcode_line import Identifiers, LineFormat
from hardware.codecs.us_keyboard import strokes
from hardware.drivers.evdev_scanner import EvdevScanner
from hardware.drivers.hid_scanner import HidScanner
from hardware.drivers.serial_scanner import SerialScanner, SpeedSeekingScanner
from hardware.drivers.wedge_scanner import WedgeScanner
from hardware.simulators.evdev_scanner import EvdevScannerSimulator
from hardware.simulators.hid_scanner import HidScannerSimulator, report
from hardware.simulators.serial_scanner import SerialScannerSimulator
from hardware.transports.device_node import DeviceNode, HidNode
from hardware.transports.serial_port import SerialPort
from tests.hardware.drivers.scanner_conformance import ScannerBench, ScannerConformance, ScannerLog

WITH_AIM = LineFormat(identifiers=Identifiers.AIM)


class SerialBench:
    can_unplug = True

    def __init__(self, folder: Path, driver: type[SerialScanner] = SerialScanner) -> None:
        self.scanner = SerialScannerSimulator(folder / "ttyACM0")
        self.scanner.start()
        self.log = ScannerLog(driver(SerialPort(self.scanner.address), "front", WITH_AIM))
        self._aim = True
        if driver is SpeedSeekingScanner:
            self.scan("88012345", "]C0")  # the speed is found with the first scan
            self.log.reads(1)
            self.log.events.items.clear()

    def scan(self, text: str, identifier: str = "]E0") -> None:
        self.scanner.send((identifier if self._aim else "") + text)

    def scan_bytes(self, octets: bytes) -> None:
        self.scanner.send_bytes(b"]Q1" + octets + b"\r")

    def half_a_scan(self) -> None:
        self.scanner.send_bytes(b"]E08801")

    def forget_identifiers(self) -> None:
        self._aim = False

    def right_again(self) -> None:
        self._aim = True

    def unplug(self) -> None:
        self.scanner.unplug()

    def replug(self) -> None:
        self.scanner.replug()

    def stop(self) -> None:
        self.log.thread.stop()
        self.scanner.stop()


class HidBench:
    can_unplug = True

    def __init__(self, folder: Path) -> None:
        self.scanner = HidScannerSimulator(folder / "hidraw0")
        self.scanner.start()
        self.log = ScannerLog(HidScanner(HidNode(self.scanner.address), "front", WITH_AIM))

    def scan(self, text: str, identifier: str = "]E0") -> None:
        self.scanner.send(text, identifier)

    def scan_bytes(self, octets: bytes) -> None:
        self.scanner.send_bytes(octets, "]Q1")

    def half_a_scan(self) -> None:
        self.scanner.send_report(report(b"8" * 56, b"]Q1", more=True))

    def forget_identifiers(self) -> None:
        self.scanner.set_up(aim=False)

    def right_again(self) -> None:
        self.scanner.set_up()

    def unplug(self) -> None:
        self.scanner.unplug()

    def replug(self) -> None:
        self.scanner.replug()

    def stop(self) -> None:
        self.log.thread.stop()
        self.scanner.stop()


class EvdevBench:
    can_unplug = True

    def __init__(self, folder: Path) -> None:
        self.scanner = EvdevScannerSimulator(folder / "event7")
        self.scanner.start()
        self.log = ScannerLog(EvdevScanner(DeviceNode(self.scanner.address, alone=True), "front", WITH_AIM))
        self._aim = True

    def scan(self, text: str, identifier: str = "]E0") -> None:
        self.scanner.send((identifier if self._aim else "") + text)

    def scan_bytes(self, octets: bytes) -> None:
        self.scanner.send_bytes(b"]Q1" + octets + b"\r")

    def half_a_scan(self) -> None:
        self.scanner.press(strokes("]E08801"))

    def forget_identifiers(self) -> None:
        self._aim = False

    def right_again(self) -> None:
        self._aim = True

    def unplug(self) -> None:
        self.scanner.unplug()

    def replug(self) -> None:
        self.scanner.replug()

    def stop(self) -> None:
        self.log.thread.stop()
        self.scanner.stop()


class WedgeBench:
    """The window that hands its keys to the driver, with the times that the window system gives them."""

    can_unplug = False

    def __init__(self, _folder: Path) -> None:
        self.wedge = WedgeScanner("front", WITH_AIM)
        self.log = ScannerLog(self.wedge)
        self._aim = True
        self._at = 100.0

    def scan(self, text: str, identifier: str = "]E0") -> None:
        self._type((identifier if self._aim else "") + text + "\r")

    def scan_bytes(self, octets: bytes) -> None:
        self._type("]Q1" + octets.decode("latin-1") + "\r")

    def half_a_scan(self) -> None:
        self._type("]E08801")
        self._at += 1.0

    def forget_identifiers(self) -> None:
        self._aim = False

    def right_again(self) -> None:
        self._aim = True

    def unplug(self) -> None:
        raise AssertionError("a keyboard cannot say whether it is there")

    def replug(self) -> None:
        raise AssertionError("a keyboard cannot say whether it is there")

    def stop(self) -> None:
        self.log.thread.stop()

    def _type(self, text: str) -> None:
        for character in text:
            self._at += 0.004
            self.wedge.key(character, self._at)


class TestSerialConformance(ScannerConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ScannerBench]:
        bench = SerialBench(tmp_path)
        yield bench
        bench.stop()


class TestSpeedSeekingConformance(ScannerConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ScannerBench]:
        bench = SerialBench(tmp_path, SpeedSeekingScanner)
        yield bench
        bench.stop()


class TestHidConformance(ScannerConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ScannerBench]:
        bench = HidBench(tmp_path)
        yield bench
        bench.stop()


class TestEvdevConformance(ScannerConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ScannerBench]:
        bench = EvdevBench(tmp_path)
        yield bench
        bench.stop()


class TestWedgeConformance(ScannerConformance):
    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ScannerBench]:
        bench = WedgeBench(tmp_path)
        yield bench
        bench.stop()
