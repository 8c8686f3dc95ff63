"""The inside of the simulated ZVT terminal that all its conversations share: settings, state, scripts, memory."""

import threading
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from hardware.errors import DeviceMisused
from hardware.simulators.terminal_script import Step
from hardware.simulators.zvt_memory import Operation, Transaction, ZvtMemory
from hardware.simulators.zvt_script import BEFORE_CARD, Rule, ZvtOutcome
from hardware.simulators.zvt_voice import CARDS, Card

CURRENCY_NAMES: Final = {410: "KRW", 978: "EUR", 840: "USD", 392: "JPY", 826: "GBP", 756: "CHF"}


class TerminalState(StrEnum):
    """What the terminal's screen would show."""

    OFF = "off"
    IDLE = "idle"
    WAITING_FOR_CARD = "waiting_for_card"
    AUTHORISING = "authorising"
    BUSY = "busy"  # any other command runs


@dataclass(slots=True)
class Settings:
    """How the terminal is set up. Times are in seconds.

    `answer_time` is how long it waits for an acknowledgement (T3 of the terminal), `repeat_after` the pause before a
    result is told again after 84 9C. `currencies` are ISO 4217 numbers, the first counts when a register names none.
    `reversal_last_only` takes back only the last payment, `partial_reversal` also a part of one. With
    `remembers_declines` a declined payment is the last transaction that 06 20 tells. `texts` adds texts to `04 FF`.
    `first_receipt` and `first_trace` are what a new terminal counts from.
    """

    password: str = "123456"  # noqa: S105
    terminal_id: str = "29001234"
    currencies: tuple[int, ...] = (410, 978)
    rule: Rule = Rule.CLASSIC
    card_timeout: float = 60.0
    answer_time: float = 5.0
    repeat_after: float = 2.0
    reversal_last_only: bool = False
    partial_reversal: bool = False
    remembers_declines: bool = False
    texts: bool = False
    software: str = "PT-SIM 1.0"
    first_receipt: int = 1
    first_trace: int = 1


class Machine:
    """State of the terminal under one lock, `changed`; every change is told to whoever waits."""

    def __init__(self, settings: Settings, ledger_path: Path | None = None) -> None:
        self.settings = settings
        self.memory = ZvtMemory(ledger_path, settings.first_trace, settings.first_receipt)
        self.changed = threading.Condition()
        self.on = False
        self.registered = False
        self.config = 0x86
        self.as_blocks = False
        self.dialogue: object | None = None
        self.state = TerminalState.IDLE
        self.card: Card | None = None
        self.stopped = 0
        self.paper_out = False
        self.end_of_day_due = False
        self.auto_approve_after: float | None = None
        self.ahead = timedelta()
        self.payments: deque[Step] = deque()
        self.reversals: deque[Step] = deque()
        self.days: deque[Step] = deque()
        self.seen: Counter[str] = Counter()
        self.restart: Callable[[float], None] = lambda _seconds: None

    def now(self) -> str:
        """The time by the terminal's own clock, local with its offset, whole seconds."""
        return (datetime.now(UTC).astimezone() + self.ahead).isoformat(timespec="seconds")

    def early_step(self) -> Step | None:
        """The scripted step of the next payment when it happens before any card."""
        with self.changed:
            if self.payments and self.payments[0].outcome in BEFORE_CARD:
                return self.payments.popleft()
        return None

    def card_step(self) -> Step:
        """The scripted step for a card that is there now; asked for late, so that it may come with the card."""
        with self.changed:
            if self.payments and self.payments[0].outcome not in BEFORE_CARD - {ZvtOutcome.CANCEL}:
                return self.payments.popleft()
        return Step()

    def next_of(self, steps: deque[Step]) -> Step:
        """The next step of reversals or days, an approval when none is scripted."""
        with self.changed:
            return steps.popleft() if steps else Step()

    def forget_registration(self) -> None:
        """What a restart or a log-off does to the configuration."""
        with self.changed:
            self.registered, self.config, self.as_blocks = False, 0x86, False

    @property
    def register_prints(self) -> bool:
        """Whether payment receipts go to the register as print commands."""
        return bool(self.config & 0x80 and self.config & 0x02)

    def terminal_status(self) -> int:
        """The code of a status enquiry."""
        if self.paper_out and not self.register_prints:
            return 0xCC
        return 0xF0 if self.end_of_day_due else 0x00

    def new_transaction(
        self, operation: Operation, amount: int, currency: int, brand: str, original: int | None = None
    ) -> Transaction:
        """Number a transaction; it is stored by `memory.book`."""
        memory = self.memory
        return Transaction(
            operation,
            amount,
            currency,
            CURRENCY_NAMES.get(currency, f"{currency:03d}"),
            memory.next_trace(),
            memory.next_receipt(),
            memory.last_turnover % 999_999 + 1,
            memory.last_receipt,
            memory.day,
            self.now(),
            brand,
            original,
        )

    def settle_power_cut(self) -> None:
        """Reverse by its rule what was stored and never became final before the power went."""
        with self.changed:
            open_one = self.memory.unfinished()
            if open_one is not None and open_one.operation in ("payment", "refund") and not open_one.mirrored:
                self.memory.drop(open_one)

    def tap(self, brand: str, wait: float) -> bool:
        """Hold a card to the reader when it is asked for within `wait` seconds."""
        if brand not in CARDS:
            raise DeviceMisused(f"The simulated cards are {', '.join(CARDS)}.")
        with self.changed:
            if not self.changed.wait_for(self._is_waiting, wait):
                return False
            self.card = CARDS[brand]
            # From here on an abort comes too late.
            self.state = TerminalState.AUTHORISING
            self.changed.notify_all()
            return True

    def stop(self, code: int, wait: float = 0.0) -> bool:
        """Stop the waiting for a card, by key or by the register; False when nothing waits for one."""
        with self.changed:
            if not self.changed.wait_for(self._is_waiting, wait):
                return False
            self.stopped = code
            self.changed.notify_all()
            return True

    def _is_waiting(self) -> bool:
        return self.on and self.state is TerminalState.WAITING_FOR_CARD and not self.stopped
