"""QR symbols for the screens: receipts, addresses and links, drawn on the station without a network."""

from urllib.parse import unquote

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4


def qr_image(text: str, side: int) -> QImage:
    """The symbol (level M, quiet zone of four modules) with whole pixels per module, at most `side` wide.

    Raises:
        ValueError: when the text is empty or longer than a QR symbol can hold.
    """
    import segno  # at the first symbol: it takes as long to load as a window, and the first page has none

    if not text:
        raise ValueError("a QR symbol needs a text")
    try:
        rows = list(segno.make_qr(text, error="m").matrix_iter(scale=1, border=QUIET_ZONE))
    except segno.DataOverflowError as error:
        raise ValueError(f"{len(text)} characters are too many for one QR symbol") from error
    size = len(rows)
    picture = QImage(size, size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                picture.setPixel(x, y, 0xFF16181D)
    scale = max(1, side // size)
    return picture.scaled(size * scale, size * scale)


class QrProvider(QQuickImageProvider):
    """Answers `image://qr/<percent-encoded text>`."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, identifier: str, size: QSize, requestedSize: QSize) -> QImage:
        """The symbol for the text."""
        side = requestedSize.width() if requestedSize.isValid() and requestedSize.width() > 0 else 360
        picture = qr_image(unquote(identifier), side)
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
