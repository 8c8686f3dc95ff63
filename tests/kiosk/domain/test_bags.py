"""Bags by district."""

from kiosk.domain.bags import offered_bags, valid_in
from kiosk.domain.catalogue import CatalogueItem, LocalText


def bag(sku: str, *groups: str, flags: frozenset[str] = frozenset({"bag", "no_discount"})) -> CatalogueItem:
    return CatalogueItem(sku, "", LocalText(sku), 490, "exempt", groups=frozenset(groups), flags=flags)


SEONGDONG = bag("seongdong-20", "district:seongdong", "waste")
MAPO = bag("mapo-20", "district:mapo")
BORDER = bag("border", "district:seongdong", "district:mapo")
REUSABLE = bag("reusable")
MILK = bag("milk", flags=frozenset())


def test_only_the_bags_of_the_own_district_are_offered_and_reusable_ones_everywhere() -> None:
    items = (SEONGDONG, MAPO, BORDER, REUSABLE, MILK)
    assert offered_bags(items, "seongdong") == (SEONGDONG, BORDER, REUSABLE)
    assert offered_bags(items, "mapo") == (MAPO, BORDER, REUSABLE)
    assert offered_bags(items, "gangnam") == (REUSABLE,)


def test_a_shop_without_a_district_offers_no_districts_bags() -> None:
    assert offered_bags((SEONGDONG, REUSABLE), "") == (REUSABLE,)
    assert not valid_in(bag("odd", "district:"), "")


def test_bags_keep_their_price() -> None:
    assert not SEONGDONG.discountable
