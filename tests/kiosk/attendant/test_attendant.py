"""Rights, order of requests, and PINs (T1, T2; T-5)."""

from collections import deque
from collections.abc import Callable

import pytest

from kiosk.attendant.approve import RIGHTS, may, needed_role
from kiosk.attendant.assist_queue import urgency
from kiosk.attendant.sign_in import StaffDesk
from kiosk.domain.catalogue import StaffMember
from tests.fakes.lane import FakeBackground, FakeCatalogue, FakeClock

Told = tuple[StaffMember | None, str, int, int]


class Door:
    """A desk and what it answered."""

    def __init__(self) -> None:
        self.queue: deque[Callable[[], None]] = deque()
        self.clock = FakeClock()
        self.checked: list[str] = []
        self.broken = False
        self.desk = StaffDesk(FakeCatalogue(), FakeBackground(self.queue.append), self.clock, self._check)
        self.told: list[Told] = []

    def _check(self, pin: str, person: StaffMember) -> bool:
        if self.broken:
            raise OSError("no memory for the check")
        self.checked.append(person.person_id)
        return person.check == f"check-of-{pin}"

    def enter(self, pin: str) -> Told:
        self.desk.try_pin(pin, lambda *told: self.told.append(told))
        while self.queue:
            self.queue.popleft()()
        return self.told[-1]


def test_rights_are_least_first_and_unknown_acts_nobodys() -> None:
    assert may("attendant", "age")
    assert not may("attendant", "unknown_payment")
    assert may("supervisor", "unknown_payment")
    assert not may("technician", "age")
    assert not may("supervisor", "maintain")
    assert not any(may(role, "fly") for role in ("attendant", "supervisor", "technician"))
    assert [needed_role(act) for act in ("unknown_payment", "maintain", "fly")] == ["supervisor", "technician", ""]
    assert all(roles for roles in RIGHTS.values())


def test_money_and_ages_come_first() -> None:
    assert sorted(["help", "price", "age", "unknown_payment", "new kind"], key=urgency) == [
        "unknown_payment",
        "age",
        "price",
        "help",
        "new kind",
    ]


def test_the_right_pin_names_its_person_and_all_are_checked() -> None:
    door = Door()
    person, problem, _, _ = door.enter("222222")
    assert person is not None
    assert (person.person_id, problem) == ("S1", "")
    assert door.checked == ["A1", "S1", "T1"]


@pytest.mark.parametrize("pin", ["", "12345", "1" * 13, "12345a", "１２３４５６", " 222222"])
def test_what_is_no_pin_counts_as_wrong_and_is_not_checked(pin: str) -> None:
    door = Door()
    assert door.enter(pin)[1:3] == ("wrong_pin", 4)
    assert door.checked == []


def test_while_locked_not_even_the_right_pin_is_checked() -> None:
    door = Door()
    for _ in range(5):
        door.enter("000000")
    checked = len(door.checked)
    person, problem, _, seconds = door.enter("222222")
    assert (person, problem, seconds) == (None, "locked", 60)
    assert len(door.checked) == checked
    door.clock.seconds += 60
    assert door.enter("222222")[0] is not None


def test_a_kept_lock_is_taken_up_and_rubbish_is_not() -> None:
    door, next_door = Door(), Door()
    for _ in range(5):
        door.enter("000000")
    next_door.desk.restore_lock(door.desk.lock_text())
    for rubbish in ("", "{}", "[]", "not json", '{"person": "x", "station": ""}'):
        next_door.desk.restore_lock(rubbish)
    assert next_door.enter("222222")[1] == "locked"


def test_a_check_that_cannot_be_made_lets_nobody_in() -> None:
    door = Door()
    door.broken = True
    assert door.enter("222222")[0] is None
