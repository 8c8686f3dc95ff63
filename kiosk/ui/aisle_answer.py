"""Answers to what a shopper looks for: found off the screen's thread, complete with where each item is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from kiosk.aisle.check_availability import check_availability
from kiosk.aisle.ports import AisleBackground, AisleCatalogue
from kiosk.aisle.search_catalogue import SearchAnswer, SearchCatalogue
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.hangul import INITIALS
from kiosk.domain.promotion import Promotion
from kiosk.ui.aisle_rows import Found, nearest_first, promotion_badge
from kiosk.ui.shop_documents import Category

MOST = 50
tr = QCoreApplication.translate


class AisleRange(AisleCatalogue, Protocol):
    """What the search page reads of the catalogue, on any thread."""

    def categories(self) -> Sequence[tuple[str, int]]: ...

    def in_category(self, category: str, limit: int = 50) -> Sequence[CatalogueItem]: ...

    def by_gtin(self, gtin: str) -> CatalogueItem | None: ...

    def by_plu(self, plu: str) -> CatalogueItem | None: ...

    def promotions(self) -> tuple[Promotion, ...]: ...


@dataclass(frozen=True, slots=True)
class AisleAnswer:
    """What was found for `query` or in `category`; `similar` when only something close was found."""

    found: tuple[Found, ...] = ()
    similar: bool = False
    failed: bool = False
    query: str = ""
    category: str = ""


class AisleFinder:
    """Finds items and looks up each one's stock and promotion; safe to call from another thread."""

    def __init__(
        self, catalogue: AisleRange, background: AisleBackground, shop: str, now: Callable[[], datetime]
    ) -> None:
        self._catalogue, self._shop, self._now = catalogue, shop, now
        self._search = SearchCatalogue(catalogue, background, limit=MOST)

    def find(self, query: str, category: str = "") -> AisleAnswer:
        """The answer to a query, or what a category holds."""
        if category:
            answer = SearchAnswer("", tuple(self._catalogue.in_category(category, MOST)))
        else:
            answer = self._search.search(query)
        now, shops, promotions = self._now(), self._catalogue.shops(), self._catalogue.promotions()
        currency = self._catalogue.head().currency
        found = [
            Found(
                item,
                check_availability(item, self._catalogue.stock(item.sku), shops, self._shop, now),
                promotion_badge(item, promotions, now, self._shop, currency),
            )
            for item in answer.items
        ]
        return AisleAnswer(tuple(nearest_first(found)), bool(answer.similar_to), False, query, category)


def answer_title(answer: AisleAnswer, shown: int, categories: Mapping[str, Category], language: str) -> str:
    """The sentence over the results; `shown` is how many of them are shown."""
    if answer.category:
        known = categories.get(answer.category)
        return known.name.to(language) if known else answer.category
    if answer.similar or not answer.found:
        words = tr("Aisle", "‘%1’ 상품을 찾지 못했어요")
    elif shown >= MOST:
        words = tr("Aisle", "‘%1’ 상품 %n개 넘게", "", shown)
    elif set(answer.query) <= {*INITIALS, " "}:
        words = tr("Aisle", "초성 ‘%1’ 상품 %n개", "", shown)
    else:
        words = tr("Aisle", "‘%1’ 상품 %n개", "", shown)
    return words.replace("%1", answer.query)
