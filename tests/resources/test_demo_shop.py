"""The demo shop hangs together: numbers check, references resolve, pictures draw, promotions keep the law."""

import csv
import json
import re
from collections import Counter
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from kiosk.domain import gtin
from kiosk.domain.assortment import AssortmentOfItems
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import LANGUAGES, CatalogueItem, SoldBy
from kiosk.domain.catalogue_rows import COLUMNS, check_header, check_rows
from kiosk.domain.lot import UNNAMED, Lot
from kiosk.domain.priced_cart import Fee
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import NPlusM
from kiosk.domain.promotion_faults import promotion_faults
from kiosk.domain.promotion_rows import KINDS, promotion_from
from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction_rows import restriction_from
from kiosk.domain.tax import TaxRules

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo"
PICTURES = DEMO / "pictures"
TILES = {"warm", "cool", "mint", "butter", "stone", "clay"}
SCENES = {"scene.svg", "scene-scan.svg", "hero-B21001.svg"}
MOCKUP = {
    "B01001": ("통통 바나나우유 240mL", 1700),
    "B01005": ("푸른목장 우유 900mL", 2980),
    "B04001": ("참치마요 삼각김밥 110g", 1400),
    "B05001": ("청송 사과", 6900),
    "B09001": ("얼큰 사골라면 컵 110g", 1500),
    "B15001": ("맑은 탄산수 레몬 500mL", 1500),
    "B16001": ("한강 라거 500mL 4캔", 12000),
    "B21001": ("백자 드리퍼 세트", 38000),
    "B21002": ("드립포트 600mL", 45900),
    "B21003": ("드리퍼 필터 100매", 4900),
    "B21004": ("스텐 드리퍼", 22000),
    "B23002": ("종량제봉투 20L", 490),
}


def loaded(name: str) -> list[CatalogueItem]:
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        assert rows.fieldnames is not None
        assert check_header(rows.fieldnames) == []
        assert tuple(rows.fieldnames) == COLUMNS
        items, problems = check_rows((rows.line_num, row) for row in rows)
    assert problems == []
    return items


def document(name: str) -> Any:
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def four_names(value: dict[str, str]) -> bool:
    return set(value) == set(LANGUAGES) and all(text.strip() == text and text for text in value.values())


@pytest.fixture(scope="module")
def items() -> dict[str, CatalogueItem]:
    return {item.sku: item for item in loaded("items.csv")}


@pytest.fixture(scope="module")
def online() -> list[CatalogueItem]:
    return loaded("online_range.csv")


def test_about_four_hundred_items_or_more_and_sixty_without_a_shelf(items: dict[str, CatalogueItem]) -> None:
    assert len(items) >= 400
    assert sum(not item.in_store for item in items.values()) >= 60
    assert all(bool(item.place) == item.in_store for item in items.values())


def test_numbers_are_in_the_demo_block_and_shared_with_nothing(
    items: dict[str, CatalogueItem], online: list[CatalogueItem]
) -> None:
    numbers = Counter(item.gtin for item in (*items.values(), *online) if item.gtin)
    assert [number for number, uses in numbers.items() if uses > 1] == []
    assert all(gtin.is_valid(number) for number in numbers)
    made_up = [item for item in items.values() if item.gtin and not item.sku.startswith("I9")]
    assert all(item.gtin.startswith("08809999") for item in made_up)
    assert {item.gtin for item in items.values()} >= {"08480010045062", "00606949762520"}, "what the photos show"
    assert not [item.sku for item in online if item.gtin.startswith("0880999")]
    plus = [item.plu for item in items.values() if item.plu]
    assert len(plus) == len(set(plus))
    assert all(re.fullmatch(r"[0-9]{4,5}", plu) for plu in plus)
    assert not {item.sku for item in online} & set(items)


def test_each_item_has_four_names_of_its_own_and_a_price(items: dict[str, CatalogueItem]) -> None:
    for language in LANGUAGES:
        names = Counter(item.name.to(language) for item in items.values())
        assert [name for name, uses in names.items() if uses > 1] == [], language
    for item in items.values():
        assert item.name.ko, item.sku
        assert item.name.en, item.sku
        assert item.name.ja, item.sku
        assert item.name.zh, item.sku
        assert item.unit_price > 0, item.sku
        assert item.unit_price % 10 == 0, item.sku
        assert item.member_price is None or 0 < item.member_price < item.unit_price, item.sku


def test_online_range_is_only_shipped(online: list[CatalogueItem]) -> None:
    assert len(online) > 4_800
    for item in online:
        assert item.name.ko, item.sku
        assert item.name.en, item.sku
        assert item.unit_price > 0, item.sku
        assert (item.shipping, item.pickup, item.in_store, item.place) == (True, False, False, ""), item.sku


