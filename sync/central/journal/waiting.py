"""Entries that are stored but not in the books yet, and those a person must look at."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select, update
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session

from sync.central.database.engine import transaction
from sync.central.tables import EntryRow

_LOG = logging.getLogger(__name__)


class Unpostable(ValueError):
    """The books cannot take this entry; the message is the reason a person reads beside it."""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as posting sees it."""

    station: str
    shop: str
    sequence: int
    at: datetime
    kind: str
    body: dict[str, Any]


def post_next(engine: Engine, post: Callable[[Session, StoredEntry], None], *, now: datetime) -> str:
    """Post the oldest waiting entry in one transaction; answers posted, parked, or "" when none waits.

    What `post` writes before it raises `Unpostable` is undone, and the entry is parked with the reason.
    """
    with transaction(engine) as session:
        oldest = select(EntryRow).where(EntryRow.state == "stored").order_by(EntryRow.station, EntryRow.sequence)
        row = session.scalar(oldest.limit(1).with_for_update(skip_locked=True))
        if row is None:
            return ""
        entry = StoredEntry(row.station, row.shop, row.sequence, row.at, row.kind, json.loads(row.body))
        try:
            with session.begin_nested():
                post(session, entry)
        except Unpostable as error:
            row.state, row.reason = "parked", str(error)[:2000]
        except (OperationalError, InterfaceError):
            raise  # the database is away or busy: nothing is wrong with the entry
        except Exception as error:  # whatever one entry breaks, the ones behind it are posted
            _LOG.exception("entry %s of %s cannot be posted", row.sequence, row.station)
            row.state, row.reason = "parked", f"{type(error).__name__}: {error}"[:2000]
        else:
            row.state, row.reason, row.posted_at = "posted", "", now
        return row.state


def repost(session: Session, station: str = "", sequence: int | None = None) -> int:
    """Give parked entries another try (all, one station's, or one); answers how many wait now."""
    again = update(EntryRow).where(EntryRow.state == "parked").values(state="stored")
    if station:
        again = again.where(EntryRow.station == station)
    if sequence is not None:
        again = again.where(EntryRow.sequence == sequence)
    return len(session.execute(again.returning(EntryRow.sequence)).all())


def parked(session: Session, most: int = 200) -> list[EntryRow]:
    """Parked entries, oldest first."""
    rows = select(EntryRow).where(EntryRow.state == "parked").order_by(EntryRow.received_at, EntryRow.sequence)
    return list(session.scalars(rows.limit(most)))
