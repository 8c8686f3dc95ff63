"""What holds for the acceptance of any reads whatever (pain 13)."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.vision.acceptance import Acceptance, Decision
from hardware.vision.engines import Barcode
from tests.hardware.vision.counter_scene import COFFEE, MISREAD, NOODLES, WATER, code, square

Film = list[tuple[float, list[Barcode]]]

PLACES = st.sampled_from([0, 60, 700])
SHIFTS = st.integers(-12, 12)


@st.composite
def reads(draw: st.DrawFn, values: Sequence[str] = (NOODLES, COFFEE, MISREAD, WATER)) -> Barcode:
    x, y = draw(PLACES) + draw(SHIFTS), 200 + draw(SHIFTS)
    height = draw(st.sampled_from([2, 30, 80]))
    kind = draw(st.sampled_from(["bars", "bars", "bars", "square", "short"]))
    if kind == "square":
        return square(draw(st.sampled_from(["A1", "https://a.example"])), x, y)
    if kind == "short":
        return code("42184799", x, y, "EAN-8", height)
    return code(draw(st.sampled_from(values)), x, y, "EAN-13", height)


@st.composite
def films(draw: st.DrawFn, values: Sequence[str] = (NOODLES, COFFEE, MISREAD, WATER), most: int = 40) -> Film:
    """Frames at growing times, each with a few reads of a few values at a few places."""
    at = 0.0
    film: Film = []
    for _ in range(draw(st.integers(1, most))):
        at += draw(st.floats(0.02, 0.3))
        film.append((at, draw(st.lists(reads(values), max_size=3))))
    return film


def played(film: Film) -> list[Decision]:
    acceptance = Acceptance()
    return [acceptance.see(codes, at) for at, codes in film]


def firmly(shown: Barcode) -> bool:
    return shown.quad[2][1] - shown.quad[0][1] > 16


def told(decision: Decision) -> tuple[list[tuple[str, int]], list[tuple[str, str]], bool]:
    taken = [(one.code.text, one.showing) for one in decision.accepted]
    return sorted(taken), sorted((one.code.text, one.why.value) for one in decision.refused), decision.differ


@settings(deadline=None)
@given(films(values=(COFFEE, MISREAD, WATER)), st.data())
def test_one_continuous_showing_is_taken_once_at_most(film: Film, data: st.DataObject) -> None:
    last = film[0][0]
    for n, (at, codes) in enumerate(film):
        if at + 0.35 - last > 0.75 or data.draw(st.booleans()):
            film[n] = (at, [*codes, code(NOODLES, data.draw(PLACES) + data.draw(SHIFTS))])
            last = at
    taken = [one.code.text for decision in played(film) for one in decision.accepted]
    assert taken.count(NOODLES) <= 1


@settings(deadline=None)
@given(films())
def test_two_values_are_never_both_taken_of_what_lies_at_one_place(film: Film) -> None:
    film = [(at, [one for one in codes if one.symbology == "EAN-13" and one.quad[0][0] < 200]) for at, codes in film]
    taken: list[tuple[float, str]] = []
    for (at, _codes), decision in zip(film, played(film), strict=True):
        for one in decision.accepted:
            for _before, other in taken:
                # A read that rests on a line or two does not speak against one that is read all over.
                lately = [code for when, codes in film if at - 0.3 < when <= at for code in codes if firmly(code)]
                assert other == one.code.text or all(code.text != other for code in lately)
            taken.append((at, one.code.text))


@settings(deadline=None)
@given(films(most=15), st.randoms(use_true_random=False))
def test_the_order_of_the_codes_within_a_frame_does_not_matter(film: Film, random: st.DataObject) -> None:
    shuffled = [(at, list(codes)) for at, codes in film]
    for _at, codes in shuffled:
        random.shuffle(codes)  # type: ignore[attr-defined]
    assert [told(one) for one in played(shuffled)] == [told(one) for one in played(film)]


@settings(deadline=None)
@given(films())
def test_time_without_codes_leaves_nothing_behind(film: Film) -> None:
    acceptance = Acceptance()
    for at, codes in film:
        acceptance.see(codes, at)
    for n in range(1, 60):
        decision = acceptance.see([], film[-1][0] + n / 10)
        assert n < 12 or decision == Decision()
    assert acceptance.watched == 0


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-50, 50),
            st.text(max_size=20),
            st.sampled_from(["EAN-13", "QR", "Code 39", "", "ITF"]),
            st.lists(st.tuples(st.integers(-9999, 9999), st.integers(-9999, 9999)), max_size=5),
        ),
        max_size=30,
    )
)
def test_no_read_whatever_upsets_it(frames: list[tuple[float, str, str, list[tuple[int, int]]]]) -> None:
    acceptance = Acceptance()
    for at, text, symbology, corners in frames:
        acceptance.see([Barcode(text, symbology, tuple(corners))], at, [tuple(corners)])


@pytest.mark.parametrize("codes", [1, 7])
def test_thousands_of_values_do_not_fill_the_memory(codes: int) -> None:
    acceptance = Acceptance()
    for n in range(2000 // codes):
        shown = [Barcode(f"X{codes * n + m}", "Data Matrix", code(x=300 * m).quad) for m in range(codes)]
        acceptance.see(shown, n / 30)
        assert acceptance.watched <= 64


@settings(deadline=None)
@given(st.permutations(range(20)), st.floats(0.02, 0.04))
def test_frames_whose_reads_come_late_and_in_any_order_take_an_item_once(order: list[int], frame: float) -> None:
    acceptance = Acceptance()
    taken = 0
    for n in range(20):
        taken += len(acceptance.see([], n * frame).accepted)
    for n in order:
        taken += len(acceptance.see([code(x=100 + 20 * n)], n * frame).accepted)
    assert taken == 1
