"""Find out whether anybody changed the journal, and which entry."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select

from kiosk.database import tables
from kiosk.database.engine import StationDatabase
from kiosk.database.journal_head import JournalHead, head_of_file, stored_heads
from sync.wire.journal import FIRST_PREVIOUS, entry_hash

_CONFIRMED = select(tables.counter.c.value).where(tables.counter.c.name == "acknowledged")


class JournalFlaw(StrEnum):
    """What is wrong with the entry that a check names."""

    EDITED = "edited"  # its content does not fit its hash
    MISSING = "missing"  # its number is not there, though a later one is
    UNCHAINED = "unchained"  # it is whole, but does not follow the entry before it
    TRUNCATED = "truncated"  # a signed head or central knows of it, the journal ends before
    REWRITTEN = "rewritten"  # a whole chain, but not the one that was signed
    HEAD_FORGED = "head_forged"  # a signed head does not bear the station's signature


@dataclass(frozen=True, slots=True)
class JournalVerdict:
    """What a check found: `entry` is the first broken one, `flaw` what is wrong; both None for a whole chain."""

    first: int
    last: int
    last_hash: str
    entry: int | None = None
    flaw: JournalFlaw | None = None
    sentence: str = "the journal is whole"

    @property
    def whole(self) -> bool:
        """Nothing was found."""
        return self.flaw is None


def check_journal(
    database: StationDatabase,
    *,
    first: int = 1,
    last: int | None = None,
    heads: Sequence[JournalHead] = (),
    key: Ed25519PublicKey | None = None,
) -> JournalVerdict:
    """Walk the chain from `first` to `last` (the end when None) and compare it with the signed `heads`.

    Heads are believed only when `key`, the station's public key, has signed them. About 25 µs an entry.
    """
    table = tables.journal
    wanted = select(table).where(table.c.sequence >= first - 1).order_by(table.c.sequence)
    if last is not None:
        wanted = wanted.where(table.c.sequence <= last)
    signed = {head.sequence: head for head in heads}
    forged = _forged(heads, key, database.station)
    if forged is not None:
        return forged
    with database.connect() as connection, connection.begin():
        confirmed = int(connection.execute(_CONFIRMED).scalar_one())
        rows = connection.execution_options(yield_per=1000).execute(wanted)
        return _walk(database.station, (tuple(row) for row in rows), first, last, signed, confirmed)


def check_station_journal(
    database: StationDatabase,
    head_file: Path,
    key: Ed25519PublicKey,
    *,
    first: int = 1,
    last: int | None = None,
) -> JournalVerdict:
    """Check the journal against every signed head, those in station.db and the one in `head_file` beside it.

    Raises `StationFault` when a head cannot be read at all.
    """
    beside = head_of_file(head_file)
    heads = [*stored_heads(database), *([beside] if beside is not None else [])]
    return check_journal(database, first=first, last=last, heads=heads, key=key)


def _forged(heads: Sequence[JournalHead], key: Ed25519PublicKey | None, station: str) -> JournalVerdict | None:
    for head in heads:
        if head.station != station or (key is not None and not head.signed_by(key)):
            return JournalVerdict(
                head.sequence, head.sequence, "", head.sequence, JournalFlaw.HEAD_FORGED,
                f"the head at entry {head.sequence} was not signed by station {station}",
            )  # fmt: skip
    return None


def _walk(
    station: str,
    rows: Iterable[tuple[Any, ...]],
    first: int,
    last: int | None,
    signed: dict[int, JournalHead],
    confirmed: int,
) -> JournalVerdict:
    previous = FIRST_PREVIOUS if first <= 1 else ""
    wanted, trusted = first, first - 1

    def found(entry: int, flaw: JournalFlaw, sentence: str) -> JournalVerdict:
        return JournalVerdict(first, wanted - 1, previous, entry, flaw, sentence)

    for row in rows:
        if row[0] == first - 1:
            previous = row[5]
            continue
        if row[0] != wanted:
            return found(wanted, JournalFlaw.MISSING, f"entry {wanted} is missing: after {wanted - 1} comes {row[0]}")
        if not _fits(station, row):
            return found(wanted, JournalFlaw.EDITED, f"entry {wanted} was edited: its hash does not fit its content")
        if previous and row[4] != previous:
            return found(
                wanted, JournalFlaw.UNCHAINED, f"entry {wanted} does not follow {wanted - 1}: one of them was replaced"
            )
        head = signed.get(wanted)
        if head is not None and head.hash != row[5]:
            return found(
                trusted + 1,
                JournalFlaw.REWRITTEN,
                f"entries {trusted + 1} to {wanted} were rewritten: entry {wanted} is not the one that was signed",
            )
        if head is not None:
            trusted = wanted
        previous, wanted = row[5], wanted + 1
    least = last if last is not None else max((confirmed, *signed))
    if least >= wanted:
        return found(
            wanted,
            JournalFlaw.TRUNCATED,
            f"entry {wanted} is missing: the journal ends at {wanted - 1}, but entry {least} was there once",
        )
    return JournalVerdict(first, wanted - 1, previous)


def _fits(station: str, row: tuple[Any, ...]) -> bool:
    sequence, at, kind, body, previous, own = row
    try:
        told = json.loads(body)
        return isinstance(told, dict) and own == entry_hash(
            station, sequence, datetime.fromisoformat(at), kind, told, previous
        )
    except (TypeError, ValueError):
        return False
