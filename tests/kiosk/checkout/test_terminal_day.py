"""The terminal's day ends by itself, once, while nobody pays; what is not known is said to be (rule 9)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hardware.ports.payment_terminal import TerminalHealth
from hardware.ports.terminal_extras import BrandTotal, DayTotals
from kiosk.checkout.session_settings import SessionSettings
from kiosk.domain.checkout_state import Stage
from sync.wire.terminal import TerminalTotalsDocument
from tests.fakes.lane import MILK, Lane

CLOSED = DayTotals(True, True, 2800, "KRW", 1, (BrandTotal("BC", 1, 2800),), "0007", "T1", ("TOTAL 2800",))
LOST = DayTotals(known=False, message="no answer")


Answer = Callable[[DayTotals], None]


def held(lane: Lane) -> list[Answer]:
    """The terminal takes the request, and answers when a test says so."""
    answers: list[Answer] = []

    def end_of_day(service_id: str, done: Answer) -> None:
        lane.terminal.asked.append(("end_of_day", service_id))
        answers.append(done)

    lane.terminal.end_of_day = end_of_day  # type: ignore[method-assign]
    return answers


def lane_of(hour: int | None = None, totals: DayTotals = CLOSED) -> Lane:
    lane = Lane(settings=SessionSettings(terminal_day_hour=hour))
    lane.terminal.able = replace(lane.terminal.able, extras=frozenset({"end_of_day"}))
    lane.terminal.totals = totals
    return lane.boot()


def sell(lane: Lane) -> None:
    lane.scan(MILK)
    lane.pay_by_card()
    assert lane.stage() is Stage.DONE
    lane.pass_time(25)


def due(lane: Lane) -> None:
    lane.terminal.healthy = TerminalHealth.END_OF_DAY_DUE
    lane.pass_time(40)


def entries(lane: Lane) -> list[TerminalTotalsDocument]:
    return [TerminalTotalsDocument.model_validate(x) for x in lane.store.bodies("terminal.totals")]


def asked(lane: Lane) -> int:
    return sum(1 for what, _ in lane.terminal.asked if what == "end_of_day")


def test_when_the_terminal_asks_for_it_the_day_ends_and_both_sums_stand_in_one_entry() -> None:
    lane = lane_of()
    sell(lane)
    assert entries(lane) == []
    due(lane)
    (entry,) = entries(lane)
    assert entry.known
    assert entry.closed
    assert (entry.amount, entry.count, entry.batch, entry.terminal_id) == (2800, 1, "0007", "T1")
    assert (entry.own.amount, entry.own.charged_count, entry.own.brands[0].brand) == (2800, 1, "BC")
    assert entry.difference == 0
    assert entry.receipt == ("TOTAL 2800",)


def test_after_the_close_both_count_anew_and_reversals_are_counted_apart() -> None:
    lane = lane_of()
    sell(lane)
    due(lane)
    lane.terminal.healthy = TerminalHealth.READY
    lane.pass_time(10)
    lane.scan(MILK)
    lane.pay_by_card("signature")
    lane.do("start_over")
    lane.pass_time(400)
    due(lane)
    first, second = entries(lane)
    assert second.own.since == first.at
    assert (second.own.charged, second.own.given_back, second.own.given_back_count) == (2800, 2800, 1)
    assert second.own.brands[0].count == 2


def test_it_never_ends_while_somebody_pays_and_no_card_is_taken_while_it_runs() -> None:
    lane = lane_of()
    lane.scan(MILK)
    lane.do("pay")
    lane.do("choose_tender", "card")
    lane.terminal.healthy = TerminalHealth.END_OF_DAY_DUE
    lane.pass_time(20)
    assert asked(lane) == 0
    lane.do("cancel_payment")
    waiting = held(lane)
    lane.pass_time(10)
    assert len(waiting) == 1
    assert "card" not in lane.seen.tenders
    assert (lane.seen.health.terminal, lane.seen.health.terminal_reason) == ("away", "end_of_day_due")
    lane.terminal.healthy = TerminalHealth.READY
    waiting[0](CLOSED)
    lane.run()
    lane.pass_time(10)
    assert "card" in lane.seen.tenders


def test_at_the_shops_hour_it_ends_once_a_day() -> None:
    lane = lane_of(hour=10)
    lane.pass_time(600, step=10)
    assert asked(lane) == 1
    lane.pass_time(86_400, step=300)
    assert asked(lane) == 2
    assert [x.tries for x in entries(lane)] == [1, 1]


def test_before_the_hour_nothing_is_asked() -> None:
    lane = lane_of(hour=23)
    lane.pass_time(600, step=10)
    assert asked(lane) == 0


def test_totals_that_do_not_come_are_asked_for_again_and_then_declared_unknown() -> None:
    lane = lane_of(hour=10, totals=LOST)
    sell(lane)
    lane.pass_time(900, step=10)
    found = entries(lane)
    assert [(x.known, x.tries, x.last, x.amount) for x in found] == [
        (False, 1, False, 0),
        (False, 2, False, 0),
        (False, 3, True, 0),
    ]
    assert found[-1].difference is None, "never guessed"
    assert found[-1].own.amount == 2800
    lane.pass_time(3600, step=60)
    assert asked(lane) == 3, "not again before it is due again"


def test_totals_that_come_at_the_second_time_end_it() -> None:
    lane = lane_of(hour=10, totals=LOST)
    lane.pass_time(30)
    lane.terminal.totals = CLOSED
    lane.pass_time(900, step=10)
    assert [(x.known, x.last) for x in entries(lane)] == [(False, False), (True, True)]


def test_a_restart_between_request_and_answer_leaves_an_unknown_try_and_asks_again() -> None:
    lane = Lane(settings=SessionSettings(terminal_day_hour=10))
    lane.terminal.able = replace(lane.terminal.able, extras=frozenset({"end_of_day"}))
    held(lane)
    lane.boot()
    lane.pass_time(30)
    assert asked(lane) == 1
    del lane.terminal.end_of_day
    lane.terminal.totals = CLOSED
    lane.restart()
    lane.pass_time(600, step=10)
    lane.restart()
    lane.pass_time(600, step=10)
    found = entries(lane)
    assert [(x.known, x.tries, x.last) for x in found[-2:]] == [(False, 1, False), (True, 2, True)]
    assert "stopped" in found[-2].message


def test_totals_whose_entry_cannot_be_kept_are_kept_later_and_not_asked_again() -> None:
    lane = lane_of()
    lane.terminal.healthy = TerminalHealth.END_OF_DAY_DUE
    answers = held(lane)
    lane.pass_time(40)
    assert len(answers) == 1
    lane.writer.failures.append(True)
    answers[0](CLOSED)
    lane.run()
    assert entries(lane) == []
    lane.terminal.healthy = TerminalHealth.READY
    lane.pass_time(5)
    assert [x.known for x in entries(lane)] == [True]
    assert len(answers) == 1


@pytest.mark.parametrize("extras", [frozenset(), frozenset({"refund"})])
def test_a_terminal_that_keeps_no_totals_is_never_asked(extras: frozenset[str]) -> None:
    lane = Lane(settings=SessionSettings(terminal_day_hour=10))
    lane.terminal.able = replace(lane.terminal.able, extras=extras)
    lane.boot()
    due(lane)
    assert asked(lane) == 0
