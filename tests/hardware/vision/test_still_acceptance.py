"""Which codes of one picture are believed."""

import pytest

from hardware.vision.acceptance_rules import SYMBOLOGIES
from hardware.vision.engines import Barcode
from hardware.vision.still_acceptance import RULES, accepted
from hardware.vision.still_evidence import StillCode

TEXTS = {
    "EAN-13": "8801234567893", "UPC-A": "071691155775", "EAN-8": "42184799", "UPC-E": "01234565",
    "ITF": "18801234567890", "DataBar": "0100012345678905", "DataBar Limited": "0100068510889102",
    "DataBar Expanded": "101098-1234", "Code 128": "CNK8181G2C", "QR": "x", "Data Matrix": "x",
}  # fmt: skip


def seen(symbology: str, passes: int, against: int = 0, text: str = "", engine: str = "zxing") -> StillCode:
    conflicting = (("9074932437075", against),) if against else ()
    names = tuple(f"pass {n}" for n in range(passes))
    return StillCode(Barcode(text or TEXTS[symbology], symbology, (), "", engine), names, (engine,), conflicting)


def test_every_symbology_has_a_rule_with_its_reason() -> None:
    assert set(RULES) == set(SYMBOLOGIES) == set(TEXTS)
    assert all(len(rule.reason) > 20 for rule in RULES.values())


@pytest.mark.parametrize("symbology", sorted(TEXTS))
def test_as_many_passes_as_the_rule_says_make_a_code_believed(symbology: str) -> None:
    needed = RULES[symbology].passes
    assert len(accepted([seen(symbology, needed)])) == 1
    assert accepted([seen(symbology, needed - 1)]) == ()


def test_a_misread_with_a_valid_check_digit_by_two_engines_is_not_believed() -> None:
    """9074932437075 was read so by three passes and two engines from a print that says 023942431015."""
    misread = Barcode("9074932437075", "EAN-13", (), "", "zxing")
    assert accepted([StillCode(misread, ("fast", "turned crop", "second opinion"), ("zxing", "zbar"))]) == ()


def test_one_contradicting_pass_is_forgiven_where_many_agree_and_two_never() -> None:
    assert accepted([seen("EAN-13", 5, against=1)]) == ()
    assert len(accepted([seen("EAN-13", 6, against=1)])) == 1
    assert accepted([seen("EAN-13", 7, against=2)]) == ()
    assert accepted([seen("UPC-E", 7, against=1)]) == ()


@pytest.mark.parametrize(
    ("symbology", "text"),
    [("ITF", "0829220874"), ("ITF", "1334"), ("ITF", "18801234567891"), ("EAN-13", "8801234567894"), ("Code 128", "a")],
)
def test_short_itf_wrong_check_digits_and_ghosts_are_never_believed(symbology: str, text: str) -> None:
    assert accepted([seen(symbology, 7, text=text)]) == ()


def test_the_blur_tolerant_engine_is_believed_alone_but_not_against_another() -> None:
    assert len(accepted([seen("UPC-A", 1, engine="blur")])) == 1
    assert accepted([seen("UPC-A", 1, against=1, engine="blur")]) == ()


def test_an_unknown_symbology_needs_most() -> None:
    odd = Barcode("ABC", "Codabar", ())
    assert accepted([StillCode(odd, ("a", "b", "c"), ("zxing",))]) == ()
    assert accepted([StillCode(odd, ("a", "b", "c", "d"), ("zxing",))]) == (odd,)
