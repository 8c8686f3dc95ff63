"""What a shopper does before the camera and what is taken of it (pain 13: a code that is not there, another number)."""

from collections.abc import Callable

import pytest

from hardware.ports.camera import Refusal
from hardware.vision.acceptance import Acceptance
from hardware.vision.acceptance_rules import Policy
from hardware.vision.engines import Barcode
from tests.hardware.vision.counter_scene import (
    COFFEE,
    MISREAD,
    NOODLES,
    PRINTED,
    WATER,
    Counter,
    Held,
    code,
    corners,
    square,
)

LINK = "https://brand.example/win"
IN_HAND = 40.0  # pixels a second by which a held item drifts


def same_digits(one: Barcode, other: Barcode) -> bool | None:
    """As the shop tells: a long text names the item whose number it holds, a link names none."""
    texts = sorted((one.text.lstrip("0"), other.text.lstrip("0")), key=len)
    if not all(any(number in text for number in (NOODLES, COFFEE, WATER)) for text in texts):
        return None
    return texts[0] in texts[1]


def test_an_item_that_is_slid_in_is_taken_with_its_second_frame() -> None:
    counter = Counter()
    assert counter.frame(code(x=100)) == []
    assert counter.frame(code(x=120)) == [NOODLES]
    assert counter.accepted[0].since < counter.accepted[0].at == counter.now


def test_an_item_that_is_held_quite_still_is_taken_with_its_third_frame() -> None:
    counter = Counter()
    assert [counter.frame(code()) for _ in range(4)] == [[], [], [NOODLES], []]


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("readable", [1.0, 0.65, 0.42, 0.18, 0.1])
def test_an_item_held_for_ten_seconds_with_flickering_reads_is_taken_once(readable: float, seed: int) -> None:
    counter = Counter(seed=seed)
    counter.show(10.0, Held(code(), readable=readable))
    assert counter.texts == [NOODLES]


def test_an_item_whose_bars_are_seen_but_not_read_is_still_there() -> None:
    counter = Counter()
    counter.show(0.5, Held(code()))
    for _ in range(90):
        counter.frame(located=[corners()])
    counter.show(0.5, Held(code()))
    assert counter.texts == [NOODLES]


def test_an_item_that_is_gone_for_four_tenths_of_a_second_is_still_the_same() -> None:
    counter = Counter()
    counter.show(1.0, Held(code()))
    counter.wait(0.4)
    counter.show(1.0, Held(code(x=500)))
    assert counter.texts == [NOODLES]


def test_an_item_that_is_shown_again_after_it_left_counts_again() -> None:
    counter = Counter()
    for _ in range(3):
        counter.show(1.0, Held(code(), IN_HAND))
        counter.wait(1.2)
    assert counter.texts == [NOODLES] * 3
    assert counter.showings == [1, 2, 3]


def test_two_like_items_one_directly_after_the_other_at_another_place_count_both() -> None:
    counter = Counter()
    counter.show(1.0, Held(code(x=100), IN_HAND))
    counter.wait(0.9)
    counter.show(1.0, Held(code(x=900), IN_HAND))
    assert counter.texts == [NOODLES] * 2


def test_an_item_that_is_waved_across_the_picture_counts_once() -> None:
    counter = Counter()
    counter.show(0.3, Held(code(x=100), IN_HAND))
    counter.wait(0.6)  # too fast to be read
    counter.show(0.5, Held(code(x=900), -IN_HAND))
    counter.show(1.0, Held(code(x=900), -800.0))
    assert counter.texts == [NOODLES]


def test_two_like_items_side_by_side_are_two() -> None:
    counter = Counter()
    counter.show(1.0, Held(code(x=100), IN_HAND), Held(code(x=700), IN_HAND))
    assert counter.texts == [NOODLES] * 2
    assert counter.showings == [1, 2]


def test_like_items_that_are_read_in_turns_are_not_proved_to_be_two() -> None:
    counter = Counter()
    for n in range(60):
        counter.frame(code(x=(100, 700)[n % 2]))
    assert counter.texts == [NOODLES]


def test_one_of_two_like_items_that_leaves_and_comes_back_counts_again() -> None:
    counter = Counter()
    counter.show(0.5, Held(code(x=100), IN_HAND), Held(code(x=700), IN_HAND))
    counter.show(2.0, Held(code(x=100)))
    counter.show(0.5, Held(code(x=100)), Held(code(x=700), IN_HAND))
    assert counter.texts == [NOODLES] * 3


