"""Which bags a shop offers: rubbish bags are valid, and priced, in one district only (종량제봉투)."""

from collections.abc import Iterable

from kiosk.domain.catalogue import CatalogueItem

BAG = "bag"
DISTRICT = "district:"


def offered_bags(items: Iterable[CatalogueItem], district: str) -> tuple[CatalogueItem, ...]:
    """The bags among `items` that a shop of this district sells, in their order.

    A bag of a district carries the group `district:NAME`; a bag without such a group is sold everywhere. A shop
    whose district is not known ("") offers no district's bags: its customers could not use them.
    """
    return tuple(item for item in items if BAG in item.flags and valid_in(item, district))


def valid_in(item: CatalogueItem, district: str) -> bool:
    """Whether the item may be used in this district; what names no district may be used everywhere."""
    districts = [group.removeprefix(DISTRICT) for group in item.groups if group.startswith(DISTRICT)]
    return not districts or (district != "" and district in districts)
