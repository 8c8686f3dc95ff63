"""Decoders that find barcodes in a grey frame, behind one shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import numpy as np
import numpy.typing as npt
import zxingcpp

from hardware.vision.upc_e_likeness import looks_so

Grey = npt.NDArray[np.uint8]
Quad = tuple[tuple[int, int], ...]

ZXING, ZBAR, BLUR = "zxing", "zbar", "blur"

_NAMES = {
    "EAN13": "EAN-13",
    "EAN8": "EAN-8",
    "UPCA": "UPC-A",
    "UPCE": "UPC-E",
    "Code128": "Code 128",
    "ITF": "ITF",
    "ITF14": "ITF",
    "DataBarOmni": "DataBar",
    "DataBarStk": "DataBar",
    "DataBarStkOmni": "DataBar",
    "DataBarLtd": "DataBar Limited",
    "DataBarExp": "DataBar Expanded",
    "DataBarExpStk": "DataBar Expanded",
    "QRCode": "QR",
    "QRCodeModel2": "QR",
    "DataMatrix": "Data Matrix",
}
_SUBKINDS = ("ITF14", "QRCodeModel2")  # found with their parents, not asked for


@dataclass(frozen=True, slots=True)
class Barcode:
    """A code in a picture, as one engine read it.

    `text` is what the bars say, control characters and all; GS (U+001D) stands where a GS1 code has FNC1. `symbology`
    is the name on the trade's lips ("EAN-13", "QR"). `quad` are the corners in pixels of the picture that was
    asked about, in the order of reading: top left, top right, bottom right, bottom left; bars read upside down may
    have top and bottom exchanged, and are as high as the lines that were read. `identifier` is the AIM symbology
    identifier or "" when the engine has none ("]C1", "]e0", "]d2" and "]Q3", for instance, mean GS1). `engine` is
    who read it: "zxing", "zbar" or "blur".
    """

    text: str
    symbology: str
    quad: Quad
    identifier: str = ""
    engine: str = ""


class Effort(Enum):
    """How hard to look: FAST reads upright codes in a third of the time of FULL; BARS looks for upright bars only."""

    BARS = "bars"
    FAST = "fast"
    FULL = "full"


class Engine(Protocol):
    """Finds codes in a grey frame."""

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]: ...


class ZxingEngine:
    """zxing-cpp, asked only for the symbologies that a shop sells by."""

    def __init__(self) -> None:
        # Not a constant of the module: the binding complains at the end about objects that outlive it.
        wanted = (getattr(zxingcpp.BarcodeFormat, name) for name in _NAMES if name not in _SUBKINDS)
        sold = tuple(wanted)
        squares = (zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix)
        self._sold = zxingcpp.BarcodeFormats(sold)
        self._bars = zxingcpp.BarcodeFormats(tuple(kind for kind in sold if kind not in squares))

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
        """All codes in the frame, but no UPC-E that was made of pieces of other bars."""
        hard = effort is Effort.FULL
        found = zxingcpp.read_barcodes(
            grey,
            formats=self._bars if effort is Effort.BARS else self._sold,
            try_rotate=hard,
            try_downscale=hard,
            try_invert=hard,
            # The default would rewrite control characters and put brackets around identifiers.
            text_mode=zxingcpp.TextMode.Plain,
        )
        codes = [_barcode(code) for code in found if code.text]
        return [code for code in codes if code.symbology != "UPC-E" or looks_so(grey, code.quad, code.text)]


def _barcode(code: zxingcpp.Barcode) -> Barcode:
    corners = code.position
    quad = tuple(
        (corner.x, corner.y)
        for corner in (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
    )
    text, symbology = retail_name(code.text, _NAMES.get(code.format.name, str(code.format)))
    return Barcode(text, symbology, quad, code.symbology_identifier, ZXING)


def retail_name(text: str, symbology: str) -> tuple[str, str]:
    """Call an EAN-13 that begins with 0 what it is on the pack: a UPC-A of twelve digits."""
    if symbology in ("EAN-13", "UPC-A") and len(text) == 13 and text.startswith("0"):
        return text[1:], "UPC-A"
    return text, symbology


class ZbarEngine:
    """The zbar library, as a second opinion on EAN and UPC; it reads slanted bars that zxing does not.

    Raises `ImportError` when made on a machine without libzbar.
    """

    def __init__(self) -> None:
        from pyzbar import pyzbar

        self._decode = pyzbar.decode
        kinds = pyzbar.ZBarSymbol
        self._names = {"EAN13": "EAN-13", "EAN8": "EAN-8", "UPCA": "UPC-A", "UPCE": "UPC-E"}
        self._symbols = [kinds.EAN13, kinds.EAN8, kinds.UPCA, kinds.UPCE]

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:  # noqa: ARG002  zbar has one speed
        """All EAN and UPC codes in the frame."""
        codes = []
        for code in self._decode(grey, symbols=self._symbols):
            text, symbology = retail_name(code.data.decode("ascii", "replace"), self._names.get(code.type, ""))
            x, y, width, height = code.rect
            quad = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            codes.append(Barcode(text, symbology, quad, "", ZBAR))
        return codes


def second_opinion() -> Engine | None:
    """The zbar engine when the machine has the library, else None."""
    try:
        return ZbarEngine()
    except ImportError:
        return None
