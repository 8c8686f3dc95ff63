"""The benchmark of pricing measures the carts that it names."""

import random

import pytest

from kiosk.commands.benchmarks import price
from kiosk.domain.promotion_book import PromotionBook


@pytest.mark.parametrize(("lines", "matching"), [(60, 30), (10, 5)])
def test_a_cart_has_so_many_lines_and_so_many_promotions_that_match(lines: int, matching: int) -> None:
    chance = random.Random(1)
    items = price._items(chance)
    promotions = price._promotions(chance, items)
    assert len(promotions) == price.LIVE
    assert all(promotion.live(price.CONTEXT) for promotion in promotions)
    cart = price._cart(chance, items, PromotionBook(promotions), lines, matching)
    held = [p for p in promotions if any(pool.holds(line.item) for pool in p.pools for line in cart)]
    assert (len(cart), len(held)) == (lines, matching)


def test_figures_have_their_baseline_and_their_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(price, "CARTS", 3)
    monkeypatch.setattr(price, "RANDOM_CARTS", 20)
    figures = price.measure(long=False)
    assert [figure.target for figure in figures] == [None, 5.0, None, 1.0, 0]
    assert all(figure.value > 0 and figure.baseline_value > 0 for figure in figures[:-1])
    assert figures[-1].value == 0
