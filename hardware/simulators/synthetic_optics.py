"""What lens, light and sensor do to a picture of a code: each effect a pure function of a scene.

Blur and glare work on linear light, as glass does; noise is that of electrons.
"""

from math import cos, pi, sin

import cv2
import numpy as np

from hardware.simulators.synthetic_codes import Chance
from hardware.simulators.synthetic_scene import Light, Scene, motion_blurred, to_light, to_picture

_READ_NOISE = 4.0  # electrons
_WELL_LIT = 1500.0  # electrons at white; below, the camera cannot amplify all that is missing


def defocus_disc(scene: Scene, modules: float) -> Scene:
    """Out of focus as a lens with few faults is: each point becomes an even disc `modules` in radius."""
    return scene.lit(disc_blurred(scene.light, modules * scene.module))


def disc_blurred(light: Light, radius: float) -> Light:
    """The light with each point spread evenly over a disc (pixels)."""
    if radius < 0.3:
        return light
    return np.asarray(cv2.filter2D(light, -1, _disc(radius), borderType=cv2.BORDER_REPLICATE), dtype=np.float32)


def _disc(radius: float) -> Light:
    """The weights of a disc; a pixel at the edge counts by the share of it that is covered."""
    fine = 8
    reach = int(np.ceil(radius + 0.5))
    places = (np.arange((2 * reach + 1) * fine, dtype=np.float32) + 0.5) / fine - reach - 0.5
    inside = (places[:, None] ** 2 + places[None, :] ** 2 <= radius**2).astype(np.float32)
    weights = inside.reshape(2 * reach + 1, fine, 2 * reach + 1, fine).sum(axis=(1, 3))
    return np.asarray(weights / weights.sum(), dtype=np.float32)


def defocus_gaussian(scene: Scene, modules: float) -> Scene:
    """Out of focus as a small or dirty lens is: spread by a Gaussian of `modules` standard deviation."""
    sigma = modules * scene.module
    return scene if sigma < 0.2 else scene.lit(np.asarray(cv2.GaussianBlur(scene.light, (0, 0), sigma), np.float32))


def motion(scene: Scene, modules: float, degrees: float) -> Scene:
    """Moved by `modules` along `degrees` (0 to the right, 90 down) while the shutter was open."""
    return scene.lit(motion_blurred(scene.light, modules * scene.module, degrees))


def glare(scene: Scene, share: float, chance: Chance) -> Scene:
    """A lamp's reflection over the code, as long as the code and `share` of it wide; its middle is all white."""
    mx, my = scene.middle
    reach = scene.reach
    way = chance.uniform(0, pi)
    x, y = (middle + chance.uniform(-0.5, 0.5) * reach for middle in (mx, my))
    height, width = scene.light.shape[:2]
    columns = np.arange(width, dtype=np.float32)[None, :] - np.float32(x)
    rows = np.arange(height, dtype=np.float32)[:, None] - np.float32(y)
    along = columns * np.float32(cos(way)) + rows * np.float32(sin(way))
    across = rows * np.float32(cos(way)) - columns * np.float32(sin(way))
    spot = np.exp(-((along / np.float32(reach)) ** 2) - (across / np.float32(max(share * reach, 1.0))) ** 2)
    added = spot * np.float32(chance.uniform(1.2, 3.0))
    return scene.lit(_lit(scene.light, added, np.float32(1)))


def _lit(light: Light, added: Light, factor: Light | np.float32) -> Light:
    if light.ndim == 3:
        added = added[..., None]
        factor = factor[..., None] if isinstance(factor, np.ndarray) else factor
    return np.asarray(np.minimum(light * factor + added, 1), dtype=np.float32)


def uneven_light(scene: Scene, darkest: float, chance: Chance) -> Scene:
    """Light that falls off to `darkest` (share of full light) at one side, with the edge of a shadow over the code."""
    height, width = scene.light.shape[:2]
    way = chance.uniform(0, 2 * pi)
    mx, my = scene.middle
    columns = (np.arange(width, dtype=np.float32)[None, :] - np.float32(mx)) * np.float32(cos(way))
    rows = (np.arange(height, dtype=np.float32)[:, None] - np.float32(my)) * np.float32(sin(way))
    distance = (columns + rows) / np.float32(scene.reach)
    edge = 1 / (1 + np.exp(-np.clip((distance - chance.uniform(-0.5, 0.5)) * chance.uniform(2, 12), -30, 30)))
    factor = np.asarray(darkest + (1 - darkest) * edge, np.float32)
    return scene.lit(_lit(scene.light, np.zeros((1, 1), np.float32), factor))


def low_light(scene: Scene, electrons: float, chance: Chance) -> Scene:
    """So little light that a white pixel gathers only `electrons`: dark, and with the noise of counting few.

    The noise of counting (Poisson) is drawn from the normal distribution of the same variance, that of reading
    out is added; the two cannot be told apart from ten electrons on.
    """
    brightness = min(1.0, max(0.06, electrons / _WELL_LIT) ** 0.7)
    spread = np.sqrt(np.maximum(scene.light, 0) * np.float32(electrons) + np.float32(_READ_NOISE**2))
    noise = chance.standard_normal(scene.light.shape, dtype=np.float32) * (spread / np.float32(electrons))
    return scene.lit(np.clip((scene.light + noise) * np.float32(brightness), 0, 1).astype(np.float32))


def jpeg(scene: Scene, quality: float) -> Scene:
    """Compressed as JPEG of `quality` (0 to 100)."""
    done, packed = cv2.imencode(".jpg", to_picture(scene.light), [cv2.IMWRITE_JPEG_QUALITY, round(quality)])
    if not done:
        raise ValueError(f"a picture of {scene.light.shape} cannot be written as JPEG")
    way = cv2.IMREAD_GRAYSCALE if scene.light.ndim == 2 else cv2.IMREAD_COLOR
    return scene.lit(to_light(np.asarray(cv2.imdecode(packed, way), dtype=np.uint8)))
