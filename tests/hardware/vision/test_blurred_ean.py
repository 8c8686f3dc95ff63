"""What is read out of focus that no edge decoder reads, and what must be refused."""

import json
from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from hardware.vision.blurred_ean import BlurredEanEngine
from hardware.vision.engines import BLUR, Grey
from tests.hardware.vision.defocus_series import Lens, Shot, bars, picture, random_text, series

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "barcodes"
corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of photographs is not beside the project")


def load(file: Path) -> Grey:
    picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return np.asarray(picture, dtype=np.uint8)


def truth() -> list[dict[str, str]]:
    return [json.loads(line) for line in (CORPUS / "truth.jsonl").read_text("utf-8").splitlines()]


def readings(grey: Grey) -> list[tuple[str, str]]:
    return [(code.symbology, code.text) for code in BlurredEanEngine().read(grey)]


def shot(symbology: str = "EAN-13", text: str = "4006381333931", lens: Lens = Lens.BELL, blur: float = 0.7) -> Shot:
    return Shot(symbology, text, 3.0, lens, blur, noise=2.0, tilt=0.0, turn=0.0, curve=0.0, seed=1)


def shares(shots: Iterable[Shot]) -> tuple[float, int]:
    """The share of shots that are read, and how many are read wrong."""
    right, wrong, count = 0, 0, 0
    for one in shots:
        codes = readings(picture(one))
        right += (one.symbology, one.text) in codes
        wrong += any(code != (one.symbology, one.text) for code in codes)
        count += 1
    return right / count, wrong


@corpus
@pytest.mark.parametrize("turns", [0, 1, 2])
def test_photographs_out_of_focus_are_read_that_no_edge_decoder_reads(turns: int) -> None:
    shots = [one for one in truth() if one["source_folder"] == "zxing/upca-6"]
    read = [readings(np.ascontiguousarray(np.rot90(load(CORPUS / one["file"]), turns))) for one in shots]
    right = [codes == [(one["symbology"], one["text"])] for codes, one in zip(read, shots, strict=True)]
    assert len(shots) == 7
    assert sum(right) >= 5
    assert all(codes == [] for codes, good in zip(read, right, strict=True) if not good)


@pytest.mark.parametrize(
    ("seed", "lenses", "blur", "floor"),
    [
        (1, (Lens.DISC, Lens.SMEAR), (1.0, 2.0), 0.8),
        (2, (Lens.BELL,), (0.425, 0.85), 0.8),  # 1 to 2 modules wide at half its height
        (3, (Lens.DISC,), (2.0, 4.0), 0.8),
        (4, (Lens.BELL,), (1.0, 1.5), 0.6),
    ],
)
def test_a_seeded_series_is_read_and_none_of_it_wrong(
    seed: int, lenses: tuple[Lens, ...], blur: tuple[float, float], floor: float
) -> None:
    share, wrong = shares(series(seed, 10, blur, lenses))
    assert share >= floor
    assert wrong == 0


@pytest.mark.long
@pytest.mark.parametrize(
    ("lenses", "blur", "floor"),
    [
        ((Lens.DISC, Lens.SMEAR), (1.0, 2.0), 0.9),
        ((Lens.BELL,), (0.425, 0.85), 0.9),
        ((Lens.DISC,), (2.0, 4.0), 0.9),
        ((Lens.BELL,), (1.0, 2.0), 0.6),  # sigma in modules: nine tenths of a bar's height are gone
        ((Lens.BELL,), (2.0, 4.0), 0.0),  # nothing can be known here, and nothing is said
    ],
)
def test_a_long_series_is_read_and_none_of_it_wrong(
    lenses: tuple[Lens, ...], blur: tuple[float, float], floor: float
) -> None:
    share, wrong = shares(series(100, 100, blur, lenses))
    assert share >= floor
    assert wrong == 0


@pytest.mark.parametrize("symbology", ["EAN-13", "UPC-A", "EAN-8"])
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_clear_code_is_read_from_all_sides(symbology: str, turns: int) -> None:
    text = random_text(np.random.default_rng(7), symbology)
    grey = np.rot90(picture(shot(symbology, text, blur=0.4)), turns)
    assert readings(np.ascontiguousarray(grey)) == [(symbology, text)]


def test_a_place_that_was_located_is_where_the_code_is_said_to_be() -> None:
    grey = picture(shot())
    height, width = grey.shape
    left, right, top, bottom = int(width * 0.16), int(width * 0.84), int(height * 0.25), int(height * 0.75)
    place = ((left, top), (right, top), (right, bottom), (left, bottom))
    (code,) = BlurredEanEngine().read(grey, [place])
    assert (code.symbology, code.text, code.engine) == ("EAN-13", "4006381333931", BLUR)
    assert np.abs(np.array(code.quad) - np.array(place)).max() < 0.08 * width


