"""The demo folder fills a central, and a shop's own broken list is named row by row."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zstandard

from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.domain.catalogue import CatalogueItem, SaleFee
from kiosk.domain.tax import TaxMode
from sync.central.app import Central
from sync.central.catalogue.publishing import publish
from sync.central.catalogue.snapshot import SnapshotRefused, write_snapshot
from sync.central.catalogue_tables import (
    ItemRow,
    MemberRow,
    PlaceRow,
    PromotionRow,
    RecallRow,
    RestrictionRow,
    StaffRow,
    TemplateRow,
)
from sync.central.check import check_books
from sync.central.database.engine import transaction
from sync.central.seed import read_items, seed_demo
from sync.central.tables import ShopRow, StockLevelRow

DEMO = Path(__file__).parents[3] / "resources" / "demo"
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def test_the_demo_shop_is_loaded_and_published_whole(central: Central) -> None:
    seeded = seed_demo(central.engine, DEMO, now=NOW)
    assert seeded.problems == ()
    assert seeded.items > 5_000
    assert (seeded.shops, seeded.staff) == (4, 4)
    with transaction(central.engine) as session:
        counts = [session.query(table).count() for table in (ItemRow, PromotionRow, ShopRow, StaffRow, MemberRow)]
        assert counts == [seeded.items, seeded.promotions, 4, 16, seeded.members]
        assert session.query(PlaceRow).count() > 0
        online = session.query(ItemRow).filter(ItemRow.in_store == 0).count()
        assert 400 < session.query(ItemRow).count() - online < 1_000
        level = session.get_one(StockLevelRow, ("SS01", "B01001"))
        assert (level.on_hand, level.counted_at) == (48, NOW - timedelta(minutes=6))
        assert check_books(session) == []
    published = publish(central.engine, central.key, central.catalogue_folder, now=NOW)
    assert {x.shop for x in published} == {"SS01", "SS02", "SS03", "WH01"}
    assert all(x.items == seeded.items and x.refused_count == 0 for x in published)


def test_seeding_twice_changes_nothing(central: Central) -> None:
    first = seed_demo(central.engine, DEMO, now=NOW)
    assert seed_demo(central.engine, DEMO, now=NOW + timedelta(hours=1)) == first
    with transaction(central.engine) as session:
        assert session.query(ItemRow).count() == first.items
        assert check_books(session) == []


def test_bad_rows_are_named_with_line_and_reason_and_the_good_ones_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text(
        "sku,gtin,name_ko,price\nA1,,물,1000\nA2,,빵,cheap\nA3,123,우유,500\n,,이름만,100\nA1,,다시,700\nA4,,차,900\n",
        encoding="utf-8",
    )
    items, problems = read_items(path)
    assert [item.sku for item in items] == ["A1", "A4"]
    assert [(problem.line, problem.column) for problem in problems] == [
        (3, "price"),
        (4, "gtin"),
        (5, "sku"),
        (6, "sku"),
    ]
    assert all(problem.why for problem in problems)


def test_a_list_without_its_columns_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text("code,title\n1,water\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"items.csv: .*code"):
        read_items(path)


def test_a_missing_file_is_named(central: Central, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"items\.csv"):
        seed_demo(central.engine, tmp_path, now=NOW)
    with transaction(central.engine) as session:
        assert session.query(ItemRow).count() == 0


def test_a_shop_lays_out_its_own_numbers(central: Central, tmp_path: Path) -> None:
    for file in DEMO.iterdir():
        (tmp_path / file.name).symlink_to(file)
    own = tmp_path / "in_store_numbers.json"
    own.write_text('[{"prefix": "02", "kind": "price"}, {"prefix": "28", "kind": "park"}]', "utf-8")
    seed_demo(central.engine, tmp_path, now=NOW)
    with transaction(central.engine) as session:
        kinds = {row.prefix: row.kind for row in session.query(TemplateRow)}
    assert kinds == {"02": "price", "28": "park"}


def own_folder(folder: Path, **files: object) -> Path:
    """The demo folder with some files of its own."""
    for file in DEMO.iterdir():
        if file.stem not in files:
            (folder / file.name).symlink_to(file)
    for name, rows in files.items():
        (folder / f"{name}.json").write_text(json.dumps(rows), "utf-8")
    return folder


def test_a_wrong_rule_is_named_with_place_and_field_and_the_others_are_loaded(central: Central, tmp_path: Path) -> None:
    folder = own_folder(
        tmp_path,
        promotions=[
            {"id": "P1", "kind": "percent_off", "pool": {}, "percent": 10},
            {"id": "P2", "kind": "tiered", "pool": {}, "tiers": [{"count": 3, "percent": 120}]},
            {"id": "P1", "kind": "percent_off", "pool": {}, "percent": 20},
            "P4",
        ],
        restrictions=[
            {"id": "alcohol", "goods": {"categories": ["alcohol"]}, "age": {"years": 19, "rule": "calendar_year"}},
            {"id": "tobacco", "goods": {}},
        ],
        recalls=[{"id": "R1", "skus": ["B01001"], "batches": ["L7"]}, {"id": "R2", "batches": ["L7"]}],
    )
    seeded = seed_demo(central.engine, folder, now=NOW)
    assert [(file, problem.line, problem.column) for file, problem in seeded.problems] == [
        ("promotions.json", 2, "tiers[0].percent"),
        ("promotions.json", 3, "id"),
        ("promotions.json", 4, "promotion"),
        ("restrictions.json", 2, "id"),
        ("recalls.json", 2, "gtins"),
    ]
    assert seeded.problems[0][1].why.startswith("P2: must be a whole number from 0 to 100")
    assert (seeded.promotions, seeded.restrictions, seeded.recalls) == (1, 1, 1)
    with transaction(central.engine) as session:
        assert session.query(PromotionRow).one().promotion == "P1"
        assert session.query(RestrictionRow).one().restriction == "alcohol"
        assert session.query(RecallRow).one().recall == "R1"
    (tmp_path / "recalls.json").unlink()
    assert seed_demo(central.engine, folder, now=NOW).recalls == 0
    with transaction(central.engine) as session:
        assert session.query(RecallRow).count() == 1


def test_rules_that_are_no_list_load_nothing(central: Central, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"recalls\.json: write a list of objects"):
        seed_demo(central.engine, own_folder(tmp_path, recalls={"id": "R1"}), now=NOW)
    with transaction(central.engine) as session:
        assert session.query(PromotionRow).count() == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"prefix": "20"}', "write a list of objects"),
        ('[{"prefix": "20", "kind": "prize"}]', "in_store_numbers.json: 20: kind 'prize' is unknown"),
        ('[{"prefix": "20", "kind": "price", "item_digits": 9}]', "13 digits"),
        ("[", "Expecting value"),
    ],
)
def test_wrong_own_numbers_load_nothing(central: Central, tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "in_store_numbers.json").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=why):
        seed_demo(central.engine, tmp_path, now=NOW)


def test_a_list_goes_into_a_file_without_any_central(tmp_path: Path) -> None:
    from kiosk.domain.catalogue import CatalogueHead

    items, _ = read_items(DEMO / "items.csv")
    head = CatalogueHead(1, "SS01", "KRW", NOW, {"standard": "10", "exempt": "0"})
    path = tmp_path / "catalogue.db"
    assert write_snapshot(path, head, items) == len(items)
    twice: list[CatalogueItem] = [items[0], items[0]]
    before = path.read_bytes()
    with pytest.raises(SnapshotRefused, match="twice"):
        write_snapshot(path, head, twice)
    assert path.read_bytes() == before
    assert [x.name for x in tmp_path.iterdir()] == ["catalogue.db"]


def _shop(**told: object) -> dict[str, object]:
    name = {"ko": "가게"}
    hours = {"mon": ["08:00", "22:00"]}
    pickup = {"desk": name, "until": "21:00"}
    return {"id": "S1", "name": name, "address": name, "minutes": 1, "pickup": pickup, "hours": hours, **told}


def _folder(folder: Path, shop: dict[str, object]) -> Path:
    folder.mkdir()
    for name in ("items.csv", "online_range.csv"):
        (folder / name).write_text("sku,gtin,name_ko,price,tax\nA1,,물,199,standard\n", encoding="utf-8")
    (folder / "stock.csv").write_text("shop,sku,on_hand,counted_minutes_ago\n", encoding="utf-8")
    told_map = {"shop": "S1", "places": [], "routes": []}
    warehouse = {"id": "W1", "name": {"ko": "창고"}, "country": shop.get("country", "KR")}
    warehouse |= {"tax_rates": shop.get("tax_rates", {})}
    for name, told in {
        "shops": {"shops": [shop], "warehouse": warehouse},
        "map": told_map,
        "people": {"staff": [], "members": []},
        "promotions": [],
    }.items():
        (folder / f"{name}.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_a_shop_brings_its_country_rates_district_and_fees(central: Central, tmp_path: Path) -> None:
    shop = _shop(
        country="US",
        tax_rates={"standard": "8.875"},
        district="queens",
        sale_fees=[{"kind": "service", "amount": 25, "tax": ""}],
        registration=["Store 12"],
    )
    seed_demo(central.engine, _folder(tmp_path / "shop", shop), now=NOW)
    published = publish(central.engine, central.key, central.catalogue_folder, now=NOW, shop="S1")
    assert published[0].refused_count == 0
    packed = (central.catalogue_folder / f"{published[0].sha256}.zst").read_bytes()
    raw = tmp_path / "catalogue.db"
    raw.write_bytes(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
    reader = CatalogueReader(raw)
    head, told = reader.head(), reader.shop("S1")
    assert (head.country, head.currency, head.tax.mode) == ("US", "USD", TaxMode.EXCLUSIVE)
    assert head.tax.rates == {"standard": "8.875", "exempt": "0", "zero": "0"}
    assert told is not None
    assert (told.district, told.sale_fees, told.registration) == (
        "queens",
        (SaleFee("service", 25, ""),),
        ("Store 12",),
    )
    reader.close()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"country": "XX"}, "shops.json: shop S1: country 'XX' is not known"),
        ({"country": "US"}, "shops.json: shop S1: in United States each shop has its own rates"),
        ({"tax_rates": {"standard": "-1"}}, "shops.json: shop S1: a tax rate is a percentage"),
        ({"sale_fees": [{"kind": "service", "amount": 0}]}, "shop S1: the fee service has the amount 0"),
        ({"sale_fees": [{"kind": "service", "amount": 9, "tax": "luxury"}]}, "tax kind 'luxury', which has no rate"),
        ({"sale_fees": [{"amount": 9}]}, "shop S1: a fee has no 'kind'"),
    ],
)
def test_a_shop_that_cannot_be_taxed_is_named(
    central: Central, tmp_path: Path, told: dict[str, object], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        seed_demo(central.engine, _folder(tmp_path / "shop", _shop(**told)), now=NOW)
