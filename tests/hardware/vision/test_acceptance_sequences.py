"""Frames from full view to the first taken code, with the product's decoder on filmed bars."""

from collections.abc import Iterator
from statistics import median

import cv2
import numpy as np
import pytest

from hardware.vision.acceptance import Acceptance
from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.engines import Grey, ZxingEngine
from hardware.vision.pipeline import DecodePipeline
from tests.hardware.vision.bar_pictures import TEXT, bars, noisy

_FAR = 900.0  # pixels from which it comes
_COMES = 12  # frames until it is held
_FRAMES = 30
_IN_VIEW = 450.0  # pixels from the middle at which the code is in the picture as a whole


def film(module: float, blur: float, angle: float, noise: float, seed: int) -> Iterator[tuple[Grey, bool]]:
    """Bars that slide in from the left, slow down and tremble in the hand; and whether all of them are in view."""
    chance = np.random.default_rng(seed)
    scene = bars(module, blur, angle, noise=0.0)
    for n in range(_FRAMES):
        left = max(1 - n / _COMES, 0.0)
        dx, dy = -_FAR * left**2 + chance.normal(0, 1.0), chance.normal(0, 1.0)
        smear = max(round(_FAR * 2 * left / _COMES * 0.3), 1)
        shift = np.array([[1, 0, dx], [0, 1, dy]])
        moved = cv2.warpAffine(scene, shift, (scene.shape[1], scene.shape[0]), borderValue=(150,))
        yield noisy(cv2.blur(moved, (smear, 1)).astype(np.float32), noise), -dx < _IN_VIEW


def frames_to_first(policy: Policy, known: bool, module: float, blur: float, angle: float, noise: float) -> float:
    counts = []
    for seed in range(3):
        pipeline = DecodePipeline(ZxingEngine())
        acceptance = Acceptance(rules_of(policy), (lambda _code: True) if known else None)
        full, taken = None, None
        texts: list[str] = []
        for n, (grey, whole) in enumerate(film(module, blur, angle, noise, seed)):
            full = n if whole and full is None else full
            reading = pipeline.read(grey)
            texts += [one.code.text for one in acceptance.see(reading.barcodes, n / 30, reading.located).accepted]
            taken = n if texts and taken is None else taken
        assert texts == [TEXT]
        assert full is not None
        assert taken is not None
        counts.append(taken - full)
    return median(counts)


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize(
    ("module", "blur", "angle", "noise", "at_most"),
    [(3.2, 0.6, 3.0, 4.0, 8), (2.3, 0.9, 12.0, 7.0, 9)],
    ids=["easy", "harder"],
)
def test_an_item_that_slides_in_is_taken_within_frames(
    known: bool, module: float, blur: float, angle: float, noise: float, at_most: int
) -> None:
    assert frames_to_first(Policy.STANDARD, known, module, blur, angle, noise) <= at_most
