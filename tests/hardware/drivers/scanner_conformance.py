"""What every scanner driver must do, against its own simulator; subclass and give it a bench.

A further driver takes part with a module of a few lines: write a `ScannerBench`, subclass `ScannerConformance`,
and give it a fixture `bench` that yields the bench with its thread running.
"""

import time
from collections.abc import Callable
from typing import Protocol

import pytest

from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread
from hardware.errors import DeviceOffline
from hardware.ports.scanner import CodeRead, CodeRefused, Scanner, ScannerEvent
from tests.fakes.device_log import DeviceLog

MILK = "8801234567893"
ELEMENTS = "0108801234567893\x1d10A"
CEILING = 3.0  # how many times longer than promised a loaded machine may take


class ScannerBench(Protocol):
    """A driver on its thread with its simulated scanner, and hands that scan, pull cables and reprogram.

    `can_unplug` is False for what cannot know whether it is there.
    """

    log: "ScannerLog"
    can_unplug: bool

    def scan(self, text: str, identifier: str = "]E0") -> None:
        """Scan a code whose AIM identifier is `identifier`."""
        ...

    def scan_bytes(self, octets: bytes) -> None:
        """Scan a code that holds these bytes, with the identifier of a QR code."""
        ...

    def half_a_scan(self) -> None:
        """Send the beginning of a code and stop."""
        ...

    def forget_identifiers(self) -> None:
        """Show the configuration barcode that switches AIM identifiers off."""
        ...

    def right_again(self) -> None:
        """Set the scanner up as the settings say."""
        ...

    def unplug(self) -> None: ...

    def replug(self) -> None: ...


class ScannerLog:
    """The driver's thread with all that it delivers; the settings say `identifiers = "aim"`."""

    def __init__(self, driver: Scanner) -> None:
        self.events: DeviceLog[ScannerEvent] = DeviceLog()
        self.states: DeviceLog[DeviceState] = DeviceLog()
        self.thread = DeviceThread("front", driver, self.events, self.states)
        self.thread.start()
        self.until(DeviceCondition.ONLINE)

    def until(self, condition: DeviceCondition, times: int = 1, within: float = 9.0) -> None:
        self.states.wait(lambda states: [s.condition for s in states].count(condition) >= times, within)

    def reads(self, count: int) -> list[CodeRead]:
        seen = self.events.wait(lambda events: sum(isinstance(e, CodeRead) for e in events) >= count, 9.0)
        return [event for event in seen if isinstance(event, CodeRead)]

    def refusals(self, count: int) -> list[CodeRefused]:
        seen = self.events.wait(lambda events: sum(isinstance(e, CodeRefused) for e in events) >= count, 9.0)
        return [event for event in seen if isinstance(event, CodeRefused)]


