"""GS1 trade item numbers: GTIN-8, -12, -13, -14 and UPC-E, all kept as 14 digits.

Facts: GS1 General Specifications, section "Standard check digit calculations for GS1 data structures"
and section "UPC-E barcodes" (zero suppression).
"""

LENGTHS = (8, 12, 13, 14)
_SEPARATORS = str.maketrans("", "", " -")


class GtinError(ValueError):
    """This is no GTIN; the message says what is wrong and what would be right."""


def compact(text: str) -> str:
    """The number without the spaces and hyphens that people write between its digits."""
    return text.strip().translate(_SEPARATORS)


def check_digit(body: str) -> str:
    """The last digit of the number whose other digits are `body`: weights 3 and 1 from the right."""
    if not _only_digits(body):
        raise GtinError("a check digit is made of digits only")
    # Sums of the digits' bytes, each 48 above its digit: this runs for each scan and each row of a catalogue.
    digits = body.encode()
    odd, even = digits[-1::-2], digits[-2::-2]
    return str(-(3 * (sum(odd) - 48 * len(odd)) + sum(even) - 48 * len(even)) % 10)


def has_check_digit(number: str) -> bool:
    """Whether `number` is digits and its last one is the check digit of the others."""
    return len(number) > 1 and _only_digits(number) and check_digit(number[:-1]) == number[-1]


def validate(text: str) -> str:
    """The GTIN as 14 digits; raises `GtinError` for a wrong length, a foreign character or check digit."""
    number = text if _only_digits(text) else compact(text)
    if not number:
        raise GtinError("the number is empty; a GTIN has 8, 12, 13 or 14 digits")
    if not _only_digits(number):
        raise GtinError("a GTIN has digits only")
    if len(number) not in LENGTHS:
        raise GtinError(f"a GTIN has 8, 12, 13 or 14 digits, not {len(number)}")
    right = check_digit(number[:-1])
    if right != number[-1]:
        raise GtinError(f"the check digit is {number[-1]}, but for these digits it would be {right}")
    if not number.strip("0"):
        raise GtinError("a number of zeros only was never given to an item")
    return number.zfill(14)


def is_valid(text: str) -> bool:
    """Whether `validate` would accept the number."""
    try:
        validate(text)
    except GtinError:
        return False
    return True


def expand_upc_e(text: str) -> str:
    """The 12 digits of UPC-A that a UPC-E symbol stands for.

    8 digits are the whole number; scanners set to leave parts out send 7 (without the check digit) or 6
    (without the number system 0 as well). Raises `GtinError` for any other length, a number system that is
    not 0 or 1, or a wrong check digit (which is that of the long number).
    """
    number = compact(text)
    if len(number) not in (6, 7, 8) or not _only_digits(number):
        raise GtinError("a UPC-E number has 8 digits")
    system, coded = ("0", number) if len(number) == 6 else (number[0], number[1:7])
    if system not in "01":
        raise GtinError(f"a UPC-E number starts with 0 or 1, not {system}")
    body = system + _with_zeros(coded)
    right = check_digit(body)
    if len(number) == 8 and number[7] != right:
        raise GtinError(f"the check digit is {number[7]}, but for these digits it would be {right}")
    return body + right


def _with_zeros(coded: str) -> str:
    # The last coded digit says which zeros the symbol leaves out.
    key = coded[5]
    if key in "012":
        return coded[:2] + key + "0000" + coded[2:5]
    if key == "3":
        return coded[:3] + "00000" + coded[3:5]
    if key == "4":
        return coded[:4] + "00000" + coded[4]
    return coded[:5] + "0000" + key


def shortest(gtin: str) -> str:
    """The number as a symbol prints it: 8, 13 or 14 digits of a 14-digit GTIN."""
    number = validate(gtin)
    if number.startswith("000000"):
        return number[6:]
    return number[1:] if number.startswith("0") else number


def format_of(gtin: str) -> str:
    """The shortest format that holds a 14-digit GTIN: GTIN-8, GTIN-12, GTIN-13 or GTIN-14."""
    zeros = len(gtin) - len(gtin.lstrip("0"))
    return f"GTIN-{8 if zeros >= 6 else 12 if zeros >= 2 else 13 if zeros else 14}"


def _only_digits(text: str) -> bool:
    # str.isdigit alone also accepts the digits of other scripts, which no GS1 symbol holds.
    return text.isascii() and text.isdigit()
