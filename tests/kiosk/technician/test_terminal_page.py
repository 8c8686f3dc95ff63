"""The technician's terminal page: how a terminal answers, and that no stale answer is taken for the present one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from hardware.ports.payment_terminal import HealthReport, TerminalHealth
from kiosk.domain.sale import PaymentAttempt
from kiosk.technician.terminal_page import SLOW_MS, Condition, TerminalPage, condition_of
from tests.fakes.asked_terminal import ToldTerminal
from tests.fakes.demo_aisle import AtOnce
from tests.kiosk.ui.scenes import NOON
from tests.kiosk.ui.terminal_check_scenes import CAN, FRONT, LAST, READY, page


@pytest.mark.parametrize(
    ("health", "condition"),
    [
        (TerminalHealth.READY, Condition.OK),
        (TerminalHealth.BUSY, Condition.BUSY),
        (TerminalHealth.UNREACHABLE, Condition.NO_ANSWER),
        (TerminalHealth.WRONG_CERTIFICATE, Condition.KEY_EXPIRED),
        (TerminalHealth.PAPER_OUT, Condition.PAPER_OUT),
        (TerminalHealth.END_OF_DAY_DUE, Condition.END_OF_DAY),
        (TerminalHealth.NEEDS_ATTENTION, Condition.ATTENTION),
    ],
)
def test_every_health_has_its_word(health: TerminalHealth, condition: Condition) -> None:
    assert condition_of(HealthReport(health, round_trip_ms=10.0)) is condition
    assert set(TerminalHealth) == {  # one that is added needs a word
        TerminalHealth.READY, TerminalHealth.BUSY, TerminalHealth.UNREACHABLE, TerminalHealth.WRONG_CERTIFICATE,
        TerminalHealth.PAPER_OUT, TerminalHealth.END_OF_DAY_DUE, TerminalHealth.NEEDS_ATTENTION,
    }  # fmt: skip


def test_old_software_is_said_before_what_it_says_of_itself() -> None:
    assert condition_of(HealthReport(TerminalHealth.NEEDS_ATTENTION, outdated=True)) is Condition.VERSION_OLD
    assert condition_of(HealthReport(TerminalHealth.READY, outdated=True)) is Condition.VERSION_OLD


def test_slow_begins_above_the_limit() -> None:
    assert condition_of(replace(READY, round_trip_ms=SLOW_MS)) is Condition.OK
    assert condition_of(replace(READY, round_trip_ms=SLOW_MS + 1)) is Condition.SLOW
    busy = HealthReport(TerminalHealth.BUSY, round_trip_ms=SLOW_MS * 9)
    assert condition_of(busy) is Condition.BUSY


def test_it_asks_one_question_at_a_time() -> None:
    terminal = ToldTerminal(CAN, None)
    shown = page(terminal)
    shown.ask()
    shown.ask()
    assert terminal.asked == 1
    assert shown.facts().condition is Condition.ASKING
    terminal.answer(READY)
    assert (shown.facts().condition, shown.facts().round_trip_ms) == (Condition.OK, 112.4)
    assert shown.facts().asked_at == NOON
    shown.ask()
    assert terminal.asked == 2
    assert shown.facts().message == ""


def test_an_answer_after_the_page_was_left_is_not_shown() -> None:
    terminal = ToldTerminal(CAN, None)
    shown = page(terminal)
    shown.ask()
    shown.leave()
    terminal.answer(READY)
    assert shown.facts().condition is Condition.ASKING
    assert shown.facts().round_trip_ms is None


def test_without_a_terminal_nothing_is_asked() -> None:
    shown = page(None)
    shown.ask()
    assert shown.facts().condition is Condition.NONE


def test_a_driver_that_was_never_tried_with_a_device_is_named_so() -> None:
    assert page(ToldTerminal(CAN, READY)).facts().tried
    untried = page(ToldTerminal(FRONT, READY)).facts()
    assert not untried.tried
    assert untried.months == (2, 3, 4, 5, 6, 10, 12)
    assert dict(untried.abilities)["reversal_without_card"] is False


def test_the_last_results_hold_no_card() -> None:
    shown = page(ToldTerminal(CAN, READY))
    shown.ask()
    results = shown.facts().results
    assert [result.state for result in results] == ["approved", "declined", "reversed", "unknown", "aborted"]
    assert "9411" not in repr(results)


def test_results_that_cannot_be_read_leave_those_before() -> None:
    told: list[Sequence[PaymentAttempt] | Exception] = [LAST, OSError("disk")]

    def read(_count: int) -> Sequence[PaymentAttempt]:
        found = told.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    shown = TerminalPage(ToldTerminal(CAN, READY), read, AtOnce(), lambda: NOON)
    seen: list[str] = []
    shown.changed = lambda: seen.append("changed")
    shown.read()
    shown.read()
    assert len(shown.facts().results) == 5
    assert seen == ["changed"]


class NeverDone:
    """Background work that takes for ever."""

    def __init__(self) -> None:
        self.begun = 0

    def submit(
        self, work: Callable[[], object], done: Callable[..., None], failed: Callable[[Exception], None]
    ) -> None:
        del work, done, failed
        self.begun += 1


def test_readings_do_not_pile_up() -> None:
    slow = NeverDone()
    shown = TerminalPage(None, lambda _count: (), slow, lambda: NOON)
    shown.read()
    shown.read()
    assert slow.begun == 1