def test_a_code_that_is_read_at_two_heights_in_one_frame_is_one() -> None:
    counter = Counter()
    counter.show(1.0, Held(code(y=200, height=20), IN_HAND), Held(code(y=290, height=20), IN_HAND))
    assert counter.texts == [NOODLES]


def test_the_next_item_at_the_same_place_is_taken() -> None:
    counter = Counter()
    counter.show(0.6, Held(code(), IN_HAND))
    counter.wait(0.4)
    assert counter.show(0.6, Held(code(COFFEE), IN_HAND)) == [COFFEE]
    assert counter.showings == [1, 2]


def test_the_next_item_is_taken_while_the_last_still_lies_in_view() -> None:
    counter = Counter()
    lying = Held(code(x=100))
    counter.show(1.0, lying)
    assert counter.show(1.0, lying, Held(code(COFFEE, x=700), -IN_HAND)) == [COFFEE]
    assert counter.told_differ == 0


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7])
@pytest.mark.parametrize("seed", range(25))
def test_a_misread_that_repeats_is_never_taken(share: float, seed: int) -> None:
    counter = Counter(seed=seed)
    true, wrong = code(PRINTED, symbology="UPC-A"), code(MISREAD, height=4)
    for n in range(300):
        dx = n * 2
        right = counter._random.random() >= share
        shown = true if right else wrong
        counter.frame(Barcode(shown.text, shown.symbology, tuple((x + dx, y) for x, y in shown.quad)))
    assert MISREAD not in counter.texts
    assert counter.texts in ([], [PRINTED])


def test_two_values_at_one_place_in_every_frame_take_nothing_until_one_stands_alone() -> None:
    counter = Counter()
    for n in range(30):
        assert counter.frame(code(x=300 + n), code(MISREAD, x=300 + n, y=260)) == []
    assert counter.why(MISREAD) == {Refusal.CONFLICT}
    assert counter.show(3.0, Held(code(x=330), IN_HAND)) == [NOODLES]


def test_a_value_that_rests_on_a_line_or_two_does_not_hinder_the_one_that_is_read_all_over() -> None:
    counter = Counter()
    for n in range(3):
        counter.frame(code(x=300 + 5 * n), code(MISREAD, x=300 + 5 * n, y=260, height=4))
    assert counter.texts == [NOODLES]
    assert counter.why(MISREAD) <= {Refusal.CONFLICT, Refusal.MISREAD}


def test_a_value_that_rests_on_a_line_or_two_is_taken_only_if_the_shop_has_it() -> None:
    thin = Held(code(height=4), IN_HAND)
    assert Counter().show(3.0, thin) == []
    assert Counter(known=lambda _one: False).show(3.0, thin) == []
    assert Counter(known=lambda _one: True).show(3.0, thin) == [NOODLES]


def test_a_decoder_that_guesses_proves_nothing_that_the_shop_does_not_have() -> None:
    guess = Barcode(NOODLES, "EAN-13", corners(), engine="zbar")
    assert Counter().show(3.0, Held(guess, IN_HAND)) == []
    assert Counter(known=lambda _one: True).show(3.0, Held(guess, IN_HAND)) == [NOODLES]


def test_a_misread_of_the_item_that_was_just_taken_is_not_added() -> None:
    counter = Counter()
    counter.show(0.5, Held(code(), IN_HAND))
    counter.show(0.25, Held(code(MISREAD, x=320), IN_HAND))
    assert counter.texts == [NOODLES]
    assert Refusal.MISREAD in counter.why(MISREAD)


@pytest.mark.parametrize(
    ("piece", "symbology"), [("01234565", "UPC-E"), ("42184799", "EAN-8"), ("18801234567890", "ITF")]
)
def test_a_piece_of_a_longer_code_loses_against_it(piece: str, symbology: str) -> None:
    counter = Counter()
    part = Held(Barcode(piece, symbology, corners(350, 210, 80, 60)), IN_HAND, readable=0.5)
    counter.show(3.0, part, Held(code(), IN_HAND, readable=0.5))
    assert counter.texts == [NOODLES]
    assert counter.why(piece) == {Refusal.PIECE}


def test_a_short_code_that_stands_alone_is_taken() -> None:
    counter = Counter()
    counter.show(0.5, Held(code("42184799", symbology="EAN-8"), IN_HAND))
    assert counter.texts == ["42184799"]


def test_a_multi_pack_that_shows_its_unit_too_takes_none_until_one_is_hidden() -> None:
    counter = Counter()
    pack, unit = Held(code(x=100), IN_HAND), Held(code(COFFEE, x=600), IN_HAND)
    assert counter.show(3.0, pack, unit) == []
    assert counter.told_differ == 1
    assert counter.why(NOODLES) == {Refusal.DIFFERS}
    assert counter.show(2.0, Held(code(x=220), IN_HAND)) == [NOODLES]
    assert counter.told_differ == 1


