"""The effects by name, and how strong each is at the four levels of difficulty."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from hardware.simulators import synthetic_optics as optics
from hardware.simulators import synthetic_surface as surface
from hardware.simulators.synthetic_codes import Chance
from hardware.simulators.synthetic_scene import Scene

Level = Literal["d0", "d1", "d2", "d3"]
LEVELS: tuple[Level, ...] = ("d0", "d1", "d2", "d3")
Range = tuple[float, float]
Change = Callable[[Scene, float, Chance], Scene]


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: what it is, the unit of its strength, its strengths per level, and how often a picture has it.

    `change` is None for the two that choose how the surface is placed or what shows the code.
    """

    sentence: str
    unit: str
    strengths: tuple[Range, Range, Range, Range]
    often: tuple[float, float, float, float]
    change: Change | None = None
    on_surface: bool = False

    def strength(self, level: Level, chance: Chance) -> float:
        """A strength for a level."""
        low, high = self.strengths[LEVELS.index(level)]
        return float(chance.uniform(low, high))

    def happens(self, level: Level, chance: Chance) -> bool:
        """Whether a picture of this level has it."""
        return bool(chance.random() < self.often[LEVELS.index(level)])


def _moved(scene: Scene, modules: float, chance: Chance) -> Scene:
    return optics.motion(scene, modules, float(chance.uniform(0, 180)))


# In the order in which light meets them: surface, placing, lamp, lens, shutter, sensor, file.
EFFECTS: MappingProxyType[str, Effect] = MappingProxyType(
    {
        "phone-screen": Effect(
            "shown on a phone, light or dark, with the screen's grid", "darkness of the grid",
            ((0.1, 0.2), (0.15, 0.3), (0.2, 0.4), (0.3, 0.5)), (0.1, 0.1, 0.1, 0.1),
        ),
        "crease": Effect(
            "folds across the code", "modules of shift",
            ((0.1, 0.3), (0.3, 0.8), (0.6, 1.4), (1.2, 2.2)), (0.1, 0.15, 0.25, 0.3),
            surface.crease, on_surface=True,
        ),
        "cylinder": Effect(
            "wrapped round a can or bottle", "degrees to each side",
            ((8, 20), (20, 38), (30, 52), (45, 65)), (0.15, 0.2, 0.3, 0.3),
            surface.cylinder, on_surface=True,
        ),
        "perspective": Effect(
            "turned in the picture and tilted away", "degrees of tilt",
            ((0, 12), (5, 28), (15, 42), (25, 55)), (1, 1, 1, 1),
        ),
        "uneven-light": Effect(
            "darker at one side, a shadow's edge over the code", "light on the dark side",
            ((0.6, 0.9), (0.35, 0.6), (0.15, 0.4), (0.06, 0.2)), (0.3, 0.3, 0.4, 0.4),
            optics.uneven_light,
        ),
        "glare": Effect(
            "a lamp's reflection over the bars", "share of the code",
            ((0.02, 0.06), (0.05, 0.14), (0.1, 0.3), (0.2, 0.5)), (0.1, 0.2, 0.25, 0.3),
            optics.glare,
        ),
        "defocus-disc": Effect(
            "out of focus, as a disc", "modules of radius",
            ((0.1, 0.3), (0.3, 0.6), (0.5, 0.85), (0.7, 1.3)), (0.3, 0.35, 0.4, 0.5),
            lambda scene, strength, _chance: optics.defocus_disc(scene, strength),
        ),
        "defocus-gaussian": Effect(
            "out of focus, as a Gaussian", "modules of standard deviation",
            ((0.1, 0.25), (0.2, 0.4), (0.35, 0.55), (0.45, 0.75)), (0.2, 0.25, 0.3, 0.4),
            lambda scene, strength, _chance: optics.defocus_gaussian(scene, strength),
        ),
        "motion": Effect(
            "moved while the shutter was open", "modules",
            ((0.1, 0.5), (0.4, 1.2), (0.8, 2.0), (1.5, 3.5)), (0.2, 0.25, 0.35, 0.4),
            _moved,
        ),
        "low-light": Effect(
            "dark, with the noise of a sensor", "electrons at white",
            ((1200, 3000), (300, 900), (90, 300), (30, 110)), (0.6, 0.7, 0.8, 1),
            optics.low_light,
        ),
        "jpeg": Effect(
            "compressed", "quality of 100",
            ((88, 96), (70, 90), (45, 75), (25, 55)), (0.5, 0.6, 0.6, 0.7),
            lambda scene, strength, _chance: optics.jpeg(scene, strength),
        ),
    }
)  # fmt: skip

# Pixels per module of bars; squares are shown half as large again.
MODULES: MappingProxyType[Level, Range] = MappingProxyType(
    {"d0": (2.6, 4.2), "d1": (2.0, 3.2), "d2": (1.6, 2.6), "d3": (1.2, 1.9)}
)
# How far a code is turned in the picture, in degrees; one in four lies anyhow.
TURNS: MappingProxyType[Level, float] = MappingProxyType({"d0": 4.0, "d1": 12.0, "d2": 30.0, "d3": 60.0})
