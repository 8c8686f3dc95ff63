"""The tables: what each symbology and each policy asks for, and that no row lacks its reason."""

from dataclasses import fields

import pytest

from hardware.vision.acceptance_rules import (
    ENGINES,
    MOVED,
    STILL,
    SYMBOLOGIES,
    Figure,
    Policy,
    Rules,
    Strength,
    rules_of,
)
from hardware.vision.engines import Barcode
from tests.hardware.vision.counter_scene import Counter, Held, corners

CERTAIN, LONG, SHORT = Strength.CERTAIN, Strength.LONG, Strength.SHORT


@pytest.mark.parametrize("policy", Policy)
def test_every_figure_and_row_has_its_reason(policy: Policy) -> None:
    rules = rules_of(policy)
    assert rules.policy is policy
    figures = [value for field in fields(Rules) if isinstance(value := getattr(rules, field.name), Figure)]
    assert len(figures) >= 20
    assert all(figure.value > 0 for figure in figures)
    reasons = [row.reason for row in figures] + [rules.other.reason]
    reasons += [row.reason for row in rules.symbologies.values()]
    reasons += [row.reason for row in rules.votes.values()] + [row.reason for row in ENGINES.values()]
    assert all(len(reason.split()) >= 4 for reason in reasons)


@pytest.mark.parametrize(
    ("symbology", "strength", "sells"),
    [
        ("EAN-13", LONG, True),
        ("UPC-A", LONG, True),
        ("EAN-8", SHORT, True),
        ("UPC-E", SHORT, True),
        ("ITF", SHORT, True),
        ("DataBar", LONG, True),
        ("DataBar Limited", SHORT, False),
        ("DataBar Expanded", LONG, True),
        ("Code 128", LONG, False),
        ("QR", CERTAIN, False),
        ("Data Matrix", CERTAIN, False),
        ("Code 39", SHORT, False),
        ("", SHORT, False),
    ],
)
def test_each_symbology_has_the_proof_it_needs(symbology: str, strength: Strength, sells: bool) -> None:
    row = rules_of(Policy.STANDARD).of(symbology)
    assert (row.strength, row.sells) == (strength, sells)


@pytest.mark.parametrize(
    ("policy", "strength", "votes"),
    [
        (Policy.STANDARD, CERTAIN, (2, 2, 2)),
        (Policy.STANDARD, LONG, (4, 3, 6)),
        (Policy.STANDARD, SHORT, (6, 4, 8)),
        (Policy.STRICT, CERTAIN, (2, 2, 2)),
        (Policy.STRICT, LONG, (6, 4, 8)),
        (Policy.STRICT, SHORT, (8, 6, 10)),
        (Policy.EAGER, CERTAIN, (2, 2, 2)),
        (Policy.EAGER, LONG, (4, 2, 6)),
        (Policy.EAGER, SHORT, (6, 4, 8)),
    ],
)
def test_each_policy_asks_for_its_votes(policy: Policy, strength: Strength, votes: tuple[int, int, int]) -> None:
    row = rules_of(policy).votes[strength]
    assert (row.needed(None), row.needed(True), row.needed(False)) == votes


def test_no_policy_takes_an_unknown_number_from_one_frame_of_bars() -> None:
    for policy in Policy:
        for symbology in (*SYMBOLOGIES, "Code 39"):
            if rules_of(policy).of(symbology).strength is not CERTAIN:
                assert rules_of(policy).needed(symbology, None) >= 2 * MOVED
                assert rules_of(policy).needed(symbology, False) > 2 * MOVED


def test_strict_asks_for_more_than_standard_and_eager_for_no_more() -> None:
    strict, standard, eager = (rules_of(policy) for policy in (Policy.STRICT, Policy.STANDARD, Policy.EAGER))
    for strength in (LONG, SHORT):
        for known in (None, True, False):
            assert strict.votes[strength].needed(known) > standard.votes[strength].needed(known)
            assert eager.votes[strength].needed(known) <= standard.votes[strength].needed(known)
    assert strict.gone_after.value > standard.gone_after.value > eager.gone_after.value
    assert all(rules.gone_elsewhere.value <= rules.gone_after.value for rules in (strict, standard, eager))


def test_the_second_opinion_gives_no_whole_votes() -> None:
    rules = rules_of(Policy.STANDARD)
    assert [(rules.engine(name).most, rules.engine(name).firm) for name in ("zxing", "zbar", "blur")] == [
        (MOVED, True),
        (STILL, False),
        (MOVED, True),
    ]


def test_reads_of_the_slow_decoder_count_longest() -> None:
    rules = rules_of(Policy.STANDARD)
    assert rules.lasts("blur") == 4.5
    assert {rules.lasts(name) for name in ("zxing", "zbar", "")} == {rules.votes_last.value}


@pytest.mark.parametrize(
    ("symbology", "text", "frames", "still"),
    [
        ("EAN-13", "8801234567893", 2, 3),
        ("UPC-A", "023942431015", 2, 3),
        ("Code 128", "RMA-0042", 2, 3),
        ("DataBar", "0108801234567893", 2, 3),
        ("DataBar Expanded", "0108801234567893310300125", 2, 3),
        ("EAN-8", "42184799", 3, 5),
        ("UPC-E", "01234565", 3, 5),
        ("ITF", "18801234567890", 3, 5),
        ("DataBar Limited", "0108801234567893", 3, 5),
        ("Code 39", "RMA-0042", 3, 5),
        ("QR", "member 12", 1, 1),
        ("Data Matrix", "0108801234567893", 1, 1),
    ],
)
def test_frames_until_each_symbology_is_taken(symbology: str, text: str, frames: int, still: int) -> None:
    moving, lying = Counter(), Counter()
    taken = [bool(moving.frame(Barcode(text, symbology, corners(100 + 20 * n)))) for n in range(8)]
    assert taken.index(True) + 1 == frames
    taken = [bool(lying.frame(Barcode(text, symbology, corners()))) for _ in range(8)]
    assert taken.index(True) + 1 == still


@pytest.mark.parametrize(
    ("symbology", "text"),
    [
        ("EAN-13", "8801234567894"),
        ("EAN-13", "880123456789"),
        ("UPC-A", "023942431016"),
        ("EAN-8", "42184798"),
        ("UPC-E", "01234566"),
        ("ITF", "18801234567891"),
        ("ITF", "123457"),
        ("ITF", "88012345678937"),
        ("Code 128", "7"),
        ("Code 128", "AB"),
        ("EAN-13", "٨٨٠١٢٣٤٥٦٧٨٩٣"),
        ("QR", ""),
    ],
)
def test_what_cannot_be_such_a_code_is_refused_for_its_form(symbology: str, text: str) -> None:
    counter = Counter()
    assert counter.show(1.0, Held(Barcode(text, symbology, corners()), 40.0)) == []
    assert {why.value for why in counter.why(text)} == {"form"}
