"""Keys of a scanner never reach what has the focus, a person's always do: real Qt key events (T-2, pain 12)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hardware.codecs.barcode_line import LineFormat
from hardware.codecs.us_keyboard import CAPS_LOCK, FIRST_WINDOW_CODE, alt_strokes, strokes
from hardware.drivers.wedge_scanner import WedgeScanner
from hardware.ports.scanner import CodeRead, CodeRefused, ScannerEvent
from kiosk.ui.key_filter import KeyFilter

FIELD = b"""
import QtQuick
Window {
    width: 300; height: 200; visible: true
    property int returns: 0
    property int escapes: 0
    property int helps: 0
    property int presses: 0
    property int releases: 0
    property alias text: field.text
    TextInput {
        id: field
        objectName: "field"
        focus: true
        anchors.fill: parent
        Keys.onPressed: event => {
            presses += 1;
            if (event.key === Qt.Key_Return) returns += 1;
            if (event.key === Qt.Key_Escape) escapes += 1;
            if (event.key === Qt.Key_F1) helps += 1;
        }
        Keys.onReleased: event => { releases += 1; }
    }
}
"""
MODIFIERS = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}
KEYS = {
    42: Qt.Key.Key_Shift, 29: Qt.Key.Key_Control, 56: Qt.Key.Key_Alt, CAPS_LOCK: Qt.Key.Key_CapsLock,
    28: Qt.Key.Key_Return, 15: Qt.Key.Key_Tab, 1: Qt.Key.Key_Escape, 59: Qt.Key.Key_F1,
}  # fmt: skip
ESCAPE, F1 = 1, 59
# What the two-set Hangul layout makes of the keys q w e r: the window sees jamo, the key numbers stay.
JAMO = {16: "ㅂ", 17: "ㅈ", 18: "ㄷ", 19: "ㄱ"}


def application() -> QCoreApplication:
    found = QGuiApplication.instance()
    assert found is not None
    return found


class Desk:
    """A window with a field that has the focus, a filter before it, and hands that type with given pauses."""

    def __init__(self, window: QQuickWindow, line_format: LineFormat | None = None) -> None:
        self.window = window
        self.scanner = WedgeScanner("wedge", line_format, clock=lambda: 5.0)
        self.filter = KeyFilter(self.scanner, application())
        self.now = 1000
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.hangul = False

    def press(self, keys: list[tuple[int, bool]], gap_ms: int = 4) -> None:
        """Real QKeyEvents with the key's number and the time of the window system."""
        for code, down in keys:
            self.now += gap_ms
            key = KEYS.get(code, Qt.Key.Key_A)
            if key in MODIFIERS:
                self._modifiers = self._modifiers | MODIFIERS[key] if down else self._modifiers & ~MODIFIERS[key]
            kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
            event = QKeyEvent(kind, key, self._modifiers, code + FIRST_WINDOW_CODE, 0, 0, self._text(code, key))
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.window, event)

    def _text(self, code: int, key: Qt.Key) -> str:
        if key in MODIFIERS or key in (Qt.Key.Key_F1, Qt.Key.Key_CapsLock):
            return ""
        if self.hangul and code in JAMO:
            return JAMO[code]
        fixed = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Escape: "\x1b"}
        plain = {
            code: character for character in "abcdefghijklmnopqrstuvwxyz0123456789] " for code, _ in strokes(character)
        }
        return fixed.get(key, plain.get(code, ""))

    def pause(self, qtbot: QtBot) -> None:
        """Nothing is typed for longer than a scanner pauses."""
        qtbot.wait(150)
        self.now += 150

    def seen(self, name: str) -> int | str:
        return self.window.property(name)  # type: ignore[no-any-return]

    def scanned(self) -> list[ScannerEvent]:
        events: list[ScannerEvent] = []
        self.scanner.close()
        while (event := self.scanner._events.get()) is not None:
            events.append(event)
        return events


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QQuickWindow]:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(QByteArray(FIELD), "")
    window = component.create()
    assert isinstance(window, QQuickWindow), component.errorString()
    window.requestActivate()
    qtbot.waitUntil(window.isActive)
    field = window.findChild(QQuickItem, "field")
    assert field is not None
    assert field.hasActiveFocus()
    yield window
    window.close()
    component.deleteLater()
    engine.deleteLater()


