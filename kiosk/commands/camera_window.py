"""A window that shows a camera live with what it reads, for whoever mounts it."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QPainter, QPaintEvent, QRasterWindow

Picture = npt.NDArray[np.uint8]
_TWELVE_A_SECOND = 83  # milliseconds


class CameraWindow(QRasterWindow):
    """Shows the newest picture of `look`, or its words while there is none; Esc or Q closes, S calls `save`."""

    def __init__(self, title: str, look: Callable[[], tuple[Picture | None, str]], save: Callable[[], None]) -> None:
        super().__init__()
        self._look, self._save = look, save
        self._image: QImage | None = None
        self._words = ""
        self.setTitle(title)
        self.resize(1280, 720)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_again)
        self._timer.start(_TWELVE_A_SECOND)

    def _look_again(self) -> None:
        picture, self._words = self._look()
        self._image = None if picture is None else image_of(picture)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt names it
        """Draw the picture as large as fits, and the words under or instead of it."""
        del event
        painter = QPainter(self)
        whole = QRect(0, 0, self.width(), self.height())
        painter.fillRect(whole, QColor("#17171c"))
        if self._image is not None:
            size = self._image.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect((whole.width() - size.width()) // 2, (whole.height() - size.height()) // 2, 0, 0)
            place.setSize(size)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        painter.setPen(QColor("#ffc85c"))
        painter.drawText(whole.adjusted(16, 16, -16, -16), int(Qt.AlignmentFlag.AlignTop), self._words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt names it
        """Esc and Q close, S saves."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Q):
            self.close()
        elif event.key() == Qt.Key.Key_S:
            self._save()


def image_of(picture: Picture) -> QImage:
    """A Qt image with a copy of the picture's pixels (blue, green, red)."""
    height, width = picture.shape[:2]
    packed = np.ascontiguousarray(picture)
    return QImage(packed.tobytes(), width, height, 3 * width, QImage.Format.Format_BGR888).copy()


def show_window(
    title: str, look: Callable[[], tuple[Picture | None, str]], save: Callable[[], None], seconds: float | None
) -> None:
    """Show the window until it is closed or `seconds` are over."""
    running = QGuiApplication.instance()
    application = running if isinstance(running, QGuiApplication) else QGuiApplication(["baro camera"])
    window = CameraWindow(title, look, save)
    window.show()
    if seconds is not None:
        QTimer.singleShot(int(seconds * 1000), window.close)
    application.exec()
