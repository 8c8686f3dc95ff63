"""The journal of the station: an append-only hash chain, read by the agent and proved by signed heads."""

import json
import re
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from kiosk.database import tables
from kiosk.database.engine import StationDatabase
from sync.wire.document import canonical
from sync.wire.journal import FIRST_PREVIOUS, JournalEntry, entry_hash

# Raw on the hot path: the sale's commit must not pay for SQL that is compiled anew (limits section 4: the ORM
# makes a sale 6.9 times slower); the driver keeps these statements prepared, by their text.
JournalRow = tuple[int, str, str, str, str, str]  # sequence, at, kind, body, previous, hash, as stored
_KIND = re.compile(r"[a-z_.]{1,64}")
_LAST = "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1"
_APPEND = "INSERT INTO journal (sequence, at, kind, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?)"


def append_entry(cursor: Any, station: str, at: datetime, kind: str, body: Mapping[str, object]) -> JournalRow:
    """Add the next link of the chain inside the caller's transaction and answer its row.

    Raises `ValueError` when `at` has no time zone, `kind` is malformed or `body` is not plain JSON.
    """
    if not _KIND.fullmatch(kind):
        # Central takes no other kind: such an entry would hold up all that follow.
        raise ValueError(f"{kind!r} is no kind of journal entry: 1 to 64 small letters, dots and underscores")
    if at.tzinfo is None:
        raise ValueError("a journal entry needs a time that knows its zone")
    plain, text = _plain(kind, body)
    row = cursor.execute(_LAST).fetchone()
    last, previous = row if row is not None else (0, FIRST_PREVIOUS)
    sequence = int(last) + 1
    own = entry_hash(station, sequence, at, kind, plain, previous)
    added = (sequence, at.isoformat(), kind, text, previous, own)
    cursor.execute(_APPEND, added)
    return added


def _plain(kind: str, body: Mapping[str, object]) -> tuple[dict[str, Any], str]:
    """The body as it will be read back, and its text: what is hashed must not change by being stored."""
    try:
        text = canonical(dict(body)).decode()
    except (TypeError, ValueError) as error:
        raise ValueError(f"the body of a {kind} entry is not plain JSON: {error}") from error
    plain: dict[str, Any] = json.loads(text)
    return plain, text


def entry_of_row(station: str, row: Sequence[Any]) -> JournalEntry:
    """The wire entry of a stored row (sequence, at, kind, body, previous, hash)."""
    sequence, at, kind, body, previous, own = row
    return JournalEntry(
        station=station,
        sequence=sequence,
        at=datetime.fromisoformat(at),
        kind=kind,
        body=json.loads(body),
        previous=previous,
        hash=own,
    )


class JournalReader:
    """The committed entries, for one thread beside the writer (the agent has its own, the session its own)."""

    def __init__(self, database: StationDatabase) -> None:
        self._station = database.station
        self._connection: Connection = database.connect()
        self._lock = threading.Lock()

    def entries_after(self, sequence: int, limit: int) -> list[JournalEntry]:
        """Up to `limit` durable entries behind `sequence`, in order."""
        table = tables.journal
        wanted = select(table).where(table.c.sequence > sequence).order_by(table.c.sequence).limit(limit)
        with self._lock, self._connection.begin():
            rows = self._connection.execute(wanted).fetchall()
        return [entry_of_row(self._station, row) for row in rows]

    def rows_after(self, sequence: int, limit: int) -> list[JournalRow]:
        """As `entries_after`, as they are stored."""
        wanted = "SELECT * FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?"
        with self._lock, self._connection.begin():
            return [tuple(row) for row in self._connection.exec_driver_sql(wanted, (sequence, limit))]

    def entry(self, sequence: int) -> JournalEntry | None:
        """The entry with this number."""
        found = self.entries_after(sequence - 1, 1)
        return found[0] if found and found[0].sequence == sequence else None

    def last(self) -> tuple[int, str]:
        """Number and hash of the newest entry; (0, 64 zeros) when there is none."""
        table = tables.journal
        newest = select(table.c.sequence, table.c.hash).order_by(table.c.sequence.desc()).limit(1)
        with self._lock, self._connection.begin():
            row = self._connection.execute(newest).one_or_none()
        return (int(row[0]), str(row[1])) if row is not None else (0, FIRST_PREVIOUS)

    def acknowledged(self) -> int:
        """The highest number that central has confirmed."""
        wanted = select(tables.counter.c.value).where(tables.counter.c.name == "acknowledged")
        with self._lock, self._connection.begin():
            return int(self._connection.execute(wanted).scalar_one())

    def waiting(self) -> int:
        """How many entries central has not confirmed."""
        newest = select(func.coalesce(func.max(tables.journal.c.sequence), 0)).scalar_subquery()
        confirmed = select(tables.counter.c.value).where(tables.counter.c.name == "acknowledged").scalar_subquery()
        with self._lock, self._connection.begin():
            return max(int(self._connection.execute(select(newest - confirmed)).scalar_one()), 0)

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            self._connection.close()
