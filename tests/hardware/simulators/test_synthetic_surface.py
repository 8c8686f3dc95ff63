"""Bent surfaces: what is printed and its corners bend alike."""

import numpy as np
import pytest

from hardware.simulators.synthetic_scene import Scene
from hardware.simulators.synthetic_surface import crease, cylinder

CODE = ((30.0, 30.0), (90.0, 30.0), (90.0, 60.0), (30.0, 60.0))


def surface() -> Scene:
    light = np.full((90, 160, 3), 0.9, np.float32)
    light[30:60, 30:90] = 0.0
    return Scene(light, CODE, 3.0)


@pytest.mark.parametrize("seed", range(6))
def test_a_can_narrows_the_code_and_its_corners_alike(seed: int) -> None:
    bent = cylinder(surface(), 60, np.random.default_rng(seed))
    dark = np.argwhere(bent.light[..., 0] < 0.05)
    xs, ys = zip(*bent.corners, strict=True)
    assert dark[:, 1].min() == pytest.approx(min(xs), abs=1.5)
    assert dark[:, 1].max() == pytest.approx(max(xs), abs=1.5)
    assert dark[:, 0].min() == pytest.approx(min(ys), abs=1.5)
    assert dark[:, 0].max() == pytest.approx(max(ys), abs=1.5)
    assert (max(xs) - min(xs)) * (max(ys) - min(ys)) < 60 * 30 * 0.9


def test_nothing_of_a_can_is_left_behind_its_edge() -> None:
    shapes = {cylinder(surface(), 80, np.random.default_rng(seed)).light.shape[:2] for seed in range(12)}
    assert all(high < 90 or wide < 160 for high, wide in shapes)
    assert len(shapes) == 2  # standing and lying


def test_a_crease_shifts_no_further_than_it_says() -> None:
    plain = surface()
    bent = crease(plain, 1.0, np.random.default_rng(2))
    assert bent.corners == plain.corners
    assert not np.array_equal(bent.light, plain.light)
    # Four folds of one module (3 px) each: what is further from the code than 12 px stays light.
    assert bent.light[:15, :].min() > 0.05
    assert crease(plain, 1.0, np.random.default_rng(2)).light.tobytes() == bent.light.tobytes()
