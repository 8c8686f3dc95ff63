"""A figure says whether it met its target, in numbers and in words."""

import json
from dataclasses import replace

import pytest

from kiosk.commands.benchmarks.figure import Figure, percentile

TIME = Figure("time", 5.0, "ms", "zxing", 10.0, 0.5)
READ = Figure("read", 93.0, "%", "zxing", 82.0, 92.5, "value", "least")


@pytest.mark.parametrize(
    ("figure", "met", "goal"),
    [
        (TIME, True, "<= 0.5 x"),
        (replace(TIME, value=5.1), False, "<= 0.5 x"),
        (replace(TIME, target_is="least"), True, ">= 0.5 x"),
        (replace(TIME, value=4.9, target_is="least"), False, ">= 0.5 x"),
        (READ, True, ">= 92.5 %"),
        (replace(READ, value=92.4), False, ">= 92.5 %"),
        (replace(READ, target_is="most"), False, "<= 92.5 %"),
        (replace(READ, target=None), None, ""),
    ],
)
def test_target_is_the_most_or_the_least(figure: Figure, met: bool | None, goal: str) -> None:
    assert figure.met is met
    assert figure.goal == goal


def test_document_names_the_unit_of_a_target_that_is_no_ratio() -> None:
    assert READ.document() == {
        "name": "read",
        "value": 93.0,
        "unit": "%",
        "baseline": "zxing",
        "baseline_value": 82.0,
        "target": "92.5 %",
        "target_is": "least",
        "ratio": 1.134,
        "met": True,
    }
    assert replace(TIME, note="40 of 415 files").document()["note"] == "40 of 415 files"


def test_a_baseline_of_nothing_gives_json_that_every_reader_takes() -> None:
    nothing = replace(READ, baseline_value=0.0)
    assert json.loads(json.dumps(nothing.document(), allow_nan=False))["ratio"] is None
    assert nothing.met is True


def test_percentile_is_a_sample() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert percentile([4, 1, 3, 2], 0.95) == 4
    assert percentile([7], 0.0) == 7
