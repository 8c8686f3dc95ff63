"""Ways to prepare a crop, on bars that nobody reads without."""

import numpy as np
import pytest

from hardware.vision.crop_passes import (
    EVEN_LINES,
    EVEN_STRIP,
    LINES,
    STRIP,
    TALL_STRIP,
    TURNED_CROPS,
    WHOLE_CROP,
    CropPass,
)
from hardware.vision.engines import Effort, Grey, ZxingEngine
from hardware.vision.locate import Place, bar_places
from hardware.vision.upright import upright
from tests.hardware.vision.barcode_pictures import SMALL, truths, turned

WAYS = (LINES, EVEN_LINES, STRIP, EVEN_STRIP, TALL_STRIP, WHOLE_CROP, *TURNED_CROPS)
BY_NAME = {truth.file.name: truth for truth in truths(SMALL)}
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


def reads(way: CropPass, grey: Grey, place: Place) -> list[str]:
    crop = way.prepared(grey, place)
    return [code.text for code in ZxingEngine().read(crop.grey, Effort.BARS)]


@ways
@pytest.mark.parametrize("degrees", [0, 45, 80])
def test_each_way_reads_a_clear_code_however_it_lies(way: CropPass, degrees: int) -> None:
    truth = BY_NAME["code128_021.jpg"]
    grey = turned(truth.grey, degrees)
    texts = [text for place in bar_places(grey) for text in reads(way, grey, place)]
    assert "419055603900009001012999" in texts


@ways
def test_corners_lead_back_to_the_picture(way: CropPass) -> None:
    grey = turned(BY_NAME["upca_010.png"].grey, 30)
    for place in bar_places(grey):
        crop = way.prepared(grey, place)
        for code in ZxingEngine().read(crop.grey, Effort.BARS):
            middle = np.mean(crop.in_frame(code).quad, axis=0)
            assert np.hypot(*(middle - np.mean(place.quad, axis=0))) < place.width / 2


def test_white_paper_beside_a_dim_code_does_not_blind_the_decoder() -> None:
    """The decoder takes a line's threshold from all of it; clipping keeps it among the bars."""
    dim = (BY_NAME["code128_021.jpg"].grey * 0.4).astype(np.uint8)
    place = bar_places(dim)[0]
    bright = np.pad(dim, ((0, 0), (200, 200)), constant_values=255)
    wide = Place(place.angle, place.left, place.right + 400, place.top, place.bottom)
    unclipped = upright(bright, wide, tallest=40)
    assert not ZxingEngine().read(unclipped.grey, Effort.BARS)
    assert "419055603900009001012999" in reads(LINES, bright, wide)


@ways
def test_places_of_a_few_pixels_and_plain_ones_read_nothing(way: CropPass) -> None:
    plain = np.full((60, 80), 90, np.uint8)
    assert reads(way, plain, Place(0.3, 10, 14, 10, 11)) == []
    assert reads(way, plain, Place(0.0, -500, 900, -500, 900)) == []
