"""What a shopper is told about a code that is seen and not read: after two seconds, once, and what helps."""

import numpy as np
import pytest

from hardware.ports.scanner import MissHint
from hardware.vision.bar_quality import bar_quality
from hardware.vision.engines import Grey, Quad
from hardware.vision.missed_codes import MissedCodes, hint_for
from tests.hardware.vision.bar_pictures import bars, darkened, foreshortened, round_can, where, with_lamp
from tests.hardware.vision.counter_scene import corners

SMALL = bars(1.2)
BLANK: Grey = np.full((720, 1280), 120, np.uint8)


class Watch:
    def __init__(self) -> None:
        self.missed = MissedCodes()
        self.now = 50.0

    def show(self, seconds: float, *places: Quad, drift: float = 0.0, picture: Grey = BLANK) -> list[float]:
        """The seconds after which something was told."""
        told = []
        for n in range(round(seconds * 10)):
            self.now += 0.1
            dx = round(drift * n / 10)
            located = [tuple((x + dx, y) for x, y in quad) for quad in places]
            if self.missed.see(picture, located, self.now) is not None:
                told.append(round(n / 10, 1))
        return told


@pytest.mark.parametrize(
    ("picture", "quad", "hint"),
    [
        (bars(1.2), where(1.2), MissHint.CLOSER),
        (bars(1.4, blur=1.0), where(1.4), MissHint.CLOSER),
        (bars(1.6, blur=2.0), where(1.6), MissHint.CLOSER),
        (bars(2.5, blur=2.0), where(2.5), MissHint.STEADY),
        (bars(3.0, blur=3.0), where(3.0), MissHint.STEADY),
        (with_lamp(bars(), 30), where(), MissHint.FLATTEN),
        (with_lamp(bars(), 60), where(), MissHint.FLATTEN),
        (round_can(bars(), 107), corners(530, 320, 220, 100), MissHint.FLATTEN),
        (bars(angle=30), where(angle=30), MissHint.TURN),
        (bars(angle=45), where(angle=45), MissHint.TURN),
        (foreshortened(bars(), 0.2), where(), MissHint.TURN),
        (darkened(bars(), 0.1), where(), MissHint.LIGHT),
        (darkened(bars(), 0.05), where(), MissHint.LIGHT),
        (BLANK, where(), MissHint.NONE),
    ],
)
def test_each_fault_of_the_picture_has_its_advice(picture: Grey, quad: Quad, hint: MissHint) -> None:
    assert hint_for(bar_quality(picture, quad), speed=0.0) is hint


@pytest.mark.parametrize(
    ("speed", "hint"), [(0.0, MissHint.FLATTEN), (200.0, MissHint.FLATTEN), (600.0, MissHint.STEADY)]
)
def test_what_moves_too_fast_is_to_be_held_steady(speed: float, hint: MissHint) -> None:
    assert hint_for(bar_quality(bars(), where()), speed) is hint


def test_no_bars_to_measure_no_advice() -> None:
    assert hint_for(None, 0.0) is MissHint.NONE


def test_unread_bars_are_told_once_after_two_seconds() -> None:
    watch = Watch()
    assert watch.show(6.0, corners(), drift=10) == [2.0]
    watch.show(1.0)
    assert watch.show(6.0, corners(700), drift=10) == [2.0]


def test_bars_that_leave_in_time_are_not_told() -> None:
    watch = Watch()
    for _ in range(4):
        assert watch.show(1.9, corners(), drift=10) == []
        watch.show(0.8)


def test_bars_that_are_not_located_in_some_frames_stay_in_view() -> None:
    watch = Watch()
    told = []
    for n in range(30):
        told += watch.show(0.1, *([] if n % 4 == 3 else [corners(300 + n)]))
    assert len(told) == 1


def test_a_read_begins_the_wait_anew_and_what_was_read_is_never_missed() -> None:
    watch = Watch()
    watch.show(1.5, corners(), drift=10)
    watch.missed.read([corners(315)], watch.now)
    assert watch.show(5.0, corners(315), drift=10) == []
    assert watch.show(5.0, corners(365), corners(900), drift=10) == [2.0]


def test_a_read_of_another_code_begins_the_wait_anew() -> None:
    watch = Watch()
    watch.show(1.5, corners(), drift=10)
    watch.missed.read([corners(900)], watch.now)
    assert watch.show(1.8, corners(315), drift=10) == []
    assert watch.show(1.0, corners(333), drift=10) != []


def test_a_late_read_counts_too() -> None:
    watch = Watch()
    watch.show(1.5, corners(), drift=10)
    watch.missed.read([corners(310)], watch.now - 0.5)
    assert watch.show(3.0, corners(315), drift=10) == []


def test_a_read_some_seconds_late_is_found_where_the_bars_were_then_and_begins_the_wait_now() -> None:
    watch = Watch()
    watch.show(1.9, corners(100), drift=200)  # at its end 380 pixels further on
    watch.missed.read([corners(100 + 20)], watch.now - 1.8)
    assert watch.show(3.0, corners(480), corners(900), drift=10) == [2.0]  # for the bars beside it
    assert watch.show(3.0, corners(510), drift=10) == []


def test_a_late_read_of_bars_that_have_left_is_not_given_to_others() -> None:
    watch = Watch()
    watch.show(0.5, corners(100), drift=10)
    watch.show(1.0)
    watch.missed.read([corners(100)], watch.now - 1.2)
    assert watch.show(2.5, corners(100), drift=10) == [2.0]


def test_a_frame_without_reads_changes_nothing() -> None:
    watch = Watch()
    told = []
    for n in range(30):
        watch.missed.read([], watch.now)
        told += watch.show(0.1, corners(300 + n))
    assert len(told) == 1


def test_a_read_that_proves_nothing_yet_gives_two_seconds_more_but_once() -> None:
    watch = Watch()
    told = []
    for n in range(60):
        told += [n / 10 for _ in watch.show(0.1, corners(300 + n))]
        watch.missed.read([corners(300 + n)], watch.now, proved=False)
    assert told == [2.0]  # read from the first frame on, and never proved
    watch.show(1.0)
    assert watch.show(1.5, corners(), drift=10) == []
    watch.missed.read([corners(310)], watch.now - 1.0, proved=False)
    assert watch.show(3.0, corners(315), drift=10) == [1.9]


def test_the_bars_of_one_pack_are_told_once() -> None:
    watch = Watch()
    assert watch.show(0.3, corners(300), drift=10) == []
    assert watch.show(6.0, corners(303), corners(700), drift=10) == [1.7]


def test_two_hints_are_two_seconds_apart() -> None:
    watch = Watch()
    assert watch.show(1.2, corners(300), drift=10) == []
    assert watch.show(6.0, corners(312), corners(700), drift=10) == [0.8, 2.8]


def test_a_grille_that_never_moves_is_told_once_not_for_every_flicker() -> None:
    watch = Watch()
    told = 0
    for _ in range(8):
        told += len(watch.show(3.0, corners()))
        watch.show(0.8)
    assert told == 1


def test_the_advice_is_measured_in_the_frame_in_which_it_is_told() -> None:
    missed = MissedCodes()
    hints = [missed.see(SMALL, [where(1.2)], n / 10) for n in range(25)]
    assert [hint for hint in hints if hint] == [MissHint.CLOSER]
