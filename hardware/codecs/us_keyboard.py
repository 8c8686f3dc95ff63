"""Key numbers of a US keyboard as characters, and characters as keys.

Numbers are those of linux/input-event-codes.h; under Wayland and X11 a window sees them 8 higher. A scanner
that types is set to the US layout, whatever layout the machine has: its keys are read by number, so
that neither the machine's layout nor its input method can change a code.
"""

ENTER, KEYPAD_ENTER, TAB, SPACE, CAPS_LOCK = 28, 96, 15, 57, 58
LEFT_SHIFT, RIGHT_SHIFT, LEFT_CONTROL, RIGHT_CONTROL, LEFT_ALT, RIGHT_ALT = 42, 54, 29, 97, 56, 100
FIRST_WINDOW_CODE = 8  # what Wayland and X11 add to the kernel's number

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
)
_PLAIN: dict[int, str] = {SPACE: " ", ENTER: "\r", KEYPAD_ENTER: "\r", TAB: "\t", 55: "*", 98: "/", 74: "-", 78: "+"}
_SHIFTED: dict[int, str] = dict(_PLAIN)
_KEYPAD = {82: "0", 79: "1", 80: "2", 81: "3", 75: "4", 76: "5", 77: "6", 71: "7", 72: "8", 73: "9", 83: "."}
for _first, _plain, _shifted in _ROWS:
    _PLAIN |= {_first + number: character for number, character in enumerate(_plain)}
    _SHIFTED |= {_first + number: character for number, character in enumerate(_shifted)}
_PLAIN |= _KEYPAD
_SHIFTED |= _KEYPAD
_KEY_OF = {character: code for code, character in reversed(_SHIFTED.items())}
_PLAIN_KEY_OF = {character: code for code, character in reversed(_PLAIN.items())}
_KEYPAD_KEY_OF = {digit: code for code, digit in _KEYPAD.items()}


class UsKeyboard:
    r"""Follows the keys of one keyboard and says which character each press makes.

    Shift and Caps Lock make capitals, Ctrl with a letter or one of [ \\ ] makes the control character
    (Ctrl+] is the GS1 separator), Alt with digits of the keypad makes the character of that number when Alt
    is let go. Function keys and arrows make nothing.
    """

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._caps = False
        self._number = ""

    def key(self, code: int, down: bool) -> str:
        """Take a key; give back the character that it makes, mostly one or none."""
        if not down:
            self._down.discard(code)
            return self._alt_number() if code in (LEFT_ALT, RIGHT_ALT) else ""
        self._down.add(code)
        if code == CAPS_LOCK:
            self._caps = not self._caps
        if self._down & {LEFT_ALT, RIGHT_ALT}:
            self._number += _KEYPAD.get(code, "")
            return ""
        shifted = bool(self._down & {LEFT_SHIFT, RIGHT_SHIFT})
        character = (_SHIFTED if shifted else _PLAIN).get(code, "")
        if self._down & {LEFT_CONTROL, RIGHT_CONTROL}:
            return _control(character)
        return character.swapcase() if self._caps else character

    def _alt_number(self) -> str:
        number, self._number = self._number.replace(".", ""), ""
        return chr(int(number[-4:]) % 256) if number else ""


def strokes(text: str) -> list[tuple[int, bool]]:
    """The keys, down and up, that a scanner set to the US layout types for `text`.

    Control characters are typed with Ctrl (the separator as Ctrl+]), what the layout lacks as Alt and
    the number of the character on the keypad.
    """
    return [stroke for character in text for stroke in _strokes(character)]


def alt_strokes(number: str) -> list[tuple[int, bool]]:
    """Alt held while the digits of `number` are typed on the keypad, as "029" for the GS1 separator."""
    typed = [stroke for digit in number for stroke in _press(_KEYPAD_KEY_OF[digit])]
    return [(LEFT_ALT, True), *typed, (LEFT_ALT, False)]


def _strokes(character: str) -> list[tuple[int, bool]]:
    if character in _PLAIN_KEY_OF:
        return _press(_PLAIN_KEY_OF[character])
    if character in _KEY_OF:
        return [(LEFT_SHIFT, True), *_press(_KEY_OF[character]), (LEFT_SHIFT, False)]
    letter = chr(ord(character) + 0x40).lower() if ord(character) < 0x20 else ""
    if letter in _PLAIN_KEY_OF:
        return [(LEFT_CONTROL, True), *_press(_PLAIN_KEY_OF[letter]), (LEFT_CONTROL, False)]
    return alt_strokes(f"{ord(character) % 256:04d}")


def _press(code: int) -> list[tuple[int, bool]]:
    return [(code, True), (code, False)]


def _control(character: str) -> str:
    number = ord(character.upper()) - 0x40 if character else 0
    return chr(number) if 0 < number < 0x20 else ""
