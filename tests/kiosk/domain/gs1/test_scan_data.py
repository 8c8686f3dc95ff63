"""Data behind symbology identifiers, and composites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.gs1.element_string import Element, pairs_of, raw_of
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.gs1.scan_data import Content, read_scan_data
from tests.fakes.gs1_table import gs1_table
from tests.kiosk.domain.gs1.strategies import messages


@pytest.mark.parametrize("identifier", ["]C1", "]d2", "]Q3", "]e0", "]J1"])
@given(message=messages())
def test_element_strings_of_every_carrier(identifier: str, message: tuple[Element, ...]) -> None:
    assert read_scan_data(identifier + raw_of(message), gs1_table()).message == message


def test_numbers_and_what_is_printed_beside_them() -> None:
    plain = read_scan_data("]E08801234567893", gs1_table())
    assert (plain.symbology, plain.text) == ("EAN-13", "8801234567893")
    assert pairs_of(plain.message) == [("01", "08801234567893")]
    magazine = read_scan_data("]E3977123456700312", gs1_table())
    assert (magazine.text, magazine.addon) == ("9771234567003", "12")
    assert read_scan_data("]E112", gs1_table()).addon == "12"
    short = read_scan_data("]E496385074", gs1_table())
    assert pairs_of(short.message) == [("01", "00000096385074")]


def test_a_composite_is_one_message() -> None:
    found = read_scan_data("]E08801234567893|]e01726123110A1", gs1_table())
    assert pairs_of(found.message) == [("01", "08801234567893"), ("17", "261231"), ("10", "A1")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "symbology identifier is"),
        ("]", "symbology identifier is"),
        ("]E", "symbology identifier is"),
        ("]X0ABC", "unknown"),
        ("]A]", "unknown"),
        ("]E0880123456789", "EAN-13 sends 13 digits"),
        ("]E08801234567890", "it would be 3"),
        ("]E3880123456789312345678", "15 or 18 digits"),
        ("]E08801234567893|10A1", "begins with ]e0"),
        ("]E08801234567893|]e0", "no application identifier"),
        ("]d2ABC", "no application identifier"),
        ("]I112345678901234", "it would be"),
    ],
)
def test_what_is_wrong_is_said(text: str, why: str) -> None:
    with pytest.raises(Gs1Error) as fault:
        read_scan_data(text, gs1_table())
    assert why in str(fault.value)


@given(st.sampled_from(["]A0", "]C0", "]Q1", "]d1", "]L0", "]z0"]), st.text(max_size=30))
def test_other_symbols_hold_any_text(identifier: str, text: str) -> None:
    found = read_scan_data(identifier + text, gs1_table())
    assert (found.content, found.text, found.message) == (Content.TEXT, text, ())
