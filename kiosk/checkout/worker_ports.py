"""What answers on threads of its own, as the till asks it: terminal, printer, carts of other checkouts."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    OriginalRequest,
    TerminalCapabilities,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from hardware.ports.receipt_printer import PrinterStatus, PrintPart
from hardware.ports.terminal_extras import DayTotals
from sync.wire.lane import ParkedCartDocument

T = TypeVar("T")


class TerminalWorker(Protocol):
    """The payment terminal on its own thread: every call returns at once, every answer comes on the session's thread.

    Answers come exactly once a call, in any order; the methods are those of
    `hardware.ports.payment_terminal.PaymentTerminal`. `end_of_day` answers unknown totals for a terminal that has
    none of its own.
    """

    def capabilities(self) -> TerminalCapabilities: ...

    def authorise(
        self,
        request: MoneyRequest,
        on_news: Callable[[TerminalNews], None],
        done: Callable[[TerminalResult], None],
    ) -> None: ...

    def abort(self, running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None: ...

    def status(self, original: OriginalRequest, service_id: str, done: Callable[[TerminalStatus], None]) -> None: ...

    def reverse(
        self,
        handle: str,
        handle_time: str,
        amount: int | None,
        request: MoneyRequest,
        done: Callable[[TerminalResult], None],
    ) -> None: ...

    def health(self, done: Callable[[HealthReport], None]) -> None: ...

    def end_of_day(self, service_id: str, done: Callable[[DayTotals], None]) -> None: ...


class PrinterWorker(Protocol):
    """The receipt printer on its own thread; answers come on the session's thread."""

    def print(
        self, parts: tuple[PrintPart, ...], done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None: ...

    def status(self, done: Callable[[PrinterStatus | None], None]) -> None:
        """Ask how the printer is; None when it does not answer."""
        ...


class CartTaker(Protocol):
    """Fetches carts that wait under a number at central; blocks, so it is called in the background."""

    def take(self, number: str) -> ParkedCartDocument:
        """The cart; raises `NoSuchCart` when none waits or another checkout has it, any other fault when away."""
        ...


class NoSuchCart(Exception):
    """No cart waits under this number any more; `taken` when another checkout took it up."""

    def __init__(self, taken: bool) -> None:
        super().__init__("another checkout took it up" if taken else "no cart waits under this number")
        self.taken = taken