def test_the_second_code_of_a_pack_that_is_read_a_little_later_is_not_the_next_item() -> None:
    counter = Counter()
    pack, unit = Held(code(x=100), IN_HAND), Held(code(COFFEE, x=600), IN_HAND, from_second=0.2)
    assert counter.show(2.0, pack, unit) == [NOODLES]
    assert counter.told_differ == 1
    assert counter.show(0.9, Held(code(COFFEE, x=680), IN_HAND)) == []
    assert counter.show(0.9, Held(code(COFFEE, x=716), IN_HAND)) == [COFFEE]


def test_the_second_code_of_a_pack_that_is_moved_in_slowly_is_not_the_next_item() -> None:
    counter = Counter()
    pack, unit = Held(code(x=900), -500.0), Held(code(COFFEE, x=1250), -500.0, from_second=0.6)
    assert counter.show(1.2, pack, unit) == [NOODLES]
    assert counter.told_differ == 1


def test_a_stray_read_elsewhere_delays_an_item_by_a_third_of_a_second_at_most() -> None:
    counter = Counter()
    counter.frame(code(), code(MISREAD, x=900))
    assert counter.show(0.5, Held(code(), IN_HAND)) == [NOODLES]
    assert counter.accepted[0].at - counter.accepted[0].since < 0.35
    assert counter.told_differ == 0


@pytest.mark.parametrize("first", ["EAN-13", "QR"])
def test_bars_and_square_of_one_pack_share_a_showing(first: str) -> None:
    counter = Counter(same_item=same_digits)
    bars, link = Held(code(), IN_HAND), Held(square(f"https://id.example/01/0{NOODLES}/10/A", x=560), IN_HAND)
    counter.show(0.3, *([bars] if first == "EAN-13" else [link]))
    counter.show(1.0, bars, link)
    assert sorted(counter.texts, key=len) == [NOODLES, link.code.text]
    assert counter.showings == [1, 1]
    assert counter.told_differ == 0


def test_bars_and_square_of_different_items_are_told_apart_where_the_shop_can() -> None:
    counter = Counter(same_item=same_digits)
    assert counter.show(2.0, Held(code(), IN_HAND), Held(square(f"01{COFFEE}", x=560), IN_HAND)) == []
    assert counter.told_differ == 1


def test_an_advertisement_beside_the_bars_does_not_hinder_the_sale() -> None:
    counter = Counter()
    counter.show(1.0, Held(square(LINK), IN_HAND), Held(square(LINK + "/2", x=800), IN_HAND), Held(code(), IN_HAND))
    assert counter.texts[0] == NOODLES
    assert counter.showings == [1, 1, 1]
    assert counter.told_differ == 0


def test_an_advertisement_beside_a_square_that_is_sold_is_left_aside() -> None:
    counter = Counter(known=lambda one: one.text.startswith("01"))
    counter.show(1.0, Held(square(LINK), IN_HAND), Held(square("01" + NOODLES, x=800), IN_HAND))
    assert counter.texts == ["01" + NOODLES]
    assert counter.why(LINK) == {Refusal.BESIDE}


def test_an_advertisement_alone_is_told_after_a_quarter_of_a_second() -> None:
    counter = Counter()
    assert counter.show(0.2, Held(square(LINK))) == []
    assert counter.show(0.2, Held(square(LINK))) == [LINK]


def test_a_serial_number_beside_an_item_number_is_no_item_even_when_it_stays_alone() -> None:
    counter = Counter(known=lambda one: one.text == NOODLES)
    serial = Held(code("S/N 4711", x=600, symbology="Code 128"), IN_HAND)
    counter.show(1.0, serial, Held(code(), IN_HAND))
    counter.show(2.0, Held(code("S/N 4711", x=640, symbology="Code 128"), IN_HAND))
    assert counter.texts == [NOODLES]
    assert counter.told_differ == 0


def test_two_names_of_one_carton_share_a_showing() -> None:
    counter = Counter(same_item=same_digits)
    counter.show(1.0, Held(code(), IN_HAND), Held(code(f"010{NOODLES}", x=560, symbology="Code 128"), IN_HAND))
    assert len(counter.texts) == 2
    assert counter.showings == [1, 1]


def test_the_square_of_the_next_pack_of_the_same_item_is_another_showing() -> None:
    counter = Counter(same_item=same_digits)
    first, second = (
        square(f"01{NOODLES}21A", symbology="Data Matrix"),
        square(f"01{NOODLES}21B", symbology="Data Matrix"),
    )
    counter.show(0.5, Held(first, IN_HAND))
    counter.wait(0.3)
    counter.show(0.5, Held(second, IN_HAND))
    assert counter.showings == [1, 2]


