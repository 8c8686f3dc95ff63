"""Trade item numbers, checked with the vectors of the GS1 corpus and by properties."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin

CORPUS = Path(__file__).parents[2] / "corpus" / "gs1" / "vectors.jsonl"
digits = st.text(alphabet="0123456789", min_size=1, max_size=13)


@given(digits)
def test_the_check_digit_makes_the_weighted_sum_a_multiple_of_ten(body: str) -> None:
    number = body + gtin.check_digit(body)
    weights = [1, 3] * 7
    assert sum(int(x) * w for x, w in zip(reversed(number), weights, strict=False)) % 10 == 0
    assert gtin.has_check_digit(number)


@given(st.text(alphabet="0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body: str, place: int, error: int) -> None:
    number = body + gtin.check_digit(body)
    wrong = number[:place] + str((int(number[place]) + error) % 10) + number[place + 1 :]
    assert not gtin.is_valid(wrong)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("96385074", "00000096385074"),
        ("036000291452", "00036000291452"),
        ("8801234567893", "08801234567893"),
        (" 880-1234 56789 3 ", "08801234567893"),
        ("18801234567890", "18801234567890"),
    ],
)
def test_every_length_becomes_fourteen_digits(text: str, right: str) -> None:
    assert gtin.validate(text) == right


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("88012345", "check digit is 5, but for these digits it would be"),
        ("8801234567890", "check digit is 0, but for these digits it would be 3"),
        ("880123456789", "check digit"),
        ("12345", "not 5"),
        ("880123456789a", "digits only"),
        ("٨٨٠١٢٣٤٥٦٧٨٩٣", "digits only"),
        ("0000000000000", "zeros only"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong(text: str, why: str) -> None:
    assert not gtin.is_valid(text)
    with pytest.raises(gtin.GtinError, match=why):
        gtin.validate(text)


@given(st.text())
def test_rubbish_never_does_worse_than_a_gtin_error(text: str) -> None:
    assert gtin.is_valid(text) in (True, False)
    for read in (gtin.validate, gtin.expand_upc_e, gtin.check_digit):
        try:
            number = read(text)
        except gtin.GtinError:
            continue
        assert number.isdigit()


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("01234505", "012000003455"),  # key 0
        ("01234514", "012100003454"),  # key 1
        ("01234523", "012200003453"),  # key 2
        ("01234531", "012300000451"),  # key 3
        ("01234543", "012340000053"),  # key 4
        ("01234558", "012345000058"),  # key 5
        ("01234565", "012345000065"),
        ("01234572", "012345000072"),
        ("01234589", "012345000089"),
        ("01234596", "012345000096"),
        ("425261", "042100005264"),
        ("1425261", "142100005261"),
    ],
)
def test_upc_e_is_expanded(short: str, long: str) -> None:
    assert gtin.expand_upc_e(short) == long
    assert gtin.is_valid(long)


@pytest.mark.parametrize(("text", "why"), [("21234565", "0 or 1"), ("01234560", "would be 5"), ("0123", "8 digits")])
def test_a_wrong_upc_e_is_refused(text: str, why: str) -> None:
    with pytest.raises(gtin.GtinError, match=why):
        gtin.expand_upc_e(text)


@pytest.mark.parametrize("number", ["96385074", "8801234567893", "18801234567890", "0036000291452"])
def test_a_number_is_shown_as_it_is_printed(number: str) -> None:
    assert gtin.shortest(gtin.validate(number)) == number


def test_the_vectors_of_gs1() -> None:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    numbers = [row for row in rows if row["kind"] == "gtin"]
    assert numbers
    for row in numbers:
        assert gtin.is_valid(row["input"]) is row["ok"], row["id"]
        if "expect" in row:
            assert gtin.format_of(gtin.validate(row["input"])) == row["expect"], row["id"]
