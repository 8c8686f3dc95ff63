"""What returns give back, by named cases and by 10,000 random ones."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText, SoldBy
from kiosk.domain.priced_cart import Fee, PricedCart, TaxAmount
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion import (
    AmountOff,
    Bundle,
    CrossGift,
    FixedPrice,
    NPlusM,
    PercentOff,
    Pool,
    Promotion,
    Slot,
    Threshold,
    Tier,
    Tiered,
)
from kiosk.domain.refund import PaidSale, PaidTender, PriceOf, Refund, RefundError, Remainder, refund_of
from kiosk.domain.refund_reason import (
    FeeBack,
    FeeKept,
    NotCovered,
    PiecesReturned,
    PriceOfLine,
    PromotionLess,
    PromotionMore,
    TaxOnTop,
)
from kiosk.domain.tax import TaxMode, TaxRounding, TaxRules
from kiosk.domain.tender import GivenBack
from tests.builders import MORNING

RATES = {"standard": "10", "exempt": "0", "zero": "0"}
INSIDE, ON_TOP = TaxRules(rates=RATES), TaxRules(TaxMode.EXCLUSIVE, RATES, TaxRounding.LINE)


def item(sku: str, price: int, **more: object) -> CatalogueItem:
    return replace(CatalogueItem(sku, "", LocalText(sku), price), **more)  # type: ignore[arg-type]


def row(number: int, what: CatalogueItem, quantity: int = 1, grams: int | None = None) -> LineItem:
    return LineItem(str(number), what, quantity, grams)


def skus(*names: str) -> Pool:
    return Pool(skus=frozenset(names))


def plus(name: str, buy: int, free: int, pool: Pool, **more: object) -> NPlusM:
    return NPlusM(promotion_id=name, name=LocalText(name), pool=pool, buy=buy, free=free, **more)  # type: ignore[arg-type]


def percent(name: str, off: int, pool: Pool, **more: object) -> PercentOff:
    return PercentOff(promotion_id=name, name=LocalText(name), pool=pool, percent=off, **more)  # type: ignore[arg-type]


def deposits(lines: tuple[LineItem, ...]) -> tuple[Fee, ...]:
    count = sum(line.quantity for line in lines if line.item.deposit)
    amount = sum(line.quantity * line.item.deposit for line in lines)
    return (Fee("deposit", amount, "", count),) if amount else ()


def pricing(promotions: list[Promotion], tax: TaxRules = INSIDE, *, member: bool = False) -> PriceOf:
    """The sale's own promotions and context, as whoever makes a refund brings them."""

    def price(rest: Remainder) -> PricedCart:
        context = PricingContext(at=MORNING, shop="SS01", member=member, coupons=rest.coupons, tax=tax)
        return price_cart(rest.lines, promotions, context, (*deposits(rest.lines), *rest.fees))

    return price


def sold(
    price: PriceOf,
    lines: list[LineItem],
    *amounts: int,
    fees: tuple[Fee, ...] = (),
    coupons: dict[str, str] | None = None,
) -> PaidSale:
    """A sale paid with a voucher and further cards of these amounts, the last card paying the rest."""
    priced = price(Remainder(tuple(lines), fees, frozenset((coupons or {}).values())))
    rest = priced.total - sum(amounts)
    kinds = ["voucher", "card", "points", "card:blue"]
    tenders = [PaidTender(kinds[place % 4], amount, f"T{place}") for place, amount in enumerate((*amounts, rest))]
    return PaidSale(priced, tuple(tender for tender in tenders if tender.amount), coupons or {})


def after(sale: PaidSale, refund: Refund) -> PaidSale:
    return replace(sale, refunds=(*sale.refunds, refund))


def outside_of_tax(priced: PricedCart) -> int:
    """The part of a total that stands in no tax row: deposits."""
    return priced.total - sum(tax.net + tax.tax for tax in priced.taxes)


def check(sale: PaidSale, refund: Refund) -> None:
    """What holds for every refund."""
    assert 0 <= refund.amount <= sale.due
    assert refund.due == sale.due - refund.amount
    assert sum(part.amount for part in refund.tenders) == refund.amount
    left = sale.left()
    assert all(0 < part.amount <= left[part.place] for part in refund.tenders)
    assert sum(reason.amount for reason in refund.reasons) == refund.amount
    untaxed = outside_of_tax(sale.now) - outside_of_tax(refund.remaining)
    taxed = sum(tax.net + tax.tax for tax in refund.taxes)
    if refund.due == refund.remaining.total and sale.due == sale.now.total:
        assert taxed + untaxed == refund.amount


# one case each


