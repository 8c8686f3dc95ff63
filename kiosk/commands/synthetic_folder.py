"""Writes made-up pictures and films of codes with their truth, laid out as the barcode corpus is."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import cv2
import numpy as np

from hardware.simulators.synthetic_codes import KINDS
from hardware.simulators.synthetic_effects import Level
from hardware.simulators.synthetic_pictures import SyntheticPicture, defocus_series, picture
from hardware.simulators.synthetic_scene import Corners, Picture
from hardware.simulators.synthetic_sequences import FILM_KINDS, RATE, Film, FilmFrame, film
from kiosk.commands.command_line import CommandFailed, ExitCode

_TRUTH = "truth.jsonl"
_LICENCE = "CC0-1.0"  # made by a program from made-up numbers
_JPEG_QUALITY = 95

_Made = tuple[str, SyntheticPicture, dict[str, object]]  # name, picture, what else is true about it


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make: a seed and how many, the level, which effects (None: as the level has them) and symbols."""

    seed: int
    count: int
    level: Level
    effects: tuple[str, ...] | None
    kinds: tuple[str, ...] | None
    suffix: str


def prepare(folder: Path, force: bool) -> None:
    """Make the folder; one that holds something is refused, or with `force` emptied of what was made before."""
    if folder.exists() and not folder.is_dir():
        raise CommandFailed(f"{folder} is a file; name a folder", ExitCode.USAGE)
    if folder.is_dir() and any(folder.iterdir()):
        if not force:
            raise CommandFailed(f"{folder} is not empty; name another folder, or use --force", ExitCode.USAGE)
        if not (folder / _TRUTH).is_file():
            raise CommandFailed(f"{folder} holds other things than pictures of this command; empty it yourself")
        (folder / _TRUTH).unlink()
        shutil.rmtree(folder / "images", ignore_errors=True)
        for sequence in folder.glob("sequence_[0-9]*"):
            shutil.rmtree(sequence) if sequence.is_dir() else sequence.unlink()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CommandFailed(f"{folder} cannot be made: {fault.strerror}") from fault


def write_pictures(folder: Path, wish: Wish) -> int:
    """Single pictures of one level under `images`; how many."""
    kinds = wish.kinds or KINDS
    made = (picture(wish.seed, number, wish.level, effects=wish.effects, kinds=kinds) for number in range(wish.count))
    more: dict[str, object] = {"level": wish.level}
    named = ((f"{wish.level}_{number:05}", each, more) for number, each in enumerate(made))
    return _write(folder, named, wish, f"synthetic/{wish.level}")


def write_defocus(folder: Path, wish: Wish) -> int:
    """The series of defocused pictures, `count` for each width of module and of blur; how many in all."""
    steps = defocus_series(wish.seed, each=wish.count)
    named: Iterator[_Made] = (
        (f"defocus_{number:05}", step.picture, {"blur": step.blur, "lens": step.lens})
        for number, step in enumerate(steps)
    )
    return _write(folder, named, wish, "synthetic/defocus")


def _write(folder: Path, made: Iterator[_Made], wish: Wish, source: str) -> int:
    (folder / "images").mkdir(exist_ok=True)
    count = 0
    with _truth(folder) as truth:
        for stem, each, more in made:
            name = f"images/{stem}.{wish.suffix}"
            data = _saved(folder / name, each.pixels)
            told = _told(name, each.symbology, each.text, each.pixels, data, wish.seed, source)
            told |= {"quad": _rounded(each.corners), "module": each.module, "effects": dict(each.effects)} | more
            _say(truth, told)
            count += 1
    return count


def write_sequences(folder: Path, wish: Wish, *, frames: int, movie: bool) -> int:
    """Filmed sequences, a folder of numbered frames each, and with `movie` a film beside it; how many frames in all."""
    with _truth(folder) as truth:
        for number in range(wish.count):
            shown = film(wish.seed, number, wish.level, kinds=wish.kinds or FILM_KINDS, frames=frames, grey=False)
            _write_film(folder, f"sequence_{number:03}", shown, wish, truth, movie)
    return wish.count * frames


def _write_film(folder: Path, name: str, shown: Film, wish: Wish, truth: TextIO, movie: bool) -> None:
    (folder / name).mkdir(exist_ok=True)
    height, width = shown.background.shape[:2]
    reel = _reel(folder / f"{name}.avi", (width, height)) if movie else None
    for frame in shown.frames():
        file = f"{name}/frame_{frame.number:04}.{wish.suffix}"
        data = _saved(folder / file, frame.pixels)
        _say(truth, _told_frame(file, frame, shown, data, wish))
        if reel is not None:
            reel.write(frame.pixels)
    if reel is not None:
        reel.release()


def _told_frame(file: str, frame: FilmFrame, shown: Film, data: bytes, wish: Wish) -> dict[str, object]:
    """A frame's line of truth: only a code that is wholly in view must be read, of a part of one it is right to."""
    code = {"symbology": shown.code.symbology, "text": shown.code.text}
    symbology, text = (code["symbology"], code["text"]) if frame.fully else ("none", None)
    told = _told(file, symbology, text, frame.pixels, data, wish.seed, f"synthetic/film-{shown.level}")
    if frame.partly and not frame.fully:
        told["also"] = [code]
    if frame.partly:
        told["quad"] = _rounded(frame.corners)
    return told | {"level": shown.level, "frame": frame.number, "fully_in_view": frame.fully, "module": shown.module}


def _told(
    file: str, symbology: str, text: str | None, pixels: Picture, data: bytes, seed: int, source: str
) -> dict[str, object]:
    height, width = pixels.shape[:2]
    return {
        "file": file,
        "symbology": symbology,
        "text": text,
        "kind": "rendered",
        "width": width,
        "height": height,
        "source": f"baro synth@seed-{seed}",
        "source_folder": source,
        "licence": _LICENCE,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _rounded(corners: Corners) -> list[list[float]]:
    return [[round(x, 1), round(y, 1)] for x, y in corners]


def _truth(folder: Path) -> TextIO:
    return (folder / _TRUTH).open("w", encoding="utf-8", newline="\n")


def _say(truth: TextIO, told: dict[str, object]) -> None:
    truth.write(json.dumps(told, ensure_ascii=False) + "\n")


def _saved(file: Path, pixels: Picture) -> bytes:
    settings = [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY] if file.suffix == ".jpg" else []
    done, encoded = cv2.imencode(file.suffix, pixels, settings)
    if not done:
        raise CommandFailed(f"{file} cannot be written as {file.suffix[1:]}")
    data = np.asarray(encoded).tobytes()
    try:
        file.write_bytes(data)
    except OSError as fault:
        raise CommandFailed(f"{file} cannot be written: {fault.strerror}") from fault
    return data


def _reel(file: Path, size: Sequence[int]) -> "cv2.VideoWriter":
    reel = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), RATE, tuple(size))
    if not reel.isOpened():
        raise CommandFailed(f"{file} cannot be written: this OpenCV writes no films; leave --film out")
    return reel
