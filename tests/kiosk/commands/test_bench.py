"""`baro bench`: which benchmarks take a corpus, and the table a person reads."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.commands import bench
from kiosk.commands.benchmarks.figure import Figure
from kiosk.commands.command_line import ExitCode
from tests.fakes.baro_command import Baro

FIGURES = [
    Figure("read", 93.0, "%", "zxing", 82.0, 92.5, "value", "least", "40 of 415 files"),
    Figure("time", 12.0, "ms", "zxing", 10.0, 1.0, note="40 of 415 files"),
    Figure("d3", 10.0, "%", "zxing", 0.0),
]


def test_table_is_aligned_and_says_a_note_once() -> None:
    assert bench.table(FIGURES) == [
        "figure  value  ratio   baseline  target",
        "read    93 %   1.13 x  82 zxing  >= 92.5 %  met",
        "time    12 ms  1.2 x   10 zxing  <= 1 x     MISSED",
        "d3      10 %   -       0 zxing",
        "40 of 415 files",
    ]


class _Played(ModuleType):
    """A benchmark that measures nothing."""

    measure: object


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Two benchmarks, of which the first takes a corpus; what that one was given."""
    corpora: list[Path | None] = []

    def with_corpus(*, long: bool, corpus: Path | None) -> list[Figure]:
        corpora.append(corpus)
        return FIGURES[:1]

    def without(*, long: bool) -> list[Figure]:
        return FIGURES[1:]

    for name, measure in (("takes", with_corpus), ("takes_not", without)):
        module = _Played(name)
        module.measure = measure
        monkeypatch.setitem(sys.modules, f"kiosk.commands.benchmarks.{name}", module)
    monkeypatch.setattr(bench, "BENCHMARKS", {"takes": "pictures", "takes-not": "time"})
    return corpora


def test_corpus_is_passed_to_a_benchmark_that_takes_it(given: list[Path | None], baro: Baro, tmp_path: Path) -> None:
    assert baro("bench", "takes", "--corpus", tmp_path).code == ExitCode.OK
    assert baro("bench", "takes").code == ExitCode.OK
    assert given == [tmp_path, None]


def test_json_gives_every_figure_and_the_machine(given: list[Path | None], baro: Baro) -> None:
    answer = json.loads(baro("bench", "takes-not", "--json").out)
    assert [figure["name"] for figure in answer["figures"]] == ["time", "d3"]
    assert answer["figures"][1]["ratio"] is None
    assert answer["machine"]["cpus"] > 0


def test_a_corpus_that_is_not_taken_or_not_there_is_said(given: list[Path | None], baro: Baro, tmp_path: Path) -> None:
    said = baro("bench", "takes-not", "--corpus", tmp_path)
    assert (said.code, "uses no corpus" in said.err) == (ExitCode.USAGE, True)
    said = baro("bench", "takes", "--corpus", tmp_path / "absent")
    assert (said.code, "is no folder" in said.err) == (ExitCode.USAGE, True)
    assert given == []
