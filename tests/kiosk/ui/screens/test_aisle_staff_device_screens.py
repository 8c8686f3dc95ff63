"""The aisle, staff and device pages as they are touched: real keys, real taps, no warning of Qt."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.checkout.snapshot import StaffView
from kiosk.domain.fulfilment import SHIP
from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.theme import ThemeSettings
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import BEER, CALL, DRIPPER, STATES, devices, in_language, searching
from tests.kiosk.ui.render import COMPACT_PANEL, SMALL_PANEL, WIDE_PANEL, Rendering, show
from tests.kiosk.ui.scenes import cart_list, idle
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.walk import SCREEN_FOLDER, findings, names

STILL = ThemeSettings(reduced_motion=True)
GLASS = {"reference": REFERENCE_PANEL, "small": SMALL_PANEL, "wide": WIDE_PANEL, "compact": COMPACT_PANEL}
STAFF = {"SignInScreen", "ApprovalsScreen", "DevicesScreen"}


def on_screen(screen: str, models: Any, panel: Panel = REFERENCE_PANEL, settings: ThemeSettings = STILL) -> Rendering:
    return show(SCREEN_FOLDER / f"{screen}.qml", panel=panel, properties={"models": models}, settings=settings)


def tap(shown: Rendering, name: str) -> None:
    shown.settle(30)
    item = shown.find(name)
    middle = item.mapToScene(item.boundingRect().center()).toPoint()
    assert item.isVisible(), name
    assert 0 <= middle.x() < shown.window.width(), name
    assert 0 <= middle.y() < shown.window.height(), name
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_shown_without_a_warning(state: str, warnings: list[str]) -> None:
    screen, make = STATES[state]
    for panel in GLASS.values():
        shown = on_screen(screen, make(), panel)
        shown.settle(60)
        shown.close()
    assert warnings == []


@pytest.mark.parametrize("state", ["search_firsts", "product", "fulfilment", "map", "approvals", "devices"])
def test_english_keeps_the_rules_on_the_smallest_and_the_reference_panel(state: str, warnings: list[str]) -> None:
    screen, make = STATES[state]
    for panel in (SMALL_PANEL, REFERENCE_PANEL):
        for scale in (1.0, 2.0):
            settings = ThemeSettings("en", text_scale=scale, reduced_motion=True)
            models: Any = make()
            shown = on_screen(screen, models, panel, settings)
            in_language(models, "en")
            shown.settle(80)
            found = [str(finding) for finding in findings(shown.window, panel, staff=screen in STAFF)]
            shown.close()
            assert found == [], (panel.diagonal_inch, scale)
    assert warnings == []


@pytest.mark.parametrize(("keys", "typed"), [("ㄷㅡㄹㅣㅍ", "드맆"), ("ㄷㄹㅍ", "ㄷㄹㅍ")])
def test_typing_on_the_keyboard_finds_the_dripper(keys: str, typed: str, warnings: list[str]) -> None:
    models: Any = searching()
    shown = on_screen("SearchScreen", models)
    for key in keys:
        tap(shown, f"key_{key}")
    shown.settle(50)
    assert shown.find("searchField").property("text") == typed
    assert shown.find(f"result_{DRIPPER}").isVisible()
    assert any("백자 드리퍼 세트" in name and "38,000원" in name for name in names(shown.window))
    tap(shown, f"result_{DRIPPER}")
    assert (models.navigator.route.page, models.navigator.route.subject) == ("product", DRIPPER)
    shown.close()
    assert warnings == []


def test_latin_letters_shift_space_and_backspace(qapp: QGuiApplication) -> None:
    models: Any = searching()
    shown = on_screen("SearchScreen", models)
    tap(shown, "key_language")
    for key in ("key_shift", "key_d", "key_r", "key_i", "key_i", "key_backspace", "key_p", "key_space", "key_s"):
        tap(shown, key)
    assert models.aisle.query == "Drip s"
    shown.close()


def test_the_search_key_lowers_the_keyboard_and_the_field_raises_it(qapp: QGuiApplication) -> None:
    models: Any = searching("ㄷㄹㅍ")
    shown = on_screen("SearchScreen", models)
    tap(shown, "key_search")
    shown.settle(30)
    with pytest.raises(LookupError):
        shown.find("key_ㄷ")
    tap(shown, "searchTouch")
    shown.settle(30)
    assert shown.find("key_ㄷ").isVisible()
    shown.close()


def test_a_category_opens_and_the_back_button_returns(qapp: QGuiApplication) -> None:
    models: Any = searching()
    shown = on_screen("SearchScreen", models)
    tap(shown, "category_kitchen")
    assert models.aisle.step == "results"
    tap(shown, "backButton")
    assert models.aisle.step == "before"
    shown.close()


def test_choosing_delivery_reaches_the_till(qapp: QGuiApplication) -> None:
    till = FakeTill(cart_list())
    models: Any = models_showing(cart_list(), till)
    models.navigator.openFor("product", DRIPPER)
    shown = on_screen("ProductScreen", models)
    tap(shown, "more")
    tap(shown, "chooseFulfilment")
    shown.close()
    assert models.navigator.route.page == "fulfilment"
    shown = on_screen("FulfilmentScreen", models)
    shown.settle(450)  # the primary takes no touch at once
    tap(shown, "addToCart")
    assert till.asked == [], "nothing is chosen beforehand"
    tap(shown, "option_pick_up_SS03")
    assert models.product.chosen == "", "it is sold out there"
    tap(shown, "option_ship")
    tap(shown, "addToCart")
    assert till.asked == [("order", DRIPPER, 2, SHIP)]
    shown.close()


def test_the_map_opens_from_the_product(qapp: QGuiApplication) -> None:
    models: Any = models_showing(cart_list())
    models.navigator.openFor("product", DRIPPER)
    shown = on_screen("ProductScreen", models)
    tap(shown, "showMap")
    assert (models.navigator.route.sheet, models.map.placeName) == ("map", "4번 주방용품")
    tap(shown, "cartButton")
    assert models.navigator.route.page == "cart"
    shown.close()


def test_a_pin_is_typed_as_dots(qapp: QGuiApplication) -> None:
    till = FakeTill(idle())
    models: Any = models_showing(idle(), till)
    models.navigator.open("sign_in")
    shown = on_screen("SignInScreen", models)
    for name in ("pin_4", "pin_8", "pinErase", "pin_8", "pin_2", "pin_9", "pin_1", "pin_7"):
        tap(shown, name)
    assert till.asked == [("staff_sign_in", "482917")]
    assert not any("482917" in name for name in names(shown.window))
    shown.close()


def test_staff_answer_what_waits(qapp: QGuiApplication) -> None:
    waiting = replace(idle(), staff=StaffView(True, "서다은", "supervisor", (BEER, CALL)))
    till = FakeTill(waiting)
    models: Any = models_showing(waiting, till)
    shown = on_screen("ApprovalsScreen", models)
    shown.settle(450)
    tap(shown, "approve_0")
    tap(shown, "take_1")
    tap(shown, "signOut")
    assert till.asked == [
        ("staff_decide", "R1", True, "id_checked"),
        ("staff_take", "R3"),
        ("staff_sign_out",),
    ]
    shown.close()


def test_devices_are_tested_and_left(qapp: QGuiApplication) -> None:
    models: Any = devices()
    shown = on_screen("DevicesScreen", models)
    tap(shown, "test_scanner")
    shown.settle(30)
    told = {row.key: row.health for row in models.devices.devices.rows}
    assert told["scanner"] == "testing"
    tap(shown, "testAll")
    tap(shown, "leaveDevices")
    assert models.navigator.route.page != "devices"
    shown.close()


def test_screens_stay_short() -> None:
    long = [path.name for path in Path(SCREEN_FOLDER).glob("*.qml") if len(path.read_text("utf-8").splitlines()) > 300]
    assert long == []