def test_a_pack_that_is_turned_from_bars_to_square_and_back_is_one_thing() -> None:
    counter = Counter(same_item=same_digits)
    qr = Held(square(f"01{NOODLES}", x=350))
    counter.show(0.5, Held(code()))
    counter.show(0.2, Held(code()), qr)
    counter.show(2.0, qr)
    counter.show(0.5, Held(code()))
    assert counter.texts == [NOODLES, f"01{NOODLES}"]
    assert counter.showings == [1, 1]


def test_two_squares_that_come_together_are_told() -> None:
    counter = Counter()
    assert counter.show(1.0, Held(square("A-1")), Held(square("B-2", x=900))) == []
    assert counter.told_differ == 1


def test_what_a_deep_pass_reads_late_counts_by_its_frame() -> None:
    counter = Counter()
    start = counter.now
    for _ in range(10):
        counter.frame()
    assert counter.frame_of(start + 2 / 30, code()) == []
    assert counter.frame_of(start + 2 / 30, code(x=302)) == []  # the same frame, by another decoder
    assert counter.frame_of(start + 6 / 30, code(x=320)) == [NOODLES]


def test_a_late_read_of_an_item_that_was_taken_takes_nothing() -> None:
    counter = Counter()
    counter.show(0.5, Held(code(), IN_HAND))
    left = counter.now
    counter.wait(0.9)
    assert counter.frame_of(left - 0.05, code(x=320)) == []
    assert counter.why(NOODLES) == set()
    counter.wait(0.5)
    assert counter.frame_of(left, code(x=320)) == []
    assert counter.why(NOODLES) == {Refusal.LATE}


def test_an_item_that_is_held_while_the_camera_stalls_is_not_taken_twice() -> None:
    counter = Counter()
    counter.show(0.5, Held(code(), IN_HAND))
    counter.now += 3.0
    counter.show(0.5, Held(code(x=320), IN_HAND))
    assert counter.texts == [NOODLES]


def test_after_a_long_outage_everything_is_new() -> None:
    counter = Counter()
    counter.show(0.5, Held(code(), IN_HAND))
    counter.now += 30.0
    counter.show(0.5, Held(code(), IN_HAND))
    assert counter.showings == [1, 2]


def test_an_ean_13_and_its_upc_a_and_upc_e_spellings_are_one_value() -> None:
    counter = Counter()
    spellings = [
        ("012345000065", "UPC-A"),
        ("0012345000065", "EAN-13"),
        ("01234565", "UPC-E"),
        ("012345000065", "UPC-E"),
    ]
    for n, (text, symbology) in enumerate(spellings * 10):
        counter.frame(code(text, x=300 + 5 * n, symbology=symbology))
    assert len(counter.texts) == 1


@pytest.mark.parametrize(
    ("policy", "known", "frames"),
    [
        (Policy.STANDARD, None, 2),
        (Policy.STANDARD, True, 2),
        (Policy.STANDARD, False, 3),
        (Policy.EAGER, None, 2),
        (Policy.EAGER, True, 1),
        (Policy.EAGER, False, 3),
        (Policy.STRICT, None, 3),
        (Policy.STRICT, True, 2),
        (Policy.STRICT, False, 4),
    ],
)
def test_what_the_catalogue_knows_needs_fewer_frames(policy: Policy, known: bool | None, frames: int) -> None:
    asked: list[str] = []

    def ask(one: Barcode) -> bool:
        asked.append(one.text)
        return bool(known)

    counter = Counter(policy, None if known is None else ask)
    taken = [bool(counter.frame(code(x=100 + 20 * n))) for n in range(6)]
    assert taken.index(True) + 1 == frames
    assert len(asked) <= 1


def test_a_new_acceptance_goes_by_the_standard_policy() -> None:
    acceptance = Acceptance()
    assert acceptance.see([code(x=100)], 0.0).accepted == ()
    assert [one.code.text for one in acceptance.see([code(x=120)], 0.1).accepted] == [NOODLES]


def _nothing(_counter: Counter) -> None:
    pass


@pytest.mark.parametrize("busy", [_nothing, lambda counter: counter.show(1.0, Held(code())) and None])
def test_seconds_after_the_last_code_nothing_is_remembered(busy: Callable[[Counter], None]) -> None:
    counter = Counter()
    busy(counter)
    counter.wait(5.0)
    assert counter.acceptance.watched == 0
