"""The rules that parts of values obey, by the names they have in the syntax dictionary ("linters").

Each takes a part and answers what is wrong with it, "" when nothing is. The answer never repeats the part.
"""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from kiosk.domain.gs1.character_sets import CHARACTERS_64, CHARACTERS_82, digits_fault, fault_39, fault_64, fault_82
from kiosk.domain.gs1.code_lists import COUNTRIES, COUNTRY_LETTERS, CURRENCIES, MEDIA, PACKAGES
from kiosk.domain.gs1.coupon import CouponError, read_coupon, read_positive_offer
from kiosk.domain.gs1.dates import clock_fault, date_fault
from kiosk.domain.gtin import check_digit

Rule = Callable[[str], str]

FEWEST_PREFIX_DIGITS = 4  # of a GS1 company prefix
_IBAN_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PAIR_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_HEX = frozenset("0123456789ABCDEFabcdef")
_PAIR_PRIMES = tuple(n for n in range(2, 510) if all(n % d for d in range(2, int(n**0.5) + 1)))


def _check_digit(value: str) -> str:
    if fault := digits_fault(value):
        return fault
    if len(value) < 2:
        return "a check digit needs digits before it"
    right = check_digit(value[:-1])
    return "" if right == value[-1] else f"the check digit is wrong; for these digits it would be {right}"


def _check_pair(value: str) -> str:
    # GS1 General Specifications 7.9.5, "Check character pair calculation": primes from the right, modulo 1021.
    if len(value) < 3:
        return "a check pair needs characters before it"
    body, pair = value[:-2], value[-2:]
    if fault_82(body):
        return "a character is outside the set of 82 that GS1 allows"
    if len(body) > len(_PAIR_PRIMES):
        return "too long for a check pair"
    total = sum(CHARACTERS_82.index(one) * prime for one, prime in zip(reversed(body), _PAIR_PRIMES, strict=False))
    total %= 1021
    right = _PAIR_CHARACTERS[total >> 5] + _PAIR_CHARACTERS[total & 31]
    return "" if pair == right else "the check pair at the end does not belong to these characters"


def _prefix_at(start: int) -> Rule:
    def rule(value: str) -> str:
        head = value[start : start + FEWEST_PREFIX_DIGITS]
        if len(head) == FEWEST_PREFIX_DIGITS and not digits_fault(head):
            return ""
        return f"it has no GS1 company prefix: {FEWEST_PREFIX_DIGITS} digits or more"

    return rule


def _listed(codes: Collection[str], what: str) -> Rule:
    return lambda value: "" if value in codes else f"this is no {what}"


def _all_zeros(value: str) -> str:
    return "only zeros are allowed" if value.strip("0") else ""


def _not_zero(value: str) -> str:
    return digits_fault(value) or ("" if value.strip("0") else "zero is not allowed")


def _no_leading_zero(value: str) -> str:
    return digits_fault(value) or ("no zero may lead" if len(value) > 1 and value[0] == "0" else "")


def _has_other_than_digit(value: str) -> str:
    return "" if digits_fault(value) else "one character at least is no digit"


def _hyphens(value: str) -> str:
    return "" if value and not value.strip("-") else "only a hyphen is allowed"


def _iban(value: str) -> str:
    # ISO 13616-1: country, two check digits, account; letters count from 10, the remainder by 97 is 1.
    if not 10 < len(value) <= 34:
        return "an IBAN has 11 to 34 characters"
    if not set(value) <= _IBAN_CHARACTERS:
        return "an IBAN has capital letters and digits only"
    if value[:2] not in COUNTRY_LETTERS:
        return "an IBAN begins with the letters of a country"
    turned = "".join(str(int(one, 36)) for one in value[4:] + value[:4])
    return "" if int(turned) % 97 == 1 else "the check digits of the IBAN are wrong"


def _importer_index(value: str) -> str:
    return "" if len(value) == 1 and value in CHARACTERS_64 else "one letter, digit, - or _ is allowed"


