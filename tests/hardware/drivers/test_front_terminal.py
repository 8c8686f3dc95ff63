"""The Toss Front driver, our plug-in in a real browser, and a terminal around it that has every kind of bad luck."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hardware.drivers.front_terminal import FrontTerminal
from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import (
    AmountSplit,
    MoneyRequest,
    Operation,
    Outcome,
    StatusOutcome,
    TerminalHealth,
    TerminalResult,
    TerminalStatus,
)
from hardware.simulators.front_browser import Chromium, find_chromium
from hardware.simulators.front_payment_app import FrontState
from tests.hardware.drivers.front_bench import FrontBench, settings_for
from tests.hardware.drivers.terminal_bench import Register, TerminalBench, ignore, new_id, original
from tests.hardware.drivers.terminal_conformance import TerminalConformance

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as browser:
        yield browser


@pytest.fixture
def bench(tmp_path: Path, browser: Chromium) -> Iterator[FrontBench]:
    bench = FrontBench(tmp_path, browser)
    yield bench
    problems = bench.simulator.page.problems
    bench.close()
    assert problems == []


class TestConformance(TerminalConformance):
    def test_a_refused_card_charges_nothing(self, bench: TerminalBench, register: Register) -> None:
        """The protocol has no word for a refusal (1.3): the terminal tells the shopper, who gives up there."""
        bench.next("decline")

        result = register.pays()

        assert (result.outcome, result.charged, result.reason) == (Outcome.ABORTED, 0, "CANCELED")
        assert bench.charged() == 0


@pytest.fixture
def register(bench: FrontBench) -> Iterator[Register]:
    register = Register(bench)
    yield register
    register.close()


def _asked_status(bench: FrontBench, asked: MoneyRequest, driver: FrontTerminal | None = None) -> TerminalStatus:
    return (driver or bench.driver).status(original(asked), new_id())


def _until(bench: FrontBench, asked: MoneyRequest, wanted: StatusOutcome, seconds: float = 15) -> TerminalStatus:
    """Ask as the till does until this is the answer."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        status = _asked_status(bench, asked)
        if status.outcome is wanted:
            return status
        time.sleep(0.05)
    raise AssertionError(f"never {wanted}, but {status}")


def _hasty(bench: FrontBench, **changes: Any) -> FrontTerminal:
    """The bench's driver anew, with little time for a payment."""
    bench.driver.close()
    bench.driver = FrontTerminal(settings_for(bench.simulator, **({"payment_timeout": 1.0, "grace": 0.2} | changes)))
    return bench.driver


