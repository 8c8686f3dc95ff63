"""The attempts that were made last, for the technician."""

from sqlalchemy import select

from kiosk.database import tables
from kiosk.database.attempt_rows import attempt_of_row
from kiosk.database.engine import StationDatabase
from kiosk.domain.sale import PaymentAttempt


def last_attempts(database: StationDatabase, count: int) -> tuple[PaymentAttempt, ...]:
    """The newest attempts that asked a terminal or host, the newest first; on a connection of its own."""
    wanted = (
        select(tables.attempt)
        .where(tables.attempt.c.service_id != "")
        .order_by(tables.attempt.c.position.desc())
        .limit(count)
    )
    with database.connect() as connection:
        return tuple(attempt_of_row(dict(row)) for row in connection.execute(wanted).mappings())
