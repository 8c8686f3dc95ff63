"""Complete a sale: number, sale, stock, journal entry and attempt in one commit, or nothing at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.benefit_duty import owe_burns
from kiosk.checkout.bought_today import note_bought
from kiosk.checkout.cart_document import CartDocumentError, read_heading
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.receipt_link import link_of, sign_link
from kiosk.checkout.sale_document import (
    PendingSale,
    PendingSaleError,
    finished_sale,
    kept_order_document,
    read_pending,
    sale_document,
    without_number,
)
from kiosk.checkout.snapshot import DoneView, OrderLineView
from kiosk.checkout.sold import Sold
from kiosk.domain.catalogue import LocalText
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.fulfilment import Fulfilment, FulfilmentKind, order_number
from kiosk.domain.sale import AttemptState, PaymentAttempt, Tender
from kiosk.domain.tender import tender_kind
from sync.wire.journal import EntryKind
from sync.wire.sale import OrderDocument


class CompleteSale:
    """Makes the sale of an approved attempt, or one that needs no payment, and shows that it is done."""

    def __init__(self, floor: Floor, shown: Callable[[Sold], None]) -> None:
        self._floor, self._shown = floor, shown
        self._kept: Callable[[Sold], None] = lambda _: None

    def when_kept(self, act: Callable[[Sold], None]) -> None:
        """Do `act` after each commit of a sale, also of one that nobody waits for any more."""
        self._kept = act

    def paid_sale(
        self, attempt: PaymentAttempt, done: Callable[[Sold], None], failed: Callable[[Exception], None]
    ) -> None:
        """Commit the sale that `attempt` pays, with all parts of it that were taken before.

        `failed` gets a `PendingSaleError` when it cannot be read, or when they do not make its total.
        """
        now = self._floor.now()

        def work(unit: UnitOfWork) -> Sold:
            pending = read_pending(attempt.cart)
            ended = replace(attempt, state=AttemptState.APPROVED, cart=without_number(attempt.cart))
            known = unit.sale_of_attempt(attempt.attempt_id)
            if known is not None:
                unit.put_attempt(ended)
                return Sold(pending, None, "", 0, ended, was_known=True)
            parts = _parts(unit, attempt)
            tenders = tuple(map(_tender, (*parts, ended)))
            if sum(tender.amount for tender in tenders) != pending.total:
                raise PendingSaleError(f"{len(tenders)} tenders do not make the {pending.total} of the sale")
            for part in parts:
                unit.put_attempt(replace(part, cart=without_number(part.cart)))
                unit.append(EntryKind.ATTEMPT_SETTLED.value, attempt_document(part, now))
            sold = self._write(unit, pending, tenders, now)
            owe_burns(unit, self._floor.till, pending, (*parts, ended), now)
            unit.put_attempt(ended)
            return replace(sold, attempt=ended, parts=parts)

        self._commit(work, done, failed)

    def free_sale(
        self, pending: PendingSale, done: Callable[[Sold], None], failed: Callable[[Exception], None]
    ) -> None:
        """Commit a sale of nothing to pay, or orders that are kept and not charged."""
        now = self._floor.now()

        def work(unit: UnitOfWork) -> Sold:
            if pending.lines:
                owe_burns(unit, self._floor.till, pending, (), now)
                return self._write(unit, pending, (), now)
            sequence = self._keep_orders(unit, pending, now)
            _forget_cart(unit, pending.sale)
            return Sold(pending, None, "", sequence)

        self._commit(work, done, failed)

    def show(self, sold: Sold, *, here: bool) -> None:
        """The commit is durable: tell the shopper, if it is still theirs; after a restart, whoever waits."""
        floor = self._floor
        floor.till.central.wake()
        if not here and (sold.was_known or not floor.at(Stage.STARTING)):
            return
        if here and sold.sale is None and not sold.was_known:
            floor.go(Step.ORDER_ONLY)
        else:
            floor.go(Step.SALE_KEPT)
        self._leave_cart(sold)
        self._shown(sold)

    def _leave_cart(self, sold: Sold) -> None:
        """The cart is a sale now; what was scanned while paying was not part of it, and that is said."""
        floor, visit = self._floor, self._floor.visit
        held = visit.held
        left_in = visit.payment.card_left_in if visit.payment else False
        visit = floor.new_visit(same_person=True)
        visit.done, visit.sold = self._done_view(sold, left_in), sold
        floor.state.last_sequence = max(floor.state.last_sequence, sold.sequence)
        visit.done_until = floor.monotonic() + floor.seconds(floor.settings.done_wait)
        if held:
            floor.say(NoticeKind.SCAN_LEFT_OUT, amount=len(held), seconds=floor.settings.done_wait)
        floor.cue("paid")

    def _done_view(self, sold: Sold, card_left_in: bool) -> DoneView:
        pending, attempt, till = sold.pending, sold.attempt, self._floor.till
        orders = (*pending.orders, *pending.kept_orders)
        link = link_of(till.receipt_base_url, pending.link_token, sold.signed) if sold.sale else ""
        return DoneView(
            sale_id=pending.sale,
            receipt_number=sold.sale.receipt_number if sold.sale else 0,
            total=pending.total,
            pieces=sum(line.quantity for line in pending.lines if line.fulfilment == "carry_out"),
            approval_code=attempt.approval_code if attempt else "",
            brand=attempt.brand if attempt else "",
            masked_card=attempt.masked_card if attempt else "",
            link=link,
            print_state="offered" if till.printer is not None and sold.sale else "none",
            page="late",
            orders=_order_lines(pending.orders),
            kept_orders=_order_lines(pending.kept_orders),
            order_number=order_number(orders[0].order) if orders else "",
            card_left_in=card_left_in,
            tenders=sold.sale.tenders if sold.sale else (),
        )

    def _write(self, unit: UnitOfWork, pending: PendingSale, tenders: tuple[Tender, ...], now: datetime) -> Sold:
        till = self._floor.till
        number = unit.next_receipt_number()
        sale = finished_sale(
            pending,
            receipt_number=number,
            station=till.station,
            shop=till.shop,
            completed_at=now,
            tenders=tenders,
        )
        signed = sign_link(till.signer, till.station, number, pending.total, now)
        document = sale_document(pending, sale, signed)
        unit.put_sale(sale, document.masked().model_dump_json())
        for line in pending.lines:
            if line.fulfilment == "carry_out":
                unit.lower_stock(line.sku, line.quantity, now)
        sequence = unit.append(EntryKind.SALE_COMPLETED.value, document.model_dump(mode="json"))
        _note_benefits(unit, pending, now)
        pieces = {(rule, sku): count for rule, sku, count in pending.person_pieces}
        note_bought(unit, pending.member, now.date(), pieces)
        if pending.kept_orders:
            self._keep_orders(unit, pending, now)
        unit.put_print_state(sale.sale_id, "offered")
        _forget_cart(unit, sale.sale_id)
        return Sold(pending, sale, signed, sequence)

    def _keep_orders(self, unit: UnitOfWork, pending: PendingSale, now: datetime) -> int:
        till = self._floor.till
        document = kept_order_document(pending, till.station, till.shop, now)
        return unit.append(EntryKind.ORDER_KEPT.value, document.model_dump(mode="json"))

    def _commit(
        self,
        work: Callable[[UnitOfWork], Sold],
        done: Callable[[Sold], None],
        failed: Callable[[Exception], None],
    ) -> None:
        floor = self._floor

        def kept(sold: Sold) -> None:
            floor.till.fail_point("K6.after")
            self._kept(sold)
            done(sold)

        floor.till.fail_point("K6.before")
        floor.commit(work, kept, failed)


def _note_benefits(unit: UnitOfWork, pending: PendingSale, now: datetime) -> None:
    """Coupons that took something off are used up, promotions were applied so often; both in the sale's commit."""
    pricing = pending.pricing
    if pricing is None:
        return
    for coupon in pricing.coupons:
        if coupon.serial:
            unit.use_coupon(coupon.coupon, coupon.serial, pending.sale, now)
    unit.note_uses(pending.sale, pending.member, now.date(), {x.promotion: x.applications for x in pricing.used})
    if not pricing.exact:
        lines = [{"sku": x.sku, "quantity": x.quantity, "grams": x.grams} for x in pending.lines]
        body = {"sale": pending.sale, "catalogue_version": pending.catalogue_version, "total": pending.total}
        unit.append(EntryKind.PRICE_NOT_EXACT.value, {**body, "lines": lines})


