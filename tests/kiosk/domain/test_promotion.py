"""Pools, validity and what the shelf says."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.promotion import AmountOff, FixedPrice, NPlusM, PercentOff, Pool, Validity
from kiosk.domain.promotion_book import PromotionBook

MILK = CatalogueItem("milk", "", LocalText("우유"), 2980, brand="B", category="dairy")
names = st.frozensets(st.sampled_from(["milk", "rice", "dairy", "grain", "B", "C"]), max_size=2)
pools = st.builds(Pool, names, names, names)
items = st.builds(
    lambda sku, brand, category, flags: replace(MILK, sku=sku, brand=brand, category=category, flags=flags),
    st.sampled_from(["milk", "rice"]),
    st.sampled_from(["B", "C", ""]),
    st.sampled_from(["dairy", "grain", ""]),
    st.sampled_from([frozenset[str](), frozenset({"bag"})]),
)


@given(st.lists(pools, max_size=5), items)
def test_the_book_finds_exactly_the_promotions_whose_pool_holds_the_item(
    given: list[Pool], item: CatalogueItem
) -> None:
    promotions = [
        PercentOff(promotion_id=f"P{n}", name=LocalText("x"), pool=pool, percent=10) for n, pool in enumerate(given)
    ]
    found = [rule.promotion_id for rule, _ in PromotionBook(promotions).fits(item).rules]
    assert found == [promotion.promotion_id for promotion in promotions if promotion.pool.holds(item)]


def test_badges() -> None:
    assert NPlusM(promotion_id="P", name=LocalText("x"), pool=Pool(), buy=2, free=1).badge == "2+1"
    assert PercentOff(promotion_id="P", name=LocalText("x"), pool=Pool(), percent=20).badge == "−20%"


def test_hours_start_inclusive_and_end_exclusive() -> None:
    evening = Validity(hours=("18:00", "22:00"))
    live = {clock: evening.live(datetime(2026, 11, 21, *clock, tzinfo=UTC), "SS01", False) for clock in
            [(17, 59, 59), (18, 0, 0), (21, 59, 59), (22, 0, 0)]}  # fmt: skip
    assert list(live.values()) == [False, True, True, False]


def test_amounts_on_badges_are_written_as_the_currency_has_them() -> None:
    off = AmountOff(promotion_id="P", name=LocalText("x"), pool=Pool(), amount=1500)
    assert (off.badge, off.badge_in("KRW"), off.badge_in("USD")) == ("−1,500", "−1,500", "−15.00")
    three = FixedPrice(promotion_id="P", name=LocalText("x"), pool=Pool(), count=3, price=5000)
    assert (three.badge_in("KRW"), three.badge_in("KWD")) == ("3=5,000", "3=5.000")
    assert PercentOff(promotion_id="P", name=LocalText("x"), pool=Pool(), percent=20).badge_in("USD") == "−20%"
