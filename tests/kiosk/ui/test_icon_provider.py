"""Icons are drawn in the colour and size that is asked for."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.ui.icon_provider import IconProvider


def test_an_icon_has_its_colour_and_size(qapp: QGuiApplication) -> None:
    size = QSize()
    picture = IconProvider().requestImage("trash-bold/b3151f", size, QSize(80, 80))
    assert (size.width(), size.height()) == (80, 80)
    solid = {
        picture.pixelColor(x, y).name() for x in range(80) for y in range(80) if picture.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#b3151f"}
    assert picture.pixelColor(0, 0) == QColor(0, 0, 0, 0)


def test_an_unknown_icon_is_an_empty_picture(qapp: QGuiApplication) -> None:
    assert IconProvider().requestImage("unicorn-bold/000000", QSize(), QSize(80, 80)).isNull()
