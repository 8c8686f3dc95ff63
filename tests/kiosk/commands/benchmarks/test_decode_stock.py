"""The stock engines read what they are known to read; the cascade goes on where the first engine stops."""

import numpy as np
import pytest

from hardware.simulators.synthetic_codes import make_code
from hardware.simulators.synthetic_pack import enlarged
from hardware.vision.engines import Barcode, Grey
from kiosk.commands.benchmarks.decode_stock import DeepCascade, StockZxing, agreed, stock_zbar, turned
from kiosk.commands.benchmarks.decode_truth import values


def drawn(kind: str) -> tuple[Grey, frozenset[str]]:
    code = make_code(kind, np.random.default_rng(2))
    return np.pad(enlarged(code.modules, 3), 40, constant_values=255), values(code.symbology, code.text)


def reads(codes: object, right: frozenset[str]) -> bool:
    return any(values(code.symbology, code.text) & right for code in codes)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["ean-13", "upc-e", "itf-14", "databar-expanded", "gs1-data-matrix", "qr"])
@pytest.mark.parametrize("hard", [True, False])
def test_zxing_reads_the_symbols_of_retail(kind: str, hard: bool) -> None:
    picture, right = drawn(kind)
    assert reads(StockZxing(hard=hard)(picture), right)


@pytest.mark.parametrize("kind", ["ean-13", "upc-e", "itf-14", "databar", "databar-expanded", "code-128", "qr"])
def test_zbar_reads_the_symbols_of_retail(kind: str) -> None:
    zbar = stock_zbar()
    if zbar is None:
        pytest.skip("libzbar is not installed")
    picture, right = drawn(kind)
    assert reads(zbar(picture), right)


def test_a_turned_picture_is_whole_and_read_by_the_cascade_only() -> None:
    picture, right = drawn("ean-13")
    oblique = turned(picture, 45)
    assert oblique.shape == (round(sum(picture.shape) * 0.5**0.5),) * 2
    zxing = StockZxing(hard=True)
    assert not reads(zxing(oblique), right)
    assert reads(DeepCascade(zxing, StockZxing(hard=True, histogram=True), None)(oblique), right)


def test_the_cascade_stops_at_the_first_that_finds() -> None:
    asked = []

    def finding(name: str, found: bool) -> object:
        def read(grey: Grey) -> list[Barcode]:
            asked.append((name, grey.shape))
            return [Barcode("1", "QR", ())] if found else []

        return read

    grey = np.zeros((40, 60), np.uint8)
    DeepCascade(finding("zxing", False), finding("histogram", True), finding("zbar", True))(grey)  # type: ignore[arg-type]
    assert asked == [("zxing", (40, 60)), ("zbar", (40, 60))]
    asked.clear()
    DeepCascade(finding("zxing", False), finding("histogram", True), finding("zbar", False))(grey)  # type: ignore[arg-type]
    assert [name for name, _ in asked] == ["zxing", "zbar", "zxing", "zxing", "zxing", "zxing", "histogram"]
    assert asked[2] == ("zxing", (80, 120))


def test_bars_must_be_read_alike_and_squares_need_one_engine() -> None:
    upc = [Barcode("036000291452", "UPC-A", ()), Barcode("x", "QR", ()), Barcode("96385074", "EAN-8", ())]
    other = [Barcode("0036000291452", "EAN-13", ()), Barcode("9074932437075", "EAN-13", ())]
    assert agreed(upc, other) == upc[:2]
