"""What codes mean; proves T-2 (hostile codes are nothing but unknown)."""

import base64
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin
from kiosk.domain.in_store_number import InnerCheck, InStoreTemplate, TemplateKind
from kiosk.domain.qr_profile import PUBLISHED_PROFILES, ProfileKind, QrProfile
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    ItemCode,
    LicenceCode,
    MemberCode,
    ParkedCartCode,
    PricedCode,
    ReceiptCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WalletCode,
    WeighedCode,
)
from tests.fakes.gs1_table import gs1_table

TRUTH = Path(__file__).parents[4] / "shared" / "corpora" / "barcodes" / "truth.jsonl"
TEMPLATES = (
    InStoreTemplate("21", TemplateKind.PRICE),
    InStoreTemplate("22", TemplateKind.WEIGHT),
    InStoreTemplate("23", TemplateKind.PRICE, 4, 5, inner_check=InnerCheck.GS1),
    InStoreTemplate("24", TemplateKind.PRICE, 5, 4, inner_check=InnerCheck.GS1),
    InStoreTemplate("29", TemplateKind.MEMBER),
)
NAMES = ("", "EAN-13", "EAN-8", "UPC-A", "UPC-E", "Code 128", "QR", "ITF", "Data Matrix", "DataBar", "rubbish")


def ean(body: str) -> str:
    return body + gtin.check_digit(body)


def read(text: str, symbology: str = "EAN-13", *, gs1: bool = False) -> ScannedMeaning:
    return interpret(text, symbology, ScanRules(TEMPLATES, gs1_table()), gs1=gs1)


@pytest.mark.parametrize(
    ("text", "symbology", "number"),
    [
        ("8801234567893", "EAN-13", "08801234567893"),
        ("8801234567893", "", "08801234567893"),
        ("96385074", "EAN-8", "00000096385074"),
        ("96385074", "", "00000096385074"),
        ("036000291452", "UPC-A", "00036000291452"),
        ("0036000291452", "EAN-13", "00036000291452"),
        ("01234565", "UPC-E", "00012345000065"),
        ("01234565", "", "00012345000065"),
        ("18801234567890", "ITF", "18801234567890"),
        ("8801234567893", "Code 128", "08801234567893"),
        ("0118801234567890", "DataBar", "18801234567890"),
    ],
)
def test_trade_items(text: str, symbology: str, number: str) -> None:
    assert read(text, symbology) == ItemCode(number)


def test_in_store_numbers_hold_price_weight_or_member() -> None:
    assert read(ean("211234504980")) == PricedCode("12345", 4980)
    assert read(ean("221234500842")) == WeighedCode("12345", 842)
    assert read(ean("290000123456")) == MemberCode(ean("290000123456"))
    assert read(ean("221234500000")) == UnknownCode("the weight inside the code is zero")
    assert read(ean("201234500842")) == ItemCode("0" + ean("201234500842"))
    assert read(ean("211234500000")) == PricedCode("12345", 0)


def test_the_longest_prefix_decides() -> None:
    templates = (InStoreTemplate("2", TemplateKind.PRICE, 6, 5), InStoreTemplate("250", TemplateKind.WEIGHT, 4, 5))
    assert interpret(ean("250123400842"), "EAN-13", ScanRules(templates)) == WeighedCode("1234", 842)
    assert interpret(ean("251123400842"), "EAN-13", ScanRules(templates)) == PricedCode("511234", 842)


@pytest.mark.parametrize("digits", range(16, 25))
@pytest.mark.parametrize("symbology", ["", "Code 128", "QR"])
def test_a_payment_code_is_a_wallet_and_is_not_repeated(digits: int, symbology: str) -> None:
    assert read("281234567890123456789012"[:digits], symbology) == WalletCode()
    assert repr(read("281234567890123456789012", symbology)) == "WalletCode()"


def test_more_payment_codes_and_what_is_none() -> None:
    assert read("hQVDUFYwMWETTwegAAAABQ==", "QR") == WalletCode()
    assert isinstance(read("281234567890123", "Code 128"), UnknownCode)
    assert isinstance(read("2812345678901234567890123", "Code 128"), UnknownCode)
    assert isinstance(read("281234567890123456789", "ITF"), UnknownCode)


