"""A seeded series of defocused EAN and UPC pictures: what a lens out of focus makes of a printed code.

The bars are drawn by zxing-cpp, never by the decoder's own tables. A picture is made at four times its size:
print, perspective, blur in linear light, then reduction, camera curve, uneven light and noise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp

from hardware.vision.engines import Grey

_Light = npt.NDArray[np.float32]
_FINE = 4  # pixels of the drawing for one of the picture, so that modules of 2.3 px are what they say
_MODULES = {"EAN-13": 95, "UPC-A": 95, "EAN-8": 67}
_FORMATS = {"EAN-13": "EAN13", "UPC-A": "UPCA", "EAN-8": "EAN8"}
_LENGTHS = {"EAN-13": 12, "UPC-A": 11, "EAN-8": 7}


class Lens(Enum):
    """The shape of the blur: a bell, the disc of a lens out of focus, or a smear along the code."""

    BELL = "bell"
    DISC = "disc"
    SMEAR = "smear"


@dataclass(frozen=True, slots=True)
class Shot:
    """How one picture is taken; lengths of blur are in modules: sigma of the bell, width of disc and smear."""

    symbology: str
    text: str
    module: float
    lens: Lens
    blur: float
    noise: float
    tilt: float
    turn: float
    curve: float
    seed: int


def with_check_digit(digits: str) -> str:
    """The digits of a GTIN followed by their check digit."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def random_text(rng: np.random.Generator, symbology: str) -> str:
    """A number that the symbology can hold, with its check digit."""
    digits = "".join(str(digit) for digit in rng.integers(0, 10, _LENGTHS[symbology]))
    if symbology == "EAN-13" and digits[0] == "0":
        digits = "8" + digits[1:]
    return with_check_digit(digits)


def bars(symbology: str, text: str, module: int, height: int) -> Grey:
    """The printed code, black on white, without quiet zones."""
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, _FORMATS.get(symbology, symbology)))
    row = np.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False), dtype=np.uint8)[0]
    return np.asarray(np.tile(np.repeat(row, module), (height, 1)), dtype=np.uint8)


def kernel(lens: Lens, width: float) -> npt.NDArray[np.float64]:
    """The blur's shape with sum 1; `width` in pixels: sigma of the bell, diameter of the disc, length of the smear."""
    reach = int(np.ceil(width * (4 if lens is Lens.BELL else 0.5))) + 1
    axis = np.arange(-reach, reach + 1, dtype=np.float64)
    across, down = np.meshgrid(axis, axis)
    far = np.abs(across) + np.where(down == 0, 0.0, width) if lens is Lens.SMEAR else np.hypot(across, down)
    shape = np.exp(-((far / width) ** 2) / 2) if lens is Lens.BELL else np.clip(width / 2 + 0.5 - far, 0, 1)
    return np.asarray(shape / shape.sum(), dtype=np.float64)


def picture(shot: Shot) -> Grey:
    """The picture that the shot takes, grey, about 1.4 times as wide as its code."""
    rng = np.random.default_rng(shot.seed)
    module = shot.module * _FINE
    drawn = np.asarray(bars(shot.symbology, shot.text, 8, 8 * 45) / 255, dtype=np.float32)
    laid = _laid(drawn, module / 8, shot)
    ink, paper = 0.04 + 0.08 * rng.random(), 0.5 + 0.4 * rng.random()
    blur = kernel(shot.lens, shot.blur * module)
    fine = cv2.filter2D(ink + (paper - ink) * laid, -1, blur, borderType=cv2.BORDER_REPLICATE)
    height, width = laid.shape[0] // _FINE, laid.shape[1] // _FINE
    light = np.asarray(cv2.resize(fine, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float64)
    slope = rng.uniform(-0.2, 0.2, 2)
    across, down = np.linspace(-0.5, 0.5, width)[None, :], np.linspace(-0.5, 0.5, height)[:, None]
    light *= 1 + slope[0] * across + slope[1] * down
    curve = float(rng.choice([1.0, 1 / 1.8, 1 / 2.2]))
    grey = 255 * np.clip(light, 0, 1) ** curve + rng.normal(0, shot.noise, light.shape)
    return np.asarray(np.clip(np.round(grey), 0, 255), dtype=np.uint8)


def _laid(drawn: _Light, scale: float, shot: Shot) -> _Light:
    """The drawing on paper as the camera sees it: scaled, bent around a can, tilted and turned."""
    high, wide = drawn.shape
    size = (int(wide * scale * 1.4), int(wide * scale * 0.8))
    place = np.array([[1, 0, -wide / 2], [0, 1, -high / 2], [0, 0, 1]], dtype=np.float64)
    turn = np.deg2rad(shot.turn)
    spin = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    tilt = np.array([[scale, 0, 0], [0, scale, 0], [shot.tilt / wide, shot.tilt / wide, 1]])
    centre = np.array([[1, 0, size[0] / 2], [0, 1, size[1] / 2], [0, 0, 1]], dtype=np.float64)
    back = np.linalg.inv(centre @ spin @ tilt @ place)
    x, y = np.meshgrid(np.arange(size[0], dtype=np.float64) + 0.5, np.arange(size[1], dtype=np.float64) + 0.5)
    seen = back @ np.stack([x.ravel(), y.ravel(), np.ones(x.size)])
    across, down = (seen[:2] / seen[2]).reshape(2, size[1], size[0])
    if shot.curve:
        radius = wide / (2 * shot.curve)
        across = wide / 2 + radius * np.arcsin(np.clip((across - wide / 2) / radius, -1, 1))
    maps = ((across - 0.5).astype(np.float32), (down - 0.5).astype(np.float32))
    laid = cv2.remap(drawn, *maps, cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=1.0)
    return np.asarray(laid, dtype=np.float32)


def series(seed: int, count: int, blur: tuple[float, float], lenses: tuple[Lens, ...] = tuple(Lens)) -> Iterator[Shot]:
    """`count` shots of random codes with modules of 2 to 4 px and a blur between the two widths given."""
    rng = np.random.default_rng(seed)
    for number in range(count):
        symbology = str(rng.choice(["EAN-13", "EAN-13", "UPC-A", "EAN-8"]))
        yield Shot(
            symbology,
            random_text(rng, symbology),
            module=rng.uniform(2, 4),
            lens=lenses[int(rng.integers(len(lenses)))],
            blur=rng.uniform(*blur),
            noise=rng.uniform(1, 5),
            tilt=rng.uniform(-0.15, 0.15),
            turn=rng.uniform(-5, 5),
            curve=rng.choice([0.0, 0.0, rng.uniform(0, 0.4)]),
            seed=seed * 100_003 + number,
        )
