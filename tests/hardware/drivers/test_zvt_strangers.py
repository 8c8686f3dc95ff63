"""A ZVT terminal that other registers, other hands and other terminals' payments meet: nobody's money but ours moves.

I-1, I-2, I-9; payment.md 3.7: receipt numbers come again after an end of day and at every other terminal.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.ports.payment_terminal import (
    MoneyRequest,
    Operation,
    Outcome,
    PaymentTerminal,
    StatusOutcome,
    TerminalResult,
)
from hardware.simulators.zvt_script import Rule
from tests.hardware.drivers.terminal_bench import Register, found_charge, ignore, new_id, request
from tests.hardware.drivers.zvt_bench import ZvtBench, settings


@pytest.fixture(params=[Rule.CLASSIC, Rule.SYNCHRONISED])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ZvtBench]:
    bench = ZvtBench(tmp_path, request.param)
    bench.simulator.auto_approve_after = 0.0
    yield bench
    bench.close()


@pytest.fixture
def register(bench: ZvtBench) -> Iterator[Register]:
    register = Register(bench)
    yield register
    register.close()


def _pays(register: Register, asked: MoneyRequest, driver: PaymentTerminal) -> TerminalResult:
    return register.keeps(driver.authorise(asked, ignore))


def _stranger_pays(bench: ZvtBench, amount: int = 12_800) -> TerminalResult:
    """At another register, which asks for what the terminal keeps as ours does."""
    other = bench.rebuilt_driver()
    paid = other.authorise(request(amount), ignore)
    other.close()
    assert paid.outcome is Outcome.APPROVED
    return paid


@pytest.mark.parametrize("killed", [False, True])
def test_somebody_elses_payment_before_ours_is_never_ours(bench: ZvtBench, register: Register, killed: bool) -> None:
    """The health report between keeps the mark new, so that ours, which never arrived, is not found."""
    _pays(register, register.asks(700), bench.driver)
    _stranger_pays(bench)
    register.looks()
    bench.next("lost_request")
    asked = register.asks()

    assert _pays(register, asked, bench.driver).outcome is Outcome.UNKNOWN
    driver = register.rebuilt() if killed else bench.driver
    assert register.settles(asked, driver).outcome is StatusOutcome.NOT_FOUND


def test_a_request_with_an_old_mark_is_not_sent_and_the_next_has_the_new_one(
    bench: ZvtBench, register: Register
) -> None:
    """A question after a restart would compare with the old mark, and take the stranger's payment for ours."""
    _pays(register, register.asks(700), bench.driver)
    _stranger_pays(bench)
    asked = register.asks()

    early = _pays(register, asked, bench.driver)

    assert (early.outcome, bench.charged()) == (Outcome.NOT_SENT, 13_500)
    assert early.mark not in ("", asked.mark)
    assert "Somebody else" in early.message
    assert _pays(register, register.asks(), bench.driver).outcome is Outcome.APPROVED


def test_a_mark_of_another_driver_is_replaced_before_anything_is_sent(bench: ZvtBench, register: Register) -> None:
    register.mark = '{"serial": "A", "epoch": 3}'
    asked = register.asks()

    first = _pays(register, asked, bench.driver)
    question = replace(register.wrote(asked), mark=asked.mark)

    assert (first.outcome, bench.charged()) == (Outcome.NOT_SENT, 0)
    assert _pays(register, register.asks(), bench.driver).outcome is Outcome.APPROVED
    assert register.rebuilt().status(question, new_id()).outcome is StatusOutcome.UNPROVEN


def test_a_kiosk_that_died_before_it_sent_does_not_find_an_earlier_strangers_payment(
    bench: ZvtBench, register: Register
) -> None:
    """Written down and never sent, with a mark from before the stranger; his payment is older by the clock."""
    _pays(register, register.asks(700), bench.driver)
    asked = register.asks()
    _stranger_pays(bench)
    sent = datetime.now(UTC) + timedelta(minutes=20)
    later = replace(register.wrote(asked), requested_at=sent.isoformat())
    restarted = ZvtTerminal(
        settings(synchronise=bench.rule is Rule.SYNCHRONISED), bench.link(), now=lambda: sent + timedelta(minutes=1)
    )

    assert restarted.status(later, new_id()).outcome is StatusOutcome.UNPROVEN
    restarted.close()


def test_a_part_that_was_allowed_is_found_as_a_part_after_a_restart(bench: ZvtBench, register: Register) -> None:
    bench.driver.close()
    asked = register.asks(allow_partial=True)
    dying = bench.rebuilt_driver()
    bench.next("partial", amount=5_000)
    assert _pays(register, asked, dying).outcome is Outcome.PARTIAL
    dying.close()

    found = register.settles(asked, register.rebuilt()).result

    assert found is not None
    assert (found.outcome, found.charged) == (Outcome.PARTIAL, 5_000)
    not_allowed = replace(register.wrote(asked), allow_partial=False)
    assert register.rebuilt().status(not_allowed, new_id()).outcome is StatusOutcome.UNPROVEN


