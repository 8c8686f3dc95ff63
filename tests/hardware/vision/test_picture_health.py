"""Sharpness that neither light nor content moves, light, motion, and what keeps codes from being read."""

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.ports.camera import PictureHint
from hardware.vision.engines import Effort, ZxingEngine
from hardware.vision.picture_health import BLURRED, PictureMeter, hint, sharpness

PHOTOS = Path(__file__).resolve().parents[3] / "resources" / "demo" / "photos"
CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "barcodes" / "images"
Grey = npt.NDArray[np.uint8]


def photo(name: str = "ean13_028.jpg") -> Grey:
    picture = cv2.imread(str(PHOTOS / name), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return np.asarray(picture, dtype=np.uint8)


def blurred(grey: Grey, pixels: float) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), pixels), dtype=np.uint8)


def bars(light: int = 230, dark: int = 20, module: int = 4) -> Grey:
    chance = np.random.default_rng(3)
    line = np.repeat(np.where(chance.integers(0, 2, 640 // module) > 0, light, dark), module)
    return np.tile(line.astype(np.uint8), (480, 1))


def sharp(grey: Grey) -> float:
    found = sharpness(grey)
    assert found is not None
    return found


def test_an_edge_within_one_pixel_has_one_whatever_its_contrast() -> None:
    assert sharp(bars()) == pytest.approx(1.0)
    assert sharp(bars(120, 60)) == pytest.approx(1.0)


@pytest.mark.parametrize("pixels", [1.0, 1.5, 2.0, 3.0])
def test_a_gaussian_of_s_pixels_leaves_0_4_by_s(pixels: float) -> None:
    assert sharp(blurred(bars(module=16), pixels)) == pytest.approx(0.4 / pixels, rel=0.2)


@pytest.mark.parametrize("name", ["ean13_028.jpg", "upca_040.jpg", "qr_018.jpg"])
def test_more_blur_is_less_sharp_and_less_light_changes_little(name: str) -> None:
    grey = photo(name)
    series = [sharp(grey), *(sharp(blurred(grey, s)) for s in (1.0, 2.0, 4.0))]
    assert series == sorted(series, reverse=True)
    dimmed = np.asarray(cv2.convertScaleAbs(grey, alpha=0.6), dtype=np.uint8)
    assert sharp(dimmed) == pytest.approx(sharp(grey), abs=0.1)


def test_turning_the_picture_changes_little() -> None:
    grey = photo()
    assert sharp(np.ascontiguousarray(grey.T)) == pytest.approx(sharp(grey), abs=0.1)


def test_a_bare_noisy_counter_has_no_sharpness() -> None:
    chance = np.random.default_rng(1)
    counter = np.tile(np.linspace(90, 130, 1280), (720, 1)) + chance.normal(0, 4, (720, 1280))
    health = PictureMeter().measure(np.clip(counter, 0, 255).astype(np.uint8))
    assert health.sharpness is None
    assert health.hint is PictureHint.NONE


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 255))
def test_pictures_of_any_size_are_measured(width: int, height: int, grey: int) -> None:
    picture = np.full((height + 1, width + 1), grey, np.uint8)
    health = PictureMeter().measure(picture)
    assert health.light == grey
    assert health.sharpness is None


def test_light_and_clipping() -> None:
    half = np.concatenate((np.full((40, 80), 255, np.uint8), np.zeros((40, 80), np.uint8)))
    health = PictureMeter().measure(half)
    assert (health.light, health.dark, health.bright) == (127.5, 0.5, 0.5)


def test_motion_is_none_for_noise_and_all_for_another_picture() -> None:
    meter = PictureMeter()
    chance = np.random.default_rng(5)
    grey = photo()
    assert meter.measure(grey).motion == 0.0
    noisy = np.clip(grey + chance.normal(0, 4, grey.shape), 0, 255).astype(np.uint8)
    assert meter.measure(noisy).motion < 0.1
    assert meter.measure(255 - grey).motion > 0.9


def test_hints() -> None:
    assert hint(20, 0.0, 0.1, 0.0) is PictureHint.TOO_DARK
    assert hint(240, 0.2, 0.1, 0.0) is PictureHint.TOO_BRIGHT
    assert hint(180, 0.8, 0.8, 0.0) is PictureHint.TOO_BRIGHT
    assert hint(120, 0.0, 0.2, 0.0) is PictureHint.BLURRED
    assert hint(120, 0.0, 0.2, 0.9) is PictureHint.NONE  # what moves is blurred and will come to rest
    assert hint(120, 0.0, None, 0.0) is PictureHint.NONE
    assert hint(120, 0.0, 0.7, 0.0) is PictureHint.NONE


def test_the_threshold_of_blur_parts_what_is_read_from_what_is_not() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of photographs is not beside this project")
    engine = ZxingEngine()
    above: list[bool] = []
    below: list[bool] = []
    for file in sorted(CORPUS.rglob("*.jpg"))[::20]:
        grey = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
        assert grey is not None
        for pixels in (0.8, 2.5):
            soft = blurred(np.asarray(grey, dtype=np.uint8), pixels)
            figure = sharpness(soft)
            if figure is not None:
                (above if figure >= BLURRED else below).append(bool(engine.read(soft, Effort.FULL)))
    assert min(len(above), len(below)) > 8
    assert sum(above) / len(above) > 1.5 * sum(below) / len(below)