class TestWhatMayGoWrong:
    """The cases of payment-korea.md 1.6, one test each: F-18, F-19, I-1, I-9, T-12."""

    def test_a_result_that_comes_too_late_is_found(self, bench: FrontBench, register: Register) -> None:
        driver = _hasty(bench)
        bench.next("approve", after=1.8)
        asked = register.asks()

        assert register.pays(asked, driver=driver).outcome is Outcome.UNKNOWN
        status = _until(bench, asked, StatusOutcome.FINAL)

        assert status.result is not None
        assert (status.result.outcome, status.result.charged) == (Outcome.APPROVED, 12_800)

    def test_a_lost_result_is_found_by_the_terminals_own_look_up(self, bench: FrontBench, register: Register) -> None:
        """The page is loaded anew while the card is awaited; the payment application goes on."""
        asked = register.asks()
        paying = register.starts(asked)
        assert bench.simulator.wait_for(FrontState.WAITING_FOR_CARD)
        bench.simulator.reload_plugin()
        assert paying.result(20).outcome is Outcome.UNKNOWN
        assert _asked_status(bench, asked).outcome is StatusOutcome.IN_PROGRESS

        assert bench.tap()
        status = _until(bench, asked, StatusOutcome.FINAL)

        assert status.result is not None
        assert status.result.outcome is Outcome.APPROVED
        assert bench.simulator.calls()["getPayment"] >= 1
        assert register.gives_back(status.result).outcome is Outcome.APPROVED

    def test_a_lost_result_that_the_look_up_misses_is_unproven_never_unpaid(
        self, bench: FrontBench, register: Register
    ) -> None:
        driver = _hasty(bench)
        bench.next("miss")
        asked = register.asks()

        assert register.pays(asked, driver=driver).outcome is Outcome.UNKNOWN
        first = _until(bench, asked, StatusOutcome.UNPROVEN)
        second, third = _asked_status(bench, asked), _asked_status(bench, asked)

        assert bench.charged() == 12_800
        assert [status.ask_after for status in (first, second, third)] == [10.0, 60.0, 60.0]
        assert second.outcome is third.outcome is StatusOutcome.UNPROVEN
        assert dict(third.evidence)["found by the payment application"] == "no"
        assert dict(third.evidence)["request seen by the plug-in"] == "yes"
        assert dict(third.evidence)["amount"] == "12800 KRW"

    def test_a_timeout_that_charged_is_an_approval(self, bench: FrontBench, register: Register) -> None:
        bench.next("timeout_hit")

        result = register.pays()

        assert (result.outcome, result.charged) == (Outcome.APPROVED, bench.charged())

    def test_a_timeout_that_charges_a_moment_later_is_found(self, bench: FrontBench, register: Register) -> None:
        bench.next("timeout_later", after=0.3)
        asked = register.asks()

        assert register.pays(asked).outcome is Outcome.UNKNOWN
        found = _approval(_until(bench, asked, StatusOutcome.FINAL))
        assert (found.outcome, found.charged) == (Outcome.APPROVED, 12_800)
        assert bench.charged() == 12_800

    def test_a_timeout_without_a_charge_is_for_staff(self, bench: FrontBench, register: Register) -> None:
        bench.next("timeout")
        asked = register.asks()

        assert register.pays(asked, tap=False).outcome is Outcome.UNKNOWN
        assert _asked_status(bench, asked).outcome is StatusOutcome.UNPROVEN

    @pytest.mark.parametrize(("outcome", "ends"), [("thrown", Outcome.UNKNOWN), ("thrown_hit", Outcome.APPROVED)])
    def test_a_call_that_throws_says_nothing(
        self, bench: FrontBench, register: Register, outcome: str, ends: Outcome
    ) -> None:
        bench.next(outcome)

        assert register.pays(tap=outcome == "thrown_hit").outcome is ends

    def test_a_storage_that_was_emptied_proves_nothing(self, bench: FrontBench, register: Register) -> None:
        bench.next("lost_request")
        asked = register.asks()
        assert register.pays(asked, tap=False).outcome is Outcome.UNKNOWN
        assert _asked_status(bench, asked).outcome is StatusOutcome.NOT_FOUND

        bench.simulator.lose_storage()
        status = _asked_status(bench, asked)

        assert status.outcome is StatusOutcome.UNPROVEN
        assert dict(status.evidence)["storage"] == "another or emptied"

    def test_a_charge_is_found_without_the_plugins_storage(self, bench: FrontBench, register: Register) -> None:
        bench.next("lost")
        asked = register.asks()
        register.pays(asked)

        bench.simulator.lose_storage()
        status = _asked_status(bench, asked)

        assert status.result is not None
        found = register.keeps(status.result)
        assert found.outcome is Outcome.APPROVED
        assert register.gives_back(found).outcome is Outcome.APPROVED

    @pytest.mark.parametrize("serial", ["FRONT0000000001", "FRONT0000000002"])
    def test_a_request_goes_to_the_memory_that_was_written_down_with_it_only(
        self, bench: FrontBench, register: Register, serial: str
    ) -> None:
        """I-9: after a restart nothing else tells whose "never seen" counts; the next request names the new one."""
        asked, paid = register.asks(), register.pays()
        back = register.asks()
        bench.simulator.swap_device(serial)

        refused = bench.driver.authorise(asked, ignore)
        kept = bench.driver.reverse(paid.handle, paid.handle_time, None, back)

        assert refused.outcome is Outcome.NOT_SENT
        assert kept.outcome is (Outcome.NOT_SENT if serial == "FRONT0000000001" else Outcome.DECLINED)
        assert serial in refused.message
        seen = bench.simulator.requests_seen()
        assert (seen["pay"], seen.get("cancel", 0)) == (1, 0)
        register.keeps(refused)
        assert register.pays().outcome is Outcome.APPROVED

    def test_another_terminal_knows_nothing_of_it(self, bench: FrontBench, register: Register) -> None:
        paid = register.pays()
        bench.next("lost")
        asked = register.asks()
        register.pays(asked)

        bench.simulator.swap_device("FRONT0000000002")
        status = _asked_status(bench, asked)
        back = bench.driver.reverse(paid.handle, paid.handle_time, None, register.asks())

        assert status.outcome is StatusOutcome.UNPROVEN
        assert dict(status.evidence)["terminal"] == "FRONT0000000002"
        assert dict(status.evidence)["terminal it was sent to"] == "FRONT0000000001"
        assert (back.outcome, bench.simulator.requests_seen().get("cancel", 0)) == (Outcome.DECLINED, 0)
        assert "FRONT0000000001" in back.message

    def test_the_configured_terminal_only_is_used(self, bench: FrontBench, register: Register) -> None:
        driver = FrontTerminal(settings_for(bench.simulator, serial="FRONT0000000009"))

        assert driver.authorise(register.asks(), ignore).outcome is Outcome.NOT_SENT
        report = driver.health()
        driver.close()

        assert report.health is TerminalHealth.NEEDS_ATTENTION
        assert "FRONT0000000009 is configured" in report.message

    def test_approved_months_are_kept_and_cancelled_with(self, bench: FrontBench, register: Register) -> None:
        bench.next("other_months")

        paid = register.pays(register.asks(60_000, months=2))

        assert (paid.outcome, paid.approved_months) == (Outcome.APPROVED, 3)
        assert register.gives_back(paid).outcome is Outcome.APPROVED
        assert bench.charged() == 0

    @pytest.mark.parametrize("outcome", ["cash", "cash_receipt"])
    def test_cash_is_for_staff(self, bench: FrontBench, register: Register, outcome: str) -> None:
        """1.4: what was booked as cash without a receipt cannot be cancelled; a kiosk has no drawer either way."""
        bench.next(outcome)

        result = register.pays()

        assert (result.outcome, result.charged, result.reason) == (Outcome.MISMATCH, 12_800, "CASH")
        assert bool(result.handle) is (outcome == "cash_receipt")
        assert "01012345678" not in repr(result)
        assert not any("01012345678" in value for value in bench.simulator.stored().values())

    @pytest.mark.parametrize("outcome", ["out_of_order", "wrong_mac", "garbled", "other_attempt"])
    def test_a_frame_that_is_not_as_it_must_be_is_no_result(
        self, bench: FrontBench, register: Register, outcome: str
    ) -> None:
        bench.next(outcome)
        asked = register.asks()

        result = register.pays(asked)

        assert (result.outcome, result.charged) == (Outcome.UNKNOWN, 0)
        assert _until(bench, asked, StatusOutcome.FINAL).result is not None

    def test_a_cancel_of_which_the_original_is_not_found_is_refused(
        self, bench: FrontBench, register: Register
    ) -> None:
        paid = register.pays()
        bench.next_reversal("decline")

        back = register.gives_back(paid)

        assert (back.outcome, back.reason) == (Outcome.DECLINED, "PAYMENT_NOT_FOUND")
        assert register.gives_back(paid).outcome is Outcome.APPROVED

    @pytest.mark.parametrize(
        ("outcome", "ends"),
        [("cancel", Outcome.ABORTED), ("timeout", Outcome.UNKNOWN), ("timeout_hit", Outcome.APPROVED)],
    )
    def test_how_a_cancel_ends(self, bench: FrontBench, register: Register, outcome: str, ends: Outcome) -> None:
        paid = register.pays()
        bench.next_reversal(outcome)
        asked = register.asks()

        assert register.gives_back(paid, asked=asked).outcome is ends
        if ends is Outcome.UNKNOWN:
            status = bench.driver.status(original(asked, Operation.REVERSAL, paid.handle), new_id())
            assert status.outcome is StatusOutcome.UNPROVEN

    def test_a_cancel_that_never_arrived_is_not_found(self, bench: FrontBench, register: Register) -> None:
        paid = register.pays()
        bench.next_reversal("lost_request")
        asked = register.asks()

        assert register.gives_back(paid, asked=asked).outcome is Outcome.UNKNOWN
        status = bench.driver.status(original(asked, Operation.REVERSAL, paid.handle), new_id())

        assert status.outcome is StatusOutcome.NOT_FOUND
        assert bench.charged() == 12_800


