"""Keep card numbers out of everything a payment terminal says in free text."""

import re

_RUN = re.compile(r"[0-9](?:[ \u00a0\-]?[0-9]){12,}")
_SHORTEST = 13
_LONGEST = 19


def passes_luhn(digits: str) -> bool:
    """Tell whether a string of decimal digits ends in the check digit of ISO/IEC 7812-1 Annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        if place % 2:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def mask_card_numbers(text: str) -> tuple[str, bool]:
    """Hide every Luhn-valid run of 13 to 19 digits of a free text, and tell whether there was one.

    Single blanks and hyphens between the digits do not hide a number. First six and last
    four digits stay (PCI DSS 3.4.1). Inside other digits a number is found by the forms of the schemes.
    """
    found = False

    def hide(match: re.Match[str]) -> str:
        nonlocal found
        run = match.group()
        digits = re.sub(r"[^0-9]", "", run)
        hidden = _places_to_hide(digits)
        if not hidden:
            return run
        found = True
        place = -1
        out = []
        for sign in run:
            if sign.isdigit():
                place += 1
                out.append("*" if place in hidden else sign)
            else:
                out.append(sign)
        return "".join(out)

    return _RUN.sub(hide, _western_digits(text)), found


def mask_card_field(text: str) -> str:
    """Show at most the first six and last four digits of a field that is meant for a card number."""
    western = _western_digits(text)
    places = [place for place, sign in enumerate(western) if sign.isdigit()]
    if len(places) <= 10:
        return western
    hidden = set(places[6:-4])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(western))


def _places_to_hide(digits: str) -> set[int]:
    """Places to cover: of the run as a whole, or of a card number that stands inside a longer run.

    Inside, where two of three runs hold a valid part by chance, the number must also look like one
    of a card scheme. Sums are kept from the left so that a megabyte of digits takes a second.
    """
    if len(digits) <= _LONGEST and passes_luhn(digits):
        return set(range(6, len(digits) - 4))
    hidden: set[int] = set()
    sums = (_running_sums(digits, 1), _running_sums(digits, 0))
    for start in range(len(digits) - _SHORTEST + 1):
        for length in _scheme_lengths(digits[start : start + 2]):
            end = start + length
            side = sums[(end - 1) % 2 == 1]
            if end <= len(digits) and (side[end] - side[start]) % 10 == 0:
                hidden.update(range(start + 6, end - 4))
    return hidden


def _scheme_lengths(first_two: str) -> tuple[int, ...]:
    if first_two[0] == "4":
        return (13, 16, 19)
    if first_two in ("34", "37"):
        return (15,)
    if first_two in ("30", "36", "38", "39"):
        return (14, 16)
    if first_two[0] == "6" or first_two in ("50", "56", "57", "58"):
        return (16, 17, 18, 19)
    return (16,) if first_two[0] in "2359" else ()


def _running_sums(digits: str, doubled: int) -> list[int]:
    sums = [0]
    for place, digit in enumerate(digits):
        value = int(digit)
        if place % 2 == doubled:
            value = value * 2 - 9 if value > 4 else value * 2
        sums.append(sums[-1] + value)
    return sums


def _western_digits(text: str) -> str:
    """Write digits of any script as 0 to 9, so that a full-width number is no way round the mask."""
    if text.isascii():
        return text
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
