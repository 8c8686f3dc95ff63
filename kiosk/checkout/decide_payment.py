"""Staff decide a payment whose outcome nobody can tell, with the evidence before them."""

from dataclasses import replace

from kiosk.checkout.attempt_case import LEFT, Case
from kiosk.checkout.floor import Floor
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.checkout_state import Step
from kiosk.domain.sale import AttemptState
from sync.wire.journal import EntryKind


class DecidePayment:
    """Paid: the sale is made on the word of a person. Not paid: the shopper may go on, the asking goes on too."""

    def __init__(self, floor: Floor, settle: SettleAttempts, parts: PartPayments) -> None:
        self._floor, self._settle, self._parts = floor, settle, parts

    def decide(self, attempt_id: str, paid: bool, person: StaffMember) -> None:
        """Staff decided with the evidence before them; what they cannot know is still asked on."""
        case = self._settle.open.get(attempt_id)
        if case is None:
            return
        attempt = case.attempt
        if attempt.state is AttemptState.REVIEW:
            if not paid and attempt.handle:
                self._settle.keep(case, replace(attempt, state=AttemptState.REVERSING), self._settle.reverse, None)
            else:
                note = replace(attempt, reason=f"{LEFT} by {person.person_id}")
                self._settle.keep(case, note, self._leave_review, EntryKind.ATTEMPT_SETTLED)
        elif not case.decided and attempt.state is AttemptState.UNKNOWN:
            if paid and attempt.cart:
                case.decided = True
                told = f"decided by {person.person_id}"
                ended = replace(attempt, state=AttemptState.ANSWERED, charged=attempt.amount, reason=told)
                self._settle.keep(case, ended, self._settle.finish, EntryKind.ATTEMPT_SETTLED)
            elif not paid:
                note = replace(attempt, cart="", reason=f"released by {person.person_id}")
                self._settle.keep(case, note, self._released, None)

    def _leave_review(self, case: Case) -> None:
        live = self._settle.live(case)
        self._settle.end(case)
        if live and not self._parts.given_back(case.attempt):
            self._let_go()

    def _released(self, case: Case) -> None:
        if self._settle.live(case):
            self._let_go()
        self._settle.again(case, self._settle.pause(case))

    def _let_go(self) -> None:
        # The same goods paid another way are another sale: the released attempt keeps the old name, and what other
        # tenders paid of it is given back.
        visit = self._floor.visit
        for part in visit.taken:
            self._settle.give_back(part)
        visit.taken = []
        visit.sale_id = self._floor.till.identifiers.new_id()
        if visit.payment is not None:
            visit.payment.step, visit.payment.reason = "unavailable", "released"
        self._floor.go(Step.RELEASED)
        self._floor.active()
