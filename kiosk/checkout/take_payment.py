"""Take a payment: the attempt is committed before the first byte leaves, the shopper may change their mind."""

import logging
from dataclasses import replace

from hardware.ports.payment_terminal import TerminalEvent, TerminalHealth, TerminalNews, TerminalResult
from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.complete_sale import CompleteSale
from kiosk.checkout.disarm_terminal import disarm
from kiosk.checkout.floor import Floor
from kiosk.checkout.instalments import CHOICE_STAGES, Instalments
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_rules import OpenRules
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.pricing_document import pricing_document
from kiosk.checkout.sale_document import PendingSale, pending_sale
from kiosk.checkout.session_state import PaymentProgress
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.sold import Sold
from kiosk.checkout.terminal_request import mark_of, money_request
from kiosk.domain.amount_split import part_of, rest_after, split_of
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from kiosk.domain.tender import TenderKind
from sync.wire.journal import EntryKind
from sync.wire.sale import PricingDocument

log = logging.getLogger("baro.till")
CARD = TenderKind.CARD.value
VOUCHER = TenderKind.VOUCHER.value
TOO_LATE_TO_CANCEL = frozenset({"authorising", "remove_card"})
ABORT_AGAIN = 5.0
REMIND_AGAIN = 3.0
STILL_UNREAD = frozenset(
    {TerminalEvent.WAITING_FOR_CARD, TerminalEvent.CARD_REMOVED, TerminalEvent.REMOVE_CARD, TerminalEvent.FINAL}
)


