"""Make the snapshot that the screens show."""

import math
from dataclasses import replace

from kiosk.checkout.ask_cash_receipt import AskCashReceipt
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import AFTER_SALE, Floor
from kiosk.checkout.issue_receipt import IssueReceipt
from kiosk.checkout.lanes import Lanes
from kiosk.checkout.line_rules import ExplainLines
from kiosk.checkout.named_cards import NamedCards
from kiosk.checkout.park_cart import ParkCart
from kiosk.checkout.snapshot import DoneView, PaymentView, Snapshot, TakenView
from kiosk.checkout.spend_points import SpendPoints
from kiosk.checkout.staff_mode import StaffMode
from kiosk.checkout.take_coupon import TakeCoupon
from kiosk.checkout.take_payment import TakePayment
from kiosk.checkout.watch_devices import WatchDevices
from kiosk.domain.checkout_state import Stage
from kiosk.domain.sale import PaymentAttempt
from kiosk.domain.tax import tax_on_top

PAYMENT_STAGES = frozenset(
    {
        Stage.OPENING_ATTEMPT,
        Stage.PAYING,
        Stage.CANCELLING,
        Stage.CHECKING_PAYMENT,
        Stage.COMPLETING,
        Stage.NOT_PAID,
        Stage.PARTLY_PAID,
    }
)


class View:
    """Reads the state of the use cases; changes nothing."""

    def __init__(
        self,
        floor: Floor,
        coupons: TakeCoupon,
        explained: ExplainLines,
        calls: CallAttendant,
        devices: WatchDevices,
        staff: StaffMode,
        payments: TakePayment,
        cards: NamedCards,
        ask: AskCashReceipt,
        receipts: IssueReceipt,
        parked: ParkCart,
        lanes: Lanes,
        points: SpendPoints,
    ) -> None:
        self._floor, self._coupons, self._calls, self._devices = floor, coupons, calls, devices
        self._explained, self._ask = explained, ask
        self._parked, self._lanes, self._points = parked, lanes, points
        self._staff, self._payments, self._cards, self._receipts = staff, payments, cards, receipts

    def snapshot(self, number: int) -> Snapshot:
        """Everything a screen may show now."""
        state, visit = self._floor.state, self._floor.visit
        nudge = visit.priced.nudge
        people = self._calls.asked_of_people()
        if nudge is not None and nudge.promotion_id in visit.nudges_dismissed:
            nudge = None
        to_pay = visit.charged.total - sum(part.charged for part in visit.taken)
        return Snapshot(
            number=number,
            stage=state.stage,
            cart=visit.priced,
            pieces=visit.cart.pieces,
            member=masked(visit.cart.member),
            health=self._devices.health(),
            now_item=visit.now_item,
            notice=visit.notice,
            nudge=nudge,
            weigh=visit.weigh,
            call=visit.call,
            payment=self._payment(),
            done=self._done(),
            timeout=visit.timeout,
            resume=state.resume.view if state.resume is not None and state.stage is Stage.IDLE else None,
            staff=self._staff.view(),
            can_undo=visit.undo_until > self._floor.monotonic(),
            needs_age_check=bool(people),
            person_lines=people,
            fees=visit.charged.fees,
            tax_added=tax_on_top(visit.charged),
            kept_for_online=visit.kept_lines,
            to_pay=to_pay,
            cash_to_pay=self._floor.till.catalogue.head().cash.rounded(to_pay),
            card_offers=self._cards.offers(),
            cash_receipt=self._ask.view(),
            points=self._points.view(),
            taken=tuple(_taken(part) for part in visit.taken),
            starting_step=state.starting_step if state.stage is Stage.STARTING else "",
            sound=state.sound,
            sound_number=state.sound_number,
            language=visit.language,
            long_time=visit.long_time,
            tenders=self._payments.tenders(),
            instalments=self._payments.instalments.offered(),
            months=visit.months,
            wallet_codes=self._payments.takes_wallet_codes(),
            station=self._floor.till.station,
            benefits=self._coupons.benefits(),
            rules=self._explained.rules(),
            lanes=self._lanes.near(),
            parked=self._parked.view(),
        )

    def _payment(self) -> PaymentView | None:
        payment = self._floor.visit.payment
        if payment is None or self._floor.state.stage not in PAYMENT_STAGES:
            return None
        left = None
        if self._floor.at(Stage.PAYING):
            left = max(0, math.ceil(payment.wait_until - self._floor.monotonic()))
        total = int(self._floor.seconds(self._floor.settings.payment_wait))
        return PaymentView(
            payment.step,
            payment.amount,
            payment.service_id,
            left,
            total,
            payment.reason,
            payment.card_left_in,
            payment.words,
            payment.months,
            payment.tender,
        )

    def _done(self) -> DoneView | None:
        done = self._floor.visit.done
        if done is None or self._floor.state.stage not in AFTER_SALE:
            return None
        left = max(0, math.ceil(self._floor.visit.done_until - self._floor.monotonic()))
        return replace(done, seconds_left=left, page=self._receipts.page())


def _taken(part: PaymentAttempt) -> TakenView:
    return TakenView(part.tender, part.charged, part.brand, part.masked_card or masked(part.handle))


def masked(number: str) -> str:
    """A member's or voucher's number as a screen may show it: its last four digits."""
    return f"····{number[-4:]}" if number else ""


def same_to_the_eye(old: Snapshot, new: Snapshot) -> bool:
    """Whether nothing a screen shows has changed between two snapshots."""
    return replace(old, number=0) == replace(new, number=0)
