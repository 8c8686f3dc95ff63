"""Numbers of books and magazines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin
from kiosk.domain.book_number import isbn_13, issn_13


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("89-364-3359-8", "9788936433598"),
        ("0-306-40615-2", "9780306406157"),
        ("080442957X", "9780804429573"),
        ("978-0-306-40615-7", "9780306406157"),
    ],
)
def test_isbn(text: str, number: str) -> None:
    assert isbn_13(text) == number


def test_issn() -> None:
    assert issn_13("0317-8471") == "9770317847001"
    assert issn_13("2434-561X") == "9772434561006"
    assert issn_13("0317-8471", "05") == "9770317847056"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("89-364-3359-5", "it would be 8"),
        ("123", "10 characters, or 13"),
        ("8801234567893", "begin with 978 or 979"),
        ("978030640615X", "digits only"),
        ("X123456789", "X allowed at its end"),
        ("٠١٢٣٤٥٦٧٨٩", "X allowed at its end"),
    ],
)
def test_a_wrong_isbn_is_told_why(text: str, why: str) -> None:
    with pytest.raises(gtin.GtinError, match=why):
        isbn_13(text)


@pytest.mark.parametrize(("text", "why"), [("0317-8472", "it would be 1"), ("0317", "8 characters")])
def test_a_wrong_issn_is_told_why(text: str, why: str) -> None:
    with pytest.raises(gtin.GtinError, match=why):
        issn_13(text)


@given(st.text(max_size=16))
def test_rubbish_is_refused(text: str) -> None:
    for read in (isbn_13, issn_13):
        try:
            number = read(text)
        except gtin.GtinError:
            continue
        assert gtin.is_valid(number)
