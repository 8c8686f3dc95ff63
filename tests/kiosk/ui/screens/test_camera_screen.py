"""The technician's camera page as it is touched: every state without a warning of Qt, every button with its effect."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.ui.panel import REFERENCE_PANEL
from kiosk.ui.theme import ThemeSettings
from tests.kiosk.ui.camera_scenes import STATES, camera
from tests.kiosk.ui.render import COMPACT_PANEL, WIDE_PANEL, Rendering, show
from tests.kiosk.ui.walk import SCREEN_FOLDER, names

STILL = ThemeSettings(reduced_motion=True)


def on_screen(models: Any, settings: ThemeSettings = STILL) -> Rendering:
    return show(SCREEN_FOLDER / "CameraScreen.qml", properties={"models": models}, settings=settings)


def tap(shown: Rendering, name: str) -> None:
    shown.settle(60)
    item = shown.find(name)
    middle = item.mapToScene(item.boundingRect().center()).toPoint()
    assert item.isVisible(), name
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
    shown.settle(60)


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_shown_without_a_warning(state: str, warnings: list[str]) -> None:
    screen, make = STATES[state]
    for panel in (REFERENCE_PANEL, WIDE_PANEL, COMPACT_PANEL):
        models = make()
        with show(SCREEN_FOLDER / f"{screen}.qml", panel=panel, properties={"models": models}, settings=STILL) as shown:
            shown.settle(60)
    assert warnings == []


@pytest.mark.parametrize("language", ["en", "ja", "zh"])
def test_it_speaks_every_language_of_the_shop(language: str, warnings: list[str]) -> None:
    with on_screen(camera(), ThemeSettings(reduced_motion=True, language=language)) as shown:
        shown.settle(60)
        spoken = " ".join(names(shown.window))
    assert not any(
        "가" <= letter <= "힣" for letter in spoken.replace("통통 바나나우유 240mL", "").replace("성수점", "")
    ), spoken
    assert warnings == []


def test_the_buttons_ask_the_camera(warnings: list[str]) -> None:
    models = camera()
    source = models.camera._camera._cameras["camera"]
    with on_screen(models) as shown:
        tap(shown, "exposure")
        tap(shown, "testCamera")
        assert [asked[0] for asked in source.asked] == ["exposure", "test"]
        assert models.camera.result.startswith("시험에 통과했어요")
        tap(shown, "savePicture")
        assert models.camera.result.startswith("저장했어요")
    assert warnings == []


def test_the_lowest_bar_leads_to_the_devices_and_back(warnings: list[str]) -> None:
    models = camera()
    with on_screen(models) as shown:
        tap(shown, "tabDevices")
        assert models.navigator.page == "devices"
    models.navigator.open("camera")
    with on_screen(models) as shown:
        tap(shown, "back")
        assert models.navigator.page == "devices"
    assert warnings == []


def test_the_card_of_the_camera_opens_its_page(warnings: list[str]) -> None:
    from tests.kiosk.ui.aisle_scenes import devices

    models = devices()
    with show(SCREEN_FOLDER / "DevicesScreen.qml", properties={"models": models}, settings=STILL) as shown:
        tap(shown, "test_camera")
        assert models.navigator.page == "camera"
    assert warnings == []
