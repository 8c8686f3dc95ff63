"""Tallies of a corpus of pictures: every way reads each."""

from pathlib import Path

import numpy as np
import pytest

from hardware.vision.engines import Barcode, Grey
from kiosk.commands.benchmarks import decode_stills as stills
from kiosk.commands.benchmarks.decode_stills import ACCEPTED, AGREE, CASCADE, DEEPEST, OURS, ZBAR, ZXING
from kiosk.commands.benchmarks.decode_truth import TruthLine, load_truth
from kiosk.commands.command_line import CommandFailed
from tests.fakes.baro_command import Baro


@pytest.fixture
def made(baro: Baro, tmp_path: Path) -> list[TruthLine]:
    """Three easy pictures."""
    baro("synth", tmp_path, "--count", 3, "--level", "d0", "--kinds", "ean-13", "--effects", "", "--format", "jpg")
    return load_truth(tmp_path)


def test_real_ways_read_easy_pictures(made: list[TruthLine]) -> None:
    tallies = stills.read_all(made, stills.native, stills.our_ways() | stills.stock_ways())
    for name in (OURS, DEEPEST, ACCEPTED, ZXING, CASCADE):
        assert (tallies[name].read, tallies[name].wrong, len(tallies[name].ms)) == (3, 0, 3), name
    assert (AGREE in tallies) == (ZBAR in tallies)


def test_a_picture_that_is_left_alone_is_not_read_again(made: list[TruthLine]) -> None:
    asked: list[tuple[int, ...]] = []

    def way(grey: Grey) -> list[Barcode]:
        asked.append(grey.shape)
        return []

    first = stills.read_all(made, stills.native, {ZXING: way})
    again = stills.read_all(made, stills.within_720p, {ZXING: way}, first)
    assert len(asked) == 3
    assert again[ZXING].outcomes == first[ZXING].outcomes
    stills.read_all(made, stills.turned_45, {ZXING: way}, first)
    assert len(asked) == 6


@pytest.mark.parametrize(
    ("shape", "seen"),
    [
        ((720, 1280), (720, 1280)),
        ((1280, 720), (1280, 720)),
        ((1440, 2560), (720, 1280)),
        ((3000, 1000), (1280, 427)),
        ((100, 90), (100, 90)),
    ],
)
def test_pictures_are_bounded_lying_or_standing(shape: tuple[int, int], seen: tuple[int, int]) -> None:
    assert stills.within_720p(np.zeros(shape, np.uint8)).shape == seen


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"text")
    truth = TruthLine(tmp_path / "a.png", "QR", "x", "", frozenset(), frozenset())
    with pytest.raises(CommandFailed, match=r"a\.png is no picture"):
        stills.load(truth)
