"""Pay with what a foreign host holds: a reservation is a payment attempt, with all its doubts, and is burned later."""

import logging
from collections.abc import Callable
from dataclasses import replace

from hardware.ports.payment_terminal import Outcome, TerminalResult
from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.session_state import PaymentProgress
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.take_payment import TakePayment
from kiosk.checkout.terminal_request import money_request
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
MAY_PAY = frozenset({Stage.CHOOSING_TENDER, Stage.NOT_PAID, Stage.PARTLY_PAID})


class PayAtHost:
    """Points and vouchers of a host, one request at a time."""

    def __init__(self, floor: Floor, settle: SettleAttempts, payments: TakePayment) -> None:
        self._floor, self._settle, self._payments = floor, settle, payments

    def answers(self, tender: str) -> bool:
        """Whether this tender may be asked for money: nothing of its host, nor of this sale, is open (rule 1)."""
        return self._settle.book.takes(tender, self._floor.visit.sale_id)

    def start(
        self, tender: str, amount: int, code: str, *, partial: bool, refused: Callable[[str], None] = lambda _: None
    ) -> None:
        """Reserve `amount`, or with `partial` less of it; `code` goes into the request and is kept nowhere.

        `refused` is told the host's word when it refuses while the shopper waits. Raises `ImpossibleStep` where
        nothing can be paid.
        """
        floor, visit = self._floor, self._floor.visit
        if floor.state.stage not in MAY_PAY or not visit.cart.lines:
            raise ImpossibleStep(f"nothing is paid by a host while {floor.state.stage.value}")
        if amount <= 0 or not self.answers(tender):
            raise ImpossibleStep(f"the tender {tender!r} cannot be asked for {amount} now")
        floor.active()
        floor.go(Step.TENDER)
        visit.timeout = None
        attempt = PaymentAttempt(
            attempt_id=floor.till.identifiers.new_id(),
            sale_id=visit.sale_id,
            service_id="",
            amount=amount,
            currency=visit.charged.currency,
            state=AttemptState.SENT,
            started_at=floor.now(),
            cart=self._payments.pending().model_dump_json(),
            tender=tender,
            allow_partial=partial,
        )
        visit.payment = PaymentProgress(
            attempt.attempt_id, "", amount, self._wait_until(), step="please_wait", tender=tender
        )

        def work(unit: UnitOfWork) -> PaymentAttempt:
            named = replace(attempt, service_id=unit.next_service_id())
            unit.put_attempt(named)
            unit.append(EntryKind.ATTEMPT_SENT.value, attempt_document(named, attempt.started_at))
            return named

        floor.till.fail_point("K1.before")
        floor.commit(work, lambda kept: self._send(kept, code, refused), self._not_kept)

    def _send(self, attempt: PaymentAttempt, code: str, refused: Callable[[str], None]) -> None:
        floor, payment = self._floor, self._floor.visit.payment
        floor.till.fail_point("K1.after")
        if payment is None or payment.attempt_id != attempt.attempt_id:
            raise RuntimeError("an attempt was kept for a payment that is gone")
        payment.service_id = attempt.service_id
        payment.wait_until = self._wait_until()
        floor.go(Step.ATTEMPT_KEPT)
        self._settle.sent(attempt)

        def done(result: TerminalResult) -> None:
            now = self._floor.visit.payment
            if result.outcome is Outcome.DECLINED and now is not None and now.attempt_id == attempt.attempt_id:
                refused(result.reason)
            self._settle.answer(attempt.attempt_id, result)

        request = money_request(attempt, language=floor.visit.language, wallet_code=code)
        floor.till.fail_point("K2.before")
        floor.till.payer(attempt.tender).authorise(request, lambda _: None, floor.guarded1(done))
        floor.till.fail_point("K2.after")
        if payment.cancel_wanted:
            # A reservation takes no time to stop: whatever comes is released.
            floor.go(Step.CANCEL)
            payment.step = "cancelling"

    def _not_kept(self, fault: Exception) -> None:
        log.error("an attempt was not kept, so nothing was sent: %s", fault)
        self._floor.go(Step.REST_REFUSED if self._floor.visit.taken else Step.ATTEMPT_NOT_KEPT)
        payment = self._floor.visit.payment
        if payment is not None:
            payment.step, payment.reason = "unavailable", "not_saved"
        self._floor.say(NoticeKind.NOT_SAVED)

    def _wait_until(self) -> float:
        return self._floor.monotonic() + self._floor.seconds(self._floor.settings.payment_wait)
