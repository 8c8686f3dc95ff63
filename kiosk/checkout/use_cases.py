"""All use cases of one till, made once and joined: who needs whom."""

from kiosk.checkout.ask_cash_receipt import AskCashReceipt
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.close_till import CloseTill
from kiosk.checkout.complete_sale import CompleteSale
from kiosk.checkout.decide_payment import DecidePayment
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
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
from kiosk.checkout.recheck_cart import RecheckCart
from kiosk.checkout.refuse_goods import RefuseGoods
from kiosk.checkout.scan_item import ScanItem
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.sold import Sold
from kiosk.checkout.staff_mode import StaffMode
from kiosk.checkout.start_till import StartTill
from kiosk.checkout.take_coupon import TakeCoupon
from kiosk.checkout.take_pack import TakePack
from kiosk.checkout.take_payment import TakePayment
from kiosk.checkout.terminal_day import TerminalDay
from kiosk.checkout.time_rules import TimeRules
from kiosk.checkout.try_terminal import TryTerminal
from kiosk.checkout.view import View
from kiosk.checkout.watch_devices import WatchDevices
from kiosk.checkout.weigh_item import WeighItem


class UseCases:
    """The use cases on one floor; `Session` gives them the screens' commands."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        rules = OpenRules(floor)
        self.calls = CallAttendant(floor, rules)
        goods = RefuseGoods(floor, self.calls, rules)
        self.cart = OpenCart(floor)
        self.coupons = TakeCoupon(floor, self.cart)
        self.edit = EditCart(floor, self.cart, self.calls, goods)
        self.recheck = RecheckCart(floor, self.cart, self.edit, goods, rules, self.calls)
        self.weigh = WeighItem(floor, self.cart, self.edit, self.calls)
        packs = TakePack(floor, self.cart, self.edit, goods)
        others = OtherCodes(floor, self.cart, self.calls, self.coupons)
        self.receipts = IssueReceipt(floor)
        self.complete = CompleteSale(floor, self._sold)
        parts = PartPayments(floor)
        self.settle = SettleAttempts(floor, self.calls, self.complete, parts)
        self.payments = TakePayment(floor, self.settle, self.complete, parts, rules)
        self.cards = NamedCards(floor, self.cart)
        self.ask = AskCashReceipt(floor)
        vouchers = PayByVoucher(floor, parts, self.settle, self.payments, self.cards, self.ask)
        wallets = PayByWallet(floor, self.payments, self.settle.ends)
        at_hosts = (self.calls, parts, self.cards, self.settle, self.payments)
        self.benefits = ForeignBenefits(floor, self.cart, *at_hosts)
        self.benefits.codes_from(self.coupons, vouchers, others)
        self.scans = ScanItem(floor, self.edit, self.calls, packs, others, vouchers, wallets)
        ways = (self.scans, self.payments, self.recheck)
        self.pay = GoToPay(floor, self.cart, self.edit, self.calls, *ways)
        wallets.choose_by(self.pay.choose_tender)
        payments = DecidePayment(floor, self.settle, parts)
        self.staff = StaffMode(floor, self.calls, self.pay, payments, self.recheck)
        self.parked = ParkCart(floor, self.cart, self.edit, self.staff)
        self.lanes = Lanes(floor)
        self.lower = LowerPrice(floor, self.cart, self.calls, self.staff)
        self.time = TimeRules(floor, self.cart, self.edit, self.payments)
        self.start = StartTill(floor, self.settle, self.cart, self.edit)
        self.complete.when_kept(self._kept)
        self.closing = CloseTill(floor, self.time, self.staff)
        self.trial = TryTerminal(floor, self.settle, self.staff)
        self.devices = WatchDevices(floor, self.weigh, self.settle)
        self.day = TerminalDay(floor, self.settle, self.devices.ask_terminal)
        explained = ExplainLines(floor, self.cart)
        offered = (
            self.payments,
            self.cards,
            self.ask,
            self.receipts,
            self.parked,
            self.lanes,
            self.benefits.points,
        )
        self.view = View(floor, self.coupons, explained, self.calls, self.devices, self.staff, *offered)

    def tick(self) -> None:
        """Let time pass for whoever lives by it, in this order."""
        for part in (
            self.settle,
            self.start,
            self.payments,
            self.time,
            self.calls,
            self.staff,
            self.closing,
            self.benefits,
            self.devices,
            self.day,
            self.lanes,
            self.parked,
        ):
            self.floor.quietly(part.tick)

    def _sold(self, sold: Sold) -> None:
        self.receipts.sold(sold)

    def _kept(self, sold: Sold) -> None:
        self.start.sold(sold.pending.sale)
        self.benefits.sold()
