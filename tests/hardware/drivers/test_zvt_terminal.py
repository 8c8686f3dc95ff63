"""The ZVT driver against its simulator over real sockets and ptys: the common suite and what is ZVT's own."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import (
    Outcome,
    StatusOutcome,
    TerminalEvent,
    TerminalNews,
    TerminalResult,
)
from hardware.simulators.zvt_script import Rule
from hardware.simulators.zvt_voice import TEST_CARD_NUMBER
from tests.hardware.drivers.terminal_bench import (
    Register,
    TerminalBench,
    found_charge,
    ignore,
    new_id,
    original,
    request,
)
from tests.hardware.drivers.terminal_conformance import TerminalConformance
from tests.hardware.drivers.zvt_bench import ZvtBench


class ZvtConformance(TerminalConformance):
    """The common suite, where a damaged result is refused, so that the terminal takes the payment back by itself."""

    rule = Rule.CLASSIC
    serial = False

    @pytest.fixture
    def bench(self, tmp_path: Path) -> Iterator[ZvtBench]:
        bench = ZvtBench(tmp_path, self.rule, self.serial)
        yield bench
        bench.close()

    def test_a_damaged_answer_is_unknown(self, bench: TerminalBench, register: Register) -> None:
        bench.next("garbled")
        asked = register.asks()

        assert register.pays(asked).outcome is Outcome.UNKNOWN
        assert found_charge(register.settles(asked)) == bench.charged() == 0


class TestOverTcp(ZvtConformance):
    pass


class TestOverTcpSynchronised(ZvtConformance):
    rule = Rule.SYNCHRONISED


class TestOverSerial(ZvtConformance):
    serial = True


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[ZvtBench]:
    bench = ZvtBench(tmp_path, texts=True)
    yield bench
    bench.close()


@pytest.fixture
def register(bench: ZvtBench) -> Iterator[Register]:
    register = Register(bench)
    yield register
    register.close()


# -- lost acknowledgements -------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", ["lost", "lost_before_status", "lost_in_print"])
def test_by_the_classic_rule_a_lost_acknowledgement_is_no_charge(
    bench: ZvtBench, register: Register, outcome: str
) -> None:
    """F-18: the terminal reverses by itself, and status says so to a kiosk that was restarted."""
    register.pays()
    bench.simulator.next(outcome)
    asked = register.asks()

    assert register.pays(asked).outcome is Outcome.UNKNOWN
    assert register.settles(asked, register.rebuilt()).outcome is StatusOutcome.NOT_FOUND
    assert bench.charged() == 12_800
    assert register.pays().outcome is Outcome.APPROVED  # its number follows one that was given up


@pytest.mark.parametrize("outcome", ["lost", "lost_before_status", "lost_in_print"])
def test_by_the_synchronisation_rule_it_is_a_charge_that_is_found_and_kept(tmp_path: Path, outcome: str) -> None:
    """Nothing is given back behind the register's back: the number that it mirrors is never an old one."""
    bench = ZvtBench(tmp_path, Rule.SYNCHRONISED)
    register = Register(bench)
    register.pays()
    bench.simulator.next(outcome)
    asked = register.asks()

    assert register.pays(asked).outcome is Outcome.UNKNOWN
    assert found_charge(register.settles(asked, register.rebuilt())) == 12_800
    assert register.pays(driver=register.rebuilt()).outcome is Outcome.APPROVED
    assert bench.charged() == 3 * 12_800
    register.close()
    bench.close()


def test_the_first_payment_of_all_is_mirrored_without_a_number(tmp_path: Path) -> None:
    bench = ZvtBench(tmp_path, Rule.SYNCHRONISED)
    register = Register(bench)

    assert register.pays().outcome is Outcome.APPROVED
    register.close()
    bench.close()