def _approval(status: TerminalStatus) -> TerminalResult:
    assert status.result is not None
    return status.result


class TestBeforeItBegins:
    """What was not begun is taken back; what begun is never begun twice."""

    def test_a_request_is_taken_back_before_its_payment_begins(self, bench: FrontBench, register: Register) -> None:
        bench.simulator.slow_storage(0.4)
        asked = register.asks()
        paying = register.starts(asked)
        _until_commanded(bench, "pay")

        assert bench.driver.abort(asked.service_id, new_id())

        assert paying.result(20).outcome is Outcome.ABORTED
        assert "requestPayment" not in bench.simulator.calls()
        assert _approval(_asked_status(bench, asked)).outcome is Outcome.ABORTED

    def test_a_request_whose_register_is_gone_is_not_begun(self, bench: FrontBench, register: Register) -> None:
        """A kiosk that died and came back must never hear "never seen" and see a charge afterwards."""
        bench.simulator.slow_storage(0.4)
        asked = register.asks()
        paying = register.starts(asked)
        _until_commanded(bench, "pay")

        other = register.rebuilt()
        assert other.health().health is TerminalHealth.BUSY

        assert paying.result(20).outcome is Outcome.UNKNOWN
        assert _approval(_until(bench, asked, StatusOutcome.FINAL)).outcome is Outcome.ABORTED
        assert "requestPayment" not in bench.simulator.calls()

    def test_a_terminal_that_is_too_slow_to_begin_does_not_begin(self, bench: FrontBench, register: Register) -> None:
        driver = _hasty(bench, answer_timeout=0.3, payment_timeout=6.0)
        asked = register.asks()
        assert driver.health().health is TerminalHealth.READY
        bench.simulator.slow_storage(0.4)

        assert driver.authorise(asked, ignore).outcome is Outcome.UNKNOWN
        bench.simulator.slow_storage(0)

        assert _approval(_until(bench, asked, StatusOutcome.FINAL)).outcome is Outcome.ABORTED
        assert "requestPayment" not in bench.simulator.calls()

    def test_a_call_that_hangs_is_not_waited_for_for_ever(self, bench: FrontBench, register: Register) -> None:
        """The payment application ignores its own time: after the register's, staff are asked."""
        driver = _hasty(bench)
        bench.next("approve", after=4.0)
        asked = register.asks()
        assert register.pays(asked, driver=driver).outcome is Outcome.UNKNOWN

        status = _until(bench, asked, StatusOutcome.UNPROVEN)

        assert dict(status.evidence)["ended"] == "still running, overdue"
        assert _approval(_until(bench, asked, StatusOutcome.FINAL)).charged == bench.charged() == 12_800

    def test_a_key_is_used_once(self, bench: FrontBench, register: Register) -> None:
        """payment.md 5, rule 2, also by a driver that does not remember it."""
        asked = register.asks()
        assert register.pays(asked).outcome is Outcome.APPROVED

        again = register.rebuilt().authorise(asked, ignore)

        assert again.outcome is Outcome.UNKNOWN
        assert bench.simulator.calls()["requestPayment"] == 1
        assert bench.charged() == 12_800

    def test_a_terminal_whose_storage_fails_begins_nothing(self, bench: FrontBench, register: Register) -> None:
        bench.simulator.break_storage()

        result = bench.driver.authorise(register.asks(), ignore)

        assert (result.outcome, result.reason) == (Outcome.UNAVAILABLE, "storage")
        assert "requestPayment" not in bench.simulator.calls()

    def test_what_the_terminal_cannot_take_is_refused_before_anything_is_sent(
        self, bench: FrontBench, register: Register
    ) -> None:
        good = register.asks()
        for wrong in (
            {"currency": "EUR"},
            {"amount": 0},
            {"months": 1},
            {"months": 13},
            {"split": AmountSplit(10_000, 1_000)},
            {"service_id": "no good"},
            {"requested_at": "2026-03-01T19:15:30"},
            {"requested_at": "yesterday"},
        ):
            with pytest.raises(DeviceMisused):
                bench.driver.authorise(replace(good, **wrong), ignore)
        assert bench.simulator.requests_seen().get("pay", 0) == 0

    def test_amounts_are_asked_for_as_they_are_made_up(self, bench: FrontBench, register: Register) -> None:
        """1.2: by default tax-free goods are in supplyValue, so that the total is right in any case."""
        split = AmountSplit(supply=10_000, vat=1_000, tax_free=1_500, service=300)
        paid = register.pays(replace(register.asks(), split=split))
        sent = bench.simulator.last("pay")

        assert paid.outcome is Outcome.APPROVED
        assert (sent["supplyValue"], sent["tax"], sent["tip"]) == (11_500, 1_000, 300)
        assert "taxExemptValue" not in sent
        assert sent["exclude"] == ["CASH"]
        assert register.gives_back(paid).outcome is Outcome.APPROVED
        assert bench.charged() == 0

    def test_a_found_payment_is_cancelled_with_the_amounts_it_was_asked_for_with(
        self, bench: FrontBench, register: Register
    ) -> None:
        bench.next("lost")
        asked = replace(register.asks(), split=AmountSplit(supply=10_000, vat=1_000, tax_free=1_800))
        register.pays(asked)
        found = _approval(_asked_status(bench, asked, register.rebuilt()))  # type: ignore[arg-type]

        assert register.gives_back(found).outcome is Outcome.APPROVED

    def test_a_wallet_is_cancelled_with_its_management_id(self, bench: FrontBench, register: Register) -> None:
        bench.next("wallet")

        paid = register.pays()

        assert (paid.outcome, paid.wallet, paid.issuer) == (Outcome.APPROVED, "카카오페이", "카카오페이")
        assert register.gives_back(paid).outcome is Outcome.APPROVED

    def test_a_whole_card_number_is_masked_and_told(self, bench: FrontBench, register: Register) -> None:
        """T-13."""
        bench.next("card_number")

        paid = register.pays()

        assert paid.card_number_seen
        assert "4111111111111111" not in repr(paid)


