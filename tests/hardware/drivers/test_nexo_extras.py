"""What a nexo terminal can besides taking money: cards read for a token, screen, questions, printer, refunds."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.errors import DeviceMisused
from hardware.ports.payment_terminal import Outcome, TerminalEvent, TerminalHealth
from hardware.ports.terminal_extras import Answer, CardToken
from hardware.simulators.nexo_desk import ALIAS
from hardware.simulators.nexo_terminal import TerminalState
from tests.hardware.drivers.nexo_bench import POI_ID, NexoBench, settings_for
from tests.hardware.drivers.terminal_bench import Register, ignore, new_id, request


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[NexoBench]:
    bench = NexoBench(tmp_path / "terminal")
    yield bench
    bench.close()


@pytest.fixture
def register(bench: NexoBench) -> Iterator[Register]:
    register = Register(bench)
    yield register
    register.close()


def _reading(bench: NexoBench, register: Register) -> Future[CardToken]:
    asked = register.asks()
    return register.start(lambda: bench.driver.read_token(asked, ignore))


# -- the record of a payment -----------------------------------------------------------------------


def test_a_payment_is_recorded_with_all_a_later_dispute_needs(bench: NexoBench, register: Register) -> None:
    paid = register.pays(register.asks(60_000, months=6))

    assert (paid.terminal_id, paid.approved_months, paid.card_type) == (POI_ID, 6, "credit")
    assert paid.approved_at == paid.handle_time
    assert paid.trace
    assert paid.trace in paid.handle


def test_instalments_go_as_far_as_the_contract(bench: NexoBench, register: Register) -> None:
    assert bench.driver.capabilities().months == tuple(range(2, 13))
    with pytest.raises(DeviceMisused, match="13 months"):
        bench.driver.authorise(register.asks(60_000, months=13), ignore)

    none = NexoTerminal(settings_for(bench.simulator, most_months=0))
    assert none.capabilities().months == ()
    with pytest.raises(DeviceMisused, match="3 months"):
        none.authorise(register.asks(60_000, months=3), ignore)
    none.close()
    assert bench.simulator.requests_seen().get("Payment", 0) == 0


def test_a_refund_that_nobody_taps_for_can_be_stopped(bench: NexoBench, register: Register) -> None:
    asked = register.asks(3_000)
    refunding = register.start(lambda: bench.driver.refund(asked, ignore))
    assert bench.simulator.wait_for(TerminalState.WAITING_FOR_CARD)

    assert bench.driver.abort(asked.service_id, new_id())

    assert refunding.result(10).outcome is Outcome.ABORTED
    assert bench.charged() == 0


# -- a card without a charge -----------------------------------------------------------------------


def test_a_card_is_read_for_its_token_and_the_terminal_is_free_again(bench: NexoBench, register: Register) -> None:
    reading = _reading(bench, register)
    assert bench.tap()

    assert reading.result(10) == CardToken(ALIAS, "mc")
    assert bench.simulator.state() is TerminalState.IDLE
    assert bench.charged() == 0
    assert register.pays().outcome is Outcome.APPROVED


def test_reading_a_card_is_told_and_ends(bench: NexoBench, register: Register) -> None:
    events: list[TerminalEvent] = []
    asked = register.asks()
    reading = register.start(lambda: bench.driver.read_token(asked, lambda news: events.append(news.event)))
    assert bench.tap()
    reading.result(10)

    assert events == [TerminalEvent.WAITING_FOR_CARD, TerminalEvent.FINAL]


def test_a_shopper_who_goes_away_ends_the_reading(bench: NexoBench, register: Register) -> None:
    """The reader is disarmed: by the shopper's red button, and by the register's abort."""
    reading = _reading(bench, register)
    assert bench.simulator.press_cancel(5)
    assert reading.result(10).token == ""

    asked = register.asks()
    again = register.start(lambda: bench.driver.read_token(asked, ignore))
    assert bench.simulator.wait_for(TerminalState.WAITING_FOR_CARD)
    assert bench.driver.health().health is TerminalHealth.BUSY
    assert bench.driver.abort(asked.service_id, new_id())

    assert again.result(10).token == ""
    assert bench.simulator.state() is TerminalState.IDLE


def test_a_reading_that_takes_too_long_frees_the_terminal(bench: NexoBench, register: Register) -> None:
    impatient = register.rebuilt(patience=0.3)
    assert isinstance(impatient, NexoTerminal)

    assert impatient.read_token(register.asks(), ignore).token == ""
    assert bench.simulator.wait_for(TerminalState.IDLE)
    assert register.pays().outcome is Outcome.APPROVED


def test_without_a_line_no_card_is_read(bench: NexoBench, register: Register) -> None:
    bench.cut_line()

    read = bench.driver.read_token(register.asks(), ignore)

    assert (read.token, bool(read.message)) == ("", True)


# -- screen and printer ----------------------------------------------------------------------------


def test_lines_are_shown_and_printed(bench: NexoBench) -> None:
    assert bench.driver.display(("바로", "어서 오세요"), 3, new_id())
    assert bench.driver.print_lines(("영수증", "12,800"), new_id())

    assert bench.simulator.shown() == ["바로", "어서 오세요"]
    assert bench.simulator.printed() == ["영수증", "12,800"]


@pytest.mark.parametrize(("reply", "answer"), [(True, Answer.YES), (False, Answer.NO)])
def test_the_shopper_says_yes_or_no(bench: NexoBench, register: Register, reply: bool, answer: Answer) -> None:
    asking = register.start(lambda: bench.driver.ask(("봉투가 필요하세요?",), (), 30, new_id()))
    assert bench.simulator.reply(reply, 5)

    assert asking.result(10).answer is answer


def test_the_shopper_chooses(bench: NexoBench, register: Register) -> None:
    choices = ("첫째", "둘째", "셋째")
    asking = register.start(lambda: bench.driver.ask(("어느 것?",), choices, 30, new_id()))
    assert bench.simulator.reply(2, 5)

    answered: Any = asking.result(10)
    assert (answered.answer, answered.text) == (Answer.TEXT, "2")


def test_nobody_answers(bench: NexoBench, register: Register) -> None:
    assert bench.driver.ask(("거기 계세요?",), (), 1, new_id()).answer is Answer.NONE
    asking = register.start(lambda: bench.driver.ask(("?",), (), 30, new_id()))
    assert bench.simulator.press_cancel(5)
    assert asking.result(10).answer is Answer.NONE
    bench.cut_line()
    assert bench.driver.ask(("?",), (), 1, new_id()).answer is Answer.NONE


def test_a_question_can_be_taken_back(bench: NexoBench, register: Register) -> None:
    """The shopper answered at the kiosk, or left."""
    named = new_id()
    asking = register.start(lambda: bench.driver.ask(("?",), (), 30, named))
    assert bench.simulator.wait_for(TerminalState.ASKING)

    assert bench.driver.abort(named, new_id())

    assert asking.result(10).answer is Answer.NONE
    assert bench.simulator.state() is TerminalState.IDLE


def test_while_a_payment_runs_nothing_else_is_shown_or_asked(bench: NexoBench, register: Register) -> None:
    paying = register.starts(register.asks())
    assert bench.simulator.wait_for(TerminalState.WAITING_FOR_CARD)

    assert not bench.driver.display(("x",), 1, new_id())
    assert not bench.driver.print_lines(("x",), new_id())
    assert bench.driver.ask(("x",), (), 1, new_id()).answer is Answer.NONE

    assert bench.tap()
    assert paying.result(10).outcome is Outcome.APPROVED
    assert bench.simulator.shown() == []


def test_a_question_in_the_way_of_a_payment_makes_it_busy(bench: NexoBench, register: Register) -> None:
    """Two kiosks by mistake at one terminal: the second one's payment was not started."""
    asking = threading.Thread(target=lambda: bench.driver.ask(("?",), (), 30, new_id()))
    asking.start()
    assert bench.simulator.wait_for(TerminalState.ASKING)

    other = register.rebuilt()
    assert other.authorise(replace(request(), service_id=new_id()), ignore).outcome is Outcome.BUSY

    assert bench.simulator.reply(True, 5)
    asking.join(10)