def test_not_found_waits_until_the_terminal_can_no_longer_be_at_work(bench: ZvtBench, register: Register) -> None:
    bench.next("lost_request")
    asked = register.asks()
    register.pays(asked, tap=False)

    for driver in (bench.driver, register.rebuilt()):
        status = driver.status(original(asked), new_id())
        assert status.outcome is StatusOutcome.NOT_FOUND
        assert 5.0 <= status.ask_after <= 10.0  # the rest of T4, which is 10 s here


def test_a_status_that_finds_a_busy_terminal_is_in_progress(bench: ZvtBench, register: Register) -> None:
    asked = register.asks()
    told = threading.Event()
    paying = register.starts(asked, lambda _news: told.set())
    assert told.wait(5)

    assert register.rebuilt().status(original(asked), new_id()).outcome is StatusOutcome.IN_PROGRESS
    assert bench.tap()
    assert paying.result(20).outcome is Outcome.APPROVED


# -- numbers that begin anew, and strangers ----------------------------------------------------------


def test_numbers_that_wrap_are_newer(bench: ZvtBench, register: Register) -> None:
    bench.simulator._machine.memory.last_receipt = 9998
    register.pays()
    bench.next("lost")
    asked = register.asks()
    register.pays(asked)

    status = register.settles(asked, register.rebuilt())

    assert status.result is not None
    assert (status.result.receipt_number, status.result.charged) == ("0001", 12_800)


def test_an_end_of_day_between_begins_the_numbers_anew(bench: ZvtBench, register: Register) -> None:
    for _ in range(2):
        register.pays()
    assert bench.rebuilt_driver().end_of_day(new_id()).closed  # by another hand: this register keeps its old mark
    bench.next("lost")
    asked = register.asks()
    register.pays(asked)

    assert found_charge(register.settles(asked, register.rebuilt())) == 12_800


@pytest.mark.parametrize("amount", [700, 12_800])
def test_another_register_at_the_same_terminal_makes_it_a_matter_for_staff(
    bench: ZvtBench, register: Register, amount: int
) -> None:
    """Also when it took the same amount: whose charge it is cannot be told then."""
    register.pays()
    bench.next("lost")
    asked = register.asks()
    register.pays(asked)
    stranger = register.rebuilt()
    paying = register.start(lambda: stranger.authorise(request(amount), ignore))
    assert bench.tap()
    assert paying.result(20).outcome is Outcome.APPROVED

    status = register.settles(asked, register.rebuilt())

    assert status.outcome is StatusOutcome.UNPROVEN
    assert ("amount", str(amount)) in status.evidence
    assert ("receipt before", "1") in status.evidence


def test_another_terminal_at_the_address_is_a_matter_for_staff(tmp_path: Path) -> None:
    bench = ZvtBench(tmp_path)
    register = Register(bench)
    register.pays()
    asked = register.asks()
    bench.cut_line()
    other = ZvtBench(tmp_path / "other", terminal_id="29009999")
    other.simulator.auto_approve_after = 0.0
    other.driver.authorise(request(), ignore)

    assert other.rebuilt_driver().status(original(asked), new_id()).outcome is StatusOutcome.UNPROVEN
    register.close()
    other.close()
    bench.close()


def test_a_result_that_nobody_asked_for_is_not_forgotten_by_the_next_payment(
    bench: ZvtBench, register: Register
) -> None:
    """payment.md 5, rule 1: the terminal keeps one result only."""
    bench.next("lost")
    asked = register.asks()
    register.pays(asked)

    early = bench.driver.authorise(register.asks(700), ignore)
    day = bench.driver.end_of_day(new_id())

    assert early.outcome is Outcome.BUSY
    assert asked.service_id in early.message
    assert not day.known
    assert not day.closed
    assert found_charge(register.settles(asked)) == 12_800
    assert register.pays(register.asks(700)).outcome is Outcome.APPROVED


# -- what the shopper reads and what is printed --------------------------------------------------------


