"""The card number of bitmap 22: half bytes, E for a covered digit, D before what follows on a magnetic stripe."""

from hardware.codecs.card_masking import mask_card_numbers
from hardware.codecs.zvt.text import read_text

_FIRST, _LAST, _SHORTEST = 6, 4, 13


def masked_number(value: bytes) -> tuple[str, bool]:
    """Show at most the first six and last four digits, whatever the check digit, and tell whether more was sent.

    What follows D belongs to the stripe and is dropped; that too is told. A number of less than 13 places without
    a covered one shows its last four digits.
    """
    places = value.hex().rstrip("f")
    number, stripe, _ = places.partition("d")
    shown = ["*" if not sign.isdecimal() else sign for sign in number]
    first = _FIRST if len(shown) >= _SHORTEST or "*" in shown else 0
    hidden = range(min(first, len(shown)), max(len(shown) - _LAST, 0))
    more = any(shown[place] != "*" for place in hidden)
    for place in hidden:
        shown[place] = "*"
    return "".join(shown), bool(stripe) or (more and len(shown) >= _SHORTEST)


def safe_text(octets: bytes, character_set: int | None = None) -> tuple[str, bool]:
    """Read a free text with card numbers masked, and tell whether there was one."""
    return mask_card_numbers(read_text(octets, character_set))
