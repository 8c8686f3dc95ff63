"""The feed of what changed in the catalogues, and the one publisher that gives positions after the commit.

A sequence taken inside a transaction would let a reader skip a row that commits late. So triggers write a row
without a position; `number_changes`, alone under its lock, numbers what it can see, which is committed. Counts of
stock are not in this feed: they have one of their own (`sync.central.stock`) that is made in the same way.
"""

from collections.abc import Sequence

from sqlalchemy import Engine, delete, func, select, text
from sqlalchemy.orm import Session

from sync.central.catalogue_tables import CatalogueChangeRow
from sync.central.database.engine import transaction

EVERYTHING = "*"
_NUMBERING_LOCK = 7_201_003
_MOST_AT_ONCE = 50_000

_NUMBER = text("""
WITH waiting AS (
    SELECT change FROM catalogue_change WHERE position IS NULL ORDER BY change LIMIT :most
), numbered AS MATERIALIZED (
    SELECT change, nextval('catalogue_position') AS position FROM waiting
), told AS (
    UPDATE catalogue_change AS c SET position = n.position FROM numbered AS n WHERE c.change = n.change
    RETURNING 1
)
SELECT count(*) FROM told
""")


def number_changes(engine: Engine) -> int:
    """Number what was committed since; answers how many changes that were.

    When another process is at it, waits for its turn, so that the caller sees its own changes numbered.
    """
    total = 0
    while True:
        with transaction(engine) as session:
            session.execute(select(func.pg_advisory_xact_lock(_NUMBERING_LOCK)))
            count = int(session.execute(_NUMBER, {"most": _MOST_AT_ONCE}).scalar_one())
        total += count
        if count < _MOST_AT_ONCE:
            return total


def changes_after(session: Session, position: int, most: int = 1_000) -> Sequence[CatalogueChangeRow]:
    """Numbered changes behind a position, in their order; nothing can come between them later."""
    rows = (
        select(CatalogueChangeRow)
        .where(CatalogueChangeRow.position > position)
        .order_by(CatalogueChangeRow.position)
        .limit(most)
    )
    return session.scalars(rows).all()


def newest_position(session: Session) -> int:
    """The position of the newest numbered change; 0 when there is none."""
    return session.scalar(select(func.max(CatalogueChangeRow.position))) or 0


def forget_changes(session: Session, until: int) -> None:
    """Let go of changes up to a position that every shop's catalogue has reached."""
    session.execute(delete(CatalogueChangeRow).where(CatalogueChangeRow.position <= until))
