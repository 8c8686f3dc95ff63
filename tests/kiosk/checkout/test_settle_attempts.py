"""The in-doubt machine, rule by rule (payment.md, section 5)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hardware.ports.payment_terminal import (
    Outcome,
    StatusOutcome,
    TerminalEvent,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import PaymentView, StaffRequest
from kiosk.domain.checkout_state import Stage
from kiosk.domain.sale import AttemptState, PaymentAttempt
from tests.fakes.lane import COLA, MILK, Killed, Lane


def payment(lane: Lane) -> PaymentView:
    view = lane.seen.payment
    assert view is not None
    return view


def attempts(lane: Lane) -> list[PaymentAttempt]:
    return list(lane.store.shelf.attempts.values())


def states(lane: Lane) -> list[str]:
    return [x.state.value for x in attempts(lane)]


def waiting(lane: Lane, amount: int = 0) -> Lane:
    """A payment waits for its card."""
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card", amount)
    assert lane.stage() is Stage.PAYING
    return lane


def tapped(lane: Lane, plan: str) -> None:
    lane.terminal.tap(plan)
    lane.run()


def offered(lane: Lane) -> tuple[str, ...]:
    return lane.seen.tenders


def requests(lane: Lane) -> list[StaffRequest]:
    lane.sign_in()
    staff = lane.seen.staff
    found = [x for x in staff.requests if x.kind == "unknown_payment"] if staff is not None else []
    lane.do("staff_sign_out")
    return found


def decide(lane: Lane, paid: bool) -> None:
    (request,) = requests(lane)
    lane.sign_in()
    lane.do("staff_decide", request.request_id, paid, "seen")
    lane.do("staff_sign_out")


# rule 1: one money request at a terminal, and no other tender for the sale


def test_rule_1_while_an_attempt_is_in_doubt_nothing_else_pays_without_staff() -> None:
    lane = Lane(settings=SessionSettings(voucher_most=50_000, tenders=("card", "simple_pay"))).boot()
    waiting(lane)
    lane.terminal.reachable = False
    tapped(lane, "lost_approved")
    lane.pass_time(30)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    assert offered(lane) == (), "neither the terminal again nor a voucher"
    for tender in ("card", "simple_pay", "voucher"):
        lane.do("choose_tender", tender)
    assert len(attempts(lane)) == 1
    decide(lane, paid=False)
    assert offered(lane) == ("voucher",), "staff let the shopper go on; the terminal is still waited for"


def test_rule_1_reversals_of_several_parts_go_to_the_terminal_one_after_the_other() -> None:
    """The next request would overwrite the memory of a terminal that knows only its last one."""
    lane = Lane().boot()
    waiting(lane, 1000)
    tapped(lane, "approve")
    lane.do("choose_tender", "card", 800)
    tapped(lane, "approve")
    lane.terminal.reversal_plans.append("lost_approved")
    lane.terminal.reachable = False
    lane.do("give_back")
    lane.pass_time(30)
    assert len(lane.terminal.reversal_names) == 1, "the second waits until the first has its end"
    lane.terminal.reachable = True
    lane.pass_time(90)
    assert states(lane) == ["reversed", "reversed"]
    assert lane.stage() is Stage.NOT_PAID
    lane.check_books()


def test_rule_1_a_reversal_waits_for_an_answer_that_is_not_durable_yet() -> None:
    lane = Lane().boot()
    waiting(lane)
    tapped(lane, "mismatch")
    lane.restart()
    lane.scan(COLA)
    lane.do("pay")
    lane.do("choose_tender", "card")
    decide(lane, paid=False)
    lane.pass_time(5)
    assert lane.terminal.reversal_names == [], "another payment runs at the terminal"
    lane.writer.failures.extend([True, True])
    tapped(lane, "decline")
    assert lane.terminal.reversal_names == [], "its answer is in memory only"
    lane.pass_time(30)
    assert states(lane) == ["reversed", "declined"]


def test_what_waits_for_a_person_does_not_close_the_terminal_to_the_next_shopper() -> None:
    """Pain 7: a review is nobody's reason to turn everyone else away."""
    lane = Lane().boot()
    waiting(lane)
    tapped(lane, "mismatch")
    lane.restart()
    lane.pass_time(40)
    assert lane.seen.health.terminal == "ready"
    lane.scan(COLA)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.check_books()


# rule 2: no name is used twice


