"""Which reads are believed, and how often an item is told."""

from hardware.vision.confirmation import Confirmation, MissedCodes
from hardware.vision.engines import Barcode, Quad

CODE = "8801234567893"


def quad(x: int = 100, y: int = 100, width: int = 200, height: int = 80) -> Quad:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def ean(text: str = CODE, at: Quad | None = None, symbology: str = "EAN-13") -> Barcode:
    return Barcode(text, symbology, at or quad())


def frames_until_accepted(symbology: str, text: str, sway: int) -> int:
    confirmation = Confirmation()
    for frame in range(1, 10):
        if confirmation.see([ean(text, quad(100 + sway * frame), symbology)], frame / 10):
            return frame
    return 0


def test_ean_needs_two_frames_that_differ_or_three_that_do_not() -> None:
    assert frames_until_accepted("EAN-13", CODE, sway=5) == 2
    assert frames_until_accepted("EAN-13", CODE, sway=0) == 3


def test_short_codes_need_more() -> None:
    assert frames_until_accepted("EAN-8", "42184799", sway=5) == 3
    assert frames_until_accepted("UPC-E", "01234565", sway=5) == 3
    assert frames_until_accepted("ITF", "18801234567890", sway=5) == 3


def test_itf_counts_only_with_fourteen_digits_and_their_check_digit() -> None:
    assert frames_until_accepted("ITF", "18801234567891", sway=5) == 0
    assert frames_until_accepted("ITF", "123456", sway=5) == 0


def test_two_dimensional_codes_are_believed_at_once() -> None:
    assert frames_until_accepted("QR", "https://x.example", sway=0) == 1
    assert frames_until_accepted("Data Matrix", "x", sway=0) == 1


def test_a_different_value_at_the_same_place_starts_the_count_anew() -> None:
    confirmation = Confirmation()
    other = ean("9074932437075", quad(103))
    assert confirmation.see([ean()], 0.0) == []
    assert confirmation.see([other], 0.1) == []
    assert confirmation.see([ean(at=quad(106))], 0.2) == []
    assert confirmation.see([ean(at=quad(110))], 0.3) == [ean(at=quad(110))]


def test_two_items_side_by_side_are_both_taken() -> None:
    confirmation = Confirmation()
    left, right = ean(), ean("4901780188352", quad(600))
    confirmation.see([left, right], 0.0)
    moved = [ean(at=quad(110)), ean("4901780188352", quad(610))]
    assert confirmation.see(moved, 0.1) == moved


def test_an_item_is_told_once_until_it_has_left_the_view() -> None:
    confirmation = Confirmation()
    told = [bool(confirmation.see([ean(at=quad(100 + 5 * n))], n / 10)) for n in range(30)]
    assert told == [False, True] + [False] * 28
    assert confirmation.see([ean()], 4.0) == []  # seen 1.1 s ago: still the same item
    assert confirmation.see([ean()], 5.6) == []  # 1.6 s later it is a new one
    assert confirmation.see([ean(at=quad(120))], 5.7) != []


def test_a_misread_of_the_item_that_was_just_taken_is_not_added() -> None:
    confirmation = Confirmation()
    confirmation.see([ean()], 0.0)
    confirmation.see([ean(at=quad(105))], 0.1)
    for n in range(3):
        assert confirmation.see([ean("9074932437075", quad(108 + 4 * n))], 0.15 + n / 20) == []


def test_the_next_item_at_the_same_place_is_taken() -> None:
    confirmation = Confirmation()
    confirmation.see([ean()], 0.0)
    confirmation.see([ean(at=quad(105))], 0.1)
    assert confirmation.see([ean("4901780188352")], 0.8) == []
    assert confirmation.see([ean("4901780188352", quad(108))], 0.9) != []


def test_votes_far_apart_do_not_count_together() -> None:
    confirmation = Confirmation()
    assert confirmation.see([ean()], 0.0) == []
    assert confirmation.see([ean(at=quad(120))], 2.0) == []


def test_upc_a_and_its_ean_13_spelling_are_one_value() -> None:
    confirmation = Confirmation()
    confirmation.see([ean("071691155775", symbology="UPC-A")], 0.0)
    assert confirmation.see([ean("0071691155775", quad(120))], 0.1) != []


def test_unread_bars_are_told_once_after_two_seconds() -> None:
    missed = MissedCodes()
    assert [missed.see(True, False, n / 10) for n in range(40)] == [n == 20 for n in range(40)]
    assert not any(missed.see(False, False, 4 + n / 10) for n in range(10))
    assert [missed.see(True, False, 5 + n / 10) for n in range(25)].count(True) == 1


def test_bars_that_are_read_in_between_are_not_missed() -> None:
    missed = MissedCodes()
    assert not any(missed.see(True, n % 10 == 9, n / 10) for n in range(60))
