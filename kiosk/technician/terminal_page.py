"""The payment terminal as the technician looks at it: whether it could take a payment, and how the last ones ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from hardware.ports.payment_terminal import HealthReport, TerminalCapabilities, TerminalHealth
from kiosk.domain.sale import PaymentAttempt

SLOW_MS = 1000.0  # a round trip that a shopper would feel
SHOWN_RESULTS = 5
T = TypeVar("T")


class Condition(StrEnum):
    """What the page says first."""

    NONE = "none"  # the settings name no terminal
    ASKING = "asking"
    OK = "ok"
    SLOW = "slow"
    NO_ANSWER = "no_answer"
    KEY_EXPIRED = "key_expired"  # it answered, but is not proven to be the terminal that was set up
    VERSION_OLD = "version_old"
    BUSY = "busy"
    PAPER_OUT = "paper_out"
    END_OF_DAY = "end_of_day"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class LastResult:
    """How an attempt at the terminal ended or stands; `state` is that of the attempt, `amount` in minor units."""

    at: datetime
    service_id: str
    state: str
    amount: int
    charged: int
    currency: str
    reason: str
    approval: str
    tender: str = "card"


@dataclass(frozen=True, slots=True)
class TerminalFacts:
    """All that the page shows; `versions` are as the terminal calls them, `abilities` names of what it can do."""

    condition: Condition
    message: str = ""
    round_trip_ms: float | None = None
    asked_at: datetime | None = None
    versions: tuple[tuple[str, str], ...] = ()
    abilities: tuple[tuple[str, bool], ...] = ()
    months: tuple[int, ...] = ()
    extras: tuple[str, ...] = ()
    tried: bool = True
    results: tuple[LastResult, ...] = ()


class Background(Protocol):
    """Work off the screen's thread; `done` comes back onto it."""

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None: ...


class AskedTerminal(Protocol):
    """What the page needs of the terminal; `done` is called on the screen's thread."""

    def capabilities(self) -> TerminalCapabilities: ...

    def health(self, done: Callable[[HealthReport], None]) -> None: ...


class TerminalPage:
    """Asks the terminal while the page is open; lives on the screen's thread.

    Asking connects anew where the link is gone. No money moves by anything that is done here.
    """

    def __init__(
        self,
        terminal: AskedTerminal | None,
        last_attempts: Callable[[int], Sequence[PaymentAttempt]],
        background: Background,
        now: Callable[[], datetime],
    ) -> None:
        self._terminal, self._last_attempts = terminal, last_attempts
        self._background, self.now = background, now
        self._report: HealthReport | None = None
        self._asked_at: datetime | None = None
        self._turn = 0
        self._asking = self._reading = False
        self._results: tuple[LastResult, ...] = ()
        self.changed: Callable[[], None] = lambda: None

    def ask(self) -> None:
        """Ask the terminal how it is, and read the last results anew; one question at a time."""
        self.read()
        if self._terminal is None or self._asking:
            return
        self._asking = True
        self._turn += 1
        turn = self._turn
        self._terminal.health(lambda report: self._answered(turn, report))
        self.changed()

    def read(self) -> None:
        """Read the last results anew; one reading at a time."""
        if self._reading:
            return
        self._reading = True

        def done(attempts: Sequence[PaymentAttempt]) -> None:
            self._reading = False
            results = tuple(result_of(attempt) for attempt in attempts)
            if results != self._results:
                self._results = results
                self.changed()

        def failed(_fault: Exception) -> None:
            # What cannot be read now is not shown as if there were nothing: the results before stay.
            self._reading = False

        self._background.submit(lambda: self._last_attempts(SHOWN_RESULTS), done, failed)

    def leave(self) -> None:
        """The page is closed: an answer that still comes belongs to nobody."""
        self._turn += 1
        self._asking, self._report, self._asked_at = False, None, None

    def facts(self) -> TerminalFacts:
        """What is known now."""
        if self._terminal is None:
            return TerminalFacts(Condition.NONE, results=self._results)
        can, report = self._terminal.capabilities(), self._report
        return TerminalFacts(
            condition=Condition.ASKING if self._asking or report is None else condition_of(report),
            message=report.message if report is not None and not self._asking else "",
            round_trip_ms=report.round_trip_ms if report else None,
            asked_at=self._asked_at,
            versions=tuple((name, text) for name, text in sorted(report.versions.items()) if text) if report else (),
            abilities=abilities_of(can),
            months=can.months,
            extras=tuple(sorted(can.extras)),
            tried=can.tried,
            results=self._results,
        )

    def _answered(self, turn: int, report: HealthReport) -> None:
        if turn != self._turn:
            return
        self._asking, self._report, self._asked_at = False, report, self.now()
        self.changed()


def condition_of(report: HealthReport) -> Condition:
    """The one word for how the terminal answered; slow is said only of one that could take a payment."""
    if report.outdated:
        return Condition.VERSION_OLD
    known = {
        TerminalHealth.BUSY: Condition.BUSY,
        TerminalHealth.UNREACHABLE: Condition.NO_ANSWER,
        TerminalHealth.WRONG_CERTIFICATE: Condition.KEY_EXPIRED,
        TerminalHealth.PAPER_OUT: Condition.PAPER_OUT,
        TerminalHealth.END_OF_DAY_DUE: Condition.END_OF_DAY,
        TerminalHealth.NEEDS_ATTENTION: Condition.ATTENTION,
    }
    if report.health in known:
        return known[report.health]
    slow = report.round_trip_ms is not None and report.round_trip_ms > SLOW_MS
    return Condition.SLOW if slow else Condition.OK


def abilities_of(can: TerminalCapabilities) -> tuple[tuple[str, bool], ...]:
    """What decides how a payment at this terminal is settled and given back, by name."""
    return (
        ("status_by_reference", can.status_by_reference),
        ("reversal_by_reference", can.reversal_by_reference),
        ("reversal_without_card", not can.reversal_needs_card),
        ("partial_reversal", can.partial_reversal),
        ("partial_approval", can.partial_approval),
        ("abort_after_start", can.abort_after_start),
        ("amount_confirmed", can.amount_confirmed),
        ("wallet_code", can.wallet_code),
        ("receipts", can.receipts),
    )


def result_of(attempt: PaymentAttempt) -> LastResult:
    """An attempt as the page shows it: no card number, not even a masked one."""
    return LastResult(
        at=attempt.started_at,
        service_id=attempt.service_id,
        state=attempt.state.value,
        amount=attempt.amount,
        charged=attempt.charged,
        currency=attempt.currency,
        reason=attempt.reason,
        approval=attempt.approval_code,
        tender=attempt.tender,
    )
