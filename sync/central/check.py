"""Goes through the books and names every difference: I-1, I-2, I-4 to I-6, I-8, I-9, I-13, coupons used twice."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from sync.central.ledgers.difference import Difference
from sync.central.tables import AlarmRow, EntryRow, StationRow
from sync.central.terminals.days import day_differences
from sync.wire.journal import FIRST_PREVIOUS, JournalEntry, entry_hash


def check_books(session: Session) -> list[Difference]:
    """Every difference in the books, none when all is well; parked entries show up as what is missing."""
    rules: tuple[Callable[[Session], Iterator[Difference]], ...] = (
        _attempts_and_sales,
        _money,
        _terminal_days,
        _open_attempts,
        _once,
        _coupons,
        _prices,
        _vouchers,
        _receipt_numbers,
        _stock,
        _chains,
    )
    return [difference for rule in rules for difference in rule(session)]


def _attempts_and_sales(session: Session) -> Iterator[Difference]:
    """I-1: every approved attempt belongs to exactly one sale, every tender to exactly one attempt.

    A part that was taken and neither completed nor given back within an hour waits for somebody.
    """
    owners = """
        SELECT a.station, a.attempt, a.charged, count(t.sale) AS sales
        FROM payment_attempt a LEFT JOIN sale_tender t ON (t.station, t.attempt) = (a.station, a.attempt)
        WHERE a.state = 'approved' GROUP BY a.station, a.attempt, a.charged HAVING count(t.sale) <> 1
    """
    for row in _rows(session, owners):
        what = f"approved attempt {row.attempt} over {row.charged} belongs to {row.sales} sales"
        yield Difference("I-1", row.station, what)
    tenders = """
        SELECT t.station, t.sale, t.attempt, a.state FROM sale_tender t
        LEFT JOIN payment_attempt a ON (t.station, t.attempt) = (a.station, a.attempt)
        WHERE a.state IS DISTINCT FROM 'approved'
    """
    for row in _rows(session, tenders):
        known = f"is {row.state}" if row.state else "is not in the books"
        yield Difference("I-1", row.station, f"sale {row.sale} is paid by attempt {row.attempt!r}, which {known}")
    left = """
        SELECT station, attempt, charged FROM payment_attempt
        WHERE state = 'taken' AND at < now() - interval '1 hour' ORDER BY station, attempt
    """
    for row in _rows(session, left):
        what = f"attempt {row.attempt} took {row.charged} of a sale that is neither complete nor given back"
        yield Difference("I-1", row.station, what)


def _money(session: Session) -> Iterator[Difference]:
    """I-2: what was approved is what the sales' tenders say, per station and day; and line sums hold."""
    days = """
        SELECT station, day, sum(approved) AS approved, sum(tendered) AS tendered FROM (
            SELECT station, (at AT TIME ZONE 'Asia/Seoul')::date AS day, charged AS approved, 0 AS tendered
            FROM payment_attempt WHERE state = 'approved'
            UNION ALL
            SELECT s.station, (coalesce(a.at, s.completed_at) AT TIME ZONE 'Asia/Seoul')::date, 0, t.amount
            FROM sale_tender t JOIN sale s USING (station, sale)
            LEFT JOIN payment_attempt a ON (t.station, t.attempt) = (a.station, a.attempt)
        ) AS both_sides GROUP BY station, day HAVING sum(approved) <> sum(tendered) ORDER BY station, day
    """
    for row in _rows(session, days):
        what = f"on {row.day} attempts approved {row.approved}, tenders make {row.tendered}"
        yield Difference("I-2", row.station, what)
    sums = """
        SELECT station, sale, total, rounding, paid FROM (
            SELECT s.station, s.sale, s.total, coalesce((s.document ->> 'rounding')::bigint, 0) AS rounding,
                   (SELECT coalesce(sum(t.amount), 0) FROM sale_tender t
                    WHERE (t.station, t.sale) = (s.station, s.sale)) AS paid
            FROM sale s
        ) AS sums WHERE paid <> total + rounding
    """
    for row in _rows(session, sums):
        over = f"{row.total}, rounded by {row.rounding}" if row.rounding else f"{row.total}"
        yield Difference("I-2", row.station, f"sale {row.sale} is over {over}, its tenders make {row.paid}")