@pytest.fixture
def desk(window: QQuickWindow) -> Iterator[Desk]:
    desk = Desk(window)
    yield desk
    if isValid(desk.filter):
        desk.filter.end()


def read(text: str, symbology: str = "", gs1: bool = False) -> CodeRead:
    return CodeRead(text, symbology, "wedge", 5.0, gs1)


def test_a_burst_leaves_nothing_in_the_field_that_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    desk.press(strokes("]E08801234567893\r"))
    desk.pause(qtbot)
    assert (desk.seen("text"), desk.seen("presses"), desk.seen("releases")) == ("", 0, 0)
    assert desk.scanned() == [read("8801234567893", "EAN-13")]


def test_ten_bursts_in_a_second_are_ten_codes(desk: Desk, qtbot: QtBot) -> None:
    for number in range(10):
        desk.press(strokes(f"88012345{number:05d}\r"), gap_ms=2)
        desk.now += 40
    desk.pause(qtbot)
    assert desk.seen("presses") == 0
    assert desk.scanned() == [read(f"88012345{number:05d}") for number in range(10)]


@pytest.mark.parametrize("separator", [strokes("\x1d"), alt_strokes("029"), alt_strokes("0029")])
def test_the_separator_survives_as_control_and_as_alt_with_digits(
    desk: Desk, qtbot: QtBot, separator: list[tuple[int, bool]]
) -> None:
    desk.press([*strokes("]C110a"), *separator, *strokes("21B\r")])
    desk.pause(qtbot)
    assert desk.seen("presses") == 0
    assert desk.scanned() == [read("10a\x1d21B", "Code 128", True)]


def test_a_korean_layout_changes_no_code(desk: Desk, qtbot: QtBot) -> None:
    desk.hangul = True
    desk.press(strokes("qwer-QWER\r"))
    desk.pause(qtbot)
    assert desk.seen("text") == ""
    assert desk.scanned() == [read("qwer-QWER")]


def test_caps_lock_of_the_scanners_own_is_followed(desk: Desk) -> None:
    desk.press([(CAPS_LOCK, True), (CAPS_LOCK, False), *strokes("ABcd1\r"), (CAPS_LOCK, True), (CAPS_LOCK, False)])
    assert desk.scanned() == [read("abCD1")]


def test_function_keys_before_and_in_a_burst_do_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.press([(F1, True), (F1, False), *strokes("8801"), (F1, True), (F1, False), *strokes("234567893\r")])
    desk.pause(qtbot)
    assert (desk.seen("helps"), desk.seen("presses")) == (0, 0)
    assert desk.scanned() == [read("8801234567893")]


@pytest.mark.parametrize("keys", [
    [(ESCAPE, True), (ESCAPE, False), *strokes("\r")],
    [*strokes("x"), *strokes("\r")],
    [*strokes("12"), (ESCAPE, True), (ESCAPE, False), *strokes("\r\r\r")],
    [(29, True), *strokes("c"), (29, False), *strokes("\r")],
    [*strokes("\t\t\t\r")],
])  # fmt: skip
def test_a_short_hostile_burst_presses_nothing(desk: Desk, qtbot: QtBot, keys: list[tuple[int, bool]]) -> None:
    """BadBarcode: Escape, Enter, Tab or Ctrl inside a bar code must not act, even when it is too short for a code."""
    desk.press(keys)
    desk.pause(qtbot)
    assert (desk.seen("escapes"), desk.seen("returns")) == (0, 0)
    assert "\t" not in str(desk.seen("text"))
    field = desk.window.findChild(QQuickItem, "field")
    assert field is not None
    assert field.hasActiveFocus()


