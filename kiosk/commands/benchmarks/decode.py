"""Reading codes: stills, films and what is out of focus, beside zxing, zbar and the best of both."""

from pathlib import Path

import cv2
import numpy as np

from kiosk.commands.benchmarks import decode_defocus as defocus
from kiosk.commands.benchmarks import decode_stills as stills
from kiosk.commands.benchmarks import decode_video as video
from kiosk.commands.benchmarks.decode_still_figures import Goals, StillFigures
from kiosk.commands.benchmarks.decode_truth import TruthLine, load_truth
from kiosk.commands.benchmarks.figure import Figure
from kiosk.commands.command_line import CommandFailed, ExitCode

SEED = 7
_FILES, _WRONG_FILES = 48, 24  # of a short run
_SEQUENCES, _SEQUENCES_LONG = 1, 6  # of each level
_SERIES, _SERIES_LONG = 1, 3  # pictures for each module width and blur

_ROOT = Path(__file__).parents[3]
_AT_HAND = (_ROOT.parent / "shared" / "corpora" / "barcodes", _ROOT / "tests" / "hardware" / "corpus" / "barcodes")
_READ_AT_LEAST, _READ_AT_LEAST_HELD_OUT = 92.5, 87.0


def measure(*, long: bool, corpus: Path | None) -> list[Figure]:
    """The whole table, single-threaded, in processor time; without `long` on a part of the corpus."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        return _measure(long, corpus)
    finally:
        cv2.setNumThreads(threads)


def _measure(long: bool, corpus: Path | None) -> list[Figure]:
    folder = corpus or _at_hand()
    everything = load_truth(folder)
    pictures = everything if long else drawn(everything, _FILES)
    note = f"stills: {len(pictures)} of {len(everything)} files of {folder.name}" + ("" if long else f", seed {SEED}")
    if folder == _AT_HAND[1]:
        note += "; the project's own small set, because no larger corpus is at hand"
    read = _READ_AT_LEAST if corpus is None else _READ_AT_LEAST_HELD_OUT
    made = _stills(pictures, read, note)
    count = _SEQUENCES_LONG if long else _SEQUENCES
    films = video.watch(SEED, count, stock=(stills.FAST, stills.ZBAR) if long else (stills.FAST,))
    made += video.figures(films, f"video: sequences of each level: {count}, seed {SEED}, 75 frames each")
    made += defocus.photographs(everything, note)
    made += defocus.series(SEED, _SERIES_LONG if long else _SERIES)
    made += defocus.wrong_reads(everything if long else drawn(everything, _WRONG_FILES), note)
    return made


def _stills(pictures: list[TruthLine], read: float, note: str) -> list[Figure]:
    ways = stills.our_ways() | stills.stock_ways()
    native = stills.read_all(pictures, stills.native, ways)
    turned = stills.read_all(pictures, stills.turned_45, ways)
    small = stills.read_all(pictures, stills.within_720p, ways, native)
    return [
        *StillFigures("native", pictures, native, Goals(read, 1.0, 80.0, 1), note).all(),
        *StillFigures("turned 45", pictures, turned, Goals(75.0, 1.3), note).all(),
        *StillFigures("within 720p", pictures, small, Goals(), note).all(),
    ]


def _at_hand() -> Path:
    found = next((folder for folder in _AT_HAND if (folder / "truth.jsonl").is_file()), None)
    if found is None:
        raise CommandFailed("no barcode corpus is at hand; name its folder with --corpus", ExitCode.DAMAGED)
    return found


def drawn(pictures: list[TruthLine], count: int) -> list[TruthLine]:
    """A part of a corpus, the same each time, in the corpus' order."""
    if len(pictures) <= count:
        return pictures
    chosen = np.random.default_rng(SEED).choice(len(pictures), count, replace=False)
    return [pictures[number] for number in sorted(chosen)]
