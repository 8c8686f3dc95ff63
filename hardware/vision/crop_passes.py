"""Makes a crop of bars easier to read: ways to prepare it, as data, cheap and fruitful ones first.

What each step is for:

- clipping to the grey values of the crop's middle: decoders take the threshold of a scan line from all of it, and
  glare or white paper beside the code moves it beyond the bars;
- averaging rows: bars stand upright in a crop, so the mean of some rows has the bars and little of the noise, and is
  quicker to read than all of them;
- evening out: each stretch of a row is stretched to full contrast, for shadows and glare across the code;
- sharpening across the bars: gives narrow bars back what the lens took.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from hardware.vision.engines import Grey
from hardware.vision.locate import Place
from hardware.vision.upright import Crop, upright

_FEW = 24
_SAMPLES = 6  # rows of the crop that are averaged into one
_LARGEST_ZOOM = 3.0
_DARKEST, _BRIGHTEST = 0.02, 0.9  # shares of the crop's middle that are darker
_STRETCH = 10  # of the crop's width: where contrast is evened out, in parts
_LEAST_CONTRAST = 16


@dataclass(frozen=True, slots=True)
class CropPass:
    """One way to prepare a crop.

    `width` in pixels is what a smaller code is enlarged to; `rows` the number of averaged rows, 0 for all rows as
    they are; `sharpen` the blur in pixels that is undone and how strongly (None in dim light: it would sharpen the
    noise); `grow` the part of the width added at both sides, `rise` the part of it added above and below; `turn` in
    radians is added to the angle that was found.
    """

    name: str
    width: int
    rows: int = 0
    even: bool = False
    sharpen: tuple[float, float] | None = None
    grow: float = 0.0
    rise: float = 0.0
    turn: float = 0.0

    def prepared(self, grey: Grey, place: Place) -> Crop:
        """The crop of this place, ready to be read."""
        place = place.grown(self.grow * place.width, self.rise * place.width)
        zoom = min(max(self.width / place.width, 1.0), _LARGEST_ZOOM)
        crop = upright(grey, place, zoom, self.turn, self.rows * _SAMPLES or None)
        rows = _clipped(crop.grey)
        if self.rows:
            rows = _averaged(rows, self.rows)
        if self.even:
            rows = _evened(rows)
        if self.sharpen is not None:
            rows = _sharpened(rows, *self.sharpen, flat=bool(self.rows))
        if not self.rows:
            return Crop(rows, crop.back)
        if self.rows <= _FEW:
            # Each row twice: the decoder asks for two lines that agree, and of few they seldom do to the last bar.
            rows = np.repeat(rows, 2, axis=0)
        back = crop.back.copy()
        back[:, 1] *= crop.grey.shape[0] / rows.shape[0]
        return Crop(rows, back)


LINES = CropPass("lines", width=500, rows=40)
EVEN_LINES = CropPass("even lines", width=500, rows=40, even=True)
STRIP = CropPass("strip", width=500, rows=16, sharpen=(2.0, 2.0))
EVEN_STRIP = CropPass("even strip", width=600, rows=20, even=True, sharpen=(3.0, 2.0), grow=0.15)
TALL_STRIP = CropPass("tall strip", width=800, rows=24, sharpen=(3.0, 3.0))
WHOLE_CROP = CropPass("whole crop", width=400, sharpen=(2.0, 1.0))
TURNED_CROPS = (
    CropPass("turned crop", width=500, turn=0.05, grow=0.1, rise=0.15, sharpen=(2.0, 1.0)),
    CropPass("crop turned back", width=500, turn=-0.05, grow=0.1, rise=0.15, sharpen=(2.0, 1.0)),
)


def _clipped(grey: Grey) -> Grey:
    height, width = grey.shape
    middle = grey[height // 4 : height - height // 4 : 3, width // 4 : width - width // 4 : 3]
    if not middle.size:
        return grey
    # Percentiles by counting: a tenth of the time that NumPy's sorting takes.
    up_to = np.bincount(middle.ravel(), minlength=256).cumsum()
    low, high = np.searchsorted(up_to, (_DARKEST * middle.size, _BRIGHTEST * middle.size))
    return np.clip(grey, low, high).astype(np.uint8)


def _averaged(grey: Grey, rows: int) -> Grey:
    size = (grey.shape[1], min(rows, grey.shape[0]))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _evened(grey: Grey) -> Grey:
    window = max(grey.shape[1] // _STRETCH, 15) | 1
    line = np.ones((1, window), np.uint8)
    low = cv2.blur(cv2.erode(grey, line), (window, 1)).astype(np.float32)
    high = cv2.blur(cv2.dilate(grey, line), (window, 1)).astype(np.float32)
    even = (grey - low) * (255 / np.maximum(high - low, _LEAST_CONTRAST))
    return np.asarray(np.clip(even, 0, 255), dtype=np.uint8)


def _sharpened(grey: Grey, blur: float, strength: float, *, flat: bool) -> Grey:
    across = int(blur * 3) * 2 + 1
    soft = cv2.GaussianBlur(grey, (across, 1 if flat else across), blur)
    return np.asarray(cv2.addWeighted(grey, 1 + strength, soft, -strength, 0), dtype=np.uint8)
