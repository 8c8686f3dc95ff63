"""Printed UPC-E codes look like themselves; what a decoder makes of other bars does not (pain 13)."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.vision.engines import Effort, Grey, Quad, ZxingEngine
from hardware.vision.upc_e_likeness import looks_so
from tests.hardware.vision.covered_codes import PHOTOS, SHADE, covered, photo

SMALL_SET = Path(__file__).parents[1] / "corpus" / "barcodes" / "images"
PRINTED = "012345000065"  # in short 0 123456 5, with the parities BAABBA
SHORT = "101" + "0110011" + "0010011" + "0111101" + "0011101" + "0111001" + "0101111" + "010101"
SET_A = (
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011",
)  # fmt: skip


def mirrored(bits: str) -> str:
    return "".join("10"[int(bit)] for bit in reversed(bits))


def drawn(bits: str, module: int = 4, blur: float = 0.8) -> Grey:
    row = np.repeat([235 - 210 * int(bit) for bit in "0" * 9 + bits + "0" * 9], module)
    picture = np.full((120, row.size), 235, np.uint8)
    picture[20:100] = row
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), blur), dtype=np.uint8)


def around(module: int = 4) -> Quad:
    left, right = 9 * module, 60 * module
    return ((left, 24), (right, 24), (right, 96), (left, 96))


@pytest.mark.parametrize(("name", "blur"), [("upce_003.png", 0.0), ("upce_003.png", 0.8), ("upce_013.png", 0.0)])
def test_printed_ones_look_like_themselves(name: str, blur: float) -> None:
    grey = photo(SMALL_SET / name)
    if blur:
        grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), blur), dtype=np.uint8)
    assert [code.symbology for code in ZxingEngine().read(grey, Effort.FULL)] == ["UPC-E"]


@pytest.mark.parametrize("blur", [0.3, 1.0])
@pytest.mark.parametrize("module", [2, 3, 4])
def test_another_digit_or_another_parity_is_seen(module: int, blur: float) -> None:
    picture, quad = drawn(SHORT, module, blur * module / 2), around(module)
    assert looks_so(picture, quad, PRINTED)
    others = ["012345000085", "012845000065", "042345000065", "092345000065"]
    others += [PRINTED[:-1] + check for check in "012346789"]
    assert [number for number in others if looks_so(picture, quad, number)] == []


@pytest.mark.parametrize(
    ("six", "number"),
    [
        ("012345", "001234000050"),
        ("123450", "012000003450"),
        ("123451", "012100003450"),
        ("123452", "012200003450"),
        ("123453", "012300000450"),
        ("123454", "012340000050"),
        ("123459", "012345000090"),
    ],
)
def test_every_way_to_make_a_number_short_is_known(six: str, number: str) -> None:
    sets = "BBBAAA"  # of the check digit 0
    bits = "101" + "".join(
        SET_A[int(d)] if s == "A" else mirrored(SET_A[int(d)]) for d, s in zip(six, sets, strict=True)
    )
    picture = drawn(bits + "010101")
    assert looks_so(picture, around(), number)
    assert not looks_so(picture, around(), PRINTED)


def test_an_ean_13_behind_something_grey_is_not_read_as_upc_e() -> None:
    grey = photo(PHOTOS / "ean13_028.jpg")
    (whole,) = ZxingEngine().read(grey, Effort.FULL)
    hidden = covered(grey, whole.quad, 0.575, 1.3, shade=150)
    soft = np.asarray(cv2.GaussianBlur(hidden, (0, 0), 0.8), dtype=np.uint8)
    assert ZxingEngine().read(soft, Effort.FAST) == []


@pytest.mark.parametrize("number", ["0190000001784", "190000001784"])
def test_number_system_1_is_nothings_likeness(number: str) -> None:
    grey = photo(PHOTOS / "ean13_028.jpg")
    grey[:, 440:501] = SHADE
    left_half = ((280, 192), (433, 192), (433, 259), (278, 259))
    assert not looks_so(grey, left_half, number)
    assert ZxingEngine().read(grey, Effort.FULL) == []


@pytest.mark.parametrize("number", ["012345678905", "", "01234", "٠١٢٣٤٥٦٧٨٩٠١"])
def test_what_cannot_be_judged_is_left_alone(number: str) -> None:
    assert looks_so(drawn(SHORT), around(), number)


def test_corners_outside_the_picture_and_flat_grey_do_no_harm() -> None:
    flat = np.full((40, 60), 128, np.uint8)
    beyond = ((-30, -5), (90, -5), (90, 50), (-30, 50))
    assert looks_so(flat, beyond, "041244000098")  # nothing speaks against it, and no decoder reads it
    assert not looks_so(drawn(SHORT), beyond, "041244000098")
