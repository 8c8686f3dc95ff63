"""Photos of codes that are partly hidden behind something light: a finger, a label, the edge of a bag."""

from pathlib import Path

import cv2
import numpy as np

from hardware.vision.engines import Grey, Quad

PHOTOS = Path(__file__).resolve().parents[3] / "resources" / "demo" / "photos"
SHADE = 235


def photo(file: Path) -> Grey:
    """The picture in grey."""
    picture = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    assert picture is not None, file
    return np.asarray(picture, dtype=np.uint8)


def covered(grey: Grey, quad: Quad, begins: float, ends: float, shade: int = SHADE) -> Grey:
    """The picture with a part of a code hidden, from and to a share of its length."""
    corners = np.array(quad, np.float64)
    top, bottom = corners[[0, 1]], corners[[3, 2]]
    along = top[1] - top[0]
    beyond = 0.9 * np.array((along[1], -along[0]))  # far above and below the bars
    above = [top[0] + along * part + beyond for part in (begins, ends)]
    below = [bottom[0] + (bottom[1] - bottom[0]) * part - beyond for part in (ends, begins)]
    hidden = grey.copy()
    cv2.fillConvexPoly(hidden, np.array([*above, *below]).round().astype(np.int32), shade)
    return hidden


def in_hand(grey: Grey, frame: int) -> Grey:
    """The picture as a hand holds it, a little otherwise in each frame."""
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 0.4 * np.sin(0.7 * frame), 1 + 0.01 * np.sin(0.5 * frame))
    turn[:, 2] += np.array((2.5 * frame % 40, 3 * np.sin(frame)))
    moved = cv2.warpAffine(grey, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, dtype=np.uint8)
