"""Whole made-up pictures: the same seed gives the same bytes, the truth is true."""

import numpy as np
import pytest

from hardware.simulators.synthetic_effects import EFFECTS, LEVELS
from hardware.simulators.synthetic_pictures import DEFOCUS_BLURS, DEFOCUS_MODULES, defocus_series, picture
from hardware.vision.engines import Effort, ZxingEngine
from kiosk.commands.benchmarks.decode_truth import values

SMALL = (480, 320)


def test_same_seed_same_bytes_and_another_seed_another_picture() -> None:
    one, again, other = (picture(seed, 3, "d2", size=SMALL) for seed in (5, 5, 6))
    assert one.pixels.tobytes() == again.pixels.tobytes()
    assert (one.text, one.corners, one.effects) == (again.text, again.corners, again.effects)
    assert one.pixels.tobytes() != other.pixels.tobytes()


def test_chance_of_the_program_is_left_alone() -> None:
    before = np.random.get_state()[1].tobytes()  # type: ignore[index]
    picture(1, 1, "d3", size=SMALL)
    assert np.random.get_state()[1].tobytes() == before  # type: ignore[index]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("number", range(3))
def test_code_lies_in_the_picture(level: str, number: int) -> None:
    shown = picture(2, number, level, size=(640, 480), grey=True)  # type: ignore[arg-type]
    assert shown.pixels.shape == (480, 640)
    assert all(0 <= x < 640 and 0 <= y < 480 for x, y in shown.corners)


def test_an_easy_picture_is_read_as_its_truth_says() -> None:
    engine = ZxingEngine()
    for number in range(4):
        shown = picture(4, number, "d0", effects=("jpeg",), kinds=("ean-13", "qr"), size=(640, 480), grey=True)
        assert dict(shown.effects).keys() == {"jpeg"}
        (read,) = engine.read(shown.pixels, Effort.FULL)
        assert values(read.symbology, read.text) & values(shown.symbology, shown.text)


@pytest.mark.parametrize("effect", EFFECTS)
def test_each_effect_alone_changes_the_picture(effect: str) -> None:
    plain = picture(8, 1, "d2", effects=(), kinds=("ean-8",), size=SMALL)
    changed = picture(8, 1, "d2", effects=(effect,), kinds=("ean-8",), size=SMALL)
    assert list(changed.effects) == [effect]
    assert changed.text == plain.text
    assert changed.pixels.tobytes() != plain.pixels.tobytes()


def test_defocus_series_has_every_step_and_hides_nothing() -> None:
    steps = list(defocus_series(1, each=1, size=(480, 240)))
    assert {(step.module, step.blur) for step in steps} == {(m, b) for m in DEFOCUS_MODULES for b in DEFOCUS_BLURS}
    assert {step.lens for step in steps} == {"disc", "gaussian"}
    assert {step.picture.symbology for step in steps} <= {"EAN-13", "UPC-A", "EAN-8"}
    assert all(0 < x < 480 for step in steps for x, _ in step.picture.corners)
