"""The two-set keyboard: every syllable, every way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import hangul
from kiosk.domain.hangul import SHIFTED, TWO_SET, Composer, backspace, commit, press

ALL = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
KEYS = {*TWO_SET.values(), *SHIFTED.values()}


def typed(keys: str) -> Composer:
    state = Composer()
    for key in keys:
        state = press(state, key)
    return state


def test_all_syllables_come_apart_and_together_again() -> None:
    assert len(ALL) == 11_172
    for syllable in ALL:
        assert hangul.syllable_of(*hangul.parts(syllable)) == syllable
        keys = hangul.keystrokes(syllable)
        assert set(keys) <= KEYS
        state = typed(keys)
        assert (state.committed, state.composing) == ("", syllable)


@given(st.lists(st.sampled_from(ALL), max_size=8))
def test_any_word_typed_letter_by_letter_is_that_word(syllables: list[str]) -> None:
    word = "".join(syllables)
    assert typed(hangul.keystrokes(word)).text == word


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ㄱㅏㄱㅏ", "가가"),
        ("ㄱㅏㅂㅅ", "값"),
        ("ㄱㅏㅂㅅㅣ", "갑시"),
        ("ㄱㅗㅏ", "과"),
        ("ㄱㅗㅏㄴㅈㅏ", "관자"),
        ("ㄷㅏㄹㄱㅇㅣ", "닭이"),
        ("ㄲㅏㄲ", "깎"),
        ("ㄲㅏㄲㅏ", "까까"),
        ("ㄱㅏㄸㅏ", "가따"),
        ("ㄱㅏㅉ", "가ㅉ"),
        ("ㅋㅋㅋ", "ㅋㅋㅋ"),
        ("ㅗㅏㄴ", "ㅘㄴ"),
        ("ㅏㅏ", "ㅏㅏ"),
        ("ㅇㅡㅣㅏ", "의ㅏ"),
        ("ㄱㅏㄱㄱ", "각ㄱ"),
        ("ㅇㅗㅏㅣ", "와ㅣ"),
        ("ㅎㅏㄴ a1", "한 a1"),
    ],
)
def test_how_letters_join(keys: str, text: str) -> None:
    assert typed(keys).text == text


def test_backspace_takes_one_letter_of_the_syllable_then_whole_characters() -> None:
    state = typed("ㅅㅏㄷㅏㄹㄱ")
    seen = []
    while state.text:
        state = backspace(state)
        seen.append(state.text)
    assert seen == ["사달", "사다", "사ㄷ", "사", ""]
    assert backspace(typed("ㄱㅗㅏ")).text == "고"
    assert backspace(typed("ㅗㅏ")).text == "ㅗ"
    assert backspace(Composer()) == Composer()


@given(st.text(alphabet="".join(sorted(KEYS)) + "a 1", max_size=20))
def test_backspace_undoes_a_letter_that_stayed_in_its_syllable(keys: str) -> None:
    state = typed(keys)
    for key in sorted(KEYS):
        after = press(state, key)
        if after.committed == state.committed:
            assert backspace(after) == state
    while state.text:
        shorter = backspace(state)
        assert len(hangul.keystrokes(shorter.text)) < len(hangul.keystrokes(state.text))
        state = shorter


def test_the_committed_text_no_longer_composes() -> None:
    state = commit(typed("ㄱㅏㄱ"))
    assert (state.committed, state.composing) == ("각", "")
    assert press(state, "ㅏ").text == "각ㅏ"


def test_the_layout_has_every_letter_once() -> None:
    assert len(TWO_SET) == 26
    assert len(set(TWO_SET.values())) == 26
    assert set(SHIFTED) <= set(TWO_SET.values())
    assert set(hangul.INITIALS) <= KEYS


@pytest.mark.parametrize("text", ["", "가가", "ㄱ", "a"])
def test_only_a_syllable_has_parts(text: str) -> None:
    with pytest.raises(ValueError, match="syllable"):
        hangul.parts(text)
