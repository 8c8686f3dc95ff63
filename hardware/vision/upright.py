"""Cuts located bars out of a picture so that they stand upright, and brings corners found there back."""

from dataclasses import dataclass
from math import cos, sin

import cv2
import numpy as np
import numpy.typing as npt

from hardware.vision.engines import Barcode, Grey, Quad
from hardware.vision.locate import Place

_QUIET = 0.12  # of the code's width, added at each side: decoders need the quiet zone
_QUIET_AT_LEAST = 8.0  # pixels


@dataclass(frozen=True, slots=True)
class Crop:
    """Bars cut out and set upright: the picture, and how its points lie in the whole one."""

    grey: Grey
    back: npt.NDArray[np.float64]

    def in_frame(self, code: Barcode) -> Barcode:
        """The same code with its corners in the whole picture."""
        points = np.asarray(code.quad, dtype=np.float64) @ self.back[:, :2].T + self.back[:, 2]
        quad: Quad = tuple((round(float(x)), round(float(y))) for x, y in points)
        return Barcode(code.text, code.symbology, quad, code.identifier, code.engine)

    def from_frame(self, quad: Quad) -> Quad:
        """Corners in the whole picture as corners in this crop."""
        points = (np.asarray(quad, dtype=np.float64) - self.back[:, 2]) @ np.linalg.inv(self.back[:, :2]).T
        return tuple((round(float(x)), round(float(y))) for x, y in points)


def joined(outer: npt.NDArray[np.float64], inner: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The way back from a crop of a crop."""
    both = np.empty((2, 3))
    both[:, :2] = outer[:, :2] @ inner[:, :2]
    both[:, 2] = outer[:, :2] @ inner[:, 2] + outer[:, 2]
    return both


def upright(grey: Grey, place: Place, zoom: float = 1.0, turn: float = 0.0, tallest: int | None = None) -> Crop:
    """The place with its bars standing and quiet zones, `zoom` times as large; `turn` is added to its angle.

    With `tallest` the crop has at most so many rows, taken at equal distances; the width stays.
    """
    c, s = cos(place.angle + turn), sin(place.angle + turn)
    margin = max(place.width * _QUIET, _QUIET_AT_LEAST)
    width, height = place.width + 2 * margin, place.height
    columns, rows = max(round(width * zoom), 1), max(round(height * zoom), 4)
    rows = rows if tallest is None else min(rows, tallest)
    right, down = width / columns, height / rows
    # The centre stays where it is, whatever the turn.
    mid_u, mid_v = (place.left + place.right) / 2, (place.top + place.bottom) / 2
    x = mid_u * cos(place.angle) - mid_v * sin(place.angle) - c * width / 2 + s * height / 2
    y = mid_u * sin(place.angle) + mid_v * cos(place.angle) - s * width / 2 - c * height / 2
    back = np.array([[c * right, -s * down, x], [s * right, c * down, y]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    turned = cv2.warpAffine(grey, back, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return Crop(np.asarray(turned, dtype=np.uint8), back)