def test_the_terminals_own_words_are_told(bench: ZvtBench, register: Register) -> None:
    told: list[TerminalNews] = []
    paying = register.starts(register.asks(), told.append)
    assert bench.tap()
    paying.result(20)

    assert TerminalNews(TerminalEvent.WAITING_FOR_CARD, "Bitte Karte einstecken") in told
    assert TerminalNews(TerminalEvent.PLEASE_WAIT, "Bitte warten") in told


def test_receipts_come_unchanged_and_say_whose_they_are(bench: ZvtBench, register: Register) -> None:
    bench.next("signature")

    result = register.pays()

    assert result.customer_receipt[0] == "** KUNDENBELEG **"
    assert result.merchant_receipt[0] == "** HÄNDLERBELEG **"
    assert "Unterschrift: ________________" in result.merchant_receipt
    assert result.signature_required
    assert (result.brand, result.approval_code, result.entry_mode) == ("Mastercard", "611804", "contactless")
    assert (result.terminal_id, result.trace, result.receipt_number) == ("29001234", "000001", "0001")


def test_a_register_without_a_printer_takes_no_receipts(bench: ZvtBench) -> None:
    driver = bench.rebuilt_driver(prints=False)
    bench.simulator.auto_approve_after = 0.0

    result = driver.authorise(request(), ignore)
    driver.close()

    assert (result.outcome, result.customer_receipt) == (Outcome.APPROVED, ())
    assert not driver.capabilities().receipts


def test_a_whole_card_number_goes_no_further_than_the_driver(bench: ZvtBench, register: Register) -> None:
    """security.md 1.1."""
    bench.next("card_number")

    result = register.pays()

    assert result.card_number_seen
    assert result.masked_card == "411111******1111"
    assert TEST_CARD_NUMBER not in repr(result)
    assert TEST_CARD_NUMBER not in "".join((*result.customer_receipt, *result.merchant_receipt, result.raw))


# -- the register keeps an approval before it is acknowledged ------------------------------------------


def test_an_approval_is_kept_before_the_terminal_is_told(bench: ZvtBench, register: Register) -> None:
    """payment.md 3.6: journal the result, flush, then 80 00 00."""
    kept: list[tuple[TerminalResult, int]] = []

    def keep(result: TerminalResult) -> bool:
        unfinished = bench.simulator._machine.memory.unfinished()
        kept.append((result, 0 if unfinished is None else unfinished.amount))
        return True

    bench.driver.on_result = keep
    result = register.pays()

    assert result.outcome is Outcome.APPROVED
    assert [(one.outcome, one.charged, unfinished) for one, unfinished in kept] == [(Outcome.APPROVED, 12_800, 12_800)]


def _says_no(_result: TerminalResult) -> bool:
    return False


def _fails(_result: TerminalResult) -> bool:
    raise OSError("the disk is full")


def _is_slow(_result: TerminalResult) -> bool:
    time.sleep(0.5)
    return True


@pytest.mark.parametrize("keep", [_says_no, _fails, _is_slow])
def test_an_approval_that_cannot_be_kept_is_taken_back_by_the_terminal(
    bench: ZvtBench, register: Register, keep: Callable[[TerminalResult], bool]
) -> None:
    driver = bench.rebuilt_driver(keep_within=0.2)
    driver.on_result = keep
    asked = register.asks()

    assert register.pays(asked, driver=driver).outcome is Outcome.UNKNOWN
    assert found_charge(register.settles(asked, driver)) == bench.charged() == 0
    driver.close()


# -- what is never sent --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes", [{"amount": 0}, {"amount": -1}, {"amount": 10**12}, {"currency": "EUR"}, {"months": 3}]
)
def test_what_cannot_be_sent_is_refused_before_anything_is_sent(bench: ZvtBench, changes: dict[str, object]) -> None:
    with pytest.raises(DeviceMisused):
        bench.driver.authorise(replace(request(), **changes), ignore)  # type: ignore[arg-type]
    assert bench.simulator.requests_seen() == {}
