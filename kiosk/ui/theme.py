"""Sets the `Theme` that every screen reads: panel and brand once, display modes and language at run time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from kiosk.ui.brand import Brand, readable
from kiosk.ui.display_text import LANGUAGES, money_text
from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.tokens import Tokens, read_tokens

TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """How one shopper sees the screens; the defaults are what a new session starts with.

    Raises:
        ValueError: for a text size or language that the screens do not have.
    """

    language: str = "ko"
    text_scale: float = 1.0
    high_contrast: bool = False
    low_reach: bool = False
    reduced_motion: bool = False

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"language {self.language!r}: choose one of {', '.join(LANGUAGES)}")
        if self.text_scale not in TEXT_SCALES:
            raise ValueError(f"text size {self.text_scale}: choose one of {TEXT_SCALES}")


class LiveTheme:
    """The `Theme` of one engine, and the only hand that changes it.

    Args:
        engine: the engine whose screens follow; its import path must already lead to `Baro.theme`.
        panel: the display as configured.
        brand: the shop's colours and name; weak colours are darkened first.
        currency: ISO 4217 code of every price shown.
    """

    def __init__(
        self,
        engine: QQmlEngine,
        panel: Panel = REFERENCE_PANEL,
        brand: Brand | None = None,
        currency: str = "KRW",
    ) -> None:
        self._tokens: Tokens = read_tokens()
        self._currency = currency
        self._singleton = _singleton(engine, "Theme")
        self.panel = panel
        self.settings = ThemeSettings()
        self._set(
            {
                "mmPerPx": panel.mm_per_px,
                "uiScale": panel.ui_scale,
                "layout": panel.layout,
                "reachTop": panel.reach_top_px,
                "shallow": panel.shallow,
            }
        )
        self._paint(readable(brand or Brand(), self._tokens.brand_rule, self._tokens.light["canvas"]))
        self.change()

    def change(self, **changes: Any) -> ThemeSettings:
        """Change some of the display settings; every screen follows at once.

        Raises:
            ValueError: for a value that `ThemeSettings` refuses; nothing changes then.
        """
        self.settings = replace(self.settings, **changes)
        settings = self.settings
        unit = money_text(0, self._currency, settings.language)
        self._set(
            {
                "language": settings.language,
                "family": self._tokens.family(settings.language),
                "textScale": settings.text_scale,
                "highContrast": settings.high_contrast,
                "lowReach": settings.low_reach,
                "reducedMotion": settings.reduced_motion,
                "moneyUnit": unit.unit,
                "moneyUnitAfter": unit.unit_after,
            }
        )
        return settings

    def price_in(self, currency: str) -> None:
        """Write the unit of this currency beside every price; raises `ValueError` for one that is not known."""
        money_text(0, currency, self.settings.language)
        self._currency = currency
        self.change()

    def reset(self) -> ThemeSettings:
        """Back to what a new session starts with (A-9)."""
        start = ThemeSettings()
        return self.change(**{name: getattr(start, name) for name in ThemeSettings.__dataclass_fields__})

    def _paint(self, brand: Brand) -> None:
        accents = {
            "accent": brand.accent,
            "accentPressed": brand.accent_pressed,
            "accentText": brand.accent_text,
            "accentSoft": brand.accent_soft,
            "accentFg": brand.accent_fg,
        }
        self._set({"shopName": brand.shop_name, "accents": accents})

    def _set(self, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            if not self._singleton.setProperty(name, value):
                raise RuntimeError(f"Theme.qml has no property {name!r}")


def _singleton(engine: QQmlEngine, name: str) -> QObject:
    found = engine.singletonInstance("Baro.theme", name)
    if not isinstance(found, QObject):
        raise RuntimeError(f"Baro.theme/{name} cannot be loaded: is resources/qml on the import path?")
    return found
