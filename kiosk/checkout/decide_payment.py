"""Staff decide a payment whose outcome nobody can tell, with the evidence before them."""

from dataclasses import replace

from kiosk.checkout.attempt_case import LEFT, Case
from kiosk.checkout.floor import Floor
from kiosk.checkout.late_answer import LATE
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.checkout_state import Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind


class DecidePayment:
    """Paid: the sale is made on the word of a person. Not paid: the shopper may go on, the asking goes on too."""

    def __init__(self, floor: Floor, settle: SettleAttempts, parts: PartPayments) -> None:
        self._floor, self._settle, self._parts = floor, settle, parts

    def decide(self, reference: str, paid: bool, person: StaffMember) -> None:
        """Staff decided with the evidence before them; what they cannot know is still asked on.

        `reference` is that of the request: an attempt's id, with `LATE` before it when answers differ.
        """
        case = self._settle.open.get(reference)
        if reference.startswith(LATE):
            self._settle.late.decide(reference.removeprefix(LATE), person)
        elif case is None or (case.waiting and case.decided):
            return  # its end is committed, or being committed
        elif case.attempt.state is AttemptState.REVIEW:
            self._reviewed(case, paid, person)
        elif case.attempt.state is AttemptState.REVERSING:
            self._let_go_if_live(case)
        elif not case.decided and case.attempt.state is AttemptState.UNKNOWN:
            self._unknown(case, paid, person)

    def _unknown(self, case: Case, paid: bool, person: StaffMember) -> None:
        if paid and case.attempt.cart:
            self._paid(case, person)
        elif not paid:
            note = replace(case.attempt, cart="", reason=f"released by {person.person_id}")
            self._settle.book.keep(case, note, self._released, None)

    def _reviewed(self, case: Case, paid: bool, person: StaffMember) -> None:
        attempt, book = case.attempt, self._settle.book
        told = bool(attempt.charged or attempt.handle)
        if not told and paid and attempt.cart:
            self._paid(case, person)
        elif not told and not paid:
            ended = replace(attempt, state=AttemptState.NOT_CHARGED, reason=_by(person))
            book.keep(case, ended, self._leave_review, EntryKind.ATTEMPT_SETTLED)
        elif not paid and attempt.handle:
            # A new name: the refused reversal is never sent again (rule 2).
            back = replace(attempt, state=AttemptState.REVERSING, reversal_service_id="", reason=_by(person))
            book.keep(case, back, self._settle.back.reverse, None)
        elif not paid:
            self._settle.back.start(case, _by(person))
        else:
            charged = attempt.charged or (attempt.amount if paid else 0)
            note = replace(attempt, charged=charged, reason=f"{LEFT} by {person.person_id}")
            book.keep(case, note, self._leave_review, EntryKind.ATTEMPT_SETTLED)

    def _paid(self, case: Case, person: StaffMember) -> None:
        case.decided = True
        covers = not self._settle.book.live(case) or self._parts.covers(case.attempt)
        state = AttemptState.ANSWERED if covers else AttemptState.TAKEN
        ended = replace(case.attempt, state=state, charged=case.attempt.amount, reason=_by(person))
        after = self._settle.ends.finish if covers else self._settle.part_taken
        self._settle.book.keep(case, ended, after, EntryKind.ATTEMPT_SETTLED)

    def _leave_review(self, case: Case) -> None:
        live = self._settle.book.live(case)
        self._settle.book.end(case)
        if live and not self._parts.given_back(case.attempt):
            self._let_go(case.attempt)

    def _released(self, case: Case) -> None:
        self._let_go_if_live(case)
        self._settle.ask_on(case)

    def _let_go_if_live(self, case: Case) -> None:
        if self._settle.book.live(case):
            self._let_go(case.attempt)

    def _let_go(self, attempt: PaymentAttempt) -> None:
        # The same goods paid another way are another sale: the released attempt keeps the old name, and what other
        # tenders paid of it is given back.
        visit = self._floor.visit
        for part in visit.taken:
            self._settle.give_back(part)
        visit.taken = []
        visit.giving_back.clear()
        visit.sale_id = self._floor.till.identifiers.new_id()
        if visit.payment is not None:
            visit.payment.amount = attempt.amount
            visit.payment.step, visit.payment.reason = "unavailable", "released"
        self._floor.go(Step.RELEASED)
        self._floor.active()


def _by(person: StaffMember) -> str:
    return f"decided by {person.person_id}"
