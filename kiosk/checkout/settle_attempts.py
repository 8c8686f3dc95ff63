"""Settle payment attempts: one approval, one sale, or the money back; never two, never none (I-1, I-9).

The in-doubt state machine: an answer is committed before anything is promised; what is not
known is asked of the terminal with growing pauses, also after a restart; nothing is ever guessed.
"""

import logging
from collections.abc import Callable
from dataclasses import replace

from hardware.ports.payment_terminal import Outcome, StatusOutcome, TerminalResult, TerminalStatus
from kiosk.checkout.attempt_case import Case, keep_attempt
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.complete_sale import CompleteSale
from kiosk.checkout.disarm_terminal import disarm
from kiosk.checkout.floor import MONEY_MOVES, Floor
from kiosk.checkout.late_answer import late_answer
from kiosk.checkout.named_cards import OTHER_CARD, is_named
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.payment_verdict import Verdict, answered
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.sale_document import PendingSaleError
from kiosk.checkout.sold import Sold
from kiosk.checkout.terminal_request import original_request, reversal_request
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from kiosk.domain.tender import TenderKind
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
VOUCHER = TenderKind.VOUCHER.value
MOST_SALE_TRIES = 3
PART_WAITS = 1.0
MAY_STILL_PAY = frozenset({AttemptState.CREATED, AttemptState.SENT, AttemptState.UNKNOWN, AttemptState.ANSWERED})


