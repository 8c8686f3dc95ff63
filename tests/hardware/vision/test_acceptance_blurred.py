"""Reads of the blur-tolerant decoder: seldom, late, and right; a pack that is out of focus is taken with two or three.

The deep passes hold one frame at a time, so a read is as late as its pass took, and the next is of a frame after that.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hardware.ports.camera import Refusal
from hardware.vision.acceptance import Acceptance
from hardware.vision.acceptance_rules import Policy
from hardware.vision.blurred_ean import BlurredEanEngine
from hardware.vision.engines import BLUR, Barcode, Grey, ZxingEngine
from hardware.vision.pipeline import DecodePipeline
from tests.hardware.vision.counter_scene import COFFEE, MISREAD, NOODLES, Counter, code, corners
from tests.hardware.vision.covered_codes import in_hand, photo

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "barcodes"
MOVING, STILL = 12.0, 0.0  # pixels a second


def blurred(text: str = NOODLES, x: float = 300, symbology: str = "EAN-13") -> Barcode:
    return replace(code(text, x=x, symbology=symbology), engine=BLUR)


def ours(_code: Barcode) -> bool:
    return True


def watched(
    counter: Counter, seconds: float, took: float, texts: list[str], drift: float = MOVING, located: bool = True
) -> list[float]:
    """Show bars that only the deep pass reads, one text after the other; when something was taken, in seconds."""
    start, offered, taken = counter.now, -1.0, []
    waiting = list(texts)
    for n in range(round(seconds * 30)):
        since = n / 30
        if offered >= 0 and since >= offered + took:
            seen_at = offered
            offered = -1.0
            read = waiting.pop(0) if waiting else ""
            quad = [blurred(read, x=300 + drift * seen_at)] if read else []
            if counter.frame_of(start + seen_at, *quad, located=[corners(300 + drift * seen_at)]):
                taken.append(since)
        counter.now = start + since
        counter.frame_of(counter.now, located=[corners(300 + drift * since)] if located else [])
        if offered < 0:
            offered = since
    return taken


@pytest.mark.parametrize("took", [0.5, 1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("policy", "known", "drift", "reads"),
    [
        (Policy.STANDARD, True, MOVING, 2),
        (Policy.STANDARD, True, STILL, 2),
        (Policy.STANDARD, None, MOVING, 2),
        (Policy.EAGER, True, STILL, 1),
        (Policy.STRICT, True, MOVING, 2),
    ],
)
def test_late_reads_of_a_blurred_pack_take_it_once(
    policy: Policy, known: bool | None, drift: float, reads: int, took: float
) -> None:
    counter = Counter(policy, None if known is None else lambda _code: True)
    taken = watched(counter, 11.0, took, [NOODLES] * 20, drift)
    assert taken == [pytest.approx(reads * took, abs=0.15)]
    assert counter.texts == [NOODLES]


@pytest.mark.parametrize(("known", "drift"), [(None, STILL), (False, MOVING)])
def test_a_still_or_unknown_one_needs_three_reads(known: bool | None, drift: float) -> None:
    counter = Counter(known=None if known is None else lambda _code: False)
    assert watched(counter, 9.0, 1.3, [NOODLES] * 20, drift) == [pytest.approx(3.9, abs=0.2)]


@pytest.mark.parametrize("policy", Policy)
def test_one_read_alone_takes_nothing_but_where_a_shop_is_eager_and_knows_it(policy: Policy) -> None:
    for known in (None, True, False):
        counter = Counter(policy, {None: None, True: ours, False: lambda _code: False}[known])
        taken = watched(counter, 6.0, 1.0, [NOODLES])
        assert bool(taken) is (policy is Policy.EAGER and known is True)


def test_reads_that_are_too_far_apart_do_not_add_up() -> None:
    counter = Counter(known=lambda _code: True)
    assert watched(counter, 9.0, 1.0, [NOODLES, "", "", "", "", NOODLES]) == []


def test_values_that_contradict_each_other_over_seconds_take_nothing() -> None:
    for known in (None, ours):
        counter = Counter(known=known)
        assert watched(counter, 12.0, 1.4, [NOODLES, MISREAD] * 4) == []


def test_a_value_that_sharper_reads_contradict_begins_anew() -> None:
    counter = Counter()
    watched(counter, 1.1, 1.0, [NOODLES], STILL)
    counter.wait(0.5)
    counter.frame(code(COFFEE, x=305))
    counter.wait(0.8)
    assert counter.frame_of(counter.now - 0.5, blurred(x=330)) == []


def test_a_blurred_item_that_was_not_taken_is_not_in_the_way_of_the_next() -> None:
    counter = Counter()
    watched(counter, 1.1, 1.0, [NOODLES], STILL)
    counter.wait(1.2)
    assert counter.frame(code(COFFEE, x=300)) == []
    assert counter.frame(code(COFFEE, x=320)) == [COFFEE]


@pytest.mark.parametrize("located", [True, False])
@pytest.mark.parametrize("policy", Policy)
def test_a_blurred_item_that_is_held_for_long_is_taken_once(policy: Policy, located: bool) -> None:
    counter = Counter(policy, lambda _code: True)
    watched(counter, 15.0, 1.9, [NOODLES] * 20, MOVING, located)
    assert counter.texts == [NOODLES]


def test_a_sharp_read_that_comes_as_late_does_not_count() -> None:
    counter = Counter()
    counter.wait(3.0)
    sharp, soft = code(), blurred(COFFEE, x=800)
    assert counter.frame_of(counter.now - 1.5, sharp, soft) == []
    assert counter.why(NOODLES) == {Refusal.LATE}
    assert counter.frame_of(counter.now - 0.1, blurred(COFFEE, x=830)) == [COFFEE]


@pytest.mark.parametrize("late", [15, 45])  # frames
def test_photographs_out_of_focus_are_taken_in_live_video(late: int) -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of barcode photos is not beside the project")
    rows = [json.loads(row) for row in (CORPUS / "truth.jsonl").read_text("utf-8").splitlines()]
    blurred_rows = [row for row in rows if row["source_folder"] == "zxing/upca-6"]
    taken = [taken_of(photo(CORPUS / row["file"]), row["text"], late) for row in blurred_rows]
    printed = [[row["text"]] for row in blurred_rows]
    assert len(printed) == 7
    assert sum(texts == right for texts, right in zip(taken, printed, strict=True)) >= 5
    assert all(texts in ([], right) for texts, right in zip(taken, printed, strict=True))


def taken_of(grey: Grey, text: str, late: int) -> list[str]:
    """What is taken first within five seconds where the shop sells it and each deep pass takes so many frames."""
    pipeline = DecodePipeline(ZxingEngine(), blurred=BlurredEanEngine(), deep_inline=False)
    acceptance = Acceptance(known=lambda code: code.text == text)
    taken: list[str] = []
    for n in range(0, 150, late):
        shown = in_hand(grey, n)
        reading = pipeline.read(shown)
        taken += [one.code.text for one in acceptance.see(reading.barcodes, n / 30, reading.located).accepted]
        for k in range(n + 1, n + late):
            acceptance.see((), k / 30, reading.located)
        if reading.worth_deep:
            codes = pipeline.deep_passes.read(shown, reading.located)
            taken += [one.code.text for one in acceptance.see(codes, n / 30, reading.located).accepted]
        if taken:
            break
    return taken
