"""Codes and their meanings: all of the tables, and that only 00 is good."""

import pytest

from hardware.codecs.zvt.words import (
    INTERMEDIATE,
    RESULTS,
    TERMINAL_STATUS,
    Meaning,
    event_of,
    health_of,
    meaning_of,
    word_of,
)
from hardware.ports.payment_terminal import TerminalEvent, TerminalHealth
from tests.hardware.codecs.zvt.zvt_corpus import corpus


def _codes(name: str) -> set[int]:
    return {int(code, 16) for code in corpus("zvt_tables.json")[name]}


def test_every_code_of_the_tables_has_a_word() -> None:
    assert _codes("result_codes") <= set(RESULTS)
    assert _codes("intermediate_status") == set(INTERMEDIATE)
    assert _codes("terminal_status") == set(TERMINAL_STATUS)


def test_only_zero_is_good() -> None:
    assert [code for code in range(256) if meaning_of(code) is Meaning.OK] == [0]


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (0x05, Meaning.DECLINED),
        (0x63, Meaning.DECLINED),
        (0x64, Meaning.DECLINED),
        (0xB4, Meaning.DECLINED),
        (0x6C, Meaning.ABORTED),
        (0x9C, Meaning.BUSY),
        (0x6B, Meaning.NOT_REGISTERED),
        (0xA3, Meaning.NO_HOST),
        (0xCC, Meaning.PAPER_OUT),
        (0xF0, Meaning.END_OF_DAY_DUE),
        (0x9A, Meaning.MISUSED),
        (0xE2, Meaning.NEEDS_ATTENTION),
        (0x99, Meaning.NEEDS_ATTENTION),
    ],
)
def test_meanings(code: int, meaning: Meaning) -> None:
    assert meaning_of(code) is meaning


def test_words_name_the_code() -> None:
    assert word_of(0x6C) == "6C: stopped by timeout or cancel key"
    assert word_of(0x05) == "05: refused by the host"
    assert word_of(0x99) == "99: not in the table"


def test_events_and_health() -> None:
    assert event_of(0x0A) is TerminalEvent.WAITING_FOR_CARD
    assert event_of(0x4B) is TerminalEvent.REMOVE_CARD
    assert event_of(0x01) is TerminalEvent.PIN_ENTRY
    assert event_of(0x17) is event_of(0xEE) is TerminalEvent.PLEASE_WAIT
    assert [health_of(code) for code in (0x00, 0x9C, 0xCC, 0xF0, 0xDF, 0x77)] == [
        TerminalHealth.READY,
        TerminalHealth.BUSY,
        TerminalHealth.PAPER_OUT,
        TerminalHealth.END_OF_DAY_DUE,
        TerminalHealth.NEEDS_ATTENTION,
        TerminalHealth.NEEDS_ATTENTION,
    ]
