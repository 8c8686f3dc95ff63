"""Every end a payment can have: one approval, one sale, or the money back (I-1, I-2, I-9; F-18, F-19, F-20)."""

from collections.abc import Callable
from functools import partial

import pytest

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.checkout.snapshot import PaymentView, StaffRequest
from kiosk.domain.checkout_state import Stage
from kiosk.domain.sale import AttemptState
from tests.fakes.lane import MILK, Lane
from tests.fakes.payment_terminal import PLANS


def payment(lane: Lane) -> PaymentView:
    view = lane.seen.payment
    assert view is not None
    return view


def states(lane: Lane) -> list[str]:
    return [x.state.value for x in lane.store.shelf.attempts.values()]


def waiting_payment(lane: Lane) -> Lane:
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    return lane


@pytest.mark.parametrize("plan", ["decline", "busy", "unavailable"])
def test_not_paid_says_so_and_the_cart_is_still_there(lane: Lane, plan: str) -> None:
    lane.scan(MILK)
    lane.pay_by_card(plan)
    assert lane.stage() is Stage.NOT_PAID
    assert payment(lane).step == ("declined" if plan == "decline" else "unavailable")
    assert lane.seen.pieces == 1
    lane.check_books()
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_a_lost_answer_is_asked_for_and_completes_the_sale(lane: Lane) -> None:
    """F-18: the screen is honest, and the status query settles it."""
    lane.scan(MILK)
    lane.pay_by_card("lost_approved")
    seen = {x.stage for x in lane.snapshots}
    assert Stage.CHECKING_PAYMENT in seen
    lane.pass_time(3)
    assert lane.stage() is Stage.DONE
    lane.check_books()
    assert lane.seen.staff is None
    assert lane.session._use.calls.find("x") is None


