"""Films: in from outside, steady, out again; the truth of each frame; reproducible."""

from itertools import pairwise

import numpy as np
import pytest

from hardware.simulators.synthetic_effects import LEVELS, Level
from hardware.simulators.synthetic_sequences import film

SMALL = (640, 360)


@pytest.mark.parametrize("level", LEVELS)
def test_a_code_comes_whole_into_view_once_and_leaves(level: Level) -> None:
    frames = list(film(3, 1, level, kinds=("ean-8",), frames=30, size=SMALL).frames())
    fully = [frame.fully for frame in frames]
    assert [frame.number for frame in frames] == list(range(30))
    assert not frames[0].partly
    assert not frames[-1].partly
    changes = sum(one != other for one, other in pairwise(fully))
    assert (changes, fully[15]) == (2, True)
    assert all(frame.partly for frame in frames if frame.fully)


def test_it_is_steady_in_the_middle() -> None:
    frames = list(film(3, 0, "d0", kinds=("ean-8",), frames=40, size=SMALL).frames())
    steps = [float(np.hypot(*np.subtract(after.corners[0], before.corners[0]))) for before, after in pairwise(frames)]
    assert max(steps[15:30]) < 8 < max(steps[:10])


def test_same_seed_same_bytes() -> None:
    one, again = (film(5, 2, "d2", frames=20, size=SMALL) for _ in range(2))
    assert one.code.text == again.code.text
    for frame, same in zip(one.frames(), again.frames(), strict=True):
        assert frame.pixels.tobytes() == same.pixels.tobytes()


def test_colours_are_kept_when_wanted() -> None:
    frame = next(film(1, 0, "d1", frames=20, size=SMALL, grey=False).frames())
    assert frame.pixels.shape == (360, 640, 3)
