"""Movements of stock, and the one publisher that gives them their position after they were committed.

A sequence taken inside a transaction would let a reader skip a row that commits late. So a movement is
born without a position; the publisher, alone under its lock, numbers what it can see, which is committed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from sync.central.database.engine import transaction
from sync.central.tables import MovementRow, StockLevelRow
from sync.wire.stock import StockAnswer, StockChange

_PUBLISHER_LOCK = 7_201_002
_MOST_AT_ONCE = 20_000
_MOST_CHANGES = 1_000


@dataclass(frozen=True, slots=True)
class Movement:
    """A change of what a shop has; `reference` names its cause, so that it counts once however often it comes."""

    shop: str
    sku: str
    kind: str  # opening, received, sold
    reference: str
    quantity: int
    at: datetime


def move(session: Session, movements: Iterable[Movement]) -> None:
    """Write movements; one that is there already is left as it is."""
    rows = [
        {"shop": m.shop, "sku": m.sku, "kind": m.kind, "reference": m.reference, "quantity": m.quantity, "at": m.at}
        for m in movements
    ]
    for start in range(0, len(rows), 1000):
        session.execute(insert(MovementRow).values(rows[start : start + 1000]).on_conflict_do_nothing())


def publish_movements(engine: Engine) -> int:
    """Number what was committed since and bring the counts up to date; answers how many movements that were.

    When another publisher is at it, waits for its turn, so that the caller sees its own movements published.
    """
    total = 0
    while True:
        with transaction(engine) as session:
            session.execute(select(func.pg_advisory_xact_lock(_PUBLISHER_LOCK)))
            count = int(session.execute(_PUBLISH, {"most": _MOST_AT_ONCE}).scalar_one())
        total += count
        if count < _MOST_AT_ONCE:
            return total


_PUBLISH = text("""
WITH waiting AS (
    SELECT shop, kind, reference, sku FROM stock_movement WHERE position IS NULL
    ORDER BY at, shop, sku, kind, reference LIMIT :most
), numbered AS (
    SELECT waiting.*,
           (SELECT coalesce(max(position), 0) FROM stock_movement)
           + row_number() OVER (ORDER BY shop, sku, kind, reference) AS position
    FROM waiting
), moved AS (
    UPDATE stock_movement AS m SET position = n.position FROM numbered AS n
    WHERE (m.shop, m.kind, m.reference, m.sku) = (n.shop, n.kind, n.reference, n.sku)
    RETURNING m.shop, m.sku, m.quantity, m.at, n.position
), changed AS (
    INSERT INTO stock_level AS l (shop, sku, on_hand, position, counted_at)
    SELECT shop, sku, sum(quantity), max(position), max(at) FROM moved GROUP BY shop, sku
    ON CONFLICT (shop, sku) DO UPDATE SET
        on_hand = l.on_hand + excluded.on_hand,
        position = excluded.position,
        counted_at = greatest(l.counted_at, excluded.counted_at)
)
SELECT count(*) FROM moved
""")


def stock_after(session: Session, position: int) -> StockAnswer:
    """Counts that changed after `position`, at most 1,000 at a time, in the order of their last movement."""
    rows = session.scalars(
        select(StockLevelRow)
        .where(StockLevelRow.position > position)
        .order_by(StockLevelRow.position)
        .limit(_MOST_CHANGES + 1)
    ).all()
    changes = tuple(
        StockChange(position=r.position, shop=r.shop, sku=r.sku, on_hand=r.on_hand, counted_at=r.counted_at)
        for r in rows[:_MOST_CHANGES]
    )
    last = changes[-1].position if changes else position
    return StockAnswer(changes=changes, position=last, more=len(rows) > _MOST_CHANGES)


def stock_position(session: Session) -> int:
    """The position of the newest published movement."""
    return session.scalar(select(func.coalesce(func.max(StockLevelRow.position), 0))) or 0
