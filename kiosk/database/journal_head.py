"""Signed heads of the journal: what its end was at a moment, proved by the station's key."""

import base64
import json
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import AwareDatetime, Field, ValidationError
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.database import tables
from kiosk.database.engine import StationDatabase
from kiosk.database.errors import StationFault
from kiosk.database.unit_of_work import StationUnitOfWork
from kiosk.database.whole_file import write_whole
from kiosk.database.writer import StationWriter
from sync.wire.document import Document, canonical


class Signer(Protocol):
    """Signs bytes with the station's Ed25519 key."""

    def sign(self, message: bytes) -> bytes: ...


class JournalHead(Document):
    """The journal of `station` ended with entry `sequence` and its `hash` at `at`; `signature` is base64."""

    station: str
    sequence: int = Field(ge=1)
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    at: AwareDatetime
    signature: str

    def signed_by(self, key: Ed25519PublicKey) -> bool:
        """Whether the station with this public key has signed exactly this."""
        try:
            key.verify(base64.b64decode(self.signature, validate=True), _signed_text(self))
        except (InvalidSignature, ValueError):
            return False
        return True


def _signed_text(head: JournalHead) -> bytes:
    return canonical({"station": head.station, "sequence": head.sequence, "hash": head.hash, "at": head.at.isoformat()})


def sign_journal(writer: StationWriter, signer: Signer, file: Path, at: datetime) -> JournalHead | None:
    """Sign the journal's end; None when it has no entry yet.

    Kept twice: in station.db, and in `file` beside it, so that an older copy of station.db put in its place is
    found out. Waits for the writer: call it from the agent's thread, each 10 minutes and at each closing.
    """

    def work(unit: StationUnitOfWork) -> JournalHead | None:
        table = tables.journal
        newest = select(table.c.sequence, table.c.hash).order_by(table.c.sequence.desc()).limit(1)
        row = unit.connection.execute(newest).one_or_none()
        if row is None:
            return None
        bare = JournalHead(station=unit.station, sequence=row.sequence, hash=row.hash, at=at, signature="")
        signature = base64.b64encode(signer.sign(_signed_text(bare))).decode()
        head = bare.model_copy(update={"signature": signature})
        values = {"hash": head.hash, "at": at.isoformat(), "signature": signature}
        statement = insert(tables.journal_head).values(sequence=head.sequence, **values)
        unit.connection.execute(statement.on_conflict_do_update(index_elements=["sequence"], set_=values))
        return head

    head = writer.run(work)
    if head is not None:
        write_whole(file, head.model_dump_json().encode())
    return head


def stored_heads(database: StationDatabase) -> list[JournalHead]:
    """The heads kept in station.db, oldest first; a row that is no head at all raises `StationFault`."""
    with database.connect() as connection, connection.begin():
        rows = connection.execute(select(tables.journal_head).order_by(tables.journal_head.c.sequence)).mappings().all()
    try:
        return [JournalHead.model_validate({"station": database.station, **row}) for row in rows]
    except ValidationError as error:
        raise StationFault(f"a signed head in {database.path} is damaged: {error.errors()[0]['msg']}") from error


def head_of_file(file: Path) -> JournalHead | None:
    """The newest head as kept beside station.db; None when none was signed yet.

    Raises `StationFault` when the file is there but holds no head.
    """
    try:
        return JournalHead.model_validate(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise StationFault(f"{file} holds no signed head: somebody changed it, call the technician") from error
