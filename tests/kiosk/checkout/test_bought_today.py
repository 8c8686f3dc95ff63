"""What members bought today, kept for the number that one person may buy."""

from datetime import date

from kiosk.checkout.bought_today import bought_today, note_bought
from tests.fakes.till_store import FakeStore, FakeUnit

TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)


def test_pieces_of_one_day_add_up_for_each_member_alone() -> None:
    unit = FakeUnit(FakeStore().shelf)
    note_bought(unit, "m1", TODAY, {("r", "milk"): 2})
    note_bought(unit, "m1", TODAY, {("r", "milk"): 1, ("s", ""): 4})
    note_bought(unit, "m2", TODAY, {("r", "milk"): 9})
    note_bought(unit, "", TODAY, {("r", "milk"): 9})
    note_bought(unit, "m1", TODAY, {})
    assert bought_today(unit, "m1", TODAY) == {("r", "milk"): 3, ("s", ""): 4}
    assert bought_today(unit, "", TODAY) == {}
    assert bought_today(unit, "m1", TOMORROW) == {}
    note_bought(unit, "m1", TOMORROW, {("r", "milk"): 1})
    assert bought_today(unit, "m1", TOMORROW) == {("r", "milk"): 1}
    assert "m2" not in (unit.value("bought_today") or ""), "yesterday is forgotten"
