"""Frozen and black pictures are told within a second, and stillness alone is not (F-23)."""

import numpy as np
import pytest

from hardware.ports.camera import CameraCondition
from hardware.vision.picture_watch import BETWEEN_WHOLE_PICTURES, NOTICED_AFTER, PictureWatch
from tests.fakes.camera_feed import Picture, noisy

LIVE, FROZEN, BLACK = CameraCondition.LIVE, CameraCondition.FROZEN, CameraCondition.BLACK


def watched(
    watch: PictureWatch, pictures: list[Picture], rate: float, patience: float | None = NOTICED_AFTER
) -> list[CameraCondition]:
    return [watch.look(picture, number / rate, patience) for number, picture in enumerate(pictures)]


def first(conditions: list[CameraCondition], condition: CameraCondition) -> int:
    return conditions.index(condition)


@pytest.mark.parametrize("rate", [5.0, 12.0, 30.0])
def test_f23_a_frozen_picture_is_told_within_a_second(rate: float) -> None:
    lively = noisy(count=10)
    said = watched(PictureWatch(), lively + [lively[-1]] * 60, rate)
    assert (first(said, FROZEN) - 9) / rate <= 1.0
    assert set(said[:10]) == {LIVE}


def test_f23_a_frozen_picture_that_moves_again_is_live_at_once() -> None:
    frozen, again = noisy(count=2)
    said = watched(PictureWatch(), [frozen] * 40 + [again], 12.0)
    assert said[-2:] == [FROZEN, LIVE]


@pytest.mark.parametrize("rate", [5.0, 12.0, 30.0])
def test_f23_a_covered_lens_is_told_within_a_second(rate: float) -> None:
    said = watched(PictureWatch(), noisy(count=5) + noisy(4, seed=1, count=60), rate)
    assert (first(said, BLACK) - 4) / rate <= 1.0


def test_a_covered_lens_with_the_noise_of_full_gain_is_black() -> None:
    chance = np.random.default_rng(2)
    noise = [np.clip(chance.normal(12, 9, (720, 1280)), 0, 255).astype(np.uint8) for _ in range(15)]
    assert watched(PictureWatch(), noise, 12.0)[-1] is BLACK


def test_a_dark_shop_with_a_lamp_in_it_is_not_a_covered_lens() -> None:
    night = noisy(3, count=30, size=(720, 1280))
    for picture in night:
        picture[100:160, 400:520] = 180  # the sign over the way out
    assert set(watched(PictureWatch(), night, 12.0)) == {LIVE}


def test_f23_light_again_is_live_at_once() -> None:
    said = watched(PictureWatch(), noisy(4, count=30) + noisy(90, seed=1), 12.0)
    assert said[-2:] == [BLACK, LIVE]


def test_a_still_picture_from_a_file_is_not_frozen() -> None:
    (picture,) = noisy()
    watch = PictureWatch()
    assert set(watched(watch, [picture] * 60, 10.0, None)) == {LIVE}
    assert watch.trusted


def test_a_codec_that_skips_what_did_not_change_is_frozen_only_when_no_whole_picture_changes_it() -> None:
    one, other = noisy(count=2)
    said = watched(PictureWatch(), [one] * 100 + [other] * 150, 10.0, BETWEEN_WHOLE_PICTURES)
    assert set(said[:220]) == {LIVE}  # a whole picture came after ten seconds
    assert said[-1] is FROZEN


def test_a_picture_clipped_to_white_is_not_frozen() -> None:
    watch = PictureWatch()
    assert set(watched(watch, [np.full((72, 128), 255, np.uint8)] * 60, 12.0)) == {LIVE}


def test_a_slow_camera_is_not_frozen_by_two_equal_pictures() -> None:
    (picture,) = noisy()
    assert watched(PictureWatch(), [picture, picture], 1.0) == [LIVE, LIVE]


def test_a_camera_that_still_sends_the_frozen_picture_after_reopening_is_not_trusted() -> None:
    watch = PictureWatch()
    one, other = noisy(count=2)
    watched(watch, [other, one], 12.0)
    watch.reopened()
    for number in range(5):
        watch.look(one, 50 + number / 12)
        assert not watch.trusted
    watch.look(other, 51.0)
    assert watch.trusted


def test_black_frames_that_differ_are_not_trusted() -> None:
    watch = PictureWatch()
    watched(watch, noisy(4, count=5), 12.0)
    assert not watch.trusted


def test_the_frozen_age_grows_from_the_last_change() -> None:
    watch = PictureWatch()
    assert watch.unchanged_for(5.0) == 0.0
    one, other = noisy(count=2)
    watched(watch, [one, other, other, other], 10.0)
    assert watch.unchanged_for(0.3) == pytest.approx(0.2)
