"""`baro synth`: folders of pictures and films with the corpus' truth; the same seed gives the same bytes."""

import hashlib
import json
from pathlib import Path

import cv2
import pytest

from hardware.simulators.synthetic_effects import EFFECTS
from kiosk.commands.benchmarks.decode_truth import load_truth
from kiosk.commands.command_line import ExitCode
from tests.fakes.baro_command import Baro

FIELDS = {"file", "symbology", "text", "kind", "width", "height", "source", "source_folder", "licence", "sha256"}


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]


def test_pictures_lie_as_a_corpus_does(baro: Baro, tmp_path: Path) -> None:
    said = baro(
        "synth", tmp_path, "--count", 2, "--level", "d0", "--kinds", "ean-8", "--effects", "jpeg,glare", "--json"
    )
    assert (said.code, json.loads(said.out)["pictures"]) == (ExitCode.OK, 2)
    assert [truth.symbology for truth in load_truth(tmp_path)] == ["EAN-8", "EAN-8"]
    for line in lines(tmp_path):
        file = tmp_path / str(line["file"])
        assert line.keys() >= FIELDS
        assert line["kind"] == "rendered"
        assert line["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
        picture = cv2.imread(str(file))
        assert picture is not None
        assert picture.shape[:2] == (line["height"], line["width"])
        assert set(line["effects"]) == {"jpeg", "glare"}  # type: ignore[call-overload]


def test_same_seed_same_bytes_however_many(baro: Baro, tmp_path: Path) -> None:
    baro("synth", tmp_path / "a", "--seed", 4, "--count", 1, "--format", "jpg")
    baro("synth", tmp_path / "b", "--seed", 4, "--count", 2, "--format", "jpg")
    one, two = lines(tmp_path / "a"), lines(tmp_path / "b")
    assert one == two[:1]
    assert len(two) == 2


def test_sequence_is_numbered_and_a_film_lies_beside_it(baro: Baro, tmp_path: Path) -> None:
    said = baro(
        "synth", tmp_path, "--sequence", "--count", 1, "--frames", 20, "--level", "d0", "--film", "--format", "jpg"
    )
    assert said.code == ExitCode.OK
    told = lines(tmp_path)
    assert [line["file"] for line in told][:2] == ["sequence_000/frame_0000.jpg", "sequence_000/frame_0001.jpg"]
    assert len(load_truth(tmp_path)) == 20
    # Only a code that is wholly in view must be read; of a part of one it is right to read it.
    assert (told[0]["symbology"], told[0]["text"], told[0]["fully_in_view"]) == ("none", None, False)
    assert told[10]["fully_in_view"]
    assert told[10]["symbology"] == "EAN-13"
    film = cv2.VideoCapture(str(tmp_path / "sequence_000.avi"))
    assert film.get(cv2.CAP_PROP_FRAME_COUNT) == 20
    film.release()


def test_defocus_series_says_its_steps(baro: Baro, tmp_path: Path) -> None:
    assert baro("synth", tmp_path, "--series", "defocus", "--count", 1, "--format", "jpg").code == ExitCode.OK
    told = lines(tmp_path)
    assert {(line["module"], line["blur"]) for line in told} >= {(2.0, 1.0), (4.0, 2.0)}
    assert len(told) == 25


def test_a_folder_with_something_in_it_is_kept(baro: Baro, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"dear")
    said = baro("synth", tmp_path, "--count", 1)
    assert (said.code, "is not empty" in said.err) == (ExitCode.USAGE, True)
    said = baro("synth", tmp_path, "--count", 1, "--force")
    assert (said.code, "other things" in said.err) == (ExitCode.NO, True)
    assert (tmp_path / "holiday.jpg").read_bytes() == b"dear"


def test_force_replaces_only_what_the_command_made(baro: Baro, tmp_path: Path) -> None:
    baro("synth", tmp_path, "--count", 2, "--format", "jpg")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    assert baro("synth", tmp_path, "--count", 1, "--format", "jpg", "--level", "d0", "--force").code == ExitCode.OK
    assert [file.name for file in (tmp_path / "images").iterdir()] == ["d0_00000.jpg"]
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--effects", "fog"], "fog is unknown"),
        (["--kinds", ""], "nothing is unknown"),
        (["--count", "0"], "at least 1"),
        (["--seed", "-1"], "whole number from 0"),
        (["--frames", "5"], "20 to 9999"),
        (["--film"], "goes with --sequence"),
        (["--sequence", "--effects", "glare"], "for single pictures"),
        (["--series", "defocus", "--kinds", "qr"], "does not go with --series"),
    ],
)
def test_wrong_wishes_are_named(baro: Baro, tmp_path: Path, words: list[str], said: str) -> None:
    answer = baro("synth", tmp_path / "out", *words)
    assert (answer.code, said in answer.err) == (ExitCode.USAGE, True)
    assert not (tmp_path / "out").exists()


def test_list_names_every_effect(baro: Baro) -> None:
    told = json.loads(baro("synth", "--list", "--json").out)
    assert [each["effect"] for each in told["effects"]] == list(EFFECTS)
    assert all(name in baro("synth", "--list").out for name in EFFECTS)
    assert baro("synth").code == ExitCode.USAGE
