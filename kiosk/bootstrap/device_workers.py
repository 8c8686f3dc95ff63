"""The terminal and the printer on threads of their own, answering on the session's thread exactly once."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from hardware.codecs.card_masking import mask_card_numbers
from hardware.device_thread import DeviceWorker
from hardware.errors import DeviceError, DeviceMisused
from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    OriginalRequest,
    Outcome,
    PaymentTerminal,
    StatusOutcome,
    TerminalCapabilities,
    TerminalHealth,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from hardware.ports.receipt_printer import PrinterStatus, PrintPart, ReceiptPrinter
from hardware.ports.terminal_extras import ClosesDay, ConfirmsResults, DayTotals
from kiosk.checkout.keep_evidence import KeepResult

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]
log = logging.getLogger(__name__)
KEEP_WITHIN = 10.0  # seconds; drivers have shorter limits of their own, this one ends a wait for a session that is gone


def _said(fault: Exception) -> str:
    """What a fault says, without a card number: one that nobody foresaw may quote what the terminal sent."""
    return mask_card_numbers(str(fault))[0]


@dataclass(slots=True)
class _Course:
    """How far a money request came: whether the driver was given it, and whether the terminal was heard of since."""

    started: bool = False
    out: bool = False

    def may_have_sent(self, fault: Exception) -> bool:
        """Whether money may have moved although the driver failed; its refusal of a request comes before it sends."""
        return self.started and (self.out or not isinstance(fault, DeviceMisused))


class TerminalQueue:
    """The port `TerminalWorker` over a terminal and its thread.

    What was never started is NOT_SENT, and what the driver refused before it sent anything (`DeviceMisused`). A driver
    that fails in any other way breaks its port's promise, and nobody knows how far it came: UNKNOWN.
    """

    def __init__(self, terminal: PaymentTerminal, worker: DeviceWorker, post: Post) -> None:
        self._terminal = terminal
        self._worker = worker
        self._post = post
        self._keep: KeepResult | None = None

    def keep_by(self, keep: KeepResult | None) -> KeepResult | None:
        """Have approvals kept on the session's thread before a terminal that waits for that is told so."""
        before, self._keep = self._keep, keep
        return before

    def capabilities(self) -> TerminalCapabilities:
        """What the terminal's driver can be asked for."""
        return self._terminal.capabilities()

    def authorise(
        self,
        request: MoneyRequest,
        on_news: Callable[[TerminalNews], None],
        done: Callable[[TerminalResult], None],
    ) -> None:
        """Ask for a payment."""

        course = _Course()

        def news(what: TerminalNews) -> None:
            course.out = True
            self._post(lambda: on_news(what))

        self._money(request.service_id, lambda: self._terminal.authorise(request, news), done, course)

    def reverse(
        self,
        handle: str,
        handle_time: str,
        amount: int | None,
        request: MoneyRequest,
        done: Callable[[TerminalResult], None],
    ) -> None:
        """Give a payment back."""
        job = lambda: self._terminal.reverse(handle, handle_time, amount, request)  # noqa: E731
        self._money(request.service_id, job, done, _Course())

    def status(self, original: OriginalRequest, service_id: str, done: Callable[[TerminalStatus], None]) -> None:
        """Ask what became of a request."""

        def failed(fault: Exception) -> TerminalStatus:
            return TerminalStatus(StatusOutcome.UNREACHABLE, None, _said(fault))

        self._ask(lambda: self._terminal.status(original, service_id), done, failed)

    def health(self, done: Callable[[HealthReport], None]) -> None:
        """Ask whether a payment could start."""
        self._ask(self._terminal.health, done, lambda fault: HealthReport(TerminalHealth.UNREACHABLE, _said(fault)))

    def end_of_day(self, service_id: str, done: Callable[[DayTotals], None]) -> None:
        """Ask for the terminal's own totals and end its day."""

        def job() -> DayTotals:
            if not isinstance(self._terminal, ClosesDay):
                return DayTotals(known=False, message="this terminal keeps no totals of its own")
            return self._terminal.end_of_day(service_id)

        self._ask(job, done, lambda fault: DayTotals(known=False, message=_said(fault)))

    def abort(self, running_service_id: str, service_id: str, done: Callable[[bool], None]) -> None:
        """Stop a running request; beside the queue, which waits for that very request."""

        def run() -> None:
            try:
                taken = self._terminal.abort(running_service_id, service_id)
            except DeviceError as fault:
                log.warning("the abort was not taken: %s", fault)
                taken = False
            self._post(lambda: done(taken))

        threading.Thread(target=run, name="abort", daemon=True).start()

    def _money(
        self, name: str, job: Callable[[], TerminalResult], done: Callable[[TerminalResult], None], course: _Course
    ) -> None:
        def failed(fault: Exception) -> TerminalResult:
            outcome = Outcome.UNKNOWN if course.may_have_sent(fault) else Outcome.NOT_SENT
            return TerminalResult(outcome, message=_said(fault))

        def run() -> TerminalResult:
            course.started = True
            terminal, keep = self._terminal, self._keep
            if keep is None or not isinstance(terminal, ConfirmsResults):
                return job()
            terminal.on_result = lambda result: self._kept(keep, name, result)
            try:
                return job()
            finally:
                terminal.on_result = None

        self._ask(run, done, failed)

    def _kept(self, keep: KeepResult, name: str, result: TerminalResult) -> bool:
        """Wait on the terminal's thread until the session has the result in its store; the session never waits."""
        answered, answers = threading.Event(), [False]

        def told(kept: bool) -> None:
            answers[0] = kept
            answered.set()

        self._post(lambda: keep(name, result, told))
        return answered.wait(KEEP_WITHIN) and answers[0]

    def _ask(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], T]) -> None:
        def answered(value: T) -> None:
            self._post(lambda: done(value))

        def went_wrong(fault: Exception) -> None:
            answered(failed(fault))

        try:
            self._worker.submit(job, answered, went_wrong)
        except DeviceMisused as fault:
            went_wrong(fault)


class PrinterQueue:
    """The port `PrinterWorker` over a printer and its thread."""

    def __init__(self, printer: ReceiptPrinter, worker: DeviceWorker, post: Post) -> None:
        self._printer = printer
        self._worker = worker
        self._post = post

    def print(
        self, parts: tuple[PrintPart, ...], done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Print a receipt after those before it."""

        def went_wrong(fault: Exception) -> None:
            self._post(lambda: failed(fault))

        try:
            self._worker.submit(lambda: self._printer.print(parts), lambda _: self._post(done), went_wrong)
        except DeviceMisused as fault:
            went_wrong(fault)

    def status(self, done: Callable[[PrinterStatus | None], None]) -> None:
        """Ask how the printer is."""

        def answered(status: PrinterStatus | None) -> None:
            self._post(lambda: done(status))

        try:
            self._worker.submit(self._printer.status, answered, lambda _: answered(None))
        except DeviceMisused:
            answered(None)