def test_items_of_the_mockups_are_there_at_their_prices(items: dict[str, CatalogueItem]) -> None:
    assert {sku: (items[sku].name.ko, items[sku].unit_price) for sku in MOCKUP} == MOCKUP
    assert items["B05001"].sold_by is SoldBy.KG
    assert items["B21001"].seller == "백담도예"
    assert items["B01001"].place == "fridge-3"


def test_weighed_goods_have_a_plu_and_counted_goods_a_barcode(items: dict[str, CatalogueItem]) -> None:
    for item in items.values():
        weighed = item.sold_by is SoldBy.KG
        assert (bool(item.plu), bool(item.gtin)) == (weighed, not weighed), item.sku
        assert bool(item.flags & {"produce", "counter_label"}) == weighed, item.sku


def test_alcohol_and_tobacco_are_for_adults_never_shipped_and_never_given_away(
    items: dict[str, CatalogueItem],
) -> None:
    restricted = [item for item in items.values() if item.category in ("alcohol", "tobacco")]
    assert len(restricted) >= 15
    for item in restricted:
        assert (item.age_limit, item.shipping, item.pickup) == (19, False, False), item.sku
        assert "no_giveaway" in item.flags, item.sku
    rules = [promotion_from(row) for row in document("promotions.json")]
    for rule in rules:
        hit = [item.sku for item in restricted if any(pool.names(item) for pool in rule.pools)]
        assert hit == [], rule.promotion_id


def test_references_of_items_resolve(items: dict[str, CatalogueItem], online: list[CatalogueItem]) -> None:
    places = {place["id"] for place in document("map.json")["places"]}
    categories = {category["id"] for category in document("categories.json")}
    sellers = {seller["id"] for seller in document("shops.json")["sellers"]}
    for item in (*items.values(), *online):
        assert item.category in categories, item.sku
        assert not item.place or item.place in places, item.sku
        assert not item.seller or item.seller in sellers, item.sku
        assert item.tile in TILES, item.sku
        assert not item.picture or (PICTURES / item.picture).is_file(), item.sku
    assert all(item.picture for item in items.values())
    drawn = {path.name for path in PICTURES.glob("*.svg")}
    assert drawn == {item.picture for item in items.values()} | SCENES


def test_icons_that_are_named_come_with_the_kiosk() -> None:
    icons = ROOT / "resources" / "icons" / "phosphor"
    named = [category["icon"] for category in document("categories.json")]
    named += [fact["icon"] for story in document("stories.json").values() for fact in story["facts"]]
    assert [icon for icon in named if not (icons / f"{icon}-bold.svg").is_file()] == []


def test_promotions_can_be_read_and_name_what_is_there(items: dict[str, CatalogueItem]) -> None:
    rows = document("promotions.json")
    rules = [promotion_from(row) for row in rows]
    assert len(rules) >= 12
    assert len({rule.promotion_id for rule in rules}) == len(rules)
    categories = {item.category for item in items.values()}
    brands = {item.brand for item in items.values()}
    for row, rule in zip(rows, rules, strict=True):
        assert four_names(row["name"]), rule.promotion_id
        for pool in rule.pools:
            assert pool.skus <= set(items), rule.promotion_id
            assert pool.categories <= categories, rule.promotion_id
            assert pool.brands <= brands, rule.promotion_id
    bought = [rule for rule in rules if isinstance(rule, NPlusM)]
    assert any((rule.buy, rule.free) == (1, 1) and rule.pool.skus == {"B01001"} for rule in bought)
    assert any((rule.buy, rule.free) == (2, 1) and len(rule.pool.skus) > 1 for rule in bought)
    # Several flavours of one price: the free one is never dearer than the shopper expects.
    for rule in bought:
        if rule.promotion_id in ("P002", "P005", "P006"):
            assert len({items[sku].unit_price for sku in rule.pool.skus}) == 1, rule.promotion_id


