"""The region in which codes are looked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.vision.reading_region import ReadingRegion

GREY = np.arange(100 * 200, dtype=np.uint32).reshape(100, 200).astype(np.uint8)


def test_a_region_cuts_its_part_and_gives_places_back_in_the_whole() -> None:
    region = ReadingRegion.named("25, 10, 50, 80")
    assert region.pixels(GREY) == (50, 10, 100, 80)
    assert (region.cut(GREY) == GREY[10:90, 50:150]).all()
    assert region.cut(GREY).flags.c_contiguous
    assert region.in_whole(((0, 0), (3, 4)), GREY) == ((50, 10), (53, 14))


def test_all_of_the_picture_is_not_copied() -> None:
    assert ReadingRegion.named("").cut(GREY) is GREY


@pytest.mark.parametrize("wrong", ["1,2,3", "a,b,c,d", "0,0,101,50", "60,0,50,50", "0,0,2,50", "-1,0,50,50", "0;0;9;9"])
def test_what_is_no_region_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="region"):
        ReadingRegion.named(wrong)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(0, 95), st.integers(5, 100))
def test_the_cut_is_never_empty_and_always_within(width: int, height: int, left: int, wide: int) -> None:
    region = ReadingRegion(left, left, min(wide, 100 - left), min(wide, 100 - left))
    grey = np.zeros((height, width), np.uint8)
    assert 0 < region.cut(grey).size <= grey.size
