"""Korean letters: syllables taken apart into keystrokes, and the two-set keyboard that puts them together.

Facts: the Unicode Standard, section 3.12 "Conjoining Jamo Behavior" (syllable arithmetic), and KS X 5002 (the
two-set layout). Letters here are always the compatibility letters ㄱ to ㅣ.
"""

from dataclasses import dataclass, replace

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
FIRST, LAST = "가", "힣"

VOWEL_PAIRS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
FINAL_PAIRS = {
    "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ",
    "ㄴㅎ": "ㄶ",
    "ㄹㄱ": "ㄺ",
    "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ",
    "ㅂㅅ": "ㅄ",
}
KEYSTROKES = {whole: pair for pair, whole in (VOWEL_PAIRS | FINAL_PAIRS).items()}

# The rows of the keyboard, and what Shift makes of the letters it changes.
TWO_SET = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
SHIFTED = dict(zip("ㅂㅈㄷㄱㅅㅐㅔ", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))

_CONSONANTS = frozenset(INITIALS)
_KEY_VOWELS = frozenset(VOWELS) - frozenset(VOWEL_PAIRS.values())


def is_syllable(letter: str) -> bool:
    """Whether it is one whole Korean syllable."""
    return len(letter) == 1 and FIRST <= letter <= LAST


def parts(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final ("" when open) of a syllable; raises `ValueError` for anything else."""
    if not is_syllable(syllable):
        raise ValueError("only a Korean syllable has an initial, a vowel and a final")
    number = ord(syllable) - ord(FIRST)
    return INITIALS[number // 588], VOWELS[number % 588 // 28], FINALS[number % 28]


def syllable_of(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of its parts; raises `ValueError` when one of them cannot stand there."""
    return chr(ord(FIRST) + INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(final))


def keystrokes(text: str) -> str:
    """The letters that are pressed on the two-set keyboard for `text`; anything not Korean stays as it is."""
    letters = []
    for letter in text:
        for part in parts(letter) if is_syllable(letter) else (letter,):
            letters.append(KEYSTROKES.get(part, part))
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class Composer:
    """What was typed so far: `committed` text, and the syllable that still grows as its parts."""

    committed: str = ""
    initial: str = ""
    vowel: str = ""
    final: str = ""

    @property
    def composing(self) -> str:
        """The unfinished syllable as it is shown, underlined, behind the committed text."""
        if self.initial and self.vowel:
            return syllable_of(self.initial, self.vowel, self.final)
        return self.initial or self.vowel

    @property
    def text(self) -> str:
        """Everything typed so far."""
        return self.committed + self.composing


def press(state: Composer, key: str) -> Composer:
    """The state after a key: a Korean letter of the two-set keyboard, or any other text, which ends the syllable."""
    if key in _CONSONANTS:
        return _consonant(state, key)
    if key in _KEY_VOWELS:
        return _vowel(state, key)
    return Composer(state.text + key)


def backspace(state: Composer) -> Composer:
    """Take back the last letter of the syllable being composed; before it, a whole character at a time."""
    if state.final:
        return replace(state, final=KEYSTROKES.get(state.final, state.final)[:-1])
    if state.vowel:
        pair = KEYSTROKES.get(state.vowel, state.vowel)
        return replace(state, vowel=pair[:-1])
    if state.initial:
        return replace(state, initial="")
    return Composer(state.committed[:-1])


def commit(state: Composer) -> Composer:
    """The state with nothing left to compose, as when the language is changed or the text is sent."""
    return Composer(state.text)


def _consonant(state: Composer, key: str) -> Composer:
    if state.initial and state.vowel:
        joined = FINAL_PAIRS.get(state.final + key, "") if state.final else key
        if joined in FINALS and joined:
            return replace(state, final=joined)
    if not state.composing:
        return replace(state, initial=key)
    return Composer(state.text, key)


def _vowel(state: Composer, key: str) -> Composer:
    if state.final:
        # The consonant that was typed last starts the next syllable: 각 + ㅏ is 가가, 값 + ㅣ is 갑시.
        letters = KEYSTROKES.get(state.final, state.final)
        before = replace(state, final=letters[:-1])
        return Composer(before.text, letters[-1], key)
    joined = VOWEL_PAIRS.get(state.vowel + key) if state.vowel else key
    if joined:
        return replace(state, vowel=joined)
    return Composer(state.text, "", key)
