"""Pay with a gift voucher of the shop's own: proven by its signature, used up in the commit that takes it.

No line to central is needed, and none is asked: that a voucher is genuine is proven here, and that it is used
once is promised by this station for itself. A copy that was shown at another station meanwhile is found by
central's books, where each use arrives with its sale.
"""

import logging

from kiosk.checkout.ask_cash_receipt import TENDER_STAGES, AskCashReceipt
from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.floor import Floor
from kiosk.checkout.host_vouchers import HostVouchers
from kiosk.checkout.named_cards import NamedCards
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.session_state import PaymentProgress
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.take_payment import VOUCHER, TakePayment
from kiosk.checkout.voucher_uses import take_voucher
from kiosk.domain.checkout_state import Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from kiosk.domain.scanned_meaning import VoucherCode
from kiosk.domain.tender import Part, TenderError
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")


class PayByVoucher:
    """Vouchers that are shown to a scanner or camera."""

    def __init__(
        self,
        floor: Floor,
        parts: PartPayments,
        settle: SettleAttempts,
        payments: TakePayment,
        cards: NamedCards,
        ask: AskCashReceipt,
    ) -> None:
        self._floor, self._parts, self._settle, self._payments, self._cards = floor, parts, settle, payments, cards
        self._ask = ask
        self._host: HostVouchers | None = None
        ask.then(self.wanted)

    def held_by(self, host: HostVouchers) -> None:
        """Who takes vouchers that a foreign host keeps."""
        self._host = host

    def later(self, code: VoucherCode) -> bool:
        """Say when this voucher can be shown; False when none is taken here at all."""
        if not self._taken_here(code):
            return False
        self._floor.say(NoticeKind.VOUCHER_LATER, amount=code.amount or 0)
        self._floor.cue("attention")
        return True

    def wanted(self, code: VoucherCode) -> bool:
        """Take a voucher where tenders are chosen, or say why not; False at all other stages."""
        if self._floor.state.stage not in TENDER_STAGES or not self._taken_here(code):
            return False
        self._floor.active()
        if self._host is not None and self._host.holds(code):
            if not self._ask.first(code):
                self._host.take(code)
            return True
        refusal = self._why_not(code)
        if refusal is not None:
            self._refuse(refusal, code)
            return True
        self._cards.forget()
        try:
            part = self._parts.plan.part_for(VOUCHER, code.amount or 0, code.number)
        except TenderError as fault:
            self._refuse(NoticeKind.VOUCHER_USED if fault.why == "twice" else NoticeKind.VOUCHER_TOO_MUCH, code)
            return True
        if not self._ask.first(code):
            self._take(code, part)
        return True

    def _taken_here(self, code: VoucherCode) -> bool:
        if self._host is not None and self._host.holds(code):
            return True
        return bool(code.signed) and VOUCHER in self._payments.tenders()

    def _why_not(self, code: VoucherCode) -> NoticeKind | None:
        floor = self._floor
        if not floor.till.coupon_is_genuine(code.signed, code.signature):
            return NoticeKind.VOUCHER_UNKNOWN
        if code.currency != floor.visit.cart.currency or (code.amount or 0) > floor.settings.voucher_most:
            return NoticeKind.VOUCHER_NOT_HERE
        if code.expires_on is not None and code.expires_on < floor.now().date():
            return NoticeKind.VOUCHER_EXPIRED
        return None

    def _refuse(self, kind: NoticeKind, code: VoucherCode) -> None:
        self._floor.say(kind, amount=code.amount or 0)
        self._floor.cue("scanFail")

    def _take(self, code: VoucherCode, part: Part) -> None:
        floor, visit = self._floor, self._floor.visit
        floor.go(Step.TENDER)
        covers = part.amount == self._parts.plan.rest
        attempt = PaymentAttempt(
            attempt_id=floor.till.identifiers.new_id(),
            sale_id=visit.sale_id,
            service_id="",
            amount=part.amount,
            currency=visit.charged.currency,
            state=AttemptState.ANSWERED if covers else AttemptState.TAKEN,
            started_at=floor.now(),
            cart=self._payments.pending().model_dump_json(),
            charged=part.amount,
            handle=code.number,
            approval_code=code.number,
            tender=VOUCHER,
        )
        wait = floor.monotonic() + floor.seconds(floor.settings.payment_wait)
        visit.payment = PaymentProgress(attempt.attempt_id, "", attempt.amount, wait, step="voucher")

        def work(unit: UnitOfWork) -> bool:
            if not take_voucher(unit, attempt):
                return False
            unit.put_attempt(attempt)
            unit.append(EntryKind.ATTEMPT_SETTLED.value, attempt_document(attempt, attempt.started_at))
            return True

        def done(taken: bool) -> None:
            floor.till.fail_point("K5.after")
            if not taken:
                self._not_taken()
                self._refuse(NoticeKind.VOUCHER_USED, code)
            elif covers:
                self._settle.answered(attempt)
            else:
                self._parts.took(attempt)

        def failed(fault: Exception) -> None:
            log.error("a voucher was not taken, because that could not be kept: %s", fault)
            self._not_taken()
            floor.say(NoticeKind.NOT_SAVED)

        floor.till.fail_point("K5.before")
        floor.commit(work, done, failed)

    def _not_taken(self) -> None:
        self._floor.go(Step.REST_REFUSED if self._floor.visit.taken else Step.TENDER_REFUSED)
        self._floor.visit.payment = None
