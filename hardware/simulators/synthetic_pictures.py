"""Single pictures of made-up codes with their truth; the same seed gives the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from hardware.simulators import synthetic_optics as optics
from hardware.simulators.synthetic_codes import KINDS, Chance, PrintedCode, make_code, truncated
from hardware.simulators.synthetic_effects import EFFECTS, MODULES, TURNS, Level
from hardware.simulators.synthetic_pack import phone_screen, print_pack
from hardware.simulators.synthetic_scene import (
    Corners,
    Picture,
    Pose,
    Scene,
    counter,
    fully_in_view,
    grey_light,
    place,
    to_picture,
)

WIDTH, HEIGHT = 1280, 720
_FINENESS = 2  # a surface is drawn with this many pixels for one of the frame


@dataclass(frozen=True, slots=True)
class SyntheticPicture:
    """Pixels (blue, green, red or grey) and what is true about them."""

    pixels: Picture
    symbology: str
    text: str
    corners: Corners
    module: float
    effects: MappingProxyType[str, float]


def picture(
    seed: int,
    number: int,
    level: Level,
    *,
    effects: Sequence[str] | None = None,
    kinds: Sequence[str] = KINDS,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    grey: bool = False,
) -> SyntheticPicture:
    """Picture `number` of a seed; it does not depend on how many are made.

    Without `effects` each happens as often as the level says; named ones happen always and no others.
    """
    chance = np.random.default_rng((seed, number, ord(level[1])))
    strengths = _drawn(level, effects, chance)
    code = make_code(str(chance.choice(np.array(kinds))), chance)
    scene = _shown(code, level, strengths, chance, size)
    if grey:
        scene = scene.lit(grey_light(scene.light))
    for name, strength in strengths.items():
        effect = EFFECTS[name]
        if effect.change is not None and not effect.on_surface:
            scene = effect.change(scene, strength, chance)
    told = MappingProxyType({name: round(strength, 3) for name, strength in strengths.items()})
    return SyntheticPicture(
        to_picture(scene.light), code.symbology, code.text, scene.corners, round(scene.module, 3), told
    )


def _drawn(level: Level, effects: Sequence[str] | None, chance: Chance) -> dict[str, float]:
    # Strengths are drawn for all, so that a picture stays the same pack at the same place with other effects.
    strengths = {name: effect.strength(level, chance) for name, effect in EFFECTS.items()}
    happening = {name: effect.happens(level, chance) for name, effect in EFFECTS.items()}
    return {name: s for name, s in strengths.items() if (name in effects if effects is not None else happening[name])}


def _shown(
    code: PrintedCode, level: Level, strengths: dict[str, float], chance: Chance, size: tuple[int, int]
) -> Scene:
    """The code on its surface, bent and placed into a frame so that it is wholly in view."""
    module = float(chance.uniform(*MODULES[level])) * (1.0 if code.flat else 1.5)
    code = truncated(code, float(chance.uniform(0.35, 1.0)))
    widest = max(code.modules.shape) + 2 * code.quiet
    module = min(module, 0.8 * min(size) / min(widest, 2 * min(code.modules.shape)), 0.9 * max(size) / widest)
    fine = max(3, round(_FINENESS * module))
    depth = strengths.get("phone-screen")
    surface = print_pack(code, fine, chance) if depth is None else phone_screen(code, fine, depth, chance)
    for name, strength in strengths.items():
        change = EFFECTS[name].change
        if change is not None and EFFECTS[name].on_surface:
            surface = change(surface, strength, chance)
    return _placed(surface, level, strengths.get("perspective"), chance, module, size)


def _placed(
    surface: Scene, level: Level, tilt: float | None, chance: Chance, module: float, size: tuple[int, int]
) -> Scene:
    """In the frame by chance, more in the middle when it would reach out of it."""
    width, height = size
    background = counter(chance, width, height)
    anyhow = chance.random() < 0.25
    turn = float(chance.uniform(0, 360) if anyhow else chance.normal(0, TURNS[level])) if tilt is not None else 0.0
    axis, aside, down = float(chance.uniform(0, 360)), *(float(part) for part in chance.uniform(-0.4, 0.4, 2))
    for part in (1.0, 0.5, 0.0):
        pose = Pose(turn, tilt or 0.0, axis, width * (0.5 + aside * part), height * (0.5 + down * part))
        placed = place(surface, background, pose, module)
        if fully_in_view(placed.corners, width, height):
            return placed
    lying = Pose(0.0, tilt or 0.0, axis, width / 2, height / 2)  # a long code has room only along the frame
    return place(surface, background, lying, module)


@dataclass(frozen=True, slots=True)
class DefocusStep:
    """One picture of the defocus series: pixels per module, the lens ("disc" or "gaussian"), the blur in modules.

    The blur is the radius of the disc; a Gaussian has the standard deviation that spreads light as wide, half of it.
    """

    module: float
    blur: float
    lens: str
    picture: SyntheticPicture


DEFOCUS_MODULES = (2.0, 2.5, 3.0, 3.5, 4.0)
DEFOCUS_BLURS = (1.0, 1.25, 1.5, 1.75, 2.0)
_DEFOCUS_KINDS = ("ean-13", "ean-13", "upc-a", "ean-13", "ean-8")
_LENSES = ("disc", "gaussian")
_DEFOCUS_ELECTRONS = 1500.0


def defocus_series(seed: int, *, each: int = 2, size: tuple[int, int] = (640, 480)) -> Iterator[DefocusStep]:
    """EAN and UPC on packs, well lit and out of focus: `each` pictures for every module width and blur."""
    number = 0
    for module in DEFOCUS_MODULES:
        for blur in DEFOCUS_BLURS:
            for _ in range(each):
                yield _defocused(seed, number, module, blur, size)
                number += 1


def _defocused(seed: int, number: int, module: float, blur: float, size: tuple[int, int]) -> DefocusStep:
    chance = np.random.default_rng((seed, number, ord("b")))
    # Drawn, not taken in turn, so that no lens and no symbol always meets the same width.
    code = make_code(str(chance.choice(np.array(_DEFOCUS_KINDS))), chance)
    lens = str(chance.choice(np.array(_LENSES)))
    surface = print_pack(code, max(4, round(_FINENESS * module)), chance)
    pose = Pose(
        float(chance.normal(0, 3)), float(chance.uniform(0, 8)), float(chance.uniform(0, 360)), size[0] / 2, size[1] / 2
    )
    scene = place(surface, counter(chance, *size), pose, module)
    if lens == "disc":
        scene, told = optics.defocus_disc(scene, blur), ("defocus-disc", blur)
    else:
        scene, told = optics.defocus_gaussian(scene, blur / 2), ("defocus-gaussian", blur / 2)
    scene = optics.low_light(scene, _DEFOCUS_ELECTRONS, chance)
    effects = MappingProxyType(dict((told, ("low-light", _DEFOCUS_ELECTRONS))))
    made = SyntheticPicture(to_picture(scene.light), code.symbology, code.text, scene.corners, module, effects)
    return DefocusStep(module, blur, lens, made)
