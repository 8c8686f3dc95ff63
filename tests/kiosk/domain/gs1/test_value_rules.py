"""The rules of parts of values beside what the vectors ask: what would be right is said, the part never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin
from kiosk.domain.gs1.character_sets import CHARACTERS_39, CHARACTERS_64, CHARACTERS_82
from kiosk.domain.gs1.code_lists import COUNTRIES, COUNTRY_LETTERS, CURRENCIES, PACKAGES
from kiosk.domain.gs1.value_rules import KIND_RULES, RULES


@pytest.mark.parametrize(
    ("rule", "part", "why"),
    [
        ("csum", "8801234567890", "it would be 3"),
        ("csum", "8", "needs digits before it"),
        ("csumalpha", "12345", "check pair"),
        ("yymmdd", "261301", "month is 01 to 12"),
        ("yymmdd", "260229", "01 to 28 in this month"),
        ("yymmd0", "260431", "00 or 01 to 30"),
        ("yyyymmdd", "20260431", "01 to 30"),
        ("hhmi", "2460", "hour is 00 to 23"),
        ("iso4217", "792", "no currency"),
        ("iso3166", "000", "no country"),
        ("iban", "BE7109612345", "check digits"),
        ("iban", "XX71096123456769", "letters of a country"),
        ("gcppos1", "12A4", "company prefix"),
        ("gcppos2", "1123", "company prefix"),
        ("pieceoftotal", "0201", "above the total"),
        ("couponcode", "7", "length of the company prefix"),
        ("winding", "2", "0, 1 or 9"),
        ("cset64", "AB==C", "base64url"),
        ("latitude", "1800000001", "at most"),
        ("posinseqslash", "1/٣", "slash"),
        ("nozeroprefix", "007", "no zero"),
    ],
)
def test_a_fault_says_what_would_be_right(rule: str, part: str, why: str) -> None:
    assert why in RULES[rule](part)


@given(st.sampled_from(sorted(RULES)), st.text(max_size=90) | st.text("0123456789", max_size=40))
def test_no_rule_raises_or_repeats_a_long_part(rule: str, part: str) -> None:
    fault = RULES[rule](part)
    assert len(part) < 6 or part not in fault


@given(st.text("0123456789", min_size=1, max_size=30))
def test_the_right_check_digit_is_accepted(body: str) -> None:
    assert not RULES["csum"](body + gtin.check_digit(body))


def test_the_tables_have_the_size_of_their_standards() -> None:
    assert len(COUNTRIES) == len(COUNTRY_LETTERS) == 249
    assert {"410", "KRW"} <= {*CURRENCIES, *CURRENCIES.values()}
    assert len(CURRENCIES) == len(set(CURRENCIES.values())) == 178
    assert all(1 <= len(code) <= 3 for code in PACKAGES)
    assert (len(set(CHARACTERS_82)), len(set(CHARACTERS_39)), len(set(CHARACTERS_64))) == (82, 39, 64)


def test_kinds_of_parts_allow_their_characters_only() -> None:
    for kind, allowed in (("N", "0123456789"), ("X", CHARACTERS_82), ("Y", CHARACTERS_39), ("Z", CHARACTERS_64)):
        assert not KIND_RULES[kind](allowed)
        assert KIND_RULES[kind]("\x1d")
        assert KIND_RULES[kind]("가")
