"""The demo shop as the endless aisle reads it: search, stock with its ages, shops, places; and work that can wait."""

import csv
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, LocalText, Place, Shop, StockCount
from kiosk.domain.in_store_number import InStoreTemplate, TemplateKind
from kiosk.domain.promotion import Promotion
from kiosk.domain.recall import Recall
from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction import Restriction
from kiosk.domain.restriction_rows import restriction_from
from kiosk.domain.search_text import is_found, query_terms, search_keys
from kiosk.ui.shop_documents import ShopDocuments
from tests.fakes.demo_shop import DEMO, items, promotions

HERE = "SS01"


@cache
def documents() -> ShopDocuments:
    """The demo's stories, categories and plan."""
    return ShopDocuments.read(DEMO)


@cache
def _document(name: str) -> Any:
    return json.loads((DEMO / name).read_text("utf-8"))


@cache
def _stock_rows() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with (DEMO / "stock.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["sku"], []).append(row)
    return found


class DemoAisle:
    """`AisleRange` and the places over the files of the demo shop; `now` is what the ages count from."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.searched: list[str] = []

    def by_sku(self, sku: str) -> CatalogueItem | None:
        return items().get(sku)

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        return next((item for item in items().values() if item.gtin and item.gtin == gtin), None)

    def by_plu(self, plu: str) -> CatalogueItem | None:
        return next((item for item in items().values() if item.plu and item.plu == plu), None)

    def search(self, query: str, limit: int = 50) -> Sequence[CatalogueItem]:
        self.searched.append(query)
        words = query_terms(query).words
        if not words:
            return ()
        found = []
        for item in items().values():
            texts = (item.name.ko, item.name.en, item.name.ja, item.name.zh, item.maker, item.brand)
            if is_found(words, [search_keys(text) for text in texts]):
                found.append(item)
        return found[:limit]

    def categories(self) -> Sequence[tuple[str, int]]:
        counted: dict[str, int] = {}
        for item in items().values():
            counted[item.category] = counted.get(item.category, 0) + 1
        return sorted(counted.items(), key=lambda pair: -pair[1])

    def in_category(self, category: str, limit: int = 50) -> Sequence[CatalogueItem]:
        return [item for item in items().values() if item.category == category][:limit]

    def promotions(self) -> tuple[Promotion, ...]:
        return promotions()

    def head(self) -> CatalogueHead:
        return CatalogueHead(1, HERE, "KRW", self.now, {"standard": "10"})

    def restrictions(self) -> tuple[Restriction, ...]:
        return tuple(map(restriction_from, _document("restrictions.json")))

    def recalls(self) -> tuple[Recall, ...]:
        return tuple(map(recall_from, _document("recalls.json")))

    def in_store_templates(self) -> tuple[InStoreTemplate, ...]:
        return (InStoreTemplate("28", TemplateKind.WEIGHT), InStoreTemplate("29", TemplateKind.MEMBER))

    def stock(self, sku: str) -> Sequence[StockCount]:
        return [
            StockCount(row["shop"], int(row["on_hand"]), self.now - timedelta(minutes=int(row["counted_minutes_ago"])))
            for row in _stock_rows().get(sku, ())
        ]

    def shops(self) -> Sequence[Shop]:
        told = _document("shops.json")
        shops = [
            Shop(
                row["id"],
                LocalText(**row["name"]),
                LocalText(**row["address"]),
                pickup_place=LocalText(**row["pickup"]["desk"]),
                pickup_until=row["pickup"]["until"],
                distance_minutes=row["minutes"],
            )
            for row in told["shops"]
        ]
        warehouse = told["warehouse"]
        return [*shops, Shop(warehouse["id"], LocalText(**warehouse["name"]), LocalText(""), is_warehouse=True)]

    def shop(self, shop_id: str) -> Shop | None:
        return next((shop for shop in self.shops() if shop.shop_id == shop_id), None)

    def places(self) -> Sequence[Place]:
        told = _document("map.json")
        routes = {row["place"]: row for row in told["routes"]}
        return [
            Place(
                row["id"],
                LocalText(**row["name"]),
                row["x"],
                row["y"],
                row["w"],
                row["h"],
                row["zone"],
                tuple((x, y) for x, y in routes.get(row["id"], {}).get("points", ())),
                int(routes.get(row["id"], {}).get("minutes", 1)),
            )
            for row in told["places"]
        ]

    def place(self, place_id: str) -> Place | None:
        return next((place for place in self.places() if place.place_id == place_id), None)


class AtOnce:
    """Background work that is done before `submit` returns."""

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            answer = work()
        except Exception as fault:
            failed(fault)
            return
        done(answer)


class WhenTold:
    """Background work that waits until the test lets one of it be done."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]] = []

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        self.waiting.append((work, done, failed))

    def finish(self, place: int = 0) -> None:
        work, done, failed = self.waiting.pop(place)
        AtOnce().submit(work, done, failed)
