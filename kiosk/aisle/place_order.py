"""May this be ordered now? Asked when the choice is made, with the counts of that moment."""

from kiosk.aisle.check_availability import check_availability
from kiosk.aisle.choose_fulfilment import refusal
from kiosk.aisle.item_rules import ItemRules
from kiosk.aisle.ports import AisleCatalogue, AisleClock
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fulfilment import Fulfilment


class PlaceOrder:
    """The rule that the till asks before it takes an ordered line (`kiosk.checkout.ports.OrderRules`)."""

    def __init__(self, catalogue: AisleCatalogue, clock: AisleClock, shop: str, rules: ItemRules) -> None:
        self._catalogue, self._clock, self._shop, self._rules = catalogue, clock, shop, rules

    def refusal(self, item: CatalogueItem, quantity: int, fulfilment: Fulfilment) -> str:
        """Why not, in one word, or "" when it can be received this way."""
        counts = self._catalogue.stock(item.sku)
        found = check_availability(item, counts, self._catalogue.shops(), self._shop, self._clock.now())
        return refusal(item, quantity, fulfilment, found, self._rules.of(item, quantity)(fulfilment))
