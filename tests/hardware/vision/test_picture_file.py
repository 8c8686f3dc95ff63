"""Files of all kinds in, grey pictures or a reason out."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.vision.picture_file import PictureUnreadable, grey_picture


def written(file: Path, picture: np.ndarray) -> Path:
    assert cv2.imwrite(str(file), picture)
    return file


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif", ".pgm", ".webp", ".jpg"])
def test_pictures_of_the_usual_kinds(tmp_path: Path, suffix: str) -> None:
    shown = np.zeros((20, 30), np.uint8)
    shown[5:15, 5:25] = 255
    grey = grey_picture(written(tmp_path / f"가 나{suffix}", shown))
    assert grey.dtype == np.uint8
    assert grey.shape == (20, 30)
    assert np.abs(grey.astype(int) - shown).max() <= (0 if suffix not in (".jpg", ".webp") else 40)


def test_colours_become_grey_and_sixteen_bits_eight(tmp_path: Path) -> None:
    red = np.zeros((8, 8, 3), np.uint8)
    red[:, :, 2] = 255
    assert 70 <= int(grey_picture(written(tmp_path / "red.png", red))[0, 0]) <= 80
    deep = np.full((8, 8), 0x8000, np.uint16)
    assert int(grey_picture(written(tmp_path / "deep.png", deep))[0, 0]) == 0x80


def test_what_is_transparent_counts_as_white(tmp_path: Path) -> None:
    """A code drawn black on nothing, as designers save them."""
    clear = np.zeros((8, 8, 4), np.uint8)
    clear[2:4, 2:4, 3] = 255
    grey = grey_picture(written(tmp_path / "clear.png", clear))
    assert int(grey[0, 0]) == 255
    assert int(grey[2, 2]) == 0
    deep = np.zeros((8, 8, 4), np.uint16)
    assert int(grey_picture(written(tmp_path / "deep.png", deep))[0, 0]) == 255


def test_what_cannot_be_read_is_said_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "text.jpg").write_text("no picture")
    whole = written(tmp_path / "whole.png", np.random.default_rng(1).integers(0, 255, (64, 64), np.uint8)).read_bytes()
    (tmp_path / "half.png").write_bytes(whole[:20])
    for name in ("empty.png", "text.jpg", "half.png", "missing.png"):
        with pytest.raises(PictureUnreadable, match=name):
            grey_picture(tmp_path / name)
    with pytest.raises(PictureUnreadable):
        grey_picture(tmp_path)
    sparse = tmp_path / "large.png"
    with sparse.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(PictureUnreadable, match="larger than 100 MB"):
        grey_picture(sparse)
