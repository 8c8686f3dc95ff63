"""What can be had without this program: zxing-cpp, zbar, and the best that can be put together of the two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

from hardware.vision.engines import Barcode, Grey
from kiosk.commands.benchmarks.decode_truth import values

Read = Callable[[Grey], Sequence[Barcode]]

_SQUARE = ("QR", "Data Matrix")
_ZXING_NAMES = {
    "EAN13": "EAN-13",
    "EAN8": "EAN-8",
    "UPCA": "UPC-A",
    "UPCE": "UPC-E",
    "Code128": "Code 128",
    "ITF": "ITF",
    "DataBarOmni": "DataBar",
    "DataBarStk": "DataBar",
    "DataBarStkOmni": "DataBar",
    "DataBarLtd": "DataBar Limited",
    "DataBarExp": "DataBar Expanded",
    "DataBarExpStk": "DataBar Expanded",
    "QRCode": "QR",
    "DataMatrix": "Data Matrix",
}
_ZBAR_NAMES = {
    "EAN13": "EAN-13",
    "EAN8": "EAN-8",
    "UPCA": "UPC-A",
    "UPCE": "UPC-E",
    "I25": "ITF",
    "DATABAR": "DataBar",
    "DATABAR_EXP": "DataBar Expanded",
    "CODE128": "Code 128",
    "QRCODE": "QR",
}
_LARGE = 1000  # pixels: pictures above are tried at half size, the others at twice


class StockZxing:
    """zxing-cpp with the symbologies of retail and one setting, as a program would call it."""

    def __init__(self, *, hard: bool, histogram: bool = False) -> None:
        self._formats = zxingcpp.BarcodeFormats(tuple(getattr(zxingcpp.BarcodeFormat, name) for name in _ZXING_NAMES))
        self._hard = hard
        binarizers = zxingcpp.Binarizer
        self._binarizer = binarizers.GlobalHistogram if histogram else binarizers.LocalAverage

    def __call__(self, grey: Grey) -> list[Barcode]:
        """All codes in a grey picture."""
        found = zxingcpp.read_barcodes(
            grey,
            formats=self._formats,
            try_rotate=self._hard,
            try_downscale=self._hard,
            try_invert=self._hard,
            binarizer=self._binarizer,
            text_mode=zxingcpp.TextMode.Plain,
        )
        return [
            Barcode(code.text, _ZXING_NAMES.get(code.format.name, str(code.format)), (), code.symbology_identifier)
            for code in found
            if code.text
        ]


class StockZbar:
    """zbar through pyzbar with the symbols of retail; raises `ImportError` where libzbar is not installed."""

    def __init__(self) -> None:
        from pyzbar import pyzbar

        self._decode = pyzbar.decode
        self._symbols = [getattr(pyzbar.ZBarSymbol, name) for name in _ZBAR_NAMES]

    def __call__(self, grey: Grey) -> list[Barcode]:
        """All codes in a grey picture."""
        found = self._decode(grey, symbols=self._symbols)
        named = (
            (code.data.decode("utf-8", "replace"), _ZBAR_NAMES.get(code.type.replace("-", "_"), "")) for code in found
        )
        return [Barcode(text, symbology, ()) for text, symbology in named]


def stock_zbar() -> StockZbar | None:
    """What reads with zbar where the machine has it, else None."""
    try:
        return StockZbar()
    except ImportError:
        return None


@dataclass(frozen=True, slots=True)
class DeepCascade:
    """The best stock combination: zxing, zbar on a miss, then zxing at another size, turned, with one threshold."""

    zxing: Read
    histogram: Read
    zbar: Read | None

    def __call__(self, grey: Grey) -> Sequence[Barcode]:
        """The codes of the first step that finds any."""
        if codes := self.zxing(grey):
            return codes
        if self.zbar is not None and (codes := self.zbar(grey)):
            return codes
        if codes := self.zxing(_resized(grey)):
            return codes
        for degrees in (22, -22, 45):
            if codes := self.zxing(turned(grey, degrees)):
                return codes
        return self.histogram(grey)


def _resized(grey: Grey) -> Grey:
    scale, way = (0.5, cv2.INTER_AREA) if max(grey.shape) > _LARGE else (2.0, cv2.INTER_CUBIC)
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way), dtype=np.uint8)


def turned(grey: Grey, degrees: float) -> Grey:
    """The whole picture turned on a larger one, whose corners have the picture's middle brightness."""
    height, width = grey.shape
    cosine, sine = abs(np.cos(np.radians(degrees))), abs(np.sin(np.radians(degrees)))
    size = (round(width * cosine + height * sine), round(height * cosine + width * sine))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    middle = int(np.median(grey))
    return np.asarray(cv2.warpAffine(grey, turn, size, flags=cv2.INTER_LINEAR, borderValue=middle), dtype=np.uint8)


def agreed(one: Sequence[Barcode], other: Sequence[Barcode]) -> list[Barcode]:
    """What both engines read, and the squares of the first, which correct their own errors."""
    seen = frozenset[str]().union(*(values(code.symbology, code.text) for code in other))
    return [code for code in one if code.symbology in _SQUARE or values(code.symbology, code.text) & seen]
