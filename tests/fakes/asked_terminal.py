"""A payment terminal that the technician asks: it answers what it is told to, at once or when it is told to."""

from collections.abc import Callable

from hardware.ports.payment_terminal import HealthReport, TerminalCapabilities


class ToldTerminal:
    """Speaks the part of `TerminalWorker` that the technician's page uses; counts how often it was asked."""

    def __init__(self, can: TerminalCapabilities, report: HealthReport | None) -> None:
        self.can, self.report = can, report
        self.asked = 0
        self.waiting: list[Callable[[HealthReport], None]] = []

    def capabilities(self) -> TerminalCapabilities:
        return self.can

    def health(self, done: Callable[[HealthReport], None]) -> None:
        """Answer at once where there is a report, else with the next `answer`."""
        self.asked += 1
        if self.report is not None:
            done(self.report)
        else:
            self.waiting.append(done)

    def answer(self, report: HealthReport) -> None:
        """Answer the oldest question."""
        self.waiting.pop(0)(report)
