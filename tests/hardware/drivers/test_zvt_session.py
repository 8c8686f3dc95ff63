"""A ZVT terminal knows a register once it registered, forgets it when it restarts, and must be ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.drivers.zvt_mark import read_mark
from hardware.ports.payment_terminal import Outcome, TerminalHealth
from tests.hardware.drivers.terminal_bench import Register, ignore, request
from tests.hardware.drivers.zvt_bench import ZvtBench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ZvtBench]:
    bench = ZvtBench(tmp_path)
    yield bench
    bench.close()


@pytest.fixture
def register(bench: ZvtBench) -> Iterator[Register]:
    register = Register(bench)
    yield register
    register.close()


def test_a_terminal_that_forgot_the_register_is_told_again(bench: ZvtBench, register: Register) -> None:
    register.pays()
    bench.restart_terminal()
    assert register.pays().outcome is Outcome.APPROVED
    bench.next("not_registered")
    assert register.pays().outcome is Outcome.APPROVED
    assert bench.charged() == 3 * 12_800


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"password": "999999"}, "does not let this register in"),
        ({"terminal_id": "29007777"}, "29001234 answers, the setting terminal_id says 29007777"),
    ],
)
def test_a_terminal_that_is_not_ours_is_not_asked_to_pay(bench: ZvtBench, changes: dict[str, str], words: str) -> None:
    """T-12."""
    driver = bench.rebuilt_driver(None, **changes)

    result = driver.authorise(request(), ignore)
    report = driver.health()
    driver.close()

    assert result.outcome is Outcome.UNAVAILABLE
    assert words in result.message
    assert (report.health, words in report.message) == (TerminalHealth.NEEDS_ATTENTION, True)
    assert "06 01" not in bench.simulator.requests_seen()


def test_health_tells_versions_and_where_the_counting_stands(bench: ZvtBench, register: Register) -> None:
    register.pays()

    report = register.rebuilt().health()

    assert report.versions == {"software": "PT-SIM 1.0", "terminal": "29001234"}
    mark = read_mark(report.mark)
    assert mark is not None
    assert (mark.receipt, mark.trace) == (1, 1)
    assert report.round_trip_ms is not None
