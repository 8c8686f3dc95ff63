"""Small catalogue files for tests, written by the same function that writes central's."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.catalogue import (
    CatalogueHead,
    CatalogueItem,
    LocalText,
    Place,
    Shop,
    SoldBy,
    StaffMember,
    StockCount,
)
from kiosk.domain.in_store_number import InnerCheck, InStoreTemplate, TemplateKind
from kiosk.domain.promotion import NPlusM, PercentOff, Pool
from sync.central.catalogue.snapshot import write_snapshot

COUNTED = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
MEMBER = bytes(range(16))
BANANA_MILK = CatalogueItem(
    "B01001", "08809999010012", LocalText("통통 바나나우유 240mL", "Banana Milk", "バナナ牛乳", "香蕉牛奶"), 1700,
    maker="통통유업", brand="통통", category="dairy", member_price=1500, place="fridge-3",
)  # fmt: skip
SOJU = CatalogueItem(
    "B02001", "08809999020011", LocalText("맑은 소주 360mL", "Soju"), 1900, age_limit=19, category="alcohol",
    blocked="recall", flags=frozenset({"promo", "new"}), shipping=True, pickup=True, returnable_days=0,
)  # fmt: skip
BANANA = CatalogueItem(
    "P00011", "", LocalText("바나나", "Banana"), 4990, "exempt", SoldBy.KG, plu="4011", category="produce"
)
CUCUMBER = CatalogueItem("P00012", "", LocalText("백오이", "Cucumber"), 900, "exempt", plu="4062", category="produce")
BAG = CatalogueItem("B23003", "08809999230038", LocalText("장바구니", "Bag"), 1500, flags=frozenset({"bag"}))
BAGUETTE = CatalogueItem("B23009", "", LocalText("바게트"), 2500, flags=frozenset({"bagged"}), in_store=False)
ITEMS = (BANANA_MILK, BANANA, SOJU, CUCUMBER, BAG, BAGUETTE)
PROMOTIONS = (
    NPlusM(promotion_id="P1", name=LocalText("1+1 우유"), pool=Pool(skus=frozenset({"B01001"})), buy=1, free=1),
    PercentOff(
        promotion_id="P2",
        name=LocalText("과일 할인"),
        pool=Pool(categories=frozenset({"produce"})),
        percent=20,
        limit=3,
    ),
)
SHOPS = (
    Shop("SH1", LocalText("성수점"), LocalText("서울"), pickup_place=LocalText("입구"), pickup_until="21:00"),
    Shop("WH", LocalText("창고"), LocalText("이천"), is_warehouse=True),
)
PLACES = (Place("fridge-3", LocalText("냉장 3"), 1, 2, 3, 4, "cold", ((0, 0), (1, 2)), 2),)
STAFF = (StaffMember("A1", "김하나", "attendant", "$argon2id$check"),)
STOCK = (
    ("B01001", StockCount("SH1", 12, COUNTED)),
    ("B01001", StockCount("WH", 400, COUNTED)),
)
TEMPLATES = (
    InStoreTemplate("2", TemplateKind.WEIGHT, item_digits=6),
    InStoreTemplate("21", TemplateKind.PRICE, item_digits=4, inner_check=InnerCheck.GS1),
)


def write_catalogue(
    path: Path, version: int = 7, *, shop: str = "SH1", items: Sequence[CatalogueItem] = ITEMS, stock_position: int = 50
) -> Path:
    head = CatalogueHead(version, shop, "KRW", COUNTED, {"standard": "10", "exempt": "0"})
    write_snapshot(
        path,
        head,
        items,
        promotions=PROMOTIONS if {"B01001", "P00011"} <= {item.sku for item in items} else (),
        shops=SHOPS,
        places=PLACES,
        staff=STAFF,
        stock=STOCK,
        templates=TEMPLATES,
        members=(MEMBER,),
        stock_position=stock_position,
    )
    return path
