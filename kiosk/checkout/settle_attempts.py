"""Settle payment attempts: one approval, one sale, or the money back; never two, never none (I-1, I-9).

The in-doubt state machine: an answer is committed before anything is promised; what is not
known is asked of the terminal with growing pauses, also after a restart; nothing is ever guessed.
"""

from collections.abc import Callable
from dataclasses import replace

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.checkout.ask_terminal import AskTerminal
from kiosk.checkout.attempt_case import Case
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.complete_sale import CompleteSale
from kiosk.checkout.floor import Floor
from kiosk.checkout.give_back import VOUCHER, GiveBack
from kiosk.checkout.keep_evidence import KeepsBeforeConfirming, keep_evidence
from kiosk.checkout.late_answer import LateAnswers
from kiosk.checkout.named_cards import OTHER_CARD, is_named
from kiosk.checkout.open_attempts import OpenAttempts
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.payment_ends import PaymentEnds
from kiosk.checkout.payment_verdict import SIGNATURE, Verdict, answered
from kiosk.domain.checkout_state import Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind

NOT_ANSWERED = frozenset({AttemptState.CREATED, AttemptState.SENT, AttemptState.UNKNOWN})


class SettleAttempts:
    """All attempts whose end is not known or whose sale is not made yet."""

    def __init__(self, floor: Floor, calls: CallAttendant, complete: CompleteSale, parts: PartPayments) -> None:
        self._floor, self._parts = floor, parts
        self.book = OpenAttempts(floor, calls)
        self.ends = PaymentEnds(floor, self.book, complete, parts)
        self.late = LateAnswers(floor, calls, self._reopen, self._is_kept)
        self.book.when_kept = self.late.kept
        self._asks = AskTerminal(floor, self.book, self._found, self._never_arrived, self._undecided, self.late.came)
        self.back = GiveBack(floor, self.book, self.ends, self._asks.again)
        self.ends.gives_back_by(self.back.start)
        if isinstance(floor.till.terminal, KeepsBeforeConfirming):
            floor.till.terminal.keep_by(
                lambda name, result, told: floor.guard(lambda: keep_evidence(floor, self.open, name, result, told))
            )

    @property
    def open(self) -> dict[str, Case]:
        """The open attempts by their id."""
        return self.book.cases

    @property
    def unsettled(self) -> bool:
        """Whether anything is still being settled with the terminal; what waits for a person's decision is not."""
        return self.book.unsettled

    # coming in

    def sent(self, attempt: PaymentAttempt) -> None:
        """A payment is about to be sent; its answer comes through `answer`."""
        self.book.add(Case(attempt, engaged=True)).wait()

    def load(self, attempts: list[PaymentAttempt]) -> None:
        """Take over the attempts that were open when the station stopped (rule 5)."""
        for attempt in attempts:
            case = self.book.add(Case(attempt))
            case.decided = attempt.state not in NOT_ANSWERED
            if not case.decided:
                case.attempt = replace(attempt, state=AttemptState.UNKNOWN)
            if attempt.state is AttemptState.REVIEW:
                self.book.request(case)
                continue
            case.later(0, self._step(self._taken_over(case), case))

    def _taken_over(self, case: Case) -> Callable[[Case], None]:
        state, voucher = case.attempt.state, case.attempt.tender == VOUCHER
        if state is AttemptState.ANSWERED:
            return self.ends.finish
        if state is AttemptState.TAKEN:
            return self.back.part_left
        case.engaged = not voucher
        return self.back.reverse if voucher else self._asks.ask

    def answered(self, attempt: PaymentAttempt) -> None:
        """A tender that asks no terminal covers the rest, and that is committed: make the sale."""
        self.ends.finish(self.book.add(Case(attempt, decided=True)))

    def give_back(self, attempt: PaymentAttempt) -> None:
        """Give back a part that was taken: its sale is not completed."""
        self.back.part(self.book.add(Case(attempt, decided=True)))

    def answer(self, attempt_id: str, result: TerminalResult) -> None:
        """Take the end of a payment as the terminal itself told it; one for a settled attempt is compared (rule 4)."""
        case = self.open.get(attempt_id)
        if case is not None and case.undecided_here and result.outcome is not Outcome.UNKNOWN:
            case.decided = False  # nobody has decided yet, and here is the terminal's own word
        if case is None or case.decided:
            self.late.came(attempt_id, result)
            return
        self._floor.till.fail_point("K4.before")
        case.mark = result.mark or case.mark
        verdict = self._parts.judged(case.attempt, result, live=self.book.live(case))
        ended = _explained(answered(case.attempt, result, verdict), result, verdict)
        self._floor.till.fail_point("K4.after")
        if verdict is Verdict.ASK:
            self._unknown(case, ended)
            return
        case.decided = True
        after = {
            Verdict.PAID: self.ends.finish,
            Verdict.PART: self.part_taken,
            Verdict.GIVE_BACK: self.back.reverse,
            Verdict.NOT_PAID: self.ends.not_paid,
            Verdict.REVIEW: self.ends.review,
        }[verdict]
        self.book.keep(case, ended, after, EntryKind.ATTEMPT_SETTLED)

    def tick(self) -> None:
        """Do what is due."""
        self.late.tick()
        now = self._floor.monotonic()
        for case in list(self.open.values()):
            if case.act is not None and not case.waiting and now >= case.due:
                act, case.act = case.act, None
                act()

    # ways on

    def part_taken(self, case: Case) -> None:
        """Less than what is to pay was taken: the rest is paid by whoever waits, or it goes back."""
        if self.book.live(case) and self._floor.can(Step.PART_TAKEN):
            self.book.end(case)
            self._parts.took(case.attempt)
        else:
            self.back.part(case)

    def ask_on(self, case: Case) -> None:
        """Ask the terminal again after a growing pause."""
        self._asks.again(case)

    def _unknown(self, case: Case, ended: PaymentAttempt) -> None:
        def ask_on(case: Case) -> None:
            self.book.doubt(case)
            self._asks.again(case)

        if case.attempt.state is AttemptState.UNKNOWN:
            ask_on(case)
        else:
            kept = replace(case.attempt, state=AttemptState.UNKNOWN, reason=ended.reason)
            self.book.keep(case, kept, ask_on, None)

    def _found(self, case: Case, result: TerminalResult) -> None:
        if case.attempt.state is AttemptState.REVERSING:
            self.back.answer(case, result)
        else:
            self.answer(case.attempt.attempt_id, result)

    def _never_arrived(self, case: Case) -> None:
        if case.attempt.state is AttemptState.REVERSING:
            self.book.anew(case, self.back.reverse)
        else:
            case.decided = True
            ended = replace(case.attempt, state=AttemptState.NOT_CHARGED, reason="not found at the terminal twice")
            self.book.keep(case, ended, self.ends.not_paid, EntryKind.ATTEMPT_SETTLED)

    def _undecided(self, case: Case, why: str) -> None:
        case.decided = True
        ended = replace(case.attempt, state=AttemptState.REVIEW, reason=why)
        self.book.keep(case, ended, self.ends.review, EntryKind.ATTEMPT_SETTLED)

    def _is_kept(self, attempt_id: str) -> bool:
        """Whether the store has what was decided about it: nothing can be compared with it before."""
        case = self.open.get(attempt_id)
        return case is None or not case.keeping

    def _reopen(self, attempt: PaymentAttempt) -> None:
        if attempt.attempt_id in self.open:
            return
        case = self.book.add(Case(attempt, decided=True))
        if attempt.state is AttemptState.REVIEW:
            self.ends.review(case)
        else:
            self.back.reverse(case)

    def _step(self, act: Callable[[Case], None], case: Case) -> Callable[[], None]:
        return lambda: act(case)


def _explained(ended: PaymentAttempt, result: TerminalResult, verdict: Verdict) -> PaymentAttempt:
    """Why money that was taken goes back, where the shopper is told so."""
    if verdict is not Verdict.GIVE_BACK:
        return ended
    if not is_named(ended.tender, ended.brand):
        return replace(ended, reason=OTHER_CARD)
    return replace(ended, reason=SIGNATURE) if result.signature_required else ended
