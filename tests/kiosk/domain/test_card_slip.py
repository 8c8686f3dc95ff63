"""The lines of a card slip where the terminal gives none (payment-korea.md 3)."""

from dataclasses import fields, replace

import pytest

from kiosk.domain.card_slip import SLIP_WORDS, slip_rows
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from tests.builders import MORNING

RECORD = TerminalRecord(
    approved_at="2026-11-21T10:02:33+09:00",
    months=3,
    issuer="신한",
    acquirer="BC",
    merchant_id="0012345",
    terminal_id="T-77",
    card_type="신용",
    supply=909,
    vat=91,
)
ATTEMPT = PaymentAttempt(
    "A1", "S1", "Q1", 1000, "KRW", AttemptState.APPROVED, MORNING, charged=1000, approval_code="00123", record=RECORD
)


def test_it_says_when_how_and_by_whom_it_was_approved() -> None:
    assert slip_rows(ATTEMPT, "ko") == (
        ("할부", "3개월"),
        ("승인일시", "2026-11-21 10:02:33"),
        ("카드 구분", "신용"),
        ("발급사", "신한"),
        ("매입사", "BC"),
        ("가맹점번호", "0012345"),
        ("단말기번호", "T-77"),
    )


@pytest.mark.parametrize(
    ("asked", "approved", "text"), [(3, 2, "2개월"), (3, 0, "일시불"), (0, 2, "2개월"), (0, 0, "")]
)
def test_the_approved_months_are_told_not_those_that_were_asked_for(asked: int, approved: int, text: str) -> None:
    told = dict(slip_rows(replace(ATTEMPT, months=asked, record=replace(RECORD, months=approved)), "ko"))
    assert told.get("할부", "") == text


def test_a_part_says_what_it_is_made_of_when_that_is_known() -> None:
    divided = dict(slip_rows(ATTEMPT, "en", divided=True))
    assert (divided["Supply"], divided["VAT"]) == ("909", "91")
    assert "Tax-free" not in divided
    assert "Supply" not in dict(slip_rows(replace(ATTEMPT, charged=900), "en", divided=True))


def test_a_terminal_that_gives_its_own_lines_is_not_said_after() -> None:
    assert slip_rows(replace(ATTEMPT, customer_receipt=("신용승인",)), "ko") == ()
    assert slip_rows(replace(ATTEMPT, approval_code=""), "ko") == ()


def test_a_time_of_another_shape_is_told_as_it_came() -> None:
    odd = replace(ATTEMPT, record=replace(RECORD, approved_at="10:02"))
    assert ("승인일시", "10:02") in slip_rows(odd, "ko")


@pytest.mark.parametrize("language", SLIP_WORDS)
def test_all_languages_say_it_and_none_promises_an_interest_free_one(language: str) -> None:
    words = SLIP_WORDS[language]
    assert all(getattr(words, field.name) for field in fields(words))
    text = str(slip_rows(ATTEMPT, language))
    assert "무이자" not in text
    assert "3" in dict(slip_rows(ATTEMPT, language))[words.months]


def test_other_languages_read_korean() -> None:
    assert slip_rows(ATTEMPT, "fr") == slip_rows(ATTEMPT, "ko")
