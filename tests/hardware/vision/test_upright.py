"""Crops that stand upright, and the way back."""

import numpy as np
import pytest

from hardware.vision.engines import Barcode
from hardware.vision.locate import Place
from hardware.vision.upright import joined, upright


def marked() -> np.ndarray:
    grey = np.full((300, 400), 100, np.uint8)
    grey[150:160, 200:210] = 255
    return grey


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("turn", [0.0, 0.1])
def test_what_lies_in_the_crop_is_found_again_in_the_frame(zoom: float, turn: float) -> None:
    crop = upright(marked(), Place(0.6, 200, 320, -60, 60), zoom, turn)
    ys, xs = np.nonzero(crop.grey > 180)
    assert xs.size
    spot = (round(float(xs.mean())), round(float(ys.mean())))
    frame = crop.in_frame(Barcode("1", "QR", (spot,) * 4)).quad[0]
    assert abs(frame[0] - 204.5) <= 2 / zoom
    assert abs(frame[1] - 154.5) <= 2 / zoom
    there = crop.from_frame((frame,))[0]
    assert abs(there[0] - spot[0]) <= zoom + 1
    assert abs(there[1] - spot[1]) <= zoom + 1


def test_the_crop_has_quiet_zones_and_no_more_rows_than_wished() -> None:
    crop = upright(marked(), Place(0.0, 100, 200, 100, 180), tallest=16)
    assert crop.grey.shape == (16, 124)
    assert crop.in_frame(Barcode("1", "QR", ((12, 0), (112, 16)))).quad == ((100, 100), (200, 180))


def test_beyond_the_picture_its_edge_goes_on() -> None:
    crop = upright(np.full((40, 40), 77, np.uint8), Place(0.0, -30, 90, -10, 60))
    assert set(np.unique(crop.grey)) == {77}


def test_a_crop_of_a_crop_leads_back_in_one_step() -> None:
    outer = np.array([[2.0, 0, 10], [0, 2, 20]])
    inner = np.array([[0.0, -1, 5], [1, 0, 7]])
    assert joined(outer, inner) @ [3, 4, 1] == pytest.approx(outer @ [*(inner @ [3, 4, 1]), 1])