def test_upside_down_the_corners_follow_the_reading() -> None:
    grey = picture(shot())
    (code,) = BlurredEanEngine().read(np.ascontiguousarray(grey[::-1, ::-1]))
    top_left, top_right, bottom_right, _ = code.quad
    assert top_left[0] > top_right[0]
    assert top_right[1] > bottom_right[1]


def test_two_codes_in_one_picture_are_both_read() -> None:
    first, second = shot(), shot(text="8801234567893")
    both = np.vstack([picture(first), picture(second)])
    assert sorted(readings(both)) == [("EAN-13", first.text), ("EAN-13", second.text)]


def drawn(symbology: str, text: str, blur: float) -> Grey:
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, symbology))
    row = np.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False), dtype=np.uint8)[0]
    page = np.full((200, 3 * len(row) + 150), 230, np.uint8)
    page[40:160, 75:-75] = np.repeat(row // 255 * 190 + 30, 3)
    return np.asarray(cv2.GaussianBlur(page, (0, 0), 3 * blur), dtype=np.uint8)


@pytest.mark.parametrize("blur", [0.3, 0.8, 1.4])
@pytest.mark.parametrize(
    ("symbology", "text"),
    [
        ("Code128", "CNK8181G2C"),
        ("Code128", "12345678"),
        ("ITF", "15400141288763"),
        ("ITF", "12345670"),
        ("Code39", "BARO42"),
        ("Codabar", "A123456A"),
        ("UPCE", "0123456"),
        ("DataBarOmni", "04012345678901"),
        ("DataBarLtd", "01234567890128"),
    ],
)
def test_other_symbologies_are_refused(symbology: str, text: str, blur: float) -> None:
    assert readings(drawn(symbology, text, blur)) == []


@pytest.mark.parametrize("seed", range(4))
def test_random_bars_are_refused(seed: int) -> None:
    rng = np.random.default_rng(seed)
    page = np.full((160, 450), 230, np.uint8)
    page[20:140, 80:365] = np.repeat(rng.integers(0, 2, 95).astype(np.uint8) * 200 + 20, 3)
    assert readings(np.asarray(cv2.GaussianBlur(page, (0, 0), 1.0 + 1.5 * seed), dtype=np.uint8)) == []


@pytest.mark.parametrize("blur", [0.0, 2.0, 5.0])
def test_text_and_noise_are_refused(blur: float) -> None:
    page = np.full((300, 500), 230, np.uint8)
    for row, words in enumerate(
        ("INGREDIENTS: WATER, SALT", "ILLIL IIILLI LILLI", "8801234567893", "|||| || ||| |||| |")
    ):
        cv2.putText(page, words, (20, 60 + 60 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20,), 3)
    noise = np.random.default_rng(3).integers(0, 256, (300, 500)).astype(np.uint8)
    for grey in (page, noise):
        soft = cv2.GaussianBlur(grey, (0, 0), blur) if blur else grey
        assert readings(np.asarray(soft, dtype=np.uint8)) == []


@pytest.mark.parametrize("share", [0.15, 0.3, 0.5])
def test_a_code_of_which_a_part_is_covered_is_never_read_wrong(share: float) -> None:
    for seed in range(3):
        text = random_text(np.random.default_rng(seed), "EAN-13")
        grey = picture(shot(text=text))
        width = grey.shape[1]
        begin = int(width * (0.16 + 0.2 * seed))
        grey[:, begin : begin + int(width * 0.7 * share)] = int(grey.max())
        assert set(readings(grey)) <= {("EAN-13", text)}


def test_two_codes_grown_together_are_never_read_as_a_third() -> None:
    upper, lower = bars("EAN-13", "4006381333931", 3, 60), bars("EAN-13", "4006381333948", 3, 60)
    page = np.full((200, 425), 255, np.uint8)
    page[40:160, 70:355] = np.vstack([upper, lower])
    soft = cv2.GaussianBlur(page, (0, 0), 2.5)
    assert set(readings(np.asarray(soft, dtype=np.uint8))) <= {("EAN-13", "4006381333931"), ("EAN-13", "4006381333948")}


@pytest.mark.parametrize("size", [(1, 1), (8, 400), (400, 8), (20, 20), (64, 64), (720, 1280)])
@pytest.mark.parametrize("level", [0, 200, 255])
def test_pictures_without_bars_hold_nothing(size: tuple[int, int], level: int) -> None:
    assert readings(np.full(size, level, np.uint8)) == []


def test_places_out_of_the_picture_hold_nothing() -> None:
    grey = np.full((200, 300), 180, np.uint8)
    place = ((-500, -500), (900, -500), (900, 700), (-500, 700))
    assert list(BlurredEanEngine().read(grey, [place])) == []
