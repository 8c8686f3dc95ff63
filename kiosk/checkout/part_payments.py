"""Several tenders in one sale: what was taken while the rest is still to pay, and what becomes of it."""

from hardware.ports.payment_terminal import TerminalResult
from kiosk.checkout.floor import Floor
from kiosk.checkout.named_cards import BY_TERMINAL, is_named
from kiosk.checkout.payment_verdict import Verdict, judge
from kiosk.checkout.sale_document import PendingSaleError, read_pending
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.sale import PaymentAttempt
from kiosk.domain.tender import Part, TenderPlan


class PartPayments:
    """The parts of the sale of the shopper who is here; each is committed before it counts."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    @property
    def plan(self) -> TenderPlan:
        """What is to pay and what was taken of it."""
        visit = self._floor.visit
        parts = (Part(x.tender, x.charged, x.handle or x.attempt_id) for x in visit.taken)
        return TenderPlan(visit.charged.total, tuple(parts))

    def judged(self, attempt: PaymentAttempt, result: TerminalResult, *, live: bool) -> Verdict:
        """The verdict on an answer, where a part of the sale may be enough.

        A part is kept only for the shopper who waits for it and can pay the rest; nobody else's sale can own it.
        """
        verdict = judge(attempt, result)
        if verdict is Verdict.PAID and not is_named(attempt.tender, result.brand):
            return Verdict.GIVE_BACK if result.handle else Verdict.REVIEW
        if verdict is Verdict.PAID and live and _total(attempt) > self.plan.paid + result.charged:
            verdict = Verdict.PART
        if verdict is Verdict.PART and not (live and self._wanted(attempt)):
            return Verdict.GIVE_BACK if result.handle else Verdict.REVIEW
        return verdict

    def covers(self, attempt: PaymentAttempt) -> bool:
        """Whether this attempt, paid as it was asked for, completes the sale of the shopper who is here."""
        return _total(attempt) <= self.plan.paid + attempt.amount

    def took(self, attempt: PaymentAttempt) -> None:
        """A part is committed: the rest is to pay now."""
        visit = self._floor.visit
        visit.taken.append(attempt)
        self._floor.go(Step.PART_TAKEN)
        self._floor.active()
        self._floor.cue("scanOk")
        if visit.payment is not None:
            visit.payment.step, visit.payment.next_code = "part_taken", ""

    def start_giving_back(self) -> list[PaymentAttempt]:
        """Nothing more is paid here: the shopper waits until all that was taken is given back."""
        visit = self._floor.visit
        parts, visit.taken = visit.taken, []
        visit.cash_receipt.leave()
        visit.giving_back = {part.attempt_id for part in parts}
        return parts

    def given_back(self, attempt: PaymentAttempt) -> bool:
        """A part has its end; answers False when it was none that the shopper waits for."""
        visit = self._floor.visit
        if attempt.attempt_id not in visit.giving_back:
            return False
        visit.giving_back.discard(attempt.attempt_id)
        if not visit.giving_back and self._floor.at(Stage.CHECKING_PAYMENT):
            if visit.payment is not None:
                visit.payment.step, visit.payment.reason = "aborted", "reversed"
                visit.payment.amount = visit.charged.total
            self._floor.go(Step.NOT_CHARGED)
            self._floor.active()
        return True

    def _wanted(self, attempt: PaymentAttempt) -> bool:
        # The discount of a named card is for a sale that this card pays alone. Hosts pay parts by their nature.
        kind, named, _name = attempt.tender.partition(":")
        partly = kind not in BY_TERMINAL or (self._floor.settings.partial_approval and not named)
        payment = self._floor.visit.payment
        waits = payment is not None and not payment.cancel_wanted and self._floor.can(Step.PART_TAKEN)
        return waits and partly


def _total(attempt: PaymentAttempt) -> int:
    try:
        return read_pending(attempt.cart).total
    except PendingSaleError:
        return 0  # its sale cannot be made: that is found, and the money given back, where it is tried
