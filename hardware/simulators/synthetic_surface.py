"""Bends the surface that a code is printed on: round a can, or creased."""

from math import ceil, floor, pi, radians, sin

import cv2
import numpy as np
import numpy.typing as npt

from hardware.simulators.synthetic_codes import Chance
from hardware.simulators.synthetic_scene import Light, Scene

Line = npt.NDArray[np.float32]


def cylinder(scene: Scene, degrees: float, chance: Chance) -> Scene:
    """The surface round a can whose code spans `degrees` to each side of the middle line.

    Half of the cans stand, so that the ends of the bars' row turn away; the others lie. What would lie behind the
    edge of the can is not there.
    """
    if chance.random() < 0.5:
        return _transposed(_round_upright(_transposed(scene), degrees))
    return _round_upright(scene, degrees)


def _round_upright(scene: Scene, degrees: float) -> Scene:
    height, width = scene.light.shape[:2]
    middle = scene.middle[0]
    half = max(abs(x - middle) for x, _ in scene.corners)
    radius = half / radians(min(max(degrees, 1.0), 85.0))
    left, right = max(0, ceil(middle - radius)), min(width, floor(middle + radius))
    turned = np.arcsin(np.clip((np.arange(left, right, dtype=np.float32) - middle) / radius, -1, 1))
    columns = np.tile((turned * radius + middle).astype(np.float32), (height, 1))
    rows = np.repeat(np.arange(height, dtype=np.float32)[:, None], right - left, axis=1)
    bent = cv2.remap(scene.light, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    # A can's flanks turn away from the light too.
    shade = (0.25 + 0.75 * np.cos(turned)).astype(np.float32)
    corners = tuple((middle - left + radius * sin((x - middle) / radius), y) for x, y in scene.corners)
    return Scene(_shaded(bent, np.tile(shade, (height, 1))), corners, scene.module)


def _transposed(scene: Scene) -> Scene:
    light = np.ascontiguousarray(np.swapaxes(scene.light, 0, 1))
    return Scene(light, tuple((y, x) for x, y in scene.corners), scene.module)


def crease(scene: Scene, modules: float, chance: Chance) -> Scene:
    """Two to four folds across the code that shift what is printed by up to `modules` and catch the light."""
    height, width = scene.light.shape[:2]
    reach = modules * scene.module
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    shade = np.ones((height, width), np.float32)
    mx, my = scene.middle
    shift = np.zeros_like(columns)
    for _ in range(int(chance.integers(2, 5))):
        way = chance.uniform(0, pi)
        through = chance.uniform(-0.6, 0.6) * scene.reach
        distance = (
            (columns - mx) * np.float32(np.cos(way)) + (rows - my) * np.float32(np.sin(way)) - np.float32(through)
        )
        breadth = np.float32(chance.uniform(6, 16) * scene.module)
        bump = np.exp(-((distance / breadth) ** 2))
        shift += np.float32(reach * chance.choice((-1.0, 1.0))) * bump
        glint = np.exp(-((distance / (0.8 * scene.module + 1)) ** 2))
        shade *= 1 + np.float32(0.18 * modules) * (np.sign(distance) * bump * 0.5 + glint * chance.choice((-0.8, 0.9)))
    bent = cv2.remap(
        scene.light, columns + shift, rows + 0.4 * shift, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return scene.lit(_shaded(bent, np.clip(shade, 0.15, 2.0)))


def _shaded(bent: npt.ArrayLike, shade: Line) -> Light:
    light = np.asarray(bent, dtype=np.float32)
    return np.asarray(light * (shade if light.ndim == 2 else shade[..., None]), dtype=np.float32)
