"""What was left out of a catalogue with its id and the reason, and which items may not be published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.gtin import GtinError, validate

_MOST_NAMED = 1_000


@dataclass
class Refusals:
    """What was left out of a version: the first 1,000 by name, and how many in all."""

    named: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def add(self, name: str, reason: str) -> None:
        """Note that `name` was left out."""
        self.count += 1
        if len(self.named) < _MOST_NAMED:
            self.named[name] = reason


def publishable(
    items: Iterable[CatalogueItem], tax_kinds: frozenset[str], shared_gtins: frozenset[str], refusals: Refusals
) -> Iterator[CatalogueItem]:
    """The items that may be sold; the others are noted. Of items that share a GTIN the best sold one goes on."""
    seen: dict[str, str] = {}
    for item in items:
        fault = item_fault(item, tax_kinds)
        if not fault and item.gtin in shared_gtins:
            first = seen.setdefault(item.gtin, item.sku)
            fault = f"GTIN {item.gtin} belongs to {first} already" if first != item.sku else ""
        if fault:
            refusals.add(f"item {item.sku}", fault)
        else:
            yield item


def item_fault(item: CatalogueItem, tax_kinds: frozenset[str]) -> str:
    """Why an item may not be published, or ""."""
    if item.unit_price < 0:
        return f"the price {item.unit_price} is negative"
    if item.member_price is not None and not 0 <= item.member_price <= item.unit_price:
        return f"the member price {item.member_price} is not between 0 and the price {item.unit_price}"
    if item.tax not in tax_kinds:
        return f"tax kind {item.tax!r} is none of {', '.join(sorted(tax_kinds))}"
    if not item.name.ko and not item.name.en:
        return "it has no name"
    if item.gtin:
        try:
            validate(item.gtin)
        except GtinError as error:
            return f"GTIN {item.gtin}: {error}"
    return ""
