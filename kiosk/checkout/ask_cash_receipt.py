"""Ask for whom a cash receipt is, once, before the first voucher is used up; change it until the sale is paid."""

from collections.abc import Callable

from kiosk.checkout.cash_receipt_view import CashReceiptView
from kiosk.checkout.cash_receipt_wish import CashReceiptWish
from kiosk.checkout.floor import Floor
from kiosk.domain.cash_receipt import MUST_ISSUE_FROM, CashReceiptError, Purpose, request_for
from kiosk.domain.checkout_state import ImpossibleStep, Stage
from kiosk.domain.scanned_meaning import VoucherCode
from kiosk.domain.tender import RULES, tender_kind

CURRENCY = "KRW"
NONE, CHANGE, BACK = "none", "change", "back"
TENDER_STAGES = frozenset({Stage.CHOOSING_TENDER, Stage.NOT_PAID, Stage.PARTLY_PAID})


class AskCashReceipt:
    """The question of the tender page, and its answers."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._go_on: Callable[[VoucherCode], object] | None = None

    def then(self, go_on: Callable[[VoucherCode], object]) -> None:
        """What is done with the voucher that waited, once the answer is there."""
        self._go_on = go_on

    def first(self, code: VoucherCode) -> bool:
        """Whether the question comes before this voucher; it waits for the answer then."""
        asked = self._floor.visit.cash_receipt
        if asked.asking:
            if asked.waiting is None:
                asked.waiting = code
            return True
        if not self._offered() or asked.wish is not None:
            return False
        asked.asking, asked.waiting = True, code
        self._floor.cue("scanOk")
        return True

    def answer(self, answer: str, number: str = "") -> None:
        """Consumer or business with a number, none, change (ask again), or back (leave it as it is).

        A number that cannot be used leaves the question open and says why. Raises `ImpossibleStep` where nothing
        is asked, or nothing can be changed.
        """
        floor, asked = self._floor, self._floor.visit.cash_receipt
        if floor.state.stage not in TENDER_STAGES or not self._offered():
            raise ImpossibleStep(f"no cash receipt is asked for while {floor.state.stage.value}")
        floor.active()
        if answer == CHANGE:
            if not self._cash_like():
                raise ImpossibleStep("nothing was paid yet that gets a cash receipt")
            asked.leave()
            asked.asking = True
        elif not asked.asking:
            raise ImpossibleStep("no cash receipt is asked for now")
        elif answer == BACK:
            asked.leave()
        else:
            self._take(answer, number)

    def view(self) -> CashReceiptView | None:
        """What screens show of it; None while it is no matter."""
        asked = self._floor.visit.cash_receipt
        if self._floor.state.stage not in TENDER_STAGES or not (asked.asking or (asked.wish and self._cash_like())):
            return None
        request = asked.wish.request if asked.wish else None
        return CashReceiptView(
            asking=asked.asking,
            purpose=asked.wish.purpose if asked.wish else "",
            masked=request.masked if request else "",
            amount=(asked.waiting.amount or 0) if asked.waiting else 0,
            problem=asked.problem,
            tries=asked.tries,
            unasked_from=MUST_ISSUE_FROM if self._designated() else 0,
        )

    def _take(self, answer: str, number: str) -> None:
        floor, asked = self._floor, self._floor.visit.cash_receipt
        designated = self._designated()
        if answer == NONE:
            wish = CashReceiptWish(purpose="none", designated=designated)
        elif answer in (Purpose.CONSUMER.value, Purpose.BUSINESS.value):
            try:
                request = request_for(Purpose(answer), number)
            except CashReceiptError as fault:
                asked.problem = fault.why
                asked.tries += 1
                floor.cue("scanFail")
                return
            wish = CashReceiptWish(
                purpose="consumer" if request.purpose is Purpose.CONSUMER else "business",
                kind=request.kind.value,
                number=request.number,
                designated=designated,
            )
        else:
            raise ImpossibleStep(f"{answer!r} is no purpose of a cash receipt")
        waiting = asked.waiting
        asked.leave()
        asked.wish = wish
        if waiting is not None and self._go_on is not None:
            self._go_on(waiting)

    def _offered(self) -> bool:
        floor = self._floor
        return floor.settings.cash_receipt != "never" and floor.visit.cart.currency == CURRENCY

    def _designated(self) -> bool:
        return self._floor.settings.cash_receipt == "designated"

    def _cash_like(self) -> bool:
        return any(RULES[tender_kind(part.tender)].cash_like for part in self._floor.visit.taken)
