"""From the cart to the tender: what must be settled before anything is paid."""

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.recheck_cart import RecheckCart
from kiosk.checkout.scan_item import ScanItem
from kiosk.checkout.take_payment import TakePayment
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step


class GoToPay:
    """Pay, back, and what staff decide on the way."""

    def __init__(
        self,
        floor: Floor,
        cart: OpenCart,
        edit: EditCart,
        calls: CallAttendant,
        scans: ScanItem,
        payments: TakePayment,
        recheck: RecheckCart,
    ) -> None:
        self._floor, self._cart, self._edit, self._calls = floor, cart, edit, calls
        self._scans, self._payments, self._recheck = scans, payments, recheck

    def pay(self) -> None:
        """Go on to the tender; the whole cart is checked by the newest rules first (I-12)."""
        floor, visit = self._floor, self._floor.visit
        if not floor.at(Stage.SHOPPING, Stage.NOT_PAID) or not visit.cart.lines:
            raise ImpossibleStep(f"there is nothing to pay while {floor.state.stage.value}")
        floor.active()
        visit.tender = ""
        self._cart.refresh_items()
        if self._recheck.sweep():
            if floor.at(Stage.NOT_PAID):
                floor.go(Step.BACK)
                visit.payment = None
            self._calls.age_items_changed()
            return
        self._cart.reprice()
        if self._calls.unchecked():
            if floor.at(Stage.NOT_PAID):
                floor.go(Step.BACK)
                visit.payment = None
            floor.go(Step.AGE_NEEDED)
            self._calls.age_items_changed()
            self._calls.call("age")
            return
        self._to_tender()

    def _to_tender(self) -> None:
        self._floor.go(Step.PAY)
        visit = self._floor.visit
        visit.payment = visit.now_item = None
        if visit.charged.total == 0:
            self._payments.without_payment()

    def choose_tender(self, kind: str, amount: int = 0, wallet_code: str = "") -> None:
        """Start to pay all or `amount`, at once with a payment code that was shown.

        An item that was recalled or expired since goes back to the cart page first (I-12).
        A rule that came since and asks for a look at the buyer comes first as well. What other tenders took of such a
        sale is given back.
        """
        stopped = self._floor.can(Step.TENDER) and (self._recheck.due() or bool(self._calls.unchecked()))
        if stopped and self._floor.at(Stage.PARTLY_PAID):
            self._payments.give_back()
        elif stopped:
            self._floor.go(Step.BACK)
            self._floor.visit.payment = None
            self.pay()
        else:
            self._payments.choose(kind, amount, wallet_code)

    def back(self) -> None:
        """One step back towards the cart."""
        visit = self._floor.visit
        self._floor.go(Step.BACK)
        self._floor.active()
        if visit.weigh is not None:
            visit.weigh = None
            visit.to_weigh.clear()
        if visit.call is not None and visit.call.reason == "age":
            visit.call = None
        visit.payment = None
        visit.cash_receipt.leave()
        self._scans.add_held()

    def cancel_call(self) -> None:
        """Nobody is needed; without its age check the cart is open again."""
        call = self._floor.visit.call
        if call is None:
            raise ImpossibleStep("nobody was called")
        self._floor.active()
        self._calls.cancel()
        if self._floor.at(Stage.AGE_CHECK) and call.reason == "age":
            self._floor.go(Step.BACK)

    def leave_item_out(self) -> None:
        """Go on without the item that staff are needed for."""
        visit, call = self._floor.visit, self._floor.visit.call
        if self._floor.at(Stage.AGE_CHECK):
            for line in self._calls.unchecked():
                self._edit.take_out(line.line_id)
            self._calls.age_items_changed()
            self._after_age_check(may_go_on=bool(visit.cart.lines))
        elif call is not None and self._floor.at(Stage.SHOPPING, Stage.WEIGHING):
            rows = [x.line_id for x in visit.cart.lines if call.item and x.item.sku == call.item.sku]
            for line_id in rows:
                self._edit.take_out(line_id)
            self._calls.cancel()
            if self._floor.at(Stage.WEIGHING):
                self.back()
        else:
            raise ImpossibleStep("there is no item to leave out")
        self._floor.active()

    def age_decided(self, approve: bool, person_id: str) -> None:
        """Staff looked at the identity card: the rows may be sold, or leave the cart."""
        waiting, asked = self._calls.unchecked(), self._calls.asked_of_people().values()
        if not waiting:
            return
        aged = "age" in asked
        if approve:
            self._calls.buyer_checked(waiting, person_id)
            self._cart.changed()
            self._floor.say(NoticeKind.AGE_APPROVED if aged else NoticeKind.BUYER_CHECKED, waiting[0].item)
        else:
            for line in waiting:
                self._edit.take_out(line.line_id, NoticeKind.AGE_REFUSED if aged else NoticeKind.BUYER_REFUSED)
        self._calls.age_items_changed()
        if self._floor.at(Stage.AGE_CHECK):
            self._after_age_check(may_go_on=approve)
        self._floor.active()

    def _after_age_check(self, *, may_go_on: bool) -> None:
        """On to the tender, or back to the cart; what expired while the shopper waited for staff is taken out."""
        if may_go_on and not self._recheck.due():
            self._to_tender()
            return
        self._floor.go(Step.AGE_DECIDED)
        self._recheck.sweep()
