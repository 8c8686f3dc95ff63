"""The sums of a receipt: every row is a figure of the sale, and they make the total."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.country import KOREA, PROFILES, profile_for
from kiosk.domain.priced_cart import Fee
from kiosk.domain.receipt_sums import SaleSums, SumKind, SumRow, fee_label, sum_rows
from kiosk.domain.receipt_words import EN, KO, WORDS
from kiosk.domain.tax import TaxRules, charged_taxes


def sums(lines: Sequence[tuple[str, int]], fees: Sequence[Fee], rules: TaxRules, rounding: int = 0) -> SaleSums:
    taxes, added = charged_taxes([*lines, *((fee.tax, fee.amount) for fee in fees)], rules)
    net = sum(amount for _, amount in lines)
    return SaleSums(
        currency="KRW",
        gross=net + 500,
        discount=500,
        fees=fees,
        taxes=taxes,
        tax_added=added,
        total=net + sum(fee.amount for fee in fees) + added,
        rounding=rounding,
    )


def told(rows: Sequence[SumRow]) -> list[tuple[SumKind, str, int]]:
    return [(row.kind, row.label, row.amount) for row in rows]


def test_a_korean_receipt_tells_taxed_tax_and_untaxed() -> None:
    fees = (Fee("deposit", 300, "", 3), Fee("shipping", 3000))
    rows = sum_rows(sums((("standard", 8000), ("exempt", 2500)), fees, KOREA.tax), KO)
    assert told(rows) == [
        (SumKind.GOODS, "상품 합계", 11_000),
        (SumKind.DISCOUNT, "할인 합계", -500),
        (SumKind.FEE, "빈병 보증금 100 x 3", 300),
        (SumKind.FEE, "배송비", 3000),
        (SumKind.TAXABLE, "과세물품가액", 10_000),
        (SumKind.TAX, "부가세", 1000),
        (SumKind.EXEMPT, "면세물품가액", 2500),
        (SumKind.TOTAL, "합계", 13_800),
    ]


def test_an_american_receipt_adds_each_rate_to_a_subtotal() -> None:
    rules = profile_for("US", {"standard": "10", "food": "2"}).tax
    rows = sum_rows(sums((("standard", 8000), ("food", 1000), ("exempt", 100)), (), rules), EN)
    assert told(rows)[2:] == [
        (SumKind.SUBTOTAL, "Subtotal", 9100),
        (SumKind.TAX_ON_TOP, "Sales tax 10% (8,000)", 800),
        (SumKind.TAX_ON_TOP, "Sales tax 2% (1,000)", 20),
        (SumKind.TOTAL, "Total", 9920),
    ]


def test_rounding_stands_between_total_and_what_is_paid() -> None:
    rows = sum_rows(sums((("standard", 8003),), (), KOREA.tax, rounding=-3), EN)
    assert told(rows)[-3:] == [
        (SumKind.TOTAL, "Total", 8003),
        (SumKind.ROUNDING, "Cash rounding", -3),
        (SumKind.TO_PAY, "To pay", 8000),
    ]


def test_a_sale_without_discount_or_fee_begins_with_its_tax() -> None:
    plain = SaleSums(
        currency="KRW",
        gross=1100,
        discount=0,
        fees=(),
        taxes=charged_taxes((("standard", 1100),), KOREA.tax)[0],
        tax_added=0,
        total=1100,
    )
    assert [row.kind for row in sum_rows(plain, KO)] == [SumKind.TAXABLE, SumKind.TAX, SumKind.TOTAL]


@pytest.mark.parametrize(
    ("fee", "label"),
    [
        (Fee("deposit", 130, "", 1), "빈병 보증금"),
        (Fee("deposit", 260, "", 2), "빈병 보증금 130 x 2"),
        (Fee("something", 100), "추가 요금"),
    ],
)
def test_what_a_fee_is_called(fee: Fee, label: str) -> None:
    assert fee_label(fee, "KRW", KO) == label


AMOUNTS = st.integers(0, 10**7)
INSIDE = {SumKind.TAXABLE, SumKind.TAX, SumKind.EXEMPT, SumKind.ZERO_RATED}
ON_TOP = {SumKind.SUBTOTAL, SumKind.TAX_ON_TOP}


@given(
    st.lists(st.tuples(st.sampled_from(["standard", "exempt", "zero"]), AMOUNTS), min_size=1, max_size=8),
    st.lists(st.builds(Fee, st.sampled_from(["deposit", "shipping"]), AMOUNTS, st.sampled_from(["", "standard"]))),
    st.sampled_from(sorted(PROFILES)),
    st.sampled_from(sorted(WORDS)),
)
def test_the_rows_make_the_total(lines: list[tuple[str, int]], fees: list[Fee], country: str, language: str) -> None:
    rules = profile_for(country, {"standard": "8.875"}).tax
    rows = sum_rows(sums(lines, fees, rules), WORDS[language])
    total = next(row.amount for row in rows if row.kind is SumKind.TOTAL)
    outside = sum(fee.amount for fee in fees if fee.tax == "")
    on_top = any(row.kind is SumKind.SUBTOTAL for row in rows)
    if on_top:
        assert sum(row.amount for row in rows if row.kind in ON_TOP) == total
    else:
        assert sum(row.amount for row in rows if row.kind in INSIDE) + outside == total
    goods = sum(row.amount for row in rows if row.kind in (SumKind.GOODS, SumKind.DISCOUNT, SumKind.FEE))
    assert goods == total - sum(row.amount for row in rows if row.kind is SumKind.TAX_ON_TOP)
