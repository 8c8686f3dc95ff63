"""Search results and categories as rows in the shopper's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kiosk.aisle.check_availability import Availability, Where
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.promotion import Promotion
from kiosk.domain.search_text import highlights
from kiosk.ui.choice_list_model import Choice
from kiosk.ui.display_text import money_text, spoken_money, with_unit
from kiosk.ui.shop_documents import ShopDocuments
from kiosk.ui.stock_words import badge_words, can_ship

tr = QCoreApplication.translate
_NEAREST = {Where.HERE: 0, Where.ONLY_NEARBY: 1, Where.ONLY_DELIVERY: 2, Where.UNKNOWN: 3, Where.SOLD_OUT: 4}


@dataclass(frozen=True, slots=True)
class Found:
    """An item with where it is and the promotion that runs for it, or ""."""

    item: CatalogueItem
    availability: Availability
    promotion: str = ""


@dataclass(frozen=True, slots=True)
class Showing:
    """How rows are written: language, currency, the words that were looked for, whether central is there."""

    language: str
    currency: str
    query: str = ""
    online: bool = True


def promotion_badge(
    item: CatalogueItem, promotions: Sequence[Promotion], now: datetime, shop: str, currency: str
) -> str:
    """The shelf's word for the first promotion that runs for this item, or ""."""
    running = (x for x in promotions if any(pool.holds(item) for pool in x.pools) and x.validity.live(now, shop, False))
    return next((x.badge_in(currency) for x in running), "")


def nearest_first(found: Sequence[Found]) -> list[Found]:
    """Items of this shop first, within that as they were found."""
    return sorted(found, key=lambda row: _NEAREST[row.availability.where])


def result_choice(row: Found, showing: Showing, documents: ShopDocuments) -> Choice:
    """One search result."""
    item, language = row.item, showing.language
    name = item.name.to(language)
    marked = highlights(showing.query, name) if showing.query else []
    start, end = marked[0] if marked else (0, 0)
    availability, stock = badge_words(row.availability, language, online=showing.online)
    badge, tone, icon = row.promotion, "promo", ""
    if not badge and availability in {"here", "nearby"} and can_ship(item, row.availability):
        badge, tone, icon = tr("Aisle", "배송 돼요"), "neutral", "truck"
    return Choice(
        key=item.sku,
        name=name,
        amount=money_text(item.unit_price, showing.currency, language).number,
        detail=_detail(item, documents, language),
        picture=item.picture.removesuffix(".svg"),
        tint=item.tile,
        category=item.category,
        badge=badge,
        badgeTone=tone,
        badgeIcon=icon,
        spokenPrice=spoken_money(item.unit_price, showing.currency, language),
        matchStart=start,
        matchLength=end - start,
        availability=availability,
        stock=stock,
    )


def category_choices(counted: Sequence[tuple[str, int]], documents: ShopDocuments, language: str) -> list[Choice]:
    """Categories that have a name to show, the largest first; bags are asked for at the cart."""
    return [
        Choice(key=key, name=documents.categories[key].name.to(language), icon=documents.categories[key].icon)
        for key, _ in counted
        if key in documents.categories and key != "bags"
    ]


def suggestions(found: Sequence[Found], query: str, language: str, most: int = 4) -> list[str]:
    """Whole words of the found names that continue what was typed."""
    words: list[str] = []
    for row in found:
        name = row.item.name.to(language)
        marked = highlights(query, name)
        if not marked:
            continue
        start = name.rfind(" ", 0, marked[0][0]) + 1
        end = name.find(" ", marked[0][1])
        word = name[start : end if end >= 0 else len(name)]
        if word not in words and word != query.strip() and len(word) > 1:
            words.append(word)
    return words[:most]


def _detail(item: CatalogueItem, documents: ShopDocuments, language: str) -> str:
    story = documents.stories.get(item.sku)
    told = story.line.to(language) if story else ""
    if item.sold_by is SoldBy.KG:
        told = with_unit("1", "kg", language)
    return " · ".join(part for part in (item.maker or item.brand, told) if part)