def test_stock_names_known_shops_and_items_once(items: dict[str, CatalogueItem]) -> None:
    shops = document("shops.json")
    buildings = {shop["id"] for shop in shops["shops"]} | {shops["warehouse"]["id"]}
    assert buildings == {"SS01", "SS02", "SS03", "WH01"}
    with (DEMO / "stock.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["shop"], row["sku"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["shop"] in buildings
        assert row["sku"] in items
        assert int(row["on_hand"]) >= 0
        assert 0 <= int(row["counted_minutes_ago"]) <= 120
    counts = {(row["shop"], row["sku"]): (int(row["on_hand"]), int(row["counted_minutes_ago"])) for row in rows}
    assert counts["SS01", "B21001"] == (2, 12)
    assert counts["SS02", "B21001"] == (5, 8)
    assert counts["SS02", "B21002"][0] == 5
    assert counts["SS01", "B21003"][0] == 14
    # What may be ordered is somewhere to be found.
    assert all(("WH01", sku) in counts for sku, item in items.items() if item.shipping)
    assert all(("SS01", sku) in counts for sku, item in items.items() if item.in_store)


def test_map_blocks_stay_inside_and_routes_lead_from_kiosk_to_place() -> None:
    plan = document("map.json")
    zones = {zone["id"]: zone for zone in plan["zones"]}
    kiosk = [plan["kiosk"]["x"], plan["kiosk"]["y"]]
    places = {place["id"]: place for place in plan["places"]}
    assert len(places) == len(plan["places"])
    for block in (*plan["zones"], *plan["places"]):
        assert four_names(block["name"]), block["id"]
        assert 0 <= block["x"] < block["x"] + block["w"] <= plan["width"], block["id"]
        assert 0 <= block["y"] < block["y"] + block["h"] <= plan["height"], block["id"]
    for place in places.values():
        zone = zones[place["zone"]]
        assert zone["x"] <= place["x"] < place["x"] + place["w"] <= zone["x"] + zone["w"], place["id"]
    assert [route["place"] for route in plan["routes"]] == list(places)
    for route in plan["routes"]:
        points = route["points"]
        zone = zones[places[route["place"]]["zone"]]
        assert points[0] == kiosk
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points)), route
        assert zone["x"] <= points[-1][0] <= zone["x"] + zone["w"], route
        assert zone["y"] <= points[-1][1] <= zone["y"] + zone["h"], route
        assert route["minutes"] >= 1
    assert places["fridge-3"]["name"]["ko"] == "냉장고 3번 칸"


def test_shops_say_when_they_are_open_and_where_to_collect() -> None:
    shops = document("shops.json")
    names = [shop["name"]["ko"] for shop in shops["shops"]]
    assert names == ["성수점", "서울숲점", "왕십리점"]
    for shop in (*shops["shops"], shops["warehouse"], *shops["sellers"], *document("categories.json")):
        assert four_names(shop["name"]), shop["id"]
    for shop in shops["shops"]:
        assert list(shop["hours"]) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        assert all(opens < closes for opens, closes in shop["hours"].values()), shop["id"]
        assert four_names(shop["pickup"]["desk"]), shop["id"]
        assert all(shop["pickup"]["until"] <= closes for _, closes in shop["hours"].values()), shop["id"]
        assert any(lane["open"] and lane["kind"] == "staffed" for lane in shop["lanes"]), shop["id"]
    invented = [x["business_number"] for x in (shops["operator"], *shops["shops"], *shops["sellers"])]
    assert all(number.startswith("000-00-") for number in invented)
    assert len(set(invented)) == len(invented)


def test_people_have_roles_and_pins_nobody_guesses_first() -> None:
    people = document("people.json")
    assert Counter(person["role"] for person in people["staff"]) == {
        "attendant": 2,
        "supervisor": 1,
        "technician": 1,
    }
    pins = [person["pin"] for person in people["staff"]]
    assert len(set(pins)) == len(pins)
    for pin in pins:
        assert re.fullmatch(r"[0-9]{6}", pin)
        assert len(set(pin)) >= 5
        assert pin not in "01234567890123456789"
        assert pin not in "98765432109876543210"
    numbers = [member["number"] for member in people["members"]]
    assert len(set(numbers)) == 3
    assert all(number.startswith("29") and len(number) == 13 and gtin.is_valid(number) for number in numbers)


def test_stories_are_told_in_four_languages(items: dict[str, CatalogueItem]) -> None:
    for sku, story in document("stories.json").items():
        assert sku in items
        assert four_names(story["facts_line"]), sku
        assert four_names(story["story"]), sku
        assert all(four_names(fact["text"]) for fact in story["facts"]), sku
        assert "hero" not in story or (PICTURES / story["hero"]).is_file(), sku


