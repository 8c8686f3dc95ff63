"""Which item of the catalogue a code's meaning names."""

from typing import Protocol

from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.scanned_meaning import ItemCode, PricedCode, ScannedMeaning, WeighedCode


class CodedItems(Protocol):
    """Items by the numbers that codes carry."""

    def by_gtin(self, gtin: str) -> CatalogueItem | None: ...

    def by_plu(self, plu: str) -> CatalogueItem | None: ...


def item_of(meaning: ScannedMeaning, items: CodedItems) -> CatalogueItem | None:
    """The item, or None when the code names none that the shop has."""
    if isinstance(meaning, ItemCode):
        return items.by_gtin(meaning.gtin)
    if isinstance(meaning, PricedCode | WeighedCode):
        return items.by_plu(meaning.plu) or items.by_plu(meaning.plu.lstrip("0"))
    return None
