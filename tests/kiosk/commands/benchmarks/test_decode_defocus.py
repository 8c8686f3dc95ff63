"""The figures about what is out of focus: photographs of a corpus, wrong reads, the made-up series."""

from pathlib import Path

import pytest

from hardware.vision.engines import Barcode, Grey
from kiosk.commands.benchmarks import decode_defocus as defocus
from kiosk.commands.benchmarks.decode_defocus import BLUR_ENGINE
from kiosk.commands.benchmarks.decode_stills import CASCADE, DEEPEST
from kiosk.commands.benchmarks.decode_truth import TruthLine, load_truth
from tests.fakes.baro_command import Baro


@pytest.fixture
def pictures(baro: Baro, tmp_path: Path) -> list[TruthLine]:
    baro("synth", tmp_path, "--count", 2, "--level", "d0", "--kinds", "ean-13", "--effects", "", "--format", "jpg")
    return load_truth(tmp_path)


def test_a_corpus_without_the_photographs_has_no_figure_of_them(pictures: list[TruthLine]) -> None:
    assert defocus.photographs(pictures, "") == []


def test_wrong_reads_are_compared_with_the_best_stock_combination(pictures: list[TruthLine]) -> None:
    wrong, read, time = defocus.wrong_reads(pictures, "2 files")
    assert (wrong.name, wrong.value, wrong.goal, wrong.met) == (
        f"corpus, {BLUR_ENGINE}: files read wrong",
        0,
        "<= 0 files",
        True,
    )
    assert (read.baseline_value, time.unit, time.note) == (2, "ms", "2 files")


def test_the_series_counts_right_and_wrong_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    def guess(_grey: Grey) -> list[Barcode]:
        return [Barcode("9074932437075", "EAN-13", ())]

    monkeypatch.setattr(defocus, "our_ways", lambda: {DEEPEST: guess})
    monkeypatch.setattr(defocus, "engine_way", lambda: lambda _grey: [])
    monkeypatch.setattr(defocus, "stock_ways", lambda: {CASCADE: guess})
    named = {figure.name: figure for figure in defocus.series(1, 1)}
    assert named[f"defocus series, {DEEPEST}: read"].met is False
    assert named[f"defocus series, {DEEPEST}: read wrong"].value == 25
    assert named[f"defocus series, {BLUR_ENGINE}: read wrong"].met is True
    assert "25 pictures" in named[f"defocus series, {DEEPEST}: read"].note
