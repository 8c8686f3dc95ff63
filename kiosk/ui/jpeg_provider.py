"""Live pictures for the screens: the address of an image is the JPEG itself, so nothing keeps it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtQuick import QQuickImageProvider


def jpeg_address(jpeg: bytes) -> str:
    """What a screen writes behind `image://jpeg/` and the rounding; "" for no picture."""
    return urlsafe_b64encode(jpeg).decode("ascii").rstrip("=")


class JpegProvider(QQuickImageProvider):
    """Answers `image://jpeg/<rounding>/<base64url>`; `rounding` is the corners' radius as a share of the width.

    What is no picture comes as one clear point.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, identifier: str, size: QSize, _requestedSize: QSize) -> QImage:
        """The picture with round corners."""
        rounding, _, text = identifier.partition("/")
        try:
            picture = QImage.fromData(QByteArray(urlsafe_b64decode(text + "=" * (-len(text) % 4))))
            share = float(rounding)
        except (Error, ValueError):
            picture, share = QImage(), 0.0
        shown = QImage(picture.size().expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
        shown.fill(Qt.GlobalColor.transparent)
        if not picture.isNull():
            corners = QPainterPath()
            radius = picture.width() * min(max(share, 0.0), 0.5)
            corners.addRoundedRect(QRectF(picture.rect()), radius, radius)
            painter = QPainter(shown)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(corners)
            painter.drawImage(0, 0, picture)
            painter.end()
        size.setWidth(shown.width())
        size.setHeight(shown.height())
        return shown
