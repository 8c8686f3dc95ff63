"""Reads of one picture, joined by value and place."""

from hardware.vision.code_places import place_of
from hardware.vision.engines import Barcode, Quad
from hardware.vision.still_evidence import StillEvidence

CODE, OTHER = "8801234567893", "9074932437075"


def quad(x: int = 100, y: int = 100, width: int = 200, height: int = 80) -> Quad:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def ean(text: str = CODE, at: Quad | None = None, engine: str = "zxing") -> Barcode:
    return Barcode(text, "EAN-13", at or quad(), "", engine)


def test_passes_and_engines_that_agree_are_counted_once_each() -> None:
    evidence = StillEvidence()
    for name, engine in (("fast", "zxing"), ("strip", "zxing"), ("strip", "zxing"), ("second opinion", "zbar")):
        evidence.add(ean(at=quad(103), engine=engine), name)
    (code,) = evidence.judged()
    assert code.passes == ("fast", "strip", "second opinion")
    assert code.engines == ("zxing", "zbar")
    assert code.conflicting == ()


def test_spellings_of_one_number_are_one_code() -> None:
    evidence = StillEvidence()
    evidence.add(Barcode("071691155775", "UPC-A", quad()), "fast")
    evidence.add(Barcode("0071691155775", "EAN-13", quad()), "strip")
    assert [code.passes for code in evidence.judged()] == [("fast", "strip")]


def test_the_same_code_on_two_packs_is_two_codes() -> None:
    evidence = StillEvidence()
    evidence.add(ean(), "fast")
    evidence.add(ean(at=quad(500)), "fast")
    assert len(evidence.judged()) == 2


def test_of_values_at_one_place_the_one_read_by_more_passes_stays_and_the_other_is_told() -> None:
    evidence = StillEvidence()
    evidence.add(ean(OTHER), "fast")
    evidence.add(ean(), "strip")
    evidence.add(ean(), "whole crop")
    (code,) = evidence.judged()
    assert (code.barcode.text, code.conflicting) == (CODE, ((OTHER, 1),))


def test_of_equals_the_first_stays() -> None:
    evidence = StillEvidence()
    evidence.add(ean(OTHER), "fast")
    evidence.add(ean(), "strip")
    (code,) = evidence.judged()
    assert (code.barcode.text, code.conflicting) == (OTHER, ((CODE, 1),))


def test_a_piece_read_within_a_longer_code_contradicts_it_and_goes() -> None:
    evidence = StillEvidence()
    evidence.add(Barcode("18801234567890", "ITF", quad(width=300)), "fast")
    evidence.add(Barcode("18801234567890", "ITF", quad(width=300)), "strip")
    evidence.add(Barcode("1880", "ITF", quad(width=60)), "strip")
    (code,) = evidence.judged()
    assert (code.barcode.text, code.conflicting) == ("18801234567890", (("1880", 1),))


def test_a_square_code_beside_or_over_bars_contradicts_nothing() -> None:
    evidence = StillEvidence()
    evidence.add(ean(), "fast")
    evidence.add(Barcode("https://x.example", "QR", quad(150, 90, 80, 80)), "fast")
    assert [code.conflicting for code in evidence.judged()] == [(), ()]


def test_the_corners_are_those_of_the_read_that_shows_most_of_the_code() -> None:
    evidence = StillEvidence()
    evidence.add(ean(at=quad(height=4)), "fast")
    evidence.add(ean(at=quad(height=90)), "whole crop")
    assert evidence.judged()[0].barcode.quad == quad(height=90)
    assert evidence.covers(place_of(quad(130, 110, 20, 20)))
    assert not evidence.covers(place_of(quad(600)))
