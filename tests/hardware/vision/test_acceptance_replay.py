"""The corpus' misreads as frames: the printed code wins or nothing is taken (pain 13)."""

import json
from collections.abc import Callable, Sequence
from math import sin
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.vision.acceptance import Acceptance
from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.engines import Barcode, Effort, Grey, ZxingEngine, second_opinion

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "barcodes"
# Every photograph of the corpus that zxing or zbar reads as a number that is not printed on it.
MISREAD = (
    "code128_028.jpg", "ean13_019.jpg", "ean13_031.jpg", "upca_005.png", "upca_029.jpg", "upca_043.jpg", "upca_055.png",
    "upca_063.jpg",
)  # fmt: skip
FRAMES = 24


def printed(name: str) -> str:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of barcode photos is not beside the project")
    rows = map(json.loads, (CORPUS / "truth.jsonl").read_text("utf-8").splitlines())
    return str(next(row["text"] for row in rows if Path(row["file"]).name == name))


def by_hand(photo: Grey, n: int) -> Grey:
    height, width = photo.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 0.4 * sin(0.7 * n), 1 + 0.01 * sin(0.5 * n))
    turn[:, 2] += np.array((2.5 * n % 40, 3 * sin(n)))
    return np.asarray(cv2.warpAffine(photo, turn, (width, height), borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)


def frames(name: str, moved: bool) -> list[Sequence[Barcode]]:
    """What the decoders say of a photograph that is held before the camera, each asked in turn."""
    picture = cv2.imread(str(CORPUS / "images" / name), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    photo = np.asarray(picture, dtype=np.uint8)
    first, second = ZxingEngine(), second_opinion()
    decoders: list[Callable[[Grey], Sequence[Barcode]]] = [
        lambda grey: first.read(grey, Effort.FAST),
        lambda grey: first.read(grey, Effort.FULL),
    ]
    if second is not None:
        decoders.append(lambda grey: second.read(grey, Effort.FULL))
    turns = [decoders[n % len(decoders)] for n in range(FRAMES)]
    if moved:
        return [decode(by_hand(photo, n)) for n, decode in enumerate(turns)]
    still = [decode(photo) for decode in decoders]
    return [still[n % len(still)] for n in range(FRAMES)]


@pytest.mark.parametrize("moved", [True, False], ids=["in hand", "still"])
@pytest.mark.parametrize("name", MISREAD)
def test_the_printed_code_wins_or_nothing_is_taken(name: str, moved: bool) -> None:
    truth = printed(name)
    reads = frames(name, moved)
    for policy in Policy:
        for known in (None, lambda code: code.text.zfill(14) == truth.zfill(14), lambda _code: False):
            acceptance = Acceptance(rules_of(policy), known)
            taken = [one.code.text for n, codes in enumerate(reads) for one in acceptance.see(codes, n / 30).accepted]
            assert {text.zfill(14) for text in taken} <= {truth.zfill(14)}


def test_with_a_catalogue_most_of_the_misread_photographs_are_still_taken() -> None:
    taken = 0
    for name in MISREAD:
        truth = printed(name)
        acceptance = Acceptance(known=lambda code, truth=truth: code.text.zfill(14) == truth.zfill(14))  # type: ignore[misc]
        taken += any(acceptance.see(codes, n / 30).accepted for n, codes in enumerate(frames(name, moved=True)))
    assert taken >= 6
