"""No text makes `interpret` or `baro parse` raise, hang, or repeat it; proves T-2 for codes."""

import json
from datetime import date
from time import perf_counter

import pytest

from kiosk.commands.code_reading import Reading, read_code
from kiosk.domain.gs1.digital_link import TOLERANT
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.qr_profile import PUBLISHED_PROFILES
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import LicenceCode, UnknownCode, WalletCode
from tests.fakes.gs1_table import gs1_table
from tests.kiosk.domain.gs1.hostile_texts import hostile_texts

TEMPLATES = (InStoreTemplate("20", TemplateKind.PRICE), InStoreTemplate("27", TemplateKind.RECEIPT, 2, 8))
TODAY = date(2026, 11, 22)
SYMBOLOGIES = ("", "EAN-13", "UPC-A", "UPC-E", "EAN-8", "ITF", "QR", "Data Matrix", "DataBar", "Code 128", "Code 39")
MOST_SECONDS = 5.0  # for one text, on a machine that does other things too; going back and forth would take years


def attack(count: int, seed: int) -> None:
    rules = ScanRules(TEMPLATES, gs1_table(), PUBLISHED_PROFILES)
    readings = (Reading(gs1_table(), today=TODAY), Reading(gs1_table(), TOLERANT, TEMPLATES, today=TODAY))
    for place, text in enumerate(hostile_texts(count, seed)):
        symbology = SYMBOLOGIES[place % len(SYMBOLOGIES)]
        begun = perf_counter()
        meaning = interpret(text, symbology, rules, gs1=place % 2 == 0, today=TODAY)
        document = read_code(text, readings[place % 2], symbology if place % 5 == 0 else "")
        assert perf_counter() - begun < MOST_SECONDS, ascii(text)
        told = [document["error"], meaning.reason if isinstance(meaning, UnknownCode) else ""]
        assert len(text) < 6 or not any(text in one for one in told), ascii(text)
        assert not isinstance(meaning, LicenceCode | WalletCode) or len(text) < 6 or text not in repr(meaning)
        assert document["ok"] is (document["error"] == "")
        json.dumps(document)


def test_five_thousand_hostile_texts() -> None:
    attack(5_000, seed=20261122)


@pytest.mark.long
def test_a_hundred_thousand_hostile_texts() -> None:
    attack(100_000, seed=7)


@pytest.mark.parametrize(
    "text",
    [
        "https://a" + "/01" * 1300,
        "https://a/" + "01/" * 1300 + "?" + "&" * 4000,
        "(" * 8000,
        "(10)" * 2000,
        "\x1d" * 8000,
        "10A\x1d" * 2000,
        "]d2" + "99A\x1d" * 2000,
        "https://" + "[" * 4000,
        "https://a/r/" * 300 + "?s=" + "A" * 400,
        "https://a/01/08801234567893?" + "99=1&" * 700,
        "%" * 8000,
        "eyJ0eXBlIjoibWlw" + "=" * 490,
        "0-" * 4000,
        "]E0" + "|]e0" * 2000,
    ],
    ids=range(14),
)
def test_long_texts_take_a_time_that_grows_with_their_length_only(text: str) -> None:
    rules = ScanRules(TEMPLATES, gs1_table(), PUBLISHED_PROFILES)
    begun = perf_counter()
    for symbology in SYMBOLOGIES:
        interpret(text, symbology, rules, gs1=True, today=TODAY)
        interpret(text[:512], symbology, rules, today=TODAY)
        read_code(text, Reading(gs1_table(), TOLERANT), symbology)
    assert perf_counter() - begun < 10
