"""Tests of single devices: who is asked must answer, who delivers must deliver."""

from collections.abc import Callable
from datetime import UTC, datetime

from kiosk.technician.device_checks import PATIENCE, CheckResult, DeviceChecks
from kiosk.technician.device_overview import DeviceOverview

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Bench:
    """Two devices and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.answers: list[Callable[[str], None]] = []
        self.overview = DeviceOverview(lambda: NOON)
        for name, category in (("scanner", "scanner"), ("terminal", "terminal")):
            self.overview.add(name, category, "driver", "address")
            self.overview.changed(name, True)
        self.checks = DeviceChecks(self.overview, {"terminal": self.answers.append}, lambda: self.seconds)

    def pass_time(self, seconds: float) -> None:
        self.seconds += seconds
        self.checks.tick()


def test_a_scanner_passes_once_it_delivers() -> None:
    bench = Bench()
    bench.checks.start("scanner")
    bench.pass_time(1)
    assert bench.checks.running("scanner")
    bench.overview.event("scanner")
    bench.pass_time(1)
    assert bench.checks.result("scanner") == CheckResult(True)


def test_silence_fails_after_ten_seconds() -> None:
    bench = Bench()
    bench.checks.start("scanner")
    bench.pass_time(PATIENCE)
    assert bench.checks.result("scanner") == CheckResult(False, "silent")
    assert not bench.checks.running("scanner")


def test_a_terminal_is_asked_and_its_words_are_kept() -> None:
    bench = Bench()
    bench.checks.start("terminal")
    bench.answers.pop()("needs_attention")
    assert bench.checks.result("terminal") == CheckResult(False, "needs_attention")
    bench.checks.start("terminal")
    bench.answers.pop()("")
    assert bench.checks.result("terminal") == CheckResult(True)


def test_an_answer_to_a_test_given_up_says_nothing_of_the_next() -> None:
    bench = Bench()
    bench.checks.start("terminal")
    late = bench.answers.pop()
    bench.pass_time(PATIENCE)
    bench.checks.start("terminal")
    late("")
    assert bench.checks.running("terminal")


def test_a_device_that_is_away_is_not_waited_for() -> None:
    bench = Bench()
    bench.overview.changed("scanner", False, "unplugged")
    bench.checks.start("scanner")
    assert bench.checks.result("scanner") == CheckResult(False, "away")
    bench.overview.changed("scanner", True)
    bench.checks.start("scanner")
    bench.overview.changed("scanner", False, "unplugged")
    bench.pass_time(1)
    assert bench.checks.result("scanner") == CheckResult(False, "away")


def test_an_unknown_name_and_a_second_start_change_nothing() -> None:
    bench = Bench()
    bench.checks.start("camera")
    assert bench.checks.result("camera") is None
    bench.checks.start("terminal")
    bench.checks.start("terminal")
    assert len(bench.answers) == 1
    bench.checks.forget()
    assert not bench.checks.running("terminal")