def test_not_found_is_believed_only_twice_and_some_seconds_apart(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card("lost_before")
    lane.pass_time(1)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    lane.pass_time(10)
    assert lane.stage() is Stage.NOT_PAID
    assert [x for x, _ in lane.terminal.asked].count("status") == 2
    assert states(lane) == ["not_charged"]
    lane.check_books()


def test_an_unreachable_terminal_leaves_the_outcome_unknown(lane: Lane) -> None:
    """I-9: no guess, no other tender, growing pauses, and nothing of it runs out."""
    lane.terminal.plans.append("lost_approved")
    lane.scan(MILK)
    lane.do("pay")
    lane.terminal.reachable = False
    lane.do("choose_tender", "card")
    lane.pass_time(600)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    assert payment(lane).step == "checking"
    asked = [x for x, _ in lane.terminal.asked].count("status")
    assert 10 <= asked <= 20, "pauses grow up to a minute"
    for command in (("start_over",), ("back",), ("choose_tender", "card"), ("cancel_payment",), ("begin",)):
        lane.do(*command)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    lane.terminal.reachable = True
    lane.pass_time(61)
    assert lane.snapshots[-1].stage is Stage.IDLE, "the done page ended by itself"
    assert Stage.DONE in {x.stage for x in lane.snapshots}
    lane.check_books()


def test_what_no_sale_can_own_is_given_back(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card("signature")
    assert lane.stage() is Stage.NOT_PAID
    assert payment(lane).reason == "signature", "the shopper is told why"
    assert states(lane) == ["reversed"]
    assert lane.store.kinds().count("attempt.reversed") == 1
    lane.check_books()


@pytest.mark.parametrize("how", ["lost_approved", "lost_before"])
def test_a_lost_reversal_is_never_made_twice(lane: Lane, how: str) -> None:
    lane.terminal.reversal_plans.append(how)
    lane.scan(MILK)
    lane.pay_by_card("signature")
    lane.pass_time(60)
    assert lane.stage() is Stage.NOT_PAID
    assert states(lane) == ["reversed"]
    assert lane.terminal.kept == {}


def request(lane: Lane, kind: str) -> StaffRequest:
    staff = lane.seen.staff
    assert staff is not None
    return next(x for x in staff.requests if x.kind == kind)


def test_a_wrong_amount_waits_for_staff_who_give_it_back(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card("mismatch")
    assert lane.stage() is Stage.CHECKING_PAYMENT
    assert payment(lane).step == "review"
    lane.pass_time(300)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    lane.sign_in()
    lane.do("staff_decide", request(lane, "unknown_payment").request_id, False, "wrong amount")
    assert lane.stage() is Stage.NOT_PAID
    assert states(lane) == ["reversed"]
    lane.check_books()


def test_a_refused_reversal_goes_to_staff_and_survives_a_restart(lane: Lane) -> None:
    lane.terminal.reversal_plans.append("decline")
    lane.scan(MILK)
    lane.pay_by_card("signature")
    assert states(lane) == ["review"]
    lane.restart()
    lane.sign_in()
    found = request(lane, "unknown_payment")
    lane.do("staff_decide", found.request_id, False, "again")
    lane.pass_time(30)
    assert states(lane) == ["reversed"]
    lane.check_books()


def test_staff_may_let_the_shopper_go_and_a_later_approval_is_given_back(lane: Lane) -> None:
    waiting_payment(lane)
    lane.terminal.tap("lost_approved")
    lane.terminal.reachable = False
    lane.run()
    lane.pass_time(5)
    lane.sign_in()
    lane.do("staff_decide", request(lane, "unknown_payment").request_id, False, "not paid by the slip")
    assert lane.stage() is Stage.NOT_PAID
    assert lane.seen.tenders == (), "the terminal takes no new payment while one is open (I-9)"
    assert lane.seen.health.terminal == "settling"
    lane.do("staff_sign_out")
    lane.terminal.reachable = True
    lane.pass_time(61)
    assert lane.terminal.kept == {}
    lane.check_books()
    lane.do("choose_tender", "card")
    lane.terminal.tap("approve")
    lane.run()
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_staff_may_see_on_the_slip_that_it_was_paid(lane: Lane) -> None:
    waiting_payment(lane)
    lane.terminal.tap("lost_approved")
    lane.terminal.reachable = False
    lane.run()
    lane.sign_in()
    lane.do("staff_decide", request(lane, "unknown_payment").request_id, True, "slip 30041177")
    assert lane.stage() is Stage.DONE
    assert "decided by S1" in next(iter(lane.store.shelf.attempts.values())).reason
    assert lane.store.bodies("staff.decided")[0]["person"] == "S1"
    lane.check_books()


def test_an_attendant_may_not_decide_a_payment(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card("mismatch")
    lane.sign_in("111111")
    lane.do("staff_decide", request(lane, "unknown_payment").request_id, False, "x")
    staff = lane.seen.staff
    assert staff is not None
    assert (staff.problem, staff.needed_role) == ("not_allowed", "supervisor")
    assert lane.stage() is Stage.CHECKING_PAYMENT
    assert "staff.refused" in lane.store.kinds()


def test_cancelling_waits_for_the_payments_own_answer(lane: Lane) -> None:
    waiting_payment(lane)
    lane.do("cancel_payment")
    assert lane.stage() is Stage.NOT_PAID
    assert payment(lane).step == "aborted"
    assert states(lane) == ["aborted"]


def test_no_cancel_while_the_card_is_charged(lane: Lane) -> None:
    waiting_payment(lane)
    progress = lane.session._floor.visit.payment
    assert progress is not None
    progress.step = "authorising"
    lane.do("cancel_payment")
    assert lane.stage() is Stage.PAYING


@pytest.mark.parametrize("seed", range(1000))
def test_cancel_racing_approval(seed: int) -> None:
    """F-20: approved wins or is reversed, whatever comes first."""
    lane = Lane(seed=seed).boot()
    lane.scan(MILK)
    lane.session.pay()
    lane.session.choose_tender("card")
    random = lane.random
    assert random is not None
    plan = random.choice(["approve", "lost_approved"])
    acts: list[Callable[[], None]] = [lane.session.cancel_payment, partial(lane.terminal.tap, plan)]
    random.shuffle(acts)
    for act in acts:
        for _ in range(random.randrange(12)):
            lane.step()
        act()
    lane.run()
    if lane.stage() is Stage.PAYING:  # the card came before the terminal was asked
        lane.terminal.tap()
        lane.run()
    lane.pass_time(30)
    lane.check_books()
    assert lane.stage() in (Stage.DONE, Stage.NOT_PAID, Stage.IDLE)


def test_a_late_approval_of_a_payment_that_was_not_found_is_given_back(lane: Lane) -> None:
    """F-19: the terminal answers after its payment was settled as never arrived."""
    lane.scan(MILK)
    lane.pay_by_card("lost_before")
    lane.pass_time(10)
    attempt = next(iter(lane.store.shelf.attempts.values()))
    assert attempt.state is AttemptState.NOT_CHARGED
    from tests.fakes.payment_terminal import Entry, _result

    entry = lane.terminal.entries[attempt.service_id] = Entry(attempt.service_id, attempt.amount, ended=True)
    entry.result = _result(entry, "approve")
    entry.charged = entry.result.charged
    lane.session._use.settle.answer(attempt.attempt_id, entry.result)
    lane.run()
    assert lane.terminal.kept == {}
    lane.check_books()


def test_the_same_answer_twice_changes_nothing(lane: Lane) -> None:
    """F-19."""
    lane.scan(MILK)
    lane.pay_by_card()
    attempt = next(iter(lane.store.shelf.attempts.values()))
    before = lane.store.shelf.copy()
    result = lane.terminal.entries[attempt.service_id].result
    assert result is not None
    lane.session._use.settle.answer(attempt.attempt_id, result)
    lane.run()
    assert lane.store.shelf == before


def test_a_reversal_that_was_not_sent_is_tried_under_a_new_name(lane: Lane) -> None:
    """Nothing is ever sent twice under one id."""
    lane.terminal.reversal_plans.extend(["not_sent", "not_sent"])
    lane.scan(MILK)
    lane.pay_by_card("signature")
    lane.pass_time(30)
    assert states(lane) == ["reversed"]
    names = lane.terminal.reversal_names
    assert len(names) == len(set(names)) == 3


@pytest.mark.parametrize("second", ["approve", "decline"])
def test_two_answers_at_once_make_one_sale(lane: Lane, second: str) -> None:
    """F-19: the first authentic answer counts; one that says otherwise is for staff to look at."""
    waiting_payment(lane)
    attempt = next(iter(lane.store.shelf.attempts.values()))
    lane.terminal.tap("approve")
    first = lane.terminal.entries[attempt.service_id].result
    assert first is not None
    other = first if second == "approve" else TerminalResult(Outcome.DECLINED, reason="Refusal")
    lane.queue.append(partial(lane.session._use.settle.answer, attempt.attempt_id, other))
    lane.run()
    assert lane.stage() is Stage.DONE
    assert lane.store.kinds().count("attempt.settled") == 1
    lane.check_books()
    lane.sign_in()
    staff = lane.seen.staff
    assert staff is not None
    assert [x.kind for x in staff.requests] == ([] if second == "approve" else ["unknown_payment"])
    assert lane.store.kinds().count("attempt.disputed") == (0 if second == "approve" else 1)


def test_an_attempt_that_cannot_be_kept_is_never_sent(lane: Lane) -> None:
    """F-6: disk full before the first byte."""
    lane.scan(MILK)
    lane.do("pay")
    lane.writer.failures.append(True)
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.NOT_PAID
    assert lane.terminal.asked == []
    assert lane.store.shelf.attempts == {}
    notice = lane.seen.notice
    assert notice is not None
    assert notice.kind.value == "not_saved"


def test_an_answer_that_cannot_be_kept_is_kept_later(lane: Lane) -> None:
    waiting_payment(lane)
    lane.writer.failures.extend([True, True])
    lane.terminal.tap()
    lane.run()
    assert lane.stage() is Stage.CHECKING_PAYMENT
    lane.pass_time(10)
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_a_sale_that_cannot_be_kept_is_tried_again_then_given_back(lane: Lane) -> None:
    waiting_payment(lane)
    lane.writer.failures.extend([False, True, True, True])
    lane.terminal.tap()
    lane.run()
    assert lane.stage() is Stage.CHECKING_PAYMENT
    lane.pass_time(30)
    assert lane.stage() is Stage.NOT_PAID
    assert states(lane) == ["reversed"]
    lane.check_books()


def test_every_plan_of_the_fake_terminal_is_settled() -> None:
    for plan in PLANS:
        lane = Lane().boot()
        lane.scan(MILK)
        lane.pay_by_card(plan)
        lane.pass_time(60)
        lane.check_books()


def test_after_a_restart_a_terminal_that_still_waits_is_disarmed_and_the_next_shopper_pays_nothing_old(
    lane: Lane,
) -> None:
    waiting_payment(lane)
    service = next(iter(lane.store.shelf.attempts.values())).service_id
    lane.restart()
    lane.pass_time(5)
    assert ("abort", service) in lane.terminal.asked
    assert states(lane) == ["aborted"]
    lane.terminal.tap("approve")  # the next card finds nothing to pay
    assert not lane.terminal.kept
    lane.check_books()


def test_an_approval_that_came_before_the_abort_becomes_its_sale(lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting_payment(lane)
    waiting = lane.terminal.abort

    def tapped_first(running: str, service_id: str, done: Callable[[bool], None]) -> None:
        lane.terminal.tap("approve")
        waiting(running, service_id, done)

    monkeypatch.setattr(lane.terminal, "abort", tapped_first)
    lane.restart()
    lane.pass_time(10)
    assert states(lane) == ["approved"]
    assert len(lane.store.shelf.sales) == 1
    lane.check_books()
