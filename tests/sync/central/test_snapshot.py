"""The catalogue file: what is written is found again, by number and by name."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, LocalText, Shop, SoldBy
from kiosk.domain.gtin import check_digit
from kiosk.domain.search_text import query_terms
from sync.central.catalogue.snapshot import write_snapshot
from sync.wire import catalogue_file as file

HEAD = CatalogueHead(7, "SS01", "KRW", datetime(2026, 11, 21, tzinfo=UTC), {"standard": "10"})


def made(number: int, ko: str, en: str = "", **told: object) -> CatalogueItem:
    body = f"0880{number:09d}"
    return CatalogueItem(f"B{number}", body + check_digit(body), LocalText(ko, en), 1000 * number, **told)  # type: ignore[arg-type]


ITEMS = [
    made(1, "통통 바나나우유", "Banana Milk", brand="통통"),
    made(2, "바나나", "Bananas", sold_by=SoldBy.KG, plu="4011", flags=frozenset({"no_barcode", "fresh"})),
    made(
        3,
        "새우깡",
        "Shrimp Snack",
        member_price=100,
        age_limit=19,
        blocked="recall",
        deposit=100,
        groups=frozenset({"snack", "세일 상품"}),
    ),
    made(4, "콩나물", "Bean Sprouts", shipping=True, pickup=True, in_store=False, returnable_days=3),
]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[apsw.Connection]:
    path = tmp_path / "catalogue.db"
    write_snapshot(path, HEAD, ITEMS, stock_position=42)
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    yield connection
    connection.close()


def test_every_item_comes_back_as_it_went_in(opened: apsw.Connection) -> None:
    for item in ITEMS:
        (row,) = opened.execute(file.ITEM_BY_GTIN, (int(item.gtin),))
        assert file.item_from_row(row) == item
        (row,) = opened.execute(file.ITEM_BY_SKU, (item.sku,))
        assert file.item_from_row(row) == item
    (row,) = opened.execute(file.ITEM_BY_PLU, ("4011",))
    assert file.item_from_row(row).sku == "B2"
    assert list(opened.execute(file.ITEM_BY_PLU, ("",))) == []


def test_a_look_up_uses_its_index(opened: apsw.Connection) -> None:
    for statement, index in ((file.ITEM_BY_GTIN, "item_gtin"), (file.ITEM_BY_SKU, "item_sku")):
        plan = " ".join(str(row) for row in opened.execute(f"EXPLAIN QUERY PLAN {statement}", (1,)))
        assert f"USING INDEX {index}" in plan


def found(opened: apsw.Connection, query: str) -> list[str]:
    terms = query_terms(query)
    table, match = ("item_jamo", terms.jamo_match) if terms.jamo else ("item_choseong", terms.choseong_match)
    statement = f"SELECT sku FROM item WHERE rank IN (SELECT rowid FROM {table} WHERE {table} MATCH ?) ORDER BY rank"  # noqa: S608
    return [row[0] for row in opened.execute(statement, (match,))]


@pytest.mark.parametrize(
    ("query", "skus"),
    [
        ("바나나", ["B1", "B2"]),
        ("반", ["B1", "B2"]),
        ("banana", ["B1", "B2"]),
        ("ㅅㅇㄲ", ["B3"]),
        ("ㅂㄴㄴ", ["B1", "B2"]),
        ("shrimp", ["B3"]),
        (ITEMS[3].gtin[3:], ["B4"]),
        ("콩나", ["B4"]),
    ],
)
def test_names_are_found_best_sold_first(opened: apsw.Connection, query: str, skus: list[str]) -> None:
    assert found(opened, query) == skus


def test_the_head_comes_back(opened: apsw.Connection) -> None:
    rows = {str(key): str(value) for key, value in opened.execute("SELECT key, value FROM head")}
    assert file.head_from_rows(rows) == HEAD
    assert rows["stock_position"] == "42"
    with pytest.raises(ValueError, match="format '9'"):
        file.head_from_rows(rows | {"format": "9"})
    del rows["shop"]
    with pytest.raises(ValueError, match="no 'shop'"):
        file.head_from_rows(rows)


def test_the_file_says_what_it_is(opened: apsw.Connection) -> None:
    assert opened.pragma("application_id") == file.APPLICATION_ID
    assert opened.pragma("user_version") == file.FORMAT
    assert opened.pragma("integrity_check") == "ok"


def test_a_source_that_breaks_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    write_snapshot(path, HEAD, ITEMS[:1])
    before = path.read_bytes()

    def broken() -> Iterator[CatalogueItem]:
        yield ITEMS[0]
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        write_snapshot(path, HEAD, broken())
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_shops_come_back() -> None:
    shop = Shop(
        "SS01", LocalText("성수점", "Seongsu"), LocalText("바로길"), False, LocalText("데스크"), "21:00", 4, "8", "23"
    )
    assert file.shop_from_text("SS01", file.shop_text(shop)) == shop
    warehouse = Shop("WH01", LocalText("창고"), LocalText(""), is_warehouse=True)
    assert file.shop_from_text("WH01", file.shop_text(warehouse)) == warehouse
