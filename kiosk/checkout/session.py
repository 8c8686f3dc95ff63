"""The session of a till: every command a screen, a device or time may give, each safe at any moment."""

import logging
from collections.abc import Callable

from hardware.ports.scale import WeightReading
from hardware.ports.scanner import ScannerEvent
from kiosk.checkout.adopted_catalogue import journal_catalogue
from kiosk.checkout.ask_cash_receipt import AskCashReceipt
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.close_till import CloseTill
from kiosk.checkout.complete_sale import CompleteSale
from kiosk.checkout.decide_payment import DecidePayment
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import AFTER_SALE, Floor
from kiosk.checkout.foreign_benefits import ForeignBenefits
from kiosk.checkout.go_to_pay import GoToPay
from kiosk.checkout.issue_receipt import IssueReceipt
from kiosk.checkout.lanes import Lanes
from kiosk.checkout.line_rules import ExplainLines
from kiosk.checkout.lower_price import LowerPrice
from kiosk.checkout.named_cards import NamedCards
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.open_rules import OpenRules
from kiosk.checkout.other_codes import OtherCodes
from kiosk.checkout.park_cart import ParkCart
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.pay_by_voucher import PayByVoucher
from kiosk.checkout.pay_by_wallet import PayByWallet
from kiosk.checkout.ports import TillPorts
from kiosk.checkout.recheck_cart import RecheckCart
from kiosk.checkout.refuse_goods import RefuseGoods
from kiosk.checkout.scan_item import ScanItem
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.sold import Sold
from kiosk.checkout.staff_mode import StaffMode
from kiosk.checkout.start_till import StartTill
from kiosk.checkout.take_coupon import TakeCoupon
from kiosk.checkout.take_pack import TakePack
from kiosk.checkout.take_payment import TakePayment
from kiosk.checkout.terminal_day import TerminalDay
from kiosk.checkout.time_rules import SHOPPING_STAGES, TimeRules
from kiosk.checkout.try_terminal import TryTerminal
from kiosk.checkout.view import View, same_to_the_eye
from kiosk.checkout.watch_devices import WatchDevices
from kiosk.checkout.weigh_item import WeighItem
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
        floor = self._floor = Floor(till, settings, self._publish)
        rules = OpenRules(floor)
        self._calls = CallAttendant(floor, rules)
        goods = RefuseGoods(floor, self._calls, rules)
        self._cart = OpenCart(floor)
        self._coupons = TakeCoupon(floor, self._cart)
        self._edit = EditCart(floor, self._cart, self._calls, goods)
        self._recheck = RecheckCart(floor, self._cart, self._edit, goods, rules, self._calls)
        self._weigh = WeighItem(floor, self._cart, self._edit, self._calls)
        packs = TakePack(floor, self._cart, self._edit, goods)
        others = OtherCodes(floor, self._cart, self._calls, self._coupons)
        self._receipts = IssueReceipt(floor)
        self._complete = CompleteSale(floor, self._sold)
        parts = PartPayments(floor)
        self._settle = SettleAttempts(floor, self._calls, self._complete, parts)
        self._payments = TakePayment(floor, self._settle, self._complete, parts, rules)
        self._cards = NamedCards(floor, self._cart)
        self._ask = AskCashReceipt(floor)
        vouchers = PayByVoucher(floor, parts, self._settle, self._payments, self._cards, self._ask)
        wallets = PayByWallet(floor, self._payments, self._settle.ends)
        at_hosts = (self._calls, parts, self._cards, self._settle, self._payments)
        self._benefits = ForeignBenefits(floor, self._cart, *at_hosts)
        self._benefits.codes_from(self._coupons, vouchers, others)
        self._scans = ScanItem(floor, self._edit, self._calls, packs, others, vouchers, wallets)
        ways = (self._scans, self._payments, self._recheck)
        self._pay = GoToPay(floor, self._cart, self._edit, self._calls, *ways)
        wallets.choose_by(self._pay.choose_tender)
        payments = DecidePayment(floor, self._settle, parts)
        self._staff = StaffMode(floor, self._calls, self._pay, payments, self._recheck)
        self._parked = ParkCart(floor, self._cart, self._edit, self._staff)
        self._lanes = Lanes(floor)
        self._lower = LowerPrice(floor, self._cart, self._calls, self._staff)
        self._time = TimeRules(floor, self._cart, self._edit, self._payments)
        self._start = StartTill(floor, self._settle, self._cart, self._edit)
        self._complete.when_kept(self._kept)
        self._closing = CloseTill(floor, self._time, self._staff)
        self._trial = TryTerminal(floor, self._settle, self._staff)
        self._devices = WatchDevices(floor, self._weigh, self._settle)
        self._day = TerminalDay(floor, self._settle, self._devices.ask_terminal)
        explained = ExplainLines(floor, self._cart)
        offered = (
            self._payments,
            self._cards,
            self._ask,
            self._receipts,
            self._parked,
            self._lanes,
            self._benefits.points,
        )
        self._view = View(floor, self._coupons, explained, self._calls, self._devices, self._staff, *offered)
        self._snapshot = self._view.snapshot(0)

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
            self._closing.now_if_wanted()
        made = self._view.snapshot(self._snapshot.number + 1)
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

    def _kept(self, sold: Sold) -> None:
        self._start.sold(sold.pending.sale)
        self._benefits.sold()

    def _sold(self, sold: Sold) -> None:
        self._receipts.sold(sold)

    # the start, devices and time

    def ready(self) -> None:
        """Devices and catalogue are there: settle what payments are open, then open for shoppers."""
        self._do(self._start.ready)

    def tick(self) -> None:
        """Let time pass; call about five times a second."""
        for part in (self._settle, self._start, self._payments, self._time, self._calls, self._staff):
            self._floor.quietly(part.tick)
        self._floor.quietly(self._closing.tick)
        self._floor.quietly(self._benefits.tick)
        self._floor.quietly(self._devices.tick)
        self._floor.quietly(self._day.tick)
        self._floor.quietly(self._lanes.tick)
        self._floor.quietly(self._parked.tick)
        self._do(self._follow_link)

    def _follow_link(self) -> None:
        if self._floor.state.stage in SHOPPING_STAGES:
            self._cart.follow_link()

    def touch(self) -> None:
        """Someone touched the screen: every count starts anew."""
        self._do(self._touched)

    def _touched(self) -> None:
        self._floor.active()
        self._staff.touched()
        payment = self._floor.visit.payment
        if payment is not None and self._floor.at(Stage.PAYING):
            self._payments.more_time()
        elif self._floor.state.stage in AFTER_SALE:
            self._time.done_longer()

    def scan(self, event: ScannerEvent) -> None:
        """A device read a code, or could not."""
        self._do(lambda: self._scans.event(event))

    def weight(self, reading: WeightReading) -> None:
        """The scale was read."""
        self._do(lambda: self._weigh.reading(reading))

    def device_changed(self, name: str, category: str, online: bool, reason: str = "") -> None:
        """A device came or went; category is scanner, camera, scale, printer or terminal."""
        self._do(lambda: self._devices.changed(name, category, online, reason))

    def catalogue_changed(self) -> None:
        """Another catalogue version is in use: prices in the open cart may fall, never rise."""
        self._do(lambda: journal_catalogue(self._floor))
        if self._floor.state.stage in SHOPPING_STAGES:
            self._do(self._recheck.catalogue_changed)

    # the shopper

    def begin(self) -> None:
        """Start with an empty cart."""
        self._do(self._edit.begin)

    def start_over(self) -> None:
        """Empty the cart and go back to the idle screen."""
        self._do(self._time.start_over)

    def resume(self) -> None:
        """It is my cart: take back the one that is kept."""
        self._do(self._start.resume)

    def set_language(self, language: str) -> None:
        """Show ko, en, ja or zh."""
        if language in LANGUAGES:
            self._do(lambda: setattr(self._floor.visit, "language", language))

    def set_long_time(self, on: bool) -> None:
        """Give three times the time for everything."""
        self._do(lambda: setattr(self._floor.visit, "long_time", on))

    def one_more(self) -> None:
        """Yes, a second pack with the same label."""
        self._do(self._scans.one_more)

    def set_quantity(self, line_id: str, quantity: int) -> None:
        """Change the pieces of a row; 0 removes it."""
        self._do(lambda: self._edit.set_quantity(line_id, quantity))

    def remove_line(self, line_id: str) -> None:
        """Take a row out; it can be brought back for a few seconds."""
        self._do(lambda: self._edit.remove(line_id))

    def undo(self) -> None:
        """Bring back the row that was just removed."""
        self._do(self._edit.undo)

    def reweigh(self, line_id: str) -> None:
        """Weigh a row again."""
        self._do(lambda: self._weigh.reweigh(line_id))

    def choose_without_barcode(self, sku: str) -> None:
        """A picture without a code was tapped."""
        self._do(lambda: self._edit.choose_without_barcode(sku))

    def confirm_weight(self) -> None:
        """Take the stable weight on the scale."""
        self._do(self._weigh.confirm)

    def cancel_weight(self) -> None:
        """Leave the weighing page."""
        self._do(self._weigh.cancel)

    def add_bag(self, sku: str, quantity: int) -> None:
        """Add bags."""
        self._do(lambda: self._edit.add_bag(sku, quantity))

    def order(self, sku: str, quantity: int, fulfilment: Fulfilment) -> None:
        """Put in an item of the endless aisle as it was chosen there."""
        self._do(lambda: self._edit.order(sku, quantity, fulfilment))

    def remove_coupon(self, coupon: str) -> None:
        """Do without this coupon."""
        self._do(lambda: self._coupons.remove(coupon))

    def remove_partner(self, partner: str) -> None:
        """Do without this partner's card."""
        self._do(lambda: self._coupons.remove_partner(partner))

    def dismiss_nudge(self) -> None:
        """No thanks to this offer."""
        self._do(self._edit.dismiss_nudge)

    def dismiss_notice(self) -> None:
        """The sentence was read."""
        self._do(lambda: setattr(self._floor.visit, "notice", None))

    def pay(self) -> None:
        """Go on to the tender."""
        self._do(self._pay.pay)

    def back(self) -> None:
        """One step back towards the cart."""
        self._do(self._pay.back)

    def choose_tender(self, kind: str, amount: int = 0) -> None:
        """Pay with this tender: all that is to pay, or `amount` of it."""
        self._do(lambda: self._pay.choose_tender(kind, amount))

    def choose_months(self, months: int) -> None:
        """Spread the next card payment over months; 0 pays at once."""
        self._do(lambda: self._payments.instalments.choose(months))

    def park_cart(self) -> None:
        """Send the cart to a staffed checkout under a number."""
        self._do(self._parked.park)

    def spend_points(self, amount: int) -> None:
        """Pay a part, or all, with points of the member whose code was read."""
        self._do(lambda: self._benefits.points.spend(amount))

    def choose_card(self, tender: str) -> None:
        """Price the sale for this named card; the same one again prices it for any card."""
        self._do(lambda: self._cards.choose(tender))

    def cash_receipt(self, answer: str, number: str = "") -> None:
        """For whom the cash receipt is: consumer or business with a number, none; change, back."""
        self._do(lambda: self._ask.answer(answer, number))

    def give_back(self) -> None:
        """Do not pay the rest: every part that was taken is given back."""
        self._do(self._payments.give_back)

    def cancel_payment(self) -> None:
        """Stop the payment, if the terminal still can."""
        self._do(self._payments.cancel)

    def more_time(self) -> None:
        """A minute more, for the card or on the done page."""
        self._do(self._time.more_done_time if self._floor.state.stage in AFTER_SALE else self._payments.more_time)

    def finish(self) -> None:
        """Done: make room for the next shopper."""
        self._do(self._time.finish)

    def print_receipt(self) -> None:
        """Print the receipt; every further one says COPY."""
        self._do(self._receipts.print)

    def call_staff(self, reason: str, sku: str = "") -> None:
        """Call staff for help, age, unknown_item, scale, payment, price or blocked_item."""
        self._do(lambda: self._calls.call(reason, sku))

    def cancel_call(self) -> None:
        """Nobody is needed any more."""
        self._do(self._pay.cancel_call)

    def leave_item_out(self) -> None:
        """Go on without the item that staff are needed for."""
        self._do(self._pay.leave_item_out)

    # staff and technician

    def staff_sign_in(self, pin: str) -> None:
        """Check a PIN."""
        self._do(lambda: self._staff.sign_in(pin))

    def staff_sign_out(self) -> None:
        """Leave the staff pages."""
        self._do(self._staff.sign_out)

    def staff_take(self, request_id: str) -> None:
        """I am on the way."""
        self._do(lambda: self._staff.take(request_id))

    def staff_take_up(self, number: str) -> None:
        """Go on here with the cart that waits under a number."""
        self._do(lambda: self._parked.take_up(number))

    def staff_decide(self, request_id: str, approve: bool, reason: str = "") -> None:
        """Decide what waits."""
        self._do(lambda: self._staff.decide(request_id, approve, reason))

    def staff_lower_price(self, request_id: str, unit_price: int, reason: str) -> None:
        """The row that a price request is about costs less; reason is shelf_price, damaged or goodwill."""
        self._do(lambda: self._lower.lower(request_id, unit_price, reason))

    def technician_enter(self) -> None:
        """Suspend shopping for the technician who is signed in."""
        self._do(self._closing.technician_enter)

    def technician_leave(self) -> None:
        """Shoppers may come again."""
        self._do(self._closing.technician_leave)

    def technician_try_terminal(self) -> None:
        """Charge the smallest round amount to the technician's card, and give it back at once."""
        self._do(self._trial.start)

    def close(self, reason: str) -> None:
        """Take no shoppers (staff, hardware, technician); one who is here finishes first."""
        self._do(lambda: self._closing.close(reason))

    def open(self) -> None:
        """Take shoppers again."""
        self._do(self._closing.open)
