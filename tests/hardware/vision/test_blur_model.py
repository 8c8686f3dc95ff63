"""Blur and geometry found from a line whose code is known."""

import numpy as np
import pytest

from hardware.vision.bar_grammar import EAN_13
from hardware.vision.blur_model import SAMPLES, Floats, Geometry, fitted, matches, overlap, positions, straightened
from tests.hardware.vision.defocus_series import Lens, bars, kernel

INK = (bars("EAN-13", "4006381333931", 1, 1)[0] == 0).astype(np.float64)


def line(lens: Lens, blur: float, geometry: Geometry, contrast: float = 0.7) -> Floats:
    """The code's line, drawn forty times as fine as it is sampled."""
    fine = 40
    drawn = np.repeat(np.pad(INK, 20), fine)
    shape = kernel(lens, blur * fine).sum(axis=0)
    soft = np.convolve(drawn, shape / shape.sum(), "same")
    at = geometry.module_at(positions(95), 95)
    seen = np.interp((at + 20) * fine - 0.5, np.arange(len(soft)), soft)
    return np.asarray(contrast * seen, dtype=np.float64)


@pytest.mark.parametrize(("lens", "blur"), [(Lens.BELL, 0.5), (Lens.BELL, 1.2), (Lens.DISC, 3.0), (Lens.SMEAR, 2.0)])
@pytest.mark.parametrize("geometry", [Geometry(), Geometry(0.3, -0.4, 0.05, 0.03), Geometry(-0.4, 0.2, -0.1, -0.02)])
def test_blur_contrast_and_geometry_are_found(lens: Lens, blur: float, geometry: Geometry) -> None:
    start = Geometry(0.0, 0.0, round(geometry.tilt / 0.04) * 0.04, 0.0)
    found = fitted(line(lens, blur, geometry), INK, start, rounds=10)
    assert found.share < 0.004
    assert float(found.kernel.sum()) == pytest.approx(0.7, abs=0.05)
    wanted = geometry.module_at(positions(95), 95)
    inner = (wanted > 0) & (wanted < 95)
    assert found.geometry.module_at(positions(95), 95)[inner] == pytest.approx(wanted[inner], abs=0.15)


def test_a_ground_that_brightens_along_the_line_is_not_taken_for_ink() -> None:
    slope = 0.1 * np.linspace(-0.5, 0.5, len(positions(95)))
    found = fitted(line(Lens.BELL, 0.8, Geometry()) + slope, INK, Geometry())
    assert found.share < 0.004
    assert found.ground[1] == pytest.approx(0.1 * len(positions(95)) / SAMPLES / 95, abs=0.03)


def test_another_code_leaves_much_unexplained() -> None:
    other = (bars("EAN-13", "8801234567893", 1, 1)[0] == 0).astype(np.float64)
    assert fitted(line(Lens.BELL, 0.5, Geometry()), other, Geometry()).share > 0.2


def test_matches_and_overlap_are_the_squared_error_multiplied_out() -> None:
    fit = fitted(line(Lens.DISC, 2.0, Geometry()), INK, Geometry())
    straight = straightened(line(Lens.DISC, 2.0, Geometry()), 95, fit.geometry, fit.ground)
    seen, common = matches(straight, 95, fit.kernel), overlap(fit.kernel)
    far = np.abs(np.subtract.outer(np.arange(95), np.arange(95)))
    gram = np.where(far < len(common), common[np.minimum(far, len(common) - 1)], 0.0)
    model = np.convolve(np.repeat(np.pad(INK, 20), SAMPLES), fit.kernel, "same")[14 * SAMPLES : -14 * SAMPLES]
    error = float((straight**2).sum() - 2 * seen @ INK + INK @ gram @ INK)
    assert error == pytest.approx(float(((straight - model) ** 2).sum()), abs=0.01 * float((model**2).sum()))
    assert len(straight) == len(positions(EAN_13.modules))
