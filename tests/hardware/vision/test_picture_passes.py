"""Ways to prepare a whole picture."""

from math import radians

import numpy as np
import pytest

from hardware.vision.engines import Barcode, Effort, ZxingEngine
from hardware.vision.picture_passes import (
    enlarged,
    evened,
    inverted,
    reduced,
    shrunk,
    slant,
    softened,
    straightened,
    turned,
)
from tests.hardware.vision import barcode_pictures as pictures

BY_NAME = {truth.file.name: truth for truth in pictures.truths(pictures.SMALL)}


@pytest.mark.parametrize("prepare", [evened, inverted, softened, enlarged, reduced])
def test_corners_lead_back(prepare: object) -> None:
    grey = np.zeros((90, 120), np.uint8)
    crop = prepare(grey)  # type: ignore[operator]
    height, width = crop.grey.shape
    assert crop.in_frame(Barcode("1", "QR", ((0, 0), (width, height)))).quad == ((0, 0), (120, 90))


def test_white_on_black_is_read_inverted() -> None:
    truth = BY_NAME["upca_057.png"]
    engine = ZxingEngine()
    assert not engine.read(truth.grey, Effort.FAST)
    assert any(truth.tells(code) for code in engine.read(inverted(truth.grey).grey, Effort.FAST))


def test_evened_light_brings_a_shaded_code_back() -> None:
    truth = BY_NAME["ean13_027.jpg"]
    engine = ZxingEngine()
    assert not engine.read(truth.grey, Effort.FAST)
    assert any(truth.tells(code) for code in engine.read(evened(truth.grey).grey, Effort.FAST))


@pytest.mark.parametrize("degrees", [-40, -25, 15, 30, 44])
def test_the_slant_of_a_picture_is_measured_and_undone(degrees: int) -> None:
    askew = pictures.turned(BY_NAME["qr_014.png"].grey, degrees)
    assert slant(askew) == pytest.approx(-radians(degrees), abs=0.06)
    crop = straightened(0)(askew)
    assert crop is not None
    assert abs(slant(crop.grey)) < 0.06
    further = straightened(1)(askew)
    assert further is not None
    middle = (further.grey.shape[1] // 2, further.grey.shape[0] // 2)
    x, y = further.in_frame(Barcode("1", "QR", (middle,))).quad[0]
    assert abs(x - askew.shape[1] / 2) <= 2
    assert abs(y - askew.shape[0] / 2) <= 2


def test_upright_and_plain_pictures_are_not_turned() -> None:
    assert straightened(0)(BY_NAME["qr_014.png"].grey) is None
    assert straightened(0)(np.full((200, 200), 99, np.uint8)) is None
    assert slant(np.random.default_rng(2).integers(0, 255, (300, 300), np.uint8)) == 0.0


def test_nothing_is_cut_off_by_turning() -> None:
    assert turned(np.zeros((100, 300), np.uint8), radians(90)).grey.shape == (300, 100)


def test_shrinking_keeps_small_pictures_and_corners() -> None:
    small = np.zeros((50, 80), np.uint8)
    assert shrunk(small, 100).grey is small
    crop = shrunk(np.zeros((1000, 4000), np.uint8), 1600)
    assert crop.grey.shape == (400, 1600)
    assert crop.in_frame(Barcode("1", "QR", ((1600, 400),))).quad == ((4000, 1000),)


def test_a_picture_without_a_half_has_none() -> None:
    assert reduced(np.zeros((1, 500), np.uint8)) is None