def _terminal_days(session: Session) -> Iterator[Difference]:
    """I-2: what a terminal counted in its day is what its station did (payment protocol, rule 9)."""
    for station, what in day_differences(session, "Asia/Seoul"):
        yield Difference("I-2", station, what)


def _open_attempts(session: Session) -> Iterator[Difference]:
    """I-9: a payment or reversal that was sent an hour ago and whose end nobody told."""
    left = """
        SELECT station, attempt, state, amount FROM payment_attempt
        WHERE state IN ('sent', 'unknown', 'reversing') AND at < now() - interval '1 hour' ORDER BY station, attempt
    """
    for row in _rows(session, left):
        yield Difference("I-9", row.station, f"attempt {row.attempt} over {row.amount} is {row.state} without an end")


def _once(session: Session) -> Iterator[Difference]:
    """I-4: each sale of the journals is in the books, and nothing else; contradictions were alarmed."""
    missing = """
        SELECT e.station, e.sequence, e.state, e.reason FROM journal_entry e
        LEFT JOIN sale s ON (s.station, s.sequence) = (e.station, e.sequence)
        WHERE e.kind = 'sale.completed' AND s.sale IS NULL ORDER BY e.station, e.sequence
    """
    for row in _rows(session, missing):
        why = f": {row.reason}" if row.reason else ""
        yield Difference("I-4", row.station, f"entry {row.sequence} is a sale that is {row.state}, not booked{why}")
    foreign = """
        SELECT s.station, s.sale, s.sequence FROM sale s
        LEFT JOIN journal_entry e ON (s.station, s.sequence) = (e.station, e.sequence)
        WHERE e.kind IS DISTINCT FROM 'sale.completed'
    """
    for row in _rows(session, foreign):
        yield Difference("I-4", row.station, f"sale {row.sale} is booked, but entry {row.sequence} is no sale")
    changed = select(AlarmRow).where(AlarmRow.kind == "changed").order_by(AlarmRow.alarm)
    for alarm in session.scalars(changed):
        yield Difference("I-4", alarm.station, f"a second, different entry {alarm.sequence} came and was refused")


def _vouchers(session: Session) -> Iterator[Difference]:
    """A voucher pays once, whichever stations it was shown at: each of them knows its own uses only."""
    doubles = """
        SELECT approval_code, max(station) AS station,
               string_agg(station || '/' || sale, ', ' ORDER BY station, sale) AS sales
        FROM sale_tender WHERE kind = 'voucher' GROUP BY approval_code HAVING count(*) > 1 ORDER BY approval_code
    """
    for row in _rows(session, doubles):
        yield Difference("voucher", row.station, f"voucher {row.approval_code} paid the sales {row.sales}")


def _coupons(session: Session) -> Iterator[Difference]:
    """A coupon of single use pays once; stations that are offline cannot know of each other's."""
    doubles = """
        SELECT coupon, serial, max(station) AS station,
               string_agg(station || '/' || sale, ', ' ORDER BY at, station, sale) AS sales
        FROM coupon_use GROUP BY coupon, serial HAVING count(*) > 1 ORDER BY coupon, serial
    """
    for row in _rows(session, doubles):
        what = f"coupon {row.coupon} with serial {row.serial} was used by the sales {row.sales}"
        yield Difference("coupon", row.station, what)


def _prices(session: Session) -> Iterator[Difference]:
    """I-13: what was charged is what central makes of it by the same catalogue (`baro central prices` tells more)."""
    differing = """
        SELECT c.station, c.sale, d.what FROM price_check c JOIN price_difference d USING (station, sequence)
        WHERE c.state = 'different' AND d.number = 1 ORDER BY c.station, c.sequence
    """
    for row in _rows(session, differing):
        yield Difference("I-13", row.station, f"sale {row.sale}: {row.what}")