def _angle(most: int, what: str) -> Rule:
    def rule(value: str) -> str:
        if len(value) != 10:
            return f"a {what} has 10 digits"
        return digits_fault(value) or ("" if int(value) <= most else f"a {what} is at most {most}")

    return rule


def _percent_encoded(value: str) -> str:
    for piece in value.split("%")[1:]:
        if len(piece) < 2 or not set(piece[:2]) <= _HEX:
            return "a percent sign is followed by two hexadecimal digits"
    return ""


def _piece_of_total(value: str) -> str:
    if not value or len(value) % 2:
        return "piece and total have the same number of digits"
    if fault := digits_fault(value):
        return fault
    piece, total = int(value[: len(value) // 2]), int(value[len(value) // 2 :])
    if not piece or not total:
        return "piece and total count from 1"
    return "" if piece <= total else "the piece is above the total"


def _place_of_total(value: str) -> str:
    place, slash, total = value.partition("/")
    if not slash or not place or not total or digits_fault(place) or digits_fault(total):
        return "write place and total with a slash between, such as 1/3"
    if place[0] == "0" or total[0] == "0":
        return "no zero may lead"
    return "" if int(place) <= int(total) else "the place is above the total"


def _coupon(value: str) -> str:
    try:
        read_coupon(value)
    except CouponError as error:
        return str(error)
    return ""


def _positive_offer(value: str) -> str:
    try:
        read_positive_offer(value)
    except CouponError as error:
        return str(error)
    return ""


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "couponcode": _coupon,
        "couponposoffer": _positive_offer,
        "cset39": fault_39,
        "cset64": fault_64,
        "cset82": fault_82,
        "csetnumeric": digits_fault,
        "csum": _check_digit,
        "csumalpha": _check_pair,
        "gcppos1": _prefix_at(0),
        "gcppos2": _prefix_at(1),
        "hasnondigit": _has_other_than_digit,
        "hh": lambda value: clock_fault(value, "h"),
        "hhmi": lambda value: clock_fault(value, "hm"),
        "hyphen": _hyphens,
        "iban": _iban,
        "importeridx": _importer_index,
        "iso3166": _listed(COUNTRIES, "country of ISO 3166 in three digits"),
        "iso3166999": _listed(COUNTRIES | {"999"}, "country of ISO 3166 in three digits, nor 999 for several"),
        "iso3166alpha2": _listed(COUNTRY_LETTERS, "country of ISO 3166 in two letters"),
        "iso4217": _listed(CURRENCIES, "currency of ISO 4217 in three digits"),
        "iso5218": _listed(("0", "1", "2", "9"), "code of ISO 5218: 0, 1, 2 or 9"),
        "latitude": _angle(1_800_000_000, "latitude"),
        "longitude": _angle(3_600_000_000, "longitude"),
        "mediatype": _listed(MEDIA, "medium of GS1's table"),
        "mi": lambda value: clock_fault(value, "m"),
        "nonzero": _not_zero,
        "nozeroprefix": _no_leading_zero,
        "packagetype": _listed(PACKAGES, "kind of package of UN/ECE Recommendation 21 or GS1"),
        "pcenc": _percent_encoded,
        "pieceoftotal": _piece_of_total,
        "posinseqslash": _place_of_total,
        "ss": lambda value: clock_fault(value, "s"),
        "winding": _listed(("0", "1", "9"), "winding direction: 0, 1 or 9"),
        "yesno": _listed(("0", "1"), "answer: 0 for no, 1 for yes"),
        "yymmd0": lambda value: date_fault(value, day_may_be_00=True),
        "yymmdd": date_fault,
        "yyyymmd0": lambda value: date_fault(value, year_digits=4, day_may_be_00=True),
        "yyyymmdd": lambda value: date_fault(value, year_digits=4),
        "zero": _all_zeros,
    }
)
KIND_RULES: Mapping[str, Rule] = MappingProxyType(
    {"N": digits_fault, "X": fault_82, "Y": fault_39, "Z": fault_64},
)
