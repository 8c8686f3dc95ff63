"""Tax inside prices and on top of them, exact and per rate."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.priced_cart import TaxAmount
from kiosk.domain.tax import TaxError, TaxFraction, TaxMode, TaxRounding, TaxRules, charged_taxes, rate_parts, tax_of

RATES = {"standard": "10", "reduced": "8", "city": "8.875", "also_ten": "10.0", "exempt": "0", "zero": "0"}
INCLUSIVE = TaxRules(TaxMode.INCLUSIVE, RATES)
EXCLUSIVE = TaxRules(TaxMode.EXCLUSIVE, RATES)

nets = st.lists(st.tuples(st.sampled_from([*RATES, ""]), st.integers(0, 10**9)), max_size=12)
rules = st.builds(TaxRules, st.sampled_from(TaxMode), st.just(RATES), st.sampled_from(TaxRounding))


@pytest.mark.parametrize(
    ("amount", "rate", "tax"), [(11_000, "10", 1000), (10_000, "10", 909), (5, "10", 0), (6, "10", 1), (999, "0", 0)]
)
def test_korean_vat_of_whole_won(amount: int, rate: str, tax: int) -> None:
    assert tax_of(amount, rate, INCLUSIVE) == tax


@pytest.mark.parametrize(
    ("amount", "rate", "tax"),
    # A half cent and more goes up: 1.00 at 0.5 % is half a cent.
    [(1000, "8.875", 89), (1999, "8.875", 177), (100, "0.5", 1), (99, "0.5", 0), (999, "0", 0)],
)
def test_sales_tax_comes_on_top_and_half_a_cent_goes_up(amount: int, rate: str, tax: int) -> None:
    assert tax_of(amount, rate, EXCLUSIVE) == tax


def test_a_country_may_drop_the_fraction() -> None:
    # 893 yen hold 66.15 yen at 8 %; 899 yen hold 66.59: half up gives 67, dropping gives 66.
    down = TaxRules(TaxMode.INCLUSIVE, RATES, TaxRounding.RECEIPT, TaxFraction.DOWN)
    assert tax_of(899, "8", INCLUSIVE) == 67
    assert tax_of(899, "8", down) == 66


@given(st.integers(0, 10**12), st.sampled_from(["0", "5", "7.5", "10", "19", "25.25"]), st.sampled_from(TaxMode))
def test_it_is_the_nearest_whole_unit_of_the_exact_tax(amount: int, rate: str, mode: TaxMode) -> None:
    above = Fraction(rate) if mode is TaxMode.INCLUSIVE else 0
    exact = Fraction(amount) * Fraction(rate) / (100 + above)
    tax = tax_of(amount, rate, TaxRules(mode))
    assert -Fraction(1, 2) <= exact - tax < Fraction(1, 2)
    down = tax_of(amount, rate, TaxRules(mode, fraction=TaxFraction.DOWN))
    assert 0 <= exact - down < 1


def test_kinds_of_one_rate_are_taxed_as_one_sum_and_zero_rates_stay_apart() -> None:
    lines = (("standard", 5), ("exempt", 100), ("also_ten", 6), ("zero", 200), ("", 130))
    assert charged_taxes(lines, INCLUSIVE) == (
        (
            TaxAmount("standard", "10", 10, 1),
            TaxAmount("exempt", "0", 100, 0),
            TaxAmount("zero", "0", 200, 0),
        ),
        0,
    )


def test_without_rates_all_is_zero_rated() -> None:
    assert charged_taxes((("standard", 5), ("other", 7)), TaxRules(TaxMode.EXCLUSIVE)) == (
        (TaxAmount("standard", "0", 5, 0), TaxAmount("other", "0", 7, 0)),
        0,
    )
    assert charged_taxes((), INCLUSIVE) == ((), 0)


def test_what_comes_on_top_is_to_be_added_to_the_total() -> None:
    rows, added = charged_taxes((("city", 1999), ("city", 500), ("zero", 300), ("", 5)), EXCLUSIVE)
    assert rows == (TaxAmount("city", "8.875", 2499, 222), TaxAmount("zero", "0", 300, 0))
    assert added == 222


def test_rounding_by_line_sums_what_was_rounded() -> None:
    # Three lines of 5 won hold 0.4545 won of tax each: nothing by line, 1 won of the sum.
    lines = [("standard", 5)] * 3
    by_line = TaxRules(TaxMode.INCLUSIVE, RATES, TaxRounding.LINE)
    assert charged_taxes(lines, by_line) == ((TaxAmount("standard", "10", 15, 0),), 0)
    assert charged_taxes(lines, INCLUSIVE) == ((TaxAmount("standard", "10", 14, 1),), 0)
    on_top = TaxRules(TaxMode.EXCLUSIVE, RATES, TaxRounding.LINE)
    assert charged_taxes(lines, on_top) == ((TaxAmount("standard", "10", 15, 3),), 3)
    assert charged_taxes(lines, EXCLUSIVE) == ((TaxAmount("standard", "10", 15, 2),), 2)


def test_a_kind_without_a_rate_is_named() -> None:
    with pytest.raises(TaxError, match="'c'; known: also_ten, city, exempt, reduced, standard, zero"):
        charged_taxes((("c", 1),), INCLUSIVE)


def test_an_amount_below_zero_is_refused() -> None:
    with pytest.raises(TaxError, match="below zero: -1"):
        tax_of(-1, "10", INCLUSIVE)


@given(nets, rules)
def test_what_is_paid_is_what_the_rows_and_the_untaxed_sum_to(lines: Sequence[tuple[str, int]], rule: TaxRules) -> None:
    rows, added = charged_taxes(lines, rule)
    paid = sum(amount for _, amount in lines) + added
    outside = sum(amount for kind, amount in lines if kind == "")
    assert sum(row.net + row.tax for row in rows) + outside == paid
    assert all(row.net >= 0 and row.tax >= 0 for row in rows)
    assert added == (sum(row.tax for row in rows) if rule.mode is TaxMode.EXCLUSIVE else 0)
    assert len({row.rate for row in rows if row.tax}) == len([row for row in rows if row.tax])


@given(nets, rules, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_sum(lines: list[tuple[str, int]], rule: TaxRules, chance: Random) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)
    before, after = charged_taxes(lines, rule), charged_taxes(shuffled, rule)
    assert before[1] == after[1]
    assert sorted((float(row.rate), row.net, row.tax) for row in before[0]) == sorted(
        (float(row.rate), row.net, row.tax) for row in after[0]
    )


@given(nets, st.sampled_from(TaxMode))
def test_by_receipt_each_rate_is_rounded_once(lines: list[tuple[str, int]], mode: TaxMode) -> None:
    rows, _ = charged_taxes(lines, TaxRules(mode, RATES))
    for row in rows:
        same = {kind for kind in RATES if Fraction(RATES[kind]) == Fraction(row.rate)}
        kinds = same if Fraction(row.rate) else {row.kind}
        paid = sum(amount for kind, amount in lines if kind in kinds)
        above = Fraction(row.rate) if mode is TaxMode.INCLUSIVE else 0
        exact = paid * Fraction(row.rate) / (100 + above)
        assert -Fraction(1, 2) <= exact - row.tax < Fraction(1, 2)


@given(nets, st.sampled_from(TaxMode))
def test_by_line_the_tax_is_the_sum_of_the_lines_alone(lines: list[tuple[str, int]], mode: TaxMode) -> None:
    rule = TaxRules(mode, RATES, TaxRounding.LINE)
    alone = sum(row.tax for line in lines for row in charged_taxes([line], rule)[0])
    assert sum(row.tax for row in charged_taxes(lines, rule)[0]) == alone


@pytest.mark.parametrize("rate", ["", "-1", "10%", "1.", ".5", "1e3", "１０", "1.2.3", "9" * 20])
def test_a_rate_that_is_no_percentage_is_refused(rate: str) -> None:
    with pytest.raises(TaxError, match="percentage"):
        rate_parts(rate)
