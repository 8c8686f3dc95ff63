"""What the till asks of the catalogue file."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from kiosk.checkout.ports import Catalogue
from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.errors import CatalogueRefused
from kiosk.database.lookup_benchmark import (
    build_catalogue,
    measure_lookups,
    measure_searches,
    synthetic_gtin,
    synthetic_items,
)
from kiosk.database.open_catalogue import open_file
from kiosk.domain.catalogue import CatalogueHead, LocalText, Shop, StockCount
from sync.central.catalogue.snapshot import write_snapshot
from tests.fakes import catalogue_files as shop
from tests.fakes.catalogue_files import write_catalogue


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[CatalogueReader]:
    opened = CatalogueReader(write_catalogue(tmp_path / "catalogue.db"))
    yield opened
    opened.close()


def test_it_is_the_catalogue_that_the_till_asks_for(reader: CatalogueReader) -> None:
    catalogue: Catalogue = reader
    head = catalogue.head()
    assert (head.version, head.shop, head.currency, head.tax_rates["standard"]) == (7, "SH1", "KRW", "10")


def test_every_field_of_an_item_comes_back(reader: CatalogueReader) -> None:
    for item in shop.ITEMS:
        assert reader.by_sku(item.sku) == item
        if item.gtin:
            assert reader.by_gtin(item.gtin) == item
            assert reader.by_gtin(item.gtin) == reader.uncached_by_gtin(item.gtin)
        if item.plu:
            assert reader.by_plu(item.plu) == item


@pytest.mark.parametrize(
    "gtin", ["", "0", "8809999010012", "00000000000000", "0880999901001A", "٠٨٨٠٩٩٩٩٠١٠٠١٢", "9" * 4096]
)
def test_what_is_no_gtin_of_the_shop_is_not_found(reader: CatalogueReader, gtin: str) -> None:
    assert reader.by_gtin(gtin) is None


def test_unknown_numbers_are_not_found(reader: CatalogueReader) -> None:
    for wrong in ("", "B0", "'; DROP TABLE item; --", "\x00", "🍌"):
        assert reader.by_sku(wrong) is None
        assert reader.by_plu(wrong) is None


def test_the_small_tables(reader: CatalogueReader) -> None:
    assert reader.promotions() == shop.PROMOTIONS
    assert reader.in_store_templates() == tuple(reversed(shop.TEMPLATES))  # the longest prefix decides
    assert tuple(reader.shops()) == shop.SHOPS
    assert (reader.shop("WH"), reader.shop("XX")) == (shop.SHOPS[1], None)
    assert tuple(reader.places()) == shop.PLACES
    assert (reader.place("fridge-3"), reader.place("")) == (shop.PLACES[0], None)
    assert tuple(reader.staff()) == shop.STAFF
    assert (reader.knows_member(shop.MEMBER), reader.knows_member(bytes(16))) == (True, False)
    assert reader.stock_position() == 50


def test_bags_and_items_without_a_code(reader: CatalogueReader) -> None:
    assert list(reader.bags()) == [shop.BAG]
    assert list(reader.without_barcode()) == [shop.BANANA, shop.CUCUMBER]
    assert list(reader.without_barcode("오")) == [shop.CUCUMBER]
    assert list(reader.without_barcode("ㅂㄴㄴ")) == [shop.BANANA]
    assert list(reader.without_barcode("4062")) == [shop.CUCUMBER]
    assert list(reader.without_barcode("없음")) == []
    assert list(reader.without_barcode("  ")) == [shop.BANANA, shop.CUCUMBER]


def test_bags_are_those_of_the_shops_district(tmp_path: Path) -> None:
    bags = [
        replace(shop.BAG, sku=sku, gtin="", groups=frozenset(groups))
        for sku, groups in (("own", {"district:seongdong"}), ("other", {"district:mapo"}), ("everywhere", set()))
    ]
    head = CatalogueHead(1, "SH1", "KRW", datetime(2026, 11, 21, tzinfo=UTC), {"standard": "10"})
    path = tmp_path / "catalogue.db"
    here = Shop("SH1", LocalText("가게"), LocalText(""), district="seongdong")
    write_snapshot(path, head, bags, shops=[here])
    reader = CatalogueReader(path)
    assert [bag.sku for bag in reader.bags()] == ["own", "everywhere"]
    reader.close()


def test_categories(reader: CatalogueReader) -> None:
    assert list(reader.categories()) == [("produce", 2), ("alcohol", 1), ("dairy", 1)]
    assert list(reader.in_category("produce")) == [shop.BANANA, shop.CUCUMBER]
    assert list(reader.in_category("produce", 1)) == [shop.BANANA]
    assert list(reader.in_category("nothing")) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("바나나", ["B01001", "P00011"]),
        ("바나", ["B01001", "P00011"]),
        ("반", ["B01001", "P00011"]),
        ("ㅂㄴㄴ", ["B01001", "P00011"]),
        ("ㅂㄴㄴㅇㅇ", ["B01001"]),
        ("바나나 우유", ["B01001"]),
        ("바나나우유", ["B01001"]),
        ("우유 통통유업", ["B01001"]),
        ("milk", ["B01001"]),
        ("MILK ba", ["B01001"]),
        ("バナナ", ["B01001"]),
        ("香蕉牛奶", ["B01001"]),
        ("香蕉", ["B01001"]),
        ("8809999020011", ["B02001"]),
        ("4011", ["P00011"]),
        ("소주", ["B02001"]),
        ("바나나 소주", []),
        ("zzz", []),
        ("", []),
        ("   ", []),
        ('" OR 1 --', []),
        ("*", []),
        ("NEAR(", []),
        ("바나나" * 500, []),
    ],
)
def test_search(reader: CatalogueReader, query: str, found: list[str]) -> None:
    assert [item.sku for item in reader.search(query)] == found


def test_search_answers_the_best_sold_and_no_more_than_asked(tmp_path: Path) -> None:
    items = [replace(shop.BANANA_MILK, sku=f"M{n}", gtin="", plu="") for n in range(100)]
    reader = CatalogueReader(write_catalogue(tmp_path / "catalogue.db", items=items))
    assert [item.sku for item in reader.search("바나나", 3)] == ["M0", "M1", "M2"]
    assert len(reader.search("ㅂㄴㄴ")) == 50
    assert reader.search("바나나", 0) == []
    reader.close()


def test_stock_is_lowered_by_own_later_sales_only(tmp_path: Path) -> None:
    asked: list[tuple[str, datetime]] = []

    def sold(sku: str, since: datetime) -> int:
        asked.append((sku, since))
        return 5

    reader = CatalogueReader(write_catalogue(tmp_path / "catalogue.db"), sold_since=sold)
    assert list(reader.stock("B01001")) == [StockCount("SH1", 7, shop.COUNTED), StockCount("WH", 400, shop.COUNTED)]
    assert asked == [("B01001", shop.COUNTED)]
    assert list(reader.stock("unknown")) == []
    reader.close()


def test_stock_never_falls_below_nothing(tmp_path: Path) -> None:
    reader = CatalogueReader(write_catalogue(tmp_path / "catalogue.db"), sold_since=lambda _sku, _since: 99)
    assert reader.stock("B01001")[0].on_hand == 0
    reader.close()


def test_every_thread_has_its_own_connection(reader: CatalogueReader) -> None:
    found: list[object] = []
    faults: list[Exception] = []

    def ask() -> None:
        try:
            for _ in range(200):
                found.append(reader.by_gtin(shop.SOJU.gtin))
                found.extend(reader.search("바나나"))
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(found) == 4 * 200 * 3


def test_the_file_cannot_be_written(reader: CatalogueReader) -> None:
    connection = open_file(reader.path)
    with pytest.raises(apsw.ReadOnlyError):
        connection.execute("UPDATE item SET unit_price = 1")
    connection.close()


def test_a_missing_or_foreign_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CatalogueRefused, match="no catalogue at"):
        CatalogueReader(tmp_path / "catalogue.db")
    for content in (b"", b"rubbish" * 1000, b"SQLite format 3\0" + bytes(5000)):
        (tmp_path / "foreign").write_bytes(content)
        with pytest.raises(CatalogueRefused):
            CatalogueReader(tmp_path / "foreign")
    other = apsw.Connection(str(tmp_path / "other.db"))
    other.execute("CREATE TABLE item (a)")
    other.close()
    with pytest.raises(CatalogueRefused):
        CatalogueReader(tmp_path / "other.db")


def test_the_measuring_pieces_measure(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    build_catalogue(path, 300)
    assert list(synthetic_items(300)) == list(synthetic_items(300))
    reader = CatalogueReader(path)
    gtins = [synthetic_gtin(number) for number in range(1, 301)]
    assert all(reader.by_gtin(gtin) for gtin in gtins)
    reader.close()
    figures = measure_lookups(path, gtins, hot=50, rounds=2)
    assert [figure.name for figure in figures] == ["hot", "hot, uncached", "uniform"]
    assert all(figure.p50 > 0 and figure.ratio > 0 and figure.p99 >= figure.p50 for figure in figures)
    searched = write_catalogue(tmp_path / "searched.db", items=list(synthetic_items(300)))
    assert set(measure_searches(searched, ["바나나"], rounds=1)) == {"바나나"}
