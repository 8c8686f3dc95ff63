"""Where bars are, however they lie; and what is not bars."""

from math import pi

import cv2
import numpy as np
import pytest

from hardware.vision.engines import Grey
from hardware.vision.locate import Place, bar_places, place_at
from tests.hardware.vision.barcode_pictures import turned


def bars(module: int = 3, height: int = 120) -> Grey:
    widths = np.random.default_rng(4).integers(1, 4, 59)
    row = np.concatenate([np.full(int(w) * module, 30 if n % 2 == 0 else 230) for n, w in enumerate(widths)])
    picture = np.full((height + 200, row.size + 240), 230, np.uint8)
    picture[100 : 100 + height, 120 : 120 + row.size] = row
    return picture


@pytest.mark.parametrize("degrees", [0, 20, 45, 70, 90, 135, -30])
def test_bars_are_found_with_their_direction_and_extent(degrees: int) -> None:
    upright = bars()
    grey = np.minimum(turned(upright, degrees), 230)
    places = bar_places(grey)
    assert len(places) == 1
    place = places[0]
    # OpenCV turns against the clock, the place's angle grows with it; half a turn reads the same bars.
    off = (place.angle + np.radians(degrees) + pi / 2) % pi - pi / 2
    assert abs(off) < 0.05
    assert place.width == pytest.approx(upright.shape[1] - 240, rel=0.15)
    assert place.height == pytest.approx(120, rel=0.4)
    assert np.mean(place.quad, axis=0) == pytest.approx((grey.shape[1] / 2, grey.shape[0] / 2), abs=12)


def test_plain_paper_noise_edges_and_print_are_not_bars() -> None:
    chance = np.random.default_rng(3)
    assert bar_places(np.full((480, 640), 180, np.uint8)) == ()
    assert bar_places(chance.integers(0, 255, (480, 640), np.uint8)) == ()
    edge = np.full((480, 640), 40, np.uint8)
    cv2.fillPoly(edge, [np.array([[100, 50], [560, 140], [520, 400], [60, 330]])], (220,))
    assert bar_places(edge) == ()


def test_pictures_too_small_for_bars_have_none() -> None:
    for shape in ((1, 1), (3, 4000), (15, 15)):
        assert bar_places(np.zeros(shape, np.uint8)) == ()


def test_two_codes_are_two_places_and_the_pieces_of_one_are_one() -> None:
    one = bars()
    both = np.vstack([one, one])
    assert len(bar_places(both)) == 2
    # A lamp over the middle bars.
    split = one.copy()
    middle = split.shape[1] // 2
    split[:, middle - 14 : middle + 14] = 230
    assert len(bar_places(split)) == 1
    assert len(bar_places(both, most=1)) == 1


def test_a_large_picture_is_halved_and_its_places_are_its_own() -> None:
    grey = bars(module=8, height=400)
    assert max(grey.shape) > 900
    place = bar_places(grey)[0]
    assert place.width == pytest.approx(grey.shape[1] - 240, rel=0.15)


def test_a_place_from_corners_is_high_enough_to_hold_lines() -> None:
    flat = place_at(((10, 50), (210, 50), (210, 54), (10, 54)))
    assert (flat.left, flat.right) == (10, 210)
    assert flat.height == pytest.approx(50)
    assert (flat.top + flat.bottom) / 2 == pytest.approx(52)
    corners = Place(0.5, -20, 180, 60, 160).quad
    again = place_at(corners)
    assert again.angle == pytest.approx(0.5, abs=0.01)
    assert again.left == pytest.approx(-20, abs=2)
    assert again.right == pytest.approx(180, abs=2)
