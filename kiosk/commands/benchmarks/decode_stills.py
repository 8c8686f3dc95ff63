"""Reads a corpus of pictures with our still reader and with the stock engines, picture by picture in turns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import process_time_ns
from typing import TypeVar

import cv2
import numpy as np

from hardware.vision.engines import Barcode, Grey
from hardware.vision.still import still_reader
from hardware.vision.still_acceptance import accepted
from kiosk.commands.benchmarks.decode_stock import DeepCascade, Read, StockZxing, agreed, stock_zbar, turned
from kiosk.commands.benchmarks.decode_truth import TruthLine, Verdict, judge
from kiosk.commands.command_line import CommandFailed, ExitCode

Answer = TypeVar("Answer")

OURS, DEEPEST, ACCEPTED = "ours", "ours, deep", "ours, accepted"
ZXING, FAST, ZBAR = "zxing retail", "zxing fast", "zbar retail"
CASCADE, AGREE = "best stock combination", "both engines agree"
FRAME = (1280, 720)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one way made of one picture, in how many milliseconds of processor time."""

    verdict: Verdict
    ms: float


@dataclass
class Tally:
    """What one way made of a set of pictures, in their order."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Pictures whose code was read."""
        return sum(outcome.verdict.read for outcome in self.outcomes)

    @property
    def wrong(self) -> int:
        """Pictures in which something was read that is not there."""
        return sum(bool(outcome.verdict.wrong) for outcome in self.outcomes)

    @property
    def ms(self) -> list[float]:
        """Milliseconds of each picture."""
        return [outcome.ms for outcome in self.outcomes]


def native(grey: Grey) -> Grey:
    """The picture as it is."""
    return grey


def turned_45(grey: Grey) -> Grey:
    """The picture turned by 45 degrees."""
    return turned(grey, 45)


def within_720p(grey: Grey) -> Grey:
    """The picture made small enough for a frame of 1280 by 720, lying as it does."""
    height, width = grey.shape
    scale = min(1.0, max(FRAME) / max(height, width), min(FRAME) / min(height, width))
    if scale == 1.0:
        return grey
    size = (round(width * scale), round(height * scale))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def load(truth: TruthLine) -> Grey:
    """The picture's pixels in grey; raises `CommandFailed` when it is none."""
    grey = cv2.imread(str(truth.picture), cv2.IMREAD_GRAYSCALE)
    if grey is None:
        raise CommandFailed(f"{truth.picture} is no picture that can be read", ExitCode.DAMAGED)
    return np.asarray(grey, dtype=np.uint8)


def our_ways() -> dict[str, Read]:
    """Our still reader, with its deepest pass too, and with the proof that acceptance asks for."""
    reader = still_reader()

    def ours(grey: Grey) -> Sequence[Barcode]:
        return [code.barcode for code in reader.read(grey)]

    def deepest(grey: Grey) -> Sequence[Barcode]:
        return [code.barcode for code in reader.read(grey, deep=True)]

    def believed(grey: Grey) -> Sequence[Barcode]:
        return accepted(reader.read(grey, proof=True, deep=True))

    return {OURS: ours, DEEPEST: deepest, ACCEPTED: believed}


def stock_ways() -> dict[str, Read]:
    """The stock engines that this machine has, and the best of them together."""
    zxing, zbar = StockZxing(hard=True), stock_zbar()
    ways: dict[str, Read] = {ZXING: zxing, FAST: StockZxing(hard=False)}
    if zbar is not None:
        ways[ZBAR] = zbar
    return ways | {CASCADE: DeepCascade(zxing, StockZxing(hard=True, histogram=True), zbar)}


def timed(way: Callable[[Grey], Answer], grey: Grey) -> tuple[Answer, float]:
    """What a way says of a picture, and the milliseconds of processor time it took."""
    begun = process_time_ns()
    codes = way(grey)
    return codes, (process_time_ns() - begun) / 1e6


def read_all(
    pictures: Sequence[TruthLine],
    seen_as: Callable[[Grey], Grey],
    ways: Mapping[str, Read],
    as_they_are: dict[str, Tally] | None = None,
) -> dict[str, Tally]:
    """Let every way read every picture, taking turns at being first.

    A picture that `seen_as` leaves alone need not be read again when the tallies `as_they_are` have it.
    """
    tallies = {name: Tally() for name in (*ways, *([AGREE] if ZBAR in ways else []))}
    for number, truth in enumerate(pictures):
        grey = load(truth)
        seen = seen_as(grey)
        if seen is grey and as_they_are is not None:
            found = {name: tally.outcomes[number] for name, tally in as_they_are.items()}
        else:
            found = _read_one(truth, seen, ways, number)
        for name, outcome in found.items():
            tallies[name].outcomes.append(outcome)
    return tallies


def _read_one(truth: TruthLine, grey: Grey, ways: Mapping[str, Read], number: int) -> dict[str, Outcome]:
    found = {name: timed(ways[name], grey) for name in _from(list(ways), number)}
    if ZBAR in ways:
        (one, one_ms), (other, other_ms) = found[ZXING], found[ZBAR]
        found[AGREE] = agreed(one, other), one_ms + other_ms
    return {name: Outcome(judge(truth, codes), ms) for name, (codes, ms) in found.items()}


def _from(names: list[str], number: int) -> Iterator[str]:
    begin = number % len(names)
    yield from (*names[begin:], *names[:begin])
