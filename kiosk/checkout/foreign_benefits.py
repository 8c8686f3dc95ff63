"""Points, vouchers and coupons of foreign hosts at one till, tied together for its session."""

from kiosk.checkout.benefit_duties import BenefitDuties
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import Floor
from kiosk.checkout.host_coupons import HostCoupons
from kiosk.checkout.host_vouchers import HostVouchers
from kiosk.checkout.named_cards import NamedCards
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.other_codes import OtherCodes
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.pay_at_host import PayAtHost
from kiosk.checkout.pay_by_voucher import PayByVoucher
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.spend_points import SpendPoints
from kiosk.checkout.take_coupon import TakeCoupon
from kiosk.checkout.take_payment import TakePayment


class ForeignBenefits:
    """What others keep the books of; a till without such a host asks for nothing here."""

    def __init__(
        self,
        floor: Floor,
        cart: OpenCart,
        calls: CallAttendant,
        parts: PartPayments,
        cards: NamedCards,
        settle: SettleAttempts,
        payments: TakePayment,
    ) -> None:
        self._floor, self._cart = floor, cart
        self.duties = BenefitDuties(floor, calls)
        pay = PayAtHost(floor, settle, payments)
        self.points = SpendPoints(floor, parts, cards, pay)
        self.vouchers = HostVouchers(floor, parts, cards, pay)
        self._coupons: HostCoupons | None = None

    def codes_from(self, coupons: TakeCoupon, vouchers: PayByVoucher, others: OtherCodes) -> None:
        """Take what these read and cannot judge themselves."""
        self._coupons = HostCoupons(self._floor, self._cart, self.duties, coupons.put)
        coupons.held_by(self._coupons.take)
        vouchers.held_by(self.vouchers)
        others.when_member(self.points.shown)

    def sold(self) -> None:
        """A sale was made: what it owes stands in the store."""
        self.duties.read_again()

    def tick(self) -> None:
        """Let time pass."""
        self.duties.tick()
        self.points.tick()
        if self._coupons is not None:
            self._coupons.tick()
