"""Tables of what checkouts say of themselves, and of parked carts."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from sync.central.tables import Books


class LaneRow(Books):
    """What a station said of itself last."""

    __tablename__ = "lane_state"
    station: Mapped[str] = mapped_column(primary_key=True)
    shop: Mapped[str]
    lane: Mapped[str]
    takes_cards: Mapped[bool]
    is_open: Mapped[bool]
    seen_at: Mapped[datetime]


class ParkedCartRow(Books):
    """A cart that waits, or was taken up; `document` is what its station wrote into its journal."""

    __tablename__ = "parked_cart"
    __table_args__ = (Index("parked_cart_number", "shop", "number"),)
    station: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shop: Mapped[str]
    number: Mapped[str]
    until: Mapped[datetime]
    taken_by: Mapped[str]
    taken_at: Mapped[datetime | None]
    document: Mapped[dict[str, Any]]
