"""Items and their words."""

from dataclasses import replace

import pytest

from kiosk.domain.catalogue import CatalogueItem, LocalText

MILK = CatalogueItem("milk", "", LocalText("우유", "Milk"), 2980)


@pytest.mark.parametrize(("language", "words"), [("ko", "우유"), ("en", "Milk"), ("ja", "우유"), ("fr", "우유")])
def test_a_language_without_words_reads_korean(language: str, words: str) -> None:
    assert MILK.name.to(language) == words


@pytest.mark.parametrize("flag", ["bag", "deposit", "no_discount"])
def test_bags_deposits_and_marked_goods_keep_their_price(flag: str) -> None:
    assert MILK.discountable
    assert replace(MILK, flags=frozenset({"produce"})).discountable
    assert not replace(MILK, flags=frozenset({"produce", flag})).discountable
