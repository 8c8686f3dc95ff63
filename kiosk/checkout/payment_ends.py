"""The ends of a payment: its sale, a part of one, nothing charged, or a person's decision."""

import logging
from collections.abc import Callable
from dataclasses import replace

from kiosk.checkout.attempt_case import Case
from kiosk.checkout.complete_sale import CompleteSale
from kiosk.checkout.floor import Floor
from kiosk.checkout.named_cards import OTHER_CARD
from kiosk.checkout.open_attempts import OpenAttempts
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.payment_verdict import SIGNATURE
from kiosk.checkout.sale_document import PendingSaleError
from kiosk.checkout.session_state import PaymentProgress
from kiosk.checkout.sold import Sold
from kiosk.domain.checkout_state import Step
from kiosk.domain.sale import AttemptState, PaymentAttempt

log = logging.getLogger("baro.till")
MOST_SALE_TRIES = 3
WORDS = {AttemptState.DECLINED: "declined", AttemptState.ABORTED: "aborted"}


class PaymentEnds:
    """What is done once an end is committed; only the shopper who waits for it learns of it here."""

    def __init__(self, floor: Floor, book: OpenAttempts, complete: CompleteSale, parts: PartPayments) -> None:
        self._floor, self._book, self._complete, self._parts = floor, book, complete, parts
        self._give_back: Callable[[Case, str], None] | None = None
        self._unpaid: list[Callable[[PaymentProgress], None]] = []

    def gives_back_by(self, give_back: Callable[[Case, str], None]) -> None:
        """What gives money back that no sale can own, for a reason."""
        self._give_back = give_back

    def when_unpaid(self, act: Callable[[PaymentProgress], None]) -> None:
        """Do `act` whenever a shopper's payment ended without money."""
        self._unpaid.append(act)

    def finish(self, case: Case) -> None:
        """It was paid: make its sale."""
        if self._book.live(case):
            self._floor.go(Step.APPROVED)
        turn = case.wait()

        def done(sold: Sold) -> None:
            if turn == case.turn:
                live = self._book.live(case)
                self._book.end(case)
                for other in list(self._book.cases.values()):
                    if other.attempt.sale_id == case.attempt.sale_id and other.attempt.state is AttemptState.TAKEN:
                        self._book.end(other)
                self._complete.show(sold, here=live)

        def failed(fault: Exception) -> None:
            log.error("the sale of attempt %s was not kept: %s", case.attempt.attempt_id, fault)
            case.asked += 1
            case.sale_tries += 1
            if self._book.live(case):
                self._floor.go(Step.SALE_NOT_KEPT)
                self._book.doubt(case)
            self._not_sold(case, fault)

        self._complete.paid_sale(case.attempt, done, failed)

    def _not_sold(self, case: Case, fault: Exception) -> None:
        never = isinstance(fault, PendingSaleError)
        if case.attempt.handle and (never or case.sale_tries % (MOST_SALE_TRIES + 1) == MOST_SALE_TRIES):
            if self._give_back is not None:
                self._give_back(case, "the sale could not be kept")
        elif never:
            ended = replace(case.attempt, state=AttemptState.REVIEW, reason="no sale can be made of it")
            self._book.keep(case, ended, self.review, None)
        else:
            pauses = self._floor.settings.keep_pauses
            pause = pauses[min(case.sale_tries, len(pauses)) - 1]
            case.later(self._floor.monotonic() + pause, lambda: self.finish(case))

    def not_paid(self, case: Case) -> None:
        """Nothing was charged, or all of it was given back."""
        live = self._book.live(case)
        self._book.end(case)
        payment = self._floor.visit.payment
        if live and payment is not None and not self._parts.given_back(case.attempt):
            _say(payment, case.attempt)
            self._floor.go(Step.REST_REFUSED if self._floor.visit.taken else Step.REFUSED)
            self._floor.active()
            self._floor.cue("attention")
            for act in self._unpaid:
                act(payment)

    def review(self, case: Case) -> None:
        """Staff decide it."""
        self._book.doubt(case)
        self._book.request(case)
        payment = self._floor.visit.payment
        if self._book.live(case) and payment is not None:
            payment.step = "review"


def _say(payment: PaymentProgress, attempt: PaymentAttempt) -> None:
    payment.step = WORDS.get(attempt.state, "unavailable")
    if attempt.state is AttemptState.ABORTED and payment.unreadable and not payment.cancel_wanted:
        payment.step = "unreadable"
    if attempt.reason == OTHER_CARD:
        payment.step = "other_card"
    payment.reason = attempt.reason
    if attempt.state is AttemptState.REVERSED and attempt.reason != SIGNATURE:
        payment.reason = "reversed"