def test_rule_2_a_refused_reversal_is_begun_again_under_another_name(lane: Lane) -> None:
    lane.terminal.reversal_plans.append("decline")
    waiting(lane)
    tapped(lane, "signature")
    decide(lane, paid=False)
    assert states(lane) == ["reversed"]
    assert len(set(lane.terminal.reversal_names)) == 2
    sent = [x["reversal_service_id"] for x in lane.store.bodies("reversal.sent")]
    assert sent == lane.terminal.reversal_names, "each was written down before it left"


# rule 3: cancel is abort and the payment's own answer


def test_rule_3_a_cancelled_payment_whose_answer_is_lost_is_stopped_again_and_asked_for(lane: Lane) -> None:
    waiting(lane)
    service = attempts(lane)[0].service_id

    def deaf(running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None:
        lane.terminal.asked.append(("abort", running_service_id))

    lane.terminal.abort = deaf  # type: ignore[method-assign]
    lane.do("cancel_payment")
    lane.session._use.settle.answer(attempts(lane)[0].attempt_id, TerminalResult(Outcome.UNKNOWN, reason="line lost"))
    lane.run()
    lane.pass_time(20)
    assert lane.terminal.asked.count(("abort", service)) >= 3, "it still waits for a card that must not come"
    tapped(lane, "approve")
    lane.pass_time(10)
    assert lane.stage() is Stage.DONE, "approved all the same: the sale is paid, never forgotten"
    lane.check_books()


def test_rule_3_a_shopper_whose_line_was_lost_is_not_charged_minutes_later(lane: Lane) -> None:
    """Pain 8: a reader that nobody watches any more is disarmed."""
    waiting(lane)
    attempt = attempts(lane)[0]
    lane.session._use.settle.answer(attempt.attempt_id, TerminalResult(Outcome.UNKNOWN, reason="line lost"))
    lane.run()
    lane.pass_time(20)
    assert ("abort", attempt.service_id) not in lane.terminal.asked, "the card may still come"
    lane.pass_time(60)
    assert ("abort", attempt.service_id) in lane.terminal.asked
    assert states(lane) == ["aborted"]


def test_rule_3_the_reader_is_disarmed_when_the_shopper_leaves_by_timeout(lane: Lane) -> None:
    waiting(lane)
    lane.pass_time(100)
    assert states(lane) == ["aborted"]
    tapped(lane, "approve")
    assert lane.terminal.kept == {}, "the next person pays nothing of it"


# rule 4: idempotent; a late different answer is for people


def late(lane: Lane, result: TerminalResult) -> None:
    lane.session._use.settle.answer(attempts(lane)[0].attempt_id, result)
    lane.run()


def test_rule_4_a_later_answer_that_differs_stays_for_a_person_over_a_restart(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "contradicted")
    assert lane.stage() is Stage.DONE
    (dispute,) = lane.store.bodies("attempt.disputed")
    assert (dispute["says"], dispute["known"]["state"]) == ("declined", "approved")
    lane.restart()
    (request,) = requests(lane)
    facts = dict(request.evidence)
    assert (facts["question"], facts["late_says"], facts["charged"]) == ("late", "declined", "2800")
    decide(lane, paid=True)
    assert requests(lane) == []
    lane.restart()
    assert requests(lane) == []
    assert states(lane) == ["approved"], "no money moves by a late answer to a sale"
    told = lane.store.bodies("staff.decided")[-1]
    assert (told["attempt"], told["paid"], told["person"]) == (attempts(lane)[0].attempt_id, True, "S1")


def test_rule_4_the_same_difference_twice_is_told_once(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "contradicted")
    late(lane, TerminalResult(Outcome.DECLINED))
    assert lane.store.kinds().count("attempt.disputed") == 1
    late(lane, TerminalResult(Outcome.APPROVED, charged=2700, handle="HQ1"))
    assert "2700" in lane.store.bodies("attempt.disputed")[-1]["difference"]


def test_rule_4_a_late_approval_without_a_handle_is_for_a_person(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "decline")
    late(lane, TerminalResult(Outcome.APPROVED, charged=2800, approval_code="7"))
    assert states(lane) == ["review"]
    facts = dict(requests(lane)[0].evidence)
    assert (facts["question"], facts["charged"], facts["approval"]) == ("keep", "2800", "7")


def test_rule_4_a_second_answer_while_the_first_is_not_kept_is_compared_later(lane: Lane) -> None:
    waiting(lane)
    lane.writer.failures.extend([True, False, True])
    tapped(lane, "contradicted")
    lane.pass_time(20)
    assert lane.stage() is Stage.DONE
    assert lane.store.kinds().count("attempt.disputed") == 1
    lane.check_books()


def test_rule_4_the_terminal_confirms_what_a_person_said_and_it_can_be_cancelled_later(lane: Lane) -> None:
    waiting(lane)
    lane.terminal.reachable = False
    tapped(lane, "late_approved")
    decide(lane, paid=True)
    assert attempts(lane)[0].handle == ""
    lane.terminal.deliver_late()
    lane.run()
    assert (attempts(lane)[0].state, attempts(lane)[0].handle) == (AttemptState.APPROVED, "HQ1")
    assert lane.store.bodies("attempt.settled")[-1]["handle"] == "HQ1"
    assert lane.store.kinds().count("attempt.disputed") == 0


# rule 5: settled before cards are offered


def test_rule_5_no_card_before_what_is_open_is_settled(lane: Lane) -> None:
    waiting(lane)
    lane.terminal.reachable = False
    tapped(lane, "lost_approved")
    lane.restart()
    lane.scan(COLA)
    lane.do("pay")
    assert offered(lane) == ()
    assert len(requests(lane)) == 1, "and staff can decide what no terminal answers"
    decide(lane, paid=False)
    assert offered(lane) == ()
    lane.terminal.reachable = True
    lane.pass_time(70)
    assert offered(lane) == ("card",)
    assert lane.terminal.kept == {}
    lane.check_books()


# rule 6: only the answer to this request


@pytest.mark.parametrize("event", list(TerminalEvent))
def test_rule_6_what_a_terminal_shows_settles_nothing(lane: Lane, event: TerminalEvent) -> None:
    waiting(lane)
    lane.session._use.payments._news(attempts(lane)[0].attempt_id, TerminalNews(event, "승인되었습니다"))
    lane.pass_time(5)
    assert states(lane) == ["sent"]
    assert lane.stage() is Stage.PAYING


# rule 7: reversals


def test_rule_7_a_reversal_is_of_all_that_was_charged_and_journalled_before_it_leaves(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "signature")
    sent, kept = lane.store.kinds().index("reversal.sent"), lane.store.kinds().index("attempt.reversed")
    assert sent < kept
    (body,) = lane.store.bodies("reversal.sent")
    assert (body["charged"], body["state"]) == (2800, "reversing")


def test_rule_7_an_unknown_reversal_is_asked_for_and_staff_may_let_the_shopper_go(lane: Lane) -> None:
    lane.terminal.reversal_plans.append("lost_approved")
    waiting(lane)
    lane.terminal.reachable = False
    tapped(lane, "signature")
    lane.pass_time(60)
    assert lane.stage() is Stage.CHECKING_PAYMENT
    assert dict(requests(lane)[0].evidence)["question"] == "giving_back"
    decide(lane, paid=False)
    assert lane.stage() is Stage.NOT_PAID
    assert payment(lane).reason == "released"
    assert states(lane) == ["reversing"], "it is still asked for"
    lane.terminal.reachable = True
    lane.pass_time(70)
    assert states(lane) == ["reversed"]
    lane.check_books()


# what cannot be proven


def test_what_the_terminal_cannot_say_is_asked_three_times_and_then_decided_by_a_person(lane: Lane) -> None:
    """payment-korea.md 1.6: at once, after 10 s and after 60 s; then staff, and never 'not paid' by itself."""
    waiting(lane)
    tapped(lane, "unproven_approved")
    asked = [x for x, _ in lane.terminal.asked]
    lane.pass_time(12)
    assert [x for x, _ in lane.terminal.asked].count("status") == 2, asked
    assert payment(lane).step == "checking"
    lane.pass_time(62)
    assert states(lane) == ["review"]
    assert payment(lane).step == "review"
    facts = dict(requests(lane)[0].evidence)
    assert facts["question"] == "paid"
    assert (facts["amount"], facts["currency"], facts["service_id"]) == ("2800", "KRW", "Q1")
    assert (facts["terminal"], facts["terminal.receipt"], facts["terminal.amount"]) == ("unproven", "0042", "2800")
    decide(lane, paid=True)
    assert lane.stage() is Stage.DONE
    told = lane.store.bodies("staff.decided")[-1]
    assert dict(told["evidence"])["terminal.receipt"] == "0042", "the decision keeps what it was made on"
    lane.check_books()


def test_a_person_who_sees_no_charge_lets_the_shopper_pay_otherwise(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "unproven_declined")
    lane.pass_time(80)
    decide(lane, paid=False)
    assert states(lane) == ["not_charged"]
    assert lane.stage() is Stage.NOT_PAID
    lane.terminal.plans.append("approve")
    lane.do("choose_tender", "card")
    assert lane.stage() is Stage.DONE
    lane.check_books()


def test_the_terminals_own_word_still_counts_while_a_person_is_waited_for(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "unproven_approved")
    lane.pass_time(80)
    assert states(lane) == ["review"]
    late(lane, lane.terminal.entries["Q1"].result or TerminalResult(Outcome.UNKNOWN))
    assert lane.stage() is Stage.DONE
    assert requests(lane) == []
    lane.check_books()


def test_a_terminal_that_never_learned_the_end_itself_leaves_it_to_a_person(lane: Lane) -> None:
    waiting(lane)
    tapped(lane, "lost_approved")
    entry = lane.terminal.entries["Q1"]
    entry.result = TerminalResult(Outcome.UNKNOWN, message="host not reached")
    lane.pass_time(90)
    assert states(lane) == ["review"]
    assert attempts(lane)[0].reason == "host not reached"


def test_the_terminal_says_how_soon_it_can_tell_more(lane: Lane) -> None:
    waiting(lane)

    def busy(service_id: str) -> TerminalStatus:
        return TerminalStatus(StatusOutcome.IN_PROGRESS, ask_after=25)

    lane.terminal._found = busy  # type: ignore[method-assign]
    late(lane, TerminalResult(Outcome.UNKNOWN))
    lane.pass_time(20)
    assert [x for x, _ in lane.terminal.asked].count("status") == 1
    lane.pass_time(10)
    assert [x for x, _ in lane.terminal.asked].count("status") == 2


# rule 8: words


def test_rule_8_in_doubt_it_is_never_called_failed(lane: Lane) -> None:
    waiting(lane)
    lane.terminal.reachable = False
    tapped(lane, "lost_approved")
    lane.pass_time(400, step=10)
    shown = {x.payment.step for x in lane.snapshots if x.payment and x.stage is Stage.CHECKING_PAYMENT}
    assert shown <= {"checking", "giving_back", "review", "authorising"}
    assert payment(lane).reference == "Q1"


@pytest.mark.parametrize(
    ("last", "step"), [(TerminalEvent.CARD_UNREADABLE, "unreadable"), (TerminalEvent.PIN_ENTRY, "aborted")]
)
def test_a_card_that_could_not_be_read_is_named(lane: Lane, last: TerminalEvent, step: str) -> None:
    waiting(lane)
    attempt = attempts(lane)[0]
    for event in (TerminalEvent.CARD_UNREADABLE, last):
        lane.session._use.payments._news(attempt.attempt_id, TerminalNews(event, "CHIP ERROR"))
    lane.session.touch()
    assert payment(lane).words == "CHIP ERROR"
    lane.session._use.payments._news(attempt.attempt_id, TerminalNews(TerminalEvent.WAITING_FOR_CARD))
    late(lane, TerminalResult(Outcome.ABORTED, reason="Cancel"))
    assert payment(lane).step == step


def test_the_terminals_words_end_with_their_step(lane: Lane) -> None:
    waiting(lane)
    name = attempts(lane)[0].attempt_id
    lane.session._use.payments._news(name, TerminalNews(TerminalEvent.PLEASE_WAIT, "잠시 기다려 주세요"))
    lane.session.touch()
    assert (payment(lane).step, payment(lane).words) == ("please_wait", "잠시 기다려 주세요")
    lane.session._use.payments._news(name, TerminalNews(TerminalEvent.CODE_SHOWN))
    lane.session.touch()
    assert (payment(lane).step, payment(lane).words) == ("code_shown", "")


# what the station counted


@pytest.mark.parametrize("point", ["K5.after", "K6.before"])
def test_the_sums_count_each_commit_once_over_restarts(point: str) -> None:
    lane = Lane().boot()
    lane.scan(MILK)
    lane.do("pay")
    lane.kill_at = point
    lane.terminal.plans.append("approve")
    with pytest.raises(Killed):
        lane.do("choose_tender", "card")
    lane.restart()
    lane.pass_time(10)
    assert '"charged":2800' in lane.store.shelf.values["terminal_sums"]
    assert '"charged_count":1' in lane.store.shelf.values["terminal_sums"]


def test_what_the_merchant_has_to_keep_is_kept_with_the_attempt_and_in_the_journal(lane: Lane) -> None:
    waiting(lane)
    result = TerminalResult(
        Outcome.APPROVED, 2800, "KRW", handle="H", merchant_receipt=("SHOP COPY",), terminal_id="T1", acquirer="BC"
    )
    late(lane, replace(result, approval_code="0012"))
    assert attempts(lane)[0].record.merchant_receipt == ("SHOP COPY",)
    body = lane.store.bodies("attempt.settled")[-1]
    assert body["record"]["merchant_receipt"] == ["SHOP COPY"]
    assert (body["approval_code"], body["record"]["terminal_id"], body["record"]["acquirer"]) == ("0012", "T1", "BC")


def test_what_a_person_called_paid_and_no_sale_can_use_is_asked_for_and_given_back() -> None:
    """A part whose answer was lost, then a restart: nobody is there to pay the rest."""
    lane = Lane().boot()
    waiting(lane, 1000)
    lane.terminal.reachable = False
    tapped(lane, "lost_approved")
    lane.restart()
    decide(lane, paid=True)
    assert (states(lane), attempts(lane)[0].charged) == (["review"], 1000)
    assert attempts(lane)[0].reason == "no sale can be made of it"
    lane.terminal.reachable = True
    decide(lane, paid=False)
    lane.pass_time(30)
    assert states(lane) == ["reversed"]
    assert lane.terminal.kept == {}
    lane.check_books()


def test_rule_4_the_terminals_word_that_crosses_a_decision_is_compared(lane: Lane) -> None:
    """People say "paid" while a question is under way; the terminal says "declined": a sale without money is told."""
    waiting(lane)
    lane.terminal.reachable = False
    tapped(lane, "lost_declined")
    lane.pass_time(5)
    (request,) = requests(lane)
    lane.sign_in()
    lane.terminal.reachable = True
    while not (lane.terminal.calls and lane.terminal.asked[-1][0] == "status"):
        lane.clock.seconds += 0.2
        lane.session.tick()
        while (lane.queue or lane.writer.waiting) and not lane.terminal.calls:
            (lane._answer if lane.queue else lane.writer.step)()
    lane.session.staff_decide(request.request_id, True, "seen")
    lane.run()
    lane.pass_time(60)
    assert lane.store.shelf.sales
    (dispute,) = lane.store.bodies("attempt.disputed")
    assert dispute["says"] == "declined"


def test_rule_4_an_answer_while_a_decision_cannot_be_kept_waits_for_it(lane: Lane) -> None:
    """The disk is full for a moment: nothing older is written over the late approval, and the money comes back."""
    waiting(lane)
    tapped(lane, "unproven_approved")
    lane.pass_time(200)
    assert states(lane) == ["review"]
    (request,) = requests(lane)
    lane.sign_in()
    ((attempt_id, _case),) = lane.session._use.settle.open.items()
    lane.writer.failures.extend([False, True])
    lane.session.staff_decide(request.request_id, False, "seen")
    while lane.writer.failures:
        lane.step()
    while lane.queue:
        lane._answer()
    result = next(iter(lane.terminal.entries.values())).result
    assert result is not None
    lane.session._use.settle.answer(attempt_id, result)
    lane.run()
    lane.pass_time(120)
    assert states(lane) == ["reversed"]
    assert not lane.terminal.kept


def test_points_whose_host_is_not_in_the_settings_are_no_question_for_the_card_terminal(lane: Lane) -> None:
    """I-9: the card terminal never heard of them; nothing is guessed from that."""
    attempt = PaymentAttempt(
        attempt_id="a1",
        sale_id="s1",
        service_id="Q77",
        amount=1000,
        currency="KRW",
        state=AttemptState.SENT,
        started_at=lane.clock.now(),
        tender="points",
    )
    lane.store.shelf.attempts["a1"] = attempt
    lane.restart()
    lane.pass_time(60)
    assert ("status", "Q77") not in lane.terminal.asked
    assert states(lane) == ["unknown"] or states(lane) == ["sent"]
