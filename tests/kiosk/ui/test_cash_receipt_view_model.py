"""The cash receipt step: dots while typing, clear sentences, and what reaches the till."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.checkout.cash_receipt_view import CashReceiptView
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.cash_receipt_view_model import CashReceiptViewModel
from kiosk.ui.page_route import Route, at_question, at_stage
from tests.fakes.till import FakeTill
from tests.kiosk.ui.pay_scenes import cash_receipt, partly_paid_receipt, tender


def shown(snapshot: Snapshot) -> tuple[Any, FakeTill]:
    till = FakeTill(snapshot)
    model = CashReceiptViewModel(till)
    model.show(snapshot)
    return model, till


def typed(model: Any, number: str) -> None:
    for digit in number:
        model.press(digit)


@pytest.mark.parametrize(
    ("purpose", "number", "dots"),
    [
        ("consumer", "", ""),
        ("consumer", "01", "••"),
        ("consumer", "0101234", "••• ••••"),
        ("consumer", "0111234567", "••• ••• ••••"),
        ("consumer", "01012345678", "••• •••• ••••"),
        ("consumer", "9410123456789", "•••• •••• •••• •"),
        ("business", "1208800767", "••• •• •••••"),
    ],
)
def test_each_digit_is_a_dot(purpose: str, number: str, dots: str) -> None:
    model, _ = shown(cash_receipt())
    model.choose(purpose)
    typed(model, number)
    assert (model.dots, model.filled) == (dots, len(number))


def test_the_number_reaches_the_till_with_its_purpose() -> None:
    model, till = shown(cash_receipt())
    assert model.purpose == "consumer"
    assert not model.ready
    typed(model, "01012345678x")
    model.erase()
    model.press("9")
    assert model.ready
    model.confirm()
    model.choose("business")
    assert model.filled == 0
    typed(model, "12088007671111")
    model.confirm()
    model.clear()
    model.confirm()
    model.refuse()
    model.change()
    model.back()
    assert till.asked == [
        ("cash_receipt", "consumer", "01012345679"),
        ("cash_receipt", "business", "1208800767"),
        ("cash_receipt", "none"),
        ("cash_receipt", "change"),
        ("cash_receipt", "back"),
    ]


@pytest.mark.parametrize(
    ("why", "purpose", "says"),
    [
        ("prefix", "consumer", "01로 시작해요"),
        ("length", "consumer", "10~11자리"),
        ("length", "business", "10자리예요"),
        ("check_digit", "business", "맞지 않아요"),
    ],
)
def test_a_wrong_number_is_explained_until_the_next_digit(why: str, purpose: str, says: str) -> None:
    model, _ = shown(cash_receipt())
    model.choose(purpose)
    typed(model, "0101234567")
    model.show(cash_receipt(why))
    assert model.filled == 0
    assert says in model.problem
    model.press("0")
    assert model.problem == ""


def test_the_question_says_what_it_is_about_and_the_answer_is_masked() -> None:
    model, _ = shown(cash_receipt())
    assert "10,000원" in model.detail
    assert not model.answered
    designated = CashReceiptView(asking=True, unasked_from=100_000)
    assert model.refusal == ""
    model.show(replace(cash_receipt(), cash_receipt=designated))
    assert "100,000원" in model.refusal
    typed(model, "0101")
    model.show(partly_paid_receipt())
    assert (model.answered, model.answer, model.filled) == (True, "소득공제 · 010-••••-5678", 0)
    model.show(replace(partly_paid_receipt(), cash_receipt=CashReceiptView(False, "none")))
    assert model.answer == "안 받을게요"
    model.show(replace(partly_paid_receipt(), cash_receipt=CashReceiptView(True, "business", "••••••0767")))
    assert model.purpose == "business"


def test_the_page_stands_as_long_as_its_question_and_under_pages_of_staff() -> None:
    route = at_stage(Route(), tender().stage)
    asked = at_question(route, True)
    assert asked.page == "cash_receipt"
    assert at_question(asked, True) == asked
    assert at_question(asked, False).page == "tender"
    staff = replace(route, opened=(("approvals", ""),))
    assert at_question(staff, True).page == "approvals"
    assert at_question(at_question(staff, True), False) == staff
    assert at_question(Route(), True) == Route()
