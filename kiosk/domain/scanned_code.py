"""What a scanned code means: an item, a price, a coupon, a member and so on — or nothing we know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain import gtin
from kiosk.domain.book_number import isbn_13, issn_13
from kiosk.domain.coupon import signed_coupon_of
from kiosk.domain.element_meaning import meaning_of
from kiosk.domain.gs1.associations import check_associations
from kiosk.domain.gs1.dictionary import SyntaxDictionary
from kiosk.domain.gs1.digital_link import TOLERANT, is_link, parse_link
from kiosk.domain.gs1.element_string import SEPARATOR, Message, parse_bracketed, parse_raw
from kiosk.domain.gs1.fault import Gs1Error
from kiosk.domain.in_store_number import InStoreTemplate, in_store_meaning
from kiosk.domain.qr_profile import ProfileKind, QrProfile
from kiosk.domain.receipt_code import receipt_of
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    ItemCode,
    LicenceCode,
    MemberCode,
    ParkedCartCode,
    PartnerCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WalletCode,
)
from kiosk.domain.voucher import signed_voucher_of

MOST_CHARACTERS = 512


@dataclass(frozen=True, slots=True)
class ScanRules:
    """What a shop knows of codes: its in-store numbers, the table of GS1 identifiers, QR codes by their look.

    `currency` is the shop's, for amounts inside codes. Without `dictionary` no element string is read.
    """

    templates: Sequence[InStoreTemplate] = ()
    dictionary: SyntaxDictionary | None = None
    profiles: Sequence[QrProfile] = ()
    currency: str = "KRW"


_EAN_NAMES = frozenset({"", "EAN-13", "EAN-8", "UPC-A", "UPC-E"})
_LINEAR_NUMBERS = frozenset({"ITF", "ITF-14", "DataBar", "DataBar Limited", "Code 128", "Data Matrix", "QR"})
_BOOK_CARRIERS = frozenset({"", "Code 39", "Code 128"})
_PAYMENT_CARRIERS = frozenset({"", "Code 128", "QR"})
# A consumer-presented payment code starts with tag 85, length 5, "CPV01" (EMV QR code specification for
# payment systems, consumer-presented mode, table of payload format indicator), written in base64.
_EMV_CONSUMER = "hQVDUFYw"
# EAN and UPC with the two or five digits printed beside them; some readers leave the blank out.
_WITH_ADDON = re.compile(r"(\d{13}|\d{12}|\d{8}) (\d{2}|\d{5})", re.ASCII)
_JOINED_ADDON = {"EAN-13": (13, (15, 18)), "UPC-A": (12, (14, 17)), "UPC-E": (8, (10, 13)), "EAN-8": (8, (10, 13))}
_ISBN = re.compile(r"(?:\d[ -]?){9}[\dXx]")
_ISSN = re.compile(r"\d{4}-\d{3}[\dXx]")
_COUPON_PREFIXES = ("005", "099", "0981", "0982", "0983", "0984")
_DOUBTFUL = frozenset({"", "Code 39", "Code 128", "QR"})  # hold any text, so a wrong check digit says nothing
_LENGTHS_OF_RETAIL = "an EAN or UPC has 8, 12 or 13 digits, and 2 or 5 more beside it"
_NO_TABLE = "GS1 data cannot be read: this station has no table of GS1 identifiers"


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
    if symbology in _EAN_NAMES:
        found = _retail(text, symbology, rules)
        if found is not None:
            return found
    found = signed_coupon_of(text) or signed_voucher_of(text) or _profiled(text, symbology, rules.profiles)
    if found is None and (not gs1 or symbology.startswith("DataBar")):
        found = _number(text, symbology, rules)
    if found is None:
        certain = gs1 or symbology.startswith("DataBar") or SEPARATOR in text
        found = _element_string(text, rules, today, certain=certain)
    if found is None and symbology in _PAYMENT_CARRIERS and _is_payment(text):
        found = WalletCode()
    if found is None and is_link(text):
        found = receipt_of(text) or _link(text, rules, today)
    return found or UnknownCode(_why_unknown(text))


def _fault(text: str) -> str:
    # The reasons never hold a piece of the code: they are shown to staff and kept in the journal (T-2).
    if not text:
        return "the code is empty"
    if len(text) > MOST_CHARACTERS:
        return f"the code is longer than {MOST_CHARACTERS} characters"
    if not text.isascii():
        return "the code has characters outside ASCII"
    if not text.isprintable() and not text.replace(SEPARATOR, "").isprintable():
        return "the code has control characters"
    return ""


def _retail(text: str, symbology: str, rules: ScanRules) -> ScannedMeaning | None:
    """The meaning of what an EAN or UPC symbol holds."""
    if not text.isdigit():
        return _with_addon(text, symbology, rules)
    length = len(text)
    try:
        if length <= 8 and (symbology == "UPC-E" or (symbology == "" and length == 8 and text[0] == "0")):
            # EAN-8 numbers that start with 0 are a company's own; without the symbol's name UPC-E is likelier.
            try:
                return ItemCode(gtin.expand_upc_e(text).zfill(14))
            except gtin.GtinError:
                if symbology:
                    raise
        if length in gtin.LENGTHS and not (length == 14 and symbology == "UPC-A"):
            return _gtin_meaning(gtin.validate(text), rules)
    except gtin.GtinError as error:
        return _joined_addon(text, symbology, rules) or (UnknownCode(str(error)) if symbology else None)
    if symbology == "":
        return None
    return _joined_addon(text, symbology, rules) or UnknownCode(_LENGTHS_OF_RETAIL)


def _gtin_meaning(found: str, rules: ScanRules) -> ScannedMeaning:
    in_store = in_store_meaning(found, rules.templates, rules.currency)
    if in_store is not None:
        return in_store
    # GS1 General Specifications 1.4, table of prefixes: 05 and 99 are coupons, 981 to 984 coupons of a common
    # currency area, 980 refund receipts.
    if found.startswith(_COUPON_PREFIXES):
        return CouponCode(found[1:], CouponSource.GS1_PREFIX)
    if found.startswith("0980"):
        return VoucherCode(found[1:])
    return ItemCode(found)


def _with_addon(text: str, symbology: str, rules: ScanRules) -> ScannedMeaning | None:
    parts = _WITH_ADDON.fullmatch(text)
    if parts is None:
        return None
    found = _retail(parts[1], symbology, rules)
    return replace(found, addon=parts[2]) if isinstance(found, ItemCode) else found


def _joined_addon(text: str, symbology: str, rules: ScanRules) -> ScannedMeaning | None:
    main, lengths = _JOINED_ADDON.get(symbology, (0, ()))
    return _with_addon(f"{text[:main]} {text[main:]}", symbology, rules) if len(text) in lengths else None


def _number(text: str, symbology: str, rules: ScanRules) -> ScannedMeaning | None:
    """Trade item numbers in symbols that hold other things too, and numbers of books."""
    try:
        if text.isdigit() and symbology in _LINEAR_NUMBERS and len(text) in (12, 13, 14):
            return _gtin_meaning(gtin.validate(text), rules)
        if symbology in _BOOK_CARRIERS:
            if _ISBN.fullmatch(text):
                return ItemCode("0" + isbn_13(text))
            if _ISSN.fullmatch(text):
                return ItemCode("0" + issn_13(text))
    except gtin.GtinError as error:
        return None if symbology in _DOUBTFUL else UnknownCode(str(error))
    return None


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
        if profile.kind is ProfileKind.PARTNER:
            return PartnerCode(profile.name, number)
        if profile.kind is ProfileKind.PARK:
            return ParkedCartCode(number)
        return CouponCode(number, CouponSource.HOST if profile.by_host else CouponSource.PROFILE)
    return None


def _element_string(text: str, rules: ScanRules, today: date | None, *, certain: bool) -> ScannedMeaning | None:
    plain = text.removeprefix(SEPARATOR)
    if not certain and not (plain.startswith("01") and len(plain) >= 16):
        return None
    if rules.dictionary is None:
        return UnknownCode(_NO_TABLE) if certain else None
    try:
        # Some readers show the identifiers in brackets.
        parse = parse_bracketed if plain.startswith("(") else parse_raw
        return _message_meaning(parse(plain, rules.dictionary), rules, rules.dictionary, today)
    except Gs1Error as error:
        return UnknownCode(str(error)) if certain else None


def _link(text: str, rules: ScanRules, today: date | None) -> ScannedMeaning:
    if rules.dictionary is None:
        return UnknownCode(_NO_TABLE)
    try:
        message = parse_link(text, rules.dictionary, TOLERANT, complete=False)
    except Gs1Error as error:
        return UnknownCode(str(error) if error.ai else f"a web link that names no item: {error}")
    return _message_meaning(message, rules, rules.dictionary, today)


def _message_meaning(
    message: Message, rules: ScanRules, dictionary: SyntaxDictionary, today: date | None
) -> ScannedMeaning:
    # What an element needs beside it may stand in another symbol of the pack, so it is not missed here.
    check_associations(message, dictionary, complete=False)
    return meaning_of(message, currency=rules.currency, today=today)


def _is_payment(text: str) -> bool:
    return (text.isdigit() and 16 <= len(text) <= 24) or text.startswith(_EMV_CONSUMER)


def _why_unknown(text: str) -> str:
    if text.isdigit():
        if len(text) in gtin.LENGTHS:
            return "the check digit of the number is wrong"
        return f"a number of {len(text)} digits is no item"
    return "the code is no item number"
