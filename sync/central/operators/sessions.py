"""Signed-in browsers: a random token each, kept as a hash; they end by idling, by age and by a word."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from sync.central.operator_tables import KnownBrowserRow, OperatorRow, OperatorSessionRow
from sync.central.operators.operator import Operator, Role

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
BROWSER_KNOWN = timedelta(days=180)
_NOTED_EVERY = timedelta(minutes=1)  # a page full of requests is one write


def open_session(session: Session, login: str, *, address: str, now: datetime) -> str:
    """The token of a new session of an operator, 256 random bits; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    session.add(
        OperatorSessionRow(token_hash=token_hash(token), operator=login, begun_at=now, seen_at=now, address=address)
    )
    return token


def operator_of(session: Session, token: str, *, now: datetime) -> Operator | None:
    """Who is signed in by a token; None when it is not known, idled too long, is too old, or its owner is disabled."""
    row = session.get(OperatorSessionRow, token_hash(token)) if token else None
    if row is None or now - row.seen_at > IDLE or now - row.begun_at > LONGEST:
        return None
    person = session.get(OperatorRow, row.operator)
    if person is None or person.disabled_at is not None:
        return None
    if now - row.seen_at > _NOTED_EVERY:
        row.seen_at = now
    return operator_in(person)


def operator_in(row: OperatorRow) -> Operator:
    """The operator of a row."""
    return Operator(row.operator, row.name, Role.of(row.role), frozenset(row.shops), row.must_choose)


def end_session(session: Session, token: str) -> None:
    """Sign this browser out."""
    session.execute(delete(OperatorSessionRow).where(OperatorSessionRow.token_hash == token_hash(token)))


def end_all_sessions(session: Session, login: str) -> None:
    """Sign an operator out everywhere; the browsers are strangers again."""
    session.execute(delete(OperatorSessionRow).where(OperatorSessionRow.operator == login))
    session.execute(delete(KnownBrowserRow).where(KnownBrowserRow.operator == login))


def know_browser(session: Session, login: str, *, now: datetime) -> str:
    """The token by which a browser is known for this operator's from now on."""
    token = secrets.token_urlsafe(32)
    session.add(KnownBrowserRow(token_hash=token_hash(token), operator=login, until=now + BROWSER_KNOWN))
    return token


def browser_known(session: Session, login: str, token: str, *, now: datetime) -> bool:
    """Whether this operator has signed in with this browser before."""
    row = session.get(KnownBrowserRow, token_hash(token)) if token else None
    return row is not None and row.operator == login and row.until > now


def forget_old_sessions(session: Session, *, now: datetime) -> None:
    """Remove sessions that nobody can use any more, and browsers that were not seen for half a year."""
    idle, old = OperatorSessionRow.seen_at < now - IDLE, OperatorSessionRow.begun_at < now - LONGEST
    session.execute(delete(OperatorSessionRow).where(idle | old))
    session.execute(delete(KnownBrowserRow).where(KnownBrowserRow.until < now))


def token_hash(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(b"operator " + token.encode()).digest()
