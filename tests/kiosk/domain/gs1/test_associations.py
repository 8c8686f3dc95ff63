"""What belongs together, excludes each other, or is there twice."""

import pytest

from kiosk.domain.gs1.associations import check_associations
from kiosk.domain.gs1.element_string import parse_bracketed
from kiosk.domain.gs1.fault import Gs1Error
from tests.fakes.gs1_table import gs1_table


def check(text: str, *, complete: bool | None = None) -> None:
    check_associations(parse_bracketed(text, gs1_table()), gs1_table(), complete=complete)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(01)08801234567893(37)12", "AI 01: it cannot stand beside AI 37"),
        ("(01)08801234567893(01)18801234567890", "AI 01: it is there twice with different values"),
        ("(02)08801234567893", "AI 02: it needs AI 37 beside it"),
        ("(01)08801234567893(250)A", "AI 250: it needs AI 21 beside it"),
        ("(01)08801234567893(3930)4101000", "AI 3930: it needs AI 30 or AI 31nn"),
        ("(00)123456789012345675(3101)000001(3102)000002", "AI 3101: it cannot stand beside AI 3102"),
        ("(253)1234567890128(8030)ABC123", "AI 8030: a signature needs the serial part of AI 253"),
        ("(01)08801234567893(8030)ABC", "AI 8030: it needs AI 00 or AI 01 with AI 21"),
    ],
)
def test_what_does_not_go_together_is_named(text: str, why: str) -> None:
    with pytest.raises(Gs1Error) as fault:
        check(text)
    assert str(fault.value).startswith(why)


def test_a_part_of_an_item_is_no_fault_and_the_till_never_misses_another_symbol() -> None:
    check("(10)A1(17)261231")
    check("(01)08801234567893(250)A", complete=False)
    with pytest.raises(Gs1Error, match="AI 10: it needs AI 01 or AI 02"):
        check("(10)A1", complete=True)
    with pytest.raises(Gs1Error, match="cannot stand beside"):
        check("(01)08801234567893(37)12", complete=False)


def test_the_same_twice_is_once() -> None:
    check("(01)08801234567893(10)A1(01)08801234567893")
