"""Nobody to ask: a till without a terminal, and tenders whose host the settings name no more."""

from collections.abc import Callable

from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    OriginalRequest,
    Outcome,
    StatusOutcome,
    TerminalCapabilities,
    TerminalHealth,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from hardware.ports.terminal_extras import DayTotals

Post = Callable[[Callable[[], None]], None]


class NoTerminal:
    """Nothing is ever sent, and nothing is found out: what was asked elsewhere before stays unknown."""

    def __init__(self, post: Post) -> None:
        self._post = post

    def capabilities(self) -> TerminalCapabilities:
        """Nothing."""
        return TerminalCapabilities(False, False, False, False)

    def authorise(
        self,
        request: MoneyRequest,
        on_news: Callable[[TerminalNews], None],
        done: Callable[[TerminalResult], None],
    ) -> None:
        """Not sent."""
        del request, on_news
        self._not_sent(done)

    def reverse(
        self,
        handle: str,
        handle_time: str,
        amount: int | None,
        request: MoneyRequest,
        done: Callable[[TerminalResult], None],
    ) -> None:
        """Not sent."""
        del handle, handle_time, amount, request
        self._not_sent(done)

    def status(self, original: OriginalRequest, service_id: str, done: Callable[[TerminalStatus], None]) -> None:
        """Nobody answers."""
        del original, service_id
        self._post(lambda: done(TerminalStatus(StatusOutcome.UNREACHABLE, None, "no terminal is set")))

    def abort(self, running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None:
        """Nothing runs."""
        del running_service_id, service_id
        self._post(lambda: done(False))

    def end_of_day(self, service_id: str, done: Callable[[DayTotals], None]) -> None:
        """There is none."""
        del service_id
        self._post(lambda: done(DayTotals(known=False, message="no terminal is set")))

    def health(self, done: Callable[[HealthReport], None]) -> None:
        """There is none."""
        self._post(lambda: done(HealthReport(TerminalHealth.UNREACHABLE, "no terminal is set")))

    def _not_sent(self, done: Callable[[TerminalResult], None]) -> None:
        self._post(lambda: done(TerminalResult(Outcome.NOT_SENT, message="no terminal is set in the settings")))