@pytest.mark.parametrize(
    ("text", "symbology", "gs1"),
    [
        ("01088012345678931727013110A1", "Data Matrix", True),
        ("0108801234567893\x1d10A1", "Code 128", False),
        ("0108801234567893", "Code 128", False),
        ("010880123456789317270131", "QR", False),
        ("(01)08801234567893(10)A1", "DataBar Expanded", False),
        ("https://id.gs1.org/01/08801234567893/10/A1?17=270131", "QR", False),
        ("http://shop.example/some/path/01/8801234567893", "QR", False),
        ("HTTPS://ID.GS1.ORG/01/08801234567893", "QR", False),
    ],
)
def test_gs1_element_strings_and_links_name_the_item(text: str, symbology: str, gs1: bool) -> None:
    meaning = read(text, symbology, gs1=gs1)
    assert isinstance(meaning, ItemCode)
    assert meaning.gtin == "08801234567893"
    assert meaning.batch == ("A1" if "10A1" in text or "10)A1" in text or "10/A1" in text else "")
    assert meaning.expires_on is None  # two digits of a year say nothing without today


@pytest.mark.parametrize(
    ("text", "symbology", "gs1", "why"),
    [
        ("", "", False, "empty"),
        ("8801234567890", "EAN-13", False, "would be 3"),
        ("8801234567890", "", False, "check digit"),
        ("12345", "", False, "5 digits"),
        ("10A1", "Data Matrix", True, "names no item"),
        ("0108801234567890", "DataBar", False, "would be 3"),
        ("https://example.com/r/abc", "QR", False, "web link"),
        ("https://id.gs1.org/01/08801234567890", "QR", False, "would be 3"),
        ("javascript:alert(1)//01/08801234567893", "QR", False, "web link|no item"),
        ("ABC-123", "Code 128", False, "no item"),
        ("\x1b[A\x00", "Code 128", False, "control"),
        ("8801234567893\r", "EAN-13", False, "control"),
        ("\u202e8801234567893", "QR", False, "outside ASCII"),
        ("８８０１２３４５６７８９３", "QR", False, "outside ASCII"),
        ("8" * 4096, "QR", False, "longer than 512"),
    ],
)
def test_what_is_not_ours_is_unknown_with_a_reason(text: str, symbology: str, gs1: bool, why: str) -> None:
    meaning = read(text, symbology, gs1=gs1)
    assert isinstance(meaning, UnknownCode)
    assert re.search(why, meaning.reason)


codes = st.one_of(
    st.text(),
    st.text("0123456789\x1d()]", max_size=30),
    st.text("0123456789", min_size=12, max_size=12).map(ean),
    st.sampled_from(["01", "]C1", "https://x/01/", "(01)", "\x1d01"]).flatmap(
        lambda head: st.text("0123456789", max_size=20).map(lambda tail: head + tail)
    ),
)


@given(codes, st.sampled_from(NAMES) | st.text(), st.booleans())
def test_no_code_ever_raises_or_is_repeated(text: str, symbology: str, gs1: bool) -> None:
    meaning = interpret(text, symbology, ScanRules(TEMPLATES, gs1_table()), gs1=gs1)
    if isinstance(meaning, ItemCode):
        assert len(meaning.gtin) == 14
        assert gtin.is_valid(meaning.gtin)
    elif isinstance(meaning, UnknownCode):
        assert meaning.reason.isprintable()
        assert len(text) < 6 or text not in meaning.reason


@pytest.mark.skipif(not TRUTH.exists(), reason="the barcode corpus is not beside the repository")
def test_every_retail_code_of_the_corpus_is_an_item() -> None:
    rows = [json.loads(line) for line in TRUTH.read_text(encoding="utf-8").splitlines()]
    retail = [row for row in rows if row["symbology"] in ("EAN-13", "EAN-8", "UPC-A", "UPC-E", "DataBar")]
    assert len(retail) > 200
    for row in retail:
        assert isinstance(interpret(row["text"], row["symbology"], ScanRules()), ItemCode), row["file"]


TODAY = date(2026, 11, 22)
PROFILES = (
    *PUBLISHED_PROFILES,
    QrProfile("club", ProfileKind.MEMBER, r"https://club\.example/m/(?P<number>\d{8})"),
    QrProfile("app wallet", ProfileKind.WALLET, "PAY:.*"),
    QrProfile("coupon", ProfileKind.COUPON, r"CPN-(?P<number>\w+)"),
    QrProfile("park", ProfileKind.PARK, r"(?P<number>7\d{12})"),
)


def shop(text: str, symbology: str = "QR", *, gs1: bool = False) -> ScannedMeaning:
    return interpret(text, symbology, ScanRules(TEMPLATES, gs1_table(), PROFILES), gs1=gs1, today=TODAY)