class ScannerConformance:
    """The promises of the port `Scanner`, one test each."""

    def test_a_code_comes_with_symbology_device_and_time(self, bench: ScannerBench) -> None:
        before = time.monotonic()
        bench.scan(MILK)
        (read,) = bench.log.reads(1)
        assert (read.text, read.symbology, read.device, read.gs1) == (MILK, "EAN-13", "front", False)
        assert before <= read.at <= time.monotonic()

    def test_gs1_element_strings_are_marked_and_keep_their_separator(self, bench: ScannerBench) -> None:
        """Pain 12: the group separator is not lost on the way."""
        for identifier, symbology in (("]C1", "Code 128"), ("]d2", "Data Matrix"), ("]Q3", "QR")):
            bench.scan(ELEMENTS, identifier)
            read = bench.log.reads(1 + ("]C1", "]d2", "]Q3").index(identifier))[-1]
            assert (read.text, read.symbology, read.gs1) == (ELEMENTS, symbology, True)

    def test_f22_ten_codes_in_one_burst_come_in_order(self, bench: ScannerBench) -> None:
        codes = [f"88012345{n:05d}" for n in range(10)]
        for code in codes:
            bench.scan(code)
        assert [read.text for read in bench.log.reads(10)] == codes

    def test_f22_ten_codes_in_a_second_come_in_order(self, bench: ScannerBench) -> None:
        codes = [f"88012345{n:05d}" for n in range(10)]
        for code in codes:
            bench.scan(code)
            time.sleep(0.09)
        assert [read.text for read in bench.log.reads(10)] == codes

    def test_f22_the_same_code_ten_times_is_delivered_ten_times(self, bench: ScannerBench) -> None:
        """What a quick repeat means is the shop's rule, not the driver's."""
        for _ in range(10):
            bench.scan(MILK)
        assert [read.text for read in bench.log.reads(10)] == [MILK] * 10

    @pytest.mark.parametrize("length", [4, 57, 512])
    def test_codes_of_any_allowed_length_come_whole(self, bench: ScannerBench, length: int) -> None:
        text = ("abcDEF-0123456789 " * 30)[:length].strip().ljust(length, "z")
        bench.scan(text, "]Q1")
        assert [read.text for read in bench.log.reads(1)] == [text]

    def test_f22_a_code_of_4_kb_is_refused_and_the_next_is_read(self, bench: ScannerBench) -> None:
        bench.scan_bytes(b"7" * 4096)
        (refused,) = bench.log.refusals(1)
        assert "characters came in one code; at most 512" in refused.reason
        assert not refused.setup_changed
        bench.scan(MILK)
        assert [read.text for read in bench.log.reads(1)] == [MILK]

    @pytest.mark.parametrize("hostile", [b"\x1b[2Jabc", b"88\x0012", b"abc\x08\x08", b"a\x7fbc", b"\xff\xfe\xfd\xfc"])
    def test_t2_what_could_act_as_a_key_is_refused(self, bench: ScannerBench, hostile: bytes) -> None:
        bench.scan_bytes(hostile)
        (refused,) = bench.log.refusals(1)
        assert refused.reason
        bench.scan(MILK)
        assert [read.text for read in bench.log.reads(1)] == [MILK]

    def test_t3_a_changed_set_up_is_told_once_and_told_anew_after_it_was_right(self, bench: ScannerBench) -> None:
        bench.scan(MILK)
        bench.log.reads(1)
        bench.forget_identifiers()
        for _ in range(3):
            bench.scan(MILK)
        assert [refused.setup_changed for refused in bench.log.refusals(3)] == [True, False, False]
        bench.right_again()
        bench.scan(MILK)
        assert len(bench.log.reads(2)) == 2
        bench.forget_identifiers()
        bench.scan(MILK)
        assert [refused.setup_changed for refused in bench.log.refusals(4)] == [True, False, False, True]

    def test_half_a_code_is_not_glued_to_the_next(self, bench: ScannerBench) -> None:
        bench.half_a_scan()
        time.sleep(0.6)
        bench.scan(MILK)
        assert [read.text for read in bench.log.reads(1)] == [MILK]

    def test_f22_unplugged_is_told_and_replugged_is_back_without_a_lost_or_doubled_code(
        self, bench: ScannerBench
    ) -> None:
        if not bench.can_unplug:
            pytest.skip("a keyboard cannot say whether it is there")
        bench.scan("11111111", "]C0")
        bench.log.reads(1)
        bench.unplug()
        bench.log.until(DeviceCondition.OFFLINE)
        assert bench.log.thread.state.reason
        with pytest.raises(DeviceOffline):
            bench.scan("22222222", "]C0")
        time.sleep(1.2)  # so that the driver already waits its longest between two tries
        bench.replug()
        plugged = time.monotonic()
        bench.log.until(DeviceCondition.ONLINE, times=2)
        assert bench.log.thread.state.since - plugged <= 3.0 * CEILING
        bench.scan("33333333", "]C0")
        assert [read.text for read in bench.log.reads(2)] == ["11111111", "33333333"]

    def test_closing_ends_the_thread(self, bench: ScannerBench) -> None:
        before = time.monotonic()
        bench.log.thread.stop(timeout=1.0 * CEILING)
        assert time.monotonic() - before < 1.0 * CEILING
        assert bench.log.thread.state.condition is DeviceCondition.STOPPED


def eventually(true: Callable[[], bool], within: float = 5.0) -> None:
    """Wait until something comes true."""
    until = time.monotonic() + within
    while not true():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.01)
