"""QR codes of phones and apps that a shop knows by their look: licences, members, wallets.

A profile's pattern is a small part of the language of regular expressions. Each repetition takes as much as it can
and gives nothing back, and only a single character or class may be repeated, so that a code of any text is
compared in time that grows with its length only.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

MOST_PATTERN = 300
MOST_CHARACTERS = 512


class ProfileKind(StrEnum):
    """What a code of a profile is."""

    LICENCE = "licence"
    MEMBER = "member"
    WALLET = "wallet"
    COUPON = "coupon"
    PARTNER = "partner"
    PARK = "park"


class ProfileError(ValueError):
    """A profile cannot be used; the message says what is wrong and what would be right."""


_NUMBERED = frozenset({ProfileKind.MEMBER, ProfileKind.COUPON, ProfileKind.PARTNER, ProfileKind.PARK})
_NUMBER_GROUP = "(?P<number>"


@dataclass(frozen=True, slots=True)
class QrProfile:
    """A way to know a code: the whole text has to fit `pattern`, in a symbol of one of `symbologies`.

    A member, coupon, partner's card or parked cart needs the group `(?P<number>...)` around its number. Raises
    `ProfileError` for a pattern that is too long, wrong, or could be slow.
    """

    name: str
    kind: ProfileKind
    pattern: str
    symbologies: frozenset[str] = frozenset({"QR"})
    by_host: bool = False  # a coupon that a foreign host keeps
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.by_host and self.kind is not ProfileKind.COUPON:
            raise ProfileError(f"{self.name}: by_host is for coupons only")
        if self.kind in _NUMBERED and _NUMBER_GROUP not in self.pattern:
            raise ProfileError(f"{self.name}: put {_NUMBER_GROUP}...) around the number in the pattern")
        try:
            object.__setattr__(self, "_compiled", re.compile(steady(self.pattern), re.ASCII))
        except re.error as error:
            raise ProfileError(f"{self.name}: the pattern is wrong: {error}") from error
        except ProfileError as error:
            raise ProfileError(f"{self.name}: {error}") from error

    def read(self, text: str, symbology: str) -> str | None:
        """The number of a code that fits ("" when the profile has none); None when it does not fit."""
        if symbology not in self.symbologies or len(text) > MOST_CHARACTERS:
            return None
        found = self._compiled.fullmatch(text)
        if found is None:
            return None
        return (found["number"] or "") if self.kind in _NUMBERED else ""


_CLASS = r"\[\^?(?:\\[dwsDWS\\\]\[^.-]|(?!--|&&|~~|\|\|)[^\]\\\[])+\]"
_ATOM = rf"(?:{_CLASS}|\\[dwsDWS]|\\[^a-zA-Z0-9]|\.|[^\\\[\](){{}}.*+?|^$])"
_REPEAT = r"(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})"
_PIECE = re.compile(rf"(?P<open>\(\?P<number>|\(\?:)|(?P<close>\))|(?P<or>\|)|(?P<atom>{_ATOM})(?P<repeat>{_REPEAT})?")


def steady(pattern: str) -> str:
    r"""The pattern as a regular expression that never goes back; raises `ProfileError` for what is not allowed.

    Allowed are characters, `.`, `\d` `\w` `\s`, classes in square brackets, one repetition behind each of them
    (`?`, `*`, `+`, `{m}`, `{m,n}`), groups `(?:a|b)` without repetition, and one `(?P<number>...)`.
    Of alternatives the first that fits is taken, so the longer one is written first.
    """
    if not pattern or len(pattern) > MOST_PATTERN:
        raise ProfileError(f"a pattern has 1 to {MOST_PATTERN} characters")
    made, place = ["(?>"], 0
    closing: list[str] = []
    while place < len(pattern):
        piece = _PIECE.match(pattern, place)
        if piece is None:
            raise ProfileError(
                f"at character {place + 1} of the pattern: only characters, classes, their repetition, (?:a|b) and "
                f"{_NUMBER_GROUP}...) may be used"
            )
        place = piece.end()
        if piece["open"]:
            # A named group cannot be atomic itself, so its content is.
            named = piece["open"] == _NUMBER_GROUP
            made.append(_NUMBER_GROUP + "(?>" if named else "(?>")
            closing.append("))" if named else ")")
        elif piece["close"]:
            if not closing:
                raise ProfileError(f"at character {place} of the pattern: this bracket closes nothing")
            made.append(closing.pop())
        elif piece["or"]:
            made.append("|")
        else:
            made.append(piece["atom"] + (piece["repeat"] + "+" if piece["repeat"] else ""))
    if closing:
        raise ProfileError("the pattern has a group that is not closed")
    return "".join(made) + ")"


PUBLISHED_PROFILES = (
    # ISO/IEC 18013-5, 8.2.2.3: device engagement of a mobile driving licence by QR code.
    QrProfile("mdl", ProfileKind.LICENCE, r"mdoc:[A-Za-z0-9_=-]+"),
    # Korean mobile identity cards, message M120 (phone to reader): base64 of a JSON object {"type":"mip",...}.
    QrProfile("mobile-id", ProfileKind.LICENCE, r"eyJ0eXBlIjoibWlw[A-Za-z0-9+/_-]+=*"),
)
"""What is known from published standards; a shop adds its own."""
