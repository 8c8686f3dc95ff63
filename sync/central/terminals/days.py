"""The closings of terminals' days: both sums as a station wrote them down, and where they differ."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from kiosk.domain.reconcile import DaySums, against_sums
from sync.central.tables import TerminalDayRow
from sync.wire.terminal import TerminalTotalsDocument


def put_day(session: Session, totals: TerminalTotalsDocument, *, station: str, shop: str, sequence: int) -> None:
    """Write a closing into the books, once; a try that is followed by another says nothing and is left out."""
    if not totals.known and not totals.last:
        return
    table = TerminalDayRow.__table__
    assert isinstance(table, Table)  # noqa: S101  # the declarative class promises less than it gives
    values = {
        "station": station,
        "sequence": sequence,
        "shop": shop,
        "asked_at": totals.asked_at,
        "terminal": totals.amount if totals.known else None,
        "own": totals.own.amount,
        "currency": totals.currency or totals.own.currency,
        "own_currency": totals.own.currency,
        "in_review": totals.own.in_review,
        "terminal_id": totals.terminal_id,
        "message": totals.message,
    }
    session.execute(insert(table).values(**values).on_conflict_do_nothing())


def day_differences(session: Session, time_zone: str) -> Iterator[tuple[str, str]]:
    """Station and sentence of each closing whose sums differ, or whose terminal did not say its own."""
    zone = ZoneInfo(time_zone)
    for row in session.scalars(select(TerminalDayRow).order_by(TerminalDayRow.station, TerminalDayRow.sequence)):
        sums = DaySums(
            sequence=row.sequence,
            day=row.asked_at.astimezone(zone).date().isoformat(),
            terminal=row.terminal,
            station=row.own,
            currency=row.currency,
            station_currency=row.own_currency,
            in_review=row.in_review,
            message=row.message,
        )
        for found in against_sums([sums]):
            yield row.station, found.what


def days_report(session: Session, *, most: int = 100) -> list[dict[str, Any]]:
    """The newest closings whose sums differ or are not known, each ready for JSON."""
    table = TerminalDayRow
    differs = table.terminal.is_(None) | (table.terminal != table.own)
    # A terminal that says no currency counts in the station's.
    foreign = (table.own_currency != "") & (table.currency != table.own_currency)
    rows = session.scalars(select(table).where(differs | foreign).order_by(table.asked_at.desc()).limit(most))
    return [
        {
            "station": row.station,
            "sequence": row.sequence,
            "asked_at": row.asked_at.isoformat(),
            "terminal": row.terminal,
            "own": row.own,
            "currency": row.currency,
            "own_currency": row.own_currency or row.currency,
            "in_review": row.in_review,
            "message": row.message,
        }
        for row in rows
    ]
