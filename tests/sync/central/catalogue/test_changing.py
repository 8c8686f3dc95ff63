"""Changing a catalogue piece by piece: all or nothing, with a reason, and written down in the feed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kiosk.domain.catalogue import CatalogueItem, LocalText, Place, Shop
from sync.central.app import Central
from sync.central.catalogue.changing import (
    PriceChange,
    drop_items,
    drop_prices,
    drop_promotion,
    drop_recall,
    drop_restriction,
    put_items,
    put_prices,
    put_promotion,
    put_recall,
    put_restriction,
)
from sync.central.catalogue.feed import changes_after, number_changes
from sync.central.catalogue.loading import put_items as load_items
from sync.central.catalogue.loading import (
    put_members,
    put_places,
    put_promotions,
    put_shop,
    put_staff,
    put_templates,
)
from sync.central.catalogue_tables import CatalogueChangeRow, ItemRow, PriceRow
from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.seed import USUAL_TEMPLATES

PROMOTION = '{"id": "P1", "kind": "percent_off", "name": {"ko": "10%"}, "pool": {"skus": ["B1"]}, "percent": 10}'
RESTRICTION = '{"id": "X1", "name": {"ko": "주류"}, "goods": {"categories": ["alcohol"]}, "per_sale": 3}'
RECALL = '{"id": "R1", "skus": ["B1"], "reason": {"ko": "이물"}}'
LATER = datetime(2031, 1, 1, tzinfo=UTC)


def item(number: int, price: int = 1000) -> CatalogueItem:
    return CatalogueItem(f"B{number}", "", LocalText(f"상품 {number}"), price)


def news(central: Central) -> list[tuple[str, str, str]]:
    """What was noted since the last time, and forgotten again."""
    number_changes(central.engine)
    with transaction(central.engine) as session:
        rows = [(row.kind, row.shop, row.subject) for row in changes_after(session, 0)]
        session.execute(text("DELETE FROM catalogue_change"))
    return sorted(rows)


def do(central: Central, act: Callable[[Session], object]) -> list[tuple[str, str, str]]:
    with transaction(central.engine) as session:
        act(session)
    return news(central)


def prices(central: Central) -> list[tuple[str, int, int | None]]:
    with transaction(central.engine) as session:
        rows = session.execute(select(ItemRow.sku, ItemRow.unit_price, ItemRow.member_price).order_by(ItemRow.sku))
        return [(row.sku, row.unit_price, row.member_price) for row in rows]


@pytest.fixture
def stocked(central: Central) -> Central:
    load_items(central.engine, [item(1), item(2)])
    news(central)
    return central


def test_every_change_is_noted_and_nothing_else(stocked: Central) -> None:
    assert do(stocked, lambda s: put_items(s, [item(1), item(2, 900), item(3)])) == [
        ("item", "", "B2"),
        ("item", "", "B3"),
    ]
    assert do(stocked, lambda s: put_items(s, [item(1), item(2, 900)])) == []
    with transaction(stocked.engine) as session:
        assert session.scalars(select(ItemRow.sku).order_by(ItemRow.rank)).all() == ["B1", "B2", "B3"]
    assert do(stocked, lambda s: put_promotion(s, PROMOTION)) == [("promotion", "", "P1")]
    assert do(stocked, lambda s: put_promotion(s, PROMOTION)) == []
    assert do(stocked, lambda s: put_restriction(s, RESTRICTION)) == [("restriction", "", "X1")]
    assert do(stocked, lambda s: put_recall(s, RECALL)) == [("recall", "", "R1")]
    place = Place("fridge", LocalText("냉장고"), 1, 2, 3, 4)
    assert do(stocked, lambda s: put_places(s, "SS01", [place])) == [("place", "SS01", "fridge")]
    assert do(stocked, lambda s: put_staff(s, "SS02", "A1", "지우", "attendant", "482917")) == [("staff", "SS02", "A1")]
    assert do(stocked, lambda s: put_staff(s, "SS02", "A1", "지우", "attendant", "482917")) == []
    assert do(stocked, lambda s: put_members(s, {"29001": "김"})) == [("member", "", "29001")]
    assert len(do(stocked, lambda s: put_templates(s, USUAL_TEMPLATES))) == 3
    assert do(stocked, lambda s: put_templates(s, USUAL_TEMPLATES)) == []
    shop = Shop("SS03", LocalText("왕십리점"), LocalText("길 1"))
    assert do(stocked, lambda s: put_shop(s, shop)) == [("shop", "", "SS03")]
    assert do(stocked, lambda s: s.execute(text("UPDATE item SET rank = rank + 10 WHERE sku = 'B1'"))) == [
        ("item", "", "B1")
    ]
    assert do(stocked, lambda s: s.execute(text("TRUNCATE recall"))) == [("recall", "", "*")]


def test_what_is_dropped_is_noted_and_what_is_not_there_is_refused(stocked: Central) -> None:
    with transaction(stocked.engine) as session:
        put_promotion(session, PROMOTION)
        put_restriction(session, RESTRICTION)
        put_recall(session, RECALL)
        put_prices(session, [PriceChange("SS01", "B1", 700)])
    news(stocked)
    assert do(stocked, lambda s: drop_items(s, ["B1"])) == [("item", "", "B1"), ("price", "SS01", "B1")]
    assert do(stocked, lambda s: drop_promotion(s, "P1")) == [("promotion", "", "P1")]
    assert do(stocked, lambda s: drop_restriction(s, "X1")) == [("restriction", "", "X1")]
    assert do(stocked, lambda s: drop_recall(s, "R1")) == [("recall", "", "R1")]
    for drop in (drop_promotion, drop_restriction, drop_recall):
        with pytest.raises(Refused, match="404 unknown"), transaction(stocked.engine) as session:
            drop(session, "none")
    with pytest.raises(Refused, match="no item B1, B9; nothing"), transaction(stocked.engine) as session:
        drop_items(session, ["B9", "B2", "B1"])
    assert prices(stocked) == [("B2", 1000, None)]


def test_a_price_of_every_shop_at_once_is_the_items_own_and_the_last_word_counts(stocked: Central) -> None:
    assert do(stocked, lambda s: put_prices(s, [PriceChange("", "B1", 800, 700)])) == [("item", "", "B1")]
    assert do(stocked, lambda s: put_prices(s, [PriceChange("", "B1", 800, 700)])) == []
    assert prices(stocked) == [("B1", 800, 700), ("B2", 1000, None)]
    do(stocked, lambda s: put_prices(s, [PriceChange("", "B1", 900)]))
    assert prices(stocked) == [("B1", 900, None), ("B2", 1000, None)]


def test_prices_of_a_shop_and_prices_to_come_are_rows_of_their_own(stocked: Central) -> None:
    changes = [
        PriceChange("SS01", "B1", 700),
        PriceChange("", "B1", 600, effective_at=LATER),
        PriceChange("SS01", "B2", 500, 400, LATER),
        PriceChange("SS01", "B2", 550, 450, LATER),
    ]
    assert do(stocked, lambda s: put_prices(s, changes)) == [
        ("price", "", "B1"),
        ("price", "SS01", "B1"),
        ("price", "SS01", "B2"),
    ]
    with transaction(stocked.engine) as session:
        rows = session.scalars(select(PriceRow).order_by(PriceRow.effective_at, PriceRow.shop)).all()
        assert [(r.shop, r.sku, r.unit_price, r.member_price) for r in rows] == [
            ("SS01", "B1", 700, None),
            ("", "B1", 600, None),
            ("SS01", "B2", 550, 450),
        ]
        assert abs(rows[0].effective_at - datetime.now(UTC)) < timedelta(minutes=5)
    assert do(stocked, lambda s: drop_prices(s, "SS01", ["B1", "B2"])) == [
        ("price", "SS01", "B1"),
        ("price", "SS01", "B2"),
    ]
    assert do(stocked, lambda s: drop_prices(s, "SS01", ["B1"])) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (PriceChange("", "B1", -1), "422 price refused: B1: -1 is no price"),
        (PriceChange("", "B1", 2**60), "is no price"),
        (PriceChange("", "B1", 10, 11), "the member price 11 is not between 0 and the price 10"),
        (PriceChange("", "NONE", 10), "404 unknown item: there is no item NONE; nothing was changed"),
        (PriceChange("XX", "B1", 10), "404 unknown shop: there is no shop XX; nothing was changed"),
        (PriceChange("", "B1", 10, None, LATER.replace(tzinfo=None)), "names no time zone"),
    ],
)
def test_a_price_that_cannot_be_is_refused_and_nothing_changes(
    stocked: Central, change: PriceChange, reason: str
) -> None:
    with pytest.raises(Refused, match=reason), transaction(stocked.engine) as session:
        put_prices(session, [PriceChange("", "B2", 1), change])
    assert prices(stocked) == [("B1", 1000, None), ("B2", 1000, None)]
    assert news(stocked) == []


@pytest.mark.parametrize("body", ["", "no JSON", "[]", "{}", '{"id": 5}', "null", "[" * 5000])
def test_a_rule_that_is_not_understood_is_refused(stocked: Central, body: str) -> None:
    for put in (put_promotion, put_restriction, put_recall):
        with pytest.raises(Refused, match="is not understood"), transaction(stocked.engine) as session:
            put(session, body)
    assert news(stocked) == []


def test_what_is_rolled_back_leaves_nothing(stocked: Central) -> None:
    def half(session: Session) -> None:
        put_promotion(session, PROMOTION)
        drop_promotion(session, "none")

    with pytest.raises(Refused, match="no promotion"):
        do(stocked, half)
    assert news(stocked) == []


def test_a_statement_that_changes_everything_leaves_one_row(central: Central) -> None:
    load_items(central.engine, (item(n) for n in range(50_001)))
    assert ("item", "", "*") in news(central)
    assert do(central, lambda s: s.execute(text("UPDATE item SET unit_price = unit_price + 1"))) == [("item", "", "*")]
    assert do(central, lambda s: s.execute(text("DELETE FROM item"))) == [("item", "", "*")]


def test_promotions_are_replaced_as_a_whole(stocked: Central) -> None:
    with transaction(stocked.engine) as session:
        put_promotion(session, PROMOTION)
    news(stocked)
    assert do(stocked, lambda s: put_promotions(s, [])) == [("promotion", "", "P1")]
    with transaction(stocked.engine) as session:
        assert not session.scalars(select(CatalogueChangeRow)).all()
