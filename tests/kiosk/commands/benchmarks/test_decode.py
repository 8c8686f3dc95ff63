"""Which pictures `baro bench decode` takes, and what it says when it has none."""

from pathlib import Path

import pytest

from kiosk.commands.benchmarks import decode
from kiosk.commands.benchmarks.decode_truth import TruthLine
from kiosk.commands.command_line import CommandFailed


def line(number: int, folder: str = "") -> TruthLine:
    return TruthLine(Path(f"{number}.png"), "QR", "x", folder, frozenset("x"), frozenset("x"))


def test_a_part_is_drawn_the_same_each_time_in_order() -> None:
    everything = [line(number) for number in range(50)]
    part = decode.drawn(everything, 10)
    assert part == decode.drawn(everything, 10)
    assert len(set(part)) == 10
    assert part == sorted(part, key=lambda truth: int(truth.picture.stem))
    assert decode.drawn(part, 10) == part


def test_without_a_corpus_it_says_how_to_name_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "_AT_HAND", (tmp_path,))
    with pytest.raises(CommandFailed, match="--corpus"):
        decode.measure(long=False, corpus=None)
