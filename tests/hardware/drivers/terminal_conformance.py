"""What every payment terminal driver must do, against its own simulator; subclass and give it a bench.

A driver takes part with a module of a few lines: write a `TerminalBench` (terminal_bench.py), subclass
`TerminalConformance`, and give it a fixture `bench` that yields the bench. Where terminals differ, the driver's
capabilities say which behaviour is asserted; nothing is passed over.
"""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    Outcome,
    StatusOutcome,
    TerminalEvent,
    TerminalHealth,
    TerminalNews,
    TerminalResult,
)
from hardware.ports.terminal_extras import EXTRAS, ClosesDay, PrintsLines, Refunds, ShowsText
from tests.hardware.drivers.terminal_bench import Register, TerminalBench, found_charge, ignore, new_id, original

_YEAR = 365 * 86_400.0


class TerminalConformance:
    """The promises of the port `PaymentTerminal`, one test each."""

    @pytest.fixture
    def register(self, bench: TerminalBench) -> Iterator[Register]:
        register = Register(bench)
        yield register
        register.close()

    # -- how a payment ends ----------------------------------------------------------------------

    def test_an_approved_payment_says_what_was_charged_and_how_to_give_it_back(
        self, bench: TerminalBench, register: Register
    ) -> None:
        result = register.pays()

        assert result.outcome is Outcome.APPROVED
        assert (result.charged, result.currency) == (12_800, "KRW")
        assert result.handle
        assert bool(result.customer_receipt) is bench.driver.capabilities().receipts
        assert result.amount_confirmed is bench.driver.capabilities().amount_confirmed
        assert bench.charged() == 12_800

    def test_a_refused_card_charges_nothing(self, bench: TerminalBench, register: Register) -> None:
        bench.next("decline")

        result = register.pays()

        assert result.outcome is Outcome.DECLINED
        assert result.charged == 0
        assert result.reason
        assert bench.charged() == 0

    def test_the_shopper_presses_the_red_button(self, bench: TerminalBench, register: Register) -> None:
        bench.next("cancel")

        assert register.pays(tap=False).outcome is Outcome.ABORTED
        assert bench.charged() == 0

    def test_a_partial_approval_is_not_an_approval(self, bench: TerminalBench, register: Register) -> None:
        """A terminal that knows no partial approval takes the whole or nothing, also when a part was allowed."""
        whole = not bench.driver.capabilities().partial_approval
        if not whole:
            bench.next("partial", amount=5_000)

        result = register.pays(register.asks(allow_partial=True))

        expected = (Outcome.APPROVED, 12_800) if whole else (Outcome.PARTIAL, 5_000)
        assert (result.outcome, result.charged) == expected
        assert bench.charged() == result.charged

    def test_a_busy_terminal_did_not_start(self, bench: TerminalBench, register: Register) -> None:
        bench.next("busy")

        assert register.pays(tap=False).outcome is Outcome.BUSY
        assert bench.charged() == 0

    def test_months_are_paid_in_or_refused_before_anything_is_sent(
        self, bench: TerminalBench, register: Register
    ) -> None:
        months = bench.driver.capabilities().months
        assert all(count >= 2 for count in months)
        asked = register.asks(60_000, months=months[0] if months else 3)

        if not months:
            with pytest.raises(DeviceMisused):
                bench.driver.authorise(asked, ignore)
            assert bench.charged() == 0
            return
        result = register.pays(asked)

        assert (result.outcome, result.approved_months) == (Outcome.APPROVED, months[0])

    def test_a_code_it_cannot_take_is_refused_before_anything_is_sent(
        self, bench: TerminalBench, register: Register
    ) -> None:
        asked = replace(register.asks(), wallet_code="2810123456789012")

        if bench.driver.capabilities().wallet_code:
            assert register.starts(asked).result(20).outcome is Outcome.APPROVED
        else:
            with pytest.raises(DeviceMisused) as refused:
                bench.driver.authorise(asked, ignore)
            assert asked.wallet_code not in str(refused.value)

    # -- what is told while it runs --------------------------------------------------------------

    def test_events_are_told_in_order(self, bench: TerminalBench, register: Register) -> None:
        events: list[TerminalEvent] = []
        paying = register.starts(register.asks(), lambda news: events.append(news.event))
        assert bench.tap()
        paying.result(20)

        assert TerminalEvent.WAITING_FOR_CARD in events
        assert events[-1] is TerminalEvent.FINAL
        assert events.count(TerminalEvent.FINAL) == 1

    def test_a_listener_that_fails_does_not_cost_the_answer(self, bench: TerminalBench, register: Register) -> None:
        def broken(_news: TerminalNews) -> None:
            raise RuntimeError("the screen is gone")

        paying = register.starts(register.asks(), broken)
        assert bench.tap()

        assert paying.result(20).outcome is Outcome.APPROVED

    # -- stopping ----------------------------------------------------------------------------------

    def test_abort_before_the_card_stops_the_payment(self, bench: TerminalBench, register: Register) -> None:
        """Where a started request cannot be stopped the abort says so, and the shopper's card decides."""
        asked, paying = _waiting(register)

        if bench.driver.capabilities().abort_after_start:
            _abort_until_done(bench, asked, paying)
            assert paying.result(20).outcome is Outcome.ABORTED
            assert bench.charged() == 0
        else:
            assert not bench.driver.abort(asked.service_id, new_id())
            assert bench.tap()
            assert paying.result(20).outcome is Outcome.APPROVED
            assert bench.charged() == 12_800

    def test_abort_that_comes_after_the_card_cannot_undo_the_approval(
        self, bench: TerminalBench, register: Register
    ) -> None:
        """I-1: the end of a cancelled payment is the payment's own answer, never the abort's."""
        bench.next("approve", after=0.4)
        asked = register.asks()
        paying = register.starts(asked)
        assert bench.tap()
        assert bench.wait_until_authorising()

        bench.driver.abort(asked.service_id, new_id())

        assert paying.result(20).outcome is Outcome.APPROVED
        assert bench.charged() == 12_800

    def test_an_abort_that_races_the_card_ends_as_the_ledger_says(
        self, bench: TerminalBench, register: Register
    ) -> None:
        """I-1: whoever wins, result and ledger agree."""
        for number in range(6):
            before = bench.charged()
            asked, paying = _waiting(register)
            racer = threading.Thread(target=bench.driver.abort, args=(asked.service_id, new_id()))
            racer.start()
            time.sleep(0.003 * number)
            while not paying.done():
                bench.tap(0.1)
            racer.join()
            result = paying.result(20)

            assert result.outcome in (Outcome.APPROVED, Outcome.ABORTED)
            assert bench.charged() - before == result.charged

    # -- lost answers ------------------------------------------------------------------------------

    def test_a_lost_answer_is_unknown_and_status_finds_the_approval(
        self, bench: TerminalBench, register: Register
    ) -> None:
        """I-1, I-9, F-18: found by this driver and by that of a restarted kiosk, which remembers nothing."""
        bench.next("lost")
        asked = register.asks()

        result = register.pays(asked)

        assert (result.outcome, result.charged) == (Outcome.UNKNOWN, 0)
        for driver in (bench.driver, register.rebuilt()):
            status = register.settles(asked, driver)
            assert status.result is not None
            assert status.result.outcome is Outcome.APPROVED
            assert (status.result.charged, status.result.currency) == (12_800, "KRW")
            assert status.result.handle
        assert bench.charged() == 12_800

    def test_what_was_found_can_be_given_back(self, bench: TerminalBench, register: Register) -> None:
        bench.next("lost")
        asked = register.asks()
        register.pays(asked)
        found = register.settles(asked, register.rebuilt()).result
        assert found is not None

        assert register.gives_back(found).outcome is Outcome.APPROVED
        assert bench.charged() == 0

    def test_a_payment_is_found_under_another_time_too(self, bench: TerminalBench, register: Register) -> None:
        """I-9: clocks measure, they do not name; a question that says another time is not about another payment."""
        bench.next("lost")
        asked = register.asks()
        register.pays(asked)
        wrote = register.wrote(asked)
        sent = datetime.fromisoformat(wrote.requested_at)

        for seconds in (-0.004, 0.004):
            question = replace(wrote, requested_at=(sent + timedelta(seconds=seconds)).isoformat())

            assert found_charge(register.finds(question, register.rebuilt())) == bench.charged() == 12_800

    @pytest.mark.parametrize("outcome", ["lost", "lost_request"])
    @pytest.mark.parametrize("used", [False, True], ids=["first", "later"])
    def test_another_terminal_in_its_place_proves_nothing(
        self, bench: TerminalBench, register: Register, outcome: str, used: bool
    ) -> None:
        """I-1, payment.md 2.6: its "not found" is true and says nothing, and what it charged since is not ours."""
        if used:
            register.pays()
        bench.next(outcome)
        asked = register.asks()
        assert register.pays(asked, tap=outcome == "lost").outcome is Outcome.UNKNOWN
        question, other = register.wrote(asked), register.elsewhere()

        unused = [other.status(question, new_id()) for _ in range(2)]
        register.mark = other.health().mark or register.mark
        assert other.authorise(register.asks(), ignore).outcome is Outcome.APPROVED
        for status in (*unused, other.status(question, new_id())):
            assert status.outcome is StatusOutcome.UNPROVEN
            assert status.result is None
            assert status.message
            assert status.evidence

    def test_a_terminal_that_is_away_takes_no_request_that_was_written_down_for_another(
        self, bench: TerminalBench, register: Register
    ) -> None:
        """payment.md 4: whom a question after a restart has to go to is known before the first byte leaves."""
        asked, other = register.asks(), register.elsewhere()

        result = other.authorise(asked, ignore)

        if result.outcome is Outcome.NOT_SENT:
            assert result.mark not in ("", asked.mark)
            register.keeps(result)
            assert other.authorise(register.asks(), ignore).outcome is Outcome.APPROVED
        else:
            assert other.status(register.wrote(asked), new_id()).outcome is not StatusOutcome.NOT_FOUND

    def test_months_are_those_that_were_asked_for_also_when_found_by_status(
        self, bench: TerminalBench, register: Register
    ) -> None:
        months = bench.driver.capabilities().months
        bench.next("lost")
        asked = register.asks(60_000, months=months[0] if months else 0)
        register.pays(asked)

        found = register.settles(asked, register.rebuilt()).result

        assert found is not None
        assert (found.outcome, found.approved_months) == (Outcome.APPROVED, asked.months)

    def test_a_lost_refusal_is_no_approval(self, bench: TerminalBench, register: Register) -> None:
        """The line breaks while the host is asked, and nothing was charged."""
        bench.next("decline", after=0.5)
        asked = register.asks()
        paying = register.starts(asked)
        assert bench.tap()
        assert bench.wait_until_authorising()
        bench.cut_line()
        assert paying.result(20).outcome is Outcome.UNKNOWN
        bench.mend_line()

        assert found_charge(register.settles(asked)) == 0
        assert bench.charged() == 0

    def test_a_request_the_terminal_never_took_up_is_not_found(self, bench: TerminalBench, register: Register) -> None:
        register.pays()  # the same amount, so that it could be taken for the lost one
        bench.next("lost_request")
        asked = register.asks()

        assert register.pays(asked, tap=False).outcome is Outcome.UNKNOWN
        for driver in (bench.driver, register.rebuilt()):
            assert register.settles(asked, driver).outcome is _not_charged(bench, "lost_request")
        assert bench.charged() == 12_800

    def test_a_damaged_answer_is_unknown(self, bench: TerminalBench, register: Register) -> None:
        bench.next("garbled")
        asked = register.asks()

        assert register.pays(asked).outcome is Outcome.UNKNOWN
        assert found_charge(register.settles(asked)) == bench.charged() == 12_800

    def test_an_answer_that_comes_twice_counts_once(self, bench: TerminalBench, register: Register) -> None:
        bench.next("twice")

        first = register.pays()
        second = register.pays(register.asks(700))

        assert (first.outcome, first.charged) == (Outcome.APPROVED, 12_800)
        assert (second.outcome, second.charged) == (Outcome.APPROVED, 700)
        assert bench.charged() == 13_500

    def test_the_answer_to_another_attempt_is_never_taken(self, bench: TerminalBench, register: Register) -> None:
        """T-12, F-19: also when the other attempt was over the same amount."""
        register.pays()
        bench.next("other_attempt")
        asked = register.asks()

        result = register.pays(asked)

        assert result.outcome in (Outcome.UNKNOWN, Outcome.MISMATCH)
        assert found_charge(register.settles(asked, register.rebuilt())) == bench.charged() - 12_800

    @pytest.mark.parametrize("outcome", ["wrong_amount", "wrong_currency"])
    def test_another_amount_or_currency_is_for_staff(
        self, bench: TerminalBench, register: Register, outcome: str
    ) -> None:
        """T-12. Where the protocol does not tell the amount, the result says that it was not confirmed."""
        confirmed = bench.driver.capabilities().amount_confirmed
        if confirmed:
            bench.next(outcome)

        result = register.pays()

        assert result.amount_confirmed is confirmed
        assert result.outcome is (Outcome.MISMATCH if confirmed else Outcome.APPROVED)
        assert not confirmed or result.message
        assert confirmed or result.charged == 12_800

    def test_a_payment_that_takes_too_long_is_not_known(self, bench: TerminalBench, register: Register) -> None:
        """F-13: own deadlines; what the terminal does afterwards is found by status."""
        driver = register.rebuilt(patience=0.4)
        asked = register.asks()

        assert driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN
        bench.tap(0.3)  # the shopper comes late, or finds a terminal that gave up

        assert found_charge(register.settles(asked)) == bench.charged()

    def test_status_of_a_running_payment_says_nothing_final(self, bench: TerminalBench, register: Register) -> None:
        bench.next("lost", after=1.0)
        asked = register.asks()
        paying = register.starts(asked)
        assert bench.tap()
        assert bench.wait_until_authorising()
        other = register.rebuilt()

        early = other.status(original(asked), new_id())

        assert early.outcome in (StatusOutcome.IN_PROGRESS, StatusOutcome.UNREACHABLE)
        assert paying.result(20).outcome is Outcome.UNKNOWN
        assert found_charge(register.settles(asked, other)) == 12_800

    # -- the terminal and the line -------------------------------------------------------------------

    def test_a_restarted_terminal_remembers_what_it_charged(self, bench: TerminalBench, register: Register) -> None:
        bench.next("lost")
        asked = register.asks()
        register.pays(asked)

        bench.restart_terminal()

        assert found_charge(register.settles(asked)) == bench.charged() == 12_800

    def test_a_terminal_that_loses_power_before_the_card_charged_nothing(
        self, bench: TerminalBench, register: Register
    ) -> None:
        asked, paying = _waiting(register)

        bench.restart_terminal()
        result = paying.result(20)
        status = register.settles(asked)

        assert result.outcome is Outcome.UNKNOWN
        assert bench.charged() == 0
        if status.outcome is StatusOutcome.FINAL:
            assert found_charge(status) == 0
        else:
            assert status.outcome is _not_charged(bench, "restart")
        assert register.pays().outcome is Outcome.APPROVED

    def test_a_line_that_breaks_while_a_card_is_awaited_is_settled_by_what_the_terminal_did(
        self, bench: TerminalBench, register: Register
    ) -> None:
        asked, paying = _waiting(register)
        bench.cut_line()
        assert paying.result(20).outcome is Outcome.UNKNOWN
        assert bench.driver.status(original(asked), new_id()).outcome is StatusOutcome.UNREACHABLE
        bench.mend_line()

        bench.tap(0.2)

        assert found_charge(register.settles(asked)) == bench.charged()

    def test_no_connection_means_not_sent(self, bench: TerminalBench, register: Register) -> None:
        bench.cut_line()

        asked = register.asks()
        result = bench.driver.authorise(asked, ignore)
        status = bench.driver.status(original(asked), new_id())
        aborted = bench.driver.abort(asked.service_id, new_id())

        assert result.outcome is Outcome.NOT_SENT
        assert status.outcome is StatusOutcome.UNREACHABLE
        assert not aborted
        assert bench.driver.health().health is TerminalHealth.UNREACHABLE

    def test_after_not_sent_the_same_request_may_go_out(self, bench: TerminalBench, register: Register) -> None:
        asked = register.asks()
        bench.cut_line()
        assert bench.driver.authorise(asked, ignore).outcome is Outcome.NOT_SENT
        bench.mend_line()

        assert register.pays(asked).outcome is Outcome.APPROVED
        assert bench.charged() == 12_800

    def test_no_request_goes_out_twice_under_one_id(self, bench: TerminalBench, register: Register) -> None:
        """payment.md 5, rule 2."""
        bench.next("lost")
        asked = register.asks()
        register.pays(asked)

        with pytest.raises(DeviceMisused):
            bench.driver.authorise(asked, ignore)
        assert bench.charged() == 12_800

    @pytest.mark.parametrize("seconds", [2 * _YEAR, -2 * _YEAR])
    def test_the_terminals_clock_decides_nothing(
        self, bench: TerminalBench, register: Register, seconds: float
    ) -> None:
        first = register.pays()
        bench.jump_clock(seconds)

        self._settled_by_what_happened(bench, register)
        assert register.gives_back(first).outcome is Outcome.APPROVED or not _by_reference(bench)

    @pytest.mark.parametrize("seconds", [2 * _YEAR, -2 * _YEAR])
    def test_the_registers_clock_decides_nothing(
        self, bench: TerminalBench, register: Register, seconds: float
    ) -> None:
        register.pays()
        register.clock = lambda: datetime.now(UTC) + timedelta(seconds=seconds)

        self._settled_by_what_happened(bench, register)

    def _settled_by_what_happened(self, bench: TerminalBench, register: Register) -> None:
        """One payment whose answer is lost and one whose request is, over the amount that was paid before."""
        before = bench.charged()
        for outcome, charge in (("lost_request", 0), ("lost", 12_800)):
            bench.next(outcome)
            asked = register.asks()
            assert register.pays(asked, tap=outcome == "lost").outcome is Outcome.UNKNOWN
            assert found_charge(register.settles(asked, register.rebuilt())) == charge
            before += charge
            assert bench.charged() == before

    def test_close_ends_a_waiting_payment_as_unknown_soon(self, bench: TerminalBench, register: Register) -> None:
        _asked, paying = _waiting(register)

        bench.driver.close()

        assert paying.result(5).outcome is Outcome.UNKNOWN

    # -- giving back -----------------------------------------------------------------------------------

    def test_a_payment_is_given_back_wholly_and_once(self, bench: TerminalBench, register: Register) -> None:
        """payment.md 5, rule 7; the handle is all that the driver of a restarted kiosk needs."""
        paid = register.pays()

        first = register.gives_back(paid, driver=register.rebuilt())
        second = register.gives_back(paid)

        assert (first.outcome, first.charged) == (Outcome.APPROVED, 0)
        # One that gives back whole payments only may say that this one is back already: no money moves by it.
        whole = not bench.driver.capabilities().partial_reversal
        assert second.outcome in ({Outcome.DECLINED, Outcome.APPROVED} if whole else {Outcome.DECLINED})
        assert bench.charged() == 0

    def test_a_part_is_given_back_or_refused_before_anything_is_sent(
        self, bench: TerminalBench, register: Register
    ) -> None:
        paid = register.pays()

        if not bench.driver.capabilities().partial_reversal:
            with pytest.raises(DeviceMisused):
                bench.driver.reverse(paid.handle, paid.handle_time, 10_000, register.asks(10_000))
            assert bench.charged() == 12_800
            assert register.gives_back(paid, 12_800).outcome is Outcome.APPROVED
            assert bench.charged() == 0
            return
        first = register.gives_back(paid, 10_000)
        second = register.gives_back(paid, 10_000)

        assert first.outcome is Outcome.APPROVED
        assert second.outcome is Outcome.DECLINED
        assert bench.charged() == 2_800

    def test_an_older_payment_is_given_back_where_the_driver_says_so(
        self, bench: TerminalBench, register: Register
    ) -> None:
        older = register.pays()
        register.pays(register.asks(700))

        back = register.gives_back(older)

        by_reference = bench.driver.capabilities().reversal_by_reference
        assert back.outcome is (Outcome.APPROVED if by_reference else Outcome.DECLINED)
        assert bench.charged() == (700 if by_reference else 13_500)

    def test_a_payment_the_terminal_does_not_know_is_not_given_back(
        self, bench: TerminalBench, register: Register
    ) -> None:
        register.pays()

        assert register.gives_back(bench.stranger).outcome is Outcome.DECLINED
        assert bench.charged() == 12_800

    def test_a_refused_reversal_gives_nothing_back(self, bench: TerminalBench, register: Register) -> None:
        paid = register.pays()
        bench.next_reversal("decline")

        assert register.gives_back(paid).outcome is Outcome.DECLINED
        assert bench.charged() == 12_800

    def test_a_reversal_whose_answer_is_lost_is_unknown_and_found_by_status(
        self, bench: TerminalBench, register: Register
    ) -> None:
        paid = register.pays()
        bench.next_reversal("lost")
        asked = register.asks()

        back = register.gives_back(paid, asked=asked)

        assert back.outcome is Outcome.UNKNOWN
        for driver in (bench.driver, register.rebuilt()):  # I-9: the kiosk may have been restarted meanwhile
            status = register.settles(asked, driver, Operation.REVERSAL, paid.handle)
            assert status.result is not None
            assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, 0)
        assert bench.charged() == 0

    def test_a_reversal_the_terminal_never_took_up_gave_nothing_back(
        self, bench: TerminalBench, register: Register
    ) -> None:
        """I-2: found so, and the payment can be given back once more under a new id."""
        paid = register.pays()
        bench.next_reversal("lost_request")
        asked = register.asks()

        assert register.gives_back(paid, asked=asked).outcome is Outcome.UNKNOWN
        status = register.settles(asked, register.rebuilt(), Operation.REVERSAL, paid.handle)

        assert status.outcome is _not_charged(bench, "lost_request")
        assert bench.charged() == 12_800
        assert register.gives_back(paid).outcome is Outcome.APPROVED
        assert bench.charged() == 0

    # -- how it is, and what it can --------------------------------------------------------------------

    def test_a_ready_terminal_is_ready_and_a_paying_one_is_busy(self, bench: TerminalBench, register: Register) -> None:
        assert bench.driver.health().health is TerminalHealth.READY
        _asked, paying = _waiting(register)

        assert bench.driver.health().health is TerminalHealth.BUSY
        assert bench.tap()
        paying.result(20)

    def test_a_printer_without_paper_is_told_and_hides_no_charge(
        self, bench: TerminalBench, register: Register
    ) -> None:
        driver = bench.driver
        if not bench.paper_out(True):
            assert "print" not in driver.capabilities().extras
            assert driver.health().health is TerminalHealth.READY
            return

        assert driver.health().health is TerminalHealth.PAPER_OUT
        assert not isinstance(driver, PrintsLines) or not driver.print_lines(("Baro",), new_id())
        paying = register.starts(register.asks())
        bench.tap(0.5)
        result = paying.result(20)
        assert result.outcome in (Outcome.APPROVED, Outcome.UNAVAILABLE)
        assert bench.charged() == result.charged
        bench.paper_out(False)
        assert driver.health().health is TerminalHealth.READY
        assert not isinstance(driver, PrintsLines) or driver.print_lines(("Baro",), new_id())

    def test_an_end_of_day_that_is_due_is_told_and_done(self, bench: TerminalBench, register: Register) -> None:
        driver = bench.driver
        paid = register.pays()
        if not bench.end_of_day_due(True):
            assert driver.health().health is TerminalHealth.READY
            assert register.pays().outcome is Outcome.APPROVED
            return

        assert driver.health().health is TerminalHealth.END_OF_DAY_DUE
        assert isinstance(driver, ClosesDay)
        refused = register.pays(tap=False)
        assert (refused.outcome, refused.charged) == (Outcome.UNAVAILABLE, 0)
        totals = driver.end_of_day(new_id())
        register.mark = totals.mark or register.mark

        assert (totals.known, totals.closed, totals.amount) == (True, True, paid.charged)
        assert register.pays().outcome is Outcome.APPROVED

    def test_what_it_says_it_can_is_what_it_has(self, bench: TerminalBench) -> None:
        """The extras named are exactly the protocols that the driver has."""
        capabilities = bench.driver.capabilities()

        assert capabilities.extras == {name for name, kind in EXTRAS.items() if isinstance(bench.driver, kind)}

    def test_a_refund_is_money_the_other_way(self, bench: TerminalBench, register: Register) -> None:
        driver = bench.driver
        if not isinstance(driver, Refunds):
            assert "refund" not in bench.driver.capabilities().extras
            return
        asked = register.asks(3_000)

        refunding = register.start(lambda: register.keeps(driver.refund(asked, ignore)))
        assert bench.tap()
        result = refunding.result(20)

        assert (result.outcome, result.charged, result.currency) == (Outcome.APPROVED, 3_000, "KRW")
        assert bench.charged() == -3_000

    def test_a_refund_whose_answer_is_lost_is_found(self, bench: TerminalBench, register: Register) -> None:
        driver = bench.driver
        if not isinstance(driver, Refunds):
            assert "refund" not in bench.driver.capabilities().extras
            return
        bench.next("lost")
        asked = register.asks(3_000)
        refunding = register.start(lambda: driver.refund(asked, ignore))
        assert bench.tap()

        assert refunding.result(20).outcome is Outcome.UNKNOWN
        for found_by in (driver, register.rebuilt()):
            assert found_charge(register.settles(asked, found_by, Operation.REFUND)) == 3_000
        assert bench.charged() == -3_000

    def test_a_text_is_shown_where_it_can_be(self, bench: TerminalBench) -> None:
        driver = bench.driver
        if isinstance(driver, ShowsText):
            assert driver.display(("바로", "Welcome"), 1, new_id())
            bench.cut_line()
            assert not driver.display(("바로",), 1, new_id())
        else:
            assert "display" not in bench.driver.capabilities().extras


def _waiting(register: Register) -> tuple[MoneyRequest, Future[TerminalResult]]:
    """A payment that went out and waits for its card, or is about to."""
    asked = register.asks()
    told = threading.Event()
    paying = register.starts(asked, lambda _news: told.set())
    assert told.wait(5)
    return asked, paying


def _not_charged(bench: TerminalBench, situation: str) -> StatusOutcome:
    return StatusOutcome.UNPROVEN if situation in bench.unproven else StatusOutcome.NOT_FOUND


def _by_reference(bench: TerminalBench) -> bool:
    return bench.driver.capabilities().reversal_by_reference


def _abort_until_done(bench: TerminalBench, asked: MoneyRequest, paying: Future[TerminalResult]) -> None:
    """The request is written a moment before the terminal takes it up; aborts may be repeated freely."""
    deadline = time.monotonic() + 10
    while not paying.done() and time.monotonic() < deadline:
        bench.driver.abort(asked.service_id, new_id())
        time.sleep(0.05)
