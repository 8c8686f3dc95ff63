"""What codes mean; proves T-2 (hostile codes are nothing but unknown)."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import gtin
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import (
    ItemCode,
    MemberCode,
    PricedCode,
    ScannedMeaning,
    UnknownCode,
    WalletCode,
    WeighedCode,
)
from tests.fakes.gs1_table import gs1_table

TRUTH = Path(__file__).parents[4] / "shared" / "corpora" / "barcodes" / "truth.jsonl"
TEMPLATES = (
    InStoreTemplate("21", TemplateKind.PRICE),
    InStoreTemplate("22", TemplateKind.WEIGHT),
    InStoreTemplate("23", TemplateKind.PRICE, 4, 5, inner_check=True),
    InStoreTemplate("24", TemplateKind.PRICE, 5, 4, inner_check=True),
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