def test_a_returned_piece_gives_its_price_back() -> None:
    price = pricing([])
    sale = sold(price, [row(1, item("milk", 2980), 2), row(2, item("juice", 2000))])
    refund = refund_of(sale, {"1": 1}, price)
    assert (refund.amount, refund.due) == (2980, 4980)
    assert refund.reasons == (PiecesReturned("1", 1, 2980),)
    assert refund.tenders[0].amount == 2980
    assert [(line.line.item.sku, line.line.quantity) for line in refund.remaining.lines] == [("milk", 1), ("juice", 1)]
    assert refund.taxes == (TaxAmount("standard", "10", 2709, 271),)


def test_a_returned_part_of_a_one_plus_one_gives_nothing_back_and_says_why() -> None:
    price = pricing([plus("P1", 1, 1, skus("milk"))])
    sale = sold(price, [row(1, item("milk", 2980), 2)])
    refund = refund_of(sale, {"1": 1}, price)
    assert refund.amount == 0
    assert refund.tenders == ()
    assert refund.reasons == (
        PiecesReturned("1", 1, 2980),
        PromotionLess("P1", LocalText("P1"), "1+1", -2980, free_piece=True),
    )
    rest = refund_of(after(sale, refund), {"1": 1}, price)
    assert rest.amount == 2980


def test_across_a_group_the_dearer_piece_that_is_kept_is_paid() -> None:
    price = pricing([plus("P1", 1, 1, skus("milk", "juice"))])
    sale = sold(price, [row(1, item("milk", 2980)), row(2, item("juice", 2000))])
    assert sale.due == 2980
    assert refund_of(sale, {"1": 1}, price).amount == 980  # the juice is no longer free
    assert refund_of(sale, {"2": 1}, price).amount == 0


def test_falling_below_a_count_makes_what_is_kept_dearer_and_never_asks_for_money() -> None:
    price = pricing([plus("P1", 1, 2, skus("milk"))])
    sale = sold(price, [row(1, item("milk", 1000), 3)])
    assert sale.due == 1000
    first = refund_of(sale, {"1": 1}, price)
    assert (first.amount, first.remaining.total, first.due) == (0, 2000, 1000)
    assert first.reasons[-1] == NotCovered(1000)
    second = refund_of(after(sale, first), {"1": 1}, price)
    assert second.amount == 0
    assert second.reasons[-1] == NotCovered(-1000)
    third = refund_of(after(after(sale, first), second), {"1": 1}, price)
    assert third.amount == 1000
    total = [tax for refund in (first, second, third) for tax in refund.taxes]
    assert (sum(tax.net for tax in total), sum(tax.tax for tax in total)) == (909, 91)


def test_a_refund_is_divided_in_proportion_to_what_paid() -> None:
    price = pricing([])
    sale = sold(price, [row(1, item("a", 7000)), row(2, item("b", 3000))], 2500, 2500)
    refund = refund_of(sale, {"2": 1}, price)
    assert [(part.tender, part.amount) for part in refund.tenders] == [
        ("voucher", 750),
        ("card", 750),
        ("points", 1500),
    ]
    assert [part.given_back for part in refund.tenders] == [GivenBack.NEW_VOUCHER, GivenBack.SAME, GivenBack.SAME]
    assert [part.reference for part in refund.tenders] == ["T0", "T1", "T2"]


