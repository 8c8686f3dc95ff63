"""Build a new station.db from the journal mirror, when the old one is damaged."""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from kiosk.database import tables
from kiosk.database.attempt_rows import row_of_attempt
from kiosk.database.engine import open_station
from kiosk.database.errors import StationFault
from kiosk.database.journal import JournalRow
from kiosk.database.unit_of_work import microseconds
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from sync.wire.journal import FIRST_PREVIOUS, EntryKind, entry_hash
from sync.wire.sale import AttemptDocument, SaleDocument

_ATTEMPT_KINDS = frozenset(
    {EntryKind.ATTEMPT_SENT, EntryKind.ATTEMPT_SETTLED, EntryKind.REVERSAL_SENT, EntryKind.ATTEMPT_REVERSED}
)


def restore_station(path: Path, key: bytes, rows: Iterable[JournalRow], *, station: str, now: datetime) -> int:
    """Make `path` anew from mirrored `rows` and answer how many entries it holds.

    Journal, sales, receipt numbers, attempts and own stock moves are as the journal tells them; the open cart is
    lost, and everything is sent to central again, which takes each entry once. An attempt whose end is unknown is
    open again and settled at the start. The chain is proved on the way. Raises `StationFault` when `path` is still
    there (move it away and keep it) or a row does not fit.
    """
    if path.exists():
        raise StationFault(f"{path} is still there: move it away, and keep it for the technician")
    database = open_station(path, key, station=station, now=now)
    try:
        with database.connect(writing=True) as connection, connection.begin():
            last, previous = 0, FIRST_PREVIOUS
            for row in rows:
                _prove(station, row, last, previous)
                connection.execute(tables.journal.insert(), dict(zip(tables.journal.c.keys(), row, strict=True)))
                _rebuild(connection, row)
                last, previous = row[0], row[5]
    except BaseException:
        database.close()
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise
    database.close()
    return last


def _prove(station: str, row: JournalRow, last: int, previous: str) -> None:
    sequence, at, kind, body, own_previous, own = row
    whole = entry_hash(station, sequence, datetime.fromisoformat(at), kind, json.loads(body), own_previous)
    if (sequence, own_previous, own) != (last + 1, previous, whole):
        raise StationFault(f"entry {sequence} of the mirror does not follow entry {last}: it was changed")


def _rebuild(connection: Connection, row: JournalRow) -> None:
    sequence, _at, kind, text, *_ = row
    if kind == EntryKind.SALE_COMPLETED:
        _rebuild_sale(connection, sequence, SaleDocument.model_validate_json(text), text)
    elif kind in _ATTEMPT_KINDS:
        _rebuild_attempt(connection, AttemptDocument.model_validate_json(text))


def _rebuild_sale(connection: Connection, sequence: int, sale: SaleDocument, text: str) -> None:
    connection.execute(
        tables.sale.insert().values(
            sale_id=sale.sale,
            receipt_number=sale.receipt_number,
            completed_at=sale.completed_at.isoformat(),
            total=sale.total,
            document=sale.masked().model_dump_json() if sale.cash_receipt else text,
        )
    )
    numbers = tables.counter.c
    connection.execute(tables.counter.update().where(numbers.name == "receipt").values(value=sale.receipt_number))
    for tender in sale.tenders:
        if tender.attempt:
            connection.execute(tables.sale_tender.insert().values(attempt_id=tender.attempt, sale_id=sale.sale))
    for line in sale.lines:
        if line.fulfilment == "carry_out":
            move = {"sku": line.sku, "quantity": line.quantity, "at_us": microseconds(sale.completed_at)}
            connection.execute(tables.stock_move.insert().values(**move, sequence=sequence))


def _rebuild_attempt(connection: Connection, told: AttemptDocument) -> None:
    attempt = PaymentAttempt(
        told.attempt, told.sale, told.service_id, told.amount, told.currency, AttemptState(told.state), told.at,
        charged=told.charged, handle=told.handle, handle_time=told.handle_time, brand=told.brand,
        masked_card=told.masked_card, approval_code=told.approval_code, reason=told.reason,
        tender=told.tender, months=told.months, allow_partial=told.allow_partial, mark=told.mark,
        reversal_service_id=told.reversal_service_id, reversal_mark=told.reversal_mark, reversed_at=told.reversed_at,
        record=TerminalRecord(**told.record.model_dump()) if told.record else TerminalRecord(),
    )  # fmt: skip
    table = tables.attempt
    row: dict[str, Any] = row_of_attempt(attempt)
    first = row.pop("started_at")
    changed = connection.execute(table.update().where(table.c.attempt_id == told.attempt).values(**row))
    if changed.rowcount == 0:
        connection.execute(table.insert().values(**row, started_at=first))
