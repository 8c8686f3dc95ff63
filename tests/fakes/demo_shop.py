"""The demo shop's items, promotions, shops and places in memory, as the catalogue reader would give them."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from kiosk.domain.catalogue import CatalogueItem, LocalText, Place, Shop, StockCount
from kiosk.domain.catalogue_rows import check_rows
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_rows import promotion_from

DEMO = Path(__file__).parents[2] / "resources" / "demo"


@cache
def items() -> dict[str, CatalogueItem]:
    """Every item written for the demo, by SKU."""
    with (DEMO / "items.csv").open(encoding="utf-8", newline="") as lines:
        found, problems = check_rows(enumerate(csv.DictReader(lines), 2))
    assert not problems, problems[:3]
    return {item.sku: item for item in found}


@cache
def promotions() -> tuple[Promotion, ...]:
    """The demo's promotions."""
    return tuple(promotion_from(row) for row in json.loads((DEMO / "promotions.json").read_text("utf-8")))


def by_name(korean: str) -> CatalogueItem:
    """The one item whose Korean name contains these words."""
    return next(item for item in items().values() if korean in item.name.ko)


class DemoShelves:
    """The parts of `Catalogue` that the screens read."""

    def without_barcode(self, query: str = "") -> Sequence[CatalogueItem]:
        return [item for item in items().values() if item.plu and query in item.name.ko + item.plu][:24]

    def bags(self) -> Sequence[CatalogueItem]:
        return [item for item in items().values() if "bag" in item.flags]

    def shop(self, shop_id: str) -> Shop | None:
        names = {"SS01": "성수점", "SP01": "서울숲점"}
        name = LocalText(names.get(shop_id, shop_id), shop_id)
        return Shop(shop_id, name, LocalText("서울"), False, LocalText("1층 안내데스크", "Desk, 1F"), "21:00", 12)

    def place(self, place_id: str) -> Place | None:
        return next((place for place in self.places() if place.place_id == place_id), None)

    def places(self) -> Sequence[Place]:
        names = {"fridge-3": LocalText("냉장고 3번 칸", "Fridge 3"), "aisle-2": LocalText("2번 통로", "Aisle 2")}
        return [
            Place(key, name, 100 + 200 * n, 100, 160, 80, "", ((40, 400), (180, 400), (180, 200)))
            for n, (key, name) in enumerate(names.items())
        ]

    def stock(self, sku: str) -> Sequence[StockCount]:
        return [StockCount("SS01", 2, datetime(2026, 11, 21, 18, 0, tzinfo=UTC))] if sku else []