def _until_commanded(bench: FrontBench, name: str) -> None:
    deadline = time.monotonic() + 5
    while bench.simulator.requests_seen().get(name, 0) == 0:
        assert time.monotonic() < deadline
        time.sleep(0.005)


class TestTheRest:
    def test_health_tells_who_is_there(self, bench: FrontBench) -> None:
        report = bench.driver.health()

        assert report.health is TerminalHealth.READY
        assert report.round_trip_ms is not None
        assert report.versions["serial"] == "FRONT0000000001"
        assert report.versions["plugin"] == "1.0.0"
        assert report.mark.startswith("front1 FRONT0000000001/")

    def test_a_wrong_pairing_key_is_said_in_words(self, bench: FrontBench, register: Register) -> None:
        driver = FrontTerminal(settings_for(bench.simulator, pairing_key="ab" * 32))

        report = driver.health()
        result = driver.authorise(register.asks(), ignore)

        assert report.health is TerminalHealth.NEEDS_ATTENTION
        assert "another pairing key" in report.message
        assert result.outcome is Outcome.NOT_SENT
        assert "requestPayment" not in bench.simulator.calls()

    def test_silence_is_filled_with_pings(self, bench: FrontBench) -> None:
        driver = FrontTerminal(settings_for(bench.simulator, ping_every=0.05))
        assert driver.health().health is TerminalHealth.READY
        before = bench.simulator.requests_seen()["ping"]
        deadline = time.monotonic() + 5
        while bench.simulator.requests_seen()["ping"] < before + 3:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        driver.close()

    def test_the_terminal_scans_a_code(self, bench: FrontBench) -> None:
        bench.simulator.hold_code("8801234567893")

        assert bench.driver.scan_code(3, new_id()) == "8801234567893"
        assert bench.driver.scan_code(1, new_id()) == ""  # nobody holds anything to it

    def test_the_slip_is_printed_where_the_shop_wants_it(self, bench: FrontBench, register: Register) -> None:
        driver = _hasty(bench, payment_timeout=6.0, print_receipt=True)
        asked = register.asks()

        register.pays(asked, driver=driver)

        _name, given = next(one for one in bench.simulator.shown() if one[0] == "printReceipt")
        assert given["paymentKey"].startswith(f"baro-{asked.service_id}-")

    def test_two_requests_at_once_are_one(self, bench: FrontBench, register: Register) -> None:
        """One dialogue at a time, for scanning too."""
        first = register.starts(register.asks())
        assert bench.simulator.wait_for(FrontState.WAITING_FOR_CARD)
        other = register.rebuilt()

        assert other.health().health is TerminalHealth.BUSY
        assert other.authorise(register.asks(700), ignore).outcome is Outcome.BUSY
        assert bench.tap()
        assert first.result(20).outcome is Outcome.UNKNOWN  # its line went to the other
        assert bench.simulator.wait_for(FrontState.IDLE)
        assert bench.charged() == 12_800

    def test_closing_twice_and_while_asked_is_quiet(self, bench: FrontBench) -> None:
        closing = [threading.Thread(target=bench.driver.close) for _ in range(3)]
        for thread in closing:
            thread.start()
        for thread in closing:
            thread.join(5)
        assert bench.driver.health().health is TerminalHealth.UNREACHABLE


