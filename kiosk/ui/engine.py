"""Makes a QML engine that knows Baro's modules, fonts, icons, pictures, theme and languages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtQml import QQmlEngine

from kiosk.ui.brand import Brand
from kiosk.ui.fonts import load_fonts
from kiosk.ui.icon_provider import IconProvider
from kiosk.ui.jpeg_provider import JpegProvider
from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.picture_provider import PICTURE_FOLDER, PictureProvider
from kiosk.ui.qr_provider import QrProvider
from kiosk.ui.theme import LiveTheme, ThemeSettings
from kiosk.ui.tokens import RESOURCES
from kiosk.ui.translations import Translations

QML_FOLDER = RESOURCES / "qml"


@dataclass(frozen=True, slots=True)
class Stage:
    """An engine that is ready for screens, with the two things that change while it runs."""

    engine: QQmlEngine
    theme: LiveTheme
    translations: Translations

    def show(self, **changes: Any) -> ThemeSettings:
        """Change display settings, language included, on all screens at once.

        Raises:
            ValueError: for a value that `ThemeSettings` refuses.
        """
        before = self.theme.settings.language
        settings = self.theme.change(**changes)
        if settings.language != before:
            self.translations.switch(settings.language)
        return settings

    def price_in(self, currency: str) -> None:
        """Show every price in the currency of the catalogue; raises `ValueError` for one that is not known."""
        self.theme.price_in(currency)

    def reset(self) -> ThemeSettings:
        """Back to the look and language that a new session starts with."""
        start = ThemeSettings()
        return self.show(**{name: getattr(start, name) for name in ThemeSettings.__dataclass_fields__})


def prepare(
    engine: QQmlEngine,
    panel: Panel = REFERENCE_PANEL,
    brand: Brand | None = None,
    pictures: tuple[Path, ...] = (PICTURE_FOLDER,),
    currency: str = "KRW",
) -> Stage:
    """Give an engine everything that a screen imports; call it once, before the first screen is loaded."""
    load_fonts()
    engine.addImportPath(str(QML_FOLDER))
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("picture", PictureProvider(pictures))
    engine.addImageProvider("qr", QrProvider())
    engine.addImageProvider("jpeg", JpegProvider())
    return Stage(engine, LiveTheme(engine, panel, brand, currency), Translations(engine))
