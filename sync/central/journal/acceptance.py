"""Takes entries in: exactly once, in order, unchanged; whatever contradicts them is refused and alarmed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from sync.central.authentication import StationIdentity
from sync.central.problems import Refused
from sync.central.tables import AlarmRow, EntryRow, StationRow
from sync.wire.journal import JournalEntry, entry_hash


@dataclass(frozen=True, slots=True)
class Accepted:
    """How far the journal is stored now, how much of it is new, and why the rest was refused, if it was."""

    acknowledged: int
    stored: int
    refused: Refused | None = None


def accept(session: Session, who: StationIdentity, entries: Sequence[JournalEntry], *, now: datetime) -> Accepted:
    """Store what is new and fits the chain, up to the first entry that does not.

    The caller commits what was stored (and alarmed) before it answers, and then raises `refused`, if any:
    403 for another station's entry, 422 for a wrong hash, 409 for a gap, a broken chain or a changed entry.
    """
    station = session.get_one(StationRow, who.station, with_for_update=True)
    new: list[JournalEntry] = []
    refused: Refused | None = None
    position, last_hash = station.acknowledged, station.last_hash
    for entry in entries:
        refused = _wrong_by_itself(who, entry)
        if refused is None and entry.sequence <= station.acknowledged:
            refused = _contradiction(session, who, entry, now)
            if refused is None:
                continue
        if refused is None:
            refused = _does_not_follow(session, who, entry, position, last_hash, now)
        if refused is not None:
            break
        new.append(entry)
        position, last_hash = entry.sequence, entry.hash
    if new:
        session.execute(insert(EntryRow), [_row(who, entry, now) for entry in new])
        station.acknowledged, station.last_hash = position, last_hash
    if refused is not None:
        refused.document = refused.document.model_copy(update={"acknowledged": position})
    return Accepted(position, len(new), refused)


def _wrong_by_itself(who: StationIdentity, entry: JournalEntry) -> Refused | None:
    if entry.station != who.station:
        return Refused(403, "not your journal", "a station uploads its own entries only", sequence=entry.sequence)
    right = entry_hash(entry.station, entry.sequence, entry.at, entry.kind, entry.body, entry.previous)
    if right != entry.hash:
        detail = f"entry {entry.sequence} does not have the hash of its content"
        return Refused(422, "wrong hash", detail, sequence=entry.sequence)
    return None


def _contradiction(session: Session, who: StationIdentity, entry: JournalEntry, now: datetime) -> Refused | None:
    known = session.get_one(EntryRow, (who.station, entry.sequence))
    if known.hash == entry.hash:
        return None
    _alarm(session, who, entry, "changed", f"entry {entry.sequence} is stored with hash {known.hash}", now)
    detail = f"entry {entry.sequence} is already stored with other content"
    return Refused(409, "entry differs", detail, sequence=entry.sequence)


def _does_not_follow(
    session: Session, who: StationIdentity, entry: JournalEntry, position: int, last_hash: str, now: datetime
) -> Refused | None:
    expected = position + 1
    if entry.sequence > expected:
        _alarm(session, who, entry, "gap", f"entry {expected} was expected, {entry.sequence} came", now)
        return Refused(409, "gap", f"entry {expected} is missing; send it first", expected=expected)
    if entry.sequence < expected:
        detail = f"entry {entry.sequence} comes after {position}; entries of a batch are in order"
        return Refused(422, "wrong order", detail, sequence=entry.sequence)
    if entry.previous != last_hash:
        _alarm(session, who, entry, "chain", f"entry {entry.sequence} does not follow hash {last_hash}", now)
        return Refused(409, "chain broken", f"entry {entry.sequence} does not follow the stored one", expected=expected)
    return None


def _alarm(session: Session, who: StationIdentity, entry: JournalEntry, kind: str, detail: str, now: datetime) -> None:
    told = f"{detail}; the refused one has hash {entry.hash}"
    same = (AlarmRow.station == who.station, AlarmRow.sequence == entry.sequence, AlarmRow.kind == kind)
    if session.scalar(select(AlarmRow.alarm).where(*same, AlarmRow.detail == told)) is not None:
        return  # a station that tries again and again is one alarm
    refused = entry.model_dump_json()[:100_000]
    session.add(
        AlarmRow(
            station=who.station,
            shop=who.shop,
            sequence=entry.sequence,
            kind=kind,
            detail=told,
            refused=refused,
            at=now,
        )
    )


def _row(who: StationIdentity, entry: JournalEntry, now: datetime) -> dict[str, object]:
    return {
        "station": entry.station,
        "sequence": entry.sequence,
        "shop": who.shop,
        "at": entry.at,
        "at_text": entry.at.isoformat(),
        "kind": entry.kind,
        # Escaped JSON is pure ASCII: even a NUL or half a surrogate pair in a text can be stored and read back.
        "body": json.dumps(entry.body, ensure_ascii=True),
        "previous": entry.previous,
        "hash": entry.hash,
        "received_at": now,
    }
