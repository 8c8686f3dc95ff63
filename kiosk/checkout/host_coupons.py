"""Coupons that a foreign host keeps: reserved while they are in the cart, burned with the sale, else released."""

import logging
from collections.abc import Callable

from hardware.ports.benefit_host import BenefitKind, ReserveOutcome, ReserveRequest, ReserveResult
from kiosk.checkout.benefit_duties import BenefitDuties
from kiosk.checkout.benefit_duty import Act, BenefitDuty, drop_duty, duties, put_duty, reservation_of
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.session_state import Visit
from kiosk.domain.checkout_state import Stage
from kiosk.domain.coupon import PresentedCoupon
from kiosk.domain.scanned_meaning import CouponCode, CouponSource
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
MAY_CHANGE = frozenset({Stage.SHOPPING, Stage.WEIGHING})
_WORDS = {
    "used": NoticeKind.COUPON_USED,
    "expired": NoticeKind.COUPON_EXPIRED,
    "not_now": NoticeKind.COUPON_NOT_NOW,
}
Put = Callable[[PresentedCoupon], None]


class HostCoupons:
    """From a code that was shown to a coupon that the host holds for this cart."""

    def __init__(self, floor: Floor, cart: OpenCart, duties: BenefitDuties, put: Put) -> None:
        self._floor, self._cart, self._duties, self._put = floor, cart, duties, put
        self._shown: dict[str, str] = {}  # code -> reservation, of the visit below; codes are kept nowhere else
        self._visit: Visit | None = None

    def take(self, code: CouponCode) -> None:
        """Reserve a coupon at its host: written down before the request leaves."""
        till, visit = self._floor.till, self._floor.visit
        if self._visit is not visit:
            self._visit, self._shown = visit, {}
        known = self._shown.get(code.number)
        if known is not None and (known == "" or known in self._duties.asking or self._has(known)):
            self._say(NoticeKind.COUPON_ALREADY)
            return
        if till.benefits is None or BenefitKind.COUPON not in till.benefits.kinds():
            self._say(NoticeKind.COUPON_NOT_CHECKED)
            return
        self._shown[code.number] = ""
        now = self._floor.now()

        def work(unit: UnitOfWork) -> BenefitDuty:
            name = reservation_of(till.station, unit.next_service_id())
            duty = BenefitDuty(name, BenefitKind.COUPON.value, Act.HOLD, visit.sale_id, now.isoformat())
            put_duty(unit, duty)
            return duty

        def failed(fault: Exception) -> None:
            log.error("a coupon was not reserved, because that could not be written down: %s", fault)
            self._shown.pop(code.number, None)
            self._say(NoticeKind.COUPON_NOT_CHECKED)

        self._floor.commit(work, lambda duty: self._ask(code, duty, visit), failed)

    def tick(self) -> None:
        """A coupon counts only while it is reserved: one of a cart that came back without that is taken out."""
        if not self._duties.read or self._floor.state.stage not in MAY_CHANGE:
            return
        for coupon in list(self._floor.visit.cart.coupons):
            lost = coupon.source is CouponSource.HOST and not self._duties.holds(coupon.serial)
            if lost and coupon.serial not in self._duties.asking:
                self._floor.visit.cart.withdraw(coupon.coupon)
                self._cart.changed()
                self._say(NoticeKind.COUPON_NOT_CHECKED)

    def _ask(self, code: CouponCode, duty: BenefitDuty, visit: Visit) -> None:
        till = self._floor.till
        self._duties.asking.add(duty.reservation)  # so that nobody takes it for forgotten
        self._duties.noted(duty)
        if self._visit is visit:
            self._shown[code.number] = duty.reservation
        if till.benefits is None:
            raise RuntimeError("a coupon was written down for a host that there is not")
        request = ReserveRequest(
            duty.reservation,
            BenefitKind.COUPON,
            code.number,
            0,
            visit.cart.currency,
            duty.sale,
            till.station,
            till.shop,
            duty.since,
        )
        self._floor.till.fail_point("K2.before")
        till.benefits.reserve(request, self._floor.guarded1(lambda result: self._told(duty, visit, result)))
        self._floor.till.fail_point("K2.after")

    def _told(self, duty: BenefitDuty, visit: Visit, result: ReserveResult) -> None:
        here = visit is self._floor.visit and self._floor.state.stage in MAY_CHANGE
        if result.outcome is ReserveOutcome.RESERVED:
            self._reserved(duty, result, here=here)
            self._duties.asking.discard(duty.reservation)
        elif result.outcome is ReserveOutcome.UNKNOWN:
            # Whether it is held is not known; that no cart has it is: the host is told so until it confirms.
            log.warning("a coupon's reservation %s is not known: %s", duty.reservation, result.message)
            self._duties.asking.discard(duty.reservation)
            self._sorry(NoticeKind.COUPON_NOT_CHECKED, here=here)
        else:
            self._refused(duty, result, here=here)

    def _reserved(self, duty: BenefitDuty, result: ReserveResult, *, here: bool) -> None:
        if not here:
            return  # no cart has it: it is released
        coupon = PresentedCoupon(result.reservation.coupon, CouponSource.HOST, duty.reservation)
        if not coupon.coupon or not self._cart.prices.rules_of(coupon):
            self._sorry(NoticeKind.COUPON_UNKNOWN, here=True)
        else:
            self._put(coupon)

    def _refused(self, duty: BenefitDuty, result: ReserveResult, *, here: bool) -> None:
        """Nothing is held: there is nothing to give back."""
        reason, sent = result.reservation.reason, result.outcome is not ReserveOutcome.NOT_SENT

        def work(unit: UnitOfWork) -> bool:
            if duties(unit).get(duty.reservation) != duty:
                return False
            drop_duty(unit, duty.reservation)
            body = {"why": reason if sent else "not_sent", "source": CouponSource.HOST.value, "coupon": ""}
            unit.append(EntryKind.COUPON_REFUSED.value, {**body, "sale": duty.sale})
            return True

        def done(dropped: bool) -> None:
            self._duties.asking.discard(duty.reservation)
            if dropped:
                self._duties.ended(duty.reservation)

        def failed(fault: Exception) -> None:
            # It stays written down as held, and is released, which the host takes for one it never heard of.
            log.error("a refused coupon was not crossed out: %s", fault)
            self._duties.asking.discard(duty.reservation)

        self._floor.commit(work, done, failed)
        kind = _WORDS.get(reason, NoticeKind.COUPON_UNKNOWN) if sent else NoticeKind.COUPON_NOT_CHECKED
        self._sorry(kind, here=here)

    def _sorry(self, kind: NoticeKind, *, here: bool) -> None:
        if here:
            self._say(kind)

    def _say(self, kind: NoticeKind) -> None:
        self._floor.say(kind)
        self._floor.cue("attention")

    def _has(self, reservation: str) -> bool:
        return any(coupon.serial == reservation for coupon in self._floor.visit.cart.coupons)
