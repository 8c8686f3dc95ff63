"""The journal against the terminal: every difference is named in words with both amounts (payment.md 5, rule 9)."""

from dataclasses import replace

import pytest

from kiosk.domain.reconcile import (
    BookedPayment,
    DaySums,
    TerminalAnswer,
    Unreconciled,
    against_answers,
    against_book,
    against_sums,
    open_payments,
)
from kiosk.domain.terminal_movement import TerminalMovement, receipt_name

PAID = BookedPayment("A1", "S1", "Q1", "T1", 3200, 3200, "KRW", "approved", "2026-11-21")
NOT_PAID = replace(PAID, attempt="A2", request_id="Q2", handle="", charged=0, state="declined")
GIVEN_BACK = replace(PAID, attempt="A3", request_id="Q3", handle="T3", state="reversed", reversal=True)
PAYMENTS = [PAID, NOT_PAID, GIVEN_BACK]
CHARGE = TerminalMovement("charge", "T1", 3200, "KRW", "Q1", "S1", "POI", "2026-11-21T10:00:00Z")
SECOND = replace(CHARGE, handle="T3", request_id="Q3")
BACK = replace(SECOND, kind="reversal", request_id="R3")
BOOK = [CHARGE, SECOND, BACK]


def said(found: list[Unreconciled]) -> list[tuple[str, str, int | None, int | None]]:
    return [(one.kind, one.about, one.journal, one.terminal) for one in found]


def test_a_book_that_agrees_has_no_difference() -> None:
    assert list(against_book(PAYMENTS, BOOK)) == []


def test_where_no_request_is_named_the_handle_counts() -> None:
    assert list(against_book(PAYMENTS, [replace(x, request_id="") for x in BOOK])) == []


def test_where_the_handle_is_the_drivers_own_the_terminals_numbers_count() -> None:
    paid = replace(PAID, handle="{}", receipt=receipt_name("0007", "000123"))
    charge = replace(CHARGE, handle="1-0007-000123", request_id="")
    assert list(against_book([paid], [charge])) == []
    assert len(list(against_book([paid], [replace(charge, handle="1-0008-000124")]))) == 2
    assert receipt_name("", "000123") == receipt_name("0007", "") == ""


@pytest.mark.parametrize(
    ("book", "wanted", "words"),
    [
        (
            [SECOND, BACK],
            ("not_at_terminal", "A1", 3200, 0),
            "approved over ₩3,200 in the journal, the terminal kept nothing",
        ),
        ([*BOOK, replace(CHARGE, kind="reversal")], ("not_at_terminal", "A1", 3200, 0), "kept nothing"),
        ([CHARGE, SECOND], ("not_given_back", "A3", 0, 3200), "given back in the journal, the terminal kept ₩3,200"),
        ([*BOOK, replace(CHARGE, handle="T2", request_id="Q2")], ("not_in_journal", "A2", 0, 3200), "A2 is declined"),
        ([*BOOK, replace(CHARGE, handle="T9", request_id="X")], ("not_in_journal", "T9", None, 3200), "does not know"),
        (
            [replace(CHARGE, amount=3100), SECOND, BACK],
            ("amount", "A1", 3200, 3100),
            "over ₩3,200 in the journal, the terminal kept ₩3,100",
        ),
        ([CHARGE, replace(CHARGE, handle="T1b"), SECOND, BACK], ("amount", "A1", 3200, 6400), "kept ₩6,400"),
        ([replace(CHARGE, currency="EUR"), SECOND, BACK], ("amount", "A1", 3200, 3200), "charged €32.00"),
        (
            [*BOOK, replace(CHARGE, kind="refund", handle="F1", amount=500)],
            ("refund", "F1", None, -500),
            "refunded ₩500",
        ),
    ],
)
def test_each_difference_to_the_book_is_named(
    book: list[TerminalMovement], wanted: tuple[str, str, int | None, int | None], words: str
) -> None:
    found = list(against_book(PAYMENTS, book))
    assert said(found) == [wanted]
    assert words in found[0].what


def test_a_reversal_that_the_journal_began_and_did_not_end_well_is_told_apart() -> None:
    review = replace(PAID, state="review", reversal=True)
    assert said(list(against_book([review], [CHARGE, replace(CHARGE, kind="reversal")]))) == [
        ("given_back", "A1", 3200, 0)
    ]


def test_an_open_payment_is_named_once_and_compared_with_nothing() -> None:
    waiting = replace(PAID, state="open", charged=0)
    assert said(list(open_payments([waiting, PAID]))) == [("open", "A1", None, None)]
    assert list(against_book([waiting], [CHARGE])) == []
    assert list(against_answers([waiting], [TerminalAnswer("A1", 3200)])) == []


def test_what_the_terminal_answers_is_compared_and_what_it_cannot_say_is_not() -> None:
    answers = [TerminalAnswer("A1", 0), TerminalAnswer("A2", 500), TerminalAnswer("A3", None, "it cannot say")]
    assert said(list(against_answers(PAYMENTS, answers))) == [
        ("not_at_terminal", "A1", 3200, 0),
        ("not_in_journal", "A2", 0, 500),
    ]


@pytest.mark.parametrize(
    ("sums", "kind", "words"),
    [
        (
            DaySums(5, "2026-11-21", 6400, 3200, "KRW", "KRW"),
            "sums",
            "counted ₩6,400, ₩3,200 more than the station's ₩3,200",
        ),
        (
            DaySums(5, "2026-11-21", 0, 3200, "KRW", "KRW", 1),
            "sums",
            "less than the station's ₩3,200; 1 payments waited",
        ),
        (DaySums(5, "2026-11-21", 3200, 3200, "EUR", "KRW"), "sums", "counted €32.00, the station ₩3,200"),
        (
            DaySums(5, "2026-11-21", None, 3200, "KRW", "KRW", message="busy"),
            "no_sums",
            "is not known: busy; the station has ₩3,200",
        ),
    ],
)
def test_sums_that_differ_are_named_with_the_day(sums: DaySums, kind: str, words: str) -> None:
    found = list(against_sums([sums]))
    assert [one.kind for one in found] == [kind]
    assert found[0].what.startswith("on 2026-11-21 ")
    assert words in found[0].what


def test_sums_that_agree_are_no_difference() -> None:
    assert list(against_sums([DaySums(5, "2026-11-21", 3200, 3200, "KRW", "KRW"), DaySums(6, "d", 0, 0, "")])) == []
