"""The devices there are, as measured: what the technician's first page shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

OK, CHECK, AWAY = "ok", "check", "away"


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """One device: `state` is ok, check (answers, but needs a look) or away.

    `figures` are measured values as (name, value) pairs; `changes` counts how often it came or went.
    """

    name: str
    category: str
    driver: str
    address: str
    state: str
    since: datetime
    reason: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    events: int = 0
    changes: int = 0
    last_event_at: datetime | None = None


class DeviceOverview:
    """Collects what device threads report; lives on the screen's thread."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._cards: dict[str, DeviceCard] = {}

    def add(self, name: str, category: str, driver: str, address: str) -> None:
        """A device of the settings; it counts as away until it answers."""
        self._cards[name] = DeviceCard(name, category, driver, address, AWAY, self._now())

    def changed(self, name: str, online: bool, reason: str = "") -> None:
        """The device came or went; an unknown name is ignored, for its device is gone from the settings."""
        card = self._cards.get(name)
        if card is None:
            return
        state = OK if online else AWAY
        moved = card.state != state
        self._cards[name] = replace(
            card,
            state=state,
            reason=reason,
            since=self._now() if moved else card.since,
            changes=card.changes + moved,
        )

    def event(self, name: str) -> None:
        """The device delivered something."""
        card = self._cards.get(name)
        if card is not None:
            self._cards[name] = replace(card, events=card.events + 1, last_event_at=self._now())

    def measured(self, name: str, figures: tuple[tuple[str, str], ...], *, problem: str = "") -> None:
        """Values measured at the device; `problem` says what needs a look although it answers."""
        card = self._cards.get(name)
        if card is None:
            return
        state = card.state
        if state in (OK, CHECK):
            state = CHECK if problem else OK
        reason = problem or (card.reason if state == AWAY else "")
        self._cards[name] = replace(card, figures=figures, state=state, reason=reason)

    def cards(self) -> tuple[DeviceCard, ...]:
        """All devices: those that need a look first, then by category and name."""
        rank = {AWAY: 0, CHECK: 1, OK: 2}
        return tuple(sorted(self._cards.values(), key=lambda x: (rank[x.state], x.category, x.name)))

    def counts(self) -> dict[str, int]:
        """How many devices are in each state."""
        found = {OK: 0, CHECK: 0, AWAY: 0}
        for card in self._cards.values():
            found[card.state] += 1
        return found
