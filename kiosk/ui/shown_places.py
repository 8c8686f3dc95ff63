"""Names of shops and shelf places in the shopper's words."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from kiosk.domain.catalogue import Place, Shop

tr = QCoreApplication.translate


class Places(Protocol):
    """Where things are, from the catalogue."""

    def shop(self, shop_id: str) -> Shop | None: ...

    def place(self, place_id: str) -> Place | None: ...

    def places(self) -> Sequence[Place]: ...


class ShownPlaces:
    """Turns shop and place ids into words."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def shop_name(self, shop_id: str, language: str) -> str:
        """The shop's name, or its id when the catalogue does not know it."""
        shop = self._places.shop(shop_id)
        return shop.name.to(language) if shop else shop_id

    def place_name(self, place_id: str, language: str) -> str:
        """The shelf's name, or nothing."""
        place = self._places.place(place_id)
        return place.name.to(language) if place else ""

    def place(self, place_id: str) -> Place | None:
        """The shelf's block on the map."""
        return self._places.place(place_id)

    def all_places(self) -> Sequence[Place]:
        """Every block of the map."""
        return self._places.places()

    def pickup_words(self, shop_id: str, language: str) -> str:
        """Where to pick up and until when of the day; only what is known."""
        shop = self._places.shop(shop_id)
        if shop is None or shop.pickup_place is None:
            return ""
        place = shop.pickup_place.to(language)
        if not shop.pickup_until:
            return place
        return tr("Cart", "%1 · %2까지").replace("%1", place).replace("%2", shop.pickup_until)
