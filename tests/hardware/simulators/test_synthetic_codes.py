"""Made-up symbols: every kind says what it claims to say."""

import numpy as np
import pytest
import zxingcpp

from hardware.simulators.synthetic_codes import KINDS, check_digit, expanded_upce, make_code, truncated
from hardware.simulators.synthetic_pack import enlarged
from hardware.vision.engines import Effort, ZxingEngine
from kiosk.commands.benchmarks.decode_truth import values


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_as_what_it_claims(kind: str) -> None:
    engine = ZxingEngine()
    for number in range(6):
        code = make_code(kind, np.random.default_rng(number))
        drawn = np.pad(enlarged(code.modules, 3), 40, constant_values=255)
        (read,) = engine.read(drawn, Effort.FULL)
        assert values(read.symbology, read.text) & values(code.symbology, code.text)
        assert read.symbology == code.symbology


def test_gs1_kinds_carry_their_flag_and_separators() -> None:
    code = make_code("gs1-data-matrix", np.random.default_rng(3))
    drawn = np.pad(enlarged(code.modules, 3), 40, constant_values=255)
    (read,) = zxingcpp.read_barcodes(drawn, text_mode=zxingcpp.TextMode.Plain)
    assert (read.symbology_identifier, read.text) == ("]d2", code.text)
    assert "\x1d" in code.text


def test_same_chance_same_code() -> None:
    one, other = (make_code("gs1-128", np.random.default_rng(9)) for _ in range(2))
    assert one.text == other.text
    assert one.modules.tobytes() == other.modules.tobytes()


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("01234505", "012000003455"),
        ("04252614", "042100005264"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234565", "012345000065"),
    ],
)
def test_upce_stands_for_its_upca(short: str, long: str) -> None:
    """The worked figures of GS1 General Specifications 5.2.2.4.2; check digits are those of the long number."""
    assert expanded_upce(short)[:11] == long[:11]


def test_check_digit() -> None:
    assert check_digit("629104150021") == "3"
    assert check_digit("9638507") == "4"


def test_bars_can_be_cut_and_squares_not() -> None:
    chance = np.random.default_rng(1)
    bars, square = make_code("ean-13", chance), make_code("qr", chance)
    assert truncated(bars, 0.4).modules.shape == (22, 95)
    assert truncated(square, 0.4) is square
