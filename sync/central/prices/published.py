"""Published catalogue versions, opened again to price by them what was sold."""

import tempfile
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import apsw
import zstandard
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, Shop
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.sale_check import SaleRules
from sync.central.catalogue_tables import CatalogueVersionRow
from sync.wire import catalogue_file as file
from sync.wire.promotion import promotion_from_text
from sync.wire.rule_text import recall_from_text, restriction_from_text

R = TypeVar("R")
_MOST_OPEN = 8
_NEIGHBOURS = 10


class VersionGone(LookupError):
    """A catalogue version that cannot be read any more; the message says which and why."""


class PublishedCatalogue:
    """One version of one shop as its stations had it: the same file, the same rules."""

    def __init__(self, path: Path) -> None:
        # Immutable, so that SQLite asks nothing more of a file whose name is gone already.
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        self._connection = apsw.Connection(f"{path.resolve().as_uri()}?immutable=1", flags=flags)
        rows = self._connection.execute("SELECT key, value FROM head")
        self.head: CatalogueHead = file.head_from_rows({str(key): str(value) for key, value in rows})
        self.promotions = tuple(self._understood("promotion", promotion_from_text))
        self.book = PromotionBook(self.promotions)
        self.rules = SaleRules(
            self._understood("restriction", restriction_from_text), self._understood("recall", recall_from_text)
        )

    def item(self, sku: str) -> CatalogueItem | None:
        """An item as it was in this version."""
        row = next(iter(self._connection.execute(file.ITEM_BY_SKU, (sku,))), None)
        return file.item_from_row(row) if row is not None else None

    def shop(self) -> Shop | None:
        """The shop whose catalogue this is."""
        row = next(iter(self._connection.execute("SELECT id, body FROM shop WHERE id = ?", (self.head.shop,))), None)
        return file.shop_from_text(str(row[0]), str(row[1])) if row is not None else None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _understood(self, table: str, read: Callable[[str], R]) -> list[R]:
        rules = []
        for (body,) in self._connection.execute(f"SELECT body FROM {table} ORDER BY id"):  # noqa: S608  # three words
            try:
                rules.append(read(str(body)))
            except ValueError:
                continue  # the station did not follow it either
        return rules


class PublishedCatalogues:
    """The versions that were asked for last, unpacked into files without a name, so that nothing of them can stay."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: OrderedDict[str, PublishedCatalogue] = OrderedDict()

    def __enter__(self) -> "PublishedCatalogues":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for known in self._open.values():
            known.close()
        self._open.clear()

    def version(self, session: Session, shop: str, version: int) -> PublishedCatalogue:
        """One version of a shop; raises `VersionGone` when it was never published or its file is away or damaged."""
        row = session.get(CatalogueVersionRow, (shop, version))
        if row is None:
            raise VersionGone(f"catalogue version {version} was never published for {shop}")
        known = self._open.pop(row.sha256, None)
        if known is None:
            known = self._unpacked(row.sha256, f"the file of catalogue version {version} of {shop}")
        self._open[row.sha256] = known
        return known

    def newest(self, session: Session, shop: str, until: datetime) -> int:
        """The newest version of a shop that was published by `until`; 0 when there was none."""
        mine = select(func.max(CatalogueVersionRow.version)).where(CatalogueVersionRow.shop == shop)
        return session.scalar(mine.where(CatalogueVersionRow.published_at <= until)) or 0

    def forget_old(self) -> None:
        """Let go of all but the last few; between two sales, for one may need several."""
        while len(self._open) > _MOST_OPEN:
            _, old = self._open.popitem(last=False)
            old.close()

    def neighbours(self, session: Session, shop: str, version: int, until: datetime) -> list[int]:
        """Versions that may have been in use in the same visit, the nearest first: up to 10 before and after.

        Those after are the ones that were published by `until`.
        """
        mine = select(CatalogueVersionRow.version).where(CatalogueVersionRow.shop == shop)
        number = CatalogueVersionRow.version
        before = session.scalars(mine.where(number < version).order_by(number.desc()).limit(_NEIGHBOURS)).all()
        after = session.scalars(
            mine.where(number > version, CatalogueVersionRow.published_at <= until).order_by(number).limit(_NEIGHBOURS)
        ).all()
        return sorted((*before, *after), key=lambda other: (abs(other - version), other))

    def _unpacked(self, sha256: str, words: str) -> PublishedCatalogue:
        packed = self._folder / f"{sha256}.zst"
        try:
            with packed.open("rb") as source, tempfile.NamedTemporaryFile(dir=self._folder, prefix="prices-") as raw:
                zstandard.ZstdDecompressor().copy_stream(source, raw)
                raw.flush()
                return PublishedCatalogue(Path(raw.name))
        except FileNotFoundError as error:
            raise VersionGone(f"{words} is no longer there ({packed.name})") from error
        except (zstandard.ZstdError, apsw.Error, ValueError) as error:
            raise VersionGone(f"{words} cannot be read: {error}") from error
