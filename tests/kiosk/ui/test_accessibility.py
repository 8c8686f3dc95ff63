"""The arithmetic behind the walk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.accessibility import Box, Ink, Target, cut_off, out_of_reach, too_close, too_small, too_thin, unnamed

MM = 0.3113
length = st.floats(0, 2000)
boxes = st.builds(Box, length, length, length, length)


def target(box: Box, name: str = "담기") -> Target:
    return Target("here", name, "Button", box, box)


@given(boxes, boxes)
def test_distance_is_the_same_both_ways(one: Box, other: Box) -> None:
    assert one.distance(other) == other.distance(one)


@given(boxes, boxes)
def test_a_cut_lies_within_both(one: Box, other: Box) -> None:
    part = one.cut(other)
    if part.width and part.height:
        assert part.within(one)
        assert part.within(other)


@pytest.mark.parametrize(("side", "broken"), [(64, 0), (60, 1), (300, 0)])
def test_twenty_millimetres(side: float, broken: int) -> None:
    assert len(too_small([target(Box(0, 0, 300, side))], MM)) == broken


@pytest.mark.parametrize(("gap", "broken"), [(9, 0), (4, 1), (-10, 1)])
def test_two_and_a_half_millimetres_between(gap: float, broken: int) -> None:
    pair = [target(Box(0, 0, 100, 100)), target(Box(100 + gap, 0, 100, 100))]
    assert len(too_close(pair, MM)) == broken


def test_names_and_presses() -> None:
    box = Box(0, 0, 100, 100)
    unpressable = Target("x", "담기", "Button", box, box, False)
    assert [finding.rule for finding in unnamed([target(box, " "), unpressable])] == ["C-3", "C-3"]


@pytest.mark.parametrize(
    ("own_mm", "hangul_mm", "action", "rule"),
    [(7.3, 8.8, False, None), (7.1, 8.8, False, "A-1"), (7.7, 9.1, True, None), (8.0, 8.5, True, "A-2")],
)
def test_ink_in_millimetres(own_mm: float, hangul_mm: float, action: bool, rule: str | None) -> None:
    ink = Ink("here", "글", Box(0, 0, 9, 9), Box(0, 0, 9, 9), own_mm / MM, hangul_mm / MM, action)
    assert [finding.rule for finding in too_thin([ink], MM)] == ([rule] if rule else [])


def test_cut_off_and_reach() -> None:
    room = Box(0, 0, 100, 100)
    inside, outside = Box(10, 10, 50, 20), Box(80, 10, 50, 20)
    assert cut_off([Ink("a", "글", inside, room, 30, 30)]) == []
    assert len(cut_off([Ink("a", "글", outside, room, 30, 30)])) == 1
    assert len(cut_off([Ink("a", "글", inside, room, 30, 30, truncated=True)])) == 1
    assert len(out_of_reach([target(inside), target(Box(0, 900, 10, 10))], 864)) == 1
