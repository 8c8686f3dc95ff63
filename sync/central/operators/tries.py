"""Wrong passwords cost growing waits, without letting a stranger shut an operator out.

Tries are counted for the person and for the address they come from. A browser that the person has signed in with
before is counted by itself instead: who guesses somebody's password from elsewhere keeps only strange browsers
waiting, never the person's own.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from sync.central.operator_tables import SignInTryRow

WAITS = (timedelta(seconds=60), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))
FORGOTTEN = timedelta(hours=1)
_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where tries come from, and how many wrong ones are free of waits."""

    kept_as: bytes
    free: int


def origins(login: str, address: str, known_browser: str) -> Sequence[Origin]:
    """What a try is counted for; `known_browser` is the token of a browser of this person, or ""."""
    if known_browser:
        return (Origin(_hash("browser", known_browser), 5),)
    return (Origin(_hash("person", login), 5), Origin(_hash("address", address), 20))


def begin_try(session: Session, counted_for: Sequence[Origin], *, now: datetime) -> timedelta:
    """Count a try before its password is looked at; answers how long to wait instead, zero when it may go on.

    Counting first means that a hundred guesses at once are a hundred.
    """
    rows = [_row(session, origin, now) for origin in sorted(counted_for, key=lambda o: o.kept_as)]
    waits = [row.wait_until - now for row, _ in rows if row.wait_until is not None and row.wait_until > now]
    if waits:
        return max(waits)
    for row, origin in rows:
        row.wrong = 1 if now - row.last_at > FORGOTTEN else row.wrong + 1
        row.last_at = now
        over = row.wrong - origin.free
        row.wait_until = now + WAITS[min(over, len(WAITS) - 1)] if over >= 0 else None
    return timedelta()


def forgive_try(session: Session, counted_for: Sequence[Origin], *, now: datetime) -> None:
    """The password was right: its person begins anew, its address has one wrong try less."""
    for origin in sorted(counted_for, key=lambda o: o.kept_as):
        row, _ = _row(session, origin, now)
        shared = origin.free > 5
        row.wrong = max(0, row.wrong - 1) if shared else 0
        row.wait_until = row.wait_until if shared and row.wrong >= origin.free else None


def forget_old_tries(session: Session, *, now: datetime) -> None:
    """Remove what has no say any more."""
    session.execute(delete(SignInTryRow).where(SignInTryRow.last_at < now - _KEPT))


def _row(session: Session, origin: Origin, now: datetime) -> tuple[SignInTryRow, Origin]:
    fresh = insert(SignInTryRow).values(origin=origin.kept_as, wrong=0, last_at=now)
    session.execute(fresh.on_conflict_do_nothing())
    return session.get_one(SignInTryRow, origin.kept_as, with_for_update=True), origin


def _hash(kind: str, what: str) -> bytes:
    # Passwords are typed into the field of the name now and then: it is not kept readable.
    return hashlib.sha256(f"try {kind} {what}".encode()).digest()
