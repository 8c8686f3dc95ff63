"""Korean text for receipt printers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.printer_text import encode, wrap


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("바나나 1kg", "바나나 1kg"),
        ("₩1,200", "￦1,200"),
        ("café", "cafe"),
        ("뷁", "뷁"),
        ("🍌 banana", "〓 banana"),
        ("ß→x", "ß→x"),
        ("ⓧ", "ⓧ"),
        ("ą", "a"),
        ("한글", "한글"),
        ("a\x1bb\x00c\n", "abc "),
    ],
)
def test_what_the_printer_shows(text: str, printed: str) -> None:
    assert encode(text).decode("cp949") == printed


def test_a_syllable_beyond_ks_x_1001_is_shown_as_missing_on_an_old_printer() -> None:
    assert encode("뷁", "euc_kr").decode("euc_kr") == "〓"


@given(st.text(max_size=60), st.sampled_from(["cp949", "euc_kr"]))
def test_no_text_raises_or_becomes_a_command(text: str, charset: str) -> None:
    octets = encode(text, charset)
    assert all(octet >= 0x20 and octet != 0x7F for octet in octets)
    octets.decode(charset)


@given(st.text(st.sampled_from("가나 ab"), max_size=60), st.integers(4, 20))
def test_rows_fit_and_no_character_is_cut(text: str, columns: int) -> None:
    rows = wrap(encode(text), columns)
    assert all(len(row) <= columns for row in rows)
    read = "".join(row.decode("cp949") for row in rows)
    assert read.replace(" ", "") == text.replace(" ", "")


def test_rows_end_at_a_space_when_there_is_one() -> None:
    assert wrap(b"one two three", 8) == [b"one two", b"three"]
    assert wrap(b"abcdefghij", 4) == [b"abcd", b"efgh", b"ij"]
    assert wrap(b"", 8) == [b""]
