"""A technician's trial of the terminal: never a sale, always given back, and settled like every other attempt."""

import pytest

from hardware.ports.payment_terminal import TerminalHealth
from kiosk.checkout.try_terminal import AMOUNT
from kiosk.domain.checkout_state import Stage
from kiosk.domain.sale import AttemptState, PaymentAttempt
from tests.fakes.lane import MILK, Lane

TECHNICIAN = "333333"


@pytest.fixture
def bench() -> Lane:
    """A technician has suspended shopping."""
    lane = Lane().boot()
    lane.sign_in(TECHNICIAN)
    lane.do("technician_enter")
    assert lane.stage() is Stage.CLOSED
    return lane


def attempts(lane: Lane) -> list[PaymentAttempt]:
    return list(lane.store.shelf.attempts.values())


def try_it(lane: Lane, plan: str) -> PaymentAttempt:
    lane.terminal.plans.append(plan)
    lane.do("technician_try_terminal")
    lane.run()
    (attempt,) = attempts(lane)
    return attempt


def calm(lane: Lane) -> None:
    for _ in range(30):
        lane.pass_time(10)


def test_what_was_charged_is_given_back_at_once(bench: Lane) -> None:
    attempt = try_it(bench, "approve")
    assert (attempt.state, attempt.amount, attempt.charged) == (AttemptState.REVERSED, AMOUNT, AMOUNT)
    assert bench.terminal.kept == {}
    assert bench.store.shelf.sales == {}
    assert bench.stage() is Stage.CLOSED
    bench.check_books()


def test_the_journal_says_who_tried_before_anything_is_sent(bench: Lane) -> None:
    (person,) = [x for x in bench.store.bodies("station.closed") if x["reason"] == "technician"]
    try_it(bench, "approve")
    (sent,) = bench.store.bodies("attempt.sent")
    assert str(sent["reason"]).startswith("technician test by ")
    assert sent["amount"] == AMOUNT
    assert len(bench.store.bodies("attempt.reversed")) == 1
    assert person


@pytest.mark.parametrize("plan", ["decline", "unavailable", "busy"])
def test_a_card_that_is_refused_costs_nothing(bench: Lane, plan: str) -> None:
    attempt = try_it(bench, plan)
    assert attempt.charged == 0
    assert bench.terminal.kept == {}
    bench.check_books()


@pytest.mark.parametrize("plan", ["lost_approved", "partial", "signature"])
def test_whatever_is_charged_comes_back(bench: Lane, plan: str) -> None:
    try_it(bench, plan)
    calm(bench)
    assert bench.terminal.kept == {}
    assert attempts(bench)[0].state is AttemptState.REVERSED
    bench.check_books()


def test_a_lost_answer_is_asked_for_and_no_shopper_pays_meanwhile(bench: Lane) -> None:
    bench.terminal.reachable = False
    attempt = try_it(bench, "lost_approved")
    assert attempt.state is AttemptState.UNKNOWN
    bench.do("technician_leave")
    bench.scan(MILK)
    bench.do("pay")
    assert "card" not in bench.seen.tenders
    bench.terminal.reachable = True
    calm(bench)
    assert bench.terminal.kept == {}
    assert attempts(bench)[0].state is AttemptState.REVERSED


def test_a_restart_in_the_middle_gives_it_back_too(bench: Lane) -> None:
    bench.terminal.reachable = False
    try_it(bench, "lost_approved")
    bench.restart()
    bench.terminal.reachable = True
    bench.boot()
    calm(bench)
    assert bench.terminal.kept == {}
    assert bench.store.shelf.sales == {}
    bench.check_books()


def test_only_one_runs_at_a_time(bench: Lane) -> None:
    bench.do("technician_try_terminal")
    bench.do("technician_try_terminal")
    bench.run()
    assert len(attempts(bench)) == 1
    bench.do("technician_try_terminal")
    bench.run()
    assert len(attempts(bench)) == 1


def test_nobody_else_and_nowhere_else() -> None:
    lane = Lane().boot()
    lane.do("technician_try_terminal")
    lane.sign_in()
    lane.do("technician_try_terminal")
    lane.do("staff_sign_out")
    lane.sign_in(TECHNICIAN)
    lane.do("technician_try_terminal")  # shopping is not suspended
    lane.run()
    assert attempts(lane) == []


def test_a_terminal_that_is_away_is_not_asked_for_money(bench: Lane) -> None:
    bench.terminal.healthy = TerminalHealth.PAPER_OUT
    for _ in range(4):
        bench.pass_time(15)
        bench.do("touch")
    bench.do("technician_try_terminal")
    bench.run()
    assert attempts(bench) == []


def test_what_cannot_be_kept_is_not_sent(bench: Lane) -> None:
    bench.writer.failures.append(True)
    bench.do("technician_try_terminal")
    bench.run()
    assert bench.terminal.requests == []
    assert try_it(bench, "approve").state is AttemptState.REVERSED
