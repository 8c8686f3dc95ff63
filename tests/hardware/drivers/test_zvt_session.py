"""A ZVT terminal knows a register once it registered, forgets it when it restarts, and must be ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.codecs.zvt.apdu import Apdu
from hardware.drivers.zvt_mark import read_mark
from hardware.drivers.zvt_settings import ZvtSettings
from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.ports.payment_terminal import Outcome, TerminalHealth
from tests.hardware.drivers.terminal_bench import Register, ignore, request
from tests.hardware.drivers.zvt_bench import ZvtBench
from tests.hardware.drivers.zvt_line import ACK, REGISTERED, ScriptedLink, aborted


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


def test_what_a_terminal_wants_before_it_pays_is_asked_again_until_it_wants_nothing() -> None:
    """The status byte of the registration: 01 initialisation, 02 diagnosis."""
    wanting = (ACK, Apdu(0x060F, bytes.fromhex("190129123456784904 10".replace(" ", ""))))
    enquiry = (ACK, Apdu(0x060F, b"\x00"))
    no_memory = (ACK, aborted(0x83))
    link = ScriptedLink([*wanting, *wanting, *enquiry, *wanting, *no_memory, *REGISTERED, *enquiry, *no_memory])
    driver = ZvtTerminal(ZvtSettings("123456", currency="KRW"), link)

    first, second = driver.health(), driver.health()

    assert (first.health, first.message) == (TerminalHealth.NEEDS_ATTENTION, "The terminal wants an initialisation.")
    assert second.health is TerminalHealth.READY
