"""The barcode pictures with their truth: the project's own small set, and the large one where it lies beside it."""

import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from hardware.vision.code_form import value_of
from hardware.vision.engines import Barcode, Grey

ROOT = Path(__file__).resolve().parents[3]
SMALL = ROOT / "tests" / "hardware" / "corpus" / "barcodes"
LARGE = ROOT.parent / "shared" / "corpora" / "barcodes"


@dataclass(frozen=True)
class Truth:
    file: Path
    symbology: str
    kind: str
    values: frozenset[str]

    @property
    def grey(self) -> Grey:
        picture = cv2.imread(str(self.file), cv2.IMREAD_GRAYSCALE)
        assert picture is not None, self.file
        return np.asarray(picture, dtype=np.uint8)

    def tells(self, code: Barcode) -> bool:
        """Whether this is what the picture shows."""
        return bool(self.values & {plain(code.text), plain(value_of(code))})


def plain(text: str) -> str:
    """A text in which spellings of one number, and of one element string, are equal."""
    bare = text.translate({ord(sign): None for sign in "()[]\x1d"}).rstrip("\n")
    if bare.isdecimal() and len(bare) == 16 and bare.startswith("01"):
        bare = bare[2:]
    return bare.zfill(14) if bare.isdecimal() and len(bare) <= 14 else bare


def truths(folder: Path) -> list[Truth]:
    """What the pictures of a set show."""
    found = []
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        shown = [{"symbology": row["symbology"], "text": row["text"]}, *row.get("also", [])]
        codes = [Barcode(each["text"], each["symbology"], ()) for each in shown if each["text"] is not None]
        values = frozenset(value for code in codes for value in (plain(code.text), plain(value_of(code))))
        found.append(Truth(folder / row["file"], row["symbology"], row["kind"], values))
    return found


def turned(grey: Grey, degrees: float) -> Grey:
    """The picture turned on white, nothing cut off."""
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    c, s = abs(turn[0, 0]), abs(turn[0, 1])
    wide, high = int(width * c + height * s), int(height * c + width * s)
    turn[:, 2] += (wide / 2 - width / 2, high / 2 - height / 2)
    return np.asarray(cv2.warpAffine(grey, turn, (wide, high), borderValue=(255,)), dtype=np.uint8)