def test_baskets_of_the_mockups_cost_what_the_mockups_show(items: dict[str, CatalogueItem]) -> None:
    rules = [promotion_from(row) for row in document("promotions.json")]
    seoul = timezone(timedelta(hours=9))
    rates = {"standard": "10", "exempt": "0"}

    def priced(lines: list[LineItem], fees: tuple[Fee, ...] = ()) -> tuple[int, int]:
        cart = price_cart(
            lines,
            rules,
            PricingContext(at=datetime(2026, 11, 21, 18, 12, tzinfo=seoul), shop="SS01", tax=TaxRules(rates=rates)),
            fees,
        )
        return cart.total, cart.discount

    counted = [("B09001", 2), ("B01005", 1), ("B15001", 3), ("B04001", 2)]
    basket = [LineItem(sku, items[sku], pieces) for sku, pieces in counted]
    basket.append(LineItem("apples", items["B05001"], grams=842))
    assert priced([*basket, LineItem("milk", items["B01001"])]) == (19_290, 1_500)
    delivery = Fee("delivery", document("shops.json")["delivery"]["fee"])
    aisle = [LineItem("dripper", items["B21001"]), LineItem("kettle", items["B21002"])]
    assert priced([*basket, LineItem("milk", items["B01001"], 2), *aisle], (delivery,)) == (106_190, 3_200)


def test_every_kind_of_promotion_is_there_and_none_has_a_fault(items: dict[str, CatalogueItem]) -> None:
    rows = document("promotions.json")
    assert {row["kind"] for row in rows} == set(KINDS)
    of_items = AssortmentOfItems(items)
    for item in items.values():
        of_items.note(item)
    known = of_items.assortment({"SS01", "SS02", "SS03", "WH01"})
    assert {row["id"]: promotion_faults(promotion_from(row), known) for row in rows} == {row["id"]: () for row in rows}


@pytest.mark.parametrize(
    ("promotion", "counted", "circumstances", "discount"),
    [
        ("P017", [("B18001", 1), ("B18002", 2)], {}, 3688),  # 20 % of 6,480 + 2 x 5,980
        ("P018", [("B10014", 1), ("B10015", 1), ("B10016", 1)], {}, 2200),  # 7,200 for 5,000
        ("P019", [("B13002", 1), ("B01021", 1)], {}, 1460),  # 3,680 + 4,280 for 6,500
        ("P020", [("B19002", 1), ("B19011", 1)], {}, 2980),  # and 15 % off the capsules is less with it
        ("P021", [("B07007", 1), ("B08006", 1)], {}, 1644),  # 30 % of 5,480
        ("P022", [("B19015", 2)], {}, 3000),
        ("P023", [("B20007", 1), ("B20009", 1), ("B20014", 1)], {}, 5900),
        ("P024", [("B01010", 6)], {"coupons": frozenset({"WELCOME"})}, 2000),
        ("P025", [("B01010", 3)], {"partners": frozenset({"telco"})}, 1100),  # 11 full thousands of 11,700
        ("P026", [("B01010", 6)], {"tender": "card:blue"}, 1170),  # 5 % of 23,400
        ("P027", [("B22015", 2)], {}, 2000),
        ("P028", [("B20019", 2)], {"member": True}, 375),  # 15 % of one: a member has it once
    ],
)
def test_promotions_of_each_kind_take_off_what_they_promise(
    items: dict[str, CatalogueItem],
    promotion: str,
    counted: list[tuple[str, int]],
    circumstances: dict[str, Any],
    discount: int,
) -> None:
    at = datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9)))
    last_day = Lot(expires_on=at.date())
    lines = [LineItem(sku, items[sku], pieces, lot=last_day if sku == "B07007" else UNNAMED) for sku, pieces in counted]
    rules = [promotion_from(row) for row in document("promotions.json")]
    cart = price_cart(lines, rules, PricingContext(at=at, shop="SS01", **circumstances))
    assert {used.promotion_id: used.amount for used in cart.used}[promotion] == discount


@pytest.mark.parametrize(
    ("language", "font"),
    [("ko", "Pretendard-SemiBold"), ("ja", "NotoSansCJKJP-Regular"), ("zh", "NotoSansCJKSC-Regular")],
)
def test_the_fonts_of_the_kiosk_can_show_every_name(language: str, font: str, items: dict[str, CatalogueItem]) -> None:
    glyphs = set(TTFont(ROOT / "resources" / "fonts" / f"{font}.otf").getBestCmap())
    texts = [item.name.to(language) for item in items.values()]
    texts += [row["name"][language] for row in (*document("promotions.json"), *document("map.json")["places"])]
    texts += [story["story"][language] for story in document("stories.json").values()]
    missing = {sign for text in texts for sign in text if ord(sign) not in glyphs}
    assert missing == set()


def test_rules_and_recalls_can_be_read_and_name_what_is_there(items: dict[str, CatalogueItem]) -> None:
    for row in document("restrictions.json"):
        rule = restriction_from(row)
        assert any(rule.covers(item) for item in items.values()), rule.restriction_id
        assert rule.basis
    for row in document("recalls.json"):
        recall = recall_from(row)
        assert any(recall.names(item) for item in items.values()), recall.recall_id
