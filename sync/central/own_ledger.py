"""Central's side of the three ledgers, read from its books for the checker of the invariants."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sync.central.ledgers.books import BookedSale, CentralBooks, StockMove
from sync.central.tables import AttemptRow, EntryRow, MovementRow, SaleRow, StationRow, StockLevelRow
from sync.wire.journal import JournalEntry
from sync.wire.sale import AttemptDocument, SaleDocument


def central_books(session: Session, *, station: str = "", with_stock: bool = True) -> CentralBooks:
    """Sales, attempts and journals' ends of one station, or of all with the stock.

    Stock is of shops, not of stations: it is left out when only one station is asked for.
    """
    sales, attempts, stations = select(SaleRow), select(AttemptRow), select(StationRow)
    if station:
        sales, attempts = sales.where(SaleRow.station == station), attempts.where(AttemptRow.station == station)
        stations = stations.where(StationRow.station == station)
    stock = with_stock and not station
    return CentralBooks(
        sales=[
            BookedSale(row.station, row.sequence, SaleDocument.model_validate(row.document))
            for row in session.scalars(sales)
        ],
        attempts={
            (row.station, row.attempt): AttemptDocument.model_validate(row.document)
            for row in session.scalars(attempts)
        },
        held={row.station: (row.acknowledged, row.last_hash) for row in session.scalars(stations)},
        moves=_moves(session) if stock else (),
        on_hand=_on_hand(session) if stock else {},
    )


def stored_journals(session: Session, *, station: str = "") -> dict[str, Sequence[JournalEntry]]:
    """The journals as they came, by station, oldest entry first."""
    wanted = select(EntryRow).order_by(EntryRow.station, EntryRow.sequence)
    if station:
        wanted = wanted.where(EntryRow.station == station)
    found: dict[str, list[JournalEntry]] = {}
    for row in session.scalars(wanted):
        body: dict[str, Any] = json.loads(row.body)
        told = {"station": row.station, "sequence": row.sequence, "at": row.at_text, "kind": row.kind, "body": body}
        entry = JournalEntry.model_validate(told | {"previous": row.previous, "hash": row.hash})
        found.setdefault(row.station, []).append(entry)
    return dict(found)


def _moves(session: Session) -> list[StockMove]:
    rows = session.scalars(select(MovementRow).where(MovementRow.position.is_not(None)))
    return [StockMove(row.shop, row.sku, row.kind, row.quantity, row.reference) for row in rows]


def _on_hand(session: Session) -> dict[tuple[str, str], int]:
    return {(row.shop, row.sku): row.on_hand for row in session.scalars(select(StockLevelRow))}
