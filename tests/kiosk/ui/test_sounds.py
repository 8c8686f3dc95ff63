"""Cues: short, soft-edged, -12 dBFS, written as the tokens say; silence where there is no loudspeaker (D-1)."""

import wave
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.ui.sounds import PEAK, RATE, SOUND_FOLDER, Sounds, tones, wav
from kiosk.ui.tokens import read_tokens
from tests.kiosk.ui.scenes import cart_list

CUES = read_tokens().sounds


@pytest.mark.parametrize("name", sorted(CUES))
def test_the_files_are_current(name: str) -> None:
    assert (SOUND_FOLDER / f"{name}.wav").read_bytes() == wav(CUES[name]), "run python -m kiosk.ui.sounds"


@pytest.mark.parametrize("name", sorted(CUES))
def test_a_cue_has_its_length_and_peak(name: str) -> None:
    cue, samples = CUES[name], tones(CUES[name])
    milliseconds = sum(cue["ms"]) + cue.get("gapMs", 0) * (len(cue["ms"]) - 1)
    assert len(samples) == pytest.approx(RATE * milliseconds / 1000, abs=3)
    assert milliseconds <= 450
    loudest = max(abs(sample) for sample in samples)
    assert 0.9 * PEAK * 32767 <= loudest <= PEAK * 32767 + 1
    assert max(abs(samples[0]), abs(samples[-1])) < 1500


def test_the_pitch_is_right() -> None:
    samples = tones({"hz": [1000], "ms": [100]})
    crossings = sum(1 for one, other in pairwise(samples) if one < 0 <= other)
    assert crossings == pytest.approx(100, abs=2)


def test_the_file_is_a_wav(tmp_path: Path) -> None:
    path = tmp_path / "cue.wav"
    path.write_bytes(wav(CUES["scanOk"]))
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)


@pytest.mark.parametrize("cue", [{"hz": [1], "ms": []}, {"hz": [], "ms": []}, {"hz": [440], "ms": [700]}])
def test_an_impossible_cue_is_refused(cue: Mapping[str, list[int]]) -> None:
    with pytest.raises(ValueError, match="cue"):
        tones(cue)


def test_playing_never_fails(qapp: QGuiApplication) -> None:
    sounds = Sounds()
    for name in CUES:
        sounds.play(name)
        assert sounds.last_cue == name
    with pytest.raises(KeyError):
        sounds.play("applause")


def test_each_cue_of_the_session_sounds_once(qapp: QGuiApplication) -> None:
    sounds = Sounds()
    sounds.follow(replace(cart_list(), sound="scanOk", sound_number=1))
    assert sounds.last_cue == "scanOk"
    sounds.last_cue = ""
    sounds.follow(replace(cart_list(), sound="scanOk", sound_number=1))
    sounds.follow(replace(cart_list(), sound="", sound_number=2))
    assert sounds.last_cue == ""
    sounds.follow(replace(cart_list(), sound="scanFail", sound_number=2))
    assert sounds.last_cue == "scanFail"


def test_volume_has_its_limits(qapp: QGuiApplication) -> None:
    sounds = Sounds()
    assert sounds.volume == pytest.approx(0.6)
    sounds.set_volume(0.25)
    assert sounds.volume == pytest.approx(0.25)
    with pytest.raises(ValueError, match="from 0 to 1"):
        sounds.set_volume(1.5)
    assert sounds.volume == pytest.approx(0.25)
