"""What a unit of an item may be used for."""

import pytest

from kiosk.domain import promotion_book
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.promotion import Bundle, PercentOff, Pool, Promotion, Slot, Threshold
from kiosk.domain.promotion_book import NOTHING, PromotionBook

NAME = LocalText("행사")


def item(sku: str, **more: object) -> CatalogueItem:
    return CatalogueItem(sku, "", LocalText(sku), 1_000, **more)  # type: ignore[arg-type]


def percent(name: str, pool: Pool) -> Promotion:
    return PercentOff(promotion_id=name, name=NAME, pool=pool, percent=10)


def names(book: PromotionBook, what: CatalogueItem) -> list[str]:
    fits = book.fits(what)
    return [rule.promotion_id for rule, _ in fits.rules] + [promotion.promotion_id for promotion in fits.cart]


def test_a_set_tells_which_of_its_slots_an_item_fits() -> None:
    slots = (Slot(Pool(skus=frozenset({"a"})), 1), Slot(Pool(categories=frozenset({"dairy"})), 1))
    book = PromotionBook([Bundle(promotion_id="P", name=NAME, slots=slots, price=1)])
    assert [slots for _, slots in book.fits(item("a", category="dairy")).rules] == [(0, 1)]
    assert [slots for _, slots in book.fits(item("b", category="dairy")).rules] == [(1,)]
    assert book.fits(item("c")) is NOTHING


def test_groups_count_like_categories_and_what_is_left_out_does_not() -> None:
    drinks = Pool(categories=frozenset({"drinks"}), without=Pool(brands=frozenset({"B"})))
    book = PromotionBook([percent("P", drinks)])
    assert names(book, item("a", groups=frozenset({"drinks"}))) == ["P"]
    assert names(book, item("a", groups=frozenset({"drinks"}), brand="B")) == []


def test_cart_level_promotions_are_found_too_and_nothing_for_bags() -> None:
    threshold = Threshold(promotion_id="T", name=NAME, pool=Pool(), at_least=1, amount=1)
    book = PromotionBook([percent("P", Pool()), threshold])
    assert names(book, item("a")) == ["P", "T"]
    assert names(book, item("bag", flags=frozenset({"bag"}))) == []


def test_two_promotions_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two promotions have the id P"):
        PromotionBook([percent("P", Pool()), percent("P", Pool())])


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promotion_book, "MOST_REMEMBERED", 3)
    book = PromotionBook([percent("P", Pool())])
    assert [names(book, item(f"s{number}")) for number in range(8)] == [["P"]] * 8
    assert len(book._remembered) <= 3
