"""Draw any screen or control offscreen and keep the picture: what colleagues look at and tests compare.

    python tests/kiosk/ui/render.py resources/qml/Baro/screens/Idle.qml --out idle.png \
        --panel 1080x1920x27 --text 1.5 --contrast --language en --set title="Hello"
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtCore import QEvent, QEventLoop, QSizeF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.engine import Stage, prepare
from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.theme import ThemeSettings
from kiosk.ui.tokens import RESOURCES

SMALL_PANEL = Panel(1080, 1920, 21.5)
WIDE_PANEL = Panel(1920, 1080, 24.0)
COMPACT_PANEL = Panel(1366, 768, 15.6)
PANELS = {
    "reference": REFERENCE_PANEL,
    "small": SMALL_PANEL,
    "wide": WIDE_PANEL,
    "compact": COMPACT_PANEL,
}
SETTLE_MS = 700


@dataclass
class Rendering:
    """A shown scene: keep it while you look into it, then `close()`."""

    stage: Stage
    window: QQuickWindow
    item: QQuickItem
    component: QQmlComponent
    # What the screen shows lives as long as the screen: QML does not keep Python's objects.
    properties: Mapping[str, object]

    def settle(self, milliseconds: int = SETTLE_MS) -> None:
        """Let animations and timers run."""
        loop = QEventLoop()
        timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(loop.quit)
        timer.start(milliseconds)
        loop.exec()

    def grab(self, out_png: Path | str | None = None) -> QImage:
        """The picture as shown now; also written to a file when one is named."""
        picture = self.window.grabWindow()
        if out_png is not None and not picture.save(str(out_png)):
            raise OSError(f"{out_png} cannot be written")
        return picture

    def find(self, name: str) -> QQuickItem:
        """The item with this objectName, delegates included."""
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.objectName() == name:
                return item
            waiting.extend(item.childItems())
        raise LookupError(f"no item called {name!r} on this screen")

    def __enter__(self) -> "Rendering":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the scene down again, language and all."""
        self.stage.reset()
        self.window.close()
        # The items go before the engine, or they would look for a Theme that is gone.
        for part in (self.item, self.window, self.component, self.stage.engine):
            part.deleteLater()
            QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def show(
    source: str | Path,
    *,
    panel: Panel = REFERENCE_PANEL,
    size: tuple[int, int] | None = None,
    properties: Mapping[str, object] | None = None,
    settings: ThemeSettings | None = None,
) -> Rendering:
    """Show a QML file (Path) or QML text (str) as on that panel.

    `properties` are the required properties of the root item: plain values, view models and list models.

    Raises:
        ValueError: with Qt's own words, when the QML cannot be loaded.
    """
    application = QGuiApplication.instance() or QGuiApplication([])
    engine = QQmlEngine()
    stage = prepare(engine, panel)
    wanted = settings or ThemeSettings()
    stage.show(**{name: getattr(wanted, name) for name in ThemeSettings.__dataclass_fields__})
    component = QQmlComponent(engine)
    if isinstance(source, Path):
        component.loadUrl(QUrl.fromLocalFile(str(source.resolve())))
    else:
        component.setData(source.encode(), QUrl.fromLocalFile(f"{RESOURCES}/qml/Baro/screens/"))
    if component.isError():
        raise ValueError(component.errorString())
    item = component.createWithInitialProperties(dict(properties or {}))
    if not isinstance(item, QQuickItem):
        raise ValueError(component.errorString() or "the root of a screen must be an Item")
    width, height = size or (panel.width_px, panel.height_px)
    window = QQuickWindow()
    window.setColor(QColor("#000000" if wanted.high_contrast else "#F6F4EF"))
    window.resize(width, height)
    item.setParentItem(window.contentItem())
    item.setSize(QSizeF(width, height))
    window.show()
    application.processEvents()
    return Rendering(stage, window, item, component, dict(properties or {}))


def render(
    source: str | Path,
    out_png: Path | str | None = None,
    *,
    panel: Panel = REFERENCE_PANEL,
    size: tuple[int, int] | None = None,
    text_scale: float = 1.0,
    contrast: bool = False,
    low_reach: bool = False,
    language: str = "ko",
    properties: Mapping[str, object] | None = None,
) -> QImage:
    """Draw a screen once its animations have ended and return the picture (and write it, if asked)."""
    settings = ThemeSettings(language, text_scale, contrast, low_reach)
    shown = show(source, panel=panel, size=size, properties=properties, settings=settings)
    shown.settle()
    picture = shown.grab(out_png)
    shown.close()
    return picture


def main() -> None:
    """The command line of this tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="a QML file whose root is an Item")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--panel", default="reference", help="reference, small, wide, compact or 1080x1920x27")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--low", action="store_true")
    parser.add_argument("--language", default="ko")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=JSON", help="a required property")
    options = parser.parse_args()
    if options.panel in PANELS:
        panel = PANELS[options.panel]
    else:
        width, height, inches = options.panel.split("x")
        panel = Panel(int(width), int(height), float(inches))
    given = {}
    for pair in options.set:
        name, _, value = pair.partition("=")
        try:
            given[name] = json.loads(value)
        except json.JSONDecodeError:
            given[name] = value
    render(
        options.source,
        options.out,
        panel=panel,
        text_scale=options.text,
        contrast=options.contrast,
        low_reach=options.low,
        language=options.language,
        properties=given,
    )


if __name__ == "__main__":
    main()
