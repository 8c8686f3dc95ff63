"""What is said of a payment: every state has its words, money first, and a terminal's text is only text."""

import pytest
from PySide6.QtGui import QGuiApplication

from hardware.ports.payment_terminal import TerminalEvent, TerminalHealth
from kiosk.checkout.snapshot import PaymentView
from kiosk.ui.payment_words import (
    CANCELLABLE,
    MOST_WORDS,
    PLACES,
    away_words,
    ended_words,
    month_rows,
    running_words,
    said_by_terminal,
)


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


SHOWN = [event for event in TerminalEvent if event not in (TerminalEvent.CARD_REMOVED, TerminalEvent.FINAL)]


@pytest.mark.parametrize("event", SHOWN)
def test_every_event_of_a_terminal_has_its_sentence_and_its_place(event: TerminalEvent) -> None:
    preparing = running_words("")
    assert running_words(event.value) != preparing
    assert event.value in PLACES


def test_what_the_card_company_is_asked_cannot_be_stopped() -> None:
    assert not CANCELLABLE & {"authorising", "please_wait", "remove_card", "cancelling"}


def test_taking_out_the_card_promises_no_payment() -> None:
    assert "결제했" not in " ".join(running_words("remove_card"))


@pytest.mark.parametrize("step", ["declined", "aborted", "unreadable", "unavailable"])
def test_no_end_leaves_open_where_the_money_is(step: str) -> None:
    words = ended_words(PaymentView(step, 1000, "7"), part_taken=False)
    assert words is not None
    assert "돈은 빠져나가지 않았어요" in words[1]
    part = ended_words(PaymentView(step, 1000, "7"), part_taken=True)
    assert part is not None
    assert "먼저 낸 금액은 그대로예요" in part[1]


@pytest.mark.parametrize(
    ("reason", "said"), [("reversed", "돌려드렸어요"), ("signature", "서명"), ("released", "돌려드려요")]
)
def test_money_that_came_back_is_never_called_untouched(reason: str, said: str) -> None:
    words = ended_words(PaymentView("unavailable", 1000, "7", reason=reason), part_taken=False)
    assert words is not None
    assert said in " ".join(words)
    assert "돈은 빠져나가지" not in " ".join(words)


@pytest.mark.parametrize("step", ["checking", "review"])
def test_doubt_is_never_called_a_failure(step: str) -> None:
    words = ended_words(PaymentView(step, 1000, "7"), part_taken=False)
    assert words is not None
    assert words[1] == "다시 결제하지 말고 잠시 기다려 주세요"
    assert ended_words(PaymentView("waiting_for_card", 1000, "7"), part_taken=False) is None


def test_each_reason_of_an_absent_terminal_reads_otherwise() -> None:
    usable = {TerminalHealth.READY, TerminalHealth.UNREACHABLE}
    said = [away_words(health.value) for health in TerminalHealth if health not in usable]
    assert len({*said, away_words("")}) == len(said) + 1
    assert away_words("unreachable") == away_words("")


def test_a_terminals_text_is_one_bounded_plain_line() -> None:
    assert said_by_terminal("  카드를\n\t꽂아\x00 주세요 \u2028") == "카드를 꽂아 주세요"
    assert said_by_terminal("\x1b[31m\r\n") == "[31m"
    assert said_by_terminal(" \n ") == ""
    long = said_by_terminal("가" * 500)
    assert len(long) == MOST_WORDS
    assert long.endswith("…")


def test_paying_at_once_stands_first_and_one_choice_is_marked() -> None:
    rows = month_rows((2, 3, 10), 3)
    assert [row["months"] for row in rows] == [0, 2, 3, 10]
    assert [row["months"] for row in rows if row["chosen"]] == [3]
    assert [row["months"] for row in month_rows((2,), 0) if row["chosen"]] == [0]
