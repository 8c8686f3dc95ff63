"""One open catalogue file for one thread: prepared look-ups on a held connection."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import apsw

from kiosk.database.errors import CatalogueRefused
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, StockCount
from sync.wire import catalogue_file

HOT_ITEMS = 4_096
_MMAP_BYTES = 256 * 1024 * 1024
_COLUMNS = ", ".join(catalogue_file.ITEM_COLUMNS)
_IN_CATEGORY = f"SELECT {_COLUMNS} FROM item WHERE category = ? ORDER BY rank LIMIT ?"  # noqa: S608


class OpenCatalogue:
    """The file as it was when opened, for one thread; it is read-only and never changes (a new one replaces it).

    Look-ups run prepared statements on a held connection (limits section 1: 5 times less than SQLAlchemy Core,
    25 times less than its ORM); the items of the last few thousand look-ups stay as objects.
    """

    def __init__(self, path: Path) -> None:
        self.connection = open_file(path)
        # Beside the connection's own statement cache, a held cursor spares making one a look-up.
        cursor = self.connection.cursor()
        execute = cursor.execute

        def find(statement: str) -> Callable[[object], CatalogueItem | None]:
            def look_up(key: object) -> CatalogueItem | None:
                row: tuple[Any, ...] | None = None
                for row in execute(statement, (key,)):  # noqa: B007  # to its end: no read stays open
                    pass
                return catalogue_file.item_from_row(row) if row is not None else None

            return look_up

        by_number = find(catalogue_file.ITEM_BY_GTIN)

        def by_gtin(gtin: str) -> CatalogueItem | None:
            return by_number(int(gtin)) if len(gtin) == 14 and gtin.isascii() and gtin.isdigit() else None

        self.by_gtin_uncached = by_gtin
        self.by_gtin = lru_cache(HOT_ITEMS)(by_gtin)
        self.by_sku = lru_cache(HOT_ITEMS)(find(catalogue_file.ITEM_BY_SKU))
        self.by_plu = lru_cache(256)(find(catalogue_file.ITEM_BY_PLU))
        self._execute = execute

    @property
    def version(self) -> int:
        """Which catalogue this is."""
        return int(next(iter(self._execute("SELECT value FROM head WHERE key = 'version'")))[0])

    def in_category(self, category: str, limit: int) -> list[CatalogueItem]:
        """The best sold items of a category."""
        return self.items(_IN_CATEGORY, (category, limit))

    def items(self, statement: str, values: tuple[object, ...] = ()) -> list[CatalogueItem]:
        """The items of a statement that selects `ITEM_COLUMNS`."""
        return [catalogue_file.item_from_row(row) for row in self._execute(statement, values)]

    def stock(self, sku: str) -> list[StockCount]:
        """The counts of an item when the catalogue was made."""
        rows = self._execute("SELECT sku, shop, on_hand, counted_at FROM stock WHERE sku = ?", (sku,))
        return [catalogue_file.stock_from_row(row) for row in rows]

    def knows_member(self, code_hash: bytes) -> bool:
        """Whether a member code with this hash (`sync.wire.shop_secret.member_hash`) exists."""
        return bool(list(self._execute("SELECT 1 FROM member WHERE hash = ?", (code_hash,))))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def open_file(path: Path) -> apsw.Connection:
    """A read-only connection to a catalogue file; raises `CatalogueRefused` when there is none to read.

    `immutable` spares a lock and its system calls at each look-up; it is true, because a file in use is never
    written: another version comes as another file under the same name.
    """
    if not path.is_file():
        raise CatalogueRefused(f"there is no catalogue at {path}: load one, or let the station fetch it from central")
    uri = f"{path.resolve().as_uri()}?immutable=1"
    try:
        connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        connection.execute(f"PRAGMA mmap_size = {_MMAP_BYTES}; PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except apsw.Error as error:
        raise CatalogueRefused(f"{path} cannot be read as a catalogue ({error}): load it again") from error
    return connection


def read_head(connection: apsw.Connection) -> CatalogueHead:
    """What the file says about itself; raises `CatalogueRefused` for a file of another kind or format."""
    try:
        (mark,) = connection.execute("PRAGMA application_id").fetchone() or (0,)
        if mark != catalogue_file.APPLICATION_ID:
            raise CatalogueRefused(f"{connection.filename} is an SQLite file but no catalogue of Baro")
        rows = connection.execute("SELECT key, value FROM head")
        return catalogue_file.head_from_rows({str(key): str(value) for key, value in rows})
    except (apsw.Error, ValueError) as error:
        raise CatalogueRefused(f"{connection.filename} is no catalogue this program can use: {error}") from error