def _receipt_numbers(session: Session) -> Iterator[Difference]:
    """I-5: receipt numbers of a station have no gap."""
    gaps = """
        SELECT station, previous, receipt_number FROM (
            SELECT station, receipt_number,
                   coalesce(lag(receipt_number) OVER (PARTITION BY station ORDER BY receipt_number), 0) AS previous
            FROM sale
        ) AS numbers WHERE receipt_number <> previous + 1 ORDER BY station, receipt_number
    """
    for row in _rows(session, gaps):
        yield Difference("I-5", row.station, f"receipt {row.receipt_number} follows {row.previous}")


def _stock(session: Session) -> Iterator[Difference]:
    """I-6: on hand is the sum of the movements."""
    sums = """
        SELECT coalesce(l.shop, m.shop) AS shop, coalesce(l.sku, m.sku) AS sku, l.on_hand, m.moved
        FROM stock_level l FULL JOIN (
            SELECT shop, sku, sum(quantity) AS moved FROM stock_movement WHERE position IS NOT NULL GROUP BY shop, sku
        ) m ON (l.shop, l.sku) = (m.shop, m.sku) WHERE l.on_hand IS DISTINCT FROM m.moved
    """
    for row in _rows(session, sums):
        yield Difference("I-6", row.shop, f"{row.sku}: {row.on_hand} on hand, movements make {row.moved}")
    sold = """
        SELECT l.station, l.sale, l.line, l.quantity, coalesce(sum(-m.quantity), 0) AS moved FROM sale_line l
        LEFT JOIN stock_movement m ON m.kind = 'sold' AND m.reference = l.station || '/' || l.sale || '/' || l.line
        GROUP BY l.station, l.sale, l.line, l.quantity HAVING coalesce(sum(-m.quantity), 0) <> l.quantity
    """
    for row in _rows(session, sold):
        what = f"line {row.line} of sale {row.sale} sold {row.quantity}, stock moved by {row.moved}"
        yield Difference("I-6", row.station, what)


def _chains(session: Session) -> Iterator[Difference]:
    """I-8: each journal is whole from entry 1 to the acknowledged one, every hash right."""
    for station in session.scalars(select(StationRow).order_by(StationRow.station)):
        position, previous = 0, FIRST_PREVIOUS
        entries = select(EntryRow).where(EntryRow.station == station.station).order_by(EntryRow.sequence)
        for row in session.scalars(entries.execution_options(yield_per=500)):
            fault = _link_fault(row, position, previous)
            if fault:
                yield Difference("I-8", station.station, fault)
            position, previous = row.sequence, row.hash
        if (position, previous) != (station.acknowledged, station.last_hash):
            what = f"the journal ends at entry {position}, central acknowledged {station.acknowledged}"
            yield Difference("I-8", station.station, what)
    orphans = select(EntryRow.station, func.count()).where(EntryRow.station.not_in(select(StationRow.station)))
    for name, count in session.execute(orphans.group_by(EntryRow.station)):
        yield Difference("I-8", name, f"{count} entries of a station that is not known")


def _link_fault(row: EntryRow, position: int, previous: str) -> str:
    if row.sequence != position + 1:
        return f"entry {row.sequence} follows entry {position}"
    if row.previous != previous:
        return f"entry {row.sequence} does not name the hash of entry {position}"
    body: dict[str, Any] = json.loads(row.body)
    told = {"station": row.station, "sequence": row.sequence, "at": row.at_text, "kind": row.kind, "body": body}
    entry = JournalEntry.model_validate(told | {"previous": row.previous, "hash": row.hash})
    if entry_hash(entry.station, entry.sequence, entry.at, entry.kind, entry.body, entry.previous) != row.hash:
        return f"entry {row.sequence} does not have the hash of its content"
    return ""


def _rows(session: Session, statement: str) -> Any:
    return session.execute(text(statement)).all()
