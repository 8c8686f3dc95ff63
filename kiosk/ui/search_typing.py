"""The keys of the in-app keyboard as text: two-set Hangul, Latin, digits; pure, without a screen."""

from dataclasses import dataclass, replace

from kiosk.domain.hangul import Composer, backspace, commit, press

MOST_LETTERS = 40
HANGUL, LATIN, DIGITS = "hangul", "latin", "digits"


_NOTHING = Composer()


@dataclass(frozen=True, slots=True)
class SearchTyping:
    """What was typed and how the keyboard stands: `letters` is the layout to go back to from the digits."""

    composer: Composer = _NOTHING
    letters: str = HANGUL
    digits: bool = False
    shifted: bool = False

    @property
    def text(self) -> str:
        """Everything typed so far, the unfinished syllable included."""
        return self.composer.text

    @property
    def mode(self) -> str:
        """The layout that is shown: hangul, latin or digits."""
        return DIGITS if self.digits else self.letters


def empty(language: str) -> SearchTyping:
    """Nothing typed yet, with the letters of that language."""
    return SearchTyping(letters=HANGUL if language == "ko" else LATIN)


def said(typing: SearchTyping, text: str) -> SearchTyping:
    """As if that text had been typed."""
    return replace(typing, composer=Composer(text[:MOST_LETTERS]), shifted=False)


def struck(typing: SearchTyping, key: str) -> SearchTyping:
    """The state after a key of `HangulKeyboard`: a letter, a digit, or shift, mode, digits, space, backspace,
    search; a key that is none of these changes nothing, nor does a letter once there are 40."""
    if key == "shift":
        return replace(typing, shifted=not typing.shifted)
    if key == "mode":
        letters = LATIN if typing.mode == HANGUL else HANGUL
        return replace(typing, composer=commit(typing.composer), letters=letters, digits=False, shifted=False)
    if key == "digits":
        return replace(typing, composer=commit(typing.composer), digits=not typing.digits, shifted=False)
    if key == "backspace":
        return replace(typing, composer=backspace(typing.composer))
    if key == "search":
        return replace(typing, composer=commit(typing.composer), shifted=False)
    letter = " " if key == "space" else key
    if len(letter) != 1 or len(typing.text) >= MOST_LETTERS or (letter == " " and not typing.text.strip()):
        return typing
    return replace(typing, composer=press(typing.composer, letter), shifted=False)
