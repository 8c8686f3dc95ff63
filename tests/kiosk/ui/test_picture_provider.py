"""Product pictures come from their folders and nowhere else; a missing one is its category's drawing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.ui.icon_provider import ICON_FOLDER
from kiosk.ui.picture_provider import CATEGORY_ICONS, PictureProvider, category_icon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "pictures"
    place.mkdir()
    picture = QImage(40, 20, QImage.Format.Format_ARGB32)
    picture.fill(QColor("#ff0000"))
    picture.save(str(place / "tall.png"))
    (place / "round.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        '<circle cx="5" cy="5" r="5" fill="#00ff00"/></svg>',
        encoding="utf-8",
    )
    (place / "broken.png").write_bytes(b"not a picture")
    (tmp_path / "secret.png").write_bytes((place / "tall.png").read_bytes())
    return place


def test_a_picture_keeps_its_shape(qapp: QGuiApplication, folder: Path) -> None:
    picture = PictureProvider((folder,)).requestImage("tall?dairy", QSize(), QSize(100, 100))
    assert (picture.width(), picture.height()) == (100, 50)


def test_an_svg_is_drawn_at_the_size_asked_for(qapp: QGuiApplication, folder: Path) -> None:
    picture = PictureProvider((folder,)).requestImage("round.svg", QSize(), QSize(200, 200))
    assert picture.pixelColor(100, 100).name() == "#00ff00"
    assert picture.width() == 200


@pytest.mark.parametrize("name", ["none", "", "broken", "../secret", "..\\secret", ".hidden"])
def test_anything_else_is_the_category_s_drawing(qapp: QGuiApplication, folder: Path, name: str) -> None:
    provider = PictureProvider((folder,))
    picture = provider.requestImage(f"{name}?dairy", QSize(), QSize(100, 100))
    assert picture == provider.requestImage("no-such?dairy", QSize(), QSize(100, 100))
    assert picture != provider.requestImage("no-such?fruit", QSize(), QSize(100, 100))


def test_the_shop_s_own_folder_goes_first(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "tall.png").write_bytes((folder / "tall.png").read_bytes())
    assert PictureProvider((own, folder)).find("tall") == own / "tall.png"


def test_every_category_has_its_drawing() -> None:
    for icon in {*CATEGORY_ICONS.values(), category_icon("something else")}:
        assert (ICON_FOLDER / f"{icon}-fill.svg").exists(), icon
