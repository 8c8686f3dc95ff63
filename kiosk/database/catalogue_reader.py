"""The station's catalogue as the till asks it; every thread has its own connection to the same file."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kiosk.database.catalogue_contents import CatalogueContents, read_contents
from kiosk.database.catalogue_search import narrow, search
from kiosk.database.open_catalogue import OpenCatalogue
from kiosk.domain.catalogue import CatalogueHead, CatalogueItem, Place, Shop, StaffMember, StockCount
from kiosk.domain.in_store_number import InStoreTemplate
from kiosk.domain.promotion import Promotion
from kiosk.domain.recall import Recall
from kiosk.domain.refused_rule import RefusedRule
from kiosk.domain.restriction import Restriction


class _PerThread(threading.local):
    opened: OpenCatalogue | None = None
    contents: CatalogueContents | None = None
    turn = -1


def _nothing_sold(_sku: str, _since: datetime) -> int:
    return 0


def _no_newer(_sku: str, _position: int) -> Sequence[StockCount]:
    return ()


class CatalogueReader:
    """Implements `Catalogue` over the file at `path`; raises `CatalogueRefused` when there is none.

    `sold_since(sku, counted_at)` are the pieces this station sold later than a count of its own shop, and
    `newer_counts(sku, position)` the counts behind a position of central's feed;
    `station_stock.StationStock` has both.
    """

    def __init__(
        self,
        path: Path,
        *,
        sold_since: Callable[[str, datetime], int] = _nothing_sold,
        newer_counts: Callable[[str, int], Sequence[StockCount]] = _no_newer,
    ) -> None:
        self.path = path
        self._sold_since = sold_since
        self._newer_counts = newer_counts
        self._turn = 0
        self._local = _PerThread()
        first = OpenCatalogue(path)
        self._shared = read_contents(first.connection)
        self._local.opened, self._local.contents, self._local.turn = first, self._shared, 0

    def switch(self, contents: CatalogueContents) -> None:
        """From its next question on, every thread reads the file now at `path`, whose contents these are."""
        self._shared = contents
        self._turn += 1

    def close(self) -> None:
        """Let go of this thread's connection; the others go with their threads."""
        local = self._local
        if local.opened is not None:
            local.opened.close()
        local.opened, local.contents, local.turn = None, None, -1

    def _mine(self) -> OpenCatalogue:
        local = self._local
        opened = local.opened
        if opened is not None and local.turn == self._turn:
            return opened
        turn, contents = self._turn, self._shared
        fresh = OpenCatalogue(self.path)
        if fresh.version != contents.head.version:
            # The file was replaced a moment ago and the switch is on its way: stay whole, read its own.
            contents = read_contents(fresh.connection)
        if opened is not None:
            opened.close()
        local.opened, local.contents, local.turn = fresh, contents, turn
        return fresh

    def _told(self) -> CatalogueContents:
        self._mine()
        contents = self._local.contents
        assert contents is not None  # noqa: S101  # set together with the connection
        return contents

    def head(self) -> CatalogueHead:
        """Which catalogue this is."""
        return self._told().head

    def by_gtin(self, gtin: str) -> CatalogueItem | None:
        """The item with this 14-digit GTIN."""
        # The scan path: `_mine` written out, because a call costs as much as the cached look-up itself.
        local = self._local
        opened = local.opened
        if opened is None or local.turn != self._turn:
            opened = self._mine()
        return opened.by_gtin(gtin)

    def uncached_by_gtin(self, gtin: str) -> CatalogueItem | None:
        """As `by_gtin`, the item read and made anew each time; for measuring."""
        return self._mine().by_gtin_uncached(gtin)

    def by_sku(self, sku: str) -> CatalogueItem | None:
        """The item with the shop's own number."""
        return self._mine().by_sku(sku)

    def by_plu(self, plu: str) -> CatalogueItem | None:
        """The item with the number of a pack without a code."""
        return self._mine().by_plu(plu)

    def promotions(self) -> tuple[Promotion, ...]:
        """Every promotion of the file, live or not."""
        return self._told().rules.promotions

    def restrictions(self) -> tuple[Restriction, ...]:
        """Every restriction of the file, in force or not."""
        return self._told().rules.restrictions

    def recalls(self) -> tuple[Recall, ...]:
        """Every recall of the file, in force or not."""
        return self._told().rules.recalls

    def refused_rules(self) -> tuple[RefusedRule, ...]:
        """Rules of the file that are not followed, each with the reason."""
        return self._told().rules.refused

    def in_store_templates(self) -> tuple[InStoreTemplate, ...]:
        """Layouts of the shop's own numbers, the longest prefix first."""
        return self._told().templates

    def without_barcode(self, query: str = "") -> Sequence[CatalogueItem]:
        """Items without a code, best sold first; `query` narrows by name, 초성 or PLU digits."""
        found = self._told().uncoded
        return narrow(found, query) if query.strip() else found

    def bags(self) -> Sequence[CatalogueItem]:
        """Bags to carry the shopping in."""
        return self._told().bags

    def search(self, query: str, limit: int = 50) -> Sequence[CatalogueItem]:
        """Items by name in any language, part-typed syllable, 초성 or digits; best sold first."""
        return search(self._mine(), query, limit)

    def categories(self) -> Sequence[tuple[str, int]]:
        """Categories with how many items each has, largest first."""
        return self._told().categories

    def in_category(self, category: str, limit: int = 50) -> Sequence[CatalogueItem]:
        """The best sold items of a category."""
        return self._mine().in_category(category, limit)

    def stock(self, sku: str) -> Sequence[StockCount]:
        """The last counts by place, the own shop's lowered by this station's later sales, never below zero."""
        told = self._told()
        counts = {count.shop: count for count in self._mine().stock(sku)}
        for count in self._newer_counts(sku, told.stock_position):
            counts[count.shop] = count
        own = counts.get(told.head.shop)
        if own is not None:
            left = max(own.on_hand - self._sold_since(sku, own.counted_at), 0)
            counts[own.shop] = StockCount(own.shop, left, own.counted_at)
        return [counts[shop] for shop in sorted(counts)]

    def stock_position(self) -> int:
        """How far in central's feed of changes the file's own counts are."""
        return self._shared.stock_position

    def shop(self, shop_id: str) -> Shop | None:
        """A building by its id."""
        return self._told().shops.get(shop_id)

    def shops(self) -> Sequence[Shop]:
        """All buildings."""
        return tuple(self._told().shops.values())

    def place(self, place_id: str) -> Place | None:
        """A block of the store map by its id."""
        return self._told().places.get(place_id)

    def places(self) -> Sequence[Place]:
        """All blocks of the store map."""
        return tuple(self._told().places.values())

    def staff(self) -> Sequence[StaffMember]:
        """Who may sign in."""
        return self._told().staff

    def knows_member(self, code_hash: bytes) -> bool:
        """Whether a member code with this hash exists."""
        return self._mine().knows_member(code_hash)
