"""The recorded ZVT frames, read once: those that are free, and the others where the shared corpora lie beside."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

_FREE = Path(__file__).parents[2] / "corpus" / "payment"
_ALL = Path(__file__).parents[5] / "shared" / "corpora" / "payment"
Frame = dict[str, Any]


@cache
def corpus(name: str) -> Any:
    return json.loads((_FREE / name).read_text(encoding="utf-8"))


def frames() -> list[Frame]:
    found: list[Frame] = corpus("zvt_frames.json")["frames"]
    return found


def damaged() -> list[Frame]:
    found: list[Frame] = corpus("zvt_frames.json")["reassembly_and_damage"]
    return found


def other_frames() -> list[Frame]:
    """The frames that are not free to pass on; skips when they are not there."""
    path = _ALL / "zvt_frames.json"
    if not path.exists():
        pytest.skip(f"the frames under LGPL and of the specification are not here: {path}")
    known = {frame["id"] for frame in frames()}
    found = json.loads(path.read_text(encoding="utf-8"))["frames"]
    return [frame for frame in found if frame["id"] not in known]


def data_of(frame: Frame) -> bytes:
    return bytes.fromhex(frame["hex"])
