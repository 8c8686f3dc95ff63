"""Whether a text can be what its symbology says, and the name under which spellings of one number meet."""

from hardware.vision.acceptance_rules import SymbologyRule
from hardware.vision.engines import Barcode

_RETAIL = ("EAN-13", "UPC-A", "UPC-E", "EAN-8", "ITF")


def may_be(code: Barcode, rule: SymbologyRule) -> bool:
    """Whether length and check digit are right for the symbology."""
    if len(code.text) < rule.shortest or (rule.lengths and len(code.text) not in rule.lengths):
        return False
    return not rule.check or (code.text.isascii() and code.text.isdecimal() and _checked(_written_out(code)))


def value_of(code: Barcode) -> str:
    """A value that is the same for all spellings of one number: an EAN-13 and its UPC-A, a UPC-E and its long form."""
    if code.symbology in _RETAIL and code.text.isascii() and code.text.isdecimal():
        return _written_out(code).zfill(14)
    return f"{code.symbology} {code.text}"


def may_be_half(code: Barcode) -> bool:
    """Whether a UPC-E read may as well be the left half of an EAN-13 whose right half is hidden.

    The parities that tell an EAN-13's first digit are those that tell the check digit of a UPC-E of number system 1,
    and its middle guard begins like a UPC-E's end. Goods bear only number system 0 (GS1 General Specifications,
    5.2.2.4), with parities that no EAN-13 has, so nothing is lost by refusing the other.
    """
    return code.symbology == "UPC-E" and _written_out(code)[-12:-11] != "0"


def is_web_link(code: Barcode) -> bool:
    """Whether the text is a web address, as advertisements have it."""
    return code.text[:8].lower().startswith(("http://", "https://", "www."))


def _written_out(code: Barcode) -> str:
    if code.symbology != "UPC-E" or len(code.text) != 8:
        return code.text
    # GS1 General Specifications, 5.2.2.4.2: the last of the six digits says where the zeros were.
    system, six, check = code.text[0], code.text[1:7], code.text[7]
    last = six[5]
    if last in "012":
        body = six[:2] + last + "0000" + six[2:5]
    elif last == "3":
        body = six[:3] + "00000" + six[3:5]
    elif last == "4":
        body = six[:4] + "00000" + six[4]
    else:
        body = six[:5] + "0000" + last
    return system + body + check


def _checked(digits: str) -> bool:
    # GS1 General Specifications, 7.9: from the right the digits weigh 1 and 3 in turn.
    return sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(reversed(digits))) % 10 == 0
