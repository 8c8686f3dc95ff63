"""A thousand hostile codes through real drivers into the real session: "unknown code" and nothing else (T-2)."""

import json
import logging
import queue
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from hardware.codecs.barcode_line import Identifiers, LineFormat
from hardware.device_thread import DeviceCondition, DeviceThread
from hardware.drivers.evdev_scanner import EvdevScanner
from hardware.drivers.hid_scanner import HidScanner
from hardware.drivers.serial_scanner import SerialScanner
from hardware.drivers.wedge_scanner import WedgeScanner
from hardware.ports.scanner import CodeRead, CodeRefused, Scanner, ScannerEvent
from hardware.simulators.evdev_scanner import EvdevScannerSimulator
from hardware.simulators.hid_scanner import HidScannerSimulator
from hardware.simulators.serial_scanner import SerialScannerSimulator
from hardware.transports.device_node import DeviceNode, HidNode
from hardware.transports.serial_port import SerialPort
from kiosk.checkout.notice import NoticeKind
from kiosk.domain.checkout_state import Stage
from tests.fakes.hostile_codes import MARK, hostile_codes
from tests.fakes.lane import MILK, Lane

Way = Callable[[Path], AbstractContextManager[tuple[Scanner, Callable[[bytes], None]]]]


class Desk:
    """A lane whose scanner is a real driver on its thread; events are taken on the test's thread."""

    def __init__(self, scanner: Scanner) -> None:
        self.lane = Lane().boot()
        self.events: list[ScannerEvent] = []
        self._came: queue.SimpleQueue[ScannerEvent] = queue.SimpleQueue()
        self.thread = DeviceThread("hand", scanner, self._came.put)
        self.thread.start()

    def take_until(self, last: str) -> None:
        """Let the session take everything up to the code `last`."""
        while True:
            event = self._came.get(timeout=20)
            self.events.append(event)
            if isinstance(event, CodeRead) and event.text == last:
                return
            self.lane.session.scan(event)
            self.lane.run()


@contextmanager
def serial(folder: Path) -> Iterator[tuple[Scanner, Callable[[bytes], None]]]:
    scanner = SerialScannerSimulator(folder / "scanner")
    scanner.start()
    yield SerialScanner(SerialPort(scanner.address), "hand"), lambda code: scanner.send_bytes(code + b"\r")
    scanner.stop()


@contextmanager
def serial_with_identifiers(folder: Path) -> Iterator[tuple[Scanner, Callable[[bytes], None]]]:
    scanner = SerialScannerSimulator(folder / "scanner")
    scanner.start()
    driver = SerialScanner(SerialPort(scanner.address), "hand", LineFormat(identifiers=Identifiers.AIM))
    yield driver, lambda code: scanner.send_bytes(b"]Q1" + code + b"\r")
    scanner.stop()


@contextmanager
def hid(folder: Path) -> Iterator[tuple[Scanner, Callable[[bytes], None]]]:
    scanner = HidScannerSimulator(folder / "hidraw0")
    scanner.start()
    yield HidScanner(HidNode(scanner.address), "hand"), lambda code: scanner.send_bytes(code, "]Q1")
    scanner.stop()


@contextmanager
def evdev(folder: Path) -> Iterator[tuple[Scanner, Callable[[bytes], None]]]:
    scanner = EvdevScannerSimulator(folder / "event0")
    scanner.start()
    driver = EvdevScanner(DeviceNode(scanner.address), "hand")
    yield driver, lambda code: scanner.send_bytes(code + b"\r")
    scanner.stop()


@contextmanager
def wedge(_folder: Path) -> Iterator[tuple[Scanner, Callable[[bytes], None]]]:
    """Keys as a window has them: also characters that no byte can be, half a surrogate pair among them."""
    driver, clock = WedgeScanner("hand"), [0.0]

    def send(code: bytes) -> None:
        for character in code.decode("utf-8", "surrogatepass" if b"\xed" in code else "replace") + "\r":
            clock[0] += 0.001
            driver.key(character, clock[0])

    yield driver, send


WAYS: list[Way] = [serial, serial_with_identifiers, hid, evdev, wedge]


@pytest.mark.parametrize("way", WAYS, ids=["serial", "serial_with_identifiers", "hid", "evdev", "wedge"])
def test_t2_a_thousand_hostile_codes_do_nothing(way: Way, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    codes = hostile_codes()
    with way(tmp_path) as (driver, send):
        desk = Desk(driver)
        lane = desk.lane
        lane.scan(MILK)
        cart_before, total = lane.seen.cart, lane.seen.to_pay
        written = len(lane.store.shelf.journal)
        for number, code in enumerate(codes):
            try:
                send(code)
            except UnicodeDecodeError:
                send(code.decode("latin-1").encode())
            if number % 50 == 49:
                send(f"the {number}th".encode())
                desk.take_until(f"the {number}th")
                assert lane.seen.cart == cart_before
        assert desk.thread.state.condition is DeviceCondition.ONLINE
        desk.thread.stop()

    assert (lane.stage(), lane.seen.cart, lane.seen.to_pay) == (Stage.SHOPPING, cart_before, total)
    assert lane.seen.staff is None
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind in (NoticeKind.UNKNOWN_CODE, NoticeKind.READ_FAILED)
    assert {type(event) for event in desk.events} == {CodeRead, CodeRefused}
    assert len(desk.events) >= 980, "nothing is swallowed without a word"
    kinds = {kind for kind, _ in lane.store.shelf.journal[written:]}
    assert kinds <= {"item.refused", "attendant.called"}, kinds
    kept = json.dumps(lane.store.shelf.journal[written:], ensure_ascii=False)
    assert MARK not in kept
    assert not [record.getMessage() for record in caplog.records if MARK in record.getMessage()]
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert MARK not in repr(lane.seen)


def test_the_hostile_codes_are_of_every_kind() -> None:
    codes = hostile_codes()
    assert len(codes) == 1000
    assert any(len(code) > 4000 for code in codes)
    everything = b"".join(codes)
    for piece in (b"\x1b", b"\x1d", b"\x00", b"\xe2\x80\xae", b"DROP TABLE", b"javascript:", b"\xed\xa0\x80", b"]C1"):
        assert piece in everything
