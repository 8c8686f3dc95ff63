"""`baro decode`: the codes in pictures, one answer a file."""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cv2

from hardware.vision.picture_file import SUFFIXES, PictureUnreadable, grey_picture
from hardware.vision.still import StillReader, still_reader
from hardware.vision.still_acceptance import accepted
from kiosk.commands.command_line import ExitCode


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="pictures, folders of pictures, or - for file names from standard input",
    )
    parser.add_argument("--json", action="store_true", help="answer with one JSON object a file, each on its line")
    parser.add_argument("--accept", action="store_true", help="only codes that the rules for stills believe; slower")
    parser.add_argument("--deep", action="store_true", help="read out-of-focus bars too; slow where nothing is read")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Read each picture and answer at once; the exit code is NO when one could not be read."""
    # Pictures are small and read one by one: threads would cost more than they bring.
    cv2.setNumThreads(1)
    reader = still_reader()
    code = ExitCode.OK
    for path in _pictures(chosen.files):
        answer = _answer(path, reader, accept=chosen.accept, deep=chosen.deep)
        if "error" in answer:
            code = ExitCode.NO
        try:
            print(json.dumps(answer, ensure_ascii=False) if chosen.json else _told(answer), flush=True)
        except BrokenPipeError:
            # Whoever asked has heard enough; nothing is left to flush at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            break
    return code


def _pictures(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        if name == "-":
            yield from _pictures(line.rstrip("\r\n") for line in sys.stdin if line.strip() not in ("", "-"))
            continue
        path = Path(name)
        if not path.is_dir():
            yield path
            continue
        inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        # A folder without pictures is answered like a file that is none.
        yield from inside or [path]


def _answer(path: Path, reader: StillReader, *, accept: bool, deep: bool) -> dict[str, Any]:
    try:
        if path.is_dir():
            raise PictureUnreadable(f"{path}: no pictures in this folder")
        grey = grey_picture(path)
        started = time.perf_counter()
        codes = reader.read(grey, proof=accept, deep=accept or deep)
    except PictureUnreadable as error:
        return {"file": str(path), "codes": [], "error": str(error)}
    except cv2.error as error:
        return {"file": str(path), "codes": [], "error": f"{path}: {error.err}"}
    barcodes = accepted(codes) if accept else tuple(code.barcode for code in codes)
    took = (time.perf_counter() - started) * 1000
    told = [
        {
            "symbology": code.symbology,
            "text": code.text,
            "quad": [list(corner) for corner in code.quad],
            "engine": code.engine,
        }
        for code in barcodes
    ]
    return {"file": str(path), "codes": told, "ms": round(took, 3)}


def _told(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return str(answer["error"])
    codes = ", ".join(f"{code['symbology']} {code['text']!r}" for code in answer["codes"])
    return f"{answer['file']}: {codes or 'nothing read'}"
