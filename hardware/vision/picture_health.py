"""Measures how sharp and how bright a picture is, and says what keeps codes in it from being read.

Sharpness is the steepness of edges: the greatest step between two neighbouring pixels as a share of the contrast
around it. An edge that falls within one pixel has 1.0 whatever its contrast, one blurred by a Gaussian of
s pixels about 0.4 / s; so neither light nor what is in the picture moves it, which the variance of the
Laplacian cannot say of itself. A picture without edges has no sharpness. Some rows and columns at full size
are enough (a picture made small would hide the blur).
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from hardware.ports.camera import PictureHint

Grey = npt.NDArray[np.uint8]

_EVERY = 12  # rows and columns
_AROUND = 21  # pixels in which the contrast of an edge is sought
_CONTRAST = 48  # grey values below which something is no edge but shade or noise
_FEWEST_EDGES = 60
_SHARPEST = 90  # percentile: the sharpest things in the picture are those in focus
_DARK, _WHITE = 8, 250  # grey values that are clipped
_SMALL = (64, 36)
_MOVES = 12.0  # grey values of mean change from which a picture counts as all motion

# Measured with photographs of packs (720 rows), of which a decoder read 97 of 100 in their own light and sharpness:
# mean grey 40 with a sensor's noise 79, 30 76, 20 45; clipped to white up to 0.65 of the picture 9 of 10, beyond
# 2 of 3, beyond 0.9 1 of 10. Blurred by 1, 2, 3 pixels it read 35, 10, 7 where it read 42 sharp, at a median
# sharpness of 0.41, 0.25, 0.17; 95 of 100 of the unblurred photographs have more than 0.42.
TOO_DARK = 40.0
TOO_BRIGHT = 225.0
CLIPPED = 0.65
BLURRED = 0.30
MOVING = 0.35


@dataclass(frozen=True, slots=True)
class PictureHealth:
    """Figures of a picture: mean grey 0 to 255, shares clipped to black and white, sharpness, motion 0 to 1."""

    light: float
    dark: float
    bright: float
    sharpness: float | None
    motion: float
    hint: PictureHint


class PictureMeter:
    """Measures pictures one after the other; remembers a small one to see motion."""

    def __init__(self) -> None:
        self._before: Grey | None = None

    def measure(self, grey: Grey) -> PictureHealth:
        """The figures of this picture; about a millisecond."""
        sampled = grey[::4, ::4]
        light = float(sampled.mean())
        dark = float(np.count_nonzero(sampled <= _DARK)) / sampled.size
        bright = float(np.count_nonzero(sampled >= _WHITE)) / sampled.size
        sharp, motion = sharpness(grey), self._motion(grey)
        return PictureHealth(light, dark, bright, sharp, motion, hint(light, bright, sharp, motion))

    def _motion(self, grey: Grey) -> float:
        small = np.asarray(cv2.resize(grey, _SMALL, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        before, self._before = self._before, small
        if before is None:
            return 0.0
        return min(float(cv2.absdiff(small, before).mean()) / _MOVES, 1.0)


def sharpness(grey: Grey) -> float | None:
    """How steep the sharpest edges are, 0 to 1; None when the picture has too few edges to judge by."""
    across = _steepness(grey[::_EVERY])
    along = _steepness(np.ascontiguousarray(grey[:, ::_EVERY].T))
    found = np.concatenate((across, along))
    if found.size < _FEWEST_EDGES:
        return None
    return float(np.percentile(found, _SHARPEST))


def hint(light: float, bright: float, sharp: float | None, motion: float) -> PictureHint:
    """What keeps codes from being read; light first, because without it sharpness says nothing."""
    if light < TOO_DARK:
        return PictureHint.TOO_DARK
    if light > TOO_BRIGHT or bright > CLIPPED:
        return PictureHint.TOO_BRIGHT
    if sharp is not None and sharp < BLURRED and motion < MOVING:
        return PictureHint.BLURRED
    return PictureHint.NONE


def _steepness(lines: Grey) -> npt.NDArray[np.float32]:
    if lines.shape[0] == 0 or lines.shape[1] < 2 * _AROUND:
        return np.empty(0, np.float32)
    steps = cv2.absdiff(lines[:, 1:], lines[:, :-1])
    around = np.ones((1, _AROUND), np.uint8)
    contrast = cv2.subtract(cv2.dilate(lines, around), cv2.erode(lines, around))[:, 1:]
    # One value for each stretch: its steepest step where the contrast is that of an edge.
    edge = (contrast >= _CONTRAST) & (steps == cv2.dilate(steps, around)) & (steps > 0)
    return np.asarray(steps[edge].astype(np.float32) / contrast[edge], dtype=np.float32)
