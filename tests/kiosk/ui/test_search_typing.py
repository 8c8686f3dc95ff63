"""The keys of the in-app keyboard become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hangul import SHIFTED, TWO_SET
from kiosk.ui.search_typing import MOST_LETTERS, SearchTyping, empty, said, struck

KEYS = [*TWO_SET.values(), *SHIFTED.values(), *"abcXYZ019-", "shift", "mode", "digits", "space", "backspace", "search"]


def after(*keys: str, language: str = "ko") -> SearchTyping:
    typing = empty(language)
    for key in keys:
        typing = struck(typing, key)
    return typing


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ㄷㅡㄹㅣㅍㅓ", "드리퍼"),
        ("ㄷㅡㄹㅣㅍ", "드맆"),
        ("ㄷㄹㅍ", "ㄷㄹㅍ"),
        ("ㅇㅜㅇㅠ", "우유"),
    ],
)
def test_korean_is_composed(keys: str, text: str) -> None:
    assert after(*keys).text == text


def test_backspace_takes_letters_of_the_syllable_then_characters() -> None:
    assert after(*"ㄱㅏㅁ", "backspace").text == "가"
    assert after(*"ㄱㅏㅁ", "backspace", "backspace", "backspace").text == ""


def test_shift_is_for_one_letter() -> None:
    typing = after("shift")
    assert typing.shifted
    assert not struck(typing, "ㄲ").shifted


def test_the_layout_follows_the_language_and_comes_back_from_the_digits() -> None:
    assert empty("ko").mode == "hangul"
    assert empty("en").mode == "latin"
    assert after("digits").mode == "digits"
    assert after("digits", "digits").mode == "hangul"
    assert after("mode", "digits", "digits").mode == "latin"


def test_changing_the_layout_ends_the_syllable() -> None:
    assert after(*"ㄱㅏ", "mode", "b").text == "가b"


def test_a_space_does_not_begin_a_query() -> None:
    assert after("space").text == ""
    assert after("ㅁ", "ㅜ", "ㄹ", "space", "ㅂ", "ㅕ", "ㅇ").text == "물 병"


def test_a_suggestion_replaces_what_was_typed() -> None:
    assert said(after(*"ㄷㄹ"), "드리퍼").text == "드리퍼"


@given(st.lists(st.sampled_from(KEYS), max_size=120))
def test_no_row_of_keys_breaks_it(keys: list[str]) -> None:
    typing = after(*keys)
    assert len(typing.text) <= MOST_LETTERS
    assert typing.mode in {"hangul", "latin", "digits"}
    assert len(typing.composer.composing) <= 1
