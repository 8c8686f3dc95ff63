"""Reads filmed sequences frame by frame as the kiosk does, beside the stock engines on the same frames."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from hardware.simulators.synthetic_effects import LEVELS, Level
from hardware.simulators.synthetic_sequences import FRAMES, RATE, Film, FilmFrame, film
from hardware.vision.acceptance import Acceptance
from hardware.vision.blurred_ean import BlurredEanEngine
from hardware.vision.engines import Barcode, Quad, ZxingEngine, second_opinion
from hardware.vision.pipeline import DecodePipeline
from kiosk.commands.benchmarks.decode_stills import OURS, ZXING, stock_ways, timed
from kiosk.commands.benchmarks.decode_stock import Read
from kiosk.commands.benchmarks.decode_truth import values
from kiosk.commands.benchmarks.figure import Figure

_MS_OF_A_FRAME = 1000 / RATE
_READ_AT_LEAST: dict[Level, float] = {"d1": 52.0, "d2": 25.0}
_ACCEPTED_WITHIN: dict[Level, float] = {"d0": 8.0, "d1": 9.0}
_TIME_AT_MOST = 0.5


@dataclass
class Watched:
    """What one way made of the sequences of a level.

    `first` are frames from full view to the first right read (ours: the first accepted one), one for each sequence
    that got so far; `beside_ms` is what ran beside the frames.
    """

    frames: int = 0
    read: int = 0
    misread: int = 0
    ms: float = 0.0
    beside_ms: float = 0.0
    sequences: int = 0
    first: list[int] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Frames read, in % of all, the empty ones included."""
        return 100 * self.read / max(self.frames, 1)

    @property
    def mean_ms(self) -> float:
        """Mean milliseconds of a frame."""
        return self.ms / max(self.frames, 1)

    @property
    def waited(self) -> float:
        """The middle of `first`; without any, more than a sequence has."""
        return float(median(self.first)) if self.first else self.frames / max(self.sequences, 1)


Films = dict[Level, dict[str, Watched]]


class OurWay:
    """The camera's frame thread with its deep worker, on one clock: that of the film.

    A deep pass runs when its frame is offered, and what it read is counted when it would have been ready: as many
    frames later as it took, during which no other frame is offered.
    """

    def __init__(self, second: bool = True) -> None:
        engine = ZxingEngine()
        other = second_opinion() if second else None
        self._pipeline = DecodePipeline(engine, other, blurred=BlurredEanEngine(), deep_inline=False)
        self._acceptance = Acceptance()
        self._under_way: tuple[int, float, tuple[Barcode, ...], tuple[Quad, ...]] | None = None

    def see(self, frame: FilmFrame, watched: Watched) -> tuple[list[Barcode], list[Barcode]]:
        """Everything read in this frame, and what is accepted at this frame."""
        at = frame.number / RATE
        taken = []
        if self._under_way is not None and self._under_way[0] <= frame.number:
            _ready, seen_at, codes, places = self._under_way
            self._under_way = None
            taken += [each.code for each in self._acceptance.see(codes, seen_at, places).accepted]
        reading, ms = timed(self._pipeline.read, frame.pixels)
        watched.ms += ms
        taken += [each.code for each in self._acceptance.see(reading.barcodes, at, reading.located).accepted]
        read = list(reading.barcodes)
        if reading.worth_deep and self._under_way is None:
            deep, ms = timed(lambda grey: self._pipeline.deep_passes.read(grey, reading.located), frame.pixels)
            watched.beside_ms += ms
            read += deep
            ready = frame.number + max(1, ceil(ms / _MS_OF_A_FRAME))
            self._under_way = ready, at, tuple(deep), reading.located or tuple(code.quad for code in deep)
        return read, taken


def watch(
    seed: int, sequences: int, *, stock: Sequence[str], levels: Sequence[Level] = LEVELS, frames: int = FRAMES
) -> Films:
    """Film and read `sequences` of each level; `stock` names the stock engines beside zxing."""
    ways = {name: way for name, way in stock_ways().items() if name in (ZXING, *stock)}
    films: Films = {}
    for level in levels:
        films[level] = {name: Watched() for name in (OURS, *ways)}
        for number in range(sequences):
            _watch_one(film(seed, number, level, frames=frames), ways, films[level])
    return films


