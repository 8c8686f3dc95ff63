"""Product pictures for the screens, and a drawing of the category where there is none."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

from kiosk.ui.icon_provider import ICON_FOLDER, drawing, painted
from kiosk.ui.tokens import RESOURCES

PICTURE_FOLDER = RESOURCES / "demo" / "pictures"
ENDINGS = (".svg", ".png", ".jpg", ".webp")
_UNSIZED = QSize(512, 512)
_MISSING_INK = "#86837A"

CATEGORY_ICONS = {
    "dairy": "cheese",
    "fruit": "orange",
    "vegetable": "carrot",
    "produce": "carrot",
    "meat": "cow",
    "fish": "fish",
    "seafood": "fish",
    "egg": "egg",
    "bakery": "bread",
    "bread": "bread",
    "snack": "cookie",
    "noodle": "bowl-steam",
    "ramen": "bowl-steam",
    "rice": "bowl-food",
    "ready": "bowl-food",
    "frozen": "snowflake",
    "ice": "ice-cream",
    "drink": "drop",
    "coffee": "coffee",
    "tea": "tea-bag",
    "alcohol": "beer-bottle",
    "beer": "beer-bottle",
    "wine": "wine",
    "household": "spray-bottle",
    "cleaning": "spray-bottle",
    "kitchen": "cooking-pot",
    "beauty": "hand-soap",
    "health": "pill",
    "baby": "baby",
    "pet": "paw-print",
    "stationery": "pencil",
    "clothes": "t-shirt",
    "living": "lamp",
    "flower": "flower",
    "bag": "bag",
    "sauce": "pepper",
    "electronics": "plug",
    "toy": "game-controller",
    "book": "book",
}


def category_icon(category: str) -> str:
    """Name of the drawing for a category; a parcel for one that has no drawing of its own."""
    return CATEGORY_ICONS.get(category, "package")


class PictureProvider(QQuickImageProvider):
    """Answers `image://picture/banana-milk?dairy`: file name without ending, then the category.

    Names are looked up in the folders in order, so that a shop's own pictures go before the product's.
    A name never leads out of its folder.
    """

    def __init__(self, folders: tuple[Path, ...] = (PICTURE_FOLDER,), icons: Path = ICON_FOLDER) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folders = folders
        self._icons = icons

    def find(self, name: str) -> Path | None:
        """The picture file of a product, if a folder has one that can be read."""
        if not name or "/" in name or "\\" in name or name.startswith("."):
            return None
        stem = name if not name.endswith(ENDINGS) else name.rsplit(".", 1)[0]
        for folder in self._folders:
            for ending in ENDINGS:
                path = folder / f"{stem}{ending}"
                if path.is_file():
                    return path
        return None

    def requestImage(self, identifier: str, size: QSize, requestedSize: QSize) -> QImage:
        """The picture, never larger than asked for and never stretched."""
        name, _, category = identifier.partition("?")
        wanted = requestedSize if requestedSize.isValid() and not requestedSize.isEmpty() else _UNSIZED
        path = self.find(name)
        picture = self._read(path, wanted) if path else None
        if picture is None or picture.isNull():
            svg = drawing(self._icons, f"{category_icon(category)}-fill")
            side = round(min(wanted.width(), wanted.height()) * 0.62)
            picture = _centred(painted(svg.replace("currentColor", _MISSING_INK), QSize(side, side)), wanted)
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture

    @staticmethod
    def _read(path: Path, wanted: QSize) -> QImage | None:
        if path.suffix == ".svg":
            return painted(path.read_text(encoding="utf-8"), wanted)
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        picture = reader.read()
        if picture.isNull():
            return None
        return picture.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _centred(picture: QImage, size: QSize) -> QImage:
    dx = (size.width() - picture.width()) // 2
    dy = (size.height() - picture.height()) // 2
    return picture.copy(-dx, -dy, size.width(), size.height())
