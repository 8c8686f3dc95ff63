"""The defocused photographs that no other engine reads, and what must be refused."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.vision.blurred_ean import BlurredEanEngine
from hardware.vision.engines import Grey

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "barcodes"


def load(file: Path) -> Grey:
    picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    return np.asarray(picture, dtype=np.uint8)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of photographs is not beside the project")
def test_photographs_out_of_focus_are_read_that_no_edge_decoder_reads() -> None:
    lines = (CORPUS / "truth.jsonl").read_text("utf-8").splitlines()
    shots = [shot for line in lines if (shot := json.loads(line))["source_folder"] == "zxing/upca-6"]
    engine = BlurredEanEngine()
    read = [[(code.symbology, code.text) for code in engine.read(load(CORPUS / shot["file"]))] for shot in shots]
    right = [codes == [(shot["symbology"], shot["text"])] for codes, shot in zip(read, shots, strict=True)]
    assert sum(right) >= 3
    assert sum(not codes for codes in read) + sum(right) == len(shots)
