"""When a PIN may be tried: waits after wrong tries, for one person and for the whole kiosk."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_WRONG = 5
WAITS = (timedelta(seconds=60), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))
STATION_MOST_WRONG = 20
STATION_WINDOW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class PersonTries:
    """Wrong PINs of one person since the last right one; others are never locked out by them."""

    wrong: int = 0
    locked_until: datetime | None = None

    @property
    def tries_left(self) -> int:
        """How many wrong tries are left before the next wait."""
        return max(MOST_WRONG - self.wrong, 1)

    def seconds_locked(self, now: datetime) -> int:
        """Whole seconds until a PIN may be tried again, rounded up; 0 when it may be tried now."""
        if self.locked_until is None or now >= self.locked_until:
            return 0
        return -(-(self.locked_until - now) // timedelta(seconds=1))

    def after_wrong(self, now: datetime) -> "PersonTries":
        """The fifth wrong try waits 60 s, each one after it 2, 5 and then always 15 minutes.

        A try while locked is no try: it changes nothing and its PIN must not be checked.
        """
        if self.seconds_locked(now):
            return self
        wrong = self.wrong + 1
        if wrong < MOST_WRONG:
            return PersonTries(wrong)
        return PersonTries(wrong, now + WAITS[min(wrong - MOST_WRONG, len(WAITS) - 1)])

    def to_text(self) -> str:
        """As it is kept on the station, so that a restart ends no wait."""
        return f"{self.wrong} {self.locked_until.isoformat() if self.locked_until else '-'}"

    @staticmethod
    def from_text(text: str) -> "PersonTries":
        """Read `to_text` again; raises `ValueError` for anything else."""
        wrong, locked = text.split(" ")
        return PersonTries(int(wrong), None if locked == "-" else datetime.fromisoformat(locked))


@dataclass(frozen=True, slots=True)
class StationTries:
    """When wrong PINs were typed at this kiosk, whoever they were for."""

    times: tuple[datetime, ...] = ()

    def after_wrong(self, now: datetime) -> "StationTries":
        """Note a wrong try; what is older than ten minutes is forgotten."""
        return StationTries((*self._recent(now), now)[-STATION_MOST_WRONG:])

    def badge_needed(self, now: datetime) -> bool:
        """Whether a PIN alone is not enough: 20 wrong tries within ten minutes."""
        return len(self._recent(now)) >= STATION_MOST_WRONG

    def seconds_until_open(self, now: datetime) -> int:
        """Whole seconds until a PIN alone is enough again."""
        if not self.badge_needed(now):
            return 0
        return -(-(self._recent(now)[-STATION_MOST_WRONG] + STATION_WINDOW - now) // timedelta(seconds=1))

    def to_text(self) -> str:
        """As it is kept on the station."""
        return " ".join(time.isoformat() for time in self.times)

    @staticmethod
    def from_text(text: str) -> "StationTries":
        """Read `to_text` again; raises `ValueError` for anything else."""
        return StationTries(tuple(datetime.fromisoformat(time) for time in text.split()))

    def _recent(self, now: datetime) -> tuple[datetime, ...]:
        return tuple(time for time in self.times if now - time < STATION_WINDOW)
