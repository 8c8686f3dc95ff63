"""The serial scanner's driver against a scanner on a real pty (F-22, T-2, T-3)."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.codecs.barcode_line import LineFormat, Suffix
from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread
from hardware.drivers.serial_scanner import SerialScanner, SpeedSeekingScanner
from hardware.errors import DeviceOffline
from hardware.ports.scanner import CodeRead, CodeRefused, ScannerEvent
from hardware.simulators.serial_scanner import SerialScannerSimulator
from hardware.transports.scripted import ScriptedStream
from hardware.transports.serial_port import SerialPort
from tests.fakes.bit_line import BitLine
from tests.fakes.device_log import DeviceLog


class Bench:
    def __init__(self, folder: Path, line_format: LineFormat | None = None) -> None:
        self.scanner = SerialScannerSimulator(folder / "ttyScanner")
        self.scanner.start()
        self.events: DeviceLog[ScannerEvent] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        driver = SerialScanner(SerialPort(self.scanner.address), "front", line_format)
        self.thread = DeviceThread("front", driver, self.events, self.states)
        self.thread.start()
        self.until(DeviceCondition.ONLINE)

    def until(self, condition: DeviceCondition, times: int = 1, within: float = 5.0) -> None:
        self.states.wait(lambda states: [s.condition for s in states].count(condition) >= times, within)

    def texts(self, count: int) -> list[str]:
        return [e.text for e in self.events.wait_count(count) if isinstance(e, CodeRead)]

    def stop(self) -> None:
        self.thread.stop()
        self.scanner.stop()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.stop()


def test_a_code_arrives_with_symbology_and_device(bench: Bench) -> None:
    before = time.monotonic()
    bench.scanner.send("]E08801234567893")
    (event,) = bench.events.wait_count(1)
    assert isinstance(event, CodeRead)
    assert (event.text, event.symbology, event.device) == ("8801234567893", "EAN-13", "front")
    assert before <= event.at <= time.monotonic()


def test_f22_ten_codes_in_a_second_are_all_delivered_in_order(bench: Bench) -> None:
    codes = [f"88012345{n:05d}" for n in range(10)]
    for code in codes:
        bench.scanner.send(code)
        time.sleep(0.09)
    assert bench.texts(10) == codes


def test_f22_ten_codes_in_one_burst_are_all_delivered(bench: Bench) -> None:
    codes = [f"88012345{n:05d}" for n in range(10)]
    bench.scanner.send_bytes("".join(code + "\r" for code in codes).encode())
    assert bench.texts(10) == codes


def test_f22_the_same_code_twice_within_300_ms_is_delivered_twice(bench: Bench) -> None:
    bench.scanner.send("8801234567893")
    time.sleep(0.2)
    bench.scanner.send("8801234567893")
    first, second = bench.events.wait_count(2)
    assert isinstance(first, CodeRead)
    assert isinstance(second, CodeRead)
    assert first.text == second.text
    assert 0.1 < second.at - first.at < 1.0


def test_f22_garbage_is_refused_and_the_next_code_is_read(bench: Bench) -> None:
    bench.scanner.send_bytes(bytes(range(0x80, 0xC0)) + b"\x00\x1b\r")
    bench.scanner.send("8801234567893")
    refused, code = bench.events.wait_count(2)
    assert isinstance(refused, CodeRefused)
    assert isinstance(code, CodeRead)


def test_f22_a_4_kb_code_is_refused_and_the_next_code_is_read(bench: Bench) -> None:
    bench.scanner.send("7" * 4096)
    bench.scanner.send("8801234567893")
    refused, code = bench.events.wait_count(2)
    assert isinstance(refused, CodeRefused)
    assert refused.reason.startswith("4096 characters")
    assert isinstance(code, CodeRead)


def test_f22_unplugged_and_back_within_three_seconds_without_a_lost_or_doubled_code(bench: Bench) -> None:
    bench.scanner.send("11111111")
    bench.events.wait_count(1)
    bench.scanner.unplug()
    bench.until(DeviceCondition.OFFLINE)
    assert "unplugged" in bench.thread.state.reason
    with pytest.raises(DeviceOffline):
        bench.scanner.send("22222222")
    time.sleep(2.5)
    bench.scanner.replug()
    plugged = time.monotonic()
    bench.until(DeviceCondition.ONLINE, times=2)
    assert bench.thread.state.since - plugged <= 3.0
    bench.scanner.send("33333333")
    assert bench.texts(2) == ["11111111", "33333333"]


def test_half_a_code_from_before_the_unplug_is_not_glued_to_the_next(bench: Bench) -> None:
    bench.scanner.send_bytes(b"88012")
    bench.scanner.unplug()
    bench.until(DeviceCondition.OFFLINE)
    bench.scanner.replug()
    bench.until(DeviceCondition.ONLINE, times=2)
    bench.scanner.send("34567893")
    events = bench.events.wait(lambda seen: any(isinstance(e, CodeRead) for e in seen))
    assert [e.text for e in events if isinstance(e, CodeRead)] == ["34567893"]


def test_t3_a_configuration_barcode_that_changes_the_suffix_is_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, LineFormat(suffix=Suffix.CR))
    try:
        bench.scanner.set_up(suffix="\n")
        bench.scanner.send("8801234567893")
        (event,) = bench.events.wait_count(1)
        assert isinstance(event, CodeRefused)
        assert event.setup_changed
    finally:
        bench.stop()


def test_closing_ends_the_thread_and_frees_the_port(bench: Bench) -> None:
    bench.thread.stop()
    assert bench.thread.state.condition is DeviceCondition.STOPPED
    with SerialPort(bench.scanner.address) as port:
        bench.scanner.send("8801234567893")
        assert port.read(1.0).startswith(b"8")


def test_a_line_that_is_cut_raises_offline() -> None:
    stream = ScriptedStream()
    stream.push(b"12345678\r")
    stream.drop()
    events: DeviceLog[ScannerEvent] = DeviceLog()
    with pytest.raises(DeviceOffline):
        SerialScanner(stream, "front", clock=lambda: 5.0).run(events)
    assert events.items == [CodeRead("12345678", "", "front", 5.0)]


class SpeedBench:
    """A scanner on a line of bits, at a speed that nobody told the driver."""

    def __init__(self, baud: int, form: str = "8N1") -> None:
        self.line = BitLine(baud, form)
        self.events: DeviceLog[ScannerEvent] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.thread = DeviceThread("front", SpeedSeekingScanner(self.line, "front"), self.events, self.states)
        self.thread.start()
        self.states.wait(lambda states: any(s.condition is DeviceCondition.ONLINE for s in states))

    def scan(self, text: str) -> ScannerEvent:
        before = len(self.events.items)
        self.line.scan(text.encode() + b"\r")
        return self.events.wait_count(before + 1)[before]


@pytest.mark.parametrize(("baud", "form"), [(9600, "8N1"), (115200, "8N1"), (2400, "8N1"), (9600, "7E1")])
def test_the_speed_is_found_by_listening_alone(baud: int, form: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    bench = SpeedBench(baud, form)
    for _ in range(8):
        event = bench.scan("8801234567893")
        if isinstance(event, CodeRead):
            break
        assert isinstance(event, CodeRefused)
        assert "scan again" in event.reason
        assert not event.setup_changed
    assert isinstance(event, CodeRead)
    assert isinstance(bench.scan("49123562"), CodeRead)
    assert f"baud = {baud}" in caplog.text, "what to write into the settings"
    bench.line.cut()
    bench.states.wait(lambda states: sum(s.condition is DeviceCondition.ONLINE for s in states) == 2)
    assert bench.line.tuned[-1] == baud, "what worked is tried first after a replug"
    assert isinstance(bench.scan("12345670"), CodeRead)
    bench.thread.stop()


def test_a_tuned_port_keeps_working_on_a_pty(tmp_path: Path) -> None:
    """A pty has no speed: every one of them works, and changing it loses nothing that comes later."""
    scanner = SerialScannerSimulator(tmp_path / "port")
    scanner.start()
    port = SerialPort(scanner.address)
    port.tune(115200)
    port.open()
    for baud in (9600, 38400, 115200):
        port.tune(baud)
        scanner.send("8801234567893")
        came = b""
        while len(came) < 14:
            came += port.read(1.0)
        assert came == b"8801234567893\r"
    port.close()
    scanner.unplug()
    port.tune(9600)
    scanner.stop()


def test_t3_a_lost_prefix_and_another_suffix_are_told_once_each_and_right_codes_are_read_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path, LineFormat(prefix="~", suffix=Suffix.CR))

    def scan(times: int = 1) -> list[ScannerEvent]:
        before = len(bench.events.items)
        for number in range(times):
            bench.scanner.send("8801234567893")
            bench.events.wait_count(before + number + 1)
        return bench.events.items[before:]

    def alarms(events: list[ScannerEvent]) -> list[bool]:
        assert all(isinstance(event, CodeRefused) for event in events)
        return [event.setup_changed for event in events if isinstance(event, CodeRefused)]

    try:
        for wrong in ({"prefix": "", "suffix": "\r"}, {"prefix": "~", "suffix": "\t"}, {"prefix": "]", "suffix": "\r"}):
            bench.scanner.set_up(prefix="~", suffix="\r")
            (right,) = scan()
            assert isinstance(right, CodeRead)
            bench.scanner.set_up(**wrong)
            assert alarms(scan(3)) == [True, False, False]
    finally:
        bench.stop()
