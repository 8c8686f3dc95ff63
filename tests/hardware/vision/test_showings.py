"""Which proved codes are one thing, and which must wait for each other."""

from collections.abc import Callable

import pytest

from hardware.vision.acceptance_rules import Policy, rules_of
from hardware.vision.code_form import value_of
from hardware.vision.code_places import Path, place_of
from hardware.vision.code_tracks import Track
from hardware.vision.engines import Barcode
from hardware.vision.showings import Showings
from tests.hardware.vision.counter_scene import COFFEE, NOODLES, WATER, code, square

RULES = rules_of(Policy.STANDARD)
SameItem = Callable[[Barcode, Barcode], bool | None]


def track(
    shown: Barcode, first: float = 1.0, last: float = 1.1, known: bool | None = None, proved: bool = True
) -> Track:
    made = Track(value_of(shown), shown, RULES.of(shown.symbology), known, Path(), first, first, first, first)
    for at in (first, last):
        made.read(shown, place_of(shown.quad), at, at, RULES)
    made.believed_at = last if proved else None
    return made


def decided(*tracks: Track, same_item: SameItem | None = None, at: float = 1.1) -> tuple[list[str], bool]:
    taken, differ = Showings(RULES, same_item).decide(tracks, at)
    return [one.code.text for one in taken], differ


def test_a_code_alone_is_taken_and_numbered() -> None:
    showings = Showings(RULES, None)
    first, second = track(code()), track(code(COFFEE), 9.0, 9.1)
    assert showings.decide([first], 1.1) == ([first], False)
    assert showings.decide([first], 1.2) == ([], False)
    assert showings.decide([second], 9.1) == ([second], False)
    assert (first.showing, second.showing) == (1, 2)


def test_what_is_not_proved_is_not_taken() -> None:
    assert decided(track(code(), proved=False)) == ([], False)


def test_different_items_wait_and_are_told_once_after_a_while() -> None:
    showings = Showings(RULES, None)
    pair = [track(code(x=100)), track(code(COFFEE, x=600))]
    assert [showings.decide(pair, at)[1] for at in (1.1, 1.3, 1.36, 1.37)] == [False, False, True, False]


def test_a_third_item_is_not_told_anew() -> None:
    showings = Showings(RULES, None)
    pair = [track(code(x=100)), track(code(COFFEE, x=600))]
    assert showings.decide(pair, 1.36) == ([], True)
    assert showings.decide([*pair, track(code(WATER, x=1000), 1.4, 1.5)], 1.8) == ([], False)


def test_an_unproved_rival_delays_only() -> None:
    showings = Showings(RULES, None)
    item, stray = track(code(x=100)), track(code(COFFEE, x=600), proved=False)
    assert showings.decide([item, stray], 1.2) == ([], False)
    assert showings.decide([item, stray], 1.36) == ([item], False)


def test_an_item_whose_codes_were_told_waits_until_it_is_read_alone() -> None:
    showings = Showings(RULES, None)
    one, other = track(code(x=100)), track(code(COFFEE, x=600))
    showings.decide([one, other], 1.36)
    assert showings.decide([one, other], 2.2) == ([], False)  # both have left
    one.read(one.code, place_of(one.code.quad), 2.3, 2.3, RULES)
    assert showings.decide([one, other], 2.3) == ([one], False)


@pytest.mark.parametrize(("answer", "showings", "taken"), [(None, [1, 1], 2), (True, [1, 1], 2), (False, [0, 0], 0)])
def test_bars_and_square_by_what_the_shop_says(answer: bool | None, showings: list[int], taken: int) -> None:
    bars, qr = track(code()), track(square("01" + NOODLES))
    texts, _differ = decided(bars, qr, same_item=lambda _one, _other: answer)
    assert len(texts) == taken
    assert [bars.showing, qr.showing] == showings


def test_bars_and_square_far_from_each_other_are_two_things() -> None:
    bars, qr = track(code(x=0)), track(square("MEMBER 1", x=1100))
    assert decided(bars, qr) == ([NOODLES, "MEMBER 1"], False)
    assert [bars.showing, qr.showing] == [1, 2]


def test_the_shop_is_asked_once_for_a_pair() -> None:
    asked: list[set[str]] = []

    def ask(one: Barcode, other: Barcode) -> bool | None:
        asked.append({one.text, other.text})
        return False

    showings = Showings(RULES, ask)
    pair = [track(code()), track(square("01" + COFFEE))]
    for n in range(9):
        showings.decide(pair, 1.1 + n / 100)
    assert asked == [{NOODLES, "01" + COFFEE}]
    showings.decide([], 5.0)
    showings.decide([track(code()), track(square("01" + COFFEE))], 5.1)
    assert len(asked) == 1  # neither is in view any more


@pytest.mark.parametrize(
    ("minor", "known"),
    [(square("https://brand.example"), None), (code("S/N 4711", x=700, symbology="Code 128"), False)],
)
def test_codes_that_are_no_items_wait_for_one(minor: Barcode, known: bool | None) -> None:
    showings = Showings(RULES, None)
    alone = track(minor, known=known)
    assert showings.decide([alone], 1.2) == ([], False)
    assert showings.decide([alone], 1.25) == ([alone], False)


def test_two_advertisements_without_an_item_are_told_as_different() -> None:
    pair = track(square("https://a.example")), track(square("https://b.example", x=900))
    assert decided(*pair, at=1.4) == ([], True)
