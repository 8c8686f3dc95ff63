"""The session of a till: every command a screen, a device or time may give, each safe at any moment."""

import logging
from collections.abc import Callable

from hardware.ports.scale import WeightReading
from hardware.ports.scanner import ScannerEvent
from kiosk.checkout.adopted_catalogue import journal_catalogue
from kiosk.checkout.floor import AFTER_SALE, Floor
from kiosk.checkout.ports import TillPorts
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.time_rules import SHOPPING_STAGES
from kiosk.checkout.use_cases import UseCases
from kiosk.checkout.view import same_to_the_eye
from kiosk.domain.catalogue import LANGUAGES
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fulfilment import Fulfilment
from kiosk.domain.scanned_code import ScanRules

log = logging.getLogger("baro.till")
Listener = Callable[[Snapshot], None]


class Session:
    """One till's session, owned by one thread; implements `TillCommands`.

    Commands and answers run to their end one after the other; after each, listeners get the new snapshot if
    anything a screen shows has changed.
    """

    def __init__(self, till: TillPorts, settings: SessionSettings) -> None:
        self._listeners: list[Listener] = []
        self._floor = Floor(till, settings, self._publish)
        self._use = UseCases(self._floor)
        self._snapshot = self._use.view.snapshot(0)

    def scan_rules(self) -> ScanRules:
        """How codes are understood with the catalogue in use; for what looks codes up without selling."""
        return self._floor.scan_rules()

    # what the screens see

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot."""
        return self._snapshot

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` every new snapshot; call the answer to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _publish(self) -> None:
        if self._floor.at(Stage.IDLE):
            self._use.closing.now_if_wanted()
        made = self._use.view.snapshot(self._snapshot.number + 1)
        if same_to_the_eye(self._snapshot, made):
            return
        self._snapshot = made
        self._floor.state.sound = ""
        for listener in tuple(self._listeners):
            try:
                listener(made)
            except Exception:
                log.exception("a listener of the session failed")

    def _do(self, act: Callable[[], object]) -> None:
        def run() -> None:
            act()

        self._floor.guard(run)

    # the start, devices and time

    def ready(self) -> None:
        """Devices and catalogue are there: settle what payments are open, then open for shoppers."""
        self._do(self._use.start.ready)

    def tick(self) -> None:
        """Let time pass; call about five times a second."""
        self._use.tick()
        self._do(self._follow_link)

    def _follow_link(self) -> None:
        if self._floor.state.stage in SHOPPING_STAGES:
            self._use.cart.follow_link()

    def touch(self) -> None:
        """Someone touched the screen: every count starts anew."""
        self._do(self._touched)

    def _touched(self) -> None:
        self._floor.active()
        self._use.staff.touched()
        payment = self._floor.visit.payment
        if payment is not None and self._floor.at(Stage.PAYING):
            self._use.payments.more_time()
        elif self._floor.state.stage in AFTER_SALE:
            self._use.time.done_longer()

    def scan(self, event: ScannerEvent) -> None:
        """A device read a code, or could not."""
        self._do(lambda: self._use.scans.event(event))

    def weight(self, reading: WeightReading) -> None:
        """The scale was read."""
        self._do(lambda: self._use.weigh.reading(reading))

    def device_changed(self, name: str, category: str, online: bool, reason: str = "") -> None:
        """A device came or went; category is scanner, camera, scale, printer or terminal."""
        self._do(lambda: self._use.devices.changed(name, category, online, reason))

    def catalogue_changed(self) -> None:
        """Another catalogue version is in use: prices in the open cart may fall, never rise."""
        self._do(lambda: journal_catalogue(self._floor))
        if self._floor.state.stage in SHOPPING_STAGES:
            self._do(self._use.recheck.catalogue_changed)

    # the shopper

    def begin(self) -> None:
        """Start with an empty cart."""
        self._do(self._use.edit.begin)

    def start_over(self) -> None:
        """Empty the cart and go back to the idle screen."""
        self._do(self._use.time.start_over)

    def resume(self) -> None:
        """It is my cart: take back the one that is kept."""
        self._do(self._use.start.resume)

    def set_language(self, language: str) -> None:
        """Show ko, en, ja or zh."""
        if language in LANGUAGES:
            self._do(lambda: setattr(self._floor.visit, "language", language))

    def set_long_time(self, on: bool) -> None:
        """Give three times the time for everything."""
        self._do(lambda: setattr(self._floor.visit, "long_time", on))

    def one_more(self) -> None:
        """Yes, a second pack with the same label."""
        self._do(self._use.scans.one_more)

    def set_quantity(self, line_id: str, quantity: int) -> None:
        """Change the pieces of a row; 0 removes it."""
        self._do(lambda: self._use.edit.set_quantity(line_id, quantity))

    def remove_line(self, line_id: str) -> None:
        """Take a row out; it can be brought back for a few seconds."""
        self._do(lambda: self._use.edit.remove(line_id))

    def undo(self) -> None:
        """Bring back the row that was just removed."""
        self._do(self._use.edit.undo)

    def reweigh(self, line_id: str) -> None:
        """Weigh a row again."""
        self._do(lambda: self._use.weigh.reweigh(line_id))

    def choose_without_barcode(self, sku: str) -> None:
        """A picture without a code was tapped."""
        self._do(lambda: self._use.edit.choose_without_barcode(sku))

    def confirm_weight(self) -> None:
        """Take the stable weight on the scale."""
        self._do(self._use.weigh.confirm)

    def cancel_weight(self) -> None:
        """Leave the weighing page."""
        self._do(self._use.weigh.cancel)

    def add_bag(self, sku: str, quantity: int) -> None:
        """Add bags."""
        self._do(lambda: self._use.edit.add_bag(sku, quantity))

    def order(self, sku: str, quantity: int, fulfilment: Fulfilment) -> None:
        """Put in an item of the endless aisle as it was chosen there."""
        self._do(lambda: self._use.edit.order(sku, quantity, fulfilment))

    def remove_coupon(self, coupon: str) -> None:
        """Do without this coupon."""
        self._do(lambda: self._use.coupons.remove(coupon))

    def remove_partner(self, partner: str) -> None:
        """Do without this partner's card."""
        self._do(lambda: self._use.coupons.remove_partner(partner))

    def dismiss_nudge(self) -> None:
        """No thanks to this offer."""
        self._do(self._use.edit.dismiss_nudge)

    def dismiss_notice(self) -> None:
        """The sentence was read."""
        self._do(lambda: setattr(self._floor.visit, "notice", None))

    def pay(self) -> None:
        """Go on to the tender."""
        self._do(self._use.pay.pay)

    def back(self) -> None:
        """One step back towards the cart."""
        self._do(self._use.pay.back)

    def choose_tender(self, kind: str, amount: int = 0) -> None:
        """Pay with this tender: all that is to pay, or `amount` of it."""
        self._do(lambda: self._use.pay.choose_tender(kind, amount))

    def choose_months(self, months: int) -> None:
        """Spread the next card payment over months; 0 pays at once."""
        self._do(lambda: self._use.payments.instalments.choose(months))

    def park_cart(self) -> None:
        """Send the cart to a staffed checkout under a number."""
        self._do(self._use.parked.park)

    def spend_points(self, amount: int) -> None:
        """Pay a part, or all, with points of the member whose code was read."""
        self._do(lambda: self._use.benefits.points.spend(amount))

    def choose_card(self, tender: str) -> None:
        """Price the sale for this named card; the same one again prices it for any card."""
        self._do(lambda: self._use.cards.choose(tender))

    def cash_receipt(self, answer: str, number: str = "") -> None:
        """For whom the cash receipt is: consumer or business with a number, none; change, back."""
        self._do(lambda: self._use.ask.answer(answer, number))

    def give_back(self) -> None:
        """Do not pay the rest: every part that was taken is given back."""
        self._do(self._use.payments.give_back)

    def cancel_payment(self) -> None:
        """Stop the payment, if the terminal still can."""
        self._do(self._use.payments.cancel)

    def more_time(self) -> None:
        """A minute more, for the card or on the done page."""
        self._do(
            self._use.time.more_done_time if self._floor.state.stage in AFTER_SALE else self._use.payments.more_time
        )

    def finish(self) -> None:
        """Done: make room for the next shopper."""
        self._do(self._use.time.finish)

    def print_receipt(self) -> None:
        """Print the receipt; every further one says COPY."""
        self._do(self._use.receipts.print)

    def call_staff(self, reason: str, sku: str = "") -> None:
        """Call staff for help, age, unknown_item, scale, payment, price or blocked_item."""
        self._do(lambda: self._use.calls.call(reason, sku))

    def cancel_call(self) -> None:
        """Nobody is needed any more."""
        self._do(self._use.pay.cancel_call)

    def leave_item_out(self) -> None:
        """Go on without the item that staff are needed for."""
        self._do(self._use.pay.leave_item_out)

    # staff and technician

    def staff_sign_in(self, pin: str) -> None:
        """Check a PIN."""
        self._do(lambda: self._use.staff.sign_in(pin))

    def staff_sign_out(self) -> None:
        """Leave the staff pages."""
        self._do(self._use.staff.sign_out)

    def staff_take(self, request_id: str) -> None:
        """I am on the way."""
        self._do(lambda: self._use.staff.take(request_id))

    def staff_take_up(self, number: str) -> None:
        """Go on here with the cart that waits under a number."""
        self._do(lambda: self._use.parked.take_up(number))

    def staff_decide(self, request_id: str, approve: bool, reason: str = "") -> None:
        """Decide what waits."""
        self._do(lambda: self._use.staff.decide(request_id, approve, reason))

    def staff_lower_price(self, request_id: str, unit_price: int, reason: str) -> None:
        """The row that a price request is about costs less; reason is shelf_price, damaged or goodwill."""
        self._do(lambda: self._use.lower.lower(request_id, unit_price, reason))

    def technician_enter(self) -> None:
        """Suspend shopping for the technician who is signed in."""
        self._do(self._use.closing.technician_enter)

    def technician_leave(self) -> None:
        """Shoppers may come again."""
        self._do(self._use.closing.technician_leave)

    def technician_try_terminal(self) -> None:
        """Charge the smallest round amount to the technician's card, and give it back at once."""
        self._do(self._use.trial.start)

    def close(self, reason: str) -> None:
        """Take no shoppers (staff, hardware, technician); one who is here finishes first."""
        self._do(lambda: self._use.closing.close(reason))

    def open(self) -> None:
        """Take shoppers again."""
        self._do(self._use.closing.open)
