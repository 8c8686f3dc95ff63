"""Random days at one ZVT terminal: verdicts and the terminal's ledger never disagree (I-1, I-2, I-9)."""

import random
from pathlib import Path

import pytest

from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.ports.payment_terminal import Operation, Outcome, StatusOutcome, TerminalResult
from hardware.simulators.zvt_script import Rule
from tests.hardware.drivers.terminal_bench import Register, found_charge, ignore, new_id
from tests.hardware.drivers.zvt_bench import ZvtBench

PAYMENTS = (
    *("approve", "decline", "cancel", "unreachable_host", "lost", "lost_before_status", "lost_in_print"),
    *("lost_completion", "lost_request", "garbled", "twice", "other_attempt", "partial", "busy", "device_out"),
)
REVERSALS = ("approve", "decline", "lost", "lost_before_status", "lost_request", "garbled", "twice")
AMOUNTS = (700, 700, 700, 12_800)  # often the same, so that one could be taken for the other


class Day:
    """One register at one terminal, and dice for what happens next."""

    def __init__(self, folder: Path, rule: Rule, remembers_declines: bool, seed: int) -> None:
        self.dice = random.Random(seed)
        self.bench = ZvtBench(folder, rule, remembers_declines=remembers_declines)
        self.bench.simulator.auto_approve_after = 0.0
        self.register = Register(self.bench)
        self.paid: list[TerminalResult] = []
        self.asked_staff = 0

    def goes_on(self) -> None:
        what = self.dice.random()
        if what < 0.75:
            self._pays()
        elif what < 0.9 and self.paid:
            self._gives_back(self.paid.pop(self.dice.randrange(len(self.paid))))
        elif what < 0.93:
            self.bench.restart_terminal()
            self.bench.simulator.auto_approve_after = 0.0
        elif what < 0.97:
            totals = self.bench.driver.end_of_day(new_id())
            assert totals.closed
            self.register.mark = totals.mark
            self.paid.clear()
        else:
            self.bench.jump_clock(self.dice.uniform(-7200, 7200))

    def _pays(self) -> None:
        before = self.bench.charged()
        outcome = self.dice.choice(PAYMENTS)
        self.bench.simulator.next(outcome)
        asked = self.register.asks(self.dice.choice(AMOUNTS), allow_partial=self.dice.random() < 0.5)
        result = self.register.keeps(self.bench.driver.authorise(asked, ignore))
        if result.outcome is Outcome.UNKNOWN:
            status = self.register.settles(asked, self._perhaps_restarted())
            if status.outcome is StatusOutcome.UNPROVEN:
                self._asks_staff(status.evidence)
                return
            assert found_charge(status) == self.bench.charged() - before, outcome
            result = status.result or result
        if result.outcome is Outcome.MISMATCH:
            self._asks_staff((("told", result.raw),))
            return
        charged = result.charged if result.outcome is not Outcome.UNKNOWN else 0
        assert charged == self.bench.charged() - before, (outcome, result)
        if result.outcome is Outcome.APPROVED:
            self.paid.append(result)

    def _gives_back(self, paid: TerminalResult) -> None:
        before = self.bench.charged()
        self.bench.simulator.next_reversal(self.dice.choice(REVERSALS))
        asked = self.register.asks(paid.charged)
        back = self.register.keeps(self.bench.driver.reverse(paid.handle, paid.handle_time, None, asked))
        if back.outcome is Outcome.UNKNOWN:
            status = self.register.settles(asked, self._perhaps_restarted(), Operation.REVERSAL, paid.handle)
            if status.outcome is StatusOutcome.UNPROVEN:
                self._asks_staff(status.evidence)
                return
            back = status.result or back
        given_back = paid.charged if back.outcome is Outcome.APPROVED else 0
        assert before - self.bench.charged() == given_back

    def _perhaps_restarted(self) -> ZvtTerminal:
        """The kiosk may be another process when it asks, with nothing but its mark."""
        if self.dice.random() < 0.5:
            self.bench.driver.close()
            self.bench.driver = self.bench.rebuilt_driver()
        return self.bench.driver

    def _asks_staff(self, evidence: tuple[tuple[str, str], ...]) -> None:
        """Staff look at the terminal, and the register goes on from what its health says."""
        assert evidence
        self.asked_staff += 1
        self.bench.driver.close()
        self.bench.driver = self.bench.rebuilt_driver()
        self.register.looks()

    def ends(self) -> None:
        self.register.close()
        self.bench.close()


def _lives(folder: Path, rule: Rule, remembers_declines: bool, seed: int, steps: int) -> int:
    day = Day(folder, rule, remembers_declines, seed)
    try:
        for _ in range(steps):
            day.goes_on()
        return day.asked_staff
    finally:
        day.ends()


@pytest.mark.parametrize(("rule", "remembers_declines"), [(Rule.CLASSIC, False), (Rule.SYNCHRONISED, True)])
def test_a_random_day_ends_in_agreement(tmp_path: Path, rule: Rule, remembers_declines: bool) -> None:
    steps = 25

    assert _lives(tmp_path, rule, remembers_declines, 20260301, steps) <= steps // 10


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_random_days_end_in_agreement(tmp_path: Path, seed: int) -> None:
    rule = (Rule.CLASSIC, Rule.SYNCHRONISED)[seed % 2]

    assert _lives(tmp_path, rule, seed % 4 < 2, seed, 120) <= 12
