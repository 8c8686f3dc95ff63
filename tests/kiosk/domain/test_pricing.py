"""Carts priced by the rules of docs/pricing.md, checked against a plain exhaustive search."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.fulfilment import SHIP
from kiosk.domain.priced_cart import Fee, PricedCart, TaxAmount
from kiosk.domain.pricing import PricingError, price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import NPlusM, PercentOff, Pool, Promotion, Validity
from kiosk.domain.promotion_book import PromotionBook
from kiosk.domain.tax import TaxError, TaxRules

SEOUL = timezone(timedelta(hours=9))
AT = datetime(2026, 11, 21, 18, 12, tzinfo=SEOUL)
RATES = {"standard": "10", "exempt": "0"}
EVERYTHING = Pool()
ALWAYS = Validity()


def item(sku: str, price: int, *, member_price: int | None = None, **more: object) -> CatalogueItem:
    return replace(CatalogueItem(sku, "", LocalText(sku), price, member_price=member_price), **more)  # type: ignore[arg-type]


def row(number: int, what: CatalogueItem, quantity: int = 1, **more: object) -> LineItem:
    return replace(LineItem(str(number), what, quantity), **more)  # type: ignore[arg-type]


def n_plus_m(
    name: str, buy: int, free: int, pool: Pool, limit: int | None = None, validity: Validity = ALWAYS
) -> NPlusM:
    return NPlusM(
        promotion_id=name, name=LocalText(name), pool=pool, buy=buy, free=free, validity=validity, limit=limit
    )


def percent_off(
    name: str, percent: int, pool: Pool, limit: int | None = None, validity: Validity = ALWAYS
) -> PercentOff:
    return PercentOff(
        promotion_id=name, name=LocalText(name), pool=pool, percent=percent, validity=validity, limit=limit
    )


def skus(*names: str) -> Pool:
    return Pool(skus=frozenset(names))


def price(
    lines: list[LineItem],
    promotions: Sequence[Promotion] | PromotionBook,
    *,
    member: bool = False,
    at: datetime = AT,
    shop: str = "SS01",
    fees: tuple[Fee, ...] = (),
    tax_rates: dict[str, str] = RATES,
) -> PricedCart:
    return price_cart(
        lines, promotions, PricingContext(at=at, shop=shop, member=member, tax=TaxRules(rates=tax_rates)), fees
    )


def shares(cart: PricedCart) -> list[dict[str, int]]:
    return [{x.promotion_id: x.amount for x in line.discounts} for line in cart.lines]


# The worked cases of docs/pricing.md.


def test_three_units_with_two_plus_one_cost_two() -> None:
    cart = price([row(1, item("a", 1500), 3)], [n_plus_m("P", 2, 1, skus("a"))])
    assert (cart.gross, cart.discount, cart.total) == (4500, 1500, 3000)


def test_of_two_milks_and_a_juice_a_milk_is_free() -> None:
    lines = [row(1, item("milk", 2980), 2), row(2, item("juice", 2000))]
    cart = price(lines, [n_plus_m("P", 1, 1, skus("milk", "juice"))])
    assert cart.total == 4980
    assert shares(cart) == [{"P": 2980}, {}]


def test_ten_percent_off_one_dear_item() -> None:
    cart = price([row(1, item("a", 50_500))], [percent_off("P", 10, EVERYTHING)])
    assert (cart.total, cart.discount) == (45_450, 5050)


def test_an_empty_cart_costs_nothing() -> None:
    cart = price([], [percent_off("P", 10, EVERYTHING)])
    assert (cart.total, cart.gross, cart.taxes, cart.lines, cart.nudge) == (0, 0, (), (), None)


# Units, rounding, shares.


def test_a_weighed_line_is_one_unit_rounded_half_up() -> None:
    apple = item("apple", 9_900, sold_by=SoldBy.KG)
    cart = price([row(1, apple, grams=842)], [])
    assert cart.total == 8336  # 9900 x 0.842 = 8335.8
    assert cart.lines[0].unit_price == 9_900
    assert price([row(1, item("b", 1, sold_by=SoldBy.KG), grams=500)], []).total == 1


def test_a_price_printed_in_the_code_is_one_indivisible_unit() -> None:
    ham = item("ham", 12_000, sold_by=SoldBy.KG, member_price=1)
    cart = price([row(1, ham, fixed_price=4_321)], [percent_off("P", 50, EVERYTHING)], member=True)
    assert (cart.gross, cart.discount, cart.member_saving) == (4_321, 2_161, 0)
    assert not cart.lines[0].member


def test_percent_is_rounded_for_every_unit_by_itself() -> None:
    cart = price([row(1, item("a", 15), 3)], [percent_off("P", 10, EVERYTHING)])
    assert cart.discount == 6  # 1.5 is 2 for each of three, not 4.5 for all


def test_shares_follow_the_largest_remainder_and_earlier_lines_first() -> None:
    lines = [row(1, item("a", 100)), row(2, item("b", 100)), row(3, item("c", 100))]
    cart = price(lines, [n_plus_m("P", 2, 1, EVERYTHING)])
    assert shares(cart) == [{"P": 34}, {"P": 33}, {"P": 33}]


def test_a_bag_is_never_in_a_pool() -> None:
    for flag in ("bag", "deposit", "no_discount"):
        bag = item("bag", 100, flags=frozenset({flag}))
        cart = price([row(1, bag, 2)], [n_plus_m("P", 1, 1, EVERYTHING), percent_off("Q", 50, skus("bag"))])
        assert (cart.discount, cart.nudge) == (0, None)


def test_an_application_prefers_units_of_earlier_lines() -> None:
    lines = [row(1, item("a", 500), 2), row(2, item("b", 900))]
    assert shares(price(lines, [n_plus_m("P", 1, 1, EVERYTHING)])) == [{"P": 500}, {}]
    lines = [row(1, item("b", 900)), row(2, item("a", 500), 2)]
    assert shares(price(lines, [n_plus_m("P", 1, 1, EVERYTHING)])) == [{"P": 321}, {"P": 179}]


def test_equal_choices_use_the_fewest_applications_then_the_smallest_id() -> None:
    lines = [row(1, item("a", 1000), 2)]
    halves = percent_off("A", 50, EVERYTHING)
    assert shares(price(lines, [halves, n_plus_m("Z", 1, 1, EVERYTHING)])) == [{"Z": 1000}]
    twins: list[Promotion] = [n_plus_m("N2", 1, 1, EVERYTHING), n_plus_m("N1", 1, 1, EVERYTHING)]
    assert shares(price(lines, twins)) == [{"N1": 1000}]
    assert shares(price(lines, [percent_off("B", 50, EVERYTHING), halves])) == [{"A": 1000}]


def test_the_best_of_percent_and_free_is_taken_for_each_unit() -> None:
    lines = [row(1, item("a", 1000), 3)]
    cart = price(lines, [percent_off("Q", 30, EVERYTHING), n_plus_m("P", 1, 1, skus("a"))])
    assert shares(cart) == [{"P": 1000, "Q": 300}]


def test_a_limit_counts_applications_of_the_whole_sale() -> None:
    lines = [row(1, item("a", 1000), 4), row(2, item("b", 3000), 4)]
    assert price(lines, [n_plus_m("P", 1, 1, EVERYTHING, limit=1)]).discount == 3000
    assert price(lines, [n_plus_m("P", 1, 1, EVERYTHING, limit=3)]).discount == 7000
    assert price(lines, [percent_off("P", 50, EVERYTHING, limit=5)]).discount == 6500


def test_ordered_lines_take_part_like_others() -> None:
    lines = [row(1, item("a", 1000)), row(2, item("a", 1000), fulfilment=SHIP)]
    assert price(lines, [n_plus_m("P", 1, 1, skus("a"))]).discount == 1000


# Member, validity.


def test_a_member_pays_the_member_price_when_it_is_lower() -> None:
    milk, dear = item("milk", 2980, member_price=2780), item("dear", 100, member_price=120)
    lines = [row(1, milk, 2), row(2, dear)]
    cart = price(lines, [], member=True)
    assert (cart.total, cart.member_saving, cart.discount) == (5660, 400, 0)
    assert [(x.unit_price, x.member) for x in cart.lines] == [(2780, True), (100, False)]
    assert price(lines, []).total == 6060
    apple = item("apple", 10_000, member_price=9_000, sold_by=SoldBy.KG)
    assert price([row(1, apple, grams=500)], [], member=True).member_saving == 500


@pytest.mark.parametrize(
    ("validity", "live"),
    [
        (Validity(starts=AT, ends=AT), True),
        (Validity(starts=AT + timedelta(seconds=1)), False),
        (Validity(ends=AT - timedelta(seconds=1)), False),
        (Validity(weekdays=frozenset({6})), True),
        (Validity(weekdays=frozenset({1, 7})), False),
        (Validity(hours=("18:12", "22:00")), True),
        (Validity(hours=("10:00", "18:12")), False),
        (Validity(shops=frozenset({"SS01"})), True),
        (Validity(shops=frozenset({"SS02"})), False),
        (Validity(members_only=True), False),
    ],
)
def test_a_promotion_counts_only_while_it_is_live(validity: Validity, live: bool) -> None:
    cart = price([row(1, item("a", 1000))], [percent_off("P", 10, EVERYTHING, validity=validity)])
    assert (cart.discount == 100) is live


def test_members_only_is_for_members() -> None:
    promotion = percent_off("P", 10, EVERYTHING, validity=Validity(members_only=True))
    assert price([row(1, item("a", 1000))], [promotion], member=True).discount == 100


# Tax and fees.


def test_tax_is_inside_the_price_once_for_each_rate() -> None:
    lines = [row(1, item("a", 1000), 2), row(2, item("rice", 5000, tax="exempt")), row(3, item("b", 333))]
    cart = price(lines, [])
    assert cart.taxes == (TaxAmount("standard", "10", 2121, 212), TaxAmount("exempt", "0", 5000, 0))


def test_a_fee_joins_the_total_and_the_standard_tax() -> None:
    cart = price(
        [row(1, item("rice", 5000, tax="exempt"))], [percent_off("P", 10, EVERYTHING)], fees=(Fee("ship", 3300),)
    )
    assert (cart.gross, cart.discount, cart.total) == (5000, 500, 7800)
    assert cart.taxes == (TaxAmount("exempt", "0", 4500, 0), TaxAmount("standard", "10", 3000, 300))


def test_a_tax_kind_without_rate_is_an_error() -> None:
    with pytest.raises(TaxError, match="luxury"):
        price([row(1, item("a", 1, tax="luxury"))], [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (row(7, item("a", -1)), "line 7"),
        (row(7, item("a", 1, sold_by=SoldBy.KG)), "sold by weight"),
        (row(7, item("a", 1), grams=5), "counted"),
    ],
)
def test_a_line_without_a_price_is_named(line: LineItem, words: str) -> None:
    with pytest.raises(PricingError, match=words):
        price([line], [])


NAMES = ("a", "b", "c")
pools = st.sets(st.sampled_from(NAMES), max_size=2).map(lambda names: Pool(skus=frozenset(names)))
limits = st.none() | st.integers(1, 2)


@st.composite
def cases(draw: st.DrawFn, most_units: int = 5) -> tuple[list[LineItem], list[Promotion]]:
    prices = {name: draw(st.sampled_from([0, 5, 10, 15, 30, 99, 100])) for name in NAMES}
    rows, left = [], most_units
    for number in range(draw(st.integers(1, 4))):
        if not left:
            break
        quantity = draw(st.integers(1, min(3, left)))
        left -= quantity
        name = draw(st.sampled_from(NAMES))
        rows.append(row(number, item(name, prices[name]), quantity))
    promotions: list[Promotion] = []
    for number in range(draw(st.integers(0, 3))):
        if draw(st.booleans()):
            buy, free = draw(st.sampled_from([(1, 1), (2, 1), (1, 2), (3, 1)]))
            promotions.append(n_plus_m(f"P{number}", buy, free, draw(pools), draw(limits)))
        else:
            promotions.append(percent_off(f"P{number}", draw(st.integers(0, 100)), draw(pools), draw(limits)))
    return rows, promotions


@settings(max_examples=300, deadline=None)
@given(cases(most_units=12), st.randoms(use_true_random=False))
def test_a_price_adds_up_and_does_not_depend_on_the_order_of_scanning(
    case: tuple[list[LineItem], list[Promotion]], shuffler: random.Random
) -> None:
    lines, promotions = case
    cart = price(lines, promotions)
    assert cart == price(lines, PromotionBook(reversed(promotions)))
    assert cart.total == sum(line.net for line in cart.lines) == cart.gross - cart.discount >= 0
    assert sum(x.net + x.tax for x in cart.taxes) == cart.total
    for line in cart.lines:
        assert 0 <= line.net <= line.gross == line.unit_price * line.line.quantity
        assert line.net == line.gross - sum(x.amount for x in line.discounts)
        assert all(x.amount > 0 for x in line.discounts)
    shuffled = list(lines)
    shuffler.shuffle(shuffled)
    assert price(shuffled, promotions).total == cart.total


@settings(max_examples=200, deadline=None)
@given(cases(most_units=6))
def test_a_nudge_keeps_its_word(case: tuple[list[LineItem], list[NPlusM | PercentOff]]) -> None:
    lines, promotions = case
    cart = price(lines, promotions)
    if cart.nudge is None:
        return
    nudge = cart.nudge
    grown = [
        replace(line, quantity=line.quantity + nudge.missing) if line.line_id == nudge.line_id else line
        for line in lines
    ]
    added = next(line for line in lines if line.line_id == nudge.line_id)
    assert price(grown, promotions).total - cart.total < nudge.missing * added.item.unit_price


def test_a_search_beyond_its_bound_says_so_and_still_gives_a_price() -> None:
    lines = [row(n, item(f"s{n}", 1000 + 37 * n), 9) for n in range(12)]
    promotions: list[Promotion] = [
        n_plus_m(f"P{n}", 2 + n % 3, 1, skus(*(f"s{m}" for m in range(12) if m % (n + 2))), limit=5 + n)
        for n in range(6)
    ]
    cart = price(lines, promotions)
    assert not cart.exact
    assert 0 < cart.discount < cart.gross
    assert cart.total == sum(line.net for line in cart.lines)


def test_a_rule_matched_by_sku_category_and_brand_counts_once() -> None:
    pool = Pool(frozenset({"a"}), frozenset({"dairy"}), frozenset({"B"}))
    milk = item("a", 1000, category="dairy", brand="B")
    book = PromotionBook([percent_off("P", 10, pool)])
    assert [rule.promotion_id for rule, _ in book.fits(milk).rules] == ["P"]
    assert price([row(1, milk)], book).discount == 100
    for other in (item("x", 1000, category="dairy"), item("x", 1000, brand="B")):
        assert price([row(1, other)], book).discount == 100
    assert price([row(1, item("x", 1000))], book).discount == 0
