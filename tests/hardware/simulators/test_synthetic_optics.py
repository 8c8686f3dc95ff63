"""Effects of lens, light and sensor: pure, seeded, and each what it says."""

import numpy as np
import pytest

from hardware.simulators import synthetic_optics as optics
from hardware.simulators.synthetic_scene import Scene

CODE = ((20.0, 20.0), (44.0, 20.0), (44.0, 44.0), (20.0, 44.0))


def scene(light: float = 0.5, colours: tuple[int, ...] = ()) -> Scene:
    return Scene(np.full((64, 64, *colours), light, np.float32), CODE, 3.0)


def point() -> Scene:
    light = np.zeros((64, 64), np.float32)
    light[32, 32] = 1.0
    return Scene(light, CODE, 3.0)


def test_a_disc_is_even_and_as_wide_as_it_says() -> None:
    spread = optics.defocus_disc(point(), 2.0).light
    lit = np.argwhere(spread > spread.max() * 0.5)
    assert spread.sum() == pytest.approx(1.0, abs=1e-4)
    assert np.ptp(lit[:, 0]) + 1 == pytest.approx(12, abs=1)  # radius of 2 modules of 3 px
    assert spread[32, 32] == pytest.approx(spread.max())


def test_a_gaussian_has_the_deviation_it_says() -> None:
    spread = optics.defocus_gaussian(point(), 1.0).light
    away = np.arange(64) - 32
    assert float((spread.sum(axis=0) * away**2).sum()) ** 0.5 == pytest.approx(3.0, rel=0.05)


def test_motion_goes_where_it_says() -> None:
    across = optics.motion(point(), 4.0, 0.0).light
    assert np.ptp(np.argwhere(across > 0.01)[:, 1]) >= 11
    assert np.ptp(np.argwhere(across > 0.01)[:, 0]) <= 2


def test_noise_is_that_of_the_electrons() -> None:
    chance = np.random.default_rng(5)
    dim = optics.low_light(scene(0.25), 400, chance).light
    gain = dim.mean() / 0.25
    # 100 electrons: a deviation of 10 by counting and of 4 by reading out.
    assert dim.std() / gain * 400 == pytest.approx((100 + 16) ** 0.5, rel=0.1)
    assert gain < 0.6
    assert optics.low_light(scene(0.25), 3000, chance).light.mean() == pytest.approx(0.25, rel=0.02)


def test_glare_burns_out_a_part_and_darkens_nothing() -> None:
    lit = optics.glare(scene(0.2, (3,)), 0.3, np.random.default_rng(1)).light
    assert lit.max() == 1.0
    assert lit.min() >= 0.2 - 1e-6
    assert 0 < (lit[..., 0] == 1.0).mean() < 0.5


def test_uneven_light_keeps_within_its_bounds() -> None:
    lit = optics.uneven_light(scene(0.8), 0.25, np.random.default_rng(1)).light
    assert lit.min() >= 0.8 * 0.25 - 1e-4
    assert lit.max() <= 0.8 + 1e-4
    assert np.ptp(lit) > 0.2


@pytest.mark.parametrize("colours", [(), (3,)])
def test_jpeg_loses_more_at_low_quality(colours: tuple[int, ...]) -> None:
    chance = np.random.default_rng(1)
    rough = Scene(chance.random((64, 64, *colours), dtype=np.float32), CODE, 3.0)
    lost = [float(np.abs(optics.jpeg(rough, quality).light - rough.light).mean()) for quality in (95, 20)]
    assert lost[0] < lost[1]
