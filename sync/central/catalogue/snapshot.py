"""Writes a shop's catalogue file: an SQLite snapshot with its search index, ready to be opened by a station.

Needs no database: the same function makes files for a shop without headquarters and for benchmarks.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import apsw

from kiosk.domain.assortment import Assortment, AssortmentOfItems, named_skus
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, Place, Shop, StaffMember, StockCount
from kiosk.domain.in_store_number import InStoreTemplate
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_faults import promotion_faults
from kiosk.domain.recall import Recall
from kiosk.domain.restriction import Restriction
from kiosk.domain.search_text import index_terms
from sync.wire import catalogue_file as file
from sync.wire.promotion import promotion_text
from sync.wire.rule_text import recall_text, restriction_text


class SnapshotRefused(ValueError):
    """The catalogue contradicts itself, such as two items with one GTIN; nothing was written."""


def _not_expected(name: str, reason: str) -> None:
    raise SnapshotRefused(f"{name}: {reason}")


def write_snapshot(
    path: Path,
    head: CatalogueHead,
    items: Iterable[CatalogueItem],
    *,
    promotions: Iterable[Promotion] = (),
    restrictions: Iterable[Restriction] = (),
    recalls: Iterable[Recall] = (),
    shops: Iterable[Shop] = (),
    places: Iterable[Place] = (),
    staff: Iterable[StaffMember] = (),
    stock: Iterable[tuple[str, StockCount]] = (),
    templates: Iterable[InStoreTemplate] = (),
    members: Iterable[bytes] = (),
    stock_position: int = 0,
    leave_out: Callable[[str, str], None] = _not_expected,
) -> int:
    """Write the catalogue to `path`, replacing what is there only when the new file is complete and on disk.

    `items` come best sold first and are streamed, never held; `members` are hashes of
    `sync.wire.shop_secret.member_hash`; `stock_position` says how far in central's feed the counts are.
    A promotion that `kiosk.domain.promotion_faults` finds fault with is not written, `leave_out` is told its name
    and the reason; unless it is given that is a fault too. So are not written, and not told, those of other shops.

    Answers how many items the file holds. Raises `SnapshotRefused` when a SKU, a GTIN or another key comes
    twice.
    """
    rules, buildings = tuple(promotions), tuple(shops)
    collected = AssortmentOfItems(named_skus(rules))
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    connection = apsw.Connection(str(part))
    try:
        try:
            _open_for_writing(connection)
            count = _write_items(connection, _noted(items, collected))
            _write_head(connection, head, stock_position)
            known = collected.assortment({head.shop, *(shop.shop_id for shop in buildings)})
            _write_assortment(connection, known)
            _write_rules(connection, _followed(rules, head.shop, known, leave_out), restrictions, recalls)
            _write_rest(connection, buildings, places, staff, stock, templates, members)
            connection.execute(file.INDEXES)
            connection.execute("COMMIT")
        finally:
            connection.close()
        _flush(part)
    except apsw.ConstraintError as error:
        part.unlink(missing_ok=True)
        raise SnapshotRefused(f"a key of the catalogue comes twice: {error}") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    os.replace(part, path)
    _flush(path.parent)
    return count


def _open_for_writing(connection: apsw.Connection) -> None:
    # A half-written file is thrown away, so nothing of it needs a journal.
    connection.execute(f"PRAGMA page_size={file.PAGE_SIZE}; PRAGMA application_id={file.APPLICATION_ID}")
    connection.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536")
    connection.execute(f"PRAGMA user_version={file.FORMAT}")
    connection.execute(file.DDL)
    connection.execute("BEGIN")


def _write_items(connection: apsw.Connection, items: Iterable[CatalogueItem]) -> int:
    jamo = connection.cursor()
    choseong = connection.cursor()
    count = 0

    def rows() -> Iterator[tuple[object, ...]]:
        nonlocal count
        for count, item in enumerate(items, 1):
            terms = index_terms(*file.searched_texts(item))
            jamo.execute("INSERT INTO item_jamo (rowid, text) VALUES (?, ?)", (count, terms.jamo))
            if terms.choseong:
                choseong.execute("INSERT INTO item_choseong (rowid, text) VALUES (?, ?)", (count, terms.choseong))
            yield (count, *file.item_row(item))

    marks = ", ".join("?" * (len(file.ITEM_COLUMNS) + 1))
    insert = f"INSERT INTO item (rank, {', '.join(file.ITEM_COLUMNS)}) VALUES ({marks})"  # noqa: S608  # constants
    connection.executemany(insert, rows())
    return count


def _write_head(connection: apsw.Connection, head: CatalogueHead, stock_position: int) -> None:
    connection.executemany("INSERT INTO head VALUES (?, ?)", file.head_rows(head, stock_position))


def _noted(items: Iterable[CatalogueItem], collected: AssortmentOfItems) -> Iterator[CatalogueItem]:
    for item in items:
        collected.note(item)
        yield item


def _followed(
    promotions: Iterable[Promotion], shop: str, known: Assortment, leave_out: Callable[[str, str], None]
) -> Iterator[Promotion]:
    for promotion in promotions:
        if faults := promotion_faults(promotion, known):
            leave_out(f"promotion {promotion.promotion_id}", "; ".join(faults))
        elif not promotion.validity.shops or shop in promotion.validity.shops:
            yield promotion


def _write_assortment(connection: apsw.Connection, known: Assortment) -> None:
    rows = [("category", name, dearest) for name, dearest in known.categories.items()]
    rows += [("brand", name, dearest) for name, dearest in known.brands.items()]
    connection.executemany("INSERT INTO assortment VALUES (?, ?, ?)", rows)


def _write_rules(
    connection: apsw.Connection,
    promotions: Iterable[Promotion],
    restrictions: Iterable[Restriction],
    recalls: Iterable[Recall],
) -> None:
    write = connection.executemany
    write("INSERT INTO promotion VALUES (?, ?)", ((p.promotion_id, promotion_text(p)) for p in promotions))
    write("INSERT INTO restriction VALUES (?, ?)", ((r.restriction_id, restriction_text(r)) for r in restrictions))
    write("INSERT INTO recall VALUES (?, ?)", ((r.recall_id, recall_text(r)) for r in recalls))


def _write_rest(
    connection: apsw.Connection,
    shops: Iterable[Shop],
    places: Iterable[Place],
    staff: Iterable[StaffMember],
    stock: Iterable[tuple[str, StockCount]],
    templates: Iterable[InStoreTemplate],
    members: Iterable[bytes],
) -> None:
    write = connection.executemany
    write("INSERT INTO shop VALUES (?, ?)", ((s.shop_id, file.shop_text(s)) for s in shops))
    write("INSERT INTO place VALUES (?, ?)", ((p.place_id, file.place_text(p)) for p in places))
    write("INSERT INTO staff VALUES (?, ?, ?, ?)", (file.staff_row(person) for person in staff))
    write("INSERT INTO stock VALUES (?, ?, ?, ?)", (file.stock_row(sku, count) for sku, count in stock))
    write("INSERT INTO template VALUES (?, ?, ?, ?, ?, ?)", (file.template_row(t) for t in templates))
    write("INSERT INTO member VALUES (?)", ((code,) for code in members))


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
