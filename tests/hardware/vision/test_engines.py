"""The decoders behind one shape."""

import numpy as np
import pytest
import zxingcpp

from hardware.vision.engines import Effort, Grey, ZxingEngine, retail_name, second_opinion
from tests.hardware.vision.barcode_pictures import SMALL, truths

BY_NAME = {truth.file.name: truth for truth in truths(SMALL)}


def drawn(text: str, kind: str) -> Grey:
    symbol = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    return np.pad(np.asarray(symbol.to_image(scale=3), dtype=np.uint8), 30, constant_values=255)


def test_a_gs1_code_keeps_its_separators_and_says_by_its_identifier_that_it_is_one() -> None:
    (code,) = ZxingEngine().read(BY_NAME["datamatrix_021.png"].grey, Effort.FAST)
    assert code.identifier == "]d8"  # Data Matrix of rectangular form (ISO/IEC 21471) with FNC1 first
    assert "(" not in code.text
    assert "\x1d" in code.text
    assert code.engine == "zxing"


@pytest.mark.parametrize(
    ("kind", "text"), [("Code39", "12345"), ("Codabar", "A12345B"), ("Aztec", "12345"), ("PDF417", "12345")]
)
def test_symbologies_that_no_shop_sells_by_are_not_read(kind: str, text: str) -> None:
    grey = drawn(text, kind)
    assert zxingcpp.read_barcodes(grey)
    assert ZxingEngine().read(grey, Effort.FULL) == []


def test_bars_only_is_bars_only() -> None:
    engine = ZxingEngine()
    assert engine.read(BY_NAME["qr_014.png"].grey, Effort.FAST)
    assert engine.read(BY_NAME["qr_014.png"].grey, Effort.BARS) == []
    assert engine.read(BY_NAME["upca_010.png"].grey, Effort.BARS)


def test_an_ean_13_that_begins_with_zero_is_the_upc_a_on_the_pack() -> None:
    assert retail_name("0752050200137", "EAN-13") == ("752050200137", "UPC-A")
    assert retail_name("8801234567893", "EAN-13") == ("8801234567893", "EAN-13")
    (code,) = ZxingEngine().read(BY_NAME["upca_010.png"].grey, Effort.FAST)
    assert (code.text, code.symbology) == ("752050200137", "UPC-A")


def test_the_second_engine_reads_where_it_is_installed() -> None:
    engine = second_opinion()
    if engine is None:
        pytest.skip("libzbar is not installed")
    (code,) = engine.read(BY_NAME["upca_010.png"].grey, Effort.FULL)
    assert (code.symbology, code.text, code.engine) == ("UPC-A", "752050200137", "zbar")
