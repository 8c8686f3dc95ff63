"""What a driver's tests need: the bench of a terminal, and a register that keeps what a kiosk keeps."""

import itertools
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from hardware.ports.payment_terminal import (
    HealthReport,
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    PaymentTerminal,
    StatusOutcome,
    TerminalNews,
    TerminalResult,
    TerminalStatus,
)
from kiosk.checkout.terminal_request import money_request, original_request
from kiosk.database.attempt_rows import attempt_of_row, row_of_attempt
from kiosk.domain.sale import AttemptState, PaymentAttempt

_ids = itertools.count(1)
_T = TypeVar("_T")


class TerminalBench(Protocol):
    """A driver with its simulated terminal, and hands to play shopper, bank and bad luck.

    The suite reads `driver.capabilities()` to know what must hold; a bench says the rest in two values:
    `unproven` names what this terminal cannot tell apart after a lost answer, where its status is UNPROVEN instead
    of NOT_FOUND: "lost_request" (the request never arrived), "restart" (the terminal lost power before the card).
    `stranger` is a well-formed handle and handle time of a payment that this terminal never made.
    Payments wait for `tap`; drivers should be built with short timeouts.
    """

    unproven: frozenset[str]
    stranger: tuple[str, str]

    @property
    def driver(self) -> PaymentTerminal: ...

    def rebuilt_driver(self, patience: float | None = None) -> PaymentTerminal:
        """A new driver as after a restart of the kiosk: it remembers nothing.

        With `patience` it waits that many seconds for the end of a payment.
        """
        ...

    def other_terminal_driver(self) -> PaymentTerminal:
        """A new driver, set up for a terminal that was put in the place of the first; it takes cards by itself.

        It is another device with a name and a memory of its own, that has made no payment yet.
        """
        ...

    def next(self, outcome: str, after: float = 0.0, amount: int | None = None) -> None:
        """How the next payment (or refund) goes: a name of `hardware.simulators.terminal_script.Usual`.

        cancel, busy and lost_request come without a card, everything else after `tap`. `lost` is approved **and
        kept**; where a terminal reverses by itself what was not acknowledged, that is for the driver's own tests.
        wrong_amount and wrong_currency are asked for only where the protocol tells the amount (`amount_confirmed`),
        partial only where `partial_approval` is.
        """
        ...

    def next_reversal(self, outcome: str) -> None:
        """How the next reversal goes: approve, decline, lost (carried out, its answer lost) or lost_request."""
        ...

    def tap(self, wait: float = 5.0) -> bool:
        """Hold a card to the terminal; False when it did not ask for one within `wait` seconds."""
        ...

    def wait_until_authorising(self) -> bool:
        """Wait until the card was read and the host is being asked; False when that did not happen soon."""
        ...

    def cut_line(self) -> None:
        """Make the terminal unreachable, and break what is open."""
        ...

    def mend_line(self) -> None: ...

    def restart_terminal(self) -> None:
        """Power the terminal off and on, as a new process with nothing but its own storage."""
        ...

    def charged(self) -> int:
        """What the terminal truly took and did not give back, in minor units of KRW, refunds taken off."""
        ...

    def jump_clock(self, seconds: float) -> None:
        """Set the terminal's clock forward (or back)."""
        ...

    def paper_out(self, out: bool) -> bool:
        """Take the paper out of the terminal's printer or put it in; False when it has no printer that we see."""
        ...

    def end_of_day_due(self, due: bool) -> bool:
        """Let the terminal ask for its end of day; False when this terminal knows no such thing."""
        ...


def new_id() -> str:
    return f"{next(_ids):010d}"


def ignore(_news: TerminalNews) -> None:
    return None


def request(amount: int = 12_800, service_id: str = "", allow_partial: bool = False) -> MoneyRequest:
    name = service_id or new_id()
    return MoneyRequest(
        name, amount, "KRW", f"S-{name}", "2026-03-01T19:15:30.000+09:00", "ko", allow_partial=allow_partial
    )


def original(asked: MoneyRequest, operation: Operation = Operation.PAYMENT, handle: str = "") -> OriginalRequest:
    """What a register that wrote down exactly what it sent asks about; `Register` asks as the kiosk truly does."""
    return OriginalRequest(
        asked.service_id,
        operation,
        asked.amount,
        asked.currency,
        asked.sale_reference,
        asked.requested_at,
        asked.mark,
        handle,
        asked.allow_partial,
        asked.months,
    )