def test_the_attendant_chooses_within_what_each_took_and_has_left() -> None:
    price = pricing([])
    sale = sold(price, [row(1, item("a", 7000)), row(2, item("b", 3000))], 2500)
    refund = refund_of(sale, {"2": 1}, price, choice={0: 2500, 1: 500})
    assert [part.amount for part in refund.tenders] == [2500, 500]
    later = after(sale, refund)
    assert later.left() == (0, 7000)
    with pytest.raises(RefundError) as fault:
        refund_of(later, {"1": 1}, price, choice={0: 1, 1: 6999})
    assert fault.value.why == "too_much_for_tender"
    assert refund_of(later, {"1": 1}, price, choice={1: 7000}).amount == 7000


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        ({0: 3000}, "too_much_for_tender"),
        ({0: -1, 1: 3001}, "too_much_for_tender"),
        ({0: 100}, "not_the_refund"),
        ({2: 3000}, "unknown_tender"),
        ({-1: 3000}, "unknown_tender"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(choice: dict[int, int], why: str) -> None:
    price = pricing([])
    sale = sold(price, [row(1, item("a", 7000)), row(2, item("b", 3000))], 2500)
    with pytest.raises(RefundError) as fault:
        refund_of(sale, {"2": 1}, price, choice=choice)
    assert fault.value.why == why


@pytest.mark.parametrize(
    ("returned", "why"),
    [
        ({}, "nothing"),
        ({"9": 1}, "unknown_line"),
        ({"1": 3}, "too_many"),
        ({"1": 0}, "too_many"),
        ({"1": -1}, "too_many"),
    ],
)
def test_a_return_that_cannot_be_is_refused(returned: dict[str, int], why: str) -> None:
    price = pricing([])
    with pytest.raises(RefundError) as fault:
        refund_of(sold(price, [row(1, item("a", 7000), 2)]), returned, price)
    assert fault.value.why == why


def test_a_line_that_came_back_cannot_come_back_again() -> None:
    price = pricing([])
    sale = sold(price, [row(1, item("a", 7000)), row(2, item("b", 500))])
    sale = after(sale, refund_of(sale, {"1": 1}, price))
    with pytest.raises(RefundError, match="returned already"):
        refund_of(sale, {"1": 1}, price)


def test_a_sale_whose_tenders_do_not_make_its_total_is_refused() -> None:
    priced = pricing([])(Remainder((row(1, item("a", 7000)),), (), frozenset()))
    for tenders in [(), (PaidTender("card", 6999),), (PaidTender("card", 8000), PaidTender("card", -1000))]:
        with pytest.raises(RefundError) as fault:
            PaidSale(priced, tenders)
        assert fault.value.why == "unbalanced"


def test_the_deposit_comes_back_with_the_bottle_and_shipping_stays() -> None:
    price = pricing([])
    lines = [row(1, item("soju", 1800, deposit=100), 2), row(2, item("bread", 3000))]
    sale = sold(price, lines, fees=(Fee("shipping", 3000), Fee("service", 500)))
    assert sale.due == 1800 * 2 + 200 + 3000 + 3000 + 500
    first = refund_of(sale, {"1": 1}, price)
    assert first.amount == 1900
    assert FeeBack("deposit", 100) in first.reasons
    last = refund_of(after(sale, first), {"1": 1, "2": 1}, price)
    assert last.due == 3000
    assert FeeKept("shipping", 3000) in last.reasons
    assert FeeBack("service", 500) in last.reasons
    check(sale, first)
    check(after(sale, first), last)


def test_a_coupon_comes_back_when_its_promotion_takes_nothing_any_more() -> None:
    promotions: list[Promotion] = [percent("P1", 50, skus("milk"), coupon="C1"), percent("P2", 10, skus("juice"))]
    price = pricing(promotions)
    sale = sold(price, [row(1, item("milk", 2000), 2), row(2, item("juice", 1000))], coupons={"P1": "C1"})
    assert sale.coupons_used == {"C1"}
    first = refund_of(sale, {"1": 1}, price)
    assert (first.amount, first.coupons) == (1000, frozenset())
    second = refund_of(after(sale, first), {"1": 1}, price)
    assert second.coupons == {"C1"}
    assert after(after(sale, first), second).coupons_used == frozenset()


def test_tax_on_top_comes_back_with_its_price() -> None:
    price = pricing([], ON_TOP)
    sale = sold(price, [row(1, item("a", 1000)), row(2, item("b", 500, tax="exempt"))])
    refund = refund_of(sale, {"1": 1}, price)
    added = sale.priced.total - 1500
    assert refund.amount == 1000 + added
    assert (TaxOnTop(added) in refund.reasons) is bool(added)


def test_a_weighed_line_comes_back_whole() -> None:
    price = pricing([])
    sale = sold(price, [row(1, item("apple", 5900, sold_by=SoldBy.KG, tax="exempt"), 1, 842)])
    refund = refund_of(sale, {"1": 1}, price)
    assert (refund.amount, refund.due) == (4968, 0)


def test_a_promotion_that_takes_more_off_what_remains_is_told() -> None:
    dear = replace(pricing([percent("P1", 10, skus("b"))])(Remainder((row(2, item("b", 1000)),), (), frozenset())))
    price = pricing([])
    sale = sold(price, [row(1, item("a", 1000)), row(2, item("b", 1000))])
    refund = refund_of(sale, {"1": 1}, lambda _: dear)
    assert PromotionMore("P1", LocalText("P1"), "−10%", 100) in refund.reasons
    assert refund.amount == 1100


def test_another_price_of_what_remains_is_told() -> None:
    sale = sold(pricing([]), [row(1, item("a", 1000)), row(2, item("b", 1000, member_price=900))])
    refund = refund_of(sale, {"1": 1}, pricing([], member=True))
    assert PriceOfLine("2", 100) in refund.reasons
    assert refund.amount == 1100


# many cases


def promotions_of(rng: random.Random) -> list[Promotion]:
    pools = [skus("i0", "i1"), skus("i2"), skus("i1", "i3", "i4"), Pool(categories=frozenset({"food"})), Pool()]
    makers: list[Callable[[str, Pool], Promotion]] = [
        lambda name, pool: plus(name, rng.randint(1, 2), rng.randint(1, 2), pool, limit=rng.choice([None, 1, 3])),
        lambda name, pool: percent(name, rng.randint(0, 100), pool),
        lambda name, pool: percent(name, 30, pool, coupon="C1"),
        lambda name, pool: AmountOff(promotion_id=name, name=LocalText(name), pool=pool, amount=rng.randint(0, 900)),
        lambda name, pool: FixedPrice(promotion_id=name, name=LocalText(name), pool=pool, count=2, price=1500),
        lambda name, pool: Tiered(promotion_id=name, name=LocalText(name), pool=pool, tiers=(Tier(2, 5), Tier(4, 20))),
        lambda name, pool: Bundle(
            promotion_id=name, name=LocalText(name), slots=(Slot(pool, 1), Slot(skus("i5"), 1)), percent=25
        ),
        lambda name, pool: CrossGift(
            promotion_id=name, name=LocalText(name), buy=Slot(pool, 1), gift=Slot(skus("i2"), 1)
        ),
        lambda name, pool: Threshold(
            promotion_id=name, name=LocalText(name), pool=pool, at_least=5000, amount=rng.randint(1, 2000)
        ),
    ]
    return [rng.choice(makers)(f"P{number}", rng.choice(pools)) for number in range(rng.randint(0, 4))]


def lines_of(rng: random.Random) -> list[LineItem]:
    items = [
        item(
            f"i{number}",
            rng.choice([0, 1, 70, 990, 1500, 2980, rng.randint(1, 9000)]),
            tax=rng.choice(["standard", "standard", "exempt", "zero"]),
            category=rng.choice(["food", ""]),
            deposit=rng.choice([0, 0, 100]),
            member_price=rng.choice([None, None, 950]),
        )
        for number in range(6)
    ]
    lines = [row(number, rng.choice(items), rng.randint(1, 4)) for number in range(rng.randint(1, 4))]
    if rng.random() < 0.2:
        weighed = item("kg", rng.randint(100, 9000), sold_by=SoldBy.KG, tax="exempt")
        lines.append(row(9, weighed, 1, rng.randint(1, 3000)))
    return lines


def sale_of(rng: random.Random, price: PriceOf) -> PaidSale:
    lines, coupons = lines_of(rng), rng.choice([{}, {"P0": "C1", "P1": "C1"}])
    fees = rng.choice([(), (), (Fee("shipping", 3000),), (Fee("service", 100),)])
    total = price(Remainder(tuple(lines), fees, frozenset(coupons.values()))).total
    cuts = sorted(rng.randint(0, total) for _ in range(rng.randint(0, 3)))
    amounts = [to - since for since, to in zip([0, *cuts], cuts, strict=False)]
    return sold(price, lines, *amounts, fees=fees, coupons=coupons)


def choice_of(rng: random.Random, sale: PaidSale, amount: int) -> dict[int, int]:
    places = list(enumerate(sale.left()))
    rng.shuffle(places)
    chosen = {}
    for place, left in places:
        chosen[place] = min(left, amount)
        amount -= chosen[place]
    return chosen


def return_piece_by_piece(rng: random.Random) -> int:
    """Return a random sale in random steps until nothing is left; answers how many returns there were."""
    price = pricing(promotions_of(rng), rng.choice([INSIDE, INSIDE, ON_TOP]), member=rng.random() < 0.5)
    sale = first = sale_of(rng, price)
    while sale.now.lines:
        some = rng.sample(sale.now.lines, rng.randint(1, len(sale.now.lines)))
        returned = {line.line.line_id: rng.randint(1, line.line.quantity) for line in some}
        refund = refund_of(sale, returned, price)
        if rng.random() < 0.5:
            refund = refund_of(sale, returned, price, choice=choice_of(rng, sale, refund.amount))
        check(sale, refund)
        sale = after(sale, refund)
        assert all(left >= 0 for left in sale.left())
        assert sum(sale.left()) == sale.due
    kept = sale.now.total  # shipping, with its tax where that comes on top
    assert bool(kept) is any(fee.kind == "shipping" for fee in first.priced.fees)
    assert sum(refund.amount for refund in sale.refunds) == first.priced.total - kept
    returned_taxes = sum(tax.net + tax.tax for refund in sale.refunds for tax in refund.taxes)
    assert returned_taxes + outside_of_tax(first.priced) == first.priced.total - sale.due
    assert sale.coupons_used == frozenset()
    return len(sale.refunds)


def test_ten_thousand_random_returns_are_exact() -> None:
    returns = seed = 0
    while returns < 10_000:
        returns += return_piece_by_piece(random.Random(seed))
        seed += 1


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_return_is_exact(rng: random.Random) -> None:
    return_piece_by_piece(rng)


@pytest.mark.long
def test_two_hundred_thousand_random_returns_are_exact() -> None:
    returns, seed = 0, 1_000_000
    while returns < 200_000:
        returns += return_piece_by_piece(random.Random(seed))
        seed += 1
