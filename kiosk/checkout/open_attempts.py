"""The attempts that have no end yet: what is kept of each, who waits for it, and whose turn at the terminal it is."""

import logging
from collections.abc import Callable
from dataclasses import replace

from kiosk.checkout.attempt_case import Case, keep_attempt
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import MONEY_MOVES, Floor
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")


class OpenAttempts:
    """All open attempts by their id. Nothing is forgotten before its end is committed."""

    def __init__(self, floor: Floor, calls: CallAttendant) -> None:
        self._floor, self._calls = floor, calls
        self.cases: dict[str, Case] = {}
        self.when_kept: Callable[[str], None] = lambda _: None

    def add(self, case: Case) -> Case:
        """An attempt begins to be open, or is found open after a restart."""
        self.cases[case.attempt.attempt_id] = case
        return case

    # whose turn it is

    @property
    def unsettled(self) -> bool:
        """Whether an attempt of the terminal is settled still; what waits for a person, or a benefit host, is not."""
        till = self._floor.till
        mine = (case.attempt for case in self.cases.values() if till.payer(case.attempt.tender) is till.terminal)
        return any(attempt.state is not AttemptState.REVIEW for attempt in mine)

    def takes(self, tender: str, sale_id: str) -> bool:
        """Whether this tender may be asked for money: nothing of whoever pays it, nor of the sale, is open (rule 1)."""
        payer = self._floor.till.payer(tender)
        return not any(
            case.attempt.sale_id == sale_id
            or (case.attempt.state is not AttemptState.REVIEW and self._floor.till.payer(case.attempt.tender) is payer)
            for case in self.cases.values()
        )

    def busy(self, mine: Case) -> bool:
        """Whether a request of another attempt may still run where `mine` has to go."""
        payer = self._floor.till.payer(mine.attempt.tender)
        others = (case for case in self.cases.values() if case is not mine and case.engaged)
        return any(self._floor.till.payer(case.attempt.tender) is payer for case in others)

    def _free(self) -> None:
        """Something has its end in the store: whoever waited to use its terminal goes on at once."""
        for case in list(self.cases.values()):
            if case.waited and case.act is not None and not case.waiting and not self.busy(case):
                act, case.act = case.act, None
                act()

    # keeping

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
        mark, case.mark, case.keeping = case.mark, "", True

        def work(unit: UnitOfWork) -> PaymentAttempt:
            return keep_attempt(unit, ended, kind, now, mark)

        def done(kept: PaymentAttempt) -> None:
            floor.till.fail_point("K5.after")
            case.attempt = kept
            if turn == case.turn:
                case.waiting = case.keeping = False
                # Only now: were its answer lost with this process, the terminal would have to be asked about it again.
                case.engaged = kept.state is AttemptState.UNKNOWN
                after(case)
                self._free()
                self.when_kept(kept.attempt_id)

        def failed(fault: Exception) -> None:
            log.error("attempt %s was not kept: %s", ended.attempt_id, fault)
            case.mark = case.mark or mark
            if turn != case.turn:
                return  # something newer is being kept: this must not be written over it
            self.doubt(case)
            pauses = floor.settings.keep_pauses
            pause = pauses[min(tries, len(pauses) - 1)]
            case.later(floor.monotonic() + pause, lambda: self.keep(case, ended, after, kind, tries + 1))

        floor.till.fail_point("K5.before")
        floor.commit(work, done, failed)

    def anew(self, case: Case, after: Callable[[Case], None]) -> None:
        """The reversal that was written down never ran: write down another, under a new name (rule 2)."""
        self.keep(case, replace(case.attempt, reversal_service_id=""), after, None)

    def pause(self, case: Case) -> float:
        """How long to wait before the next question: growing."""
        pauses = self._floor.settings.settle_pauses
        return pauses[min(case.asked, len(pauses) - 1)]

    # who waits for it

    def live(self, case: Case) -> bool:
        """Whether the shopper of this attempt stands here waiting for it."""
        visit = self._floor.visit
        mine = visit.payment is not None and visit.payment.attempt_id == case.attempt.attempt_id
        mine = mine or case.attempt.attempt_id in visit.giving_back
        return mine and self._floor.state.stage in MONEY_MOVES

    def doubt(self, case: Case) -> None:
        """Nobody knows now: say so, and never that it failed (rule 8)."""
        if case.attempt.state is AttemptState.UNKNOWN:
            self.request(case)
        payment = self._floor.visit.payment
        if self.live(case) and payment is not None:
            if self._floor.can(Step.UNKNOWN):
                self._floor.go(Step.UNKNOWN)
                self._floor.cue("attention")
            if self._floor.at(Stage.CHECKING_PAYMENT):
                payment.step = "giving_back" if self._floor.visit.giving_back else "checking"

    def request(self, case: Case) -> None:
        """Put it on the list of staff, with what both sides say."""
        attempt = case.attempt
        self._calls.request(
            "unknown_payment", evidence=case.evidence(), reference=attempt.attempt_id, amount=attempt.amount
        )

    def end(self, case: Case) -> None:
        """The attempt has its end."""
        self.cases.pop(case.attempt.attempt_id, None)
        self._calls.drop("unknown_payment", case.attempt.attempt_id)
        call = self._floor.visit.call
        if call is not None and call.reason == "payment":
            self._calls.cancel()
