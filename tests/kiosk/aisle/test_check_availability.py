"""Stock is said as honestly as the counts allow (A2, StockBadge)."""

from datetime import timedelta

import pytest

from kiosk.aisle.check_availability import Availability, StockState, Where, check_availability
from kiosk.domain.catalogue import CatalogueItem, StockCount
from tests.builders import MORNING, item, shop, stock

SHOPS = (
    shop("here"),
    shop("far", distance_minutes=30),
    shop("near", distance_minutes=5),
    shop("warehouse", is_warehouse=True),
)
CHAIR = item(1, shipping=True, pickup=True)


def found(*counts: StockCount, of: CatalogueItem = CHAIR) -> Availability:
    return check_availability(of, counts, SHOPS, "here", MORNING)


def test_each_building_has_its_count_and_its_age() -> None:
    answer = found(stock("here", 3, 12), stock("near", 2, 60), stock("far", 1), stock("warehouse", 40))
    assert answer.where is Where.HERE
    assert answer.here is not None
    assert (answer.here.count, answer.here.minutes) == (3, 12)
    assert [x.shop.shop_id for x in answer.others] == ["near", "far"], "nearest first"
    assert [x.count for x in answer.warehouses] == [40]


def test_a_count_older_than_two_hours_is_no_number() -> None:
    old, young = found(stock("here", 3, 121)).here, found(stock("here", 3, 120)).here
    assert old is not None
    assert young is not None
    assert (old.state, old.count) == (StockState.UNKNOWN, None)
    assert (young.state, young.count) == (StockState.IN_STOCK, 3)


@pytest.mark.parametrize(
    ("counts", "where"),
    [
        ((stock("here", 0), stock("near", 2)), Where.ONLY_NEARBY),
        ((stock("here", 0), stock("near", 0), stock("far", 0), stock("warehouse", 5)), Where.ONLY_DELIVERY),
        ((stock("here", 0), stock("near", 0), stock("far", 0), stock("warehouse", 0)), Where.SOLD_OUT),
        ((stock("here", 0), stock("near", 4, 500), stock("far", 0), stock("warehouse", 0)), Where.UNKNOWN),
        ((), Where.UNKNOWN),
    ],
)
def test_what_the_page_says_first(counts: tuple[StockCount, ...], where: Where) -> None:
    assert found(*counts).where is where


def test_the_newest_count_counts_and_a_count_from_the_future_is_fresh() -> None:
    future = StockCount("here", 5, MORNING + timedelta(minutes=3))
    answer = found(stock("here", 9, 50), future)
    assert answer.here is not None
    assert (answer.here.count, answer.here.minutes) == (5, 0)


def test_stock_below_nothing_is_nothing() -> None:
    answer = found(stock("here", -2))
    assert answer.here is not None
    assert (answer.here.state, answer.here.count) == (StockState.SOLD_OUT, 0)
