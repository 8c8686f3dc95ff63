"""Points as a tender: the balance of a member whose code was read, and what may be spent of it."""

from collections.abc import Mapping
from dataclasses import replace

from hardware.ports.benefit_host import Balance, BenefitKind
from kiosk.checkout.floor import Floor
from kiosk.checkout.named_cards import NamedCards
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.pay_at_host import MAY_PAY, PayAtHost
from kiosk.checkout.points_view import PointsView
from kiosk.checkout.session_state import Visit
from kiosk.domain.checkout_state import ImpossibleStep
from kiosk.domain.tender import RULES, TenderError, TenderKind, TenderRule

POINTS = TenderKind.POINTS.value
UNKNOWN_MEMBER = "unknown_member"


class SpendPoints:
    """Points of the shopper who is here; a number that was typed earns, and never spends."""

    def __init__(self, floor: Floor, parts: PartPayments, cards: NamedCards, pay: PayAtHost) -> None:
        self._floor, self._parts, self._cards, self._pay = floor, parts, cards, pay
        self._visit: Visit | None = None
        self._code = ""  # in memory only, until the shopper is gone
        self._balance: Balance | None = None
        self._asked_at = 0  # how much had been spent when the balance was asked
        self._turn = 0

    def shown(self, code: str) -> None:
        """A member's barcode or app code was read."""
        till = self._floor.till
        if till.benefits is None or POINTS not in till.hosts or BenefitKind.POINTS not in till.benefits.kinds():
            return
        self._visit, self._code = self._floor.visit, code
        self._ask()

    def view(self) -> PointsView | None:
        """What screens show of it; None while no member's code was read, or nothing is to pay."""
        if not self._known() or self._floor.state.stage not in MAY_PAY:
            return None
        spent = self._spent()
        rule = self._rules()[TenderKind.POINTS]
        shown = PointsView("asking", 0, 0, max(rule.least, rule.step), rule.step, spent)
        told = self._balance
        if told is None:
            return shown
        if not told.known or told.currency != self._floor.visit.cart.currency:
            return replace(shown, state="unknown" if told.reason == UNKNOWN_MEMBER else "away")
        ready = self._pay.answers(POINTS)
        most = self._most(told.amount) if ready else 0
        return replace(shown, state="ready" if ready else "busy", balance=told.amount, most=most)

    def spend(self, amount: int) -> None:
        """Reserve points for a part of what is to pay, or all of it.

        Raises `ImpossibleStep` where that cannot be: no member's code, too much, or not in whole steps.
        """
        if not self._known() or self._floor.state.stage not in MAY_PAY:
            raise ImpossibleStep("points are spent by a member's code, where tenders are chosen")
        view = self.view()
        if view is None or view.state != "ready" or not 0 < amount <= view.most:
            raise ImpossibleStep(f"{amount} points cannot be spent now")
        self._cards.forget()
        try:
            part = self._parts.plan.part_for(POINTS, amount, rules=self._rules())
        except TenderError as fault:
            raise ImpossibleStep(str(fault)) from None
        if part.amount != amount:
            raise ImpossibleStep(f"points are spent in steps of {self._floor.settings.points_step}, not {amount}")
        self._floor.visit.cash_receipt.leave()
        self._pay.start(POINTS, amount, self._code, partial=False)

    def tick(self) -> None:
        """Ask for the balance anew once points were reserved or given back; forget who is gone."""
        if self._visit is not None and self._visit is not self._floor.visit:
            self._visit, self._code, self._balance = None, "", None
        stale = self._balance is not None and self._asked_at != self._spent()
        if self._known() and stale and self._floor.state.stage in MAY_PAY:
            self._ask()

    def _known(self) -> bool:
        visit = self._floor.visit
        return self._visit is visit and bool(self._code) and visit.cart.member == self._code

    def _ask(self) -> None:
        benefits, visit = self._floor.till.benefits, self._floor.visit
        self._turn += 1
        turn, self._balance, self._asked_at = self._turn, None, self._spent()
        if benefits is None:
            return

        def done(told: Balance) -> None:
            if turn == self._turn and visit is self._floor.visit:
                self._balance = told

        benefits.balance(self._code, visit.cart.currency, self._floor.guarded1(done))

    def _spent(self) -> int:
        return sum(part.charged for part in self._floor.visit.taken if part.tender == POINTS)

    def _most(self, balance: int) -> int:
        try:
            return self._parts.plan.part_for(POINTS, balance, rules=self._rules()).amount
        except TenderError:
            return 0

    def _rules(self) -> Mapping[TenderKind, TenderRule]:
        settings = self._floor.settings
        rule = replace(RULES[TenderKind.POINTS], least=settings.points_least, step=settings.points_step)
        return {**RULES, TenderKind.POINTS: rule}
