"""The characters that values may hold: GS1 General Specifications 7.11, "GS1 AI encodable character sets"."""

import re

_DIGITS = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SMALL = _CAPITALS.lower()
CHARACTERS_82 = "!\"%&'()*+,-./" + _DIGITS + ":;<=>?" + _CAPITALS + "_" + _SMALL
CHARACTERS_39 = "#-/" + _DIGITS + _CAPITALS
CHARACTERS_64 = "-_" + _DIGITS + _CAPITALS + _SMALL

_ONLY_82 = re.compile(f"[{re.escape(CHARACTERS_82)}]*")
_ONLY_39 = re.compile(f"[{re.escape(CHARACTERS_39)}]*")
_ONLY_64 = re.compile(f"[{re.escape(CHARACTERS_64)}]*")


def only_digits(value: str) -> bool:
    """Whether all characters are the digits 0 to 9 (and no digit of another script)."""
    return value.isascii() and value.isdigit()


def digits_fault(value: str) -> str:
    """What is wrong when only digits are allowed; "" when nothing is (an empty value is right)."""
    return "" if not value or only_digits(value) else "only the digits 0 to 9 are allowed"


def fault_82(value: str) -> str:
    """What is wrong with a value of character set 82; "" when nothing is."""
    return "" if _ONLY_82.fullmatch(value) else "a character is outside the set of 82 that GS1 allows"


def fault_39(value: str) -> str:
    """What is wrong with a value of character set 39; "" when nothing is."""
    return "" if _ONLY_39.fullmatch(value) else "only capital letters, digits, # - and / are allowed"


def fault_64(value: str) -> str:
    """What is wrong with a value in base64url; "" when nothing is.

    Padding may be left out; where it is, it fills the value up to a multiple of three characters.
    """
    body = value.rstrip("=")
    pads = len(value) - len(body)
    if pads > 2 or (pads and len(value) % 3):
        return "the padding is wrong: at most two = at the end, up to a multiple of three characters"
    return "" if _ONLY_64.fullmatch(body) else "only letters, digits, - and _ (base64url) are allowed"
