"""The kiosk's window: shown at once with the starting page, filled when the till is ready."""

from __future__ import annotations

import json
import logging
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

if TYPE_CHECKING:
    from kiosk.ui.brand import Brand
    from kiosk.ui.engine import Stage
    from kiosk.ui.key_filter import KeyFilter, KeyTaker
    from kiosk.ui.kiosk_models import KioskModels
    from kiosk.ui.panel import Panel

RESOURCES = Path(__file__).parents[2] / "resources"
SCREENS = RESOURCES / "qml" / "Baro" / "screens"
FIRST_FONT = RESOURCES / "fonts" / "Pretendard-ExtraBold.otf"
log = logging.getLogger("baro.window")
TICK_MS = 200


class WindowFailed(RuntimeError):
    """The window could not be made; the message is Qt's own."""


class KioskWindow:
    """The application, its engine and its one window: the name at once, then the pages.

    The first frame needs a typeface and three colours. Theme, pictures and pages are loaded right behind it, or
    when somebody asks for `stage`.
    """

    def __init__(
        self,
        panel: Panel,
        *,
        full_screen: bool = False,
        brand: Brand | None = None,
        pictures: tuple[Path, ...] | None = None,
    ) -> None:
        existing = QGuiApplication.instance()
        self.application = existing if isinstance(existing, QGuiApplication) else QGuiApplication(["baro"])
        self.engine = QQmlApplicationEngine()
        self._panel, self._brand, self._pictures = panel, brand, pictures
        self._stage: Stage | None = None
        self._faults: list[str] = []
        self.engine.warnings.connect(self._note)
        QFontDatabase.addApplicationFont(str(FIRST_FONT))
        self.engine.setInitialProperties({"width": panel.width_px, "height": panel.height_px, **_first_look()})
        self.engine.load(QUrl.fromLocalFile(str(SCREENS / "FirstWindow.qml")))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise WindowFailed("\n".join(self._faults) or "FirstWindow.qml holds no window")
        self.window: QQuickWindow = roots[0]
        if full_screen:
            self.window.showFullScreen()
            self.application.setOverrideCursor(Qt.CursorShape.BlankCursor)
        else:
            self.window.show()
        self._timer = QTimer()
        self._ticking = False
        self._key_filter: KeyFilter | None = None

    @property
    def stage(self) -> Stage:
        """What changes how all pages look; loads the pages if that was not done yet."""
        if self._stage is None:
            from kiosk.ui import kiosk_models  # noqa: F401 (its import tells QML of the view models)
            from kiosk.ui.engine import prepare
            from kiosk.ui.picture_provider import PICTURE_FOLDER

            self._stage = prepare(self.engine, self._panel, self._brand, self._pictures or (PICTURE_FOLDER,))
            self.window.setProperty("pagesAt", QUrl.fromLocalFile(str(SCREENS / "Main.qml")))
            if not self.window.property("paged"):
                raise WindowFailed("\n".join(self._faults) or "Main.qml cannot be shown")
        return self._stage

    def when_shown(self, call: Callable[[], None]) -> None:
        """Call once after the first frame is on the screen."""
        called: list[bool] = []

        def first() -> None:
            if not called:
                called.append(True)
                QTimer.singleShot(0, call)

        self.window.frameSwapped.connect(first, Qt.ConnectionType.QueuedConnection)

    def load_pages(self) -> None:
        """Bring the pages behind the first frame."""
        if self.stage.engine is not self.engine:
            raise WindowFailed("the pages belong to another window")

    def starting(self, step: str) -> None:
        """Say on the starting page what is being done."""
        self.window.setProperty("startingStep", step)

    def show_models(self, models: KioskModels, tick: Callable[[], None]) -> None:
        """Show the till's pages from now on and let time pass, five times a second."""
        self.load_pages()
        self.window.setProperty("models", models)
        self._timer.timeout.connect(tick)
        self._ticking = True
        self._timer.start(TICK_MS)

    def take_keys(self, scanner: KeyTaker) -> None:
        """Give every key to a keyboard-wedge scanner before the window."""
        from kiosk.ui.key_filter import KeyFilter

        self._key_filter = KeyFilter(scanner, self.application)

    def run(self) -> int:
        """Show until the application is told to quit, by a signal or by the program."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.application.quit())
        # Python's signal handlers run only when the interpreter gets a turn.
        heart = QTimer()
        heart.timeout.connect(lambda: None)
        heart.start(TICK_MS)
        return self.application.exec()

    def close(self) -> None:
        """Take the pages down before the models behind them go."""
        self._timer.stop()
        if self._key_filter is not None:
            self._key_filter.end()
            self._key_filter = None
        if self._ticking:
            self._timer.timeout.disconnect()
        self.window.setProperty("models", None)
        self.window.close()
        self.engine.deleteLater()
        self.application.processEvents()

    def _note(self, faults: object) -> None:
        for fault in faults if isinstance(faults, list) else [faults]:
            self._faults.append(str(fault.toString() if hasattr(fault, "toString") else fault))
            log.error("%s", self._faults[-1])


def _first_look() -> dict[str, object]:
    """Colours and size of the name, from the design tokens."""
    tokens = json.loads((RESOURCES / "qml" / "Baro" / "theme" / "tokens.json").read_text("utf-8"))
    light = tokens["color"]["light"]
    colours = {"paper": light["canvas"], "ink": light["ink"], "beam": light["beam"]}
    return {**colours, "name": "바로", "namePx": tokens["type"]["display"]["px"]}
