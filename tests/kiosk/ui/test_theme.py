"""Theme follows panel, brand and display settings; nothing that is shown keeps an old value."""

from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication

from kiosk.ui.brand import Brand
from kiosk.ui.engine import prepare
from kiosk.ui.panel import Panel
from kiosk.ui.theme import ThemeSettings
from tests.kiosk.ui.render import SMALL_PANEL, Rendering, show

PROBE = """
import QtQuick
import Baro.theme
Item {
    property color accent: Theme.color.accent
    property color canvas: Theme.color.canvas
    property int body: Theme.type.body.px
    property int key: Theme.type.key.px
    property string family: Theme.family
    property int target: Theme.target
    property real enter: Theme.motion.enter
    property real fast: Theme.motion.fast
    property string unit: Theme.moneyUnit
    property bool unitAfter: Theme.moneyUnitAfter
    property bool low: Theme.lowReach
    property int reach: Theme.reachTop
    property string layout: Theme.layout
    property int grown: Theme.grown(100)
    property string shop: Theme.shopName
}
"""


def value(shown: Rendering, name: str) -> Any:
    found = shown.item.property(name)
    return found.name() if isinstance(found, QColor) else found


def test_the_reference_panel_has_the_drawing_s_sizes(qapp: QGuiApplication) -> None:
    shown = show(PROBE)
    try:
        seen = [value(shown, name) for name in ("accent", "canvas", "body", "target", "layout", "unit", "unitAfter")]
        assert seen == ["#1d46db", "#f6f4ef", 46, 65, "portrait", "원", True]
    finally:
        shown.close()


def test_a_small_panel_scales_up(qapp: QGuiApplication) -> None:
    shown = show(PROBE, panel=SMALL_PANEL)
    try:
        assert value(shown, "body") == 56
        assert value(shown, "target") * SMALL_PANEL.mm_per_px >= 20
    finally:
        shown.close()


def test_settings_change_what_is_shown(qapp: QGuiApplication) -> None:
    shown = show(PROBE)
    try:
        shown.stage.show(language="ja", text_scale=2.0, high_contrast=True, low_reach=True, reduced_motion=True)
        probed = ("accent", "body", "key", "family", "enter", "fast", "unit", "low")
        seen = {name: value(shown, name) for name in probed}
        assert seen == {
            "accent": "#ffd400",
            "body": 92,
            "key": 50,
            "family": "Noto Sans CJK JP",
            "enter": 0,
            "fast": 120,
            "unit": "₩",
            "low": True,
        }
        assert value(shown, "grown") == 200
        assert value(shown, "unitAfter") is False
        assert shown.stage.reset() == ThemeSettings()
        assert value(shown, "accent") == "#1d46db"
        assert value(shown, "unit") == "원"
    finally:
        shown.close()


def test_a_weak_brand_is_darkened_on_the_screen(qapp: QGuiApplication) -> None:
    shown = show(PROBE)
    engine = shown.stage.engine
    try:
        prepare(engine, Panel(1080, 1920, 27, bottom_mm=900), Brand(shop_name="성수점", accent="#FFC800"))
        assert value(shown, "accent") not in {"#ffc800", "#1d46db"}
        assert value(shown, "shop") == "성수점"
        assert value(shown, "reach") == 892
    finally:
        shown.close()


@pytest.mark.parametrize(("name", "wrong"), [("language", "fr"), ("text_scale", 1.1)])
def test_a_wrong_setting_changes_nothing(qapp: QGuiApplication, name: str, wrong: object) -> None:
    shown = show(PROBE)
    try:
        with pytest.raises(ValueError, match="choose one of"):
            shown.stage.show(**{name: wrong})
        assert shown.stage.theme.settings == ThemeSettings()
    finally:
        shown.close()
