"""QR symbols are read back by a scanner library."""

from urllib.parse import quote

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.ui.qr_provider import QrProvider, qr_image


def read(picture: QImage) -> str:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(pixels[:, : grey.width()]))
    return found[0].text if found else ""


@pytest.mark.parametrize("text", ["https://shop.example/r/k3JH?x=1&y=2", "영수증 12"])
def test_a_symbol_can_be_read(qapp: QGuiApplication, text: str) -> None:
    picture = QrProvider().requestImage(quote(text, safe=""), QSize(), QSize(360, 360))
    assert read(picture) == text
    assert 240 < picture.width() <= 360


@pytest.mark.parametrize(("text", "word"), [("", "needs a text"), ("x" * 5000, "too many")])
def test_an_impossible_text_is_refused(text: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        qr_image(text, 360)
