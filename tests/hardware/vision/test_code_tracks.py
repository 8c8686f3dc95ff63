"""What a value's frames prove."""

import pytest

from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.code_form import value_of
from hardware.vision.code_places import Path, place_of
from hardware.vision.code_tracks import Track, is_firm
from hardware.vision.engines import Barcode
from tests.hardware.vision.counter_scene import code, corners, square

RULES = rules_of(Policy.STANDARD)


def track_of(shown: Barcode, known: bool | None = None, twin: bool = False) -> Track:
    return Track(value_of(shown), shown, RULES.of(shown.symbology), known, Path(), 0.0, 0.0, 0.0, 0.0, twin)


def read(track: Track, *shown: Barcode, start: float = 0.0) -> None:
    for n, one in enumerate(shown):
        track.read(one, place_of(one.quad), start + n / 10, start + n / 10, RULES)


@pytest.mark.parametrize(
    ("frames", "known", "enough"),
    [
        ([code(x=100)], None, False),
        ([code(x=100), code(x=120)], None, True),
        ([code(), code()], None, False),
        ([code(), code(), code()], None, True),
        ([code(), code()], True, True),
        ([code(x=100), code(x=120)], False, False),
        ([code(x=100), code(x=120), code(x=140)], False, True),
        ([code(x=100, height=4), code(x=120, height=4), code(x=140, height=4), code(x=160, height=4)], None, False),
        ([code(x=100, height=4), code(x=120, height=4), code(x=140, height=4)], True, True),
        ([code(x=100), code(x=120, height=4), code(x=140, height=4)], None, False),
        ([code(x=100), code(x=120, height=4), code(x=140)], None, True),
    ],
)
def test_frames_that_are_enough(frames: list[Barcode], known: bool | None, enough: bool) -> None:
    track = track_of(frames[0], known)
    read(track, *frames)
    assert track.has_enough(RULES) is enough


def test_a_frame_counts_once() -> None:
    track = track_of(code())
    for x in (100, 120, 140):
        track.read(code(x=x), place_of(corners(x)), 1.0, 1.0, RULES)
    assert not track.has_enough(RULES)
    assert track.count == 1


def test_after_a_contradiction_twice_the_votes_are_needed_and_nearly_all_reads() -> None:
    track = track_of(code())
    read(track, code(x=100))
    track.contradict(0.05)
    track.rivals.append(0.05)
    read(track, *(code(x=120 + 20 * n) for n in range(4)), start=0.1)
    assert not track.has_enough(RULES)  # 5 reads of 6
    read(track, *(code(x=300 + 20 * n) for n in range(4)), start=0.6)
    assert track.has_enough(RULES)  # 9 of 10


def test_a_contradiction_is_forgotten_after_two_seconds() -> None:
    track = track_of(code())
    track.contradict(0.0)
    track.rivals.append(0.0)
    read(track, code(x=100), code(x=120), start=2.1)
    track.forget_before(2.2, RULES)
    assert track.has_enough(RULES)


def test_old_votes_do_not_count() -> None:
    track = track_of(code())
    read(track, code(x=100))
    track.forget_before(1.2, RULES)
    read(track, code(x=120), start=1.2)
    assert not track.has_enough(RULES)


def test_a_second_item_of_a_kind_needs_two_frames_even_as_a_square() -> None:
    track = track_of(square("A"), twin=True)
    read(track, square("A"))
    assert not track.has_enough(RULES)
    read(track, square("A", x=620), start=0.1)
    assert track.has_enough(RULES)


def test_a_late_read_sets_back_the_first_and_not_the_last() -> None:
    track = track_of(code())
    read(track, code(x=120), start=2.0)
    track.read(code(x=100), place_of(corners(100)), 1.5, 2.1, RULES)
    assert (track.first, track.last, track.heard) == (0.0, 2.0, 2.1)
    assert track.code == code(x=120)


@pytest.mark.parametrize(
    ("shown", "firm"),
    [
        (code(), True),
        (code(height=15), False),
        (Barcode("1", "EAN-13", corners(), engine="zbar"), False),
        (Barcode("1", "EAN-13", corners(), engine="blur"), True),
        (Barcode("1", "EAN-13", corners(), engine="zxing"), True),
        (Barcode("1", "QR", corners(height=2)), True),
    ],
)
def test_firm_reads(shown: Barcode, firm: bool) -> None:
    assert is_firm(shown, place_of(shown.quad), RULES) is firm


@pytest.mark.parametrize(
    ("shown", "known", "minor"),
    [
        (code(), None, False),
        (code(), False, False),
        (square("https://a.example"), None, True),
        (square("https://a.example"), True, False),
        (square("A"), None, False),
        (square("A"), False, True),
        (code("AB-1", symbology="Code 128"), False, True),
        (code("AB-1", symbology="Code 128"), None, False),
    ],
)
def test_what_gives_way_to_an_item_number(shown: Barcode, known: bool | None, minor: bool) -> None:
    assert track_of(shown, known).minor is minor
