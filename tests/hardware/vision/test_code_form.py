"""Forms of texts and spellings of one number."""

import pytest

from hardware.vision.code_form import is_web_link, may_be_half, value_of
from hardware.vision.engines import Barcode


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("01234505", "012000003455"),
        ("01234514", "012100003454"),
        ("01234523", "012200003453"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234558", "012345000058"),
        ("01234565", "012345000065"),
        ("04124498", "041244000098"),
        ("01264904", "012000006494"),
    ],
)
def test_a_upc_e_is_the_number_it_abbreviates(short: str, long: str) -> None:
    assert value_of(Barcode(short, "UPC-E", ())) == value_of(Barcode(long, "UPC-A", ())) == long.zfill(14)
    assert value_of(Barcode("0" + long, "EAN-13", ())) == long.zfill(14)


@pytest.mark.parametrize(
    ("text", "symbology", "half"),
    [
        ("0190000001784", "UPC-E", True),  # from the left half of 4901780188352
        ("190000001784", "UPC-E", True),
        ("19017804", "UPC-E", True),
        ("01264904", "UPC-E", False),
        ("0012000006494", "UPC-E", False),
        ("012000006494", "UPC-E", False),
        ("190000001784", "UPC-A", False),
        ("4901780188352", "EAN-13", False),
    ],
)
def test_a_upc_e_of_number_system_1_may_be_half_of_an_ean_13(text: str, symbology: str, half: bool) -> None:
    assert may_be_half(Barcode(text, symbology, ())) is half


def test_texts_of_other_symbologies_are_values_of_their_own() -> None:
    assert value_of(Barcode("8801234567893", "Code 128", ())) != value_of(Barcode("8801234567893", "EAN-13", ()))
    assert value_of(Barcode("8801234567893", "QR", ())) != value_of(Barcode("8801234567893", "Data Matrix", ()))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://brand.example", True),
        ("HTTP://BRAND.EXAMPLE", True),
        ("www.brand.example", True),
        ("8801234567893", False),
        ("htt", False),
        ("", False),
    ],
)
def test_web_links_are_known(text: str, link: bool) -> None:
    assert is_web_link(Barcode(text, "QR", ())) is link
