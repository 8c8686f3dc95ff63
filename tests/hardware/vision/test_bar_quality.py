"""Figures of bars that a decoder could not read."""

import numpy as np
import pytest

from hardware.vision.bar_quality import bar_quality
from tests.hardware.vision.bar_pictures import bars, darkened, foreshortened, where, with_lamp


@pytest.mark.parametrize("module", [1.5, 2.0, 2.5, 3.0, 4.0])
def test_the_narrowest_bar_is_measured_where_bars_stand_apart(module: float) -> None:
    quality = bar_quality(bars(module, blur=0.5), where(module))
    assert quality is not None
    assert quality.module == pytest.approx(module, rel=0.2)


@pytest.mark.parametrize("angle", [0, 20, 45, 80])
def test_turned_bars_measure_alike(angle: int) -> None:
    quality = bar_quality(bars(3.0, angle=angle), where(3.0, angle))
    assert quality is not None
    assert quality.module == pytest.approx(3.0, rel=0.2)
    assert np.degrees(quality.angle) == pytest.approx(min(angle, 90 - angle), abs=2)


def test_bars_that_run_into_each_other_are_taken_for_an_ean_13() -> None:
    quality = bar_quality(bars(2.5, blur=3.0), where(2.5))
    assert quality is not None
    assert quality.module == pytest.approx(2.5, rel=0.3)


def test_blur_makes_edges_less_steep_and_light_does_not() -> None:
    def steepness(blur: float, light: float = 1.0) -> float:
        quality = bar_quality(darkened(bars(4.0, blur), light), where(4.0))
        assert quality is not None
        assert quality.steepness is not None
        return quality.steepness

    assert steepness(0.5) > steepness(1.0) > steepness(2.0) > steepness(3.0)
    assert steepness(1.0, 0.5) == pytest.approx(steepness(1.0), abs=0.1)


def test_a_lamp_clips_a_stretch_and_white_spaces_do_not() -> None:
    lit, plain = bar_quality(with_lamp(bars(), 60), where()), bar_quality(bars(), where())
    assert lit is not None
    assert plain is not None
    assert lit.clipped > 0.15
    assert plain.clipped < 0.02
    bright = bar_quality(np.clip(bars().astype(np.int16) + 90, 0, 255).astype(np.uint8), where())
    assert bright is not None
    assert bright.clipped < 0.08


def test_an_end_that_is_turned_away_has_narrower_bars() -> None:
    even, turned = bar_quality(bars(), where()), bar_quality(foreshortened(bars(), 0.3), where())
    assert even is not None
    assert turned is not None
    assert even.slope is not None
    assert turned.slope is not None
    assert turned.slope > even.slope


def test_where_no_bars_are_only_the_light_is_told() -> None:
    quality = bar_quality(np.full((720, 1280), 90, np.uint8), where())
    assert quality is not None
    assert (quality.light, quality.module, quality.steepness, quality.slope) == (90.0, None, None, None)


@pytest.mark.parametrize("corners", [(), ((1, 1),), ((5, 5), (5, 5), (5, 5), (5, 5))])
def test_corners_that_span_no_line_give_no_figures(corners: tuple[tuple[int, int], ...]) -> None:
    assert bar_quality(bars(), corners) is None


def test_corners_outside_the_picture_do_no_harm() -> None:
    assert bar_quality(bars(), ((-900, -900), (-600, -900), (-600, -800), (-900, -800))) is not None
