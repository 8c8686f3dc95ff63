"""Icons for the screens: one Phosphor drawing, in the colour and size that a control asks for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.tokens import RESOURCES

ICON_FOLDER = RESOURCES / "icons" / "phosphor"
_UNSIZED = QSize(100, 100)


@lru_cache(maxsize=512)
def drawing(folder: Path, name: str) -> str:
    """The SVG text of an icon such as `trash-bold`.

    Raises:
        FileNotFoundError: when the product has no such icon.
    """
    return (folder / f"{name}.svg").read_text(encoding="utf-8")


def painted(svg: str, size: QSize) -> QImage:
    """The drawing on a transparent square of that size."""
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture


class IconProvider(QQuickImageProvider):
    """Answers `image://icon/trash-bold/b3151f`: drawing, then colour as `rrggbb`."""

    def __init__(self, folder: Path = ICON_FOLDER) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, identifier: str, size: QSize, requestedSize: QSize) -> QImage:
        """The icon; an empty picture for an unknown name, which the screens' tests refuse."""
        name, _, colour = identifier.partition("/")
        wanted = requestedSize if requestedSize.isValid() and not requestedSize.isEmpty() else _UNSIZED
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        try:
            svg = drawing(self._folder, name)
        except FileNotFoundError:
            return QImage()
        return painted(svg.replace("currentColor", f"#{colour or '000000'}"), wanted)
