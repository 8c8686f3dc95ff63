"""A line that was sold comes back as the row of the cart it was, whatever it says."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from kiosk.checkout.sale_document import pending_sale
from kiosk.domain.cart import LineItem, PriceOverride
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.fulfilment import CARRY_OUT, SHIP, Fulfilment, FulfilmentKind
from kiosk.domain.lot import Lot
from kiosk.domain.priced_cart import PricedCart, PricedLine
from sync.central.prices.uploaded import as_charged, line_of, unknown_item
from tests.builders import item

days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
lots = st.builds(
    Lot,
    expires_on=days,
    expires_time=st.none() | st.sampled_from([time(9, 30), time(23, 59)]),
    sell_by=days,
    best_before=days,
    batch=st.sampled_from(["", "L7"]),
    made_on=days,
)
overrides = st.none() | st.builds(
    PriceOverride, st.integers(0, 9_999), st.sampled_from(["shelf_price", "damaged"]), st.just("A1")
)
prices = st.integers(0, 99_999)
items = st.builds(
    lambda price, member, deposit, tax: item(1, "우유", price, member_price=member, deposit=deposit, tax=tax),
    prices,
    st.none() | prices,
    st.sampled_from([0, 100]),
    st.sampled_from(["standard", "exempt"]),
)
lines = st.builds(
    LineItem,
    line_id=st.just("1"),
    item=items,
    quantity=st.integers(1, 9),
    fixed_price=st.none() | prices,
    fulfilment=st.sampled_from([CARRY_OUT, SHIP, Fulfilment(FulfilmentKind.PICK_UP, "SS02")]),
    approved_by=st.sampled_from(["", "A1"]),
    lot=lots,
    serials=st.sampled_from([(), ("S1",)]),
    override=overrides,
    cleared=st.sampled_from([frozenset(), frozenset({"best_before"})]),
    cleared_by=st.sampled_from(["", "A1"]),
)


def documents(line: LineItem) -> PricedCart:
    priced = PricedLine(line, line.item.unit_price, 0, 0)
    return PricedCart("KRW", (priced,), 0, 0, (), 0, ())


@given(lines)
def test_a_line_comes_back_as_the_row_it_was(line: LineItem) -> None:
    pending = pending_sale(
        sale_id="s",
        catalogue_version=1,
        language="ko",
        member="",
        charged=documents(line),
        to_order=PricedCart("KRW", (), 0, 0, (), 0, ()),
        link_token="t",
        new_id=lambda: "o",
    )
    (told,) = pending.lines
    # What the catalogue of today says of prices, tax and deposit counts for nothing: the cart had its own.
    today = item(1, "우유", 123, member_price=7, deposit=350, tax="zero")
    assert line_of(told, lambda document: as_charged(document, today)) == line


def test_a_line_of_an_older_station_has_the_price_it_was_sold_at() -> None:
    weighed = LineItem("1", item(3, "사과", 4990, sold_by=SoldBy.KG), grams=842)
    pending = pending_sale(
        sale_id="s",
        catalogue_version=1,
        language="ko",
        member="",
        charged=documents(weighed),
        to_order=PricedCart("KRW", (), 0, 0, (), 0, ()),
        link_token="t",
        new_id=lambda: "o",
    )
    old = pending.lines[0].model_copy(update={"listed": None, "unit_price": 4500})
    today = item(3, "사과", 5990, member_price=5000, sold_by=SoldBy.KG)
    assert as_charged(old, today).unit_price == 4500
    assert as_charged(old.model_copy(update={"member_price": True}), today).unit_price == 5990
    assert unknown_item(old).sold_by is SoldBy.KG
    assert unknown_item(old).unit_price == 4500
