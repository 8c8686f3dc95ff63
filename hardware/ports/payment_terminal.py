"""What a driver of a payment terminal offers: the capability interface of a card terminal.

A request has four ends: approved, not approved, partly approved, not known. A driver may never
turn "not known" into "not approved". What only some terminals can do is in `terminal_extras`.
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
    NOT_FOUND = "not_found"  # never taken up; believed when a second query says the same
    UNPROVEN = "unproven"  # the terminal answers, but cannot say; after some queries staff decide
    UNREACHABLE = "unreachable"


class TerminalEvent(StrEnum):
    """What a terminal shows or does while a payment runs; hints, never proof."""

    WAITING_FOR_CARD = "waiting_for_card"
    CARD_INSERTED = "card_inserted"
    CARD_UNREADABLE = "card_unreadable"
    PIN_ENTRY = "pin_entry"
    CODE_SHOWN = "code_shown"  # the terminal shows a QR code, or scans one
    AUTHORISING = "authorising"
    PLEASE_WAIT = "please_wait"
    REMOVE_CARD = "remove_card"
    CARD_REMOVED = "card_removed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class TerminalNews:
    """One event, with the terminal's own words for the shopper, "" when it gave none (free of card numbers)."""

    event: TerminalEvent
    text: str = ""


class TerminalHealth(StrEnum):
    """Whether the terminal could start a payment now."""

    READY = "ready"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    WRONG_CERTIFICATE = "wrong_certificate"
    PAPER_OUT = "paper_out"  # its own printer, where it prints the receipts that must be printed
    END_OF_DAY_DUE = "end_of_day_due"
    NEEDS_ATTENTION = "needs_attention"


class Operation(StrEnum):
    """What a money request was for."""

    PAYMENT = "payment"
    REVERSAL = "reversal"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class AmountSplit:
    """What an amount is made of, in minor units; the four make the amount (payment-korea.md 3).

    `supply` is the taxable part without its tax, `vat` that tax, `tax_free` exempt goods, `service` a service charge.
    """

    supply: int
    vat: int
    tax_free: int = 0
    service: int = 0

    @property
    def total(self) -> int:
        """What is charged."""
        return self.supply + self.vat + self.tax_free + self.service


@dataclass(frozen=True, slots=True)
class MoneyRequest:
    """One payment, refund or reversal as the register asks for it.

    `service_id` (1 to 10 letters or digits, from a persistent counter) names this request at the
    terminal; `amount` is in minor units of `currency` (ISO 4217); `sale_reference` is the
    register's reference of the sale and `requested_at` its ISO 8601 time with offset.
    `months` is 0 to pay at once. `wallet_code` was read by our own scanner: it pays, so it is never
    logged or kept. `mark` is what the terminal last said of itself (`TerminalResult.mark`).
    """

    service_id: str
    amount: int
    currency: str
    sale_reference: str
    requested_at: str
    language: str = "ko"
    allow_partial: bool = False
    months: int = 0
    split: AmountSplit | None = None
    wallet_code: str = field(default="", repr=False)
    mark: str = ""


@dataclass(frozen=True, slots=True)
class OriginalRequest:
    """An earlier request as the register wrote it down before it was sent: a found answer is compared with it.

    `amount` is what was asked for (of a reversal: what is given back), `handle` the payment that a reversal was for.
    `months` and `allow_partial` are those of the request.
    """

    service_id: str
    operation: Operation
    amount: int
    currency: str
    sale_reference: str
    requested_at: str
    mark: str = ""
    handle: str = ""
    allow_partial: bool = False
    months: int = 0


@dataclass(frozen=True, slots=True)
class TerminalResult:
    """The end of a money request with all that a later reversal, receipt or dispute needs.

    `charged` is what was really taken, in minor units, and 0 unless approved, partly approved or
    mismatched; in the answer to a reversal it is 0.
    `handle` and `handle_time` name the payment at the terminal for a reversal: whatever the driver needs for it.
    `mark` is what the register must keep and give with the next request: where the terminal's own counting stands.
    Card numbers are masked.
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
    approval_code: str = ""  # text: leading zeros count
    merchant_id: str = ""
    customer_receipt: tuple[str, ...] = ()
    merchant_receipt: tuple[str, ...] = ()
    signature_required: bool = False
    raw: str = ""  # the authentic answer as text, free of card numbers, kept with the attempt
    card_number_seen: bool = False  # the terminal sent a full card number; it was masked, tell a technician
    approved_at: str = ""  # ISO 8601, as the card company or terminal says
    approved_months: int = 0  # may differ from what was asked
    issuer: str = ""
    acquirer: str = ""
    card_type: str = ""
    wallet: str = ""  # kind of wallet when a phone paid
    terminal_id: str = ""
    trace: str = ""
    receipt_number: str = ""
    amount_confirmed: bool = True  # False: the protocol does not say it; `charged` is what was asked for
    mark: str = ""


@dataclass(frozen=True, slots=True)
class TerminalStatus:
    """What the terminal says of an earlier request.

    `ask_after` is the least seconds until the next query may tell more; `evidence` pairs of name and value for staff.
    """

    outcome: StatusOutcome
    result: TerminalResult | None = None
    message: str = ""
    ask_after: float = 0.0
    evidence: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TerminalCapabilities:
    """What this driver can be asked for; what is not said here is not to be assumed (payment.md 6).

    `months` are the instalments it takes besides paying at once. `tried` is False for a driver that no real
    device has been tried with. `extras` names the protocols of `terminal_extras` that it has.
    """

    partial_approval: bool
    reversal_by_reference: bool
    status_by_reference: bool  # False: only the last transaction can be asked for
    refund_without_card: bool
    partial_reversal: bool = False
    reversal_needs_card: bool = False
    abort_after_start: bool = True  # False: a request that reached the payment application cannot be stopped
    months: tuple[int, ...] = ()
    amount_split: bool = False
    wallet_code: bool = False
    amount_confirmed: bool = True
    receipts: bool = True  # it gives receipt lines for the register to print
    tried: bool = True
    extras: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class HealthReport:
    """How the terminal answered a health check; `round_trip_ms` is None when it did not.

    `mark` is where its own counting stands, "" when that was not asked or there is none. `outdated` says that its
    software is too old for what the driver needs of it.
    """

    health: TerminalHealth
    message: str = ""
    round_trip_ms: float | None = None
    versions: dict[str, str] = field(default_factory=dict)
    mark: str = ""
    outdated: bool = False


class PaymentTerminal(Protocol):
    """A card terminal. Calls block; each is made on the terminal's own thread, one dialogue at a time.

    `abort` and `close` may be called from another thread while `authorise` waits; `capabilities` from any.
    """

    def capabilities(self) -> TerminalCapabilities: ...

    def health(self) -> HealthReport: ...

    def authorise(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        """Ask for a payment and wait for its end; never raises for what the line or terminal does."""
        ...

    def abort(self, running_service_id: str, service_id: str) -> bool:
        """Ask to stop a running request; True when the terminal took note. The end comes from `authorise`."""
        ...

    def status(self, original: OriginalRequest, service_id: str) -> TerminalStatus:
        """Ask what became of an earlier request; may be repeated freely, also by a driver that was built since."""
        ...

    def reverse(self, handle: str, handle_time: str, amount: int | None, request: MoneyRequest) -> TerminalResult:
        """Give back a payment (wholly when `amount` is None); APPROVED here means accepted."""
        ...

    def close(self) -> None: ...
