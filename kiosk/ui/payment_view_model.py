"""Tender, terminal and not-paid pages: what the card does and where the money is."""

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import PaymentView, Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.checkout_state import Stage
from kiosk.ui.cash_receipt_view_model import CashReceiptViewModel
from kiosk.ui.display_text import money_text, money_words, spoken_money
from kiosk.ui.fee_words import included_words
from kiosk.ui.part_words import card_rows, share_rows, taken_rows
from kiosk.ui.payment_points import PointsViewModel, host_words
from kiosk.ui.payment_words import (
    CANCELLABLE,
    PLACES,
    REFUSED,
    TOLD_IN_WORDS,
    away_words,
    ended_words,
    month_rows,
    months_words,
    running_words,
    said_by_terminal,
    sign_of,
)

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate

_NOTHING = PaymentView("", 0, "")
STOPPING = frozenset({Stage.OPENING_ATTEMPT, Stage.PAYING, Stage.CANCELLING})


@QmlElement
class PaymentViewModel(QObject):
    """Where the payment stands, in words that say what happened to the money."""

    changed = Signal()

    def __init__(self, till: TillCommands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot
        self._other_way = False  # the shopper wants another tender as soon as this one is stopped
        self._cash_receipt = CashReceiptViewModel(till, self)
        self._points = PointsViewModel(till, self)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self._cash_receipt.show(snapshot)
        self._points.show(snapshot)
        if self._other_way and snapshot.stage not in STOPPING:
            # Not from within the session's own telling: a command would come before the others have heard of it.
            self._other_way = False
            QTimer.singleShot(0, self._choose_again)
        self.changed.emit()

    # the tenders

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._number(self._shown.to_pay)

    @Property(str, notify=changed)
    def spokenAmount(self) -> str:
        return self._spoken(self._shown.to_pay)

    @Property(str, notify=changed)
    def fee(self) -> str:
        return self._fee()

    @Property(str, notify=changed)
    def cashWords(self) -> str:
        return self._cash_words()

    @Property(bool, notify=changed)
    def cardOffered(self) -> bool:
        return "card" in self._shown.tenders

    @Property(str, notify=changed)
    def cardReason(self) -> str:
        return self._card_reason()

    @Property(bool, notify=changed)
    def nothingToPay(self) -> bool:
        return self._shown.to_pay == 0

    @Property(int, notify=changed)
    def keptOrders(self) -> int:
        return len(self._shown.kept_for_online)

    @Property(CashReceiptViewModel, constant=True)
    def cashReceipt(self) -> CashReceiptViewModel:
        return self._cash_receipt

    @Property(PointsViewModel, constant=True)
    def points(self) -> PointsViewModel:
        return self._points

    # instalments and payment codes

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def months(self) -> list[dict[str, object]]:
        """Paying at once and the months that are offered; empty where none are."""
        offered = self._shown.instalments
        return month_rows(offered, self._shown.months) if offered else []

    @Property(bool, notify=changed)
    def walletOffered(self) -> bool:
        return self._shown.wallet_codes and self._shown.health.terminal == "ready"

    # several tenders

    @Property(bool, notify=changed)
    def partlyPaid(self) -> bool:
        return self._shown.stage.value == "partly_paid"

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def takenRows(self) -> list[dict[str, str]]:
        return taken_rows(self._shown.taken, self._shown.cart.currency, self._shown.language)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def shares(self) -> list[dict[str, object]]:
        return share_rows(self._shown.to_pay, self._shown.cart.currency, self._shown.language)

    @Property(str, notify=changed)
    def sameAgain(self) -> str:
        return self._same_again()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def cardOffers(self) -> list[dict[str, object]]:
        return card_rows(self._shown.card_offers, self._shown.cart.currency, self._shown.language)

    @Property(bool, notify=changed)
    def cardChosen(self) -> bool:
        return any(offer.chosen for offer in self._shown.card_offers)

    @Property(bool, notify=changed)
    def voucherOffered(self) -> bool:
        return "voucher" in self._shown.tenders

    @Property(bool, notify=changed)
    def givingBack(self) -> bool:
        return self._view().step == "giving_back"

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        return self._view().step in REFUSED

    # the terminal

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._view().step

    @Property(int, notify=changed)
    def stepPlace(self) -> int:
        return PLACES.get(self._view().step, 0)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words()[0]

    @Property(str, notify=changed)
    def detail(self) -> str:
        return self._words()[1]

    @Property(str, notify=changed)
    def reference(self) -> str:
        return self._view().reference

    @Property(str, notify=changed)
    def paying(self) -> str:
        return self._number(self._view().amount)

    @Property(str, notify=changed)
    def payingMonths(self) -> str:
        """The instalments of the payment that runs; empty when it is paid at once."""
        return months_words(self._view().months) if self._view().months else ""

    @Property(str, notify=changed)
    def terminalSays(self) -> str:
        """The terminal's own words, plain and bounded."""
        return said_by_terminal(self._view().words)

    @Property(str, notify=changed)
    def codeWords(self) -> str:
        return self._code_words()

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        return self._seconds()

    @Property(int, notify=changed)
    def secondsTotal(self) -> int:
        return self._view().seconds_total

    @Property(bool, notify=changed)
    def counting(self) -> bool:
        return self._view().seconds_left is not None and self._cancellable()

    @Property(bool, notify=changed)
    def cancellable(self) -> bool:
        return self._cancellable()

    @Property(bool, notify=changed)
    def completing(self) -> bool:
        return self._shown.stage.value == "completing"

    # not paid

    @Property(str, notify=changed)
    def sign(self) -> str:
        return sign_of(self._view())

    @Property(bool, notify=changed)
    def checking(self) -> bool:
        return self._shown.stage.value == "checking_payment"

    @Property(bool, notify=changed)
    def mayRetry(self) -> bool:
        return self._shown.stage.value == "not_paid"

    @Slot(str)
    def choose(self, tender: str) -> None:
        """Pay with this tender."""
        self._till.choose_tender(tender)

    @Slot(str)
    def chooseCard(self, tender: str) -> None:
        """Pay with this named card for its discount; once more, with any card."""
        self._till.choose_card(tender)

    @Slot(int)
    def chooseMonths(self, months: int) -> None:
        """Pay the next card payment in so many months; 0 pays at once."""
        self._till.choose_months(months)

    @Slot(int)
    def chooseShare(self, ways: int) -> None:
        """Pay one of so many equal parts with a card; the last one pays what is left over."""
        if ways > 1:
            self._till.choose_tender("card", self._shown.to_pay // ways)

    @Slot()
    def chooseSame(self) -> None:
        """Pay as much again as the last card did."""
        if self._same_again():
            self._till.choose_tender("card", self._shown.taken[-1].amount)

    @Slot()
    def giveBack(self) -> None:
        """Do not pay the rest: what was paid comes back."""
        self._till.give_back()

    @Slot()
    def retry(self) -> None:
        """Choose a tender again."""
        self._till.pay()

    @Slot()
    def back(self) -> None:
        """To the cart."""
        self._till.back()

    @Slot()
    def cancel(self) -> None:
        """Stop the terminal."""
        self._till.cancel_payment()

    @Slot()
    def otherWay(self) -> None:
        """Stop the terminal, and go to the tenders once it has said that nothing was charged."""
        self._other_way = True
        self._till.cancel_payment()

    @Slot()
    def _choose_again(self) -> None:
        if self._shown.stage is Stage.NOT_PAID and self._view().step == "aborted":
            self._till.pay()

    @Slot()
    def moreTime(self) -> None:
        """One more minute."""
        self._till.more_time()

    @Slot()
    def callStaff(self) -> None:
        """Something is wrong with the payment."""
        self._till.call_staff("payment")

    def _view(self) -> PaymentView:
        return self._shown.payment or _NOTHING

    def _number(self, minor: int) -> str:
        return money_text(minor, self._shown.cart.currency, self._shown.language).number

    def _spoken(self, minor: int) -> str:
        return spoken_money(minor, self._shown.cart.currency, self._shown.language)

    def _fee(self) -> str:
        shown = self._shown
        return included_words(shown.fees, shown.tax_added, shown.cart.currency, shown.language)

    def _same_again(self) -> str:
        taken = self._shown.taken
        if not taken or not 0 < taken[-1].amount < self._shown.to_pay or taken[-1].tender != "card":
            return ""
        return money_words(taken[-1].amount, self._shown.cart.currency, self._shown.language)

    def _cash_words(self) -> str:
        """Where cash is taken; and how much, where coins do not pay the very amount."""
        shown = self._shown
        if shown.cash_to_pay in (0, shown.to_pay):
            return tr("Payment", "현금은 직원 계산대에서 결제할 수 있어요")
        amount = money_words(shown.cash_to_pay, shown.cart.currency, shown.language)
        return tr("Payment", "현금은 %1, 직원 계산대에서 결제할 수 있어요").replace("%1", amount)

    def _code_words(self) -> str:
        view = self._view()
        told = "" if view.reason in TOLD_IN_WORDS else view.reason
        codes = " · ".join(part for part in (view.reference, told) if part)
        return tr("Payment", "직원에게 보여 줄 번호 %1").replace("%1", codes) if codes else ""

    def _seconds(self) -> int:
        left = self._view().seconds_left
        return 0 if left is None else left

    def _cancellable(self) -> bool:
        return self._shown.stage.value == "paying" and self._view().step in CANCELLABLE

    def _card_reason(self) -> str:
        if self._shown.health.terminal == "ready":
            return ""
        if self._shown.health.terminal == "settling":
            return tr("Payment", "앞 결제를 확인하고 있어요")
        return away_words(self._shown.health.terminal_reason)

    def _words(self) -> tuple[str, str]:
        if self._shown.stage.value == "completing":
            return tr("Payment", "결제했어요"), tr("Payment", "영수증을 준비하고 있어요")
        taken = bool(self._shown.taken)
        view = self._view()
        return host_words(view) or ended_words(view, part_taken=taken) or running_words(view.step)
