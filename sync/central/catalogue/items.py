"""Writes items into the books by COPY: a thousand or a million cost one statement, and what is the same stays."""

from collections.abc import Iterable, Iterator
from itertools import count

import psycopg
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueItem
from sync.central.catalogue_tables import ItemRow
from sync.wire import catalogue_file as file

_COLUMNS = ("rank", *file.ITEM_COLUMNS)


def ranked_items(session: Session, items: Iterable[CatalogueItem], first_rank: int) -> int:
    """Add or replace items by SKU, best sold first from `first_rank` on; answers how many came.

    When a SKU comes twice the later row counts.
    """
    rows = zip(count(first_rank), items, strict=False)
    return _take(session, ((rank, *file.item_row(item)) for rank, item in rows), keep_rank=False)


def unranked_items(session: Session, items: Iterable[CatalogueItem]) -> int:
    """Add or replace items by SKU; known ones keep their sales rank, new ones come behind all; answers how many."""
    behind = 1 + (session.scalar(select(func.coalesce(func.max(ItemRow.rank), 0))) or 0)
    rows = zip(count(behind), items, strict=False)
    return _take(session, ((rank, *file.item_row(item)) for rank, item in rows), keep_rank=True)


def _take(session: Session, rows: Iterator[tuple[object, ...]], *, keep_rank: bool) -> int:
    """COPY beside the table and merge; a row that is there already as it comes is not written and not published."""
    names = ", ".join(_COLUMNS)
    taken = [column for column in _COLUMNS if column != "sku" and not (keep_rank and column == "rank")]
    news = ", ".join(f"{column} = excluded.{column}" for column in taken)
    old, new = (", ".join(f"{table}.{column}" for column in taken) for table in ("item", "excluded"))
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, psycopg.Connection)  # noqa: S101  # central runs on psycopg only
    come = 0
    with driver.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE coming (LIKE item INCLUDING DEFAULTS) ON COMMIT DROP")
        with cursor.copy(f"COPY coming ({names}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)
                come += 1
        cursor.execute(
            f"INSERT INTO item ({names}) SELECT DISTINCT ON (sku) {names} FROM coming"  # noqa: S608  # constants
            f" ORDER BY sku, rank DESC ON CONFLICT (sku) DO UPDATE SET {news}"
            f" WHERE ({old}) IS DISTINCT FROM ({new})".encode()
        )
        cursor.execute("DROP TABLE coming")
    return come
