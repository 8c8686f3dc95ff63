"""The Toss Front driver, our plug-in in a real browser, and a terminal around it that has every kind of bad luck."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.ports.payment_terminal import Outcome
from hardware.simulators.front_browser import Chromium, find_chromium
from tests.hardware.drivers.front_bench import FrontBench
from tests.hardware.drivers.terminal_bench import Register, TerminalBench
from tests.hardware.drivers.terminal_conformance import TerminalConformance

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as browser:
        yield browser


@pytest.fixture
def bench(tmp_path: Path, browser: Chromium) -> Iterator[FrontBench]:
    bench = FrontBench(tmp_path, browser)
    yield bench
    problems = bench.simulator.page.problems
    bench.close()
    assert problems == []


class TestConformance(TerminalConformance):
    def test_a_refused_card_charges_nothing(self, bench: TerminalBench, register: Register) -> None:
        """The protocol has no word for a refusal (1.3): the terminal tells the shopper, who gives up there."""
        bench.next("decline")

        result = register.pays()

        assert (result.outcome, result.charged, result.reason) == (Outcome.ABORTED, 0, "CANCELED")
        assert bench.charged() == 0
