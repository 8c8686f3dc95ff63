"""The panel table of design-system section 5 and accessibility section 1."""

import pytest

from kiosk.ui.panel import Panel


@pytest.mark.parametrize(
    ("panel", "mm_per_px", "ui_scale", "layout"),
    [
        (Panel(1080, 1920, 21.5), 0.248, 1.22, "portrait"),
        (Panel(1920, 1080, 24), 0.277, 1.10, "landscape"),
        (Panel(1080, 1920, 27), 0.311, 1.00, "portrait"),
        (Panel(1080, 1920, 32), 0.369, 1.00, "portrait"),
        (Panel(1366, 768, 15.6), 0.253, 1.20, "compact"),
        (Panel(1920, 1080, 15.6), 0.179, 1.69, "compact"),
    ],
)
def test_a_panel_gives_its_scale(panel: Panel, mm_per_px: float, ui_scale: float, layout: str) -> None:
    assert panel.mm_per_px == pytest.approx(mm_per_px, abs=0.001)
    # The table says 1.00 for 27 inches, where the formula gives 0.974 and the floor of 1 holds.
    assert panel.ui_scale == pytest.approx(ui_scale, abs=0.012)
    assert panel.layout == layout


@pytest.mark.parametrize(
    "panel", [Panel(1080, 1920, 21.5), Panel(1080, 1920, 27), Panel(1366, 768, 15.6), Panel(1920, 1080, 15.6)]
)
def test_main_text_is_twelve_millimetres_high(panel: Panel) -> None:
    assert 46 * 0.86 * panel.mm_per_px * panel.ui_scale >= 11.999


def test_low_reach_keeps_controls_under_1220_mm() -> None:
    """B-4: the top of reach is 1,220 mm above the floor."""
    panel = Panel(1080, 1920, 27, bottom_mm=850)
    above_floor = 850 + (1920 - panel.reach_top_px) * panel.mm_per_px
    assert above_floor == pytest.approx(1220, abs=0.5)


def test_low_reach_without_a_measured_height_takes_the_lower_55_percent() -> None:
    assert Panel(1080, 1920, 27).reach_top_px == 864


@pytest.mark.parametrize(
    ("values", "word"), [((300, 200, 27), "too small"), ((1080, 1920, 2), "diagonal"), ((1080, 300, 27), "too small")]
)
def test_an_impossible_panel_is_refused(values: tuple[int, int, float], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Panel(*values)
