"""The part of the picture in which codes are looked for, as shares, so that it holds for every size of picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hardware.vision.engines import Barcode, Grey, Quad


@dataclass(frozen=True, slots=True)
class ReadingRegion:
    """Left, top, width and height in per cent of the picture; raises `ValueError` when that is not within it."""

    left: int = 0
    top: int = 0
    width: int = 100
    height: int = 100

    def __post_init__(self) -> None:
        within = self.left >= 0 and self.top >= 0 and self.width >= 5 and self.height >= 5
        if not within or self.left + self.width > 100 or self.top + self.height > 100:
            raise ValueError("a region lies within the picture and is at least 5 % wide and high")

    @classmethod
    def named(cls, text: str) -> "ReadingRegion":
        """The region written "left,top,width,height", all of the picture for ""; raises `ValueError` for others."""
        if not text.strip():
            return cls()
        parts = [part.strip() for part in text.split(",")]
        if len(parts) != 4 or not all(part.isascii() and part.isdecimal() for part in parts):
            raise ValueError("a region is left,top,width,height in per cent of the picture, like 20,15,60,70")
        return cls(*(int(part) for part in parts))

    def pixels(self, grey: Grey) -> tuple[int, int, int, int]:
        """x, y, width and height in a picture."""
        height, width = grey.shape[:2]
        left, top = width * self.left // 100, height * self.top // 100
        return left, top, max(width * self.width // 100, 1), max(height * self.height // 100, 1)

    def cut(self, grey: Grey) -> Grey:
        """The part of the picture; the picture itself when all of it is meant."""
        x, y, width, height = self.pixels(grey)
        if (width, height) == (grey.shape[1], grey.shape[0]):
            return grey
        return np.ascontiguousarray(grey[y : y + height, x : x + width])

    def codes_in_whole(self, barcodes: Sequence[Barcode], grey: Grey) -> tuple[Barcode, ...]:
        """Codes found in the part, with their corners in the whole picture."""
        return tuple(replace(code, quad=self.in_whole(code.quad, grey)) for code in barcodes)

    def in_whole(self, quad: Quad, grey: Grey) -> Quad:
        """A place found in the part, in the whole picture."""
        left, top, _width, _height = self.pixels(grey)
        return tuple((x + left, y + top) for x, y in quad)
