"""Keys of a US keyboard as characters: capitals, control, Alt with digits (T-2, pain 12)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.us_keyboard import CAPS_LOCK, LEFT_ALT, LEFT_CONTROL, UsKeyboard, alt_strokes, strokes

RIGHT_BRACKET, F8, UP, KEYPAD_2 = 27, 66, 103, 80


def typed(keys: list[tuple[int, bool]], keyboard: UsKeyboard | None = None) -> str:
    board = keyboard or UsKeyboard()
    return "".join(board.key(code, down) for code, down in keys)


def test_every_printable_character_has_its_key() -> None:
    printable = "".join(c for c in string.printable if c.isprintable())
    assert typed(strokes(printable)) == printable
    assert all(LEFT_ALT not in [code for code, _ in strokes(c)] for c in printable)


def test_the_keys_are_those_of_the_kernel() -> None:
    """linux/input-event-codes.h: KEY_1 is 2, KEY_Q 16, KEY_A 30, KEY_Z 44, KEY_SPACE 57, KEY_ENTER 28, KEY_KP1 79."""
    board = UsKeyboard()
    codes = {2: "1", 11: "0", 16: "q", 25: "p", 30: "a", 38: "l", 44: "z", 50: "m", 57: " ", 28: "\r", 79: "1"}
    assert {code: board.key(code, True) for code in codes} == codes
    assert typed([(42, True), (2, True), (43, True), (41, True)]) == "!|~"


@pytest.mark.parametrize("keys", [strokes("\x1d"), alt_strokes("029"), alt_strokes("0029"), alt_strokes("29")])
def test_the_separator_comes_as_control_or_as_alt_with_digits(keys: list[tuple[int, bool]]) -> None:
    assert typed([*strokes("10A"), *keys, *strokes("21B")]) == "10A\x1d21B"
    assert strokes("\x1d") == [(LEFT_CONTROL, True), (27, True), (27, False), (LEFT_CONTROL, False)]


def test_caps_lock_turns_letters_round_and_leaves_digits() -> None:
    board = UsKeyboard()
    typed([(CAPS_LOCK, True), (CAPS_LOCK, False)], board)
    assert typed(strokes("aB1!"), board) == "Ab1!"
    typed([(CAPS_LOCK, True), (CAPS_LOCK, False)], board)
    assert typed(strokes("aB1"), board) == "aB1"


def test_function_keys_arrows_and_lone_modifiers_make_nothing() -> None:
    assert typed([(F8, True), (F8, False), (UP, True), (UP, False), (42, True), (42, False), (999, True)]) == ""
    assert typed([(LEFT_ALT, True), (LEFT_ALT, False)]) == ""
    assert typed([(LEFT_ALT, True), (30, True), (30, False), (LEFT_ALT, False)]) == "", "Alt+A is no text"


def test_control_with_what_has_no_control_character_makes_nothing() -> None:
    assert typed([(LEFT_CONTROL, True), (2, True), (2, False), (F8, True), (LEFT_CONTROL, False)]) == ""
    assert typed([(LEFT_CONTROL, True), (50, True), (50, False), (LEFT_CONTROL, False)]) == "\r", "Ctrl+M is CR"


@given(st.text(st.characters(max_codepoint=0xFF), max_size=60))
def test_what_is_typed_is_what_was_meant(text: str) -> None:
    # Enter and Ctrl+J, Ctrl+I and Tab are the same characters.
    assert typed(strokes(text)) == text


@given(st.lists(st.tuples(st.integers(0, 0x2FF), st.booleans()), max_size=200))
def test_any_keys_make_single_bytes(keys: list[tuple[int, bool]]) -> None:
    assert all(ord(character) < 0x100 for character in typed(keys))