# -- giving back ---------------------------------------------------------------------------------------


def _reverses(register: Register, paid: TerminalResult, driver: PaymentTerminal) -> TerminalResult:
    return register.keeps(driver.reverse(paid.handle, paid.handle_time, None, register.asks(paid.charged)))


@pytest.mark.parametrize("rebuilt", [False, True])
@pytest.mark.parametrize("by_us", [False, True])
def test_after_an_end_of_day_the_number_is_somebody_elses(
    bench: ZvtBench, register: Register, by_us: bool, rebuilt: bool
) -> None:
    ours = _pays(register, register.asks(), bench.driver)
    totals = (bench.driver if by_us else bench.rebuilt_driver()).end_of_day(new_id())
    assert totals.closed
    stranger = _stranger_pays(bench)
    assert stranger.receipt_number == ours.receipt_number
    if by_us:
        register.mark = totals.mark
    driver = register.rebuilt() if rebuilt else bench.driver
    before = bench.charged()

    for _ in range(2):  # the first may find that the mark is old
        back = _reverses(register, ours, driver)

    assert (back.outcome, back.reason) == (Outcome.DECLINED, "unsure")
    assert "refund" in back.message
    assert bench.charged() == before
    assert _reverses(register, stranger, driver).outcome is Outcome.APPROVED


def test_a_number_that_was_passed_again_unseen_is_not_given_back(bench: ZvtBench, register: Register) -> None:
    """An end of day and two payments at another register: 1 becomes 2, as if nothing had been between."""
    ours = _pays(register, register.asks(), bench.driver)
    other = bench.rebuilt_driver()
    assert other.end_of_day(new_id()).closed
    other.close()
    _stranger_pays(bench)
    _stranger_pays(bench, 700)
    register.looks()
    before = bench.charged()

    for driver in (bench.driver, register.rebuilt()):
        assert _reverses(register, ours, driver).outcome is Outcome.DECLINED
    assert bench.charged() == before


def test_another_terminal_with_the_same_number_gives_nothing_back(bench: ZvtBench, register: Register) -> None:
    ours = _pays(register, register.asks(), bench.driver)
    other = register.elsewhere()
    theirs = other.authorise(request(), ignore)
    assert theirs.receipt_number == ours.receipt_number

    back = _reverses(register, ours, other)

    assert back.outcome is Outcome.DECLINED
    assert "29005678" in back.message
    assert bench.charged() == 12_800
    assert other.reverse(theirs.handle, "", None, request()).outcome is Outcome.APPROVED


def test_a_payment_from_before_a_restart_is_given_back_after_others(bench: ZvtBench, register: Register) -> None:
    """Its day goes on: a restarted kiosk that looked at the terminal's health knows it too."""
    ours = [_pays(register, register.asks(), bench.driver) for _ in range(3)]
    bench.driver.close()
    bench.driver = bench.rebuilt_driver()
    register.looks()
    bench.next("decline")
    _pays(register, register.asks(), bench.driver)
    _stranger_pays(bench)
    register.looks()

    for paid in reversed(ours):
        assert _reverses(register, paid, bench.driver).outcome is Outcome.APPROVED
    assert bench.charged() == 12_800


def test_what_a_stranger_left_between_a_payment_and_its_reversal_is_looked_at_first(
    bench: ZvtBench, register: Register
) -> None:
    ours = _pays(register, register.asks(), bench.driver)
    _stranger_pays(bench)
    asked = register.asks()

    early = bench.driver.reverse(ours.handle, ours.handle_time, None, asked)

    assert (early.outcome, bench.charged()) == (Outcome.NOT_SENT, 25_600)
    register.keeps(early)
    assert _reverses(register, ours, bench.driver).outcome is Outcome.APPROVED
    assert bench.charged() == 12_800


def test_a_refusal_that_the_terminal_keeps_breaks_no_day(tmp_path: Path) -> None:
    bench = ZvtBench(tmp_path, remembers_declines=True)
    bench.simulator.auto_approve_after = 0.0
    register = Register(bench)
    ours = _pays(register, register.asks(), bench.driver)
    bench.next("decline")
    assert _pays(register, register.asks(), bench.driver).outcome is Outcome.DECLINED

    assert _reverses(register, ours, bench.driver).outcome is Outcome.APPROVED
    register.close()
    bench.close()


def test_a_refund_that_a_stranger_made_impossible_to_prove_is_not_sent(bench: ZvtBench, register: Register) -> None:
    _pays(register, register.asks(), bench.driver)
    _stranger_pays(bench)
    asked = register.asks(3_000)

    assert register.keeps(bench.driver.refund(asked, ignore)).outcome is Outcome.NOT_SENT
    bench.next("lost")
    again = register.asks(3_000)
    assert bench.driver.refund(again, ignore).outcome is Outcome.UNKNOWN
    assert found_charge(register.settles(again, register.rebuilt(), Operation.REFUND)) == 3_000
