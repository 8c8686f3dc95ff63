"""A code that is partly hidden is not sold as a shorter one that its rest spells (pain 13)."""

from pathlib import Path

import pytest

from hardware.ports.camera import Refusal
from hardware.vision.acceptance import Acceptance
from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.engines import Barcode, Effort, ZxingEngine
from hardware.vision.pipeline import DecodePipeline
from hardware.vision.still import still_reader
from hardware.vision.still_acceptance import accepted
from hardware.vision.still_evidence import StillCode
from tests.hardware.vision.covered_codes import PHOTOS, SHADE, covered, in_hand, photo

COFFEE = PHOTOS / "ean13_028.jpg"
SMALL_SET = Path(__file__).parents[1] / "corpus" / "barcodes" / "images"
FRAMES = 20


def test_an_ean_13_behind_a_strip_is_not_taken_for_the_upc_e_of_its_left_half() -> None:
    grey = photo(COFFEE)
    grey[:, 440:501] = SHADE
    for policy in Policy:
        # With a catalogue that knows everything the fewest votes are asked.
        for known in (None, lambda _code: True):
            pipeline, acceptance = DecodePipeline(ZxingEngine()), Acceptance(rules_of(policy), known)
            decisions = [acceptance.see(pipeline.read(in_hand(grey, n)).barcodes, n / 30) for n in range(FRAMES)]
            assert [decision.accepted for decision in decisions] == [()] * FRAMES


def test_a_decoder_that_reads_the_left_half_all_the_same_is_refused() -> None:
    half = Barcode("0190000001784", "UPC-E", ((280, 192), (433, 192), (433, 259), (278, 259)), engine="zbar")
    acceptance = Acceptance(known=lambda _code: True)
    for n in range(FRAMES):
        decision = acceptance.see([half], n / 30)
        assert (decision.accepted, [one.why for one in decision.refused]) == ((), [Refusal.PIECE])
    passes = tuple(f"pass {n}" for n in range(7))
    assert accepted([StillCode(half, passes, ("zbar",))]) == ()


@pytest.mark.parametrize("begins", [0.54, 0.55, 0.56, 0.58])
def test_a_still_of_a_half_hidden_ean_13_is_not_believed_either(begins: float) -> None:
    grey = photo(COFFEE)
    (whole,) = ZxingEngine().read(grey, Effort.FULL)
    codes = still_reader().read(covered(grey, whole.quad, begins, 1.3), proof=True, deep=True)
    assert accepted(codes) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [("upce_003.png", "0041244000098"), ("upce_013.png", "0012345000065"), ("upce_017.png", "0012000006494")],
)
def test_real_upc_e_codes_are_still_taken(name: str, text: str) -> None:
    grey = photo(SMALL_SET / name)
    pipeline, acceptance = DecodePipeline(ZxingEngine()), Acceptance()
    taken = [
        one.code
        for n in range(FRAMES)
        for one in acceptance.see(pipeline.read(in_hand(grey, n)).barcodes, n / 30).accepted
    ]
    assert [(code.symbology, code.text.zfill(13)) for code in taken] == [("UPC-E", text)]
    stills = accepted(still_reader().read(grey, proof=True))
    assert [code.symbology for code in stills] == ["UPC-E"]
