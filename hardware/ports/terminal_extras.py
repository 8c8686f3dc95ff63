"""What only some payment terminals can do; `TerminalCapabilities.extras` names the protocols that a driver has.

Every call blocks on the terminal's own thread and takes part in its one dialogue at a time, as those of
`payment_terminal` do. A driver that lacks one of these simply does not have its method.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from hardware.ports.payment_terminal import MoneyRequest, OriginalRequest, TerminalNews, TerminalResult


@dataclass(frozen=True, slots=True)
class BrandTotal:
    """What a terminal counted for one brand since its last end of day, in minor units."""

    brand: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class DayTotals:
    """A terminal's own sums since its last end of day; `closed` is whether it began a new day with this answer.

    `known` False says that no usable answer came: the terminal may have closed its day or not. `amount` is what it
    charged less what it gave back, in minor units of `currency`; `brands` may be empty.
    """

    known: bool
    closed: bool = False
    amount: int = 0
    currency: str = ""
    count: int | None = None
    brands: tuple[BrandTotal, ...] = ()
    batch: str = ""
    terminal_id: str = ""
    receipt: tuple[str, ...] = ()
    message: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CardToken:
    """A card that was read without a charge; `token` is "" when none was read. Never a card number."""

    token: str = ""
    brand: str = ""
    message: str = ""


class Answer(StrEnum):
    """What a terminal's question came to."""

    YES = "yes"
    NO = "no"
    TEXT = "text"
    NONE = "none"  # nobody answered in time, or the terminal could not ask


@dataclass(frozen=True, slots=True)
class TerminalAnswer:
    """What was answered at the terminal; `text` is a number of the choice or digits."""

    answer: Answer
    text: str = ""
    message: str = ""


class CashReceiptUse(StrEnum):
    """For whom a cash receipt is: 소득공제, 지출증빙, or issued unasked (자진발급)."""

    CONSUMER = "consumer"
    BUSINESS = "business"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class CashReceiptRequest:
    """A cash receipt that the terminal's network is to issue; `number` is of a phone, business or card."""

    request: MoneyRequest
    use: CashReceiptUse
    number: str = field(repr=False)


@runtime_checkable
class Refunds(Protocol):
    """Gives money to a card that is presented, without a payment that it belongs to."""

    def refund(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> TerminalResult:
        """As `authorise`, in the other direction: `charged` is what was given."""
        ...


@runtime_checkable
class NetCancels(Protocol):
    """Voids a request whose answer was not received (망취소); never instead of a reversal."""

    def net_cancel(self, original: OriginalRequest, request: MoneyRequest) -> TerminalResult: ...


@runtime_checkable
class ClosesDay(Protocol):
    """Keeps totals of its own and ends its day."""

    def end_of_day(self, service_id: str) -> DayTotals: ...


@runtime_checkable
class ShowsText(Protocol):
    """Shows a text on the terminal's own screen."""

    def display(self, lines: tuple[str, ...], seconds: int, service_id: str) -> bool: ...


@runtime_checkable
class AsksShopper(Protocol):
    """Asks something on the terminal's own screen."""

    def ask(self, lines: tuple[str, ...], choices: tuple[str, ...], seconds: int, service_id: str) -> TerminalAnswer:
        """Yes or no without `choices`, else one of them: its number from 1 as text."""
        ...


@runtime_checkable
class ReadsCards(Protocol):
    """Reads a card without a charge, to recognise a member."""

    def read_token(self, request: MoneyRequest, on_news: Callable[[TerminalNews], None]) -> CardToken: ...


@runtime_checkable
class ChecksAge(Protocol):
    """Asks a card whether its holder is old enough."""

    def verify_age(self, years: int, service_id: str) -> TerminalAnswer: ...


@runtime_checkable
class PrintsLines(Protocol):
    """Prints on the terminal's own printer."""

    def print_lines(self, lines: tuple[str, ...], service_id: str) -> bool: ...


@runtime_checkable
class IssuesCashReceipts(Protocol):
    """Issues cash receipts (현금영수증) through the terminal's network; each is an attempt of its own."""

    def cash_receipt(self, asked: CashReceiptRequest) -> TerminalResult: ...


@runtime_checkable
class ScansCodes(Protocol):
    """Reads a code with the terminal's own scanner."""

    def scan_code(self, seconds: int, service_id: str) -> str: ...


@runtime_checkable
class ConfirmsResults(Protocol):
    """Tells the terminal "I have your result" by a message of its own, which makes a payment final there.

    `on_result` is called on the terminal's thread with an approval that was read and not yet confirmed, while
    `authorise`, `refund` or `reverse` still runs. It keeps the result durably and returns True within some seconds;
    False, an error or no return in time: the terminal is told that the result was not taken, reverses by itself, and
    the call ends UNKNOWN. What it keeps is evidence, not the end: that is what the call returns, or a status query
    finds (the kiosk may die between keeping and confirming). None: the driver confirms by itself.
    """

    on_result: Callable[[TerminalResult], bool] | None


EXTRAS: dict[str, type] = {
    "refund": Refunds,
    "net_cancel": NetCancels,
    "end_of_day": ClosesDay,
    "display": ShowsText,
    "ask": AsksShopper,
    "read_token": ReadsCards,
    "age": ChecksAge,
    "print": PrintsLines,
    "cash_receipt": IssuesCashReceipts,
    "scan": ScansCodes,
    "confirm": ConfirmsResults,
}