@pytest.mark.parametrize(
    ("text", "symbology", "number", "addon"),
    [
        ("9771234567003 12", "EAN-13", "09771234567003", "12"),
        ("9788936433598 54495", "", "09788936433598", "54495"),
        ("978893643359854495", "EAN-13", "09788936433598", "54495"),
        ("977123456700312", "EAN-13", "09771234567003", "12"),
        ("03600029145212", "UPC-A", "00036000291452", "12"),
        ("01234565 12", "UPC-E", "00012345000065", "12"),
        ("0123456512345", "UPC-E", "00012345000065", "12345"),
        ("0012345000065", "UPC-E", "00012345000065", ""),
        ("11234562", "UPC-E", "00112345000062", ""),
        ("8936433598", "", "09788936433598", ""),
        ("89-364-3359-8", "Code 39", "09788936433598", ""),
        ("0317-8471", "", "09770317847001", ""),
    ],
)
def test_magazines_books_and_short_numbers(text: str, symbology: str, number: str, addon: str) -> None:
    assert shop(text, symbology) == ItemCode(number, addon=addon)


@pytest.mark.parametrize(
    ("text", "symbology"),
    [
        ("88012345678931", "EAN-13"),
        ("880123456789", "EAN-13"),
        ("8801234567890 12", "EAN-13"),
        ("12", "EAN-13"),
        ("97712345670031", "EAN-13"),
    ],
)
def test_a_number_of_another_length_is_no_retail_number(text: str, symbology: str) -> None:
    assert isinstance(shop(text, symbology), UnknownCode)


def test_a_price_label_keeps_its_meaning_beside_an_add_on() -> None:
    assert shop(ean("211234504980") + " 12", "EAN-13") == PricedCode("12345", 4980)


def test_codes_that_gs1_keeps_for_coupons_and_refunds() -> None:
    for body in ("990123456789", "981012345678", "984012345678", "051234567890"):
        assert shop(ean(body), "EAN-13") == CouponCode(ean(body), CouponSource.GS1_PREFIX)
    assert shop(ean("51234567890"), "UPC-A") == CouponCode("0" + ean("51234567890"), CouponSource.GS1_PREFIX)
    assert shop(ean("980012345678"), "EAN-13") == VoucherCode(ean("980012345678"))
    own = ScanRules((InStoreTemplate("99", TemplateKind.VOUCHER, 10, 0),))
    assert interpret(ean("990123456789"), "EAN-13", own) == VoucherCode("0123456789")


def test_codes_of_phones_and_apps() -> None:
    assert shop("https://club.example/m/12345678") == MemberCode("12345678", "club")
    assert shop("PAY:8801234567893") == WalletCode()
    assert shop("CPN-A1") == CouponCode("A1", CouponSource.PROFILE)
    assert shop("7123456789012") == ParkedCartCode("7123456789012")
    assert shop("mdoc:owBjMS4wAYIB2BhYS6QBAiABIVggWIg") == LicenceCode("mdl")
    card = "eyJ0eXBlIjoibWlwIiwidmVyc2lvbiI6IjEuMC4wIiwiY21kIjoiMTIwIn0="
    assert shop(card) == LicenceCode("mobile-id")
    assert card not in repr(shop(card))
    assert isinstance(shop(card, "Code 128"), UnknownCode)


def test_a_profile_never_hides_what_an_ean_symbol_holds() -> None:
    greedy = ScanRules(TEMPLATES, None, (QrProfile("all", ProfileKind.WALLET, ".*", frozenset({"EAN-13", "QR"})),))
    assert interpret("8801234567893", "EAN-13", greedy) == ItemCode("08801234567893")
    assert interpret("8801234567893", "QR", greedy) == WalletCode()


def test_a_pack_with_date_batch_and_weight() -> None:
    text = "010880123456789317261122\x1d10A1\x1d3103001250"
    expected = ItemCode("08801234567893", expires_on=TODAY, batch="A1", grams=1250)
    assert shop(text, "Data Matrix", gs1=True) == expected
    assert shop("https://a.example/gtin/8801234567893/lot/A1?17=261122&3103=001250") == expected


def test_what_a_pack_lacks_may_stand_in_its_other_code() -> None:
    assert shop("010880123456789339304101290", "Data Matrix", gs1=True) == ItemCode("08801234567893", price=1290)
    twice = shop("0108801234567893\x1d10A\x1d10B", "Data Matrix", gs1=True)
    assert twice == UnknownCode("AI 10: it is there twice with different values")


def test_our_own_receipt() -> None:
    told = base64.urlsafe_b64encode(b"SS01-3:1234:15900:1795339800").decode().rstrip("=")
    meaning = shop(f"https://r.example/r/tok?s={told}.{'A' * 86}")
    assert isinstance(meaning, ReceiptCode)
    assert (meaning.number, meaning.station, meaning.total, meaning.token) == ("1234", "SS01-3", 15900, "tok")


def test_without_the_table_gs1_data_are_refused_with_that_reason() -> None:
    for text, gs1 in (("0108801234567893", True), ("https://id.gs1.org/01/08801234567893", False)):
        meaning = interpret(text, "QR", ScanRules(), gs1=gs1)
        assert meaning == UnknownCode("GS1 data cannot be read: this station has no table of GS1 identifiers")
