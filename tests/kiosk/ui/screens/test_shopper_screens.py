"""Every moment of a shopper's session keeps the rules of reading, touching and fitting, pairwise over the glass."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.ui.panel import REFERENCE_PANEL, Panel
from kiosk.ui.theme import ThemeSettings
from kiosk.ui.translations import Translations
from tests.kiosk.ui.render import COMPACT_PANEL, SMALL_PANEL, WIDE_PANEL, show
from tests.kiosk.ui.shopper_scenes import SHOPPER_SCENES
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.walk import SCREEN_FOLDER, findings

SCREENS = {
    "starting": "StartingScreen",
    "idle": "IdleScreen",
    "closed": "ClosedScreen",
    "cart": "CartScreen",
    "notice": "CartScreen",
    "weigh": "WeighScreen",
    "tender": "TenderScreen",
    "terminal": "TerminalScreen",
    "not": "NotPaidScreen",
    "cash": "CashReceiptScreen",
    "partly": "PartlyPaidScreen",
    "done": "DoneScreen",
    "order": "OrderKeptScreen",
    "timeout": "StillThere",
    "help": "CallingSheet",
    "age": "CallingScreen",
}


@dataclass(frozen=True)
class Glass:
    """One way to see a screen."""

    panel: Panel
    text: float
    language: str
    contrast: bool
    low: bool


# Each value of one column meets each of another; the smallest panel in the largest text is the worst corner.
PAIRS = (
    Glass(REFERENCE_PANEL, 1.0, "en", False, False),
    Glass(SMALL_PANEL, 2.0, "ko", False, False),
    Glass(WIDE_PANEL, 1.0, "ja", False, True),
    Glass(COMPACT_PANEL, 1.0, "en", True, False),
    Glass(REFERENCE_PANEL, 1.5, "zh", True, False),
    Glass(SMALL_PANEL, 1.0, "ko", False, True),
    Glass(COMPACT_PANEL, 1.25, "ko", False, False),
    Glass(REFERENCE_PANEL, 2.0, "en", False, False),
    Glass(WIDE_PANEL, 1.5, "ko", True, False),
    Glass(SMALL_PANEL, 1.25, "ja", False, False),
    Glass(REFERENCE_PANEL, 1.0, "ko", True, True),
)
EVERY = tuple(
    Glass(*values)
    for values in product(
        (REFERENCE_PANEL, SMALL_PANEL, WIDE_PANEL, COMPACT_PANEL),
        (1.0, 1.25, 1.5, 2.0),
        ("ko", "en", "ja", "zh"),
        (False, True),
        (False, True),
    )
)


def named(glass: Glass) -> str:
    size = f"{glass.panel.width_px}x{glass.panel.height_px}x{glass.panel.diagonal_inch}"
    return f"{size}-{glass.text}-{glass.language}{'-contrast' * glass.contrast}{'-low' * glass.low}"


def pairwise() -> Sequence[object]:
    cases = []
    for number, scene in enumerate(SHOPPER_SCENES):
        for turn in (0, 5):
            glass = PAIRS[(number + turn) % len(PAIRS)]
            cases.append(pytest.param(scene, glass, id=f"{scene}-{named(glass)}"))
    return cases


def broken(scene: str, glass: Glass) -> list[str]:
    """The rules that a scene breaks on that glass."""
    words = Translations()
    words.switch(glass.language)  # before the models, which say their sentences once
    models = models_showing(replace(SHOPPER_SCENES[scene](), language=glass.language))
    words.switch("ko")  # the drawing's own translations take over
    screen = SCREENS[scene.partition("_")[0]]
    settings = ThemeSettings(glass.language, glass.text, glass.contrast, glass.low, reduced_motion=True)
    with show(
        SCREEN_FOLDER / f"{screen}.qml", panel=glass.panel, properties={"models": models}, settings=settings
    ) as shown:
        shown.settle(100)
        return [str(finding) for finding in findings(shown.window, glass.panel, low_reach=glass.low)]


@pytest.mark.parametrize(("scene", "glass"), pairwise())
def test_each_moment_keeps_the_rules(qapp: QGuiApplication, scene: str, glass: Glass) -> None:
    """A-1, A-2, A-3, B-1, B-2, B-4, C-3 and U-5, without a word from Qt."""
    assert broken(scene, glass) == []


@pytest.mark.long
@pytest.mark.parametrize("glass", EVERY, ids=named)
def test_all_moments_on_every_glass(qapp: QGuiApplication, glass: Glass) -> None:
    found = {scene: broken(scene, glass) for scene in SHOPPER_SCENES}
    assert {scene: rules for scene, rules in found.items() if rules} == {}
