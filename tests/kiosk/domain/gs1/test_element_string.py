"""Element strings: what is written is read back, and what is wrong is named with its identifier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.gs1.element_string import (
    MOST_CHARACTERS,
    SEPARATOR,
    Element,
    bracketed_of,
    message_of,
    pairs_of,
    parse_bracketed,
    parse_raw,
    raw_of,
    value_of,
)
from kiosk.domain.gs1.fault import Gs1Error
from tests.fakes.gs1_table import gs1_table
from tests.kiosk.domain.gs1.strategies import messages


@given(messages())
def test_raw_and_bracketed_come_back(message: tuple[Element, ...]) -> None:
    assert parse_raw(raw_of(message), gs1_table()) == message
    assert parse_bracketed(bracketed_of(message), gs1_table()) == message
    assert message_of(pairs_of(message), gs1_table()) == message
    assert value_of(message, message[0].ai) == message[0].value


@given(messages())
def test_separators_more_than_needed_change_nothing(message: tuple[Element, ...]) -> None:
    parted = SEPARATOR * 2 + (SEPARATOR * 2).join(raw_of([one]) for one in message) + SEPARATOR
    assert parse_raw(parted, gs1_table()) == message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no application identifier"),
        ("0108801234567890", "AI 01: the check digit is wrong; for these digits it would be 3"),
        ("010880123456789", "AI 01: the value has 14 characters, not 13"),
        ("01088012345\x1d6789", "AI 01: a separator stands inside the value of 14 characters"),
        ("17261301", "AI 17: the month is 01 to 12"),
        ("10", "AI 10: the value is missing; it has 1 to 20 characters"),
        ("10" + "A" * 21, "AI 10: the value has 1 to 20 characters, not 21"),
        ("10A B", "AI 10: a character is outside the set of 82"),
        ("08123", "no application identifier of GS1 begins at character 1"),
        ("0108801234567893990A1\x1d45", "begins at character 23"),
        ("0" * (MOST_CHARACTERS + 1), "longer than"),
        ("42352", "AI 423: the value has 3 to 15 characters, not 2"),
        ("4235285", "AI 423: the value ends inside a part of 3 characters"),
        ("3930410", "AI 3930: the value has 4 to 18 characters, not 3"),
        ("3930000100", "AI 3930: this is no currency"),
    ],
)
def test_a_wrong_string_names_identifier_reason_and_what_is_right(text: str, why: str) -> None:
    with pytest.raises(Gs1Error) as fault:
        parse_raw(text, gs1_table())
    assert why in str(fault.value)
    assert fault.value.ai in str(fault.value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("01)08801234567893", "begins with an application identifier in brackets"),
        ("(01", "not closed"),
        ("(0A)1", "2 to 4 digits"),
        ("()1", "2 to 4 digits"),
        ("(01234)1", "2 to 4 digits"),
        ("(89)1", "unknown to the GS1 Syntax Dictionary"),
        ("(10)A\x1dB", "AI 10: control characters"),
        ("(10)A)B(11", "not closed"),
    ],
)
def test_wrong_brackets_are_named(text: str, why: str) -> None:
    with pytest.raises(Gs1Error, match=why.replace("(", r"\(")):
        parse_bracketed(text, gs1_table())


def test_a_bracket_inside_a_value_is_marked() -> None:
    message = parse_bracketed(r"(10)A\(1)(21)7", gs1_table())
    assert pairs_of(message) == [("10", "A(1)"), ("21", "7")]
    assert bracketed_of(message) == r"(10)A\(1)(21)7"


def test_unknown_identifiers_only_on_demand() -> None:
    assert pairs_of(parse_bracketed("(89)X", gs1_table(), unknown=True)) == [("89", "X")]
    with pytest.raises(Gs1Error, match="unknown"):
        message_of([("89", "X")], gs1_table())


@given(st.text(max_size=60) | st.text("0123456789ABC\x1d()^", max_size=60))
def test_any_text_is_read_or_refused_and_never_repeated(text: str) -> None:
    for parse in (parse_raw, parse_bracketed):
        told = ""
        try:
            assert parse(text, gs1_table())
        except Gs1Error as fault:
            told = str(fault)
        assert told == "" or told.isprintable()
        assert len(text) < 6 or text not in told
