"""Live pictures: the address is the picture, rubbish is nothing."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.ui.jpeg_provider import JpegProvider, jpeg_address
from tests.fakes.code_camera import PHOTO


def answer(identifier: str) -> tuple[QSize, list[int]]:
    """Size and the opacity of a corner and of the middle."""
    size = QSize()
    picture = JpegProvider().requestImage(identifier, size, QSize())
    middle = picture.rect().center()
    return size, [QColor.fromRgba(picture.pixel(0, 0)).alpha(), QColor.fromRgba(picture.pixel(middle)).alpha()]


def test_a_picture_goes_through_its_address_with_round_corners(qapp: QGuiApplication) -> None:
    assert answer(f"0.05/{jpeg_address(PHOTO.read_bytes())}") == (QSize(640, 480), [0, 255])
    assert answer(f"0/{jpeg_address(PHOTO.read_bytes())}") == (QSize(640, 480), [255, 255])


@pytest.mark.parametrize("rubbish", ["", "0", "x/y", "0.1/", "0.1/%%%", "nan/abcd", "0.1/" + jpeg_address(b"no jpeg")])
def test_rubbish_is_one_clear_point(qapp: QGuiApplication, rubbish: str) -> None:
    assert answer(rubbish) == (QSize(1, 1), [0, 0])
