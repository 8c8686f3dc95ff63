"""Korean text as a receipt printer takes it: two-byte characters, counted in columns.

In CP949 (and KS X 1001, its older part) one byte is one column and two bytes are two columns, so the
width of a text is the length of its bytes.
"""

import unicodedata

CHARSETS = ("cp949", "euc_kr")
UNPRINTABLE = "〓"  # the printer's own "character missing" sign, KS X 1001 row 1

# Characters of receipts that the printer knows under another code.
_SPELT_OTHERWISE = {"₩": "￦", "–": "-", "—": "-", "−": "-", "•": "·", "\u00a0": " "}


def encode(text: str, charset: str = "cp949") -> bytes:
    """Spell `text` for the printer; what it cannot print becomes a visible sign, never an error.

    Control characters become spaces so that no text can act as a command. Accents are dropped
    where the plain letter can be printed.
    """
    composed = unicodedata.normalize("NFC", text)
    return b"".join(_spell(character, charset) for character in composed)


def _spell(character: str, charset: str) -> bytes:
    character = _SPELT_OTHERWISE.get(character, character)
    if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
        return b" " if character in "\t\n\r" else b""
    if (octets := _try(character, charset)) is not None:
        return octets
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    if plain != character and (octets := _try(plain, charset)):
        return octets
    wide = unicodedata.east_asian_width(character) in "WF"
    if unicodedata.combining(character):
        return b""
    return UNPRINTABLE.encode(charset) if wide else b"?"


def _try(text: str, charset: str) -> bytes | None:
    try:
        octets = text.encode(charset)
    except UnicodeEncodeError:
        return None
    # Python spells syllables beyond KS X 1001 in eight bytes of jamo, which no printer knows.
    return octets if len(octets) <= 2 * len(text) else None


def wrap(octets: bytes, columns: int) -> list[bytes]:
    """Cut encoded text into rows of at most `columns`, never inside a character.

    A row ends at its last space when that leaves it at least half full.
    """
    rows: list[bytes] = []
    row = b""
    for character in _characters(octets):
        if len(row) + len(character) > columns:
            space = row.rfind(b" ")
            if character != b" " and space * 2 >= columns:
                rows.append(row[:space])
                row = row[space + 1 :]
            else:
                rows.append(row)
                row = b""
        if row or character != b" " or not rows:
            row += character
    rows.append(row)
    return rows


def _characters(octets: bytes) -> list[bytes]:
    characters: list[bytes] = []
    at = 0
    while at < len(octets):
        length = 2 if octets[at] >= 0x81 and at + 1 < len(octets) else 1
        characters.append(octets[at : at + length])
        at += length
    return characters
