"""Light in front of a camera: a printed surface, where its code lies, and how it is placed into a frame."""

from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, radians, sin

import cv2
import numpy as np
import numpy.typing as npt

from hardware.simulators.synthetic_codes import Chance

Light = npt.NDArray[np.float32]  # linear, 0 black to 1 white; rows x columns, or rows x columns x blue-green-red
Picture = npt.NDArray[np.uint8]
Corners = tuple[tuple[float, float], ...]  # top left, top right, bottom right, bottom left of the code itself

_GAMMA = 2.2
_FOCAL = 1.3  # widths of the frame: the view of a common camera
_STEPS = 65535  # so fine that the darkest greys stay apart
_SHARP = 0.7  # pixels of movement that no picture shows
_TO_LIGHT = ((np.arange(256) / 255.0) ** _GAMMA).astype(np.float32)
_TO_PICTURE = np.rint((np.arange(_STEPS + 1) / _STEPS) ** (1 / _GAMMA) * 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Scene:
    """Light, the corners of the code in it, and the width of one module in pixels."""

    light: Light
    corners: Corners
    module: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the code."""
        return sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4

    @property
    def reach(self) -> float:
        """From the middle of the code to its farthest corner, in pixels."""
        mx, my = self.middle
        return max(float(np.hypot(x - mx, y - my)) for x, y in self.corners)

    def lit(self, light: Light) -> "Scene":
        """The same place in another light."""
        return replace(self, light=light)


def to_light(picture: Picture) -> Light:
    """Linear light of an ordinary picture of 8 bits."""
    return np.asarray(_TO_LIGHT[picture], dtype=np.float32)


def to_picture(light: Light) -> Picture:
    """The ordinary picture of 8 bits that a camera makes of linear light; what is too bright is white."""
    steps = np.clip(light * np.float32(_STEPS), 0, _STEPS).astype(np.uint16)
    return np.asarray(_TO_PICTURE[steps], dtype=np.uint8)


def grey_light(light: Light) -> Light:
    """The brightness of coloured light; grey light stays as it is."""
    return light if light.ndim == 2 else np.asarray(light @ np.array([0.11, 0.59, 0.3], np.float32))


@dataclass(frozen=True, slots=True)
class Pose:
    """How a surface lies: turned in the picture, tilted away about an axis, and where its middle is (pixels)."""

    turn: float = 0.0  # degrees
    tilt: float = 0.0  # degrees
    axis: float = 0.0  # degrees; 0 tilts the upper edge away, 90 a side
    x: float = 0.0
    y: float = 0.0


def place(
    surface: Scene, background: Light, pose: Pose, module: float, moved: tuple[float, float] = (0.0, 0.0)
) -> Scene:
    """The frame `background` with the surface in it, the code's modules `module` pixels wide where it is nearest.

    `pose.x` and `pose.y` say where the middle of the code comes to lie; `moved` by how many pixels the surface went
    while the shutter was open, which smears it and not the background.
    """
    height, width = background.shape[:2]
    mapping = _homography(surface, pose, module, _FOCAL * width)
    # Each pixel of a sensor gathers light over its whole area.
    spread = 0.3 * surface.module / module
    soft = cv2.GaussianBlur(surface.light, (0, 0), spread) if spread > 0.3 else surface.light
    corners = cv2.perspectiveTransform(np.array([surface.corners], np.float64), mapping)[0]
    way, towards = hypot(*moved), degrees(atan2(moved[1], moved[0]))
    if way < _SHARP:
        frame = background.copy()
        cv2.warpPerspective(soft, mapping, (width, height), dst=frame, borderMode=cv2.BORDER_TRANSPARENT)
    else:
        there = cv2.warpPerspective(np.ones(soft.shape[:2], np.float32), mapping, (width, height))
        there = motion_blurred(np.asarray(there, np.float32), way, towards)
        front = np.asarray(cv2.warpPerspective(soft, mapping, (width, height)), np.float32)
        behind = background * (1 - (there if background.ndim == 2 else there[..., None]))
        frame = motion_blurred(front, way, towards) + behind
    return Scene(frame, tuple((float(x), float(y)) for x, y in corners), module)


def motion_blurred(light: Light, pixels: float, degrees: float) -> Light:
    """The light smeared evenly along a line of `pixels`."""
    if pixels < _SHARP:
        return light
    reach = int(np.ceil(pixels / 2)) + 1
    weights = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    for step in np.linspace(-pixels / 2, pixels / 2, 8 * reach):
        x, y = reach + step * cos(radians(degrees)), reach + step * sin(radians(degrees))
        left, top = int(x), int(y)
        for column, row in ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)):
            weights[row, column] += (1 - abs(x - column)) * (1 - abs(y - row))
    weights /= weights.sum()
    return np.asarray(cv2.filter2D(light, -1, weights, borderType=cv2.BORDER_REPLICATE), dtype=np.float32)


def _homography(surface: Scene, pose: Pose, module: float, focal: float) -> npt.NDArray[np.float64]:
    turn, tilt, axis = radians(pose.turn), radians(pose.tilt), radians(pose.axis)
    about_sight = np.array([[cos(turn), -sin(turn), 0], [sin(turn), cos(turn), 0], [0, 0, 1]])
    ux, uy = cos(axis), sin(axis)
    cross = np.array([[0, 0, uy], [0, 0, -ux], [-uy, ux, 0]])
    away = np.eye(3) + sin(tilt) * cross + (1 - cos(tilt)) * (cross @ cross)
    rotation = away @ about_sight
    scale = module / surface.module
    mx, my = surface.middle
    flat = np.array([[scale, 0, -scale * mx], [0, scale, -scale * my], [0, 0, 1]])
    plane = np.column_stack([rotation[:, 0], rotation[:, 1], [0, 0, focal]])
    camera = np.array([[focal, 0, pose.x], [0, focal, pose.y], [0, 0, 1]])
    return np.asarray(camera @ plane @ flat)


def fully_in_view(corners: Corners, width: int, height: int) -> bool:
    """Whether the whole code lies within the frame."""
    return all(0 <= x <= width - 1 and 0 <= y <= height - 1 for x, y in corners)


def partly_in_view(corners: Corners, width: int, height: int) -> bool:
    """Whether any of the code may lie within the frame."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(xs) >= 0 and min(xs) < width and max(ys) >= 0 and min(ys) < height


def counter(chance: Chance, width: int, height: int) -> Light:
    """What the camera sees without an item: a counter out of focus, in grey or wood, with what lies about."""
    tone = chance.uniform(0.05, 0.5)
    tint = np.array([1.0, 1.0, 1.0]) + chance.uniform(-0.12, 0.12) * np.array([-1.0, 0.0, 1.0])
    coarse = chance.uniform(0.75, 1.25, (6, 9)).astype(np.float32)
    cloud = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    grain = chance.normal(1.0, 0.06, (height // 4 + 1, 4)).astype(np.float32)
    cloud = cloud * cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC)
    frame = np.asarray(cloud[..., None] * (tone * tint), dtype=np.float32)
    for _ in range(int(chance.integers(2, 6))):
        place_x, place_y = int(chance.integers(0, width)), int(chance.integers(0, height))
        axes = (int(chance.integers(width // 40, width // 6)), int(chance.integers(height // 40, height // 6)))
        colour = tuple(float(part) for part in chance.uniform(0.02, 0.7, 3))
        cv2.ellipse(frame, (place_x, place_y), axes, float(chance.uniform(0, 180)), 0, 360, colour, -1)
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), width / 160), dtype=np.float32)