class TakePayment:
    """One payment at a time, from the chosen tender to the terminal's answer."""

    def __init__(
        self, floor: Floor, settle: SettleAttempts, complete: CompleteSale, parts: PartPayments, rules: OpenRules
    ) -> None:
        self._floor, self._settle, self._complete = floor, settle, complete
        self._parts, self._rules = parts, rules
        self.instalments = Instalments(floor)

    def tenders(self) -> tuple[str, ...]:
        """The tenders that answer now: none while an earlier payment is not settled (I-9)."""
        settings, sale_id = self._floor.settings, self._floor.visit.sale_id
        known = tuple(kind for kind in settings.tenders if self._answers(kind))
        own = settings.voucher_most and all(x.attempt.sale_id != sale_id for x in self._settle.open.values())
        return (*known, VOUCHER) if own else known

    def _answers(self, kind: str) -> bool:
        state, till = self._floor.state, self._floor.till
        ready = state.terminal_health in (TerminalHealth.READY, TerminalHealth.BUSY) and not state.closing_day
        return (ready or till.payer(kind) is not till.terminal) and self._settle.book.takes(
            kind, self._floor.visit.sale_id
        )

    def takes_wallet_codes(self) -> bool:
        """Whether a payment code may be shown to our own scanner now."""
        floor = self._floor
        able = floor.till.terminal.capabilities().wallet_code and CARD in floor.settings.tenders
        return able and (floor.at(Stage.PAYING) or (floor.state.stage in CHOICE_STAGES and self._answers(CARD)))

    def choose(self, kind: str, amount: int = 0, wallet_code: str = "") -> None:
        """Start to pay with a card at the terminal: all that is to pay, or `amount` of it.

        `wallet_code` was read by our own scanner: it goes into the request, and is kept nowhere.
        """
        floor, visit, rest = self._floor, self._floor.visit, self._parts.plan.rest
        self._refuse_impossible(kind, amount, rest)
        floor.active()
        months = self.instalments.of(amount or rest) if kind == CARD and not wallet_code else 0
        floor.go(Step.TENDER)
        visit.timeout = None
        visit.cash_receipt.leave()
        attempt = PaymentAttempt(
            attempt_id=floor.till.identifiers.new_id(),
            sale_id=visit.sale_id,
            service_id="",
            amount=amount or rest,
            currency=visit.charged.currency,
            state=AttemptState.SENT,
            started_at=floor.now(),
            cart=self.pending().model_dump_json(),
            tender=visit.tender or kind,
            months=months,
            allow_partial=floor.settings.partial_approval and ":" not in (visit.tender or kind),
            record=self._asked_split(amount or rest),
        )
        visit.payment = PaymentProgress(
            attempt.attempt_id,
            "",
            attempt.amount,
            self._wait_until(),
            tender=attempt.tender,
            months=attempt.months,
        )

        def work(unit: UnitOfWork) -> PaymentAttempt:
            named = replace(attempt, service_id=unit.next_service_id(), mark=mark_of(unit))
            unit.put_attempt(named)
            unit.append(EntryKind.ATTEMPT_SENT.value, attempt_document(named, attempt.started_at))
            return named

        floor.till.fail_point("K1.before")
        floor.commit(work, lambda kept: self._send(kept, wallet_code), self._not_kept)

    def _refuse_impossible(self, kind: str, amount: int, rest: int) -> None:
        floor, visit = self._floor, self._floor.visit
        if not floor.at(Stage.CHOOSING_TENDER, Stage.NOT_PAID, Stage.PARTLY_PAID) or not visit.cart.lines:
            raise ImpossibleStep(f"no tender can be chosen while {floor.state.stage.value}")
        if kind not in self.tenders() or kind == VOUCHER:
            raise ImpossibleStep(f"the tender {kind!r} does not answer now, or is shown to the scanner")
        if rest <= 0:
            raise ImpossibleStep("there is nothing to pay with a card")
        if not 0 <= amount <= rest or (visit.tender and amount not in (0, rest)):
            raise ImpossibleStep(f"{amount} cannot be paid of {rest}")

    def give_back(self) -> None:
        """The shopper does not pay the rest: give back every part that was taken."""
        floor, visit = self._floor, self._floor.visit
        floor.go(Step.GIVE_BACK)
        floor.active()
        visit.payment = PaymentProgress("", "", self._parts.plan.paid, self._wait_until(), step="giving_back")
        for part in self._parts.start_giving_back():
            self._settle.give_back(part)

    def without_payment(self) -> None:
        """Nothing is to be paid now: complete the sale, or keep the orders."""
        floor, pending = self._floor, self.pending()
        if pending.total != 0:
            raise ImpossibleStep("this sale has to be paid")
        floor.go(Step.NOTHING_TO_PAY if pending.lines else Step.ORDER_ONLY)

        def done(sold: Sold) -> None:
            self._complete.show(sold, here=floor.visit.sale_id == pending.sale)

        def failed(fault: Exception) -> None:
            log.error("a sale without payment was not kept: %s", fault)
            floor.go(Step.NOTHING_KEPT)
            floor.visit.payment = PaymentProgress("", "", 0, self._wait_until(), "unavailable", "not_saved")
            floor.say(NoticeKind.NOT_SAVED)

        self._complete.free_sale(pending, done, failed)

    def cancel(self) -> None:
        """The shopper gives up: ask the terminal to stop, and wait for the payment's own answer."""
        floor, payment = self._floor, self._floor.visit.payment
        if payment is None or not floor.at(Stage.OPENING_ATTEMPT, Stage.PAYING):
            raise ImpossibleStep(f"there is no payment to cancel while {floor.state.stage.value}")
        if payment.step in TOO_LATE_TO_CANCEL:
            raise ImpossibleStep("the card is being charged; it is too late to cancel")
        floor.active()
        payment.cancel_wanted = True
        if floor.at(Stage.PAYING):
            self._cancel(payment)

    def more_time(self) -> None:
        """Wait one minute more for the card."""
        payment = self._floor.visit.payment
        if payment is None or not self._floor.at(Stage.PAYING):
            raise ImpossibleStep("no payment is waiting")
        self._floor.active()
        payment.wait_until = self._wait_until()

    def tick(self) -> None:
        """Repeat an abort that the terminal has not acted on, and the sound while a card is left in it."""
        self._remind_of_card()
        payment = self._floor.visit.payment
        if payment is None or not self._floor.at(Stage.CANCELLING):
            return
        if self._floor.monotonic() >= payment.abort_again_at:
            self._abort()

    def _asked_split(self, amount: int) -> TerminalRecord:
        """What the amount is made of; of a part, what is left of each after the parts before it.

        A cart whose taxes do not fit its total is paid without: the amount itself is right (I-7).
        """
        visit = self._floor.visit
        try:
            rest = rest_after(split_of(visit.charged), (part.charged for part in visit.taken))
            part = part_of(rest, amount)
        except ValueError as fault:
            log.error("the amount is not divided for the terminal: %s", fault)
            return TerminalRecord()
        return TerminalRecord(supply=part.supply, vat=part.vat, tax_free=part.tax_free, service=part.service)

    def _send(self, attempt: PaymentAttempt, wallet_code: str) -> None:
        floor, payment = self._floor, self._floor.visit.payment
        floor.till.fail_point("K1.after")
        if payment is None or payment.attempt_id != attempt.attempt_id:
            raise RuntimeError("an attempt was kept for a payment that is gone")
        payment.service_id = attempt.service_id
        payment.wait_until = self._wait_until()
        floor.go(Step.ATTEMPT_KEPT)
        self._settle.sent(attempt)

        def news(told: TerminalNews) -> None:
            self._news(attempt.attempt_id, told)

        def done(result: TerminalResult) -> None:
            self._settle.answer(attempt.attempt_id, result)

        request = money_request(attempt, language=floor.visit.language, wallet_code=wallet_code)
        floor.till.fail_point("K2.before")
        floor.till.payer(attempt.tender).authorise(request, floor.guarded1(news), floor.guarded1(done))
        floor.till.fail_point("K2.after")
        if payment.cancel_wanted:
            self._cancel(payment)

    def _not_kept(self, fault: Exception) -> None:
        log.error("an attempt was not kept, so nothing was sent: %s", fault)
        self._floor.go(Step.REST_REFUSED if self._floor.visit.taken else Step.ATTEMPT_NOT_KEPT)
        payment = self._floor.visit.payment
        if payment is not None:
            payment.step, payment.reason = "unavailable", "not_saved"
        self._floor.say(NoticeKind.NOT_SAVED)

    def _news(self, attempt_id: str, told: TerminalNews) -> None:
        payment, event = self._floor.visit.payment, told.event
        if event is TerminalEvent.CARD_REMOVED:
            self._card_removed()
        if payment is None or payment.attempt_id != attempt_id:
            return
        if event is TerminalEvent.WAITING_FOR_CARD:
            self._floor.till.fail_point("K3.before")
        elif event in (TerminalEvent.CARD_INSERTED, TerminalEvent.AUTHORISING):
            self._floor.till.fail_point("K3.after")
        elif event in (TerminalEvent.REMOVE_CARD, TerminalEvent.CARD_REMOVED):
            payment.card_left_in = event is TerminalEvent.REMOVE_CARD
        if event is not TerminalEvent.FINAL:
            payment.unreadable = event is TerminalEvent.CARD_UNREADABLE or (
                payment.unreadable and event in STILL_UNREAD
            )
        if self._floor.at(Stage.PAYING) and event not in (TerminalEvent.FINAL, TerminalEvent.CARD_REMOVED):
            payment.step, payment.words = event.value, told.text
            self._floor.active()

    def _card_removed(self) -> None:
        """The card is out, perhaps only after the sale was done."""
        done = self._floor.visit.done
        if done is not None and done.card_left_in:
            self._floor.visit.done = replace(done, card_left_in=False)

    def _remind_of_card(self) -> None:
        visit, now = self._floor.visit, self._floor.monotonic()
        left_in = visit.done.card_left_in if visit.done else bool(visit.payment and visit.payment.card_left_in)
        if left_in and now >= visit.remind_at:
            visit.remind_at = now + REMIND_AGAIN
            self._floor.cue("attention")

    def _cancel(self, payment: PaymentProgress) -> None:
        self._floor.go(Step.CANCEL)
        payment.step, payment.words = "cancelling", ""
        self._abort()

    def _abort(self) -> None:
        floor, payment = self._floor, self._floor.visit.payment
        if payment is None:
            return
        payment.abort_again_at = floor.monotonic() + ABORT_AGAIN
        disarm(floor, payment.service_id, payment.tender)

    def _wait_until(self) -> float:
        return self._floor.monotonic() + self._floor.seconds(self._floor.settings.payment_wait)

    def pending(self) -> PendingSale:
        """The sale that is about to be paid, as it is stored with each of its attempts."""
        floor, visit = self._floor, self._floor.visit

        def pricing(priced: PricedCart) -> PricingDocument | None:
            # What took nothing off is not used up: the shopper keeps it.
            used = [coupon for coupon in visit.cart.coupons if coupon.coupon in visit.coupons_used]
            return pricing_document(visit.context, priced, used) if visit.context else None

        return pending_sale(
            sale_id=visit.sale_id,
            catalogue_version=visit.catalogue_version,
            language=visit.language,
            member=visit.cart.member,
            charged=visit.charged,
            to_order=visit.to_order,
            pricing=pricing(visit.charged),
            to_order_pricing=pricing(visit.to_order) if visit.to_order.lines else None,
            person_pieces=self._rules.of_person(),
            cash_receipt=visit.cash_receipt.wish,
            link_token=floor.till.identifiers.link_token(),
            new_id=floor.till.identifiers.new_id,
        )
