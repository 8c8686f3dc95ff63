"""Photos in, codes out; and how much is tried when a frame holds nothing."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.vision.engines import Barcode, Effort, Grey, ZxingEngine, second_opinion
from hardware.vision.frame_reading import FrameReading
from hardware.vision.pipeline import DecodePipeline
from tests.hardware.vision.barcode_pictures import SMALL, truths, turned

ROOT = Path(__file__).resolve().parents[3]
PHOTOS = ROOT / "resources" / "demo" / "photos"


def photos() -> list[tuple[str, str, str]]:
    rows = [line.split("|") for line in (PHOTOS / "README.md").read_text("utf-8").splitlines() if ".jpg |" in line]
    return [(row[1].strip(), row[2].strip(), row[3].strip()) for row in rows]


def load(file: Path) -> Grey:
    picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return np.asarray(picture, dtype=np.uint8)


@pytest.mark.parametrize(("file", "symbology", "text"), photos())
def test_each_demo_photo_is_read_at_once(file: str, symbology: str, text: str) -> None:
    reading = DecodePipeline(ZxingEngine()).read(load(PHOTOS / file))
    assert [(code.symbology, code.text) for code in reading.barcodes] == [(symbology, text)]
    assert len(reading.located) == 1


def test_every_photo_is_named_in_the_readme() -> None:
    assert {row[0] for row in photos()} == {file.name for file in PHOTOS.glob("*.jpg")}


class Tracing:
    def __init__(self, found: Sequence[Barcode] = (), takes: float = 0.0) -> None:
        self.efforts: list[Effort] = []
        self.shapes: list[tuple[int, ...]] = []
        self.found = found
        self.now = 0.0
        self.takes = takes

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
        self.efforts.append(effort)
        self.shapes.append(grey.shape)
        self.now += self.takes
        return self.found


EMPTY = np.full((240, 320), 120, np.uint8)


def test_of_missed_frames_every_third_gets_the_deep_passes_in_turns() -> None:
    engine, second = Tracing(), Tracing()
    pipeline = DecodePipeline(engine, second)
    for _ in range(36):
        assert pipeline.read(EMPTY) == FrameReading((), ())
    assert engine.efforts.count(Effort.FULL) == 4
    assert engine.efforts.count(Effort.FAST) == 72 + 4  # half and full size; evened light in turns
    assert len(second.efforts) == 2


def test_with_a_worker_the_deep_passes_are_left_to_it_and_the_frames_worth_them_named() -> None:
    engine, second = Tracing(), Tracing()
    pipeline = DecodePipeline(engine, second, deep_inline=False)
    assert [pipeline.read(EMPTY).worth_deep for _ in range(6)] == [False, False, True, False, False, True]
    assert Effort.FULL not in engine.efforts
    assert second.efforts == []
    bars = load(PHOTOS / "ean13_028.jpg")
    reading = pipeline.read(bars)
    assert reading.located
    assert reading.worth_deep
    pipeline.deep_passes.read(EMPTY)
    assert Effort.FULL in engine.efforts


def test_a_hit_at_half_size_has_its_corners_in_the_frame() -> None:
    engine = Tracing([Barcode("1", "QR", ((1, 2), (3, 2), (3, 4), (1, 4)))])
    reading = DecodePipeline(engine).read(np.zeros((240, 320), np.uint8))
    assert engine.efforts == [Effort.FAST]
    assert engine.shapes == [(120, 160)]
    assert reading.barcodes[0].quad == ((2, 4), (6, 4), (6, 8), (2, 8))


def test_after_a_hit_the_next_frames_are_read_around_it_and_now_and_then_wholly() -> None:
    scene = np.full((720, 1280), 235, np.uint8)
    photo = load(PHOTOS / "upca_046.jpg")
    small = cv2.resize(photo, (320, 320 * photo.shape[0] // photo.shape[1]), interpolation=cv2.INTER_AREA)
    scene[300 : 300 + small.shape[0], 500:820] = small
    real = ZxingEngine()
    shapes: list[tuple[int, ...]] = []

    class Watched:
        def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
            shapes.append(grey.shape)
            return real.read(grey, effort)

    pipeline = DecodePipeline(Watched())
    quads = []
    looked = []
    for _ in range(12):
        shapes.clear()
        reading = pipeline.read(scene)
        assert [code.text for code in reading.barcodes] == ["061869053712"]
        quads.append(reading.barcodes[0].quad)
        looked.append(shapes[0][0] * shapes[0][1] / scene.size)
    assert sum(share < 0.16 for share in looked) >= 6
    assert 0.25 in looked  # half size
    assert 1.0 in looked
    # How high a read is hangs on the lines that were read; from left to right it is the code.
    assert all(np.abs(np.array(quad) - np.array(quads[0]))[:, 0].max() < 30 for quad in quads)


def test_two_items_of_which_one_lies_oblique_are_both_read() -> None:
    scene = np.full((720, 1280), 235, np.uint8)
    upright, askew = load(PHOTOS / "upca_046.jpg"), load(PHOTOS / "ean13_028.jpg")
    height, width = askew.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 40, 0.9)
    slanted = cv2.warpAffine(askew, turn, (width, height), borderValue=(235,))
    for picture, left in ((upright, 20), (slanted, 660)):
        size = (600, min(600 * picture.shape[0] // picture.shape[1], 700))
        scene[: size[1], left : left + 600] = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    pipeline = DecodePipeline(ZxingEngine())
    seen = {code.text for _ in range(6) for code in pipeline.read(scene).barcodes}
    assert seen >= {"061869053712", "4901780188352"}


def test_a_region_is_all_that_is_looked_at_and_corners_stay_the_frames() -> None:
    photo = load(PHOTOS / "upca_046.jpg")
    height, width = photo.shape
    scene = np.full((height + 200, 2 * width + 300), 235, np.uint8)
    scene[100 : 100 + height, :width] = load(PHOTOS / "upca_046.jpg")
    scene[100 : 100 + height, width + 200 : 2 * width + 200] = photo
    pipeline = DecodePipeline(ZxingEngine(), region=(width + 150, 50, width + 120, height + 120))
    (code,) = pipeline.read(scene).barcodes
    assert code.text == "061869053712"
    assert all(x > width + 150 for x, _y in code.quad)


def test_when_the_budget_is_used_up_the_passes_that_are_left_are_skipped() -> None:
    engine = Tracing(takes=0.010)
    DecodePipeline(engine, budget=0.008, clock=lambda: engine.now).read(load(PHOTOS / "ean13_028.jpg"))
    assert engine.efforts == [Effort.FAST]
    generous = Tracing(takes=0.010)
    DecodePipeline(generous, budget=0.025, clock=lambda: generous.now).read(load(PHOTOS / "ean13_028.jpg"))
    assert 1 < len(generous.efforts) <= 3


def test_a_slanted_code_is_set_upright_and_read() -> None:
    upright = load(PHOTOS / "ean13_028.jpg")
    height, width = upright.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 45, 0.9)
    slanted = np.asarray(cv2.warpAffine(upright, turn, (width, height), borderValue=(255,)), dtype=np.uint8)
    assert not ZxingEngine().read(slanted, Effort.FAST)
    reading = DecodePipeline(ZxingEngine()).read(slanted)
    assert [code.text for code in reading.barcodes] == ["4901780188352"]


def test_the_frame_is_not_written_to() -> None:
    photo = load(PHOTOS / "ean13_028.jpg")
    photo.setflags(write=False)
    pipeline = DecodePipeline(ZxingEngine(), second_opinion())
    for _ in range(8):
        pipeline.read(photo)


def test_one_frame_of_the_pipeline_reads_more_pictures_than_one_full_pass() -> None:
    by_pipeline = by_full_pass = 0
    for truth in truths(SMALL):
        grey = turned(truth.grey, 30)
        by_pipeline += any(truth.tells(code) for code in DecodePipeline(ZxingEngine()).read(grey).barcodes)
        by_full_pass += any(truth.tells(code) for code in ZxingEngine().read(grey, Effort.FULL))
    assert by_pipeline >= by_full_pass + 10
