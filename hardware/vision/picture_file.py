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
    try:
        if content[:4].tobytes() in _MAY_BE_CLEAR:
            picture = cv2.imdecode(content, cv2.IMREAD_UNCHANGED)
            if picture is not None and picture.ndim == 3 and picture.shape[2] == 4:
                return _on_white(np.asarray(picture))
        picture = cv2.imdecode(content, cv2.IMREAD_GRAYSCALE)
    except cv2.error as error:
        raise PictureUnreadable(f"{path}: {error.err}") from error
    if picture is None or not picture.size:
        raise PictureUnreadable(f"{path}: not a picture, or a broken one")
    return np.asarray(picture, dtype=np.uint8)


def _on_white(picture: npt.NDArray[Any]) -> Grey:
    if picture.dtype == np.uint16:
        picture = (picture >> 8).astype(np.uint8)
    grey = np.asarray(cv2.cvtColor(picture[:, :, :3], cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    return np.asarray(255 - (255 - grey.astype(np.uint16)) * picture[:, :, 3] // 255, dtype=np.uint8)
