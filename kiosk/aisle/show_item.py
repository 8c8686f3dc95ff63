"""The product page: one item with where it is, how it can be received and where it stands."""

from dataclasses import dataclass

from kiosk.aisle.check_availability import Availability, check_availability
from kiosk.aisle.choose_fulfilment import FulfilmentOption, options
from kiosk.aisle.item_rules import ItemRules
from kiosk.aisle.ports import AisleCatalogue, AisleClock
from kiosk.domain.catalogue import CatalogueItem, Place


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Everything the product and fulfilment pages show of one item; prices in minor units."""

    item: CatalogueItem
    quantity: int
    unit_price: int
    availability: Availability
    options: tuple[FulfilmentOption, ...]
    place: Place | None


class ShowItem:
    """Makes product pages from the station's own copy of catalogue and stock."""

    def __init__(
        self,
        catalogue: AisleCatalogue,
        clock: AisleClock,
        shop: str,
        rules: ItemRules,
        *,
        shipping_fee: int,
        free_shipping_from: int = 0,
    ) -> None:
        self._catalogue, self._clock, self._shop, self._rules = catalogue, clock, shop, rules
        self._shipping_fee, self._free_shipping_from = shipping_fee, free_shipping_from

    def page(self, sku: str, *, quantity: int = 1, member: bool = False, online: bool = True) -> ItemPage | None:
        """The page of an item, or None when the catalogue does not know it."""
        item = self._catalogue.by_sku(sku)
        if item is None:
            return None
        price = item.unit_price
        if member and item.member_price is not None:
            price = min(price, item.member_price)
        found = check_availability(
            item, self._catalogue.stock(sku), self._catalogue.shops(), self._shop, self._clock.now()
        )
        ways = options(
            item,
            quantity,
            found,
            self._rules.of(item, quantity),
            unit_price=price,
            shipping_fee=self._shipping_fee,
            free_shipping_from=self._free_shipping_from,
            online=online,
        )
        place = self._catalogue.place(item.place) if item.place else None
        return ItemPage(item, quantity, price, found, ways, place)
