"""Answers without money in them: only a clear one counts, and a card number is never a token (T-13)."""

from typing import Any

import pytest

from hardware.codecs.nexo_device import card_token, shopper_answer, was_printed, was_shown
from hardware.codecs.nexo_message import RESPONSE_ROOT
from hardware.ports.terminal_extras import Answer, CardToken, TerminalAnswer
from tests.hardware.codecs.nexo_corpus import dialogue


def _recorded(name: str) -> Any:
    content = dialogue(name)[-1]["plaintext"][RESPONSE_ROOT]
    return next(value for key, value in content.items() if key != "MessageHeader")


def _input(given: object, result: str = "Success", **response: str) -> Any:
    return {"InputResult": {"Response": {"Result": result} | response, "Input": given}}


def test_a_recorded_confirmation_is_yes() -> None:
    assert shopper_answer(_recorded("input_confirmation"), 0) == TerminalAnswer(Answer.YES)


def test_answers_are_yes_no_or_a_number() -> None:
    assert shopper_answer(_input({"ConfirmedFlag": False}), 0).answer is Answer.NO
    assert shopper_answer(_input({"MenuEntryNumber": [2]}), 3) == TerminalAnswer(Answer.TEXT, "2")
    assert shopper_answer(_input({"MenuEntryNumber": 3}), 3) == TerminalAnswer(Answer.TEXT, "3")


@pytest.mark.parametrize(
    ("body", "choices"),
    [
        ({}, 0),
        (_input({}), 0),
        (_input({"ConfirmedFlag": "true"}), 0),
        (_input({"ConfirmedFlag": True}, "Failure", ErrorCondition="Cancel"), 0),
        (_input({"ConfirmedFlag": True}, "Partial"), 0),
        (_input({"ConfirmedFlag": True}), 2),
        (_input({"MenuEntryNumber": []}), 2),
        (_input({"MenuEntryNumber": [0]}), 2),
        (_input({"MenuEntryNumber": [3]}), 2),
        (_input({"MenuEntryNumber": [1, 2]}), 2),
        (_input({"MenuEntryNumber": [True]}), 2),
        (_input({"MenuEntryNumber": ["1"]}), 2),
    ],
)
def test_everything_else_is_no_answer(body: Any, choices: int) -> None:
    answer = shopper_answer(body, choices)

    assert (answer.answer, answer.text) == (Answer.NONE, "")


def test_why_nobody_answered_is_said() -> None:
    assert shopper_answer(_input({}, "Failure", ErrorCondition="Cancel"), 0).message == "Cancel"


def test_a_recorded_card_has_its_alias_as_token() -> None:
    assert card_token(_recorded("card_acquisition")) == CardToken("G955479533593347", "mc")


def test_without_an_alias_the_token_is_that_of_the_card() -> None:
    body = _recorded("card_acquisition") | {"Response": {"Result": "Success"}}

    assert card_token(body).token == "M469509594859802"


@pytest.mark.parametrize("token", ["4111111111111111", "4111-1111-1111-1111", "x" * 201, " "])
def test_a_card_number_is_no_token(token: str) -> None:
    body = {
        "Response": {"Result": "Success"},
        "PaymentInstrumentData": {"CardData": {"PaymentToken": {"TokenValue": token}}},
    }

    read = card_token(body)

    assert read.token == ""
    assert read.message
    assert "4111111111111111" not in repr(read)


def test_a_card_that_was_not_read_says_why() -> None:
    additional = "message=Shopper%20cancelled"
    body = {"Response": {"Result": "Failure", "ErrorCondition": "Cancel", "AdditionalResponse": additional}}

    assert card_token(body) == CardToken(message="Shopper cancelled")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ({"OutputResult": [{"Response": {"Result": "Success"}}]}, True),
        ({"OutputResult": {"Response": {"Result": "Success"}}}, True),
        ({"OutputResult": [{"Response": {"Result": "Success"}}, {"Response": {"Result": "Failure"}}]}, False),
        ({"OutputResult": []}, False),
        ({}, False),
    ],
)
def test_what_was_shown(body: Any, shown: bool) -> None:
    assert was_shown(body) is shown


def test_what_was_printed() -> None:
    assert was_printed({"Response": {"Result": "Success"}})
    assert not was_printed({"Response": {"Result": "Partial"}})
    assert not was_printed({})
