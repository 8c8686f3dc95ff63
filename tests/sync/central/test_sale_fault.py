"""What contradicts itself inside a sale is named: lines, fees, tax on top, rounding, tenders (I-13)."""

from typing import Any

import pytest

from sync.central.sales.books import sale_fault
from sync.wire.sale import SaleDocument
from tests.fakes.station_journal import line, sale

CARD = {"kind": "card", "amount": 2176, "attempt": "a"}
TAX = {"kind": "standard", "rate": "8.875", "net": 1999, "tax": 177}
DEPOSIT = {"kind": "deposit", "amount": 390, "tax": "", "count": 3}


def document(**told: Any) -> SaleDocument:
    lines = [line(net=1999, gross=1999, unit_price=1999)]
    return SaleDocument.model_validate(
        {**sale("S1", lines=lines), "total": 2176, "tax_added": 177, "taxes": [TAX], **told}
    )


def test_tax_on_top_is_part_of_the_total() -> None:
    assert sale_fault(document(tenders=[CARD])) == ""


def test_a_deposit_is_a_fee_of_the_sale() -> None:
    paid = [{**CARD, "amount": 2566}]
    assert sale_fault(document(tenders=paid, fees=[DEPOSIT], total=2566)) == ""


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"tax_added": 0}, "lines 1999 and fees 0 make 1999, the total says 2176"),
        ({"tax_added": 100, "total": 2099}, "the taxes make 177, on top came 100"),
        ({"tenders": [{**CARD, "amount": 2175}]}, "tenders make 2175, the total says 2176"),
        ({"tenders": [{**CARD, "amount": 2175}], "rounding": -1}, "rounded by -1, but nothing was paid in cash"),
        ({"tenders": [{**CARD, "kind": "cash"}], "rounding": -1}, "the total says 2176 rounded by -1"),
    ],
)
def test_a_contradiction_is_named(told: dict[str, Any], why: str) -> None:
    assert why in sale_fault(document(**{"tenders": [CARD], **told}))


def test_cash_may_be_rounded() -> None:
    assert sale_fault(document(tenders=[{"kind": "cash", "amount": 2175}], rounding=-1)) == ""
