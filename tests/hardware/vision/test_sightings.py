"""Values followed through frames: which read belongs to which thing, and what contradicts what."""

from hardware.ports.camera import Refusal
from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.sightings import Sightings
from tests.hardware.vision.counter_scene import COFFEE, MISREAD, NOODLES, code, corners

RULES = rules_of(Policy.STANDARD)


def sightings() -> Sightings:
    made = Sightings(RULES, None)
    made.advance(0.0)
    return made


def test_reads_of_one_value_are_one_track_wherever_it_moves() -> None:
    seen = sightings()
    for n in range(5):
        seen.advance(n / 10)
        assert seen.count([code(x=100 + 200 * n)], n / 10) == []
    assert [(track.value, track.count) for track in seen.tracks] == [(NOODLES.zfill(14), 5)]


def test_two_reads_in_one_frame_are_two_tracks_that_keep_their_places() -> None:
    seen = sightings()
    for n in range(4):
        seen.advance(n / 10)
        seen.count([code(x=700 + 5 * n), code(x=100 + 5 * n)][:: (1, -1)[n % 2]], n / 10)
    assert sorted(track.path.last.x for track in seen.tracks) == [215, 815]
    assert sorted(track.twin for track in seen.tracks) == [False, True]


def test_a_firm_read_clears_what_was_counted_for_another_value_at_its_place() -> None:
    seen = sightings()
    seen.count([code(x=100)], 0.0)
    seen.advance(0.1)
    seen.count([code(COFFEE, x=110)], 0.1)
    noodles, coffee = sorted(seen.tracks, key=lambda track: track.value, reverse=True)
    assert not noodles.firm
    assert coffee.firm
    assert noodles.rivals == [0.1]
    assert coffee.rivals == [0.0]


def test_a_thin_read_does_not_clear_a_firm_one() -> None:
    seen = sightings()
    seen.count([code(x=100)], 0.0)
    seen.advance(0.1)
    seen.count([code(MISREAD, x=110, height=4)], 0.1)
    assert [track.firm for track in seen.tracks] == [True, False]
    assert seen.tracks[0].conflict_at is None


def test_a_longer_code_puts_an_end_to_its_piece() -> None:
    seen = sightings()
    seen.count([code("42184799", symbology="EAN-8")], 0.0)
    seen.advance(0.1)
    seen.count([code()], 0.1)
    assert [track.code.symbology for track in seen.tracks] == ["EAN-13"]
    assert seen.count([code("42184799", symbology="EAN-8")], 0.1)[0][1] is Refusal.PIECE


def test_bars_at_its_place_keep_a_taken_item_present_and_others_do_not() -> None:
    seen = sightings()
    seen.count([code()], 0.0)
    (track,) = seen.tracks
    seen.locate([corners(700)], 0.5)
    assert track.present == 0.0
    track.showing = 1
    seen.locate([corners(700)], 0.5)
    assert track.present == 0.0
    seen.locate([corners(310)], 0.5)
    assert track.present == 0.5
    seen.locate([corners(310)], 2.0)  # it had gone
    assert track.present == 0.5


def test_a_late_frame_does_not_turn_back_the_time() -> None:
    seen = sightings()
    seen.advance(5.0)
    seen.advance(4.5)
    assert seen.now == 5.0
    assert not seen.too_late(4.5, "zxing")
    assert seen.too_late(3.9, "zxing")
    assert not seen.too_late(0.6, "blur")
    assert seen.too_late(0.4, "blur")


def test_an_outage_ends_everything() -> None:
    seen = sightings()
    seen.count([code()], 0.0)
    seen.advance(5.1)
    assert seen.tracks == []
