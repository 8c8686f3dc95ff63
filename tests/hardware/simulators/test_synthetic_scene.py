"""Placing a surface before a camera: corners stay with the code, movement smears the surface only."""

import numpy as np
import pytest

from hardware.simulators.synthetic_scene import (
    Pose,
    Scene,
    fully_in_view,
    grey_light,
    motion_blurred,
    partly_in_view,
    place,
    to_light,
    to_picture,
)

SQUARE = ((40.0, 40.0), (80.0, 40.0), (80.0, 80.0), (40.0, 80.0))


def dark_square() -> Scene:
    light = np.full((120, 120), 0.9, np.float32)
    light[40:80, 40:80] = 0.0
    return Scene(light, SQUARE, 4.0)


def test_light_and_picture_are_each_others_way_back() -> None:
    picture = np.arange(256, dtype=np.uint8).reshape(16, 16)
    assert np.abs(to_picture(to_light(picture)).astype(int) - picture).max() <= 1
    assert to_picture(np.array([[-1.0, 2.0]], np.float32)).tolist() == [[0, 255]]


@pytest.mark.parametrize("pose", [Pose(x=100, y=70), Pose(30, 0, 0, 90, 60), Pose(200, 35, 50, 110, 75)])
def test_corners_lie_around_what_is_dark(pose: Pose) -> None:
    placed = place(dark_square(), np.full((140, 200), 0.5, np.float32), pose, 4.0)
    dark = np.argwhere(placed.light < 0.25)
    xs, ys = zip(*placed.corners, strict=True)
    assert dark[:, 1].min() == pytest.approx(min(xs), abs=3)
    assert dark[:, 1].max() == pytest.approx(max(xs), abs=3)
    assert dark[:, 0].min() == pytest.approx(min(ys), abs=3)
    assert dark[:, 0].max() == pytest.approx(max(ys), abs=3)
    assert placed.middle == pytest.approx((pose.x, pose.y), abs=4)


def test_module_width_is_the_one_asked_for() -> None:
    placed = place(dark_square(), np.zeros((140, 200), np.float32), Pose(x=100, y=70), 2.0)
    assert placed.corners[1][0] - placed.corners[0][0] == pytest.approx(20, abs=0.1)


def test_movement_smears_the_surface_and_not_the_background() -> None:
    background = np.random.default_rng(1).random((140, 200), dtype=np.float32)
    still = place(dark_square(), background, Pose(x=100, y=70), 2.0)
    moved = place(dark_square(), background, Pose(x=100, y=70), 2.0, (12.0, 0.0))
    assert np.allclose(moved.light[:20], background[:20], atol=1e-5)
    assert np.count_nonzero(moved.light[60:80] < 0.1) < np.count_nonzero(still.light[60:80] < 0.1)


def test_motion_keeps_the_light() -> None:
    light = np.zeros((41, 41), np.float32)
    light[20, 20] = 1.0
    smeared = motion_blurred(light, 9.0, 30.0)
    assert smeared.sum() == pytest.approx(1.0, abs=1e-4)
    assert smeared.max() < 0.3
    assert motion_blurred(light, 0.2, 0.0) is light


def test_in_view() -> None:
    assert fully_in_view(SQUARE, 100, 100)
    assert not fully_in_view(SQUARE, 80, 100)
    assert partly_in_view(SQUARE, 60, 100)
    assert not partly_in_view(SQUARE, 40, 100)


def test_grey_is_the_brightness_of_a_colour() -> None:
    assert grey_light(np.ones((2, 2, 3), np.float32)) == pytest.approx(np.ones((2, 2)))
