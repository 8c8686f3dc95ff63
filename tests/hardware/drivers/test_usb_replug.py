"""Scanners named by their USB id are found again wherever the kernel puts them (F-22, pain 19)."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware import driver_table
from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread
from hardware.driver_table import build
from hardware.ports.scanner import CodeRead, ScannerEvent
from hardware.simulators.evdev_scanner import EvdevScannerSimulator
from hardware.simulators.hid_scanner import HidScannerSimulator
from hardware.simulators.serial_scanner import SerialScannerSimulator
from tests.fakes.device_log import DeviceLog
from tests.fakes.sysfs_tree import SysfsTree

PROMISE = 3.0  # seconds from plugging in to "online"
CEILING = 3 * PROMISE  # on a loaded machine


class CountedClock:
    """The clock port: counts the seconds that the thread means to wait and lets each wait end when a test says."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits: list[float] = []
        self._go = threading.Semaphore(0)

    def now(self) -> float:
        return self.seconds

    def wait(self, signal: threading.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        while not self._go.acquire(timeout=0.02):
            if signal.is_set():
                return True
        self.seconds += seconds
        return signal.is_set()

    def go_on(self) -> None:
        """Let the wait that is under way end."""
        self._go.release()


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SysfsTree:
    tree = SysfsTree(tmp_path)
    monkeypatch.setattr(driver_table, "USB", tree.devices)
    return tree


class Counter:
    """A scanner's thread, built from settings as the kiosk builds it."""

    def __init__(self, driver: str, address: str, clock: CountedClock | None = None) -> None:
        self.events: DeviceLog[ScannerEvent] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        scanner = build("scanner", driver, address, name="front")
        self.thread = DeviceThread("front", scanner, self.events, self.states, clock)
        self.thread.start()

    def until(self, condition: DeviceCondition, times: int = 1, within: float = CEILING) -> DeviceState:
        states = self.states.wait(lambda all_: [s.condition for s in all_].count(condition) >= times, within)
        return [state for state in states if state.condition is condition][-1]

    def texts(self, count: int) -> list[str]:
        return [event.text for event in self.events.wait_count(count) if isinstance(event, CodeRead)]


@pytest.fixture
def started() -> Iterator[Callable[..., Counter]]:
    counters: list[Counter] = []

    def start(driver: str, address: str, clock: CountedClock | None = None) -> Counter:
        counters.append(Counter(driver, address, clock))
        return counters[-1]

    yield start
    for counter in counters:
        counter.thread.stop()


def test_a_serial_scanner_that_comes_back_under_another_number(
    tree: SysfsTree, tmp_path: Path, started: Callable[..., Counter]
) -> None:
    scanner = SerialScannerSimulator(tmp_path / "pty")
    scanner.start()
    tree.node("ttyACM0", scanner.address)
    counter = started("serial", "usb:0c2e:0b6a")
    counter.until(DeviceCondition.ONLINE)
    scanner.send("11111111")
    counter.texts(1)

    tree.pull("1-1.1")
    scanner.unplug()
    (tree.dev / "ttyACM0").unlink()
    assert "unplugged" in counter.until(DeviceCondition.OFFLINE).reason
    counter.states.wait(lambda states: any("not plugged in; there are" in state.reason for state in states))

    scanner.replug()
    tree.node("ttyACM3", scanner.address)
    tree.plug("1-1.1", tty="ttyACM3")
    counter.until(DeviceCondition.ONLINE, times=2)
    scanner.send("22222222")
    assert counter.texts(2) == ["11111111", "22222222"]
    scanner.stop()


def test_a_replug_is_noticed_within_the_promised_time_however_long_it_was_away(
    tree: SysfsTree, tmp_path: Path, started: Callable[..., Counter]
) -> None:
    """On the clock port: no pause between two looks is longer than the promise leaves room for."""
    clock = CountedClock()
    tree.pull("1-1.1")
    counter = started("serial", "usb:0c2e:0b6a", clock)
    for _ in range(20):
        counter.until(DeviceCondition.OFFLINE)
        clock.go_on()
    scanner = SerialScannerSimulator(tmp_path / "pty")
    scanner.start()
    tree.node("ttyACM1", scanner.address)
    tree.plug("1-1.1", tty="ttyACM1")
    plugged = clock.seconds
    clock.go_on()
    counter.until(DeviceCondition.ONLINE)
    assert clock.seconds - plugged <= 2.0 < PROMISE
    assert max(clock.waits) <= 2.0
    scanner.stop()


def test_two_scanners_that_are_alike_are_told_apart_by_their_sockets(
    tree: SysfsTree, tmp_path: Path, started: Callable[..., Counter]
) -> None:
    left, right = SerialScannerSimulator(tmp_path / "left"), SerialScannerSimulator(tmp_path / "right")
    for scanner, node in ((left, "ttyUSB0"), (right, "ttyUSB1")):
        scanner.start()
        tree.node(node, scanner.address)
    first, second = started("serial", "usb:067b:2303@1-1.4.1"), started("serial", "usb:067b:2303@1-1.4.2")
    first.until(DeviceCondition.ONLINE)
    second.until(DeviceCondition.ONLINE)
    left.send("11111111")
    right.send("22222222")
    assert (first.texts(1), second.texts(1)) == (["11111111"], ["22222222"])

    # Both are pulled out and come back in the other order: the kernel's numbers are exchanged.
    for scanner, place in ((left, "1-1.4.1"), (right, "1-1.4.2")):
        tree.pull(place)
        scanner.unplug()
    first.until(DeviceCondition.OFFLINE)
    second.until(DeviceCondition.OFFLINE)
    for scanner, place, node in ((right, "1-1.4.2", "ttyUSB0"), (left, "1-1.4.1", "ttyUSB1")):
        scanner.replug()
        tree.node(node, scanner.address)
        tree.plug(place, usbserial=node)
    first.until(DeviceCondition.ONLINE, times=2)
    second.until(DeviceCondition.ONLINE, times=2)
    left.send("33333333")
    right.send("44444444")
    assert (first.texts(2), second.texts(2)) == (["11111111", "33333333"], ["22222222", "44444444"])
    left.stop()
    right.stop()


def test_an_address_that_fits_two_is_a_fault_with_the_addresses_to_write(
    tree: SysfsTree, started: Callable[..., Counter]
) -> None:
    state = started("serial", "usb:067b:2303").until(DeviceCondition.FAULTY)
    assert "write one of usb:067b:2303@1-1.4.1, usb:067b:2303@1-1.4.2" in state.reason


def test_a_hid_scanner_that_comes_back_under_another_number(
    tree: SysfsTree, tmp_path: Path, started: Callable[..., Counter]
) -> None:
    scanner = HidScannerSimulator(tmp_path / "hid")
    scanner.start()
    tree.node("hidraw2", scanner.address)
    tree.node("hidraw2.descriptor", scanner.address + ".descriptor")
    counter = started("hid", "usb:05e0:1300")
    counter.until(DeviceCondition.ONLINE)
    scanner.send("8801234567893")
    tree.pull("1-1.2")
    scanner.unplug()
    counter.until(DeviceCondition.OFFLINE)
    scanner.replug()
    tree.node("hidraw9", scanner.address)
    tree.node("hidraw9.descriptor", scanner.address + ".descriptor")
    tree.plug("1-1.2", hidraw="hidraw9")
    counter.until(DeviceCondition.ONLINE, times=2)
    scanner.send("49123562", "]E4")
    assert counter.texts(2) == ["8801234567893", "49123562"]
    scanner.stop()


def test_a_typing_scanner_that_comes_back_under_another_number(
    tree: SysfsTree, tmp_path: Path, started: Callable[..., Counter]
) -> None:
    scanner = EvdevScannerSimulator(tmp_path / "keys")
    scanner.start()
    tree.node("input/event7", scanner.address)
    counter = started("evdev", "usb:05f9:2214")
    counter.until(DeviceCondition.ONLINE)
    scanner.send("8801234567893")
    counter.texts(1)
    tree.pull("1-1.3")
    scanner.unplug()
    counter.until(DeviceCondition.OFFLINE)
    scanner.replug()
    tree.node("input/event12", scanner.address)
    tree.plug("1-1.3", event="event12")
    counter.until(DeviceCondition.ONLINE, times=2)
    scanner.send("49123562")
    assert counter.texts(2) == ["8801234567893", "49123562"]
    scanner.stop()
