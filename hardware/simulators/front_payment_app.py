"""The payment application of a simulated Toss Front terminal: reader, network and what it remembers of a payment."""

import itertools
import re
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from hardware.simulators.front_script import BEFORE_CARD, FrontOutcome
from hardware.simulators.terminal_ledger import LedgerEntry, TerminalLedger
from hardware.simulators.terminal_script import Step, Usual

Json = dict[str, Any]
NOT_FOUND = "PAYMENT_NOT_FOUND"
_SERVICE_ID = re.compile(r"baro-([0-9A-Za-z]+)-")


class FrontState(StrEnum):
    """What the terminal is doing."""

    OFF = "off"
    IDLE = "idle"
    WAITING_FOR_CARD = "waiting_for_card"
    AUTHORISING = "authorising"


class Thrown(Exception):
    """A call of the vendor's script throws this code."""


class Gone(Exception):
    """The power went; nobody gets an answer."""


@dataclass
class _Turn:
    tapped: bool = False
    cancelled: bool = False
    state: FrontState = FrontState.WAITING_FOR_CARD


class PaymentApp:
    """Takes cards one at a time; what it charged is in `ledger` before anybody is told.

    `serial` is the terminal's: another terminal knows nothing of its payments. `on_approved(step)` is called between
    the charge and its answer. `card_for_cancel` is after how many seconds the card is held for a cancel by itself.
    `card_number` stands in the answer in place of a masked one where a step says so.
    """

    def __init__(self, ledger: TerminalLedger, serial: str, on_approved: Callable[[Step], None]) -> None:
        self.serial = serial
        self.auto: float | None = None
        self.clock_off_by = 0.0
        self.card_for_cancel: float | None = 0.0
        self.payments: deque[Step] = deque()
        self.reversals: deque[Step] = deque()
        self.card_number = "4111111111111111"
        self.names: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._ledger = ledger
        self._on_approved = on_approved
        self._numbers = itertools.count(time.time_ns() // 1_000_000 % 9_000_000)
        self._changed = threading.Condition()
        self._turn: _Turn | None = None
        self._on = False

    def power(self, on: bool) -> None:
        """Switch it; a running dialogue ends without a charge."""
        with self._changed:
            self._on = on
            self._changed.notify_all()
            if not on:
                self._changed.wait_for(lambda: self._turn is None, 3.0)

    def state(self) -> FrontState:
        """What it is doing."""
        with self._changed:
            return self._state()

    def wait_for(self, state: FrontState, timeout: float) -> bool:
        """Wait until it is in a state."""
        with self._changed:
            return self._changed.wait_for(lambda: self._state() is state, timeout)

    def press(self, wait: float, cancel: bool) -> bool:
        """Hold a card to it, or press its red button; False when no card was asked for in time."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._state() is FrontState.WAITING_FOR_CARD, wait):
                return False
            assert self._turn is not None  # noqa: S101 - what the state says
            self._turn.cancelled, self._turn.tapped = cancel, not cancel
            self._changed.notify_all()
            return True

    def request_payment(self, given: Json) -> Json:
        """`requestPayment`: its result; raises `Thrown` or `Gone`."""
        with self._changed:
            turn = self._taken()
            try:
                step = self._next(self.payments, BEFORE_CARD)
                if step is None:
                    self._wait_card(turn, self.auto, given["timeoutMs"] / 1000)
                    if not turn.tapped:
                        return {"type": "CANCELED" if turn.cancelled else "TIMEOUT"}
                    step = self.payments.popleft() if self.payments else Step()
                return self._authorised(turn, step, given)
            finally:
                self._turn = None
                self._changed.notify_all()

    def request_cancel(self, given: Json) -> Json:
        """`requestPaymentCancel`: its result; raises `Thrown` or `Gone`."""
        with self._changed:
            turn = self._taken()
            try:
                step = self.reversals.popleft() if self.reversals else Step()
                original = self._original(given)
                if step.outcome == Usual.DECLINE or original is None:
                    raise Thrown(NOT_FOUND)
                if step.outcome in (Usual.CANCEL, FrontOutcome.TIMEOUT):
                    return {"type": "CANCELED" if step.outcome == Usual.CANCEL else "TIMEOUT"}
                self._wait_card(turn, self.card_for_cancel, given["timeoutMs"] / 1000)
                if not turn.tapped:
                    return {"type": "CANCELED" if turn.cancelled else "TIMEOUT"}
                response = self._response(Step(), given, str(original["response"]["paymentMethod"]))
                entry = self._entry("reversal", given["paymentKey"], _total(given))
                self._ledger.note(entry, {"cancelled": given["paymentKey"], "response": response})
                self._on_approved(step)
                if step.outcome == FrontOutcome.TIMEOUT_HIT:
                    return {"type": "TIMEOUT"}
                return {"type": "SUCCESS", "response": response}
            finally:
                self._turn = None
                self._changed.notify_all()

    def look_up(self, payment_key: str) -> Json:
        """`getPayment`; raises `Thrown` when this terminal does not find it."""
        for memory in self._ledger.memories():
            if memory.get("approved") == payment_key and memory["serial"] == self.serial and not memory["hidden"]:
                return {"type": "SUCCESS", "response": memory["response"]}
        raise Thrown(NOT_FOUND)

    def look_up_by_key(self, payment_key: str) -> Json | None:
        """`getPaymentByKey`, the older name: the response alone, None when this terminal does not find it."""
        try:
            return dict(self.look_up(payment_key)["response"])
        except Thrown:
            return None

    def look_up_cancel(self, payment_key: str) -> Json:
        """`getPaymentCancel`; raises `Thrown` when this terminal does not find it."""
        for memory in self._ledger.memories():
            if memory.get("cancelled") == payment_key:
                return {"type": "SUCCESS", "response": memory["response"]}
        raise Thrown(NOT_FOUND)

    def _taken(self) -> _Turn:
        if self._turn is not None:
            raise Thrown("PAYMENT_IN_PROGRESS")
        self._turn = _Turn()
        self._changed.notify_all()
        return self._turn

    def _wait_card(self, turn: _Turn, auto: float | None, timeout: float) -> None:
        limit = timeout if auto is None else min(auto, timeout)
        self._changed.wait_for(lambda: turn.tapped or turn.cancelled or not self._on, limit)
        if not self._on:
            raise Gone
        if auto is not None and auto <= timeout and not turn.cancelled:
            turn.tapped = True

    def _authorised(self, turn: _Turn, step: Step, given: Json) -> Json:
        turn.state = FrontState.AUTHORISING
        self._changed.notify_all()
        if step.outcome == FrontOutcome.TIMEOUT_LATER:
            threading.Timer(step.after, self._charge, (step, given)).start()
            return {"type": "TIMEOUT"}
        if self._changed.wait_for(lambda: not self._on, step.after):
            raise Gone
        if step.outcome in {Usual.CANCEL, Usual.DECLINE}:
            # A refused card is shown to the shopper on the terminal, who gives up there.
            return {"type": "CANCELED"}
        if step.outcome == FrontOutcome.TIMEOUT:
            return {"type": "TIMEOUT"}
        if step.outcome == FrontOutcome.THROWN:
            raise Thrown("READER_ERROR")
        response = self._charge(step, given)
        self._on_approved(step)
        if step.outcome == FrontOutcome.TIMEOUT_HIT:
            return {"type": "TIMEOUT"}
        if step.outcome == FrontOutcome.THROWN_HIT:
            raise Thrown("NETWORK_ERROR")
        return {"type": "SUCCESS", "response": response}

    def _charge(self, step: Step, given: Json) -> Json:
        response = self._response(step, given, _METHODS.get(step.outcome, "CARD"))
        memory = {
            "approved": given["paymentKey"],
            "given": given,
            "response": response,
            "hidden": step.outcome == FrontOutcome.MISS,
            "serial": self.serial,
        }
        self._ledger.note(self._entry("charge", given["paymentKey"], _total(given)), memory)
        return response

    def _original(self, given: Json) -> Json | None:
        """The payment that a cancel names in every field (1.4), None when the network would not find it."""
        cancelled = {memory.get("cancelled") for memory in self._ledger.memories()}
        for memory in self._ledger.memories():
            if memory.get("approved") == given["paymentKey"] and memory["approved"] not in cancelled:
                response = memory["response"]
                room = response.get("card") or response.get("barcode") or response["cash"].get("cashReceipt", {})
                same = all(given.get(name) == memory["given"].get(name) for name in _AMOUNTS)
                named = (given.get("approvalNumber"), given.get("timestamp"), given.get("tid"))
                right = (room.get("approvalNumber"), str(room.get("timestamp")), response.get("tid"))
                months = given.get("installment") == room.get("installment", 0)
                extra = given.get("extraData") == response.get("extraData")
                if same and named == right and months and extra and memory["serial"] == self.serial:
                    return memory
        return None

    def _response(self, step: Step, given: Json, method: str) -> Json:
        number, months = f"{next(self._numbers):08d}", int(given.get("installment") or 0)
        moment = time.time_ns() // 1_000_000 + round(self.clock_off_by * 1000)
        if step.outcome == FrontOutcome.OTHER_MONTHS:
            months = 3 if months != 3 else 6
        if method == "CASH":
            receipt = {
                "van": "SIM",
                "timestamp": moment,
                "issuerType": "CONSUMER",
                "issuanceType": "PHONE",
                "identityNumber": "01012345678",
                "maskedIdentityNumber": "010****5678",
                "approvalNumber": number,
                "isSelfIssuance": False,
            }
            with_receipt = step.outcome == FrontOutcome.CASH_RECEIPT
            cash = {"isCashReceipt": True, "cashReceipt": receipt} if with_receipt else {"isCashReceipt": False}
            return {"paymentMethod": "CASH", "cash": cash}
        card = {
            "van": "SIM",
            "timestamp": moment,
            "approvalNumber": number,
            "acquirerName": "신한카드",
            "acquirerCode": "029",
            "issuerName": "신한카드" if method == "CARD" else "카카오페이",
            "issuerCode": "029",
            "cardType": "CREDIT",
            "balance": 0,
            "installment": months,
            "maskedCardNumber": self.card_number if step.outcome == FrontOutcome.CARD_NUMBER else "510737******7890",
            "shopCode": "00951234567",
        }
        if method == "BARCODE":
            return {
                "paymentMethod": "BARCODE",
                "barcode": card,
                "extraData": {"vanTransactionManagementId": f"VTM{number}"},
            }
        return {"paymentMethod": "CARD", "tid": "T0012345", "vanTransactionKey": f"VTK{number}", "card": card}

    def _entry(self, kind: Any, payment_key: str, amount: int) -> LedgerEntry:
        own, sale = self.names()
        if kind == "reversal":
            # The sale is that of the payment, which may not be the last one.
            sale = next((one.sale_reference for one in self._ledger.entries() if one.handle == payment_key), "")
        match = _SERVICE_ID.match(own if kind == "reversal" else payment_key)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        return LedgerEntry(kind, payment_key, amount, "KRW", match.group(1) if match else payment_key, sale, at)

    def _next(self, steps: deque[Step], wanted: frozenset[str]) -> Step | None:
        return steps.popleft() if steps and steps[0].outcome in wanted else None

    def _state(self) -> FrontState:
        if not self._on:
            return FrontState.OFF
        if self._turn is None:
            return FrontState.IDLE
        done = self._turn.tapped or self._turn.cancelled
        return FrontState.AUTHORISING if done else self._turn.state


_METHODS: dict[str, str] = {
    FrontOutcome.WALLET: "BARCODE",
    FrontOutcome.CASH: "CASH",
    FrontOutcome.CASH_RECEIPT: "CASH",
}
_AMOUNTS = ("supplyValue", "tax", "taxExemptValue", "tip")


def _total(given: Json) -> int:
    """What is charged; that tax-exempt goods come on top is this simulator's choice, on a device it is not known."""
    return sum(int(given.get(name) or 0) for name in _AMOUNTS)
