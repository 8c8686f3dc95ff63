"""Sequences as a camera films them: a code slides in, steadies, leaves; with the truth of each frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin
from types import MappingProxyType

import numpy as np

from hardware.simulators import synthetic_optics as optics
from hardware.simulators.synthetic_codes import Chance, PrintedCode, make_code, truncated
from hardware.simulators.synthetic_effects import Level, Range
from hardware.simulators.synthetic_pack import print_pack
from hardware.simulators.synthetic_pictures import HEIGHT, WIDTH
from hardware.simulators.synthetic_scene import (
    Corners,
    Light,
    Picture,
    Pose,
    Scene,
    counter,
    fully_in_view,
    grey_light,
    partly_in_view,
    place,
    to_picture,
)

RATE = 30  # frames a second
FRAMES = 75
# Most of what a till scans is EAN; the rest of what shops print follows.
FILM_KINDS = (
    "ean-13", "ean-13", "ean-13", "code-128", "qr", "upc-a", "ean-13", "ean-8", "gs1-data-matrix", "itf-14",
    "ean-13", "databar",
)  # fmt: skip
_ARRIVES, _STEADY, _LEAVES, _GONE = 0.05, 0.21, 0.79, 0.93  # shares of the sequence
_FINENESS = 2
_EVEN = np.array([0.8192, 0.6710, 0.5497])  # powers of 1/1.2207, the root of x^4 = x + 1: an even sequence in three


@dataclass(frozen=True, slots=True)
class Filming:
    """How hard a level films: ranges that each sequence draws from.

    Pixels per module, degrees of tilt, standard deviation of the turn in degrees and the share of sequences that lie
    oblique, the blur's radius in modules once the lens has found its focus, electrons at white, the share of a
    frame's time the shutter is open, the tremor of the hand in pixels, and the modules of blur too much at first.
    """

    module: Range
    tilt: Range
    turn: float
    oblique: float
    blur: Range
    electrons: Range
    shutter: Range
    tremor: Range
    hunting: float


FILMING: MappingProxyType[Level, Filming] = MappingProxyType(
    {
        "d0": Filming((2.6, 4.0), (0, 10), 4, 0.0, (0.1, 0.35), (1000, 2500), (0.2, 0.4), (0.3, 1.0), 1.1),
        "d1": Filming((1.9, 2.8), (8, 28), 9, 0.34, (0.3, 0.6), (400, 900), (0.3, 0.45), (0.4, 1.2), 0.3),
        "d2": Filming((1.6, 2.2), (10, 35), 12, 0.4, (0.54, 0.88), (150, 350), (0.4, 0.7), (0.8, 2.0), 0.5),
        "d3": Filming((1.2, 1.8), (20, 45), 20, 0.4, (0.75, 1.1), (40, 120), (0.6, 0.9), (1.0, 3.0), 0.5),
    }
)


@dataclass(frozen=True, slots=True)
class FilmFrame:
    """One frame: pixels, the code's corners, and whether any and all of the code is in view."""

    number: int
    pixels: Picture
    corners: Corners
    partly: bool
    fully: bool


