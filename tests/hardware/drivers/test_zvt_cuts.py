"""A kiosk that dies, or a line that breaks, at each message of a ZVT dialogue: verdict and ledger never disagree.

The driver is given up at the cut; a new one that remembers nothing gets the register's mark and asks (I-1, I-9, F-18).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.codecs.zvt.apdu import Apdu
from hardware.drivers.zvt_link import ApduLink
from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.errors import DeviceOffline
from hardware.ports.payment_terminal import Operation, Outcome, StatusOutcome, TerminalResult
from hardware.simulators.zvt_script import Rule
from tests.hardware.drivers.terminal_bench import Register, found_charge, ignore
from tests.hardware.drivers.zvt_bench import ZvtBench, settings

LONGER_THAN_ANY_DIALOGUE = 80


class CutAfter:
    """A line that breaks after so many messages of the money command, counted in both directions."""

    def __init__(self, link: ApduLink, messages: int) -> None:
        self._link = link
        self._left = messages
        self._counting = False
        self.cut = False

    def open(self) -> None:
        self._link.open()

    def send(self, apdu: Apdu) -> None:
        self._counting = self._counting or apdu.control in (0x0601, 0x0630)
        self._pass()
        self._link.send(apdu)

    def receive(self, deadline: float) -> Apdu | None:
        apdu = self._link.receive(deadline)
        if apdu is not None:
            self._pass()
        return apdu

    def close(self) -> None:
        self._link.close()

    def _pass(self) -> None:
        if not self._counting:
            return
        if not self._left:
            self.cut = True
            self._link.close()
            raise DeviceOffline("The kiosk died here.")
        self._left -= 1


@pytest.fixture(params=[Rule.CLASSIC, Rule.SYNCHRONISED])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ZvtBench]:
    bench = ZvtBench(tmp_path, request.param)
    bench.simulator.auto_approve_after = 0.0
    yield bench
    bench.close()


def _dying(bench: ZvtBench, messages: int) -> tuple[ZvtTerminal, CutAfter]:
    line = CutAfter(bench.link(), messages)
    return ZvtTerminal(settings(synchronise=bench.rule is Rule.SYNCHRONISED), line), line


def _next_payment_is_fine(bench: ZvtBench, register: Register) -> None:
    before = bench.charged()
    driver = register.rebuilt()
    result = register.keeps(driver.authorise(register.asks(700), ignore))
    assert (result.outcome, bench.charged() - before) == (Outcome.APPROVED, 700)


def test_payments_that_are_cut_at_each_message(bench: ZvtBench) -> None:
    register = Register(bench)
    register.keeps(bench.driver.authorise(register.asks(), ignore))
    ends: list[Outcome | StatusOutcome] = []
    for messages in range(LONGER_THAN_ANY_DIALOGUE):
        before = bench.charged()
        asked = register.asks()
        driver, line = _dying(bench, messages)
        result = driver.authorise(asked, ignore)
        driver.close()
        if not line.cut:
            register.keeps(result)
            assert (result.outcome, bench.charged() - before) == (Outcome.APPROVED, 12_800)
            break
        assert result.outcome in (Outcome.UNKNOWN, Outcome.APPROVED), messages
        status = register.settles(asked, register.rebuilt())
        assert status.outcome is not StatusOutcome.UNPROVEN, messages
        assert found_charge(status) == bench.charged() - before, messages
        assert result.outcome is Outcome.UNKNOWN or result.charged == found_charge(status), messages
        ends.append(status.result.outcome if status.result else status.outcome)
        _next_payment_is_fine(bench, register)
    else:
        pytest.fail("no dialogue is that long")
    register.close()
    # Both ends were met, so that the agreement above says something.
    assert {Outcome.APPROVED, StatusOutcome.NOT_FOUND} <= set(ends)
    assert len(ends) >= 13


def test_reversals_that_are_cut_at_each_message(bench: ZvtBench) -> None:
    register = Register(bench)
    ends: list[bool] = []
    for messages in range(LONGER_THAN_ANY_DIALOGUE):
        paid: TerminalResult = register.keeps(register.rebuilt().authorise(register.asks(), ignore))
        asked = register.asks()
        driver, line = _dying(bench, messages)
        result = driver.reverse(paid.handle, paid.handle_time, None, asked)
        driver.close()
        if line.cut:
            status = register.settles(asked, register.rebuilt(), Operation.REVERSAL, paid.handle)
            given_back = status.result is not None and status.result.outcome is Outcome.APPROVED
            assert status.outcome is not StatusOutcome.UNPROVEN, messages
        else:
            given_back = register.keeps(result).outcome is Outcome.APPROVED
        assert bench.charged() == (0 if given_back else 12_800), messages
        if not given_back:
            register.gives_back(paid, driver=register.rebuilt())
        ends.append(given_back)
        if not line.cut:
            break
    register.close()
    assert set(ends) == {True, False}
    assert len(ends) >= 11
