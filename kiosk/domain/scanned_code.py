"""What a scanned code means: an item, a price, a weight, a member — or nothing we know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain import gtin
from kiosk.domain.gs1.dictionary import SyntaxDictionary
from kiosk.domain.in_store_number import InStoreTemplate, in_store_meaning
from kiosk.domain.qr_profile import ProfileKind, QrProfile
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    ItemCode,
    LicenceCode,
    MemberCode,
    ParkedCartCode,
    ScannedMeaning,
    UnknownCode,
    WalletCode,
)

MOST_CHARACTERS = 512
GROUP_SEPARATOR = "\x1d"


@dataclass(frozen=True, slots=True)
class ScanRules:
    """What a shop knows of codes: its in-store numbers, the table of GS1 identifiers, QR codes by their look.

    `currency` is the shop's, for amounts inside codes.
    """

    templates: Sequence[InStoreTemplate] = ()
    dictionary: SyntaxDictionary | None = None
    profiles: Sequence[QrProfile] = ()
    currency: str = "KRW"


_EAN_NAMES = frozenset({"", "EAN-13", "EAN-8", "UPC-A", "UPC-E"})
_LINEAR_NUMBERS = frozenset({"ITF", "ITF-14", "DataBar", "DataBar Limited", "Code 128", "Data Matrix", "QR"})
_PAYMENT_CARRIERS = frozenset({"", "Code 128", "QR"})
# A consumer-presented payment code starts with tag 85, length 5, "CPV01" (EMV QR code specification for
# payment systems, consumer-presented mode, table of payload format indicator), written in base64.
_EMV_CONSUMER = "hQVDUFYw"
_LINK = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9.:\-]+/(?:[^?#]*/)?01/(\d{14}|\d{13}|\d{12}|\d{8})(?:[/?#]|$)")


def interpret(
    text: str, symbology: str, rules: ScanRules, *, gs1: bool = False, today: date | None = None
) -> ScannedMeaning:
    """What the shop understands of a code; never raises and never repeats the code's text.

    `symbology` is the scanner's name for it or "" when it does not say; `gs1` is True when the symbol says
    that it holds GS1 element strings. `today` is the shop's date: two digits of a year get their century from it,
    so without it a code has no dates. Anything that is no code of ours becomes `UnknownCode` with a reason.
    """
    fault = _fault(text)
    if fault:
        return UnknownCode(fault)
    number = _number(text, symbology, rules.templates)
    if number is not None:
        return number
    profiled = _profiled(text, symbology, rules.profiles)
    if profiled is not None:
        return profiled
    element = _element_string(text, certain=gs1 or symbology.startswith("DataBar") or GROUP_SEPARATOR in text)
    if element is not None:
        return element
    if symbology in _PAYMENT_CARRIERS and _is_payment(text):
        return WalletCode()
    return _link(text) or UnknownCode(_why_unknown(text))


def _profiled(text: str, symbology: str, profiles: Sequence[QrProfile]) -> ScannedMeaning | None:
    for profile in profiles:
        number = profile.read(text, symbology)
        if number is None:
            continue
        if profile.kind is ProfileKind.LICENCE:
            return LicenceCode(profile.name)
        if profile.kind is ProfileKind.WALLET:
            return WalletCode()
        if profile.kind is ProfileKind.MEMBER:
            return MemberCode(number, profile.name)
        if profile.kind is ProfileKind.PARK:
            return ParkedCartCode(number)
        return CouponCode(number, CouponSource.PROFILE)
    return None


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
            return in_store_meaning(found, templates) or ItemCode(found)
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
    return in_store_meaning(found, templates) or ItemCode(found)


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
