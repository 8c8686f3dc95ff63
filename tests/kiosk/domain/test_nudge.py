"""The next step that pays, for each kind that has one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.priced_cart import Nudge, NudgeKind
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import (
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    TenderDiscount,
    Threshold,
    Tier,
    Tiered,
)

NAME = LocalText("행사")
CONTEXT = PricingContext(
    at=datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9))), shop="S", tender="card"
)
ANY = Pool()


def row(number: int, price: int, quantity: int = 1, **more: object) -> LineItem:
    item = replace(CatalogueItem(f"s{number}", "", LocalText("x"), price, place="A1"), **more)  # type: ignore[arg-type]
    return LineItem(str(number), item, quantity)


def nudge(lines: Sequence[LineItem], *promotions: Promotion) -> Nudge | None:
    return price_cart(lines, promotions, CONTEXT).nudge


def test_a_free_piece_costs_nothing() -> None:
    found = nudge([row(1, 1_500)], NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=1, free=1))
    assert found == Nudge("P", "1+1", "1", "s1", 1, 1, "A1", NudgeKind.FREE_PIECE, NAME, 1_500)


def test_pieces_that_cost_less_together() -> None:
    offer = FixedPrice(promotion_id="P", name=NAME, pool=ANY, count=3, price=5_000)
    found = nudge([row(1, 2_000, 2)], offer)
    assert found is not None
    assert (found.kind, found.have, found.missing, found.gain) == (NudgeKind.SET_PRICE, 2, 1, 1_000)
    assert nudge([row(1, 1_500, 2)], offer) is None  # three cost 4,500 apart


def test_the_next_tier() -> None:
    tiers = Tiered(promotion_id="P", name=NAME, pool=ANY, tiers=(Tier(2, 10), Tier(4, 20)))
    found = nudge([row(1, 1_000, 2)], tiers)
    assert found is not None
    assert (found.kind, found.have, found.missing, found.gain) == (NudgeKind.TIER, 2, 2, 600)
    assert nudge([row(1, 1_000, 4)], tiers) is None


@pytest.mark.parametrize(("price", "short"), [(45_000, 5_000), (40_000, 10_000), (39_999, None), (50_000, None)])
def test_what_is_still_to_be_spent_when_it_is_little(price: int, short: int | None) -> None:
    found = nudge([row(1, price)], Threshold(promotion_id="P", name=NAME, pool=ANY, at_least=50_000, amount=6_000))
    assert (found.short_of if found else None) == short
    if found:
        assert (found.kind, found.gain, found.sku) == (NudgeKind.SPEND, 6_000, "")


def test_a_percentage_of_the_threshold_is_what_can_be_had() -> None:
    offer = TenderDiscount(promotion_id="P", name=NAME, tender="card", percent=10, at_least=10_000)
    found = nudge([row(1, 9_500)], offer)
    assert found is not None
    assert (found.short_of, found.gain) == (500, 1_000)


@pytest.mark.parametrize(
    "kept_back", [{"age_limit": 19}, {"flags": frozenset({"no_giveaway"})}, {"blocked": "recall"}, {"in_store": False}]
)
def test_some_goods_are_never_pressed_on_anybody(kept_back: dict[str, object]) -> None:
    assert nudge([row(1, 1_500, 1, **kept_back)], NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=1, free=1)) is None


def test_the_step_that_costs_least_is_told() -> None:
    first = NPlusM(promotion_id="A", name=NAME, pool=Pool(skus=frozenset({"s1"})), buy=2, free=1)
    second = NPlusM(promotion_id="B", name=NAME, pool=Pool(skus=frozenset({"s2"})), buy=1, free=1)
    found = nudge([row(1, 500), row(2, 9_000)], first, second)
    assert found is not None
    assert found.promotion_id == "B"  # the second piece is free; of the first a second one is paid


def free(name: str, buy: int, *skus: str, limit: int | None = None) -> NPlusM:
    pool = Pool(skus=frozenset(skus))
    return NPlusM(promotion_id=name, name=NAME, pool=pool, buy=buy, free=1, limit=limit)


def test_nothing_is_said_when_the_piece_is_there_or_the_limit_is_reached() -> None:
    assert nudge([row(1, 2_980, 2)], free("P", 1, "s1")) is None
    assert nudge([row(1, 1_000, 3)], free("P", 1, "s1", limit=1)) is None


def test_nothing_is_said_where_a_percentage_is_as_good() -> None:
    sixty = PercentOff(promotion_id="Q", name=NAME, pool=ANY, percent=60)
    assert nudge([row(1, 1_000)], free("P", 1, "s1"), sixty) is None


def test_across_a_group_the_loose_row_is_named() -> None:
    found = nudge([row(1, 2_980, 2), row(2, 2_000)], free("P", 1, "s1", "s2"))
    assert found is not None
    assert (found.line_id, found.have, found.missing) == ("2", 1, 1)


@pytest.mark.parametrize(
    "line",
    [
        replace(row(1, 1_000), fulfilment=SHIP),
        replace(row(1, 1_000, sold_by=SoldBy.KG), grams=300),
        row(1, 1_000, 99),
    ],
)
def test_nothing_is_said_of_ordered_weighed_or_full_rows(line: LineItem) -> None:
    assert nudge([line], NPlusM(promotion_id="P", name=NAME, pool=ANY, buy=1, free=1)) is None
