"""The ZVT driver against its simulator over real sockets and ptys: the common suite and what is ZVT's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.ports.payment_terminal import Outcome, StatusOutcome
from hardware.simulators.zvt_script import Rule
from tests.hardware.drivers.terminal_bench import Register, TerminalBench, found_charge
from tests.hardware.drivers.terminal_conformance import TerminalConformance
from tests.hardware.drivers.zvt_bench import ZvtBench


class ZvtConformance(TerminalConformance):
    """The common suite, where a damaged result is refused, so that the terminal takes the payment back by itself."""

    rule = Rule.CLASSIC
    serial = False

    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ZvtBench]:
        bench = ZvtBench(tmp_path, self.rule, self.serial)
        yield bench
        bench.close()

    def test_a_damaged_answer_is_unknown(self, bench: TerminalBench, register: Register) -> None:
        bench.next("garbled")
        asked = register.asks()

        assert register.pays(asked).outcome is Outcome.UNKNOWN
        assert found_charge(register.settles(asked)) == bench.charged() == 0


class TestOverTcp(ZvtConformance):
    pass


class TestOverTcpSynchronised(ZvtConformance):
    rule = Rule.SYNCHRONISED


class TestOverSerial(ZvtConformance):
    serial = True
