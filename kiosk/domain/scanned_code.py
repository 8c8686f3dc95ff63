"""What a scanned code means: an item, a price, a weight, a member — or nothing we know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain import gtin

MOST_CHARACTERS = 512
GROUP_SEPARATOR = "\x1d"


class TemplateKind(StrEnum):
    """What the digits of an in-store number hold."""

    PRICE = "price"
    WEIGHT = "weight"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class InStoreTemplate:
    """How the shop lays out its own EAN-13 numbers (GS1 prefixes 20 to 29).

    `prefix` are the leading digits; then come `item_digits` digits of the item's PLU and `value_digits`
    digits of the value (won, or grams); `inner_check` says that a price check digit stands before the value.
    The last digit is the EAN-13 check digit. A member number has no inner parts: the whole 13 digits are it.
    Raises `ValueError` when the parts do not make 13 digits.
    """

    prefix: str
    kind: TemplateKind
    item_digits: int = 5
    value_digits: int = 5
    inner_check: bool = False

    def __post_init__(self) -> None:
        if not (self.prefix.isascii() and self.prefix.isdigit()):
            raise ValueError(f"the prefix of an in-store number is digits, not {self.prefix!r}")
        if self.kind is TemplateKind.MEMBER:
            return
        digits = len(self.prefix) + self.item_digits + self.inner_check + self.value_digits + 1
        if digits != 13 or self.item_digits < 1 or self.value_digits < 1:
            raise ValueError(f"an in-store number has 13 digits; the template of {self.prefix} makes {digits}")
        if self.inner_check and self.value_digits not in (4, 5):
            raise ValueError("a price check digit is defined for 4 or 5 digits of price")


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A trade item by its 14-digit GTIN."""

    gtin: str


@dataclass(frozen=True, slots=True)
class PricedCode:
    """An in-store number with the price inside, in minor units."""

    plu: str
    price: int


@dataclass(frozen=True, slots=True)
class WeighedCode:
    """An in-store number with the weight inside, in grams."""

    plu: str
    grams: int


@dataclass(frozen=True, slots=True)
class MemberCode:
    """A member's number."""

    number: str


