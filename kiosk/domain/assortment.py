"""What promotions may name: the items, categories, groups, brands and shops of one catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.promotion import Pool, Promotion


@dataclass(frozen=True, slots=True)
class Assortment:
    """What there is, and what the dearest unit of it can cost.

    `items` holds at least those that a promotion names by SKU; `categories` (groups among them) and `brands` lead
    to the dearest price of their items that may be discounted: 0 when there is none, None when a unit has no
    highest price (sold by weight, or priced in its code).
    """

    items: Mapping[str, CatalogueItem] = field(default_factory=dict)
    categories: Mapping[str, int | None] = field(default_factory=dict)
    brands: Mapping[str, int | None] = field(default_factory=dict)
    shops: frozenset[str] = frozenset()

    def dearest(self, pool: Pool) -> int | None:
        """The most that one unit of the pool can cost; None when that cannot be said."""
        if pool.everything:
            return None
        prices = [dearest_of(self.items[sku]) for sku in pool.skus if sku in self.items]
        prices += [self.categories[name] for name in pool.categories if name in self.categories]
        prices += [self.brands[name] for name in pool.brands if name in self.brands]
        return dearest_price(prices)


class AssortmentOfItems:
    """Collects an assortment from a stream of items, of which it keeps only those in `wanted`."""

    def __init__(self, wanted: Iterable[str] = ()) -> None:
        self._wanted = frozenset(wanted)
        self._items: dict[str, CatalogueItem] = {}
        self._categories: dict[str, int | None] = {}
        self._brands: dict[str, int | None] = {}

    def note(self, item: CatalogueItem) -> None:
        """An item is in the catalogue."""
        if item.sku in self._wanted:
            self._items[item.sku] = item
        price = dearest_of(item)
        for name in {item.category, *item.groups}:
            if name:
                self._categories[name] = dearest_price((self._categories.get(name, 0), price))
        if item.brand:
            self._brands[item.brand] = dearest_price((self._brands.get(item.brand, 0), price))

    def assortment(self, shops: Iterable[str] = ()) -> Assortment:
        """What was noted so far."""
        return Assortment(self._items, self._categories, self._brands, frozenset(shops))


def named_skus(promotions: Iterable[Promotion]) -> frozenset[str]:
    """The items that promotions name by SKU, to be used or to be left out."""
    pools = [pool for promotion in promotions for pool in promotion.pools]
    left_out = [pool.without for pool in pools if pool.without is not None]
    return frozenset(sku for pool in (*pools, *left_out) for sku in pool.skus)


def dearest_of(item: CatalogueItem) -> int | None:
    """The most that a unit of an item can cost in a promotion: 0 when none may touch it, None without an end."""
    if not item.discountable:
        return 0
    return None if item.sold_by is SoldBy.KG or not item.unit_price else item.unit_price


def dearest_price(prices: Iterable[int | None]) -> int | None:
    """The highest of prices of which some have no end."""
    highest = 0
    for price in prices:
        if price is None:
            return None
        highest = max(highest, price)
    return highest
