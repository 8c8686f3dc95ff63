"""A scanner that types where none is set: told, and no key of it lets anything happen (T-3)."""

from kiosk.ui.stray_keys import StrayKeys


def test_a_burst_is_told_and_holds_nothing_back_for_good() -> None:
    told: list[int] = []
    keys = StrayKeys(lambda: told.append(1))
    for number, character in enumerate("8801234567893\r"):
        verdict = keys.key(character, 1.0 + number * 0.004)
    assert verdict.scanned is not None
    assert told == [1]


def test_a_person_is_not_told() -> None:
    told: list[int] = []
    keys = StrayKeys(lambda: told.append(1))
    through = ""
    for number, character in enumerate("milk\r"):
        through += keys.key(character, 1.0 + number * 0.12).let_through
    through += keys.expire(9.0).let_through
    assert (through, told) == ("milk\r", [])
    assert keys.fastest == 0.05
