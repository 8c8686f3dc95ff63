"""Sales with their payment, orders and posting, as one list for a command and the console."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.fulfilment import order_number
from sync.central.tables import AlarmRow, AttemptRow, EntryRow, OrderRow, SaleRow, StationRow, TenderRow
from sync.wire.cash_receipt import masked_body


def sales_report(
    session: Session, *, shop: str = "", station: str = "", sale: str = "", most: int = 100
) -> list[dict[str, Any]]:
    """The newest sales first, each ready for JSON: totals, tenders with their attempt's state, orders, posting."""
    wanted = select(SaleRow).order_by(SaleRow.completed_at.desc(), SaleRow.sale).limit(most)
    for column, value in ((SaleRow.shop, shop), (SaleRow.station, station), (SaleRow.sale, sale)):
        if value:
            wanted = wanted.where(column == value)
    return [_told(session, row) for row in session.scalars(wanted)]


def parked_report(session: Session, *, most: int = 200) -> list[dict[str, Any]]:
    """Entries that wait for a person, oldest first, with the reason."""
    rows = select(EntryRow).where(EntryRow.state == "parked").order_by(EntryRow.received_at).limit(most)
    return [
        {
            "station": row.station,
            "sequence": row.sequence,
            "kind": row.kind,
            "at": _text(row.at),
            "received_at": _text(row.received_at),
            "reason": row.reason,
        }
        for row in session.scalars(rows)
    ]


def alarms_report(session: Session, *, most: int = 200) -> list[dict[str, Any]]:
    """Contradictions in journals, newest first."""
    rows = select(AlarmRow).order_by(AlarmRow.alarm.desc()).limit(most)
    return [
        {"station": r.station, "sequence": r.sequence, "kind": r.kind, "detail": r.detail, "at": _text(r.at)}
        for r in session.scalars(rows)
    ]


def stations_report(session: Session) -> list[dict[str, Any]]:
    """Stations with when they were last seen and how far their journal is here."""
    rows = select(StationRow).order_by(StationRow.station)
    return [
        {
            "station": row.station,
            "shop": row.shop,
            "lane": row.lane,
            "name": row.name,
            "seen_at": _text(row.seen_at),
            "acknowledged": row.acknowledged,
            "revoked_at": _text(row.revoked_at),
        }
        for row in session.scalars(rows)
    ]


def _told(session: Session, row: SaleRow) -> dict[str, Any]:
    mine = (TenderRow.station == row.station, TenderRow.sale == row.sale)
    tenders = session.scalars(select(TenderRow).where(*mine).order_by(TenderRow.number)).all()
    orders = session.scalars(
        select(OrderRow).where(OrderRow.station == row.station, OrderRow.sale == row.sale).order_by(OrderRow.order)
    ).all()
    entry = session.get(EntryRow, (row.station, row.sequence))
    return {
        "station": row.station,
        "shop": row.shop,
        "sale": row.sale,
        "sequence": row.sequence,
        "receipt_number": row.receipt_number,
        "completed_at": _text(row.completed_at),
        "catalogue_version": row.catalogue_version,
        "currency": row.currency,
        "gross": row.gross,
        "discount": row.discount,
        "total": row.total,
        "link_token": row.link_token,
        "lines": row.document["lines"],
        "tenders": [_tender(session, tender) for tender in tenders],
        "cash_receipt": masked_body(row.document).get("cash_receipt"),
        "orders": _orders(orders),
        "posted": entry.state if entry else "missing",
    }


def _tender(session: Session, tender: TenderRow) -> dict[str, Any]:
    attempt = session.get(AttemptRow, (tender.station, tender.attempt)) if tender.attempt else None
    return {
        "kind": tender.kind,
        "amount": tender.amount,
        "brand": tender.brand,
        "masked_card": tender.masked_card,
        "approval_code": tender.approval_code,
        "attempt": tender.attempt,
        "attempt_state": attempt.state if attempt else "",
    }


def _orders(orders: Sequence[OrderRow]) -> list[dict[str, Any]]:
    return [
        {
            "order": order.order,
            "number": order_number(order.order),
            "kind": order.kind,
            "pickup_shop": order.pickup_shop,
            "state": order.state,
            "paid": order.paid,
            "total": order.total,
        }
        for order in orders
    ]


def _text(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
