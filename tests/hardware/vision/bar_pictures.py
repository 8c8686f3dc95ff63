"""Pictures of an EAN-13 on a counter, spoilt in one way each, as a sensor sees them."""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp

from hardware.vision.engines import Grey, Quad

TEXT = "8801234567893"
_SCALE = 8
_SIZE = (1280, 720)
_MIDDLE = (640.0, 360.0)


def bars(module: float = 3.0, blur: float = 0.6, angle: float = 0.0, noise: float = 4.0) -> Grey:
    """Bars of so many pixels a module, blurred by so many pixels, turned by degrees."""
    made = zxingcpp.create_barcode(TEXT, zxingcpp.BarcodeFormat.EAN13)
    printed = np.array(zxingcpp.write_barcode_to_image(made, scale=_SCALE), dtype=np.float32)[: 40 * _SCALE]
    code = printed * np.float32(160 / 255) + np.float32(40)
    scale = module / _SCALE
    fine = cv2.GaussianBlur(code, (0, 0), 0.4 / scale)  # as a pixel gathers light
    turn = cv2.getRotationMatrix2D((code.shape[1] / 2, code.shape[0] / 2), angle, scale)
    turn[:, 2] += (_MIDDLE[0] - code.shape[1] / 2, _MIDDLE[1] - code.shape[0] / 2)
    scene = cv2.warpAffine(fine, turn, _SIZE, flags=cv2.INTER_LINEAR, borderValue=(150,))
    return noisy(cv2.GaussianBlur(scene, (0, 0), blur), noise)


def noisy(scene: npt.NDArray[Any], noise: float = 4.0) -> Grey:
    chance = np.random.default_rng(1)
    return np.asarray(np.clip(scene + chance.normal(0, noise, scene.shape), 0, 255), dtype=np.uint8)


def where(module: float = 3.0, angle: float = 0.0) -> Quad:
    """The corners of the bars without their margins, in the order of reading."""
    width, height = 95 * module / 2, 36 * module / 2
    c, s = np.cos(np.radians(-angle)), np.sin(np.radians(-angle))
    corners = ((-width, -height), (width, -height), (width, height), (-width, height))
    return tuple((round(_MIDDLE[0] + x * c - y * s), round(_MIDDLE[1] + x * s + y * c)) for x, y in corners)


def darkened(scene: Grey, share: float) -> Grey:
    return noisy(scene.astype(np.float32) * share, 3.0)


def with_lamp(scene: Grey, width: float) -> Grey:
    """A lamp's reflection of so many pixels over the middle."""
    y, x = np.mgrid[: scene.shape[0], : scene.shape[1]]
    lamp = 400 * np.exp(-(((x - _MIDDLE[0]) / width) ** 2) - ((y - _MIDDLE[1]) / 200) ** 2)
    return np.asarray(np.clip(scene + lamp, 0, 255), dtype=np.uint8)


def foreshortened(scene: Grey, share: float) -> Grey:
    """The right end turned away until it is `share` as high."""
    source = np.array([[470, 290], [810, 290], [810, 430], [470, 430]], dtype=np.float32)
    drop, width = 70 * (1 - share), 340 * (0.5 + share / 2)
    right = 470 + width
    target = np.array([[470, 290], [right, 290 + drop], [right, 430 - drop], [470, 430]], dtype=np.float32)
    turn = cv2.getPerspectiveTransform(source, target)
    return np.asarray(cv2.warpPerspective(scene, turn, _SIZE, borderValue=(150,)), dtype=np.uint8)


def round_can(scene: Grey, radius: float) -> Grey:
    """The picture wrapped round an upright can of so many pixels."""
    x = np.arange(_SIZE[0], dtype=np.float32) - _MIDDLE[0]
    inside = np.abs(x) < radius * 0.999
    source = np.where(inside, radius * np.arcsin(np.clip(x / radius, -1, 1)), 10_000) + _MIDDLE[0]
    columns = np.tile(source.astype(np.float32), (_SIZE[1], 1))
    rows = np.tile(np.arange(_SIZE[1], dtype=np.float32)[:, None], (1, _SIZE[0]))
    return np.asarray(cv2.remap(scene, columns, rows, cv2.INTER_LINEAR, borderValue=(150,)), dtype=np.uint8)
