"""The cues a shopper hears: short sine tones, written to WAV once and played when there is a loudspeaker.

python -m kiosk.ui.sounds       write resources/sounds/*.wav anew from tokens.json
"""

import logging
import wave
from array import array
from collections.abc import Mapping
from importlib import import_module
from io import BytesIO
from math import pi, sin
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QLoggingCategory, QObject, QUrl

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.tokens import RESOURCES, read_tokens

logger = logging.getLogger(__name__)

SOUND_FOLDER = RESOURCES / "sounds"
RATE = 44_100
PEAK = 10 ** (-12 / 20)
EDGE_MS = 4


def tones(cue: Mapping[str, Any]) -> "array[int]":
    """The samples of a cue: 16 bit, 44.1 kHz, one channel, peak at -12 dBFS.

    Args:
        cue: `hz` and `ms` lists of the same length, and `gapMs` of silence between two tones.

    Raises:
        ValueError: when the lists do not match or the cue is longer than 600 ms.
    """
    pitches, lengths = cue["hz"], cue["ms"]
    if len(pitches) != len(lengths) or not pitches:
        raise ValueError(f"a cue needs as many lengths as pitches: {cue}")
    if sum(lengths) + cue.get("gapMs", 0) * (len(lengths) - 1) > 600:
        raise ValueError(f"a cue is at most 600 ms long: {cue}")
    silence = [0] * (RATE * cue.get("gapMs", 0) // 1000)
    samples: list[int] = []
    for number, (pitch, length) in enumerate(zip(pitches, lengths, strict=True)):
        samples += silence if number else []
        count = RATE * length // 1000
        edge = min(RATE * EDGE_MS // 1000, count // 2)
        for place in range(count):
            # The edges rise and fall softly, so that the loudspeaker does not click.
            loud = min(1.0, (place + 1) / edge, (count - place) / edge) if edge else 1.0
            samples.append(round(32767 * PEAK * loud * sin(2 * pi * pitch * place / RATE)))
    return array("h", samples)


def wav(cue: Mapping[str, Any]) -> bytes:
    """A cue as the bytes of a WAV file, the same every time."""
    target = BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(tones(cue).tobytes())
    return target.getvalue()


def write(folder: Path = SOUND_FOLDER) -> None:
    """Write one file for each cue of the tokens."""
    for name, cue in read_tokens().sounds.items():
        (folder / f"{name}.wav").write_bytes(wav(cue))


class Sounds(QObject):
    """Plays the cues; without a loudspeaker, or without an audio library, it is silent and says so once.

    A cue that comes again while it sounds starts anew instead of piling up.
    """

    def __init__(self, folder: Path = SOUND_FOLDER, parent: QObject | None = None) -> None:
        super().__init__(parent)
        tokens = read_tokens()
        self._least_gap_ms = int(tokens.tree["sound"]["minGapMs"])
        self._volume = float(tokens.tree["sound"]["volumeDefault"])
        self._since = QElapsedTimer()
        self.last_cue = ""
        self._heard = 0
        self._effects: dict[str, Any] = {name: None for name in tokens.sounds}
        media = _media()
        if media is not None:
            for name in self._effects:
                effect = media.QSoundEffect(self)
                effect.setSource(QUrl.fromLocalFile(str(folder / f"{name}.wav")))
                effect.setVolume(self._volume)
                self._effects[name] = effect

    @property
    def audible(self) -> bool:
        """Whether anything can be heard."""
        return all(effect is not None for effect in self._effects.values())

    @property
    def volume(self) -> float:
        """0 is silent, 1 is as loud as the cue was written."""
        return self._volume

    def set_volume(self, volume: float) -> None:
        """Set how loud all cues are.

        Raises:
            ValueError: outside of 0 to 1.
        """
        if not 0 <= volume <= 1:
            raise ValueError(f"volume {volume}: give a number from 0 to 1")
        self._volume = volume
        for effect in self._effects.values():
            if effect is not None:
                effect.setVolume(volume)

    def follow(self, snapshot: Snapshot) -> None:
        """Sound the cue of a new moment of the session, once."""
        if snapshot.sound and snapshot.sound_number != self._heard:
            self._heard = snapshot.sound_number
            self.play(snapshot.sound)

    def play(self, cue: str) -> None:
        """Sound a cue such as `scanOk`.

        Raises:
            KeyError: for a cue that the tokens do not name.
        """
        effect = self._effects[cue]
        if self.last_cue == cue and self._since.isValid() and self._since.elapsed() < self._least_gap_ms:
            return
        self.last_cue = cue
        self._since.start()
        if effect is not None:
            effect.stop()
            effect.play()


def _media() -> Any | None:
    """Qt's multimedia module, when its libraries and a loudspeaker are there."""
    # It tells of every video library that it does not find; what matters here is said below in a sentence.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        media = import_module("PySide6.QtMultimedia")
    except ImportError as error:
        logger.warning("no sound: %s", error)
        return None
    if media.QMediaDevices.defaultAudioOutput().isNull():
        logger.warning("no sound: this machine has no loudspeaker")
        return None
    return media


if __name__ == "__main__":
    write()
