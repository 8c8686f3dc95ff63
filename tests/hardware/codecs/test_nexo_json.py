"""JSON of terminals: exact numbers, one meaning, no crash."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.nexo_json import LONGEST_DOCUMENT, part, read_json_object, text, write_json
from hardware.errors import DeviceGarbled

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text() | st.decimals(-1000, 1000, places=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), _VALUES, max_size=4))
def test_what_is_written_is_read_again(document: dict[str, object]) -> None:
    assert read_json_object(write_json(document)) == document


def test_a_fraction_is_never_a_binary_float() -> None:
    read = read_json_object(b'{"a": 10.99, "b": 1e2}')

    assert read == {"a": Decimal("10.99"), "b": Decimal("1E+2")}
    assert isinstance(read["a"], Decimal)
    with pytest.raises(TypeError):
        write_json({"a": 10.99})


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"[]",
        b"7",
        b"null",
        b"{",
        b'{"a":1,"a":2}',
        b'{"x":{"a":1,"a":2}}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":1e999999999}',
        b'{"a":' + b"9" * 5000 + b"}",
        b"\xff\xfe",
        b'{"a":"\xc3"}',
        b'{"a":' * 50_000,
        b" " * (LONGEST_DOCUMENT + 1),
    ],
    ids=lambda octets: repr(octets[:20]),
)
def test_anything_else_is_refused_in_words(octets: bytes) -> None:
    with pytest.raises(DeviceGarbled, match="The terminal sent"):
        read_json_object(octets)


@given(st.binary(max_size=200))
def test_rubbish_never_crashes(octets: bytes) -> None:
    with contextlib.suppress(DeviceGarbled):
        assert isinstance(read_json_object(octets), dict)


def test_paths_that_lead_nowhere_are_empty() -> None:
    document = {"a": {"b": "x", "c": [1], "d": 7}}

    assert text(document, "a", "b") == "x"
    assert part(document, "a", "b") == part(document, "a", "c", "z") == part(None, "a") == {}
    assert text(document, "a", "d") == text(document, "q", "r") == ""
    assert text({"s": "\ud800"}, "s") == "?"
