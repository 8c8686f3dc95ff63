"""The sums under the lines of a receipt, the same on paper and on the phone (I-7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.money import amount_text
from kiosk.domain.priced_cart import Fee, TaxAmount
from kiosk.domain.receipt_words import ReceiptWords
from kiosk.domain.tax import rate_parts

NO_TAX_KINDS = frozenset({"exempt"})


class SumKind(StrEnum):
    """What a row under the lines is."""

    GOODS = "goods"
    DISCOUNT = "discount"
    FEE = "fee"
    SUBTOTAL = "subtotal"
    TAX_ON_TOP = "tax_on_top"
    TAXABLE = "taxable"
    TAX = "tax"
    EXEMPT = "exempt"
    ZERO_RATED = "zero_rated"
    TOTAL = "total"
    ROUNDING = "rounding"
    TO_PAY = "to_pay"


@dataclass(frozen=True, slots=True)
class SumRow:
    """One row: `amount` in minor units, `label` in the shopper's language."""

    kind: SumKind
    label: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleSums:
    """The figures of a sale that its receipt sums up, in minor units."""

    currency: str
    gross: int
    discount: int
    fees: Sequence[Fee]
    taxes: Sequence[TaxAmount]
    tax_added: int
    total: int
    rounding: int = 0


def sum_rows(sums: SaleSums, words: ReceiptWords) -> tuple[SumRow, ...]:
    """The rows from goods to total.

    Where prices hold their tax, what is taxed, the tax, and what is not taxed are told before the total
    (과세물품가액, 부가세, 면세물품가액) and make the total with what is outside of tax. Where tax comes on top it is
    added to a subtotal, one row for each rate. Rates are named as soon as there are two.
    """
    return tuple(_rows(sums, words))


def _rows(sums: SaleSums, words: ReceiptWords) -> Iterator[SumRow]:
    if sums.discount or sums.fees or sums.tax_added:
        yield SumRow(SumKind.GOODS, words.gross, sums.gross)
    if sums.discount:
        yield SumRow(SumKind.DISCOUNT, words.discount, -sums.discount)
    for fee in sums.fees:
        yield SumRow(SumKind.FEE, fee_label(fee, sums.currency, words), fee.amount)
    if sums.tax_added:
        yield from _on_top(sums, words)
    else:
        yield from _inside(sums.taxes, words)
    yield SumRow(SumKind.TOTAL, words.total, sums.total)
    if sums.rounding:
        yield SumRow(SumKind.ROUNDING, words.rounding, sums.rounding)
        yield SumRow(SumKind.TO_PAY, words.to_pay, sums.total + sums.rounding)


def fee_label(fee: Fee, currency: str, words: ReceiptWords) -> str:
    """What a fee is called; of several pieces also what one of them costs: `빈병 보증금 100 x 7`."""
    label = words.fees.get(fee.kind, words.other_fee)
    return label if fee.count == 1 else f"{label} {amount_text(fee.amount // fee.count, currency)} x {fee.count}"


def _on_top(sums: SaleSums, words: ReceiptWords) -> Iterator[SumRow]:
    yield SumRow(SumKind.SUBTOTAL, words.subtotal, sums.total - sums.tax_added)
    for row in sums.taxes:
        if row.tax:
            net = amount_text(row.net, sums.currency)
            yield SumRow(SumKind.TAX_ON_TOP, f"{words.sales_tax} {row.rate}% ({net})", row.tax)


def _inside(taxes: Sequence[TaxAmount], words: ReceiptWords) -> Iterator[SumRow]:
    taxed = [row for row in taxes if rate_parts(row.rate)[0]]
    for row in taxed:
        rate = f" {row.rate}%" if len(taxed) > 1 else ""
        yield from _told(SumKind.TAXABLE, f"{words.taxable}{rate}", row.net)
        yield from _told(SumKind.TAX, f"{words.tax}{rate}", row.tax)
    free = [row for row in taxes if not rate_parts(row.rate)[0]]
    exempt = sum(row.net for row in free if row.kind in NO_TAX_KINDS)
    yield from _told(SumKind.EXEMPT, words.exempt, exempt)
    yield from _told(SumKind.ZERO_RATED, words.zero_rated, sum(row.net for row in free) - exempt)


def _told(kind: SumKind, label: str, amount: int) -> Iterator[SumRow]:
    if amount:
        yield SumRow(kind, label, amount)
