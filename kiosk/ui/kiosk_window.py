"""The kiosk's window: shown at once with the starting page, filled when the till is ready."""

import logging
import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QLoggingCategory, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.brand import Brand
from kiosk.ui.engine import QML_FOLDER, Stage, prepare
from kiosk.ui.kiosk_models import KioskModels
from kiosk.ui.panel import Panel
from kiosk.ui.picture_provider import PICTURE_FOLDER

log = logging.getLogger("baro.window")
TICK_MS = 200


class WindowFailed(RuntimeError):
    """The window could not be made; the message is Qt's own."""


class KeyFilter(QObject):
    """Hands keys to a keyboard-wedge scanner first; only what a person typed goes on to the window."""

    def __init__(self, take: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True (eaten) for every character key; what the scanner lets through was never a field's business."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        character = "\r" if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else event.text()
        if not character or (not character.isprintable() and character not in "\r\n\t\x1d"):
            return super().eventFilter(watched, event)
        # The kiosk has its own keyboard: typed text goes nowhere, keys that move the focus still do.
        return self._take(character) == "" or character.isprintable()


class KioskWindow:
    """The application, its engine and its one window."""

    def __init__(
        self,
        panel: Panel,
        *,
        full_screen: bool = False,
        brand: Brand | None = None,
        pictures: tuple[Path, ...] = (PICTURE_FOLDER,),
    ) -> None:
        # What a sound library finds out about the machine is nobody's concern here; `sounds` says it in a sentence.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        existing = QGuiApplication.instance()
        self.application = existing if isinstance(existing, QGuiApplication) else QGuiApplication(["baro"])
        self.engine = QQmlApplicationEngine()
        self._faults: list[str] = []
        self.engine.warnings.connect(self._note)
        self.stage: Stage = prepare(self.engine, panel, brand, pictures)
        self.engine.setInitialProperties({"width": panel.width_px, "height": panel.height_px})
        self.engine.load(QUrl.fromLocalFile(str(QML_FOLDER / "Baro" / "screens" / "Main.qml")))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise WindowFailed("\n".join(self._faults) or "Main.qml holds no window")
        self.window: QQuickWindow = roots[0]
        if full_screen:
            self.window.showFullScreen()
            self.application.setOverrideCursor(Qt.CursorShape.BlankCursor)
        else:
            self.window.show()
        self._timer = QTimer()
        self._ticking = False
        self._key_filter: KeyFilter | None = None

    def when_shown(self, call: Callable[[], None]) -> None:
        """Call once after the first frame is on the screen."""
        called: list[bool] = []

        def first() -> None:
            if not called:
                called.append(True)
                QTimer.singleShot(0, call)

        self.window.frameSwapped.connect(first, Qt.ConnectionType.QueuedConnection)

    def starting(self, step: str) -> None:
        """Say on the starting page what is being done."""
        self.window.setProperty("startingStep", step)

    def show_models(self, models: KioskModels, tick: Callable[[], None]) -> None:
        """Show the till's pages from now on and let time pass, five times a second."""
        self.window.setProperty("models", models)
        self._timer.timeout.connect(tick)
        self._ticking = True
        self._timer.start(TICK_MS)

    def take_keys(self, take: Callable[[str], str]) -> None:
        """Give every key to a keyboard-wedge scanner before the window."""
        self._key_filter = KeyFilter(take, self.application)
        self.application.installEventFilter(self._key_filter)

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
