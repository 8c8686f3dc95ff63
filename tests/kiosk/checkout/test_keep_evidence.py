"""What a terminal approved is durable before it is told so, and is no more than evidence until the call ends."""

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.checkout.keep_evidence import keep_evidence
from kiosk.domain.checkout_state import Stage
from kiosk.domain.sale import AttemptState, PaymentAttempt
from tests.fakes.lane import MILK, Lane

APPROVED = TerminalResult(
    Outcome.APPROVED, 2800, "KRW", handle="H", approval_code="30041177", masked_card="451842******1234", raw="27=00"
)


def waiting(lane: Lane) -> PaymentAttempt:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    return only(lane)


def only(lane: Lane) -> PaymentAttempt:
    return next(iter(lane.store.shelf.attempts.values()))


def keep(lane: Lane, service_id: str, result: TerminalResult = APPROVED) -> list[bool]:
    told: list[bool] = []
    keep_evidence(lane.session._floor, lane.session._use.settle.open, service_id, result, told.append)
    lane.run()
    return told


def test_it_is_durable_and_settles_nothing(lane: Lane) -> None:
    attempt = waiting(lane)
    assert keep(lane, attempt.service_id) == [True]
    kept = only(lane)
    assert (kept.state, kept.charged, kept.handle) == (AttemptState.SENT, 0, "")
    assert (kept.approval_code, kept.raw) == ("30041177", "27=00")
    assert lane.stage() is Stage.PAYING


def test_the_end_is_what_the_call_says_whatever_was_kept(lane: Lane) -> None:
    """The confirmation was lost, and the terminal took the approval back by itself."""
    attempt = waiting(lane)
    keep(lane, attempt.service_id)
    lane.terminal.tap("lost_declined")
    lane.run()
    lane.pass_time(5)
    assert only(lane).state is AttemptState.DECLINED
    assert lane.terminal.kept == {}
    lane.check_books()


def test_a_process_that_dies_between_keeping_and_confirming_asks(lane: Lane) -> None:
    attempt = waiting(lane)
    keep(lane, attempt.service_id)
    lane.terminal.tap("lost_approved")
    lane.restart()
    lane.pass_time(5)
    assert only(lane).state is AttemptState.APPROVED
    assert len(lane.store.shelf.sales) == 1
    lane.check_books()


def test_what_cannot_be_kept_is_not_confirmed(lane: Lane) -> None:
    attempt = waiting(lane)
    lane.writer.failures.append(True)
    assert keep(lane, attempt.service_id) == [False]
    assert only(lane).approval_code == ""


def test_an_answer_that_nobody_waits_for_is_not_confirmed(lane: Lane) -> None:
    attempt = waiting(lane)
    lane.do("cancel_payment")
    assert keep(lane, attempt.service_id) == [False]
    assert keep(lane, "Q999") == [False]


def test_a_reversals_answer_is_kept_with_its_attempt(lane: Lane) -> None:
    lane.terminal.reversal_plans.append("lost_before")
    waiting(lane)
    lane.terminal.reachable = False
    lane.terminal.tap("signature")
    lane.run()
    assert keep(lane, only(lane).reversal_service_id, TerminalResult(Outcome.APPROVED, raw="reversed")) == [True]
    kept = only(lane)
    assert (kept.state, kept.raw, kept.handle) == (AttemptState.REVERSING, "reversed", "HQ1")
