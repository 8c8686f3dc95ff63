"""Give money back that no sale can own: a reversal is an attempt of its own, with the same doubts (rule 7)."""

from collections.abc import Callable
from dataclasses import replace

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.checkout.attempt_case import Case
from kiosk.checkout.floor import Floor
from kiosk.checkout.open_attempts import OpenAttempts
from kiosk.checkout.payment_ends import PaymentEnds
from kiosk.checkout.terminal_request import reversal_request
from kiosk.domain.sale import AttemptState
from kiosk.domain.tender import TenderKind
from sync.wire.journal import EntryKind

VOUCHER = TenderKind.VOUCHER.value
PART_WAITS = 1.0
TURN_WAITS = 0.5
NOT_BEGUN = frozenset({Outcome.NOT_SENT, Outcome.BUSY, Outcome.UNAVAILABLE})
MAY_STILL_PAY = frozenset({AttemptState.CREATED, AttemptState.SENT, AttemptState.UNKNOWN, AttemptState.ANSWERED})


class GiveBack:
    """Reversals, one after the other at each terminal: always all that was charged, and never twice."""

    def __init__(self, floor: Floor, book: OpenAttempts, ends: PaymentEnds, ask_again: Callable[[Case], None]) -> None:
        self._floor, self._book, self._ends, self._ask_again = floor, book, ends, ask_again

    def start(self, case: Case, reason: str) -> None:
        """Begin to give back what this attempt charged.

        What a person said was paid has no handle for a reversal: the terminal is asked what it knows of it first.
        """
        attempt = case.attempt
        if attempt.handle:
            self._book.keep(case, replace(attempt, state=AttemptState.REVERSING, reason=reason), self.reverse, None)
            return
        case.decided, case.engaged = False, True
        nobodys = replace(attempt, state=AttemptState.UNKNOWN, charged=0, cart="", reason=reason)
        self._book.keep(case, nobodys, self._ask_again, None)

    def part(self, case: Case) -> None:
        """Give back a part: its sale is not completed."""
        self.start(case, "the sale was not completed")

    def part_left(self, case: Case) -> None:
        """The station stopped before the sale was paid. Another tender of it may still turn out to complete it."""
        others = (x.attempt for x in self._book.cases.values() if x.attempt.sale_id == case.attempt.sale_id)
        if any(x.state in MAY_STILL_PAY and x.cart for x in others):
            case.later(self._floor.monotonic() + PART_WAITS, lambda: self.part_left(case))
        else:
            self.part(case)

    def reverse(self, case: Case) -> None:
        """Send the reversal that is written down, once nothing else runs at its terminal."""
        self._book.doubt(case)
        if case.attempt.tender == VOUCHER:
            ended = replace(case.attempt, state=AttemptState.REVERSED)
            self._book.keep(case, ended, self._ends.not_paid, EntryKind.ATTEMPT_REVERSED)
        elif self._book.busy(case):
            case.waited = True
            case.later(self._floor.monotonic() + TURN_WAITS, lambda: self.reverse(case))
        elif case.waited:
            # Another request ran meanwhile: the mark that was written down with this one is not the newest any more.
            case.waited, case.engaged = False, True
            self._book.anew(case, self._send)
        else:
            self._send(case)

    def _send(self, case: Case) -> None:
        turn, attempt = case.wait(), case.attempt
        case.engaged = True

        def done(result: TerminalResult) -> None:
            if turn == case.turn:
                case.waiting = False
                self.answer(case, result)

        self._floor.till.payer(attempt.tender).reverse(
            attempt.handle, attempt.handle_time, None, reversal_request(attempt), self._floor.guarded1(done)
        )

    def answer(self, case: Case, result: TerminalResult) -> None:
        """Take the end of a reversal as the terminal itself told it; what is not known is asked."""
        case.last_answer, case.mark = result.outcome.value, result.mark or case.mark
        if result.outcome is Outcome.UNKNOWN:
            case.asked += 1
            self._ask_again(case)
            return
        if result.outcome is Outcome.APPROVED:
            ended = replace(case.attempt, state=AttemptState.REVERSED)
            self._book.keep(case, ended, self._ends.not_paid, EntryKind.ATTEMPT_REVERSED)
        elif result.outcome in NOT_BEGUN:
            case.asked += 1
            pause = max(self._book.pause(case), self._floor.settings.in_progress_pause)
            case.later(self._floor.monotonic() + pause, lambda: self._book.anew(case, self.reverse))
        else:
            ended = replace(case.attempt, state=AttemptState.REVIEW, reason=result.reason or "reversal refused")
            self._book.keep(case, ended, self._ends.review, EntryKind.ATTEMPT_SETTLED)
