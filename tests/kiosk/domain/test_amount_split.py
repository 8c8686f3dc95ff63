"""Supply, tax, tax-free and service of an amount, and of its parts (payment-korea.md 3 and 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.amount_split import SplitAmount, part_of, rest_after, split_of
from kiosk.domain.priced_cart import Fee, PricedCart
from kiosk.domain.tax import TaxFraction, TaxMode, TaxRules, charged_taxes

KOREA = TaxRules(rates={"standard": "10", "exempt": "0", "zero": "0"}, fraction=TaxFraction.DOWN)
amounts = st.integers(0, 10_000_000)
splits = st.builds(SplitAmount, amounts, amounts, amounts, amounts)


def cart(*goods: tuple[str, int], fees: tuple[Fee, ...] = (), rules: TaxRules = KOREA) -> PricedCart:
    """A cart that costs this much of each tax kind, taxed as pricing does."""
    charged = [*goods, *((fee.tax, fee.amount) for fee in fees)]
    taxes, added = charged_taxes(charged, rules)
    gross = sum(amount for _, amount in goods)
    return PricedCart("KRW", (), gross, 0, fees, sum(amount for _, amount in charged) + added, taxes)


@pytest.mark.parametrize(("gross", "vat"), [(10_000, 909), (11_000, 1000), (10, 0), (11, 1), (4800, 436)])
def test_the_tax_is_the_eleventh_part_once_over_the_basket_and_rounded_down(gross: int, vat: int) -> None:
    assert split_of(cart(("standard", gross))) == SplitAmount(gross - vat, vat)


def test_two_lines_are_taxed_as_one_sum() -> None:
    """Each alone gives 1 (17 // 11, 16 // 11), both together 3 (33 // 11)."""
    assert split_of(cart(("standard", 17), ("standard", 16))).vat == 3


def test_exempt_and_zero_rated_goods_and_deposits_are_free_of_tax() -> None:
    fees = (Fee("deposit", 350, "", 5), Fee("shipping", 3300))
    found = split_of(cart(("standard", 7700), ("exempt", 5000), ("zero", 70), fees=fees))
    assert found == SplitAmount(10_000, 1000, 5420)


def test_a_service_charge_stands_apart_unless_it_is_taxed_as_a_price_is() -> None:
    assert split_of(cart(("standard", 1100), fees=(Fee("service", 500, ""),))) == SplitAmount(1000, 100, 0, 500)
    assert split_of(cart(("standard", 1100), fees=(Fee("service", 550),))) == SplitAmount(1500, 150)


def test_tax_that_comes_on_top_is_part_of_what_is_charged() -> None:
    rules = TaxRules(mode=TaxMode.EXCLUSIVE, rates={"standard": "7.5"})
    assert split_of(cart(("standard", 1000), rules=rules)) == SplitAmount(1000, 75)


def test_a_shop_without_rates_charges_free_of_tax() -> None:
    assert split_of(cart(("standard", 1000), rules=TaxRules())) == SplitAmount(tax_free=1000)


def test_taxes_above_the_total_are_refused() -> None:
    odd = cart(("standard", 1100))
    with pytest.raises(ValueError, match="below zero"):
        split_of(PricedCart("KRW", (), 0, 0, (), 500, odd.taxes))


@given(splits, st.lists(st.integers(0, 10_000_000), max_size=6))
def test_parts_add_up_to_the_whole_and_the_last_takes_the_rest(whole: SplitAmount, wanted: list[int]) -> None:
    rest, parts = whole, []
    for amount in wanted:
        parts.append(part_of(rest, min(amount, rest.total)))
        assert parts[-1].total == min(amount, rest.total)
        rest = rest.less(parts[-1])  # raises when a part held more than there was
    assert part_of(rest, rest.total) == rest
    parts.append(rest)
    for name in ("supply", "vat", "tax_free", "service"):
        assert sum(getattr(part, name) for part in parts) == getattr(whole, name)
    assert rest_after(whole, [part.total for part in parts[:-1]]) == rest


@given(splits.filter(lambda x: x.total > 0), st.integers(1, 100))
def test_a_part_holds_each_in_proportion_to_within_one(whole: SplitAmount, percent: int) -> None:
    amount = whole.total * percent // 100
    part = part_of(whole, amount)
    for name in ("supply", "vat", "tax_free", "service"):
        assert abs(getattr(part, name) * whole.total - getattr(whole, name) * amount) <= whole.total


@pytest.mark.parametrize("amount", [-1, 101])
def test_what_is_no_part_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        part_of(SplitAmount(90, 10), amount)
