"""A completed sale and what led to it: attempts, tenders, orders."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.cash_receipt import CashReceipt
from kiosk.domain.priced_cart import PricedCart


class AttemptState(StrEnum):
    """Where one try at the terminal stands (docs: payment, in-doubt state machine)."""

    CREATED = "created"
    SENT = "sent"
    UNKNOWN = "unknown"
    ANSWERED = "answered"  # the approval is committed, its sale not yet
    TAKEN = "taken"  # a part of its sale is paid, the rest not yet: it becomes approved with the sale, or is given back
    APPROVED = "approved"
    DECLINED = "declined"
    ABORTED = "aborted"
    NOT_CHARGED = "not_charged"
    REVERSING = "reversing"
    REVERSED = "reversed"
    REVIEW = "review"


OPEN_STATES = frozenset(
    {
        AttemptState.CREATED,
        AttemptState.SENT,
        AttemptState.UNKNOWN,
        AttemptState.ANSWERED,
        AttemptState.TAKEN,
        AttemptState.REVERSING,
    }
)


@dataclass(frozen=True, slots=True)
class TerminalRecord:
    """What a later cancel, receipt or dispute needs of an approval besides its number; all as the terminal told it.

    `months` are the approved instalments (0: paid at once). `amount_confirmed` False: the protocol does not repeat
    the amount. `merchant_receipt` is the shop's copy, line by line. Only `supply`, `vat`, `tax_free` and `service`
    are the register's own: what the amount it asked for is made of.
    """

    approved_at: str = ""
    months: int = 0
    issuer: str = ""
    acquirer: str = ""
    merchant_id: str = ""
    terminal_id: str = ""
    trace: str = ""
    receipt_number: str = ""
    card_type: str = ""
    entry_mode: str = ""
    wallet: str = ""
    amount_confirmed: bool = True
    merchant_receipt: tuple[str, ...] = ()
    supply: int = 0
    vat: int = 0
    tax_free: int = 0
    service: int = 0


@dataclass(frozen=True, slots=True)
class PaymentAttempt:
    """One try at a tender, committed before its first byte leaves.

    `tender` is its name ("card", "card:blue", "voucher"). A voucher asks no terminal: it has no `service_id`, and
    `handle` is its number. `months` are the instalments that were asked for. `mark` is where the terminal's own
    counting stood before the request left, `reversal_mark` before that of its reversal, which left at `reversed_at`.
    """

    attempt_id: str
    sale_id: str
    service_id: str
    amount: int
    currency: str
    state: AttemptState
    started_at: datetime
    cart: str = ""  # the sale it pays, as the stored document; "" when nobody owns it any more
    charged: int = 0
    handle: str = ""
    handle_time: str = ""
    brand: str = ""
    masked_card: str = ""
    approval_code: str = ""
    reason: str = ""
    raw: str = ""
    customer_receipt: tuple[str, ...] = ()
    reversal_service_id: str = ""
    tender: str = "card"
    months: int = 0
    allow_partial: bool = False
    mark: str = ""
    reversal_mark: str = ""
    reversed_at: str = ""  # ISO 8601; "" before a reversal was begun
    record: TerminalRecord = TerminalRecord()


@dataclass(frozen=True, slots=True)
class Tender:
    """A way the sale was paid, and how much of it: `attempt_id` names its attempt.

    `approval_code` is the number by which whoever holds the money knows it: the card company's approval, or the
    number of a voucher.
    """

    kind: str
    amount: int
    attempt_id: str = ""
    brand: str = ""
    masked_card: str = ""
    approval_code: str = ""


@dataclass(frozen=True, slots=True)
class Sale:
    """A completed retail transaction; never edited.

    `rounding` is what paying in coins added to the total (above zero) or took off: the tenders make both together.
    """

    sale_id: str
    receipt_number: int
    station: str
    shop: str
    catalogue_version: int
    completed_at: datetime
    language: str
    cart: PricedCart
    tenders: tuple[Tender, ...]
    member: str
    link_token: str
    rounding: int = 0
    cash_receipt: CashReceipt | None = None
