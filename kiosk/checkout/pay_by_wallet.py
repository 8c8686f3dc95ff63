"""Pay with a phone's payment code that our own scanner read; it lives in memory until it is sent, and no longer."""

from collections.abc import Callable

from kiosk.checkout.ask_cash_receipt import TENDER_STAGES
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.payment_ends import PaymentEnds
from kiosk.checkout.session_state import PaymentProgress
from kiosk.checkout.take_payment import CARD, TakePayment
from kiosk.domain.checkout_state import Stage

NO_CARD_YET = frozenset({"waiting_for_card", "card_unreadable", "code_shown"})


class PayByWallet:
    """Payment codes at the tender page, and at the terminal's page while no card was shown there.

    A code is a credential: it is in no journal, log, store, snapshot or text of an object.
    """

    def __init__(self, floor: Floor, payments: TakePayment, ends: PaymentEnds) -> None:
        self._floor, self._payments = floor, payments
        self._choose: Callable[[str, int, str], None] | None = None
        ends.when_unpaid(self._instead)

    def choose_by(self, choose: Callable[[str, int, str], None]) -> None:
        """What starts a payment by tender, amount and code."""
        self._choose = choose

    def shown(self, code: str) -> bool:
        """Pay with this code, or say that the terminal takes it; False where nothing is being paid."""
        floor, payment = self._floor, self._floor.visit.payment
        if floor.state.stage in TENDER_STAGES:
            if self._payments.takes_wallet_codes() and self._choose is not None:
                self._choose(CARD, 0, code)
            else:
                self._to_terminal()
            return True
        if floor.at(Stage.PAYING) and payment is not None:
            if self._payments.takes_wallet_codes() and payment.step in NO_CARD_YET and not payment.next_code:
                # One dialogue at a time: the payment that waits for a card is stopped, and its own answer awaited.
                payment.next_code = code
                self._payments.cancel()
            else:
                self._to_terminal()
            return True
        return False

    def _instead(self, payment: PaymentProgress) -> None:
        """The payment that was stopped for a code has ended: the code pays now, unless it ended otherwise."""
        code, payment.next_code = payment.next_code, ""
        if code and payment.step == "aborted" and self._choose is not None:
            self._choose(CARD, payment.amount, code)

    def _to_terminal(self) -> None:
        self._floor.active()
        self._floor.say(NoticeKind.WALLET_CODE)
        self._floor.cue("attention")
