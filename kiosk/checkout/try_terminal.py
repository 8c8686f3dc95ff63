"""A technician tries the payment terminal: the smallest round amount is charged to a real card and given back at once.

It is an attempt like every other, written down before its first byte leaves, settled and asked after by the same
machine, also after a restart. What makes it a trial is that no sale owns it: its cart is empty from the start, and
money that no sale owns is given back, whatever is known of it and whenever that becomes known.
"""

import logging
from dataclasses import replace

from hardware.ports.payment_terminal import TerminalHealth, TerminalNews, TerminalResult
from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.floor import Floor
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.staff_mode import StaffMode
from kiosk.checkout.terminal_request import mark_of, money_request
from kiosk.domain.checkout_state import ImpossibleStep, Stage
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from kiosk.domain.tender import TenderKind
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
AMOUNT = 100  # minor units: 100 won, one euro
CARD = TenderKind.CARD.value
USABLE = frozenset({TerminalHealth.READY, TerminalHealth.BUSY})


class TryTerminal:
    """Only while a technician has suspended shopping, and never beside another attempt of the terminal."""

    def __init__(self, floor: Floor, settle: SettleAttempts, staff: StaffMode) -> None:
        self._floor, self._settle, self._staff = floor, settle, staff
        self._begun = False

    def start(self) -> None:
        """Ask for a card now; how it ends is told by the attempt itself."""
        floor, person = self._floor, self._staff.require("maintain")
        state = floor.state
        if not floor.at(Stage.CLOSED) or state.close_reason != "technician":
            raise ImpossibleStep("the terminal is tried while a technician has suspended shopping")
        if state.terminal_health not in USABLE or state.closing_day:
            raise ImpossibleStep("the terminal takes no payment now")
        sale_id = floor.till.identifiers.new_id()
        if self._begun or not self._settle.book.takes(CARD, sale_id):
            raise ImpossibleStep("another attempt of the terminal is settled first")
        self._begun = True
        attempt = PaymentAttempt(
            attempt_id=floor.till.identifiers.new_id(),
            sale_id=sale_id,
            service_id="",
            amount=AMOUNT,
            currency=floor.till.catalogue.head().currency,
            state=AttemptState.SENT,
            started_at=floor.now(),
            cart="",
            tender=CARD,
            reason=f"technician test by {person.person_id}",
            record=TerminalRecord(supply=AMOUNT),
        )

        def work(unit: UnitOfWork) -> PaymentAttempt:
            named = replace(attempt, service_id=unit.next_service_id(), mark=mark_of(unit))
            unit.put_attempt(named)
            unit.append(EntryKind.ATTEMPT_SENT.value, attempt_document(named, attempt.started_at))
            return named

        floor.commit(work, self._send, self._not_kept)

    def _send(self, attempt: PaymentAttempt) -> None:
        floor, self._begun = self._floor, False
        self._settle.sent(attempt)

        def done(result: TerminalResult) -> None:
            self._settle.answer(attempt.attempt_id, result)

        def news(_: TerminalNews) -> None:
            """The terminal's own screen leads whoever holds the card."""

        request = money_request(attempt, language=floor.visit.language)
        floor.till.payer(attempt.tender).authorise(request, floor.guarded1(news), floor.guarded1(done))

    def _not_kept(self, fault: Exception) -> None:
        self._begun = False
        log.error("a trial of the terminal was not kept, so nothing was sent: %s", fault)
        self._floor.state.staff.problem = "not_saved"
