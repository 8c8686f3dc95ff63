"""Tables of central's books; station and shop are in every key that a station or shop has.

What catalogues are made of has its tables in `catalogue_tables`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Books(DeclarativeBase):
    """All tables; times are aware, amounts are minor units."""

    type_annotation_map = {  # noqa: RUF012  # SQLAlchemy reads it from the class
        str: Text,
        int: BigInteger,
        datetime: DateTime(timezone=True),
        bytes: LargeBinary,
        dict[str, Any]: JSONB,
    }


class ShopRow(Books):
    """A building or the warehouse; `staff_secret` goes to its stations at enrolment and nowhere else."""

    __tablename__ = "shop"
    shop: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    is_warehouse: Mapped[bool]
    staff_secret: Mapped[bytes]


class StationRow(Books):
    """A kiosk with its key, and how far its journal has arrived."""

    __tablename__ = "station"
    station: Mapped[str] = mapped_column(primary_key=True)
    shop: Mapped[str]
    lane: Mapped[str]
    name: Mapped[str]
    public_key: Mapped[bytes] = mapped_column(unique=True)
    enrolled_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    acknowledged: Mapped[int] = mapped_column(server_default=text("0"))
    last_hash: Mapped[str]


class EnrolmentCodeRow(Books):
    """A one-time code, kept as a hash."""

    __tablename__ = "enrolment_code"
    code_hash: Mapped[bytes] = mapped_column(primary_key=True)
    shop: Mapped[str]
    lane: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    station: Mapped[str | None]


class NonceRow(Books):
    """A number that a station has used; kept as long as its signature would still be accepted."""

    __tablename__ = "request_nonce"
    station: Mapped[str] = mapped_column(primary_key=True)
    nonce: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(index=True)


class EntryRow(Books):
    """A journal entry as it came; `state` is stored, posted or parked."""

    __tablename__ = "journal_entry"
    station: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    shop: Mapped[str]
    at: Mapped[datetime]
    kind: Mapped[str]
    body: Mapped[str]  # the JSON text; JSONB would change numbers and the order of keys
    at_text: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(server_default="stored")
    reason: Mapped[str] = mapped_column(server_default="")
    posted_at: Mapped[datetime | None]
    __table_args__ = (
        CheckConstraint("state IN ('stored', 'posted', 'parked')", name="entry_state"),
        Index("journal_entry_open", "station", "sequence", postgresql_where=text("state <> 'posted'")),
    )


class AlarmRow(Books):
    """Something about a station's journal that a person must look at."""

    __tablename__ = "journal_alarm"
    alarm: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    station: Mapped[str]
    shop: Mapped[str]
    sequence: Mapped[int]
    kind: Mapped[str]
    detail: Mapped[str]
    refused: Mapped[str]
    at: Mapped[datetime]


class SaleRow(Books):
    """A completed sale with its whole document."""

    __tablename__ = "sale"
    station: Mapped[str] = mapped_column(primary_key=True)
    sale: Mapped[str] = mapped_column(primary_key=True)
    shop: Mapped[str]
    sequence: Mapped[int]
    receipt_number: Mapped[int]
    catalogue_version: Mapped[int]
    completed_at: Mapped[datetime] = mapped_column(index=True)
    currency: Mapped[str]
    gross: Mapped[int]
    discount: Mapped[int]
    total: Mapped[int]
    member: Mapped[str]
    language: Mapped[str]
    link_token: Mapped[str] = mapped_column(unique=True)
    document: Mapped[dict[str, Any]]
    __table_args__ = (UniqueConstraint("station", "receipt_number"), UniqueConstraint("station", "sequence"))


class SaleLineRow(Books):
    """One line of a sale."""

    __tablename__ = "sale_line"
    station: Mapped[str] = mapped_column(primary_key=True)
    sale: Mapped[str] = mapped_column(primary_key=True)
    line: Mapped[str] = mapped_column(primary_key=True)
    shop: Mapped[str]
    sku: Mapped[str] = mapped_column(index=True)
    quantity: Mapped[int]
    grams: Mapped[int | None]
    unit_price: Mapped[int]
    gross: Mapped[int]
    net: Mapped[int]
    tax: Mapped[str]
    fulfilment: Mapped[str]
    __table_args__ = (ForeignKeyConstraint(["station", "sale"], ["sale.station", "sale.sale"]),)


class TenderRow(Books):
    """One way a sale was paid."""

    __tablename__ = "sale_tender"
    station: Mapped[str] = mapped_column(primary_key=True)
    sale: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shop: Mapped[str]
    kind: Mapped[str]
    amount: Mapped[int]
    attempt: Mapped[str]
    brand: Mapped[str]
    masked_card: Mapped[str]
    approval_code: Mapped[str]
    __table_args__ = (ForeignKeyConstraint(["station", "sale"], ["sale.station", "sale.sale"]),)


