"""Numbers of books and magazines: ISBN and ISSN as their 13 digits.

Facts: ISO 2108 (ISBN, remainder by 11 with weights 10 to 1), ISO 3297 (ISSN, weights 8 to 1), and GS1 General
Specifications, prefixes 978 and 977: an ISSN gets two digits of its own, 00 when they mean nothing.
"""

from kiosk.domain import gtin


def isbn_13(text: str) -> str:
    """The 13 digits of an ISBN of 10 or 13 characters, hyphens allowed; raises `gtin.GtinError`."""
    number = gtin.compact(text).upper()
    if len(number) == 10:
        _check_by_eleven(number, "an ISBN")
        body = "978" + number[:9]
        return body + gtin.check_digit(body)
    if not number.startswith(("978", "979")) or len(number) != 13:
        raise gtin.GtinError("an ISBN has 10 characters, or 13 that begin with 978 or 979")
    return gtin.validate(number)[1:]


def issn_13(text: str, variant: str = "00") -> str:
    """The 13 digits of an ISSN of 8 characters, hyphen allowed; raises `gtin.GtinError`."""
    number = gtin.compact(text).upper()
    if len(number) != 8:
        raise gtin.GtinError("an ISSN has 8 characters")
    _check_by_eleven(number, "an ISSN")
    body = "977" + number[:7] + variant
    return body + gtin.check_digit(body)


def _check_by_eleven(number: str, what: str) -> None:
    body, last = number[:-1], number[-1]
    if not (body.isascii() and body.isdigit() and last in "0123456789X"):
        raise gtin.GtinError(f"{what} is digits, with X allowed at its end")
    total = sum(int(digit) * weight for digit, weight in zip(reversed(body), range(2, 11), strict=False))
    right = "0123456789X"[-total % 11]
    if last != right:
        raise gtin.GtinError(f"the check character of {what} is wrong; for these digits it would be {right}")
