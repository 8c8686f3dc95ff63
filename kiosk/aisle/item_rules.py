"""What the rules of the shop say of an item of the aisle, before it is in a cart."""

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.aisle.ports import AisleCatalogue, AisleClock
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fulfilment import Fulfilment
from kiosk.domain.sale_check import CheckContext, Finding, SaleRules, check_cart


def never_asked() -> datetime | None:
    """The age of the list of recalls where nobody asks central: that of the catalogue."""
    return None


class ItemRules:
    """Asks the one sale check for an item and each way to receive it.

    `list_as_of` tells when the list of recalls was last known to be the newest; None is since the catalogue came.
    """

    def __init__(
        self,
        catalogue: AisleCatalogue,
        clock: AisleClock,
        shop: str,
        *,
        attended: bool = True,
        list_as_of: Callable[[], datetime | None] = never_asked,
    ) -> None:
        self._catalogue, self._clock, self._shop = catalogue, clock, shop
        self._attended, self._list_as_of = attended, list_as_of
        self._rules: tuple[int, SaleRules] | None = None

    def of(self, item: CatalogueItem, quantity: int) -> Callable[[Fulfilment], Sequence[Finding]]:
        """What is against so many pieces of the item, for each way to receive them."""
        rules = self._in_force()
        as_of = self._list_as_of() or self._catalogue.head().published_at
        context = CheckContext(at=self._clock.now(), shop=self._shop, attended=self._attended, list_as_of=as_of)

        def findings(way: Fulfilment) -> Sequence[Finding]:
            return check_cart([LineItem("", item, quantity, fulfilment=way)], rules, context)

        return findings

    def _in_force(self) -> SaleRules:
        version = self._catalogue.head().version
        if self._rules is None or self._rules[0] != version:
            self._rules = (version, SaleRules(self._catalogue.restrictions(), self._catalogue.recalls()))
        return self._rules[1]