class CouponUseRow(Books):
    """A sale that used up a coupon of single use; two rows of one serial number are a double."""

    __tablename__ = "coupon_use"
    coupon: Mapped[str] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(primary_key=True)
    station: Mapped[str] = mapped_column(primary_key=True)
    sale: Mapped[str] = mapped_column(primary_key=True)
    shop: Mapped[str]
    at: Mapped[datetime]


class AttemptRow(Books):
    """One try at a payment terminal, as its last journal entry tells it."""

    __tablename__ = "payment_attempt"
    station: Mapped[str] = mapped_column(primary_key=True)
    attempt: Mapped[str] = mapped_column(primary_key=True)
    shop: Mapped[str]
    sale: Mapped[str]
    sequence: Mapped[int]
    state: Mapped[str]
    amount: Mapped[int]
    charged: Mapped[int]
    currency: Mapped[str]
    at: Mapped[datetime]
    document: Mapped[dict[str, Any]]


class TerminalDayRow(Books):
    """What a terminal counted at the end of its day, None when it did not say, and what its station did."""

    __tablename__ = "terminal_day"
    station: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shop: Mapped[str]
    asked_at: Mapped[datetime]
    terminal: Mapped[int | None]
    own: Mapped[int]
    currency: Mapped[str]
    own_currency: Mapped[str]
    in_review: Mapped[int]
    terminal_id: Mapped[str]
    message: Mapped[str]


class PriceCheckRow(Books):
    """Whether a sale, or orders that were kept, cost what central makes of them; `state` is waiting at first."""

    __tablename__ = "price_check"
    station: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shop: Mapped[str]
    sale: Mapped[str]
    catalogue_version: Mapped[int]
    state: Mapped[str]
    reason: Mapped[str] = mapped_column(server_default="")
    checked_at: Mapped[datetime | None]
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'same', 'different', 'not_checked')", name="price_check_state"),
        Index("price_check_waiting", "shop", "catalogue_version", postgresql_where=text("state = 'waiting'")),
        Index("price_check_told", "checked_at", postgresql_where=text("state IN ('different', 'not_checked')")),
    )


class PriceDifferenceRow(Books):
    """One difference between what a station charged and what central makes of it; the sale stays as it is."""

    __tablename__ = "price_difference"
    station: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shop: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str]
    charged: Mapped[int | None]
    expected: Mapped[int | None]
    what: Mapped[str]
    __table_args__ = (ForeignKeyConstraint(["station", "sequence"], ["price_check.station", "price_check.sequence"]),)


class MovementRow(Books):
    """A change of stock; `position` is given after the commit, by the one publisher."""

    __tablename__ = "stock_movement"
    shop: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)  # opening, received, counted, sold
    reference: Mapped[str] = mapped_column(primary_key=True)  # such as station/sale/line: never counted twice
    sku: Mapped[str] = mapped_column(primary_key=True)
    quantity: Mapped[int]
    at: Mapped[datetime]
    position: Mapped[int | None] = mapped_column(unique=True)
    __table_args__ = (Index("stock_movement_new", "at", postgresql_where=text("position IS NULL")),)


class StockLevelRow(Books):
    """What a shop has of an item after all movements up to `position`."""

    __tablename__ = "stock_level"
    shop: Mapped[str] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(primary_key=True)
    on_hand: Mapped[int]
    position: Mapped[int] = mapped_column(index=True)
    counted_at: Mapped[datetime]


class OrderRow(Books):
    """What is to be shipped or kept ready, once for each order of a sale."""

    __tablename__ = "customer_order"
    station: Mapped[str] = mapped_column(primary_key=True)
    sale: Mapped[str] = mapped_column(primary_key=True)
    order: Mapped[str] = mapped_column("order_id", primary_key=True)
    shop: Mapped[str]
    kind: Mapped[str]
    pickup_shop: Mapped[str]
    state: Mapped[str]  # needs_address, confirmed, kept, ended
    paid: Mapped[bool]
    fee: Mapped[int]
    total: Mapped[int]
    currency: Mapped[str]
    link_token: Mapped[str] = mapped_column(index=True)
    created_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    document: Mapped[dict[str, Any]]


class OrderEventRow(Books):
    """What happened to an order, in words a person reads; no personal data."""

    __tablename__ = "order_event"
    event: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    station: Mapped[str]
    sale: Mapped[str]
    order: Mapped[str] = mapped_column("order_id")
    state: Mapped[str]
    at: Mapped[datetime]
    __table_args__ = (Index("order_event_order", "station", "sale", "order_id"),)


class AddressRow(Books):
    """Where a shipment goes; personal data, kept apart from everything else."""

    __tablename__ = "order_address"
    station: Mapped[str] = mapped_column(primary_key=True)
    sale: Mapped[str] = mapped_column(primary_key=True)
    order: Mapped[str] = mapped_column("order_id", primary_key=True)
    name: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    given_at: Mapped[datetime]