@dataclass(frozen=True, slots=True)
class Film:
    """One item before the camera: what its code says, and all that its frames are made of."""

    code: PrintedCode
    level: Level
    seed: tuple[int, ...]
    count: int
    surface: Scene
    background: Light
    rest: Pose
    way: float  # the direction in which it comes, radians
    module: float
    filming: tuple[float, float, float, float]  # blur, electrons, shutter, tremor

    def frames(self) -> Iterator[FilmFrame]:
        """The frames, one after the other, made as they are asked for."""
        for number in range(self.count):
            yield self._frame(number)

    def _frame(self, number: int) -> FilmFrame:
        chance = np.random.default_rng((*self.seed, number))
        blur, electrons, shutter, _tremor = self.filming
        height, width = self.background.shape[:2]
        pose = self._pose(number)
        before = self._pose(number - shutter)
        moved = (pose.x - before.x, pose.y - before.y)
        scene = place(self.surface, self.background, pose, self.module, moved)
        partly = partly_in_view(scene.corners, width, height)
        scene = scene.lit(optics.disc_blurred(scene.light, (blur + self._hunting(number)) * self.module))
        scene = optics.low_light(scene, electrons, chance)
        fully = fully_in_view(scene.corners, width, height)
        return FilmFrame(number, to_picture(scene.light), scene.corners, partly, fully)

    def _hunting(self, number: int) -> float:
        """Modules of blur too much while the lens looks for its focus on the new item."""
        since = number / self.count - _STEADY + 0.1
        return FILMING[self.level].hunting * float(np.exp(-max(since, 0.0) * self.count / 4))

    def _pose(self, number: float) -> Pose:
        """Where it is at a moment: slowing down as it comes, trembling while it is held, faster as it leaves."""
        at = number / self.count
        height, width = self.background.shape[:2]
        tremor = self.filming[3]
        far = hypot(width, height) * 0.5 + self.surface.reach * self.module / self.surface.module * 1.5
        coming = min(max((_STEADY - at) / (_STEADY - _ARRIVES), 0.0), 1.0)
        leaving = min(max((at - _LEAVES) / (_GONE - _LEAVES), 0.0), 1.0)
        away = -far * coming**2 + far * leaving**2
        beat = 2 * pi * number / RATE
        x = self.rest.x + away * cos(self.way) + tremor * (sin(2.3 * beat) + 0.5 * sin(5.1 * beat + 1))
        y = self.rest.y + away * sin(self.way) + tremor * (cos(1.9 * beat) + 0.5 * sin(4.3 * beat + 2))
        turn = self.rest.turn + 12 * coming - 10 * leaving + 0.4 * tremor * sin(1.1 * beat)
        return Pose(turn, self.rest.tilt + 0.5 * tremor * cos(0.9 * beat), self.rest.axis, x, y)


def film(
    seed: int,
    number: int,
    level: Level,
    *,
    kinds: Sequence[str] = FILM_KINDS,
    frames: int = FRAMES,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    grey: bool = True,
) -> Film:
    """Sequence `number` of a seed, its symbology taken from `kinds` in turn; independent of how many are made."""
    own = (seed, number, ord(level[1]), ord("f"))
    chance = np.random.default_rng(own)
    shape = FILMING[level]
    code = truncated(make_code(kinds[number % len(kinds)], chance), float(chance.uniform(0.5, 1.0)))
    small, blurred, lying = _evenly(seed, number, level)
    module = _within(shape.module, small) * (1.0 if code.flat else 1.5)
    surface = print_pack(code, max(3, round(_FINENESS * module)), chance)
    background = counter(chance, *size)
    if grey:
        surface, background = surface.lit(grey_light(surface.light)), grey_light(background)
    rest = _rest(shape, chance, size, lying < shape.oblique)
    blur = _within(shape.blur, blurred)
    electrons, shutter, tremor = (
        float(chance.uniform(*each)) for each in (shape.electrons, shape.shutter, shape.tremor)
    )
    way = float(chance.choice((0.0, pi / 2, pi, -pi / 2))) + radians(float(chance.normal(0, 12)))
    return Film(code, level, own, frames, surface, background, rest, way, module, (blur, electrons, shutter, tremor))


def _evenly(seed: int, number: int, level: Level) -> tuple[float, float, float]:
    """Three shares from 0 to 1 that few sequences cover evenly, so that six films are as hard as sixty."""
    begin = np.random.default_rng((seed, ord(level[1]), ord("e"))).random(3)
    first, second, third = (begin + number * _EVEN) % 1.0
    return float(first), float(second), float(third)


def _within(limits: Range, share: float) -> float:
    return limits[0] + share * (limits[1] - limits[0])


def _rest(shape: Filming, chance: Chance, size: tuple[int, int], oblique: bool) -> Pose:
    turn = chance.uniform(20, 70) * chance.choice((-1, 1)) if oblique else chance.normal(0, shape.turn)
    tilt, axis = chance.uniform(*shape.tilt), chance.uniform(0, 360)
    x, y = (length * (0.5 + chance.uniform(-0.08, 0.08)) for length in size)
    return Pose(float(turn), float(tilt), float(axis), float(x), float(y))
