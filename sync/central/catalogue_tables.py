"""Tables of what the shops sell and who works there, from which catalogues are published."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from sync.central.tables import Books


class ItemRow(Books):
    """An item of the chain, one column for each of the catalogue file's; `rank` 1 sells best."""

    __tablename__ = "item"
    sku: Mapped[str] = mapped_column(primary_key=True)
    rank: Mapped[int] = mapped_column(index=True)
    gtin: Mapped[int | None] = mapped_column(index=True)
    name_ko: Mapped[str]
    name_en: Mapped[str]
    name_ja: Mapped[str]
    name_zh: Mapped[str]
    unit_price: Mapped[int]
    tax: Mapped[str]
    sold_by: Mapped[str]
    member_price: Mapped[int | None]
    plu: Mapped[str]
    maker: Mapped[str]
    brand: Mapped[str]
    category: Mapped[str]
    net_content: Mapped[str]
    unit: Mapped[str]
    age_limit: Mapped[int]
    place: Mapped[str]
    seller: Mapped[str]
    shipping: Mapped[int]
    pickup: Mapped[int]
    in_store: Mapped[int]
    returnable_days: Mapped[int]
    picture: Mapped[str]
    tile: Mapped[str]
    flags: Mapped[str]
    blocked: Mapped[str]
    groups: Mapped[str] = mapped_column(server_default="")
    deposit: Mapped[int] = mapped_column(server_default=text("0"))


class PromotionRow(Books):
    """A promotion as JSON (sync.wire.promotion)."""

    __tablename__ = "promotion"
    promotion: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class RestrictionRow(Books):
    """What may not be sold to everybody or in every way, as JSON (sync.wire.rule_text)."""

    __tablename__ = "restriction"
    restriction: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class RecallRow(Books):
    """Packs that may not be sold, as JSON (sync.wire.rule_text)."""

    __tablename__ = "recall"
    recall: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class PlaceRow(Books):
    """A place on a shop's map."""

    __tablename__ = "place"
    shop: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class StaffRow(Books):
    """Who may sign in at a shop's stations."""

    __tablename__ = "staff"
    shop: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    pin_check: Mapped[str]


class MemberRow(Books):
    """A member's code; only its keyed hash leaves central."""

    __tablename__ = "member"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class TemplateRow(Books):
    """How in-store numbers with a prefix are laid out."""

    __tablename__ = "in_store_template"
    prefix: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    item_digits: Mapped[int]
    value_digits: Mapped[int]
    inner_check: Mapped[str]
    decimals: Mapped[int | None]


class PriceRow(Books):
    """What an item costs from a moment on, in one shop or (`shop` "") in all that have no price of their own."""

    __tablename__ = "price"
    shop: Mapped[str] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(primary_key=True)
    effective_at: Mapped[datetime] = mapped_column(primary_key=True, index=True)
    unit_price: Mapped[int]
    member_price: Mapped[int | None]


class CatalogueChangeRow(Books):
    """Something that catalogues are made of has changed; `position` is given after the commit, by one publisher.

    Written by triggers of the tables above, in the transaction that changes them. `shop` "" concerns every shop,
    `subject` "*" stands for everything of a kind.
    """

    __tablename__ = "catalogue_change"
    change: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str]  # item, price, promotion, restriction, recall, shop, place, staff, member, template
    shop: Mapped[str]
    subject: Mapped[str]
    position: Mapped[int | None] = mapped_column(unique=True)
    __table_args__ = (
        Index("catalogue_change_new", "change", postgresql_where=text("position IS NULL")),
        Index("catalogue_change_shop", "shop", "position"),
    )


class CatalogueVersionRow(Books):
    """A published catalogue of one shop; never changed."""

    __tablename__ = "catalogue_version"
    shop: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sha256: Mapped[str]
    size: Mapped[int]
    items: Mapped[int]
    published_at: Mapped[datetime]
    signed_head: Mapped[dict[str, Any]]
    refused: Mapped[dict[str, Any]]