class TestOtherVersions:
    """The vendor's script changes: functions are looked for, and what is missing is said."""

    @pytest.fixture
    def simulated(self, request: pytest.FixtureRequest) -> dict[str, Any]:
        return dict(request.param)

    @pytest.fixture
    def bench(self, tmp_path: Path, browser: Chromium, simulated: dict[str, Any]) -> Iterator[FrontBench]:
        bench = FrontBench(tmp_path, browser, **simulated)
        yield bench
        bench.close()

    @pytest.mark.parametrize("simulated", [{"without": ("getPayment",)}], indirect=True)
    def test_the_older_name_of_the_look_up_serves(self, bench: FrontBench, register: Register) -> None:
        bench.next("timeout_hit")

        assert register.pays().outcome is Outcome.APPROVED
        assert bench.simulator.calls()["getPaymentByKey"] == 1

    @pytest.mark.parametrize("simulated", [{"without": ("getPayment", "getPaymentByKey")}], indirect=True)
    def test_without_a_look_up_a_cancelled_payment_stays_unknown(self, bench: FrontBench, register: Register) -> None:
        assert bench.driver.health().health is TerminalHealth.NEEDS_ATTENTION
        asked = register.asks()
        paying = register.starts(asked)
        assert bench.simulator.press_cancel(5)

        assert paying.result(20).outcome is Outcome.UNKNOWN
        assert dict(_asked_status(bench, asked).evidence)["found by the payment application"] == "cannot say"

    @pytest.mark.parametrize(
        "simulated", [{"without": ("renderOrderPage", "renderResultPage", "openToast", "printReceipt")}], indirect=True
    )
    def test_missing_pages_cost_no_payment(self, bench: FrontBench, register: Register) -> None:
        assert register.pays().outcome is Outcome.APPROVED
        assert not bench.driver.display(("바로",), 1, new_id())

    @pytest.mark.parametrize("simulated", [{"pairing_key": ""}], indirect=True)
    def test_a_terminal_that_was_never_paired_says_so(self, bench: FrontBench) -> None:
        report = bench.driver.health()

        assert report.health is TerminalHealth.NEEDS_ATTENTION
        assert "no pairing key yet" in report.message