@dataclass(frozen=True, slots=True)
class WalletCode:
    """A payment credential: never shown, kept or logged."""


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A code that is none of ours; `reason` is for staff and journal."""

    reason: str


ScannedMeaning = ItemCode | PricedCode | WeighedCode | MemberCode | WalletCode | UnknownCode

_EAN_NAMES = frozenset({"", "EAN-13", "EAN-8", "UPC-A", "UPC-E"})
_LINEAR_NUMBERS = frozenset({"ITF", "ITF-14", "DataBar", "DataBar Limited", "Code 128", "Data Matrix", "QR"})
_PAYMENT_CARRIERS = frozenset({"", "Code 128", "QR"})
# A consumer-presented payment code starts with tag 85, length 5, "CPV01" (EMV QR code specification for
# payment systems, consumer-presented mode, table of payload format indicator), written in base64.
_EMV_CONSUMER = "hQVDUFYw"
_LINK = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9.:\-]+/(?:[^?#]*/)?01/(\d{14}|\d{13}|\d{12}|\d{8})(?:[/?#]|$)")

# Weighted digits of the price check digit, GS1 General Specifications 7.9 "price/weight check digit": doubled
# less the tens (2-), tripled (3), times five plus the tens (5+), times five less the tens (5-).
_TWO_MINUS = (0, 2, 4, 6, 8, 9, 1, 3, 5, 7)
_THREE = (0, 3, 6, 9, 2, 5, 8, 1, 4, 7)
_FIVE_PLUS = (0, 5, 1, 6, 2, 7, 3, 8, 4, 9)
_FIVE_MINUS = (0, 5, 9, 4, 8, 3, 7, 2, 6, 1)


def interpret(text: str, symbology: str, templates: Sequence[InStoreTemplate], *, gs1: bool = False) -> ScannedMeaning:
    """What the shop understands of a code; never raises and never repeats the code's text.

    `symbology` is the scanner's name for it or "" when it does not say; `gs1` is True when the symbol says
    that it holds GS1 element strings. Anything that is no code of ours becomes `UnknownCode` with a reason.
    """
    fault = _fault(text)
    if fault:
        return UnknownCode(fault)
    number = _number(text, symbology, templates)
    if number is not None:
        return number
    element = _element_string(text, certain=gs1 or symbology.startswith("DataBar") or GROUP_SEPARATOR in text)
    if element is not None:
        return element
    if symbology in _PAYMENT_CARRIERS and _is_payment(text):
        return WalletCode()
    return _link(text) or UnknownCode(_why_unknown(text))


def price_check_digit(digits: str) -> int:
    """The digit that guards a price of 4 or 5 digits inside an in-store number.

    GS1 General Specifications 7.9.2 (four digits) and 7.9.3 (five digits); raises `ValueError` for others.
    """
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("a price inside a code is digits only")
    price = [int(digit) for digit in digits]
    if len(price) == 4:
        weights: tuple[tuple[int, ...], ...] = (_TWO_MINUS, _TWO_MINUS, _THREE, _FIVE_MINUS)
        return sum(table[digit] for table, digit in zip(weights, price, strict=True)) * 3 % 10
    if len(price) == 5:
        weights = (_FIVE_PLUS, _TWO_MINUS, _FIVE_MINUS, _FIVE_PLUS, _TWO_MINUS)
        total = sum(table[digit] for table, digit in zip(weights, price, strict=True))
        return _FIVE_MINUS.index(-total % 10)
    raise ValueError("a price check digit is defined for 4 or 5 digits of price")


def _fault(text: str) -> str:
    # The reasons never hold a piece of the code: they are shown to staff and kept in the journal (T-2).
    if not text:
        return "the code is empty"
    if len(text) > MOST_CHARACTERS:
        return f"the code is longer than {MOST_CHARACTERS} characters"
    if not text.isascii():
        return "the code has characters outside ASCII"
    if not text.replace(GROUP_SEPARATOR, "").isprintable():
        return "the code has control characters"
    return ""


def _number(text: str, symbology: str, templates: Sequence[InStoreTemplate]) -> ScannedMeaning | None:
    if not text.isdigit():
        return None
    try:
        if symbology == "UPC-E" and len(text) < 12:
            return ItemCode(gtin.expand_upc_e(text).zfill(14))
        if symbology in _EAN_NAMES:
            return _retail_number(text, symbology, templates)
        if symbology in _LINEAR_NUMBERS and len(text) in (12, 13, 14):
            found = gtin.validate(text)
            return _in_store(found, templates) or ItemCode(found)
    except gtin.GtinError as error:
        return None if symbology in ("", "Code 128", "QR") else UnknownCode(str(error))
    return None


def _retail_number(text: str, symbology: str, templates: Sequence[InStoreTemplate]) -> ScannedMeaning | None:
    if symbology == "" and len(text) not in gtin.LENGTHS:
        return None
    if symbology == "" and len(text) == 8 and text[0] == "0":
        # EAN-8 numbers that start with 0 are a company's own; without the symbol's name UPC-E is likelier.
        try:
            return ItemCode(gtin.expand_upc_e(text).zfill(14))
        except gtin.GtinError:
            pass
    found = gtin.validate(text)
    return _in_store(found, templates) or ItemCode(found)


def _in_store(found: str, templates: Sequence[InStoreTemplate]) -> ScannedMeaning | None:
    if found[0] != "0" or found.startswith("000000"):
        return None
    digits = found[1:]
    named = [template for template in templates if digits.startswith(template.prefix)]
    return _by_template(digits, max(named, key=lambda template: len(template.prefix))) if named else None


def _by_template(digits: str, template: InStoreTemplate) -> ScannedMeaning:
    if template.kind is TemplateKind.MEMBER:
        return MemberCode(digits)
    start = len(template.prefix)
    plu, rest = digits[start : start + template.item_digits], digits[start + template.item_digits : -1]
    value = rest[template.inner_check :]
    if template.inner_check and int(rest[0]) != price_check_digit(value):
        return UnknownCode("the check digit of the price inside the code is wrong")
    if template.kind is TemplateKind.PRICE:
        return PricedCode(plu, int(value))
    if int(value) == 0:
        return UnknownCode("the weight inside the code is zero")
    return WeighedCode(plu, int(value))


_FOLLOWS = re.compile(r"(?:\x1d|1[1-7]\d\d(?:0[1-9]|1[0-2])[0-3]\d|3[1-6]\d\d\d{6}|$)")


def _element_string(text: str, *, certain: bool) -> ScannedMeaning | None:
    # Application identifier 01: a GTIN of 14 digits (GS1 General Specifications 3.2).
    plain = text.removeprefix(GROUP_SEPARATOR)
    if certain and plain.startswith("(01)"):  # some readers show the identifiers in brackets
        plain = "01" + plain[4:]
    if not plain.startswith("01") or len(plain) < 16:
        return UnknownCode("a GS1 code that names no item") if certain else None
    if not certain and not _FOLLOWS.match(plain, 16):
        return None
    try:
        return ItemCode(gtin.validate(plain[2:16]))
    except gtin.GtinError as error:
        return UnknownCode(str(error)) if certain else None


def _is_payment(text: str) -> bool:
    return (text.isdigit() and 16 <= len(text) <= 24) or text.startswith(_EMV_CONSUMER)


def _link(text: str) -> ScannedMeaning | None:
    # GS1 Digital Link URI syntax: .../01/GTIN; older links may carry the shorter GTINs.
    found = _LINK.match(text)
    if found is None:
        return None
    try:
        return ItemCode(gtin.validate(found.group(1)))
    except gtin.GtinError as error:
        return UnknownCode(str(error))


def _why_unknown(text: str) -> str:
    if text.isdigit():
        if len(text) in gtin.LENGTHS:
            return "the check digit of the number is wrong"
        return f"a number of {len(text)} digits is no item"
    if "://" in text:
        return "a web link that names no item"
    return "the code is no item number"
