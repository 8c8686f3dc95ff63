"""One transaction on station.db: what a use case changes together, committed whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.database import benefit_rows, tables
from kiosk.database.attempt_rows import attempt_of_row, row_of_attempt
from kiosk.database.engine import raw_connection
from kiosk.database.errors import ReceiptNumberUnused, SaleConflict
from kiosk.database.journal import JournalRow, append_entry
from kiosk.database.service_ids import service_id
from kiosk.domain.pricing_context import Used
from kiosk.domain.sale import OPEN_STATES, PaymentAttempt, Sale

# Raw on the sale's commit (reliability 3.3: at most 10 ms plus one flush; limits section 4 has the figures):
# the driver keeps them prepared. Everything else goes through SQLAlchemy.
_COUNT = "UPDATE counter SET value = value + 1 WHERE name = ? RETURNING value"
_SALE = "INSERT INTO sale (sale_id, receipt_number, completed_at, total, document) VALUES (?, ?, ?, ?, ?)"
_TENDER = "INSERT INTO sale_tender (attempt_id, sale_id) VALUES (?, ?)"
_MOVE = "INSERT INTO stock_move (sku, quantity, at_us, sequence) VALUES (?, ?, ?, ?)"
_KEEP = "INSERT OR REPLACE INTO kept_cart (slot, document, kept_at) VALUES (1, ?, ?)"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(at: datetime) -> int:
    """Whole microseconds from 1970 UTC to the aware time `at`."""
    past = at - _EPOCH
    return (past.days * 86_400 + past.seconds) * 1_000_000 + past.microseconds


class StationUnitOfWork:
    """The transaction that `work` of the writer gets; it lives as long as that work."""

    def __init__(self, connection: Connection, station: str, now: Callable[[], datetime]) -> None:
        self.connection = connection
        self._cursor: Any = raw_connection(connection).cursor()
        self.station = station
        self._now = now
        self._numbers: set[int] = set()
        self._moves: list[tuple[str, int, int]] = []
        self.appended: list[JournalRow] = []

    def append(self, kind: str, body: Mapping[str, object]) -> int:
        """Add an entry to the journal; raises `ValueError` when `body` is not plain JSON."""
        row = append_entry(self._cursor, self.station, self._now(), kind, body)
        self.appended.append(row)
        return row[0]

    def keep_cart(self, document: str | None, kept_at: datetime | None = None) -> None:
        """Store the open cart, or empty its place."""
        if document is None:
            self._cursor.execute("DELETE FROM kept_cart")
            return
        self._cursor.execute(_KEEP, (document, (kept_at or self._now()).isoformat()))

    def kept_cart(self) -> tuple[str, datetime] | None:
        """The open cart as it was stored, and when."""
        row = self.connection.execute(select(tables.kept_cart)).one_or_none()
        return (row.document, datetime.fromisoformat(row.kept_at)) if row is not None else None

    def next_service_id(self) -> str:
        """A name for a request to the terminal that was never used before."""
        return service_id(self.station, self._count("service"))

    def put_attempt(self, attempt: PaymentAttempt) -> None:
        """Insert an attempt, or replace what is known of it."""
        row = row_of_attempt(attempt)
        statement = insert(tables.attempt).values(row)
        changed = {name: statement.excluded[name] for name in row if name != "attempt_id"}
        self.connection.execute(statement.on_conflict_do_update(index_elements=["attempt_id"], set_=changed))

    def attempts_open(self) -> Sequence[PaymentAttempt]:
        """Attempts whose end is not known yet, oldest first, whatever the clock said."""
        states = sorted(state.value for state in OPEN_STATES)
        wanted = select(tables.attempt).where(tables.attempt.c.state.in_(states)).order_by(tables.attempt.c.position)
        return [attempt_of_row(dict(row)) for row in self.connection.execute(wanted).mappings()]

    def attempt(self, attempt_id: str) -> PaymentAttempt | None:
        """The attempt with this id."""
        wanted = select(tables.attempt).where(tables.attempt.c.attempt_id == attempt_id)
        row = self.connection.execute(wanted).mappings().one_or_none()
        return attempt_of_row(dict(row)) if row is not None else None

    def next_receipt_number(self) -> int:
        """The next number without a gap; the transaction must store its sale."""
        number = self._count("receipt")
        self._numbers.add(number)
        return number

    def put_sale(self, sale: Sale, document: str) -> None:
        """Store the sale; raises `SaleConflict` when an attempt already pays another sale (I-1)."""
        when = sale.completed_at.isoformat()
        try:
            self._cursor.execute(_SALE, (sale.sale_id, sale.receipt_number, when, sale.cart.total, document))
            for tender in sale.tenders:
                if tender.attempt_id:
                    self._cursor.execute(_TENDER, (tender.attempt_id, sale.sale_id))
        except sqlcipher3.IntegrityError as error:
            raise SaleConflict(
                f"sale {sale.sale_id} with receipt number {sale.receipt_number} cannot be stored: {error}"
            ) from error
        self._numbers.discard(sale.receipt_number)

    def sale_of_attempt(self, attempt_id: str) -> str | None:
        """The sale that an approved attempt already belongs to."""
        wanted = select(tables.sale_tender.c.sale_id).where(tables.sale_tender.c.attempt_id == attempt_id)
        return self.connection.execute(wanted).scalar()

    def sale_document(self, sale_id: str) -> str | None:
        """The stored wire document of a sale."""
        return self.connection.execute(select(tables.sale.c.document).where(tables.sale.c.sale_id == sale_id)).scalar()

    def lower_stock(self, sku: str, quantity: int, at: datetime) -> None:
        """Note that this station sold pieces (negative: they came back)."""
        self._moves.append((sku, quantity, microseconds(at)))

    def coupon_sale(self, coupon: str, serial: str) -> str | None:
        """The sale that used this coupon up on this station."""
        return benefit_rows.coupon_sale(self.connection, coupon, serial)

    def use_coupon(self, coupon: str, serial: str, sale_id: str, at: datetime) -> bool:
        """Note that a sale used this coupon up; False when an earlier one did."""
        return benefit_rows.use_coupon(self.connection, coupon, serial, sale_id, at)

    def note_uses(self, sale_id: str, member: str, day: date, uses: Mapping[str, int]) -> None:
        """Note how often a sale applied each promotion."""
        benefit_rows.note_uses(self.connection, sale_id, member, day, uses)

    def promotion_uses(self, member: str, day: date) -> Mapping[str, Used]:
        """How often this station applied each promotion before."""
        return benefit_rows.promotion_uses(self.connection, member, day)

    def put_print_state(self, sale_id: str, state: str) -> None:
        """Remember how far the paper receipt came."""
        statement = insert(tables.print_state).values(sale_id=sale_id, state=state)
        self.connection.execute(
            statement.on_conflict_do_update(index_elements=["sale_id"], set_={"state": statement.excluded.state})
        )

    def print_state(self, sale_id: str) -> str | None:
        """How far the paper receipt of a sale came."""
        wanted = select(tables.print_state.c.state).where(tables.print_state.c.sale_id == sale_id)
        return self.connection.execute(wanted).scalar()

    def value(self, key: str) -> str | None:
        """A small durable value of the station."""
        wanted = select(tables.station_value.c.value).where(tables.station_value.c.key == key)
        return self.connection.execute(wanted).scalar()

    def put_value(self, key: str, value: str) -> None:
        """Keep a small value; the file's owner (`station`) is not to be changed."""
        if key == "station":
            raise ValueError("the station's own id is written once, when the file is made")
        statement = insert(tables.station_value).values(key=key, value=value)
        self.connection.execute(
            statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value})
        )

    def acknowledge(self, sequence: int) -> None:
        """Note that central has confirmed everything up to `sequence`; it never moves back.

        Raises `ValueError` for a number the journal has not reached.
        """
        last = self._cursor.execute("SELECT coalesce(max(sequence), 0) FROM journal").fetchone()[0]
        if not 0 <= sequence <= last:
            raise ValueError(f"central confirmed entry {sequence}, the journal ends at {last}")
        self._set_acknowledged("max(value, ?)", sequence)

    def rewind_acknowledged(self, sequence: int) -> None:
        """Go back to what a restored central still has, so that the rest is sent again (reliability 3.6)."""
        self._set_acknowledged("min(value, ?)", max(sequence, 0))

    def finish(self) -> None:
        """Called before the commit; raises `ReceiptNumberUnused` when a number would be lost (I-5)."""
        if self._numbers:
            numbers = ", ".join(str(number) for number in sorted(self._numbers))
            raise ReceiptNumberUnused(f"receipt number {numbers} was taken but no sale was stored with it")
        # Last, so that each move knows the journal entry it travels with.
        if self._moves:
            last = self._cursor.execute("SELECT coalesce(max(sequence), 0) FROM journal").fetchone()[0]
            self._cursor.executemany(_MOVE, [(*move, last) for move in self._moves])
            self._moves.clear()

    def _count(self, name: str) -> int:
        return int(self._cursor.execute(_COUNT, (name,)).fetchone()[0])

    def _set_acknowledged(self, rule: str, sequence: int) -> None:
        self._cursor.execute(f"UPDATE counter SET value = {rule} WHERE name = 'acknowledged'", (sequence,))  # noqa: S608
