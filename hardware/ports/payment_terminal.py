"""What a driver of a payment terminal offers: the capability interface of a card terminal.

A request has four ends: approved, not approved, partly approved, not known. A driver may never
turn "not known" into "not approved".
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """How a money request ended, as far as an authentic answer to this very request says."""

    APPROVED = "approved"
    PARTIAL = "partial"
    DECLINED = "declined"  # issuer or terminal said no; nothing was charged
    ABORTED = "aborted"  # stopped by the shopper or by us; nothing was charged
    NOT_SENT = "not_sent"  # the request never left; safe to try elsewhere
    BUSY = "busy"  # another dialogue runs; this one was not started
    UNAVAILABLE = "unavailable"  # the terminal says it cannot start; nothing was charged
    UNKNOWN = "unknown"  # must be queried, never guessed
    MISMATCH = "mismatch"  # authentic answer with a wrong amount or currency: staff decide


class StatusOutcome(StrEnum):
    """What a status query found out about an earlier request."""

    FINAL = "final"  # `TerminalStatus.result` holds the end of the original request
    IN_PROGRESS = "in_progress"
    NOT_FOUND = "not_found"
    UNREACHABLE = "unreachable"


class TerminalEvent(StrEnum):
    """What a terminal shows or does while a payment runs; hints, never proof."""

    WAITING_FOR_CARD = "waiting_for_card"
    CARD_INSERTED = "card_inserted"
    PIN_ENTRY = "pin_entry"
    AUTHORISING = "authorising"
    REMOVE_CARD = "remove_card"
    CARD_REMOVED = "card_removed"
    FINAL = "final"


class TerminalHealth(StrEnum):
    """Whether the terminal could start a payment now."""

    READY = "ready"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    WRONG_CERTIFICATE = "wrong_certificate"
    NEEDS_ATTENTION = "needs_attention"


@dataclass(frozen=True, slots=True)
class MoneyRequest:
    """One payment as the register asks for it.

    `service_id` (1 to 10 letters or digits, from a persistent counter) names this request at the
    terminal; `amount` is in minor units of `currency` (ISO 4217); `sale_reference` is the
    register's reference of the sale and `requested_at` its ISO 8601 time with offset.
    """

    service_id: str
    amount: int
    currency: str
    sale_reference: str
    requested_at: str
    language: str = "ko"
    allow_partial: bool = False


@dataclass(frozen=True, slots=True)
class TerminalResult:
    """The end of a money request with all that a later reversal, receipt or dispute needs.

    `charged` is what was really taken, in minor units, and 0 unless approved, partly approved or
    mismatched; in the answer to a reversal it is 0.
    `handle` and `handle_time` name the payment at the terminal for a reversal. Card numbers are masked.
    """

    outcome: Outcome
    charged: int = 0
    currency: str = ""
    reason: str = ""  # class of refusal (the protocol's own word, e.g. Refusal, Cancel)
    message: str = ""  # text for people
    handle: str = ""
    handle_time: str = ""
    brand: str = ""
    masked_card: str = ""
    entry_mode: str = ""
    approval_code: str = ""
    merchant_id: str = ""
    customer_receipt: tuple[str, ...] = ()
    merchant_receipt: tuple[str, ...] = ()
    signature_required: bool = False
    raw: str = ""  # the authentic answer as text, free of card numbers, kept with the attempt
    card_number_seen: bool = False  # the terminal sent a full card number; it was masked, tell a technician


@dataclass(frozen=True, slots=True)
class TerminalStatus:
    """What the terminal says of an earlier request."""

    outcome: StatusOutcome
    result: TerminalResult | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class TerminalCapabilities:
    """What this driver can be asked for."""

    partial_approval: bool
    reversal_by_reference: bool
    status_by_reference: bool
    refund_without_card: bool


@dataclass(frozen=True, slots=True)
class HealthReport:
    """How the terminal answered a health check; `round_trip_ms` is None when it did not."""

    health: TerminalHealth
    message: str = ""
    round_trip_ms: float | None = None
    versions: dict[str, str] = field(default_factory=dict)


class PaymentTerminal(Protocol):
    """A card terminal. Calls block; each is made on the terminal's own thread, one dialogue at a time.

    `abort` and `close` may be called from another thread while `authorise` waits.
    """

    def capabilities(self) -> TerminalCapabilities: ...

    def health(self) -> HealthReport: ...

    def authorise(self, request: MoneyRequest, on_event: Callable[[TerminalEvent], None]) -> TerminalResult:
        """Ask for a payment and wait for its end; never raises for what the line or terminal does."""
        ...

    def abort(self, running_service_id: str, service_id: str) -> bool:
        """Ask to stop a running request; True when the terminal took note. The end comes from `authorise`."""
        ...

    def status(self, original_service_id: str, service_id: str) -> TerminalStatus:
        """Ask what became of an earlier request; may be repeated freely."""
        ...

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:
        """Give back a payment (wholly when `amount` is None); APPROVED here means accepted."""
        ...

    def close(self) -> None: ...