class Till:
    """Calls the blocking driver on a thread of its own, as the kiosk does."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=4)

    def start(self, call: Callable[[], _T]) -> Future[_T]:
        return self._pool.submit(call)

    def close(self) -> None:
        self._pool.shutdown(wait=True)


class Register(Till):
    """A till that keeps the newest mark and gives it with every request, also to a driver that was built since.

    It writes an attempt down and makes requests and questions of it with the kiosk's own functions, so that whatever
    a kiosk says otherwise when it asks after a restart is said otherwise here. `clock` is the register's own time, for
    tests in which it jumps.
    """

    def __init__(self, bench: TerminalBench) -> None:
        super().__init__()
        self._bench = bench
        self._built: list[PaymentTerminal] = []
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.mark = ""
        self._rows: dict[str, dict[str, object]] = {}
        self.looks()

    def looks(self) -> HealthReport:
        report = self._bench.driver.health()
        self.mark = report.mark or self.mark
        return report

    def asks(self, amount: int = 12_800, allow_partial: bool = False, months: int = 0) -> MoneyRequest:
        name = new_id()
        attempt = PaymentAttempt(
            f"A-{name}",
            f"S-{name}",
            name,
            amount,
            "KRW",
            AttemptState.SENT,
            self.clock(),
            months=months,
            allow_partial=allow_partial,
            mark=self.mark,
        )
        self._rows[name] = row_of_attempt(attempt)
        return money_request(attempt)

    def wrote(self, asked: MoneyRequest, operation: Operation = Operation.PAYMENT, handle: str = "") -> OriginalRequest:
        """What the next kiosk makes of the row that this one wrote before it sent."""
        attempt = attempt_of_row(self._rows[asked.service_id])
        if operation is Operation.REVERSAL:
            attempt = replace(
                attempt,
                state=AttemptState.REVERSING,
                charged=attempt.amount,
                handle=handle,
                reversal_service_id=attempt.service_id,
                reversal_mark=attempt.mark,
                reversed_at=attempt.started_at.isoformat(),
            )
        return original_request(attempt)

    def starts(
        self,
        asked: MoneyRequest,
        on_news: Callable[[TerminalNews], None] = ignore,
        driver: PaymentTerminal | None = None,
    ) -> Future[TerminalResult]:
        used = driver or self._bench.driver
        return self.start(lambda: self.keeps(used.authorise(asked, on_news)))

    def pays(
        self, asked: MoneyRequest | None = None, tap: bool = True, driver: PaymentTerminal | None = None
    ) -> TerminalResult:
        paying = self.starts(asked or self.asks(), driver=driver)
        if tap:
            assert self._bench.tap()
        return paying.result(20)

    def gives_back(
        self,
        paid: TerminalResult | tuple[str, str],
        amount: int | None = None,
        asked: MoneyRequest | None = None,
        driver: PaymentTerminal | None = None,
    ) -> TerminalResult:
        """Reverse; where the terminal wants the card for that it is held to it."""
        used = driver or self._bench.driver
        handle, at = paid if isinstance(paid, tuple) else (paid.handle, paid.handle_time)
        wanted = asked or self.asks(amount or 12_800)
        reversing = self.start(lambda: used.reverse(handle, at, amount, wanted))
        if used.capabilities().reversal_needs_card:
            while not reversing.done():
                self._bench.tap(0.1)
        return self.keeps(reversing.result(20))

    def keeps(self, result: TerminalResult) -> TerminalResult:
        self.mark = result.mark or self.mark
        return result

    def elsewhere(self) -> PaymentTerminal:
        self._built.append(self._bench.other_terminal_driver())
        return self._built[-1]

    def rebuilt(self, patience: float | None = None) -> PaymentTerminal:
        self._built.append(self._bench.rebuilt_driver(patience))
        return self._built[-1]

    def settles(
        self,
        asked: MoneyRequest,
        driver: PaymentTerminal | None = None,
        operation: Operation = Operation.PAYMENT,
        handle: str = "",
    ) -> TerminalStatus:
        """Ask until the end is known, not found was said twice, or the terminal cannot prove it."""
        return self.finds(self._question(asked, operation, handle), driver or self._bench.driver)

    def finds(self, question: OriginalRequest, driver: PaymentTerminal) -> TerminalStatus:
        """As `settles`, of a question in its very words."""
        not_found = 0
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            status = driver.status(question, new_id())
            not_found += status.outcome is StatusOutcome.NOT_FOUND
            if status.outcome in (StatusOutcome.FINAL, StatusOutcome.UNPROVEN) or not_found == 2:
                if status.result is not None:
                    self.keeps(status.result)
                return status
            time.sleep(min(0.3, max(0.05, status.ask_after)))
        raise AssertionError("the status never came to an end")

    def _question(self, asked: MoneyRequest, operation: Operation, handle: str) -> OriginalRequest:
        if asked.service_id not in self._rows or operation is Operation.REFUND:
            return original(asked, operation, handle)  # a kiosk has no attempts of this kind
        return self.wrote(asked, operation, handle)

    def close(self) -> None:
        self._bench.driver.close()  # whatever still waits ends now
        for driver in self._built:
            driver.close()
        super().close()


def found_charge(status: TerminalStatus) -> int:
    """What a settled status says was charged; 0 for every end without a charge."""
    if status.outcome is not StatusOutcome.FINAL:
        assert status.result is None
        return 0
    assert status.result is not None
    assert status.result.outcome is not Outcome.UNKNOWN
    assert (status.result.charged > 0) == (status.result.outcome in (Outcome.APPROVED, Outcome.PARTIAL))
    return status.result.charged
