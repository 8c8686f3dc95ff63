"""The table of identifiers, and what is said of a broken one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.gs1.dictionary import Component, DictionaryError, read_dictionary
from kiosk.domain.gs1.value_rules import RULES
from tests.fakes.gs1_table import TABLE, gs1_table


def test_the_shipped_table_is_whole() -> None:
    table = gs1_table()
    assert table.release == "2026-01-27"
    assert len(table.identifiers) == 541
    assert len(table.keys) == 16
    assert {
        rule for one in table.identifiers.values() for part in one.components for rule in part.rules
    } <= RULES.keys()


def test_a_line_becomes_an_identifier() -> None:
    gtin = gs1_table().identifiers["01"]
    assert gtin.title == "GTIN"
    assert gtin.components == (Component("N", 14, 14, ("csum", "gcppos2")),)
    assert (gtin.predefined, gtin.in_link) == (True, True)
    assert gtin.excludes == ("255", "37")
    assert gtin.qualifiers == (("22", "10", "21"), ("235",))
    content = gs1_table().identifiers["02"]
    assert content.requires == ((("37",),),)
    signature = gs1_table().identifiers["8030"]
    assert ("01", "21") in signature.requires[0]
    countries = gs1_table().identifiers["423"]
    assert (countries.shortest, countries.longest, len(countries.components)) == (3, 15, 5)


def test_a_range_is_all_its_identifiers() -> None:
    table = gs1_table()
    assert {f"310{n}" for n in range(6)} <= table.identifiers.keys()
    assert "3106" not in table.identifiers
    assert table.identifiers["3102"].components == table.identifiers["3105"].components


def test_no_identifier_begins_with_another() -> None:
    names = gs1_table().identifiers.keys()
    assert not [(a, b) for a in names for b in names if a != b and b.startswith(a)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "names no application identifier"),
        ("# nothing but remarks\n", "names no application identifier"),
        ("0A  N2  # x", "line 1: expected AI"),
        ("01  N14\n01  N14", "line 2: AI 01 is there twice"),
        ("01  X", "components come first"),
        ("01  req=02 N14", "components come first"),
        ("01  N14  wants=02", "unknown attribute wants=02"),
        ("01  N14  dlpkey=", "unknown attribute dlpkey="),
        ("01  #  N14", "expected AI"),
        ("3105-3100  N6", "is no range"),
        ("31-3100  N6", "is no range"),
        ("01  !  N14", "unknown flag"),
        ("01  N14,dance", "the rule dance is unknown"),
    ],
)
def test_a_broken_table_is_told_where_and_why(text: str, why: str) -> None:
    with pytest.raises(DictionaryError, match=why):
        read_dictionary(text)


@given(st.integers(0, 400), st.text(max_size=6))
def test_a_damaged_table_never_does_worse_than_its_own_error(line: int, damage: str) -> None:
    lines = [one for one in TABLE.read_text("utf-8").splitlines() if one and not one.startswith("#")]
    lines = lines[line % len(lines) :][:3]
    lines[0] = damage + lines[0][len(damage) :]
    told = "read"
    try:
        read_dictionary("\n".join(lines))
    except DictionaryError as error:
        told = str(error)
    assert told
