"""`baro bench gs1`: shares of right answers beside biip's, and what is said when biip is missing."""

import json
import sys
from pathlib import Path

import pytest

from kiosk.commands.benchmarks.biip_reader import NAME, biip_right
from kiosk.commands.benchmarks.gs1 import measure
from kiosk.commands.benchmarks.gs1_vectors import KINDS, OWN, read_vectors
from kiosk.commands.command_line import CommandFailed


def test_the_figures_are_there_and_meet_their_targets() -> None:
    figures = {figure.name: figure for figure in measure(long=False, corpus=OWN)}
    assert {f"right, {kind}" for kind in KINDS} <= figures.keys()
    for name in ("right, all without lint", "right, all"):
        assert figures[name].met
        assert figures[name].baseline == NAME
        assert figures[name].value > figures[name].baseline_value
    assert figures["time of a code, mean"].baseline_value > 0


def test_the_baseline_is_read_fairly() -> None:
    """What decoding papers over would show here: biip reads most plain vectors, and refuses what it should."""
    kinds = {"raw", "ai_value", "gtin", "upc_e"}
    plain = [one for one in read_vectors(OWN) if one.kind in kinds]
    assert sum(map(biip_right, plain)) / len(plain) > 0.9


def test_a_small_corpus_is_enough(tmp_path: Path) -> None:
    row = {"id": "x", "kind": "raw", "input": "^0108801234567893", "ok": True}
    (tmp_path / "vectors.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    figures = measure(long=False, corpus=tmp_path)
    assert [figure.value for figure in figures][:3] == [100.0, 100.0, 100.0]


def test_without_biip_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.commands.benchmarks.biip_reader")
    monkeypatch.setitem(sys.modules, "biip", None)
    with pytest.raises(CommandFailed, match="biip is not installed; install the packages of development: make setup"):
        measure(long=False, corpus=OWN)


def test_a_kind_nobody_knows_is_named(tmp_path: Path) -> None:
    row = {"id": "x", "kind": "poem", "input": "roses", "ok": True}
    (tmp_path / "vectors.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    with pytest.raises(CommandFailed, match="the kind 'poem' is unknown"):
        read_vectors(tmp_path)
