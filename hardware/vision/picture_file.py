"""Grey pictures from files."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from hardware.vision.engines import Grey

SUFFIXES = (".bmp", ".jpeg", ".jpg", ".pbm", ".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp")
_MAY_BE_CLEAR = (b"\x89PNG", b"RIFF", b"II*\x00", b"MM\x00*")
_LARGEST = 100_000_000  # bytes


class PictureUnreadable(Exception):
    """A file is not a picture that can be read; the message says why."""


def grey_picture(path: Path) -> Grey:
    """The picture in a file as grey levels, turned as its camera says; what is transparent counts as white.

    Raises `PictureUnreadable` for files that are missing, empty, too large, broken or no pictures.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise PictureUnreadable(f"{path}: larger than {_LARGEST // 1_000_000} MB")
        content = np.fromfile(path, dtype=np.uint8)
    except OSError as error:
        raise PictureUnreadable(f"{path}: {error.strerror or error}") from error
    if not content.size:
        raise PictureUnreadable(f"{path}: the file is empty")
    clear = content[:4].tobytes() in _MAY_BE_CLEAR
    try:
        picture = cv2.imdecode(content, cv2.IMREAD_UNCHANGED if clear else cv2.IMREAD_GRAYSCALE)
    except cv2.error as error:
        raise PictureUnreadable(f"{path}: {error.err}") from error
    if picture is None or not picture.size:
        raise PictureUnreadable(f"{path}: not a picture, or a broken one")
    return _grey(np.asarray(picture))


def _grey(picture: npt.NDArray[Any]) -> Grey:
    if picture.dtype == np.uint16:
        picture = (picture >> 8).astype(np.uint8)
    elif picture.dtype != np.uint8:
        # Measurements as fractions, of any size: darkest to lightest.
        low, high = float(np.nanmin(picture)), float(np.nanmax(picture))
        picture = (np.nan_to_num(picture - low) * (255 / max(high - low, 1e-9))).astype(np.uint8)
    if picture.ndim == 2:
        return np.asarray(picture, dtype=np.uint8)
    if picture.shape[2] == 1:
        return np.ascontiguousarray(picture[:, :, 0])
    if picture.shape[2] < 4:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    opaque = picture[:, :, 3]
    grey = np.asarray(cv2.cvtColor(picture[:, :, :3], cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    if int(opaque.min()) == 255:
        return grey
    return np.asarray(255 - (255 - grey.astype(np.uint16)) * opaque // 255, dtype=np.uint8)
