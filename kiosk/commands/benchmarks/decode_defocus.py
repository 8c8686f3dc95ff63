"""Reads what is out of focus: photographs that no stock engine reads, and a seeded series of pictures."""

from collections.abc import Sequence

import cv2
import numpy as np

from hardware.simulators.synthetic_pictures import defocus_series
from hardware.vision.blurred_ean import BlurredEanEngine
from hardware.vision.engines import Grey
from hardware.vision.locate import bar_places
from kiosk.commands.benchmarks.decode_stills import CASCADE, DEEPEST, Outcome, Tally, load, our_ways, stock_ways, timed
from kiosk.commands.benchmarks.decode_stock import Read
from kiosk.commands.benchmarks.decode_truth import TruthLine, judge, values
from kiosk.commands.benchmarks.figure import Figure

PHOTOGRAPHS = "zxing/upca-6"
BLUR_ENGINE = "blur-tolerant engine"
_PHOTOGRAPHS_AT_LEAST = 3
_SERIES_AT_LEAST = 60.0


def engine_way() -> Read:
    """The blur-tolerant engine alone, at the places where bars are found."""
    engine = BlurredEanEngine()
    return lambda grey: engine.read(grey, [place.quad for place in bar_places(grey)])


def photographs(pictures: Sequence[TruthLine], note: str) -> list[Figure]:
    """How many of the defocused photographs are read; no figure where the corpus has none."""
    chosen = [truth for truth in pictures if truth.source_folder == PHOTOGRAPHS]
    if not chosen:
        return []
    ways = {DEEPEST: our_ways()[DEEPEST], BLUR_ENGINE: engine_way(), CASCADE: stock_ways()[CASCADE]}
    read = {name: sum(judge(truth, way(load(truth))).read for truth in chosen) for name, way in ways.items()}
    return [
        Figure(
            f"defocused photographs, {name}: read of {len(chosen)}", read[name], "files", CASCADE, read[CASCADE],
            _PHOTOGRAPHS_AT_LEAST, "value", "least", note,
        )
        for name in (DEEPEST, BLUR_ENGINE)
    ]  # fmt: skip


def series(seed: int, each: int) -> list[Figure]:
    """Share read of the synthetic series, and wrong reads in it, by the engine and by the whole still reader."""
    ways = {DEEPEST: our_ways()[DEEPEST], BLUR_ENGINE: engine_way(), CASCADE: stock_ways()[CASCADE]}
    read, wrong, count = dict.fromkeys(ways, 0), dict.fromkeys(ways, 0), 0
    for step in defocus_series(seed, each=each):
        grey = np.asarray(cv2.cvtColor(step.picture.pixels, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
        right = values(step.picture.symbology, step.picture.text)
        count += 1
        for name, way in ways.items():
            said = [values(code.symbology, code.text) & right for code in way(grey)]
            read[name] += any(said)
            wrong[name] += not all(said)
    note = f"defocus series: {count} pictures, seed {seed}, modules of 2 to 4 px, blur of 1 to 2 modules"
    share = {name: 100 * found / count for name, found in read.items()}
    made = []
    for name in (DEEPEST, BLUR_ENGINE):
        label = f"defocus series, {name}"
        made += [
            Figure(
                f"{label}: read", share[name], "%", CASCADE, share[CASCADE], _SERIES_AT_LEAST, "value", "least", note
            ),
            Figure(f"{label}: read wrong", wrong[name], "files", CASCADE, wrong[CASCADE], 0, "value", note=note),
        ]
    return made


def wrong_reads(pictures: Sequence[TruthLine], note: str) -> list[Figure]:
    """What the blur-tolerant engine makes of every picture of a corpus: it must read none wrong."""
    way, cascade = engine_way(), stock_ways()[CASCADE]
    ours, stock = Tally(), Tally()
    for truth in pictures:
        grey: Grey = load(truth)
        for tally, each in ((ours, way), (stock, cascade)):
            codes, ms = timed(each, grey)
            tally.outcomes.append(Outcome(judge(truth, codes), ms))
    label = f"corpus, {BLUR_ENGINE}"
    return [
        Figure(f"{label}: files read wrong", ours.wrong, "files", CASCADE, stock.wrong, 0, "value", note=note),
        Figure(f"{label}: files read", ours.read, "files", CASCADE, stock.read, note=note),
        Figure(f"{label}: mean time", float(np.mean(ours.ms)), "ms", CASCADE, float(np.mean(stock.ms)), note=note),
    ]
