"""Parts of a frame."""

import numpy as np

from hardware.vision.engines import Barcode
from hardware.vision.frame_reading import around, cut, shifted

FRAME = np.arange(720 * 1280, dtype=np.uint32).astype(np.uint8).reshape(720, 1280)


def code(x: int, y: int, width: int = 200, height: int = 60) -> Barcode:
    return Barcode("1", "QR", ((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def test_the_part_around_codes_holds_them_and_some_more_within_the_frame() -> None:
    x, y, width, height = around([code(600, 300)], FRAME) or (0, 0, 0, 0)
    assert (x, y) == (530, 220)
    assert (width, height) == (340, 220)
    assert around([code(0, 0)], FRAME) == (0, 0, 270, 140)
    both = around([code(600, 300), code(650, 380)], FRAME)
    assert both is not None
    assert both[2] > width


def test_too_large_a_part_and_one_outside_of_the_frame_are_none() -> None:
    assert around([code(100, 100), code(1000, 600)], FRAME) is None
    assert around([code(5000, 300)], FRAME) is None


def test_a_part_is_contiguous_and_its_codes_go_back_to_the_frame() -> None:
    part = cut(FRAME, (530, 220, 340, 220))
    assert part.flags.c_contiguous
    assert part.shape == (220, 340)
    assert part[0, 0] == FRAME[220, 530]
    assert shifted(code(70, 80), 530, 220).quad == code(600, 300).quad