def _order_lines(orders: tuple[OrderDocument, ...]) -> tuple[OrderLineView, ...]:
    return tuple(
        OrderLineView(
            LocalText(line.name.ko, line.name.en, line.name.ja, line.name.zh),
            line.quantity,
            Fulfilment(FulfilmentKind(line.fulfilment), line.pickup_shop),
        )
        for order in orders
        for line in order.lines
    )


def _forget_cart(unit: UnitOfWork, sale_id: str) -> None:
    """The stored open cart is this sale now; the cart of a later shopper is left alone."""
    kept = unit.kept_cart()
    if kept is None:
        return
    try:
        if read_heading(kept[0]).sale_id != sale_id:
            return
    except CartDocumentError:
        pass  # unreadable: nobody can take it back
    unit.keep_cart(None)


def _parts(unit: UnitOfWork, attempt: PaymentAttempt) -> tuple[PaymentAttempt, ...]:
    """The earlier tenders of the same sale, approved with it."""
    taken = (x for x in unit.attempts_open() if x.sale_id == attempt.sale_id and x.state is AttemptState.TAKEN)
    return tuple(replace(x, state=AttemptState.APPROVED) for x in taken if x.attempt_id != attempt.attempt_id)


def _tender(attempt: PaymentAttempt) -> Tender:
    return Tender(
        tender_kind(attempt.tender).value,
        attempt.charged,
        attempt.attempt_id,
        attempt.brand,
        attempt.masked_card,
        attempt.approval_code,
    )
