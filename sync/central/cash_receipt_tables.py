"""The table of cash receipts that central issues or takes back."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from sync.central.tables import Books


class CashReceiptRow(Books):
    """One request to the service that issues cash receipts: an attempt of its own, named by `own_key`.

    `kind` is issue or revoke, `state` one of `sync.central.cash_receipts.steps.State`. The number it is issued to
    stands only in the journal entry `sequence`, and is read from there when it is needed.
    """

    __tablename__ = "cash_receipt"
    __table_args__ = (Index("cash_receipt_due", "next_at"), Index("cash_receipt_sale", "station", "sale"))
    own_key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    station: Mapped[str]
    shop: Mapped[str]
    sale: Mapped[str]
    sequence: Mapped[int]
    purpose: Mapped[str]
    masked: Mapped[str]
    supply: Mapped[int]
    tax: Mapped[int]
    total: Mapped[int]
    sold_at: Mapped[datetime]
    state: Mapped[str]
    reason: Mapped[str]
    tries: Mapped[int]
    misses: Mapped[int]
    alarmed: Mapped[bool]
    next_at: Mapped[datetime | None]
    confirm_number: Mapped[str]
    trade_date: Mapped[str]
