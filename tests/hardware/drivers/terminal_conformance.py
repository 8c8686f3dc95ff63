"""What every payment terminal driver must do, against its own simulator; subclass and give it a bench.

A second driver takes part with a module of a few lines: write a `TerminalBench`, subclass
`TerminalConformance`, and give it a fixture `bench` that yields the bench.
"""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import pytest

from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    OriginalRequest,
    Outcome,
    PaymentTerminal,
    StatusOutcome,
    TerminalEvent,
    TerminalHealth,
    TerminalNews,
    TerminalResult,
)

_ids = itertools.count(1)


class TerminalBench(Protocol):
    """A driver with its simulated terminal, and hands to play shopper, bank and bad luck."""

    driver: PaymentTerminal

    def rebuilt_driver(self) -> PaymentTerminal:
        """A new driver as after a restart of the kiosk: it remembers nothing."""
        ...

    def next(self, outcome: str, after: float = 0.0, amount: int | None = None) -> None:
        """approve, decline, cancel, partial, lost, busy, wrong_amount, wrong_currency, lost_request, garbled."""
        ...

    def next_reversal(self, outcome: str) -> None: ...

    def tap(self, wait: float = 5.0) -> bool: ...

    def wait_until_authorising(self) -> bool: ...

    def cut_line(self) -> None: ...

    def mend_line(self) -> None: ...

    def restart_terminal(self) -> None:
        """Power the terminal off and on, as a new process with nothing but its own storage."""
        ...

    def charged(self) -> int:
        """What the terminal truly took and did not give back, in minor units."""
        ...


def new_id() -> str:
    return f"{next(_ids):010d}"


def request(amount: int = 12_800, service_id: str = "", allow_partial: bool = False) -> MoneyRequest:
    name = service_id or new_id()
    return MoneyRequest(
        name, amount, "KRW", f"S-{name}", "2026-03-01T19:15:30.000+09:00", "ko", allow_partial=allow_partial
    )


def ignore(_news: TerminalNews) -> None:
    return None


def original(asked: MoneyRequest, operation: Operation = Operation.PAYMENT, handle: str = "") -> OriginalRequest:
    """The request as the register wrote it down before it was sent."""
    return OriginalRequest(
        asked.service_id,
        operation,
        asked.amount,
        asked.currency,
        asked.sale_reference,
        asked.requested_at,
        asked.mark,
        handle,
    )


