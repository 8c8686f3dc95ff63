"""How the controls answer: guards, keys, steppers, paging, the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.theme import ThemeSettings
from tests.kiosk.ui.render import COMPACT_PANEL, SMALL_PANEL, Rendering, render, show
from tests.kiosk.ui.walk import findings

GALLERY = Path(__file__).parent / "Gallery.qml"
HEAD = "import QtQuick\nimport QtQuick.Layouts\nimport Baro.theme\nimport Baro.controls\n"


class Heard(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    @Slot(str)
    def note(self, word: str) -> None:
        self.words.append(word)


def stage(body: str) -> tuple[Rendering, Heard]:
    heard = Heard()
    shown = show(f"{HEAD}Item {{ id: root; required property QtObject heard; {body} }}", properties={"heard": heard})
    shown.settle(20)
    return shown, heard


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def tap(shown: Rendering, name: str) -> None:
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(shown.find(name)))


BUTTON = 'ToneButton { objectName: "b"; text: "담기"; onActivated: root.heard.note("pressed") }'


def test_a_second_tap_at_once_does_nothing(qapp: QGuiApplication) -> None:
    """B-6: an accidental second tap within 400 ms on the same target."""
    shown, heard = stage(BUTTON)
    tap(shown, "b")
    tap(shown, "b")
    assert heard.words == ["pressed"]
    shown.settle(450)
    tap(shown, "b")
    assert heard.words == ["pressed", "pressed"]
    shown.close()


def test_money_is_deaf_for_a_moment_after_it_appears(qapp: QGuiApplication) -> None:
    """B-6: after a change of screen, controls that move money take no touch for 400 ms."""
    shown, heard = stage('PrimaryButton { objectName: "b"; label: "결제하기"; onActivated: root.heard.note("paid") }')
    tap(shown, "b")
    assert heard.words == []
    shown.settle(450)
    tap(shown, "b")
    assert heard.words == ["paid"]
    shown.close()


def test_sliding_off_cancels(qapp: QGuiApplication) -> None:
    """B-3: actions happen on release inside."""
    shown, heard = stage(BUTTON)
    QTest.mousePress(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(shown.find("b")))
    QTest.mouseRelease(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(900, 1500))
    assert heard.words == []
    shown.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_what_has_the_focus(qapp: QGuiApplication, key: Qt.Key) -> None:
    """C-4: by keys only."""
    shown, heard = stage(BUTTON)
    shown.window.requestActivate()
    shown.find("b").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.window, key)
    assert heard.words == ["pressed"]
    shown.close()


def test_the_tree_can_press(qapp: QGuiApplication) -> None:
    """C-3: a press action."""
    shown, heard = stage(BUTTON)
    QAccessible.setActive(True)
    node = QAccessible.queryAccessibleInterface(shown.find("b"))
    assert node is not None
    actions = node.actionInterface()
    assert actions is not None
    actions.doAction("Press")
    assert heard.words == ["pressed"]
    shown.close()


def test_a_disabled_primary_says_why(qapp: QGuiApplication) -> None:
    shown, heard = stage(
        'PrimaryButton { objectName: "b"; label: "결제하기"; reason: "상품을 담아 주세요"; '
        'onActivated: root.heard.note("paid") }'
    )
    shown.settle(450)
    tap(shown, "b")
    assert heard.words == []
    assert shown.find("b").property("spoken") == "상품을 담아 주세요"
    shown.close()


STEPPER = (
    'QuantityStepper {{ quantity: {0}; name: "우유"; inBasket: {1}; onLess: root.heard.note("less"); '
    'onMore: root.heard.note("more"); onRemove: root.heard.note("remove") }}'
)


@pytest.mark.parametrize(
    ("quantity", "in_basket", "less"), [(2, "true", ["less"]), (1, "true", ["remove"]), (1, "false", [])]
)
def test_the_minus_is_a_bin_at_one(qapp: QGuiApplication, quantity: int, in_basket: str, less: list[str]) -> None:
    shown, heard = stage(STEPPER.format(quantity, in_basket))
    shown.settle(450)
    tap(shown, "stepperLess")
    assert heard.words == less
    tap(shown, "stepperMore")
    tap(shown, "stepperMore")
    assert heard.words == [*less, "more", "more"]
    shown.close()


def test_the_keyboard_says_which_key(qapp: QGuiApplication) -> None:
    shown, heard = stage(
        'HangulKeyboard { id: keys; objectName: "keys"; width: 1080; onKeyPressed: key => root.heard.note(key) }'
    )
    for name in ("key_ㄱ", "key_ㄱ", "key_ㅏ", "key_shift", "key_space", "key_backspace", "key_search"):
        tap(shown, name)
    shown.find("keys").setProperty("shifted", True)
    tap(shown, "key_ㄱ")
    shown.find("keys").setProperty("mode", "latin")
    shown.settle(20)
    tap(shown, "key_q")
    assert heard.words == ["ㄱ", "ㄱ", "ㅏ", "shift", "space", "backspace", "search", "ㄲ", "Q"]
    shown.close()


def test_the_pin_pad_shows_digits_in_the_given_order(qapp: QGuiApplication) -> None:
    shown, heard = stage(
        'PinPad { width: 900; digits: ["7","3","1","0","9","2","8","4","6","5"]; filled: 2; '
        "onDigitPressed: digit => root.heard.note(digit); onErased: root.heard.note('erase') }"
    )
    tap(shown, "pin_7")
    tap(shown, "pin_7")
    tap(shown, "pinErase")
    assert heard.words == ["7", "7", "erase"]
    assert middle(shown.find("pin_7")).y() < middle(shown.find("pin_9")).y()
    shown.close()


def test_a_list_pages_by_its_buttons(qapp: QGuiApplication) -> None:
    shown, _ = stage(
        'PagedList { objectName: "list"; width: 900; height: 700; title: "담은 상품"; model: 30; '
        "delegate: Item { width: 10; height: 190 } }"
    )
    paged = shown.find("list")
    assert paged.property("countText") == "30가지 중 1–3"
    assert not shown.find("pageUp").isEnabled()
    tap(shown, "pageDown")
    tap(shown, "pageDown")
    shown.settle(50)
    assert paged.property("countText") == "30가지 중 7–9"
    tap(shown, "pageUp")
    assert paged.property("firstShown") == 3
    shown.close()


def test_a_tall_page_can_be_paged(qapp: QGuiApplication) -> None:
    shown, _ = stage(
        'ScrollPage { objectName: "page"; width: 1080; height: 800; '
        "Rectangle { implicitHeight: 2000; Layout.fillWidth: true } }"
    )
    shown.settle(50)
    assert shown.find("page").property("tall") is True
    tap(shown, "scrollDown")
    assert shown.find("scrollUp").isEnabled()
    shown.close()


def test_the_toast_leaves_by_itself(qapp: QGuiApplication) -> None:
    shown, heard = stage(
        'Toast { width: 900; text: "뺐어요"; action: "되돌리기"; onUndone: root.heard.note("undo"); '
        'onEnded: root.heard.note("gone") }'
    )
    tap(shown, "toastUndo")
    assert heard.words == ["undo"]
    shown.settle(6300)
    assert heard.words == ["undo", "gone"]
    shown.close()


def test_the_sheet_covers_what_is_behind(qapp: QGuiApplication) -> None:
    shown, heard = stage(f'{BUTTON} Sheet {{ title: "가격이 달라요?"; onClosed: root.heard.note("closed") }}')
    tap(shown, "b")
    tap(shown, "sheetClose")
    assert heard.words == ["closed"]
    shown.close()


PRICE = 'PriceText {{ objectName: "p"; amount: "{0}" }}'


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [("ko", "−1,500", "−1,500원"), ("en", "1,700", "₩1,700"), ("en", "−1,500", "−₩1,500")],
)
def test_a_price_carries_its_unit(qapp: QGuiApplication, language: str, amount: str, said: str) -> None:
    shown = show(HEAD + PRICE.format(amount), settings=ThemeSettings(language=language))
    assert shown.find("p").property("words") == said
    shown.close()


GALLERY_PANEL = Panel(1920, 1640, 30.9)


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("panel", [GALLERY_PANEL, Panel(2340, 2000, 30.9)], ids=["reference", "small"])
def test_the_gallery_keeps_the_rules(qapp: QGuiApplication, panel: Panel, contrast: bool) -> None:
    shown = show(GALLERY, panel=panel, settings=ThemeSettings(high_contrast=contrast))
    try:
        shown.settle(100)
        # The names of the colours and the device cards are for designers and technicians.
        found = [str(f) for f in findings(shown.window, panel) if f.rule != "A-1"]
        assert found == []
    finally:
        shown.close()


def test_the_gallery_differs_by_mode(qapp: QGuiApplication, tmp_path: Path) -> None:
    light = render(GALLERY, tmp_path / "light.png", panel=GALLERY_PANEL)
    dark = render(GALLERY, tmp_path / "dark.png", panel=GALLERY_PANEL, contrast=True)
    assert light.size().width() == 1920
    assert light != dark
    assert dark.pixelColor(4, 4).name() == "#000000"


SAMPLES = Path(__file__).parent / "samples"
CARDS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
PANELS = {"reference": REFERENCE_PANEL, "small": SMALL_PANEL, "compact": COMPACT_PANEL}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("panel", list(PANELS))
@pytest.mark.parametrize("control", list(CARDS))
def test_controls_fit_on_every_panel_and_text_size(
    qapp: QGuiApplication, control: str, panel: str, scale: float
) -> None:
    glass = PANELS[panel]
    # As a column on a screen has it: the page margins off, and the right column of a compact panel.
    width = glass.width_px * (0.42 if panel == "compact" and control in {"now", "dock"} else 0.9)
    if control in {"bar", "keys", "timeout"}:
        width = glass.width_px
    shown = show(
        f"{HEAD}Flickable {{ id: root; width: {width}; {CARDS[control]} }}",
        panel=glass,
        size=(int(width), 4000),
        settings=ThemeSettings(text_scale=scale),
    )
    try:
        shown.settle(60)
        assert [str(finding) for finding in findings(shown.window, glass)] == []
    finally:
        shown.close()
