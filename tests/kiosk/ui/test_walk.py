"""Every screen, in every state it has an entry for, is walked on four panels and in two text sizes."""

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.theme import ThemeSettings
from tests.kiosk.ui.render import COMPACT_PANEL, SMALL_PANEL, WIDE_PANEL, show
from tests.kiosk.ui.walk import SCREEN_FOLDER, Entry, entries, findings, names, screens_without_entry

# The reference, the narrowest with the largest words, and both ways of lying down: each state is walked on these.
GLASS = ((REFERENCE_PANEL, 1.0), (SMALL_PANEL, 2.0), (WIDE_PANEL, 1.0), (COMPACT_PANEL, 1.0))
# What lies between the reference and the narrowest: the first state of each screen here, the others in the long run.
BETWEEN = ((REFERENCE_PANEL, 2.0), (SMALL_PANEL, 1.0))
CASES = [
    pytest.param(
        entry,
        state,
        panel,
        scale,
        id=f"{name}-{state}-{panel.width_px}x{panel.diagonal_inch}-{scale}",
        marks=[pytest.mark.long] if (panel, scale) in BETWEEN and place > 0 else [],
    )
    for name, entry in entries().items()
    for place, state in enumerate(entry.states)
    for panel, scale in (*GLASS, *BETWEEN)
]


def test_every_screen_has_an_entry() -> None:
    assert screens_without_entry() == []


def test_no_entry_is_left_without_its_screen() -> None:
    assert [name for name in entries() if not (SCREEN_FOLDER / name).exists()] == []


@pytest.mark.parametrize(("entry", "state", "panel", "scale"), CASES)
def test_screen_keeps_the_rules(qapp: QGuiApplication, entry: Entry, state: str, panel: Panel, scale: float) -> None:
    shown = show(
        SCREEN_FOLDER / entry.screen,
        panel=panel,
        properties=entry.states[state](),
        settings=ThemeSettings(text_scale=scale, reduced_motion=True),
    )
    try:
        shown.settle(120)
        assert [str(finding) for finding in findings(shown.window, panel, staff=entry.staff)] == []
    finally:
        shown.close()


ROOT = """
import QtQuick
import Baro.theme
import Baro.controls
Rectangle {{ color: Theme.color.canvas; {0} }}
"""


def walked(qml: str, **settings: object) -> list[str]:
    shown = show(ROOT.format(qml), settings=ThemeSettings(**settings))  # type: ignore[arg-type]
    try:
        shown.settle(50)
        return [str(finding) for finding in findings(shown.window, REFERENCE_PANEL)]
    finally:
        shown.close()


GOOD = 'ToneButton { objectName: "a"; text: "담기"; x: 50; y: 50 }'


def test_a_good_button_passes(qapp: QGuiApplication) -> None:
    assert walked(GOOD) == []


@pytest.mark.parametrize(
    ("rule", "qml"),
    [
        ("C-3", 'Pressable { objectName: "a"; spoken: " " }'),
        ("C-3", 'ToneButton { text: "담기" }'),
        ("C-3", "MouseArea { width: 100; height: 100 }"),
        ("B-1", 'Pressable { objectName: "a"; spoken: "담기"; width: 50; height: 90 }'),
        ("B-2", GOOD + 'ToneButton { objectName: "b"; text: "빼기"; x: 50; y: 150 }'),
        ("A-1", 'Words { text: "작은 글씨"; font.pixelSize: 24 }'),
        ("A-1", 'Words { text: "28"; font.pixelSize: 30 }'),
        (
            "A-2",
            'Pressable { objectName: "a"; spoken: "담기"; width: 200; height: 90; '
            'Words { text: "담기"; font.pixelSize: 29 } }',
        ),
        (
            "A-3",
            'Words { text: "아주 긴 상품 이름이 여기에 있어요"; width: 200; elide: Text.ElideRight; '
            "maximumLineCount: 1 }",
        ),
        (
            "A-3",
            'Rectangle { width: 100; height: 80; color: "white"; Words { text: "넘치는 글"; wrapMode: Text.NoWrap } }',
        ),
        ("A-3", 'Words { x: 1000; text: "화면 밖으로" ; wrapMode: Text.NoWrap }'),
    ],
)
def test_a_broken_rule_is_found(qapp: QGuiApplication, rule: str, qml: str) -> None:
    assert any(finding.startswith(rule) for finding in walked(qml))


def test_low_reach_finds_a_control_that_is_too_high(qapp: QGuiApplication) -> None:
    shown = show(ROOT.format(GOOD), settings=ThemeSettings(low_reach=True))
    try:
        found = findings(shown.window, REFERENCE_PANEL, low_reach=True)
        assert [finding.rule for finding in found] == ["B-4"]
    finally:
        shown.close()


def test_names_are_read_in_order(qapp: QGuiApplication) -> None:
    shown = show(ROOT.format('Words { text: "장바구니" }' + GOOD))
    try:
        assert names(shown.window) == ["장바구니", "담기"]
    finally:
        shown.close()