class SettleAttempts:
    """All attempts whose end is not known or whose sale is not made yet."""

    def __init__(self, floor: Floor, calls: CallAttendant, complete: CompleteSale, parts: PartPayments) -> None:
        self._floor, self._calls, self._complete, self._parts = floor, calls, complete, parts
        self.open: dict[str, Case] = {}

    # coming in

    def sent(self, attempt: PaymentAttempt) -> None:
        """A payment is about to be sent; its answer comes through `answer`."""
        case = Case(attempt)
        case.wait()
        self.open[attempt.attempt_id] = case

    def load(self, attempts: list[PaymentAttempt]) -> None:
        """Take over the attempts that were open when the station stopped."""
        for attempt in attempts:
            case = self.open[attempt.attempt_id] = Case(attempt)
            if attempt.state is AttemptState.ANSWERED:
                case.decided = True
                case.later(0, self._step(self.finish, case))
            elif attempt.state is AttemptState.REVIEW:
                case.decided = True
                self._request(case)
            elif attempt.state is AttemptState.TAKEN:
                case.decided = True
                case.later(0, self._step(self._part_left, case))
            else:
                case.decided = attempt.state is AttemptState.REVERSING
                case.later(0, self._step(self.reverse if attempt.tender == VOUCHER else self._ask, case))

    def answered(self, attempt: PaymentAttempt) -> None:
        """A tender that asks no terminal covers the rest, and that is committed: make the sale."""
        case = self.open[attempt.attempt_id] = Case(attempt, decided=True)
        self.finish(case)

    def give_back(self, attempt: PaymentAttempt) -> None:
        """Give back a part that was taken: its sale is not completed."""
        case = self.open[attempt.attempt_id] = Case(attempt, decided=True)
        self._part_back(case)

    def answer(self, attempt_id: str, result: TerminalResult) -> None:
        """Take the end of a payment as the terminal itself told it."""
        case = self.open.get(attempt_id)
        if case is None or case.decided:
            late_answer(self._floor, self._calls, attempt_id, result, self._reopen)
            return
        self._floor.till.fail_point("K4.before")
        case.mark = result.mark or case.mark
        verdict = self._parts.judged(case.attempt, result, live=self.live(case))
        ended = answered(case.attempt, result, verdict)
        if verdict is Verdict.GIVE_BACK and not is_named(ended.tender, ended.brand):
            ended = replace(ended, reason=OTHER_CARD)
        self._floor.till.fail_point("K4.after")
        if verdict is Verdict.ASK:
            self._unknown(case, ended)
            return
        case.decided = True
        after = {
            Verdict.PAID: self.finish,
            Verdict.PART: self._part_taken,
            Verdict.GIVE_BACK: self.reverse,
            Verdict.NOT_PAID: self._not_paid,
            Verdict.REVIEW: self._review,
        }[verdict]
        self.keep(case, ended, after, EntryKind.ATTEMPT_SETTLED)

    def tick(self) -> None:
        """Do what is due."""
        now = self._floor.monotonic()
        for case in list(self.open.values()):
            if case.act is not None and not case.waiting and now >= case.due:
                act, case.act = case.act, None
                act()

    # keeping and asking

    def keep(
        self,
        case: Case,
        ended: PaymentAttempt,
        after: Callable[[Case], None],
        kind: EntryKind | None,
        tries: int = 0,
    ) -> None:
        """Commit the attempt as it is now, however often it takes, and go on with `after`."""
        turn, now, floor = case.wait(), self._floor.now(), self._floor
        mark, case.mark = case.mark, ""

        def work(unit: UnitOfWork) -> PaymentAttempt:
            return keep_attempt(unit, ended, kind, now, mark)

        def done(kept: PaymentAttempt) -> None:
            floor.till.fail_point("K5.after")
            case.attempt = kept
            if turn == case.turn:
                case.waiting = False
                after(case)

        def failed(fault: Exception) -> None:
            log.error("attempt %s was not kept: %s", ended.attempt_id, fault)
            case.mark = mark
            self._doubt(case)
            pauses = floor.settings.keep_pauses
            pause = pauses[min(tries, len(pauses) - 1)]
            case.later(floor.monotonic() + pause, lambda: self.keep(case, ended, after, kind, tries + 1))

        floor.till.fail_point("K5.before")
        floor.commit(work, done, failed)

    def _unknown(self, case: Case, ended: PaymentAttempt) -> None:
        def ask_on(case: Case) -> None:
            self._doubt(case)
            self.again(case, self.pause(case))

        if case.attempt.state is AttemptState.UNKNOWN:
            ask_on(case)
        else:
            kept = replace(case.attempt, state=AttemptState.UNKNOWN, reason=ended.reason)
            self.keep(case, kept, ask_on, None)

    def _ask(self, case: Case) -> None:
        turn = case.wait()
        attempt = case.attempt

        def ask(service_id: str) -> None:
            self._floor.till.payer(attempt.tender).status(
                original_request(attempt),
                service_id,
                self._floor.guarded1(lambda status: self._told(case, turn, status)),
            )

        def failed(fault: Exception) -> None:
            log.error("no name for a status query: %s", fault)
            case.asked += 1
            self.again(case, self.pause(case))

        self._floor.commit(lambda unit: unit.next_service_id(), ask, failed)

    def _told(self, case: Case, turn: int, status: TerminalStatus) -> None:
        if self.open.get(case.attempt.attempt_id) is not case or turn != case.turn:
            if status.outcome is StatusOutcome.FINAL and status.result is not None and not case.decided:
                self.answer(case.attempt.attempt_id, status.result)
            return
        case.waiting = False
        case.asked += 1
        case.last_answer, case.terminal_says = status.outcome.value, status.evidence
        case.not_found = case.not_found + 1 if status.outcome is StatusOutcome.NOT_FOUND else 0
        reversing = case.attempt.state is AttemptState.REVERSING
        settings = self._floor.settings
        if status.outcome is StatusOutcome.FINAL and status.result is not None:
            case.last_answer = status.result.outcome.value
            if reversing:
                self._reversal_answer(case, status.result)
            else:
                self.answer(case.attempt.attempt_id, status.result)
        elif status.outcome is StatusOutcome.IN_PROGRESS:
            if not reversing and not self.live(case):
                # Whoever began this payment is gone (as after a restart): the next shopper must not pay it. How it
                # ends is still asked: it may have been approved before the abort came.
                disarm(self._floor, case.attempt.service_id, case.attempt.tender)
            self.again(case, settings.in_progress_pause)
        elif status.outcome is StatusOutcome.UNPROVEN:
            self._unproven(case, status)
        elif case.not_found >= 2:
            self._never_arrived(case, reversing)
        else:
            pause = settings.not_found_pause if case.not_found else self.pause(case)
            self.again(case, max(pause, status.ask_after))
        if case.attempt.attempt_id in self.open and case.attempt.state is AttemptState.UNKNOWN:
            self._request(case)

    def _unproven(self, case: Case, status: TerminalStatus) -> None:
        """It answers and cannot say: some more questions, then people decide with what it says."""
        pauses = self._floor.settings.unproven_pauses
        case.unproven += 1
        if case.unproven <= len(pauses):
            self.again(case, max(pauses[case.unproven - 1], status.ask_after))
            return
        case.decided = True
        ended = replace(case.attempt, state=AttemptState.REVIEW, reason=status.message or "the terminal cannot say")
        self.keep(case, ended, self._review, EntryKind.ATTEMPT_SETTLED)

    def _never_arrived(self, case: Case, reversing: bool) -> None:
        case.not_found = 0
        if reversing:
            self.keep(case, replace(case.attempt, reversal_service_id=""), self.reverse, None)
            return
        case.decided = True
        ended = replace(case.attempt, state=AttemptState.NOT_CHARGED, reason="not found at the terminal twice")
        self.keep(case, ended, self._not_paid, EntryKind.ATTEMPT_SETTLED)

    # giving back

    def reverse(self, case: Case) -> None:
        """Give back all that was charged."""
        self._doubt(case)
        if case.attempt.tender == VOUCHER:
            ended = replace(case.attempt, state=AttemptState.REVERSED)
            self.keep(case, ended, self._not_paid, EntryKind.ATTEMPT_REVERSED)
            return
        turn, attempt = case.wait(), case.attempt

        def done(result: TerminalResult) -> None:
            if turn == case.turn:
                case.waiting = False
                self._reversal_answer(case, result)

        request = reversal_request(attempt)
        self._floor.till.payer(attempt.tender).reverse(
            attempt.handle, attempt.handle_time, None, request, self._floor.guarded1(done)
        )

    def _reversal_answer(self, case: Case, result: TerminalResult) -> None:
        case.last_answer, case.mark = result.outcome.value, result.mark or case.mark
        if result.outcome is Outcome.APPROVED:
            ended = replace(case.attempt, state=AttemptState.REVERSED)
            self.keep(case, ended, self._not_paid, EntryKind.ATTEMPT_REVERSED)
        elif result.outcome is Outcome.UNKNOWN:
            case.asked += 1
            self.again(case, self.pause(case))
        elif result.outcome in (Outcome.NOT_SENT, Outcome.BUSY, Outcome.UNAVAILABLE):
            case.asked += 1
            anew = replace(case.attempt, reversal_service_id="")
            pause = max(self.pause(case), self._floor.settings.in_progress_pause)
            case.later(self._floor.monotonic() + pause, lambda: self.keep(case, anew, self.reverse, None))
        else:
            ended = replace(case.attempt, state=AttemptState.REVIEW, reason=result.reason or "reversal refused")
            self.keep(case, ended, self._review, EntryKind.ATTEMPT_SETTLED)

    def _part_taken(self, case: Case) -> None:
        if self.live(case) and self._floor.can(Step.PART_TAKEN):
            self.end(case)
            self._parts.took(case.attempt)
        else:
            self._part_back(case)

    def _part_back(self, case: Case) -> None:
        back = replace(case.attempt, state=AttemptState.REVERSING, reason="the sale was not completed")
        self.keep(case, back, self.reverse, None)

    def _part_left(self, case: Case) -> None:
        # The station stopped before the sale was paid. Another tender of it may still turn out to complete it.
        others = (x.attempt for x in self.open.values() if x.attempt.sale_id == case.attempt.sale_id)
        if any(x.state in MAY_STILL_PAY and x.cart for x in others):
            case.later(self._floor.monotonic() + PART_WAITS, self._step(self._part_left, case))
        else:
            self._part_back(case)

    # the ends

    def finish(self, case: Case) -> None:
        """It was paid: make its sale."""
        if self.live(case):
            self._floor.go(Step.APPROVED)
        turn = case.wait()

        def done(sold: Sold) -> None:
            if turn == case.turn:
                live = self.live(case)
                self.end(case)
                for other in list(self.open.values()):
                    if other.attempt.sale_id == case.attempt.sale_id and other.attempt.state is AttemptState.TAKEN:
                        self.end(other)
                self._complete.show(sold, here=live)

        def failed(fault: Exception) -> None:
            log.error("the sale of attempt %s was not kept: %s", case.attempt.attempt_id, fault)
            case.asked += 1
            case.sale_tries += 1
            if self.live(case):
                self._floor.go(Step.SALE_NOT_KEPT)
                self._doubt(case)
            hopeless = isinstance(fault, PendingSaleError) or case.sale_tries % (MOST_SALE_TRIES + 1) == MOST_SALE_TRIES
            if hopeless and case.attempt.handle:
                back = replace(case.attempt, state=AttemptState.REVERSING, reason="the sale could not be kept")
                self.keep(case, back, self.reverse, None)
            else:
                pauses = self._floor.settings.keep_pauses
                pause = pauses[min(case.sale_tries, len(pauses)) - 1]
                case.later(self._floor.monotonic() + pause, self._step(self.finish, case))

        self._complete.paid_sale(case.attempt, done, failed)

    def _not_paid(self, case: Case) -> None:
        live = self.live(case)
        self.end(case)
        payment = self._floor.visit.payment
        if live and payment is not None and not self._parts.given_back(case.attempt):
            state = case.attempt.state
            words = {AttemptState.DECLINED: "declined", AttemptState.ABORTED: "aborted"}
            payment.step = words.get(state, "unavailable")
            if case.attempt.reason == OTHER_CARD:
                payment.step = "other_card"
            payment.reason = "reversed" if state is AttemptState.REVERSED else case.attempt.reason
            self._floor.go(Step.REST_REFUSED if self._floor.visit.taken else Step.REFUSED)
            self._floor.active()
            self._floor.cue("attention")

    def _review(self, case: Case) -> None:
        self._doubt(case)
        self._request(case)
        payment = self._floor.visit.payment
        if self.live(case) and payment is not None:
            payment.step = "review"

    # small things

    def _step(self, act: Callable[[Case], None], case: Case) -> Callable[[], None]:
        return lambda: act(case)

    def pause(self, case: Case) -> float:
        """How long to wait before the next question: growing."""
        pauses = self._floor.settings.settle_pauses
        return pauses[min(case.asked, len(pauses) - 1)]

    def again(self, case: Case, pause: float) -> None:
        """Ask the terminal again after a pause."""
        case.later(self._floor.monotonic() + pause, self._step(self._ask, case))

    def live(self, case: Case) -> bool:
        """Whether the shopper of this attempt stands here waiting for it."""
        visit = self._floor.visit
        mine = visit.payment is not None and visit.payment.attempt_id == case.attempt.attempt_id
        mine = mine or case.attempt.attempt_id in visit.giving_back
        return mine and self._floor.state.stage in MONEY_MOVES

    def _doubt(self, case: Case) -> None:
        if case.attempt.state is AttemptState.UNKNOWN:
            self._request(case)
        payment = self._floor.visit.payment
        if self.live(case) and payment is not None:
            if self._floor.can(Step.UNKNOWN):
                self._floor.go(Step.UNKNOWN)
                self._floor.cue("attention")
            if self._floor.at(Stage.CHECKING_PAYMENT):
                payment.step = "giving_back" if self._floor.visit.giving_back else "checking"

    def _request(self, case: Case) -> None:
        attempt = case.attempt
        self._calls.request(
            "unknown_payment", evidence=case.evidence(), reference=attempt.attempt_id, amount=attempt.amount
        )

    def end(self, case: Case) -> None:
        """The attempt has its end."""
        self.open.pop(case.attempt.attempt_id, None)
        self._calls.drop("unknown_payment", case.attempt.attempt_id)
        call = self._floor.visit.call
        if call is not None and call.reason == "payment":
            self._calls.cancel()

    def _reopen(self, attempt: PaymentAttempt) -> None:
        if attempt.attempt_id not in self.open:
            case = self.open[attempt.attempt_id] = Case(attempt, decided=True)
            self.reverse(case)
