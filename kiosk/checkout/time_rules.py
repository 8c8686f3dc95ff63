"""What time does: warn, count down, keep the cart, end; nothing ends while money moves or paper prints."""

import math

from kiosk.checkout.cart_document import write_cart
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import AFTER_SALE, Floor
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.session_state import KeptCart
from kiosk.checkout.snapshot import ResumeView, TimeoutView
from kiosk.checkout.take_payment import TOO_LATE_TO_CANCEL, TakePayment
from kiosk.domain.checkout_state import Stage, Step
from sync.wire.journal import EntryKind

SHOPPING_STAGES = frozenset({Stage.SHOPPING, Stage.WEIGHING, Stage.AGE_CHECK, Stage.CHOOSING_TENDER, Stage.NOT_PAID})


class TimeRules:
    """The counts of the screens (time rules)."""

    def __init__(self, floor: Floor, cart: OpenCart, edit: EditCart, payments: TakePayment) -> None:
        self._floor, self._cart, self._edit, self._payments = floor, cart, edit, payments

    def tick(self) -> None:
        """Let time pass."""
        self._forget_shown()
        if self._held_still():
            self._floor.active()
            if self._floor.state.stage in AFTER_SALE:
                self._hold_done()
            return
        if self._floor.state.stage in SHOPPING_STAGES:
            self._idle()
        elif self._floor.at(Stage.PARTLY_PAID):
            self._partly_paid()
        elif self._floor.at(Stage.PAYING):
            self._waiting_for_card()
        elif self._floor.state.stage in AFTER_SALE:
            if self._floor.monotonic() >= self._floor.visit.done_until:
                self.finish()
        elif self._floor.at(Stage.IDLE):
            kept = self._floor.state.resume
            if kept is not None and self._floor.monotonic() >= kept.until:
                self._edit.give_up_kept()

    def finish(self) -> None:
        """The shopper is done; the next one finds nothing of them."""
        self._floor.go(Step.FINISH)
        self._floor.leave_visit()

    def start_over(self) -> None:
        """Empty the cart at once."""
        visit = self._floor.visit
        had, sale, pieces = bool(visit.cart.lines), visit.sale_id, visit.cart.pieces
        self._floor.go(Step.START_OVER)
        self._floor.leave_visit()
        if had:
            self._floor.journal(EntryKind.CART_ABANDONED, {"sale": sale, "pieces": pieces, "why": "start_over"})
        self._cart.keep()

    def done_longer(self) -> None:
        """A touch keeps the done page."""
        visit, settings = self._floor.visit, self._floor.settings
        least = self._floor.monotonic() + self._floor.seconds(settings.done_wait)
        visit.done_until = max(visit.done_until, least)

    def more_done_time(self) -> None:
        """The shopper asks for a minute more on the done page."""
        settings = self._floor.settings
        self._floor.visit.done_until = self._floor.monotonic() + self._floor.seconds(settings.done_more)

    def _held_still(self) -> bool:
        visit = self._floor.visit
        staff = self._floor.state.staff.person is not None
        printing = visit.done is not None and visit.done.print_state == "printing"
        approving = (
            self._floor.at(Stage.PAYING) and visit.payment is not None and visit.payment.step in TOO_LATE_TO_CANCEL
        )
        return staff or printing or approving

    def _hold_done(self) -> None:
        least = self._floor.monotonic() + self._floor.seconds(self._floor.settings.done_wait)
        self._floor.visit.done_until = max(self._floor.visit.done_until, least)

    def _idle(self) -> None:
        ended = self._count_down(self._floor.state.active_at + self._floor.seconds(self._floor.settings.idle_warning))
        if ended:
            self.put_aside(Step.START_OVER)

    def _partly_paid(self) -> None:
        ended = self._count_down(self._floor.state.active_at + self._floor.seconds(self._floor.settings.idle_warning))
        if ended:
            self._floor.visit.timeout = None
            self._payments.give_back()

    def _waiting_for_card(self) -> None:
        payment = self._floor.visit.payment
        if payment is not None and self._count_down(payment.wait_until):
            self._floor.visit.timeout = None
            self._payments.cancel()

    def _count_down(self, warn_at: float) -> bool:
        """Show the countdown from `warn_at` on; answers whether it has ended."""
        visit, now = self._floor.visit, self._floor.monotonic()
        total = self._floor.seconds(self._floor.settings.idle_countdown)
        if now < warn_at:
            visit.timeout = None
            return False
        left = math.ceil(warn_at + total - now)
        if left <= 0:
            return True
        if visit.timeout is None:
            self._floor.cue("timeout")
        visit.timeout = TimeoutView(left, int(total))
        return False

    def put_aside(self, step: Step) -> None:
        """Leave the cart by `step` and keep it for a while, for whoever says it is theirs."""
        floor, visit = self._floor, self._floor.visit
        kept = None
        if visit.cart.lines:
            kept = KeptCart(
                visit.sale_id,
                write_cart(visit.cart, visit.sale_id, visit.started_at),
                ResumeView(visit.started_at, visit.cart.pieces),
                floor.monotonic() + floor.settings.cart_kept,
                visit.versions,
            )
        floor.go(step)
        floor.leave_visit()
        floor.state.resume = kept

    def _forget_shown(self) -> None:
        visit, now = self._floor.visit, self._floor.monotonic()
        if visit.notice is not None and visit.notice.until is not None and now >= visit.notice.until:
            visit.notice = None
        if visit.now_item is not None and now >= visit.now_item.until:
            visit.now_item = None
        if visit.undo_until and now >= visit.undo_until:
            visit.undo_until = 0