def _watch_one(shown: Film, ways: dict[str, Read], told: dict[str, Watched]) -> None:
    right = values(shown.code.symbology, shown.code.text)
    ours, full_from = OurWay(), -1
    waiting = set(told)
    for each in told.values():
        each.sequences += 1
    for frame in shown.frames():
        if frame.fully and full_from < 0:
            full_from = frame.number
        for name in (OURS, *ways) if frame.number % 2 else (*ways, OURS):
            watched = told[name]
            watched.frames += 1
            if name == OURS:
                codes, counted = ours.see(frame, watched)
            else:
                found, ms = timed(ways[name], frame.pixels)
                watched.ms += ms
                codes = counted = list(found)
            watched.read += _right(codes, right)
            watched.misread += any(not values(code.symbology, code.text) & right for code in counted)
            if name in waiting and _right(counted, right):
                waiting.remove(name)
                watched.first.append(0 if full_from < 0 else frame.number - full_from)


def _right(codes: Sequence[Barcode], right: frozenset[str]) -> bool:
    return any(values(code.symbology, code.text) & right for code in codes)


def figures(films: Films, note: str) -> list[Figure]:
    """Frames read, time, and frames from full view to the first accepted read, for each level; time over all."""
    made = []
    for level, told in films.items():
        zxing = told[ZXING]
        for name, watched in told.items():
            if name == ZXING:
                continue
            label = f"video {level}, {name}"
            goal = _READ_AT_LEAST.get(level) if name == OURS else None
            made.append(
                Figure(f"{label}: frames read", watched.share, "%", ZXING, zxing.share, goal, "value", "least", note)
            )
            made.append(
                Figure(f"{label}: mean time of a frame", watched.mean_ms, "ms", ZXING, zxing.mean_ms, note=note)
            )
            if name == OURS:
                made += _ours(level, watched, zxing, note)
    made += _over_all(films, note)
    return made


def _ours(level: Level, watched: Watched, zxing: Watched, note: str) -> list[Figure]:
    label = f"video {level}, {OURS}"
    total = (watched.ms + watched.beside_ms) / max(watched.frames, 1)
    goal = _ACCEPTED_WITHIN.get(level)
    accepted, read = (100 * len(each.first) / max(each.sequences, 1) for each in (watched, zxing))
    first = f"{ZXING}, first read"
    return [
        Figure(f"{label}: mean time of a frame with the worker's", total, "ms", ZXING, zxing.mean_ms, note=note),
        Figure(
            f"{label}: full view to accepted", watched.waited, "frames", first, zxing.waited, goal, "value", note=note
        ),
        Figure(f"{label}: sequences accepted", accepted, "%", first, read, note=note),
        Figure(f"{label}: wrong accepted reads", watched.misread, "reads", ZXING, zxing.misread, note=note),
    ]


def _over_all(films: Films, note: str) -> list[Figure]:
    """Mean time of a frame over all levels, each counting alike."""
    names = next(iter(films.values()))
    mean = {name: sum(told[name].mean_ms for told in films.values()) / len(films) for name in names}
    with_worker = sum((t[OURS].ms + t[OURS].beside_ms) / max(t[OURS].frames, 1) for t in films.values()) / len(films)
    made = [
        Figure(f"video, {name}: mean time of a frame", ms, "ms", ZXING, mean[ZXING], note=note)
        for name, ms in mean.items()
        if name not in (OURS, ZXING)
    ]
    ours = f"video, {OURS}: mean time of a frame"
    return [
        Figure(ours, mean[OURS], "ms", ZXING, mean[ZXING], _TIME_AT_MOST, note=note),
        Figure(f"{ours} with the worker's", with_worker, "ms", ZXING, mean[ZXING], note=note),
        *made,
    ]
