"""Deposits and fees of a sale: own lines, never discounted, deposits outside of tax."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, SaleFee
from kiosk.domain.country import KOREA
from kiosk.domain.fees import deposit_fees, fees_of, sale_fees
from kiosk.domain.priced_cart import Fee
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import PercentOff, Pool

AT = datetime(2026, 11, 21, 18, 12, tzinfo=timezone(timedelta(hours=9)))


def bottle(deposit: int, price: int = 1500) -> CatalogueItem:
    return CatalogueItem(f"bottle{deposit}", "", LocalText("병"), price, deposit=deposit)


def test_each_size_of_bottle_has_its_own_fee_and_what_has_none_costs_none() -> None:
    lines = [
        LineItem("1", bottle(130), 2),
        LineItem("2", bottle(100), 6),
        LineItem("3", bottle(0), 4),
        LineItem("4", bottle(100), 1),
        LineItem("5", bottle(350)),
    ]
    assert deposit_fees(lines) == (
        Fee("deposit", 700, "", 7),
        Fee("deposit", 260, "", 2),
        Fee("deposit", 350, "", 1),
    )
    assert deposit_fees(lines[2:3]) == ()


def test_a_fee_of_the_sale_comes_with_the_first_line() -> None:
    charged = (SaleFee("service", 100), SaleFee("plastic", 30, ""))
    assert sale_fees([], charged) == ()
    assert sale_fees([LineItem("1", bottle(0), 3)], charged) == (
        Fee("service", 100, "standard"),
        Fee("plastic", 30, ""),
    )


def test_a_deposit_is_neither_discounted_nor_taxed() -> None:
    lines = [LineItem("1", bottle(100, 1100), 2)]
    half = PercentOff(promotion_id="P", name=LocalText("반값"), pool=Pool(), percent=50)
    priced = price_cart(lines, [half], PricingContext(at=AT, shop="S", tax=KOREA.tax), fees_of(lines, ()))
    assert (priced.gross, priced.discount, priced.total) == (2200, 1100, 1300)
    assert [(row.kind, row.net, row.tax) for row in priced.taxes] == [("standard", 1000, 100)]


@given(st.lists(st.tuples(st.sampled_from([0, 70, 100, 130, 350]), st.integers(1, 99)), max_size=12))
def test_deposits_add_up_whatever_the_order(bottles: list[tuple[int, int]]) -> None:
    lines = [LineItem(str(place), bottle(each), count) for place, (each, count) in enumerate(bottles)]
    fees = deposit_fees(lines)
    assert sum(fee.amount for fee in fees) == sum(each * count for each, count in bottles)
    assert fees == deposit_fees(list(reversed(lines)))
    assert all(fee.amount and fee.tax == "" and fee.amount % fee.count == 0 for fee in fees)
