"""Photos in, codes out; and how much is tried when a frame holds nothing."""

import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.vision.engines import Barcode, Effort, Grey, ZxingEngine, second_opinion
from hardware.vision.pipeline import DecodePipeline

ROOT = Path(__file__).resolve().parents[3]
PHOTOS = ROOT / "resources" / "demo" / "photos"
CORPUS = ROOT.parent / "shared" / "corpora" / "barcodes"


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
    def __init__(self, found: Sequence[Barcode] = ()) -> None:
        self.efforts: list[Effort] = []
        self.found = found

    def read(self, grey: Grey, effort: Effort) -> Sequence[Barcode]:
        self.efforts.append(effort)
        return self.found


def test_missed_frames_are_tried_hard_every_third_time_and_by_the_second_engine_every_fifteenth() -> None:
    engine, second = Tracing(), Tracing()
    pipeline = DecodePipeline(engine, second)
    empty = np.full((240, 320), 120, np.uint8)
    for _ in range(30):
        assert pipeline.read(empty).barcodes == ()
    assert engine.efforts.count(Effort.FAST) == 60
    assert engine.efforts.count(Effort.FULL) == 8
    assert len(second.efforts) == 2


def test_a_hit_at_half_size_costs_one_pass_and_its_corners_fit_the_frame() -> None:
    engine = Tracing([Barcode("1", "QR", ((1, 2), (3, 4), (5, 6), (7, 8)))])
    reading = DecodePipeline(engine).read(np.zeros((240, 320), np.uint8))
    assert engine.efforts == [Effort.FAST]
    assert reading.barcodes[0].quad == ((2, 4), (6, 8), (10, 12), (14, 16))


def test_a_slanted_code_is_set_upright_and_read() -> None:
    upright = load(PHOTOS / "ean13_028.jpg")
    height, width = upright.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 45, 0.9)
    slanted = np.asarray(cv2.warpAffine(upright, turn, (width, height), borderValue=(255,)), dtype=np.uint8)
    assert not ZxingEngine().read(slanted, Effort.FAST)
    reading = DecodePipeline(ZxingEngine()).read(slanted)
    assert [code.text for code in reading.barcodes] == ["4901780188352"]


def test_the_second_engine_reads_where_it_is_installed() -> None:
    engine = second_opinion()
    if engine is None:
        pytest.skip("libzbar is not installed")
    codes = engine.read(load(PHOTOS / "upca_040.jpg"), Effort.FULL)
    assert [(code.symbology, code.text) for code in codes] == [("UPC-A", "071691155775")]


def test_one_frame_of_the_pipeline_reads_more_of_the_corpus_than_one_full_pass() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of barcode photos is not beside the project")
    rows = [json.loads(line) for line in (CORPUS / "truth.jsonl").read_text("utf-8").splitlines()]
    eans = [row for row in rows if row["symbology"] in ("EAN-13", "UPC-A") and row["kind"] == "photo"]
    by_pipeline = by_full_pass = 0
    for row in eans:
        grey, gtin = load(CORPUS / row["file"]), row["text"].zfill(14)
        by_pipeline += gtin in {code.text.zfill(14) for code in DecodePipeline(ZxingEngine()).read(grey).barcodes}
        by_full_pass += gtin in {code.text.zfill(14) for code in ZxingEngine().read(grey, Effort.FULL)}
    assert len(eans) >= 100
    assert by_pipeline > by_full_pass
