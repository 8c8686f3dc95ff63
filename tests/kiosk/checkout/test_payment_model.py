"""Chance plays terminal, line, store, shopper and staff: when all calms down, the books of both sides agree.

I-1, I-2 and I-9 over the terminal's ledger and the store; nothing stays open, and both sides' sums are the same.
"""

import random
from collections.abc import Callable

import pytest

from hardware.ports.payment_terminal import MoneyRequest
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from kiosk.domain.sale import AttemptState
from sync.wire.terminal import OwnSumsDocument
from tests.fakes.lane import COLA, MILK, Killed, Lane
from tests.fakes.payment_terminal import PLANS, TROUBLED_PLANS

ENDINGS = (*PLANS, *TROUBLED_PLANS)
REVERSALS = ("approve", "approve", "lost_approved", "lost_before", "not_sent", "decline")
POINTS = [f"K{number}.{side}" for number in range(1, 8) for side in ("before", "after")]


class Walk:
    """One walk of a seed: what happens next is drawn, what is true is only in the terminal's ledger."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.lane = Lane(seed=seed, settings=SessionSettings(voucher_most=50_000))
        self.lane.terminal.before_reverse = self.check_before_reversal
        self.names: set[str] = set()
        self.lane.boot()

    def check_before_reversal(self, request: MoneyRequest) -> None:
        """Rules 1, 2 and 7, and payment.md 4: written down first, under a fresh name, alone at its terminal."""
        assert request.service_id not in self.names, "rule 2: a reversal was sent twice under one name"
        self.names.add(request.service_id)
        attempts = self.lane.store.shelf.attempts.values()
        mine = [x for x in attempts if x.reversal_service_id == request.service_id]
        assert len(mine) == 1, "the reversal is durable before the first byte"
        assert mine[0].charged == request.amount, "rule 7"
        journalled = [x["reversal_service_id"] for x in self.lane.store.bodies("reversal.sent")]
        assert request.service_id in journalled
        in_doubt = [x for x in attempts if x.state in (AttemptState.SENT, AttemptState.UNKNOWN)]
        assert not in_doubt, "rule 1: a money request beside one whose end is not known"

    def go(self, acts: int) -> None:
        shopper: list[Callable[[], None]] = [self.shop, *[self.pay] * 3, *[self.tap] * 2, self.change_mind]
        trouble: list[Callable[[], None]] = [self.line, *[self.wait] * 2, self.disk, self.die, self.late, self.staff]
        for _ in range(acts):
            self.dice.choice((*shopper, *trouble))()
            self.lane.check_books(settled=False)

    def shop(self) -> None:
        self.lane.scan(self.dice.choice((MILK, COLA)))

    def pay(self) -> None:
        lane = self.lane
        if lane.stage() in (Stage.IDLE, Stage.DONE):
            self.shop()
        if self.dice.random() < 0.5:
            lane.terminal.plans.append(self.dice.choice(ENDINGS))
        lane.do("pay")
        part = self.dice.choice((0, 0, lane.seen.to_pay // 2))
        lane.do("choose_tender", "card", part)

    def tap(self) -> None:
        self.lane.terminal.tap(self.dice.choice(ENDINGS))
        self.lane.run()

    def change_mind(self) -> None:
        command = self.dice.choice(("cancel_payment", "cancel_payment", "give_back", "back", "start_over", "finish"))
        self.lane.do(command)

    def line(self) -> None:
        terminal = self.lane.terminal
        terminal.reachable = not terminal.reachable
        terminal.reversal_plans.append(self.dice.choice(REVERSALS))

    def disk(self) -> None:
        self.lane.writer.failures.extend(self.dice.random() < 0.5 for _ in range(self.dice.randrange(5)))

    def die(self) -> None:
        """The process is killed at a step of a payment, or anywhere."""
        lane = self.lane
        lane.kill_at = self.dice.choice(POINTS)
        try:
            if self.dice.random() < 0.7:
                self.dice.choice((self.pay, self.tap))()
        except Killed:
            while lane.terminal.calls and self.dice.random() < 0.8:
                lane.terminal.step()
        lane.restart()

    def late(self) -> None:
        self.lane.terminal.deliver_late()
        self.lane.run()

    def wait(self) -> None:
        self.lane.pass_time(self.dice.choice((1, 7, 70, 130)), step=self.dice.choice((1, 5)))

    def staff(self) -> None:
        """Somebody looks at the terminal's own slips, and says what is true."""
        lane = self.lane
        lane.sign_in()
        shown = lane.seen.staff
        for request in shown.requests if shown is not None else ():
            if request.kind != "unknown_payment":
                continue
            facts = dict(request.evidence)
            charged = lane.terminal.kept.get(facts["service_id"], 0)
            paid = charged > 0
            if facts["question"] == "paid" and charged not in (0, int(facts["amount"])):
                continue  # the slip shows another amount: neither yes nor no is true, and the terminal is asked on
            if facts["question"] == "keep":
                paid = self.dice.random() < 0.2
            lane.do("staff_decide", request.request_id, paid, "seen on the slip")
        lane.do("staff_sign_out")

    def calm_down(self) -> None:
        lane = self.lane
        lane.terminal.reachable = True
        lane.writer.failures.clear()
        lane.terminal.plans.clear()
        lane.terminal.reversal_plans.clear()
        lane.kill_at = ""
        for _ in range(4):
            lane.pass_time(250, step=5)
            self.late()
            self.staff()
        lane.pass_time(150, step=5)

    def check(self) -> None:
        lane = self.lane
        lane.check_books()
        taken = [x for x in lane.store.shelf.attempts.values() if x.state is AttemptState.TAKEN]
        assert not taken, "a part was neither completed nor given back"
        assert not lane.session._use.settle.open, "nothing stays open"
        assert lane.stage() in (Stage.IDLE, Stage.DONE)
        sums = OwnSumsDocument.model_validate_json(lane.store.shelf.values.get("terminal_sums", "{}"))
        assert sums.amount == sum(lane.terminal.kept.values()), "I-2: the station's sums are the terminal's"
        assert sums.given_back_count == sum(1 for x in lane.terminal.entries.values() if x.reversed_by)


def walk(seed: int, acts: int) -> None:
    one = Walk(seed)
    one.go(acts)
    one.calm_down()
    one.check()


@pytest.mark.parametrize("seed", range(120))
def test_when_all_calms_down_every_attempt_has_its_true_end(seed: int) -> None:
    walk(seed, 40)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 2000))
def test_the_same_over_many_more_seeds(seed: int) -> None:
    walk(seed, 80)
