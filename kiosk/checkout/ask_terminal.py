"""Ask the terminal what became of a request, with growing pauses, until it says so or a person has to decide."""

import logging
from collections.abc import Callable

from hardware.ports.payment_terminal import Outcome, StatusOutcome, TerminalResult, TerminalStatus
from kiosk.checkout.attempt_case import Case
from kiosk.checkout.disarm_terminal import disarm
from kiosk.checkout.floor import Floor
from kiosk.checkout.open_attempts import OpenAttempts
from kiosk.checkout.terminal_request import original_request
from kiosk.domain.sale import AttemptState, PaymentAttempt

log = logging.getLogger("baro.till")
DISARM_AGAIN = 5.0
TELL_STAFF_AFTER = 2  # questions about a reversal that brought no answer


class AskTerminal:
    """Status queries; they may be repeated freely, each under a name of its own (rule 2)."""

    def __init__(
        self,
        floor: Floor,
        book: OpenAttempts,
        answer: Callable[[Case, TerminalResult], None],
        never_arrived: Callable[[Case], None],
        undecided: Callable[[Case, str], None],
        late: Callable[[str, TerminalResult], None],
    ) -> None:
        """`answer` takes the end that was found; `undecided` what no question brings an end to, with why."""
        self._floor, self._book = floor, book
        self._answer, self._never_arrived, self._undecided = answer, never_arrived, undecided
        self._late = late

    def again(self, case: Case, pause: float | None = None) -> None:
        """Ask after a pause: a growing one, unless it is given."""
        wait = self._book.pause(case) if pause is None else pause
        case.later(self._floor.monotonic() + wait, lambda: self.ask(case))

    def ask(self, case: Case) -> None:
        """Ask now."""
        turn, attempt = case.wait(), case.attempt

        def ask(service_id: str) -> None:
            self._floor.till.payer(attempt.tender).status(
                original_request(attempt),
                service_id,
                self._floor.guarded1(lambda status: self._told(case, turn, attempt, status)),
            )

        def failed(fault: Exception) -> None:
            log.error("no name for a status query: %s", fault)
            case.asked += 1
            self.again(case)

        self._floor.commit(lambda unit: unit.next_service_id(), ask, failed)

    def _told(self, case: Case, turn: int, asked: PaymentAttempt, status: TerminalStatus) -> None:
        final = status.result if status.outcome is StatusOutcome.FINAL else None
        if self._book.cases.get(case.attempt.attempt_id) is not case or turn != case.turn:
            if final is not None and not case.decided:
                self._answer(case, final)
            elif final is not None and asked.state is not AttemptState.REVERSING:
                # A person decided while the question was under way: the terminal's word is compared with that (rule 4).
                self._late(case.attempt.attempt_id, final)
            return
        case.waiting = False
        case.asked += 1
        case.last_answer = final.outcome.value if final is not None else status.outcome.value
        case.terminal_says = status.evidence or case.terminal_says
        case.not_found = case.not_found + 1 if status.outcome is StatusOutcome.NOT_FOUND else 0
        self._go_on(case, status, final)
        still = self._book.cases.get(case.attempt.attempt_id) is case
        tell = {AttemptState.UNKNOWN: 0, AttemptState.REVERSING: TELL_STAFF_AFTER}.get(case.attempt.state)
        if still and tell is not None and case.asked >= tell and case.act is not None:
            self._book.request(case)

    def _go_on(self, case: Case, status: TerminalStatus, final: TerminalResult | None) -> None:
        settings = self._floor.settings
        if final is not None and final.outcome is not Outcome.UNKNOWN:
            self._answer(case, final)
        elif final is not None or status.outcome is StatusOutcome.UNPROVEN:
            words = (final.message or final.reason) if final is not None else status.message
            self._unproven(case, status.ask_after, words)
        elif status.outcome is StatusOutcome.IN_PROGRESS:
            self._in_progress(case)
            self.again(case, max(settings.in_progress_pause, status.ask_after))
        elif case.not_found >= 2:
            case.not_found = 0
            self._never_arrived(case)
        else:
            pause = settings.not_found_pause if case.not_found else self._book.pause(case)
            self.again(case, max(pause, status.ask_after))

    def _in_progress(self, case: Case) -> None:
        """Nobody waits for this payment any more: the next shopper must not pay it. How it ends is still asked.

        It may have been approved before the abort came.
        """
        payment, now = self._floor.visit.payment, self._floor.monotonic()
        live = self._book.live(case) and payment is not None
        given_up = payment is not None and (payment.cancel_wanted or now >= payment.wait_until)
        reversing = case.attempt.state is AttemptState.REVERSING
        if not reversing and (not live or given_up) and now >= case.disarm_at:
            case.disarm_at = now + DISARM_AGAIN
            disarm(self._floor, case.attempt.service_id, case.attempt.tender)

    def _unproven(self, case: Case, ask_after: float, words: str) -> None:
        """It answers and cannot say: some more questions, then people decide with what it says."""
        pauses = self._floor.settings.unproven_pauses
        case.unproven += 1
        if case.unproven <= len(pauses):
            self.again(case, max(pauses[case.unproven - 1], ask_after))
        else:
            self._undecided(case, words or "the terminal cannot say")
