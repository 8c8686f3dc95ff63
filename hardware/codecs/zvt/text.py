"""Texts of a terminal: CP437 by default, another set when tag 14 names it, and terminals that keep to neither."""

from hardware.errors import DeviceMisused

SEVEN_BIT = 0x00
UTF_8 = 0xFE
CP437 = 0xFF
_LATIN_UMLAUTS = frozenset("ÄÖÜäöüß".encode("latin-1"))


def read_text(octets: bytes, character_set: int | None = None) -> str:
    """Read a text; never fails, control characters become blanks and line ends become new lines.

    `character_set` is the value of tag 14 (00 seven bit, n ISO 8859-n, FE UTF-8, FF CP437), None when it was not
    said. Then UTF-8 and Latin-1, which some terminals send unasked, are told from CP437 by their look.
    """
    if octets.isascii():
        text = octets.decode("ascii")
    elif character_set is None:
        text = _guessed(octets)
    else:
        text = octets.decode(_codec_of(character_set), "replace")
    text = text.rstrip("\0").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign if sign == "\n" or sign.isprintable() else " " for sign in text)


def write_text(text: str, character_set: int = CP437) -> bytes:
    """Write a text for a terminal; signs that its set does not have become question marks."""
    return text.encode(_codec_of(character_set), "replace")


def _guessed(octets: bytes) -> str:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        # In Latin-1 the bytes 80 to 9F are control characters, in CP437 they hold nearly all umlauts.
        high = [place for place, octet in enumerate(octets) if octet >= 0x80]
        if all(octets[place] >= 0xA0 for place in high) and any(_in_a_word(octets, place) for place in high):
            return octets.decode("latin-1")
        return octets.decode("cp437")


def _in_a_word(octets: bytes, place: int) -> bool:
    around = octets[max(0, place - 1) : place] + octets[place + 1 : place + 2]
    return octets[place] in _LATIN_UMLAUTS and any(chr(octet).isalpha() for octet in around if octet < 0x80)


def _codec_of(character_set: int) -> str:
    if character_set == SEVEN_BIT:
        return "ascii"
    if character_set == UTF_8:
        return "utf-8"
    if 1 <= character_set <= 16 and character_set != 12:  # ISO 8859-12 was never made
        return f"iso8859-{character_set}"
    if character_set == CP437 or 0 <= character_set <= 0xFF:
        return "cp437"
    raise DeviceMisused("A character set of ZVT is one byte.")
