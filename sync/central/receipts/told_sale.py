"""A sale as its page tells it: the same rows and figures as the paper receipt (I-7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.cash_receipt_words import cash_receipt_rows
from kiosk.domain.catalogue import LocalText
from kiosk.domain.money_text import money_words
from kiosk.domain.priced_cart import Fee, TaxAmount
from kiosk.domain.receipt import discount_label, marks_explained, tax_mark
from kiosk.domain.receipt_sums import SaleSums, SumKind, sum_rows
from kiosk.domain.receipt_words import WORDS, ReceiptWords
from sync.wire.cash_receipt import told_receipt
from sync.wire.sale import LineDocument, NameDocument, SaleDocument, TenderDocument


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One row of the table: what, how much, a small line under it, and its look (`off`, `total`, `small`, "")."""

    text: str
    amount: str
    detail: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class ToldSale:
    """A sale in the reader's language: lines with their discounts, sums, tenders, what was saved, and notes below."""

    lines: tuple[ToldRow, ...]
    sums: tuple[ToldRow, ...]
    tenders: tuple[ToldRow, ...]
    cash_receipt: tuple[ToldRow, ...]
    saved: tuple[ToldRow, ...]
    notes: tuple[str, ...]


_LOOKS = {
    SumKind.DISCOUNT: "off",
    SumKind.TOTAL: "total",
    SumKind.TO_PAY: "total",
    SumKind.TAXABLE: "small",
    SumKind.TAX: "small",
    SumKind.EXEMPT: "small",
    SumKind.ZERO_RATED: "small",
}


def told_sale(sale: SaleDocument, language: str, confirm_number: str = "") -> ToldSale:
    """The sale for a reader of `language` (ko, en, ja, zh); its cash receipt was issued as `confirm_number`."""
    words = WORDS[language]
    sums = SaleSums(
        currency=sale.currency,
        gross=sale.gross,
        discount=sale.discount,
        fees=tuple(Fee(fee.kind, fee.amount, fee.tax, fee.count) for fee in sale.fees),
        taxes=tuple(TaxAmount(tax.kind, tax.rate, tax.net, tax.tax) for tax in sale.taxes),
        tax_added=sale.tax_added,
        total=sale.total,
        rounding=sale.rounding,
    )
    lines = (row for line in sale.lines for row in _line(line, sale.currency, language, words))
    told = (
        ToldRow(row.label, money_words(row.amount, sale.currency, language), look=_LOOKS.get(row.kind, ""))
        for row in sum_rows(sums, words)
    )
    return ToldSale(
        tuple(lines),
        tuple(told),
        tuple(_tender(tender, sale.currency, language, words) for tender in sale.tenders),
        tuple(_cash_receipt(sale, language, confirm_number)),
        tuple(_saved(sale, language, words)),
        (
            *marks_explained((line.tax for line in sale.lines), words),
            words.returns.format(days=30),
            words.dates,
        ),
    )


def _line(line: LineDocument, currency: str, language: str, words: ReceiptWords) -> Iterator[ToldRow]:
    unit = money_words(line.unit_price, currency, language)
    pieces = f"{line.grams // 1000}.{line.grams % 1000:03d} kg" if line.grams else f"{line.quantity}"
    parts = [f"{pieces} × {unit}"]
    if line.override is not None and line.unit_price == line.override.unit_price:
        parts.append(words.staff_price)
    elif line.member_price:
        parts.append(words.member_price)
    if line.fulfilment != "carry_out":
        parts.append(words.ship if line.fulfilment == "ship" else words.pick_up)
    name = f"{tax_mark(line.tax)}{named(line.name).to(language)}"
    yield ToldRow(name, money_words(line.gross, currency, language), " · ".join(parts))
    for discount in line.discounts:
        label = discount_label(discount.badge, named(discount.name).to(language))
        yield ToldRow(label, money_words(-discount.amount, currency, language), look="off small")


def _saved(sale: SaleDocument, language: str, words: ReceiptWords) -> Iterator[ToldRow]:
    if sale.member_saving:
        saved = money_words(sale.member_saving, sale.currency, language)
        yield ToldRow(words.member_saving, saved, look="small")
    if sale.discount:
        yield ToldRow(words.saved, money_words(sale.discount + sale.member_saving, sale.currency, language), look="off")


def _tender(tender: TenderDocument, currency: str, language: str, words: ReceiptWords) -> ToldRow:
    kind = words.tenders.get(tender.kind, tender.kind)
    parts = [part for part in (tender.brand, tender.masked_card) if part]
    if tender.approval_code:
        parts.append(f"{words.approval} {tender.approval_code}")
    return ToldRow(kind, money_words(tender.amount, currency, language), " · ".join(parts))


def _cash_receipt(sale: SaleDocument, language: str, confirm_number: str) -> Iterator[ToldRow]:
    receipt = told_receipt(sale.cash_receipt)
    for row in cash_receipt_rows(receipt, language, confirm_number) if receipt else ():
        amount = row.text if row.amount is None else money_words(row.amount, sale.currency, language)
        yield ToldRow(row.label, amount, look="small" if row.amount else "")


def named(name: NameDocument) -> LocalText:
    """A name as the domain knows it."""
    return LocalText(name.ko, name.en, name.ja, name.zh)
