"""Staff sign in with their PIN; wrong ones are counted, and the count outlives a restart."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from kiosk.attendant.approve import may, needed_role
from kiosk.attendant.assist_queue import urgency
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.staff import PersonTries, StationTries

T = TypeVar("T")
Answer = Callable[[StaffMember | None, str, int, int], None]
PinMatches = Callable[[str, StaffMember], bool]
LEAST_DIGITS, MOST_DIGITS = 6, 12


class StaffList(Protocol):
    """Who may sign in."""

    def staff(self) -> Sequence[StaffMember]: ...


class SlowWork(Protocol):
    """Slow pure work off the screen's thread; answers come back onto it."""

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None: ...


class WallClock(Protocol):
    """Aware local time."""

    def now(self) -> datetime: ...


class StaffDesk:
    """Checks PINs and rights; implements `kiosk.checkout.ports.StaffDesk`.

    `check_pin(pin, person)` compares a PIN with a person's check value (Argon2id), slow on purpose: it runs in
    the background, over every member of staff so that its time tells nothing. A PIN names its person, so a
    wrong one is nobody's: wrong tries count for whoever stands at this kiosk.
    """

    def __init__(self, people: StaffList, background: SlowWork, clock: WallClock, check_pin: PinMatches) -> None:
        self._people, self._background, self._clock, self._check_pin = people, background, clock, check_pin
        self._tries, self._station = PersonTries(), StationTries()
        self._checking = False

    def try_pin(self, pin: str, done: Answer) -> None:
        """Check a PIN; `done` gets the person, or None with wrong_pin or locked, tries left and seconds to wait."""
        locked = self._locked()
        if locked or self._checking:
            done(None, "locked" if locked else "wrong_pin", self._tries.tries_left, locked)
            return
        if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
            self._wrong(done)
            return
        self._checking = True
        people = tuple(self._people.staff())

        def work() -> StaffMember | None:
            matches = [person for person in people if self._check_pin(pin, person)]
            return matches[0] if matches else None

        def answer(person: StaffMember | None) -> None:
            self._checking = False
            if person is None:
                self._wrong(done)
                return
            self._tries = PersonTries()
            done(person, "", self._tries.tries_left, 0)

        def failed(_: Exception) -> None:
            self._checking = False
            self._wrong(done)

        self._background.submit(work, answer, failed)

    def lock_text(self) -> str:
        """The wrong tries as text."""
        return json.dumps({"person": self._tries.to_text(), "station": self._station.to_text()})

    def restore_lock(self, text: str) -> None:
        """Take up kept tries; text that is not understood changes nothing."""
        try:
            kept = json.loads(text)
            tries = PersonTries.from_text(str(kept["person"]))
            station = StationTries.from_text(str(kept["station"]))
        except (ValueError, KeyError, TypeError):
            return
        self._tries, self._station = tries, station

    def may(self, role: str, act: str) -> bool:
        """Whether `role` may do `act`."""
        return may(role, act)

    def needed_role(self, act: str) -> str:
        """The least role that may do `act`."""
        return needed_role(act)

    def urgency(self, kind: str) -> int:
        """Which requests staff see first."""
        return urgency(kind)

    def _wrong(self, done: Answer) -> None:
        now = self._clock.now()
        self._tries, self._station = self._tries.after_wrong(now), self._station.after_wrong(now)
        locked = self._locked()
        done(None, "locked" if locked else "wrong_pin", self._tries.tries_left, locked)

    def _locked(self) -> int:
        now = self._clock.now()
        return max(self._tries.seconds_locked(now), self._station.seconds_until_open(now))