def test_a_burst_of_4_kb_is_refused_and_leaves_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.press(strokes("7" * 4096 + "\r"), gap_ms=1)
    desk.pause(qtbot)
    assert desk.seen("presses") == 0
    (refused,) = desk.scanned()
    assert isinstance(refused, CodeRefused)


def test_a_person_types_and_nothing_is_lost(desk: Desk, qtbot: QtBot) -> None:
    for character in "milk 1l":
        desk.press(strokes(character), gap_ms=60)
        qtbot.wait(70)
    desk.press(strokes("\r"), gap_ms=120)
    desk.pause(qtbot)
    assert desk.seen("text") == "milk 1l"
    assert desk.seen("returns") == 1
    assert desk.seen("presses") == desk.seen("releases") == 8
    assert desk.scanned() == []


def test_two_keys_of_a_quick_person_go_on(desk: Desk, qtbot: QtBot) -> None:
    """Rolling fingers: the second key is down before the first is up."""
    a, b = strokes("a")[0][0], strokes("b")[0][0]
    desk.press([(a, True), (b, True), (a, False), (b, False)], gap_ms=25)
    desk.pause(qtbot)
    assert desk.seen("text") == "ab"
    assert desk.scanned() == []


@pytest.mark.parametrize(("key", "counted"), [(ESCAPE, "escapes"), (F1, "helps"), (28, "returns")])
def test_a_key_that_a_person_presses_alone_acts_once(desk: Desk, qtbot: QtBot, key: int, counted: str) -> None:
    desk.press([(key, True)])
    assert desk.seen(counted) == 0, "it may still be the first key of a code"
    desk.pause(qtbot)
    desk.press([(key, False)])
    assert desk.seen(counted) == 1
    assert desk.seen("releases") == 1


def test_typing_right_before_a_burst_is_kept_apart(desk: Desk, qtbot: QtBot) -> None:
    desk.press(strokes("x"))
    desk.pause(qtbot)
    desk.press(strokes("12345678\r"))
    desk.pause(qtbot)
    assert desk.seen("text") == "x"
    assert desk.scanned() == [read("12345678")]


def test_a_busy_window_does_not_tear_a_code(desk: Desk, qtbot: QtBot) -> None:
    """The window system's times count, not the moment at which the window gets round to a key."""
    desk.press(strokes("88012345"))
    desk.window.setProperty("returns", 0)
    QTest.qSleep(200)  # the window's thread is busy while the rest of the code is pressed
    desk.press(strokes("67893\r"))
    desk.pause(qtbot)
    assert desk.seen("presses") == 0
    assert desk.scanned() == [read("8801234567893")]


def test_keys_of_the_window_system_itself(desk: Desk, qtbot: QtBot) -> None:
    """QTest hands keys to the platform plugin, as a keyboard does, though without the number of the key."""
    for character in "8801234567893":
        QTest.keyClick(desk.window, Qt.Key(ord(character)))
    QTest.keyClick(desk.window, Qt.Key.Key_Return)
    qtbot.wait(100)
    assert (desk.seen("text"), desk.seen("returns")) == ("", 0)
    QTest.keyClick(desk.window, Qt.Key.Key_7)
    qtbot.wait(150)
    assert desk.seen("text") == "7"
    assert desk.scanned() == [read("8801234567893")]


def test_a_key_that_is_held_down_counts_once(desk: Desk, qtbot: QtBot) -> None:
    desk.press([(ESCAPE, True)])
    for _ in range(20):
        repeat = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, 9, 0, 0, "\x1b", True
        )
        QCoreApplication.sendEvent(desk.window, repeat)
    desk.pause(qtbot)
    assert desk.seen("escapes") == 1


def test_after_its_end_keys_go_where_they_go(desk: Desk, qtbot: QtBot) -> None:
    desk.press(strokes("x"))
    desk.filter.end()
    desk.press(strokes("yz"))
    desk.pause(qtbot)
    assert desk.seen("text") == "yz"
