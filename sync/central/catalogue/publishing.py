"""Makes a numbered, immutable, signed catalogue version for a shop."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, StaffMember, StockCount
from kiosk.domain.country import CountryError, profile_for
from kiosk.domain.in_store_number import InnerCheck, InStoreTemplate, TemplateKind
from sync.central.catalogue.rules import promotions_of, recalls_of, restrictions_of
from sync.central.catalogue.snapshot import write_snapshot
from sync.central.catalogue.validation import Refusals, publishable
from sync.central.catalogue_tables import (
    CatalogueVersionRow,
    ItemRow,
    MemberRow,
    PlaceRow,
    StaffRow,
    TemplateRow,
)
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.tables import ShopRow, StockLevelRow
from sync.wire import catalogue_file as file
from sync.wire.catalogue import HeadDocument, sign_head
from sync.wire.shop_secret import member_hash

_PUBLISHING_LOCK = 7_201_003
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Published:
    """A new version: how many items it holds and what was left out, with reasons."""

    shop: str
    version: int
    sha256: str
    size: int
    items: int
    refused: Mapping[str, str]
    refused_count: int


def publish(
    engine: Engine,
    key: Ed25519PrivateKey,
    folder: Path,
    *,
    now: datetime,
    shop: str | None = None,
) -> list[Published]:
    """Publish the catalogue as it stands, for one shop or for all; all get the same new number.

    Each shop's country gives currency and tax. Rows that may not be sold are left out and named; the others go
    on. Raises `Refused`: 404 when the shop is unknown or no shop is there, 422 when its country is not usable.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with transaction(engine) as session:
        # One publisher at a time: numbers have no gap, and a reader never sees a half-made set.
        session.execute(select(func.pg_advisory_xact_lock(_PUBLISHING_LOCK)))
        shops = session.scalars(select(ShopRow).order_by(ShopRow.shop)).all()
        wanted = [row for row in shops if shop in (None, row.shop)]
        if not wanted:
            raise Refused(404, "unknown shop", f"there is no shop {shop!r} to publish for; load the shops first")
        version = 1 + (session.scalar(select(func.max(CatalogueVersionRow.version))) or 0)
        heads = [_head(row, version, now) for row in wanted]
        return [_publish_for(session, key, folder, row, head) for row, head in zip(wanted, heads, strict=True)]


def _head(row: ShopRow, version: int, now: datetime) -> CatalogueHead:
    shop = file.shop_from_text(row.shop, row.body)
    try:
        profile = profile_for(shop.country, shop.tax_rates)
    except CountryError as error:
        raise Refused(422, "country not usable", f"shop {shop.shop_id}: {error}") from error
    tax = profile.tax
    return CatalogueHead(
        version,
        shop.shop_id,
        profile.currency,
        now,
        tax.rates,
        tax.mode,
        tax.rounding,
        tax.fraction,
        profile.cash,
        profile.code,
    )


def _publish_for(
    session: Session, key: Ed25519PrivateKey, folder: Path, shop: ShopRow, head: CatalogueHead
) -> Published:
    refusals = Refusals()
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as making:
        raw = Path(making) / "catalogue.db"
        count = _write(session, raw, shop, head, refusals)
        packed, sha256 = _pack(raw, Path(making) / "catalogue.db.zst")
        size, raw_size = packed.stat().st_size, raw.stat().st_size
        os.replace(packed, file_path(folder, sha256))
    told = HeadDocument(
        version=head.version,
        shop=shop.shop,
        sha256=sha256,
        size=size,
        raw_size=raw_size,
        published_at=head.published_at,
    )
    session.add(
        CatalogueVersionRow(
            shop=shop.shop,
            version=head.version,
            sha256=sha256,
            size=size,
            items=count,
            published_at=head.published_at,
            signed_head=sign_head(told, key).model_dump(),
            refused=refusals.named,
        )
    )
    return Published(shop.shop, head.version, sha256, size, count, refusals.named, refusals.count)


def _write(session: Session, raw: Path, shop: ShopRow, head: CatalogueHead, refusals: Refusals) -> int:
    """The file of one shop from what the tables hold; answers how many items it has."""
    return write_snapshot(
        raw,
        head,
        publishable(_items(session), frozenset(head.tax_rates), _shared_gtins(session), refusals),
        promotions=promotions_of(session, refusals),
        restrictions=restrictions_of(session, refusals),
        recalls=recalls_of(session, refusals),
        shops=[file.shop_from_text(r.shop, r.body) for r in session.scalars(select(ShopRow))],
        places=[
            file.place_from_text(r.place, r.body)
            for r in session.scalars(select(PlaceRow).where(PlaceRow.shop == shop.shop))
        ],
        staff=[
            StaffMember(r.person, r.name, r.role, r.pin_check)
            for r in session.scalars(select(StaffRow).where(StaffRow.shop == shop.shop))
        ],
        stock=_stock(session),
        templates=_templates(session),
        members=(member_hash(shop.staff_secret, code) for code in session.scalars(select(MemberRow.code))),
        stock_position=session.scalar(select(func.coalesce(func.max(StockLevelRow.position), 0))) or 0,
        leave_out=refusals.add,
    )


def file_path(folder: Path, sha256: str) -> Path:
    """Where a published file lies."""
    return folder / f"{sha256}.zst"


def _items(session: Session) -> Iterator[CatalogueItem]:
    columns = [getattr(ItemRow, name) for name in file.ITEM_COLUMNS]
    rows = select(*columns).order_by(ItemRow.rank, ItemRow.sku).execution_options(yield_per=2_000)
    for row in session.execute(rows):
        yield file.item_from_row(row)


def _shared_gtins(session: Session) -> frozenset[str]:
    shared = select(ItemRow.gtin).where(ItemRow.gtin.is_not(None)).group_by(ItemRow.gtin).having(func.count() > 1)
    return frozenset(f"{gtin:014d}" for gtin in session.scalars(shared))


def _stock(session: Session) -> Iterator[tuple[str, StockCount]]:
    rows = select(StockLevelRow.sku, StockLevelRow.shop, StockLevelRow.on_hand, StockLevelRow.counted_at)
    for sku, shop, on_hand, counted_at in session.execute(rows.execution_options(yield_per=2_000)):
        yield sku, StockCount(shop, on_hand, counted_at)


def _templates(session: Session) -> list[InStoreTemplate]:
    return [
        InStoreTemplate(
            r.prefix, TemplateKind(r.kind), r.item_digits, r.value_digits, InnerCheck(r.inner_check), r.decimals
        )
        for r in session.scalars(select(TemplateRow))
    ]


def _pack(raw: Path, packed: Path) -> tuple[Path, str]:
    digest = hashlib.sha256()
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True)
    with raw.open("rb") as source, packed.open("wb") as target:
        for chunk in compressor.read_to_iter(source, size=raw.stat().st_size):
            digest.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return packed, digest.hexdigest()
