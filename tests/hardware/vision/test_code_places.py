"""Places of codes: shared or apart, moved or only read elsewhere along the bars."""

import pytest

from hardware.vision.code_places import Path, height_by_length, lengths_apart, lies_differently, overlap, place_of
from hardware.vision.engines import Quad
from tests.hardware.vision.counter_scene import corners


def turned(degrees: int) -> Quad:
    return {
        0: corners(),
        1: ((300, 200), (500, 203), (499, 283), (299, 280)),
        5: ((300, 200), (499, 217), (492, 297), (293, 280)),
    }[degrees]


@pytest.mark.parametrize(
    ("after", "moved"),
    [
        (corners(302), False),  # what a half-size pass makes of a still code
        (corners(304), True),
        (corners(width=205), True),  # nearer
        (corners(y=230), False),  # another line of the same bars
        (corners(y=250), True),
        (corners(height=4), False),
        (turned(1), False),
        (turned(5), True),
    ],
)
def test_only_what_changes_the_pixels_of_the_bars_is_a_movement(after: Quad, moved: bool) -> None:
    assert lies_differently(place_of(corners()), place_of(after), 3.0, 2.0, 0.2) is moved
    assert lies_differently(place_of(after), place_of(corners()), 3.0, 2.0, 0.2) is moved


def test_a_read_of_a_single_line_stands_for_the_bars_around_it() -> None:
    line = place_of(corners(y=200, height=1))
    assert overlap(line, place_of(corners(y=260, height=1)))
    assert not overlap(line, place_of(corners(y=300, height=1)))
    assert not overlap(line, place_of(corners(x=520)))


def test_heights_and_distances_are_in_lengths() -> None:
    assert height_by_length(place_of(corners(height=20))) == pytest.approx(0.1)
    assert height_by_length(place_of(corners(width=20, height=200))) == pytest.approx(0.1)
    assert height_by_length(place_of(((0, 0), (9, 9)))) == 1.0
    assert lengths_apart(place_of(corners()), place_of(corners(x=500))) == pytest.approx(1.0)


def test_no_corners_are_a_place_of_one_pixel() -> None:
    place = place_of(())
    assert (place.x, place.y, place.reach) == (0, 0, 1.0)


def test_a_path_goes_on_as_it_went_for_a_while() -> None:
    path = Path()
    path.add(place_of(corners(100)), 0.0)
    assert path.at(1.0).x == 200
    path.add(place_of(corners(110)), 0.1)
    assert path.at(0.02).x == 200
    assert path.at(0.2).x == pytest.approx(220)
    assert path.at(9.0).x == pytest.approx(240)  # no further than three tenths of a second
    assert path.since(0.0) == (10, 0)


def test_a_late_stop_is_put_where_it_belongs() -> None:
    path = Path()
    for at in (0.0, 0.2, 0.1):
        path.add(place_of(corners(100 + round(100 * at))), at)
    assert path.last.x == 220
    assert path.at(0.1).x == 210
    for n in range(50):
        path.add(place_of(corners(n)), 1 + n)
    assert path.at(0.0).x >= 34  # old stops are forgotten


def test_after_a_pause_no_movement_is_guessed() -> None:
    path = Path()
    path.add(place_of(corners(100)), 0.0)
    path.add(place_of(corners(500)), 2.0)
    assert path.at(2.1).x == 600