class Till:
    """Calls the blocking driver on a thread of its own, as the kiosk does."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=4)

    def start(self, call: Callable[[], TerminalResult]) -> Future[TerminalResult]:
        return self._pool.submit(call)

    def close(self) -> None:
        self._pool.shutdown(wait=True)


class TerminalConformance:
    """The promises of the port `PaymentTerminal`, one test each."""

    @pytest.fixture
    def till(self, bench: TerminalBench) -> Iterator[Till]:
        till = Till()
        yield till
        bench.driver.close()  # whatever still waits ends now
        till.close()

    def pay(
        self, bench: TerminalBench, till: Till, asked: MoneyRequest | None = None, tap: bool = True
    ) -> TerminalResult:
        wanted = asked or request()
        paying = till.start(lambda: bench.driver.authorise(wanted, ignore))
        if tap:
            assert bench.tap()
        return paying.result(20)

    def test_an_approved_payment_says_what_was_charged_and_how_to_give_it_back(
        self, bench: TerminalBench, till: Till
    ) -> None:
        result = self.pay(bench, till)

        assert result.outcome is Outcome.APPROVED
        assert (result.charged, result.currency) == (12_800, "KRW")
        assert result.handle
        assert result.customer_receipt
        assert bench.charged() == 12_800

    def test_a_refused_card_charges_nothing(self, bench: TerminalBench, till: Till) -> None:
        bench.next("decline")

        result = self.pay(bench, till)

        assert result.outcome is Outcome.DECLINED
        assert result.charged == 0
        assert result.reason
        assert bench.charged() == 0

    def test_the_shopper_presses_the_red_button(self, bench: TerminalBench, till: Till) -> None:
        bench.next("cancel")

        assert self.pay(bench, till, tap=False).outcome is Outcome.ABORTED
        assert bench.charged() == 0

    def test_a_partial_approval_is_not_an_approval(self, bench: TerminalBench, till: Till) -> None:
        bench.next("partial", amount=5_000)

        result = self.pay(bench, till, request(allow_partial=True))

        assert (result.outcome, result.charged) == (Outcome.PARTIAL, 5_000)
        assert bench.charged() == 5_000

    def test_a_busy_terminal_did_not_start(self, bench: TerminalBench, till: Till) -> None:
        bench.next("busy")

        assert self.pay(bench, till, tap=False).outcome is Outcome.BUSY
        assert bench.charged() == 0

    def test_events_are_told_in_order(self, bench: TerminalBench, till: Till) -> None:
        events: list[TerminalEvent] = []
        asked = request()
        paying = till.start(lambda: bench.driver.authorise(asked, lambda news: events.append(news.event)))
        assert bench.tap()
        paying.result(20)

        assert events[0] is TerminalEvent.WAITING_FOR_CARD
        assert events[-1] is TerminalEvent.FINAL
        assert events.count(TerminalEvent.FINAL) == 1

    def test_a_listener_that_fails_does_not_cost_the_answer(self, bench: TerminalBench, till: Till) -> None:
        def broken(_news: TerminalNews) -> None:
            raise RuntimeError("the screen is gone")

        asked = request()
        paying = till.start(lambda: bench.driver.authorise(asked, broken))
        assert bench.tap()

        assert paying.result(20).outcome is Outcome.APPROVED

    def test_abort_before_the_card_stops_the_payment(self, bench: TerminalBench, till: Till) -> None:
        asked = request()
        waiting = threading.Event()
        paying = till.start(lambda: bench.driver.authorise(asked, lambda _news: waiting.set()))
        assert waiting.wait(5)

        _abort_until_done(bench, asked, paying)

        assert paying.result(20).outcome is Outcome.ABORTED
        assert bench.charged() == 0

    def test_abort_that_comes_after_the_card_cannot_undo_the_approval(self, bench: TerminalBench, till: Till) -> None:
        """I-1: the end of a cancelled payment is the payment's own answer, never the abort's."""
        bench.next("approve", after=0.4)
        asked = request()
        paying = till.start(lambda: bench.driver.authorise(asked, ignore))
        assert bench.tap()
        assert bench.wait_until_authorising()

        bench.driver.abort(asked.service_id, new_id())

        assert paying.result(20).outcome is Outcome.APPROVED
        assert bench.charged() == 12_800

    def test_a_lost_answer_is_unknown_and_status_finds_the_approval(self, bench: TerminalBench, till: Till) -> None:
        """I-1, I-9, F-18."""
        bench.next("lost")
        asked = request()

        result = self.pay(bench, till, asked)
        status = bench.driver.status(original(asked), new_id())

        assert (result.outcome, result.charged) == (Outcome.UNKNOWN, 0)
        assert status.outcome is StatusOutcome.FINAL
        assert status.result is not None
        assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, 12_800)
        assert bench.charged() == 12_800

    def test_after_a_restart_of_the_kiosk_the_lost_answer_is_found_too(self, bench: TerminalBench, till: Till) -> None:
        """I-9: an attempt between K1 and K5 is settled by a driver that remembers nothing."""
        bench.next("lost")
        asked = request()
        self.pay(bench, till, asked)

        again = bench.rebuilt_driver()
        status = again.status(original(asked), new_id())
        again.close()

        assert status.outcome is StatusOutcome.FINAL
        assert status.result is not None
        assert (status.result.outcome, status.result.charged, status.result.currency) == (
            Outcome.APPROVED,
            12_800,
            "KRW",
        )

    def test_a_restarted_terminal_remembers_what_it_charged(self, bench: TerminalBench, till: Till) -> None:
        bench.next("lost")
        asked = request()
        self.pay(bench, till, asked)

        bench.restart_terminal()
        status = bench.driver.status(original(asked), new_id())

        assert status.result is not None
        assert status.result.outcome is Outcome.APPROVED
        assert bench.charged() == 12_800

    def test_a_terminal_that_loses_power_before_the_card_charged_nothing(
        self, bench: TerminalBench, till: Till
    ) -> None:
        asked = request()
        waiting = threading.Event()
        paying = till.start(lambda: bench.driver.authorise(asked, lambda _news: waiting.set()))
        assert waiting.wait(5)

        bench.restart_terminal()
        result = paying.result(20)
        status = bench.driver.status(original(asked), new_id())

        assert result.outcome is Outcome.UNKNOWN
        assert bench.charged() == 0
        if status.outcome is StatusOutcome.FINAL:
            assert status.result is not None
            assert status.result.outcome is Outcome.ABORTED
        else:
            assert status.outcome is StatusOutcome.NOT_FOUND

    def test_a_request_the_terminal_never_took_up_is_not_found(self, bench: TerminalBench, till: Till) -> None:
        bench.next("lost_request")
        asked = request()

        assert self.pay(bench, till, asked, tap=False).outcome is Outcome.UNKNOWN
        assert bench.driver.status(original(asked), new_id()).outcome is StatusOutcome.NOT_FOUND
        assert bench.charged() == 0

    def test_status_of_a_running_payment_is_in_progress(self, bench: TerminalBench, till: Till) -> None:
        bench.next("lost", after=1.5)
        asked = request()
        paying = till.start(lambda: bench.driver.authorise(asked, ignore))
        assert bench.tap()
        assert bench.wait_until_authorising()
        other = bench.rebuilt_driver()

        assert other.status(original(asked), new_id()).outcome is StatusOutcome.IN_PROGRESS
        assert paying.result(20).outcome is Outcome.UNKNOWN
        assert _settled(other, asked).outcome is Outcome.APPROVED
        other.close()

    def test_no_connection_means_not_sent(self, bench: TerminalBench) -> None:
        bench.cut_line()

        asked = request()
        result = bench.driver.authorise(asked, ignore)
        status = bench.driver.status(original(asked), new_id())
        aborted = bench.driver.abort(asked.service_id, new_id())

        assert result.outcome is Outcome.NOT_SENT
        assert status.outcome is StatusOutcome.UNREACHABLE
        assert not aborted
        assert bench.driver.health().health is TerminalHealth.UNREACHABLE

    def test_after_not_sent_the_same_request_may_go_out(self, bench: TerminalBench, till: Till) -> None:
        asked = request()
        bench.cut_line()
        assert bench.driver.authorise(asked, ignore).outcome is Outcome.NOT_SENT
        bench.mend_line()

        assert self.pay(bench, till, asked).outcome is Outcome.APPROVED
        assert bench.charged() == 12_800

    @pytest.mark.parametrize("outcome", ["wrong_amount", "wrong_currency"])
    def test_another_amount_or_currency_is_for_staff(self, bench: TerminalBench, till: Till, outcome: str) -> None:
        """T-12."""
        bench.next(outcome)

        result = self.pay(bench, till)

        assert result.outcome is Outcome.MISMATCH
        assert result.message

    def test_a_damaged_answer_is_unknown(self, bench: TerminalBench, till: Till) -> None:
        bench.next("garbled")
        asked = request()

        assert self.pay(bench, till, asked).outcome is Outcome.UNKNOWN
        assert _settled(bench.driver, asked).outcome is Outcome.APPROVED

    def test_a_payment_is_given_back_wholly(self, bench: TerminalBench, till: Till) -> None:
        paid = self.pay(bench, till)

        back = bench.driver.reverse(paid.handle, paid.handle_time, None, request())

        assert back.outcome is Outcome.APPROVED
        assert bench.charged() == 0

    def test_more_than_was_taken_is_not_given_back(self, bench: TerminalBench, till: Till) -> None:
        """payment.md 5, rule 7."""
        paid = self.pay(bench, till)

        first = bench.driver.reverse(paid.handle, paid.handle_time, 10_000, request())
        second = bench.driver.reverse(paid.handle, paid.handle_time, 10_000, request())

        assert first.outcome is Outcome.APPROVED
        assert second.outcome is Outcome.DECLINED
        assert bench.charged() == 2_800

    def test_a_payment_the_terminal_does_not_know_is_not_given_back(self, bench: TerminalBench) -> None:
        back = bench.driver.reverse("nobody.knows", "2026-03-01T10:15:42.000Z", None, request())

        assert back.outcome is Outcome.DECLINED

    def test_a_reversal_whose_answer_is_lost_is_unknown_and_found_by_status(
        self, bench: TerminalBench, till: Till
    ) -> None:
        paid = self.pay(bench, till)
        bench.next_reversal("lost")
        asked = request()

        back = bench.driver.reverse(paid.handle, paid.handle_time, None, asked)

        assert back.outcome is Outcome.UNKNOWN
        forgetful = bench.rebuilt_driver()  # I-9: found by the kiosk that was restarted meanwhile, too
        for driver in (bench.driver, forgetful):
            status = driver.status(original(asked, Operation.REVERSAL, paid.handle), new_id())
            assert status.outcome is StatusOutcome.FINAL
            assert status.result is not None
            assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, 0)
        forgetful.close()
        assert bench.charged() == 0

    def test_close_ends_a_waiting_payment_as_unknown_soon(self, bench: TerminalBench, till: Till) -> None:
        waiting = threading.Event()
        asked = request()
        paying = till.start(lambda: bench.driver.authorise(asked, lambda _news: waiting.set()))
        assert waiting.wait(5)

        bench.driver.close()

        assert paying.result(5).outcome is Outcome.UNKNOWN

    def test_a_ready_terminal_is_ready_and_a_paying_one_is_busy(self, bench: TerminalBench, till: Till) -> None:
        assert bench.driver.health().health is TerminalHealth.READY
        asked = request()
        waiting = threading.Event()
        paying = till.start(lambda: bench.driver.authorise(asked, lambda _news: waiting.set()))
        assert waiting.wait(5)
        assert bench.driver.health().health is TerminalHealth.BUSY
        assert bench.tap()
        paying.result(20)

    def test_everything_the_driver_says_it_can_it_can(self, bench: TerminalBench) -> None:
        capabilities = bench.driver.capabilities()

        assert capabilities.reversal_by_reference
        assert capabilities.status_by_reference


def _abort_until_done(bench: TerminalBench, asked: MoneyRequest, paying: Future[TerminalResult]) -> None:
    """The request is written a moment before the terminal takes it up; aborts may be repeated freely."""
    deadline = time.monotonic() + 10
    while not paying.done() and time.monotonic() < deadline:
        assert bench.driver.abort(asked.service_id, new_id())
        time.sleep(0.05)


def _settled(driver: PaymentTerminal, asked: MoneyRequest) -> TerminalResult:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        status = driver.status(original(asked), new_id())
        if status.outcome is StatusOutcome.FINAL:
            assert status.result is not None
            return status.result
        time.sleep(0.05)
    raise AssertionError("the status never became final")
