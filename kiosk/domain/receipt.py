"""What a receipt says: the sale in lines that a printer or a page can show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.domain.cash_receipt import CashReceipt
from kiosk.domain.cash_receipt_words import cash_receipt_rows
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.money import amount_text
from kiosk.domain.priced_cart import PricedLine
from kiosk.domain.receipt_sums import NO_TAX_KINDS, SaleSums, SumKind, sum_rows
from kiosk.domain.receipt_words import WORDS, ReceiptWords
from kiosk.domain.sale import Sale, Tender
from kiosk.domain.tax import tax_on_top

REDUCED = "reduced"
EXEMPT_SIGN, REDUCED_SIGN = "*", "※"
SHOWN_MEMBER_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A line: left part, right part (flush right) and its look; `rule` is a line across the paper."""

    left: str = ""
    right: str = ""
    bold: bool = False
    large: bool = False
    centred: bool = False
    rule: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptQr:
    """A QR code with this text, centred."""

    text: str


ReceiptPart = ReceiptLine | ReceiptQr
_RULE = ReceiptLine(rule=True)


def receipt_lines(
    sale: Sale,
    shop_name: str,
    language: str,
    *,
    details: Sequence[str] = (),
    slips: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({}),
    customer_receipt: Sequence[str] = (),
    link: str = "",
    copy: bool = False,
    order_number: str = "",
    return_days: int = 30,
) -> tuple[ReceiptPart, ...]:
    """The receipt of a sale in `language` (ko, en, ja, zh; others read Korean).

    `details` are the shop's own lines under its name (address, owner, business number), `slips` rows of label and
    text by attempt for what a terminal told without lines of its own (`kiosk.domain.card_slip`), `customer_receipt`
    the terminal's lines, which are printed unchanged and in order, `link` the text of the QR code. `copy` marks a
    reprint.
    """
    words = WORDS.get(language, WORDS["ko"])
    parts: list[ReceiptPart] = list(_head(sale, shop_name, details, words, copy))
    for line in sale.cart.lines:
        parts.extend(_item(line, sale.cart.currency, language, words))
    parts.append(_RULE)
    parts.extend(_sums(sale, words))
    parts.append(_RULE)
    parts.extend(_payment(sale, words, slips))
    if sale.cash_receipt is not None:
        parts.append(_RULE)
        parts.extend(_cash_receipt(sale.cash_receipt, sale.cart.currency, language))
    if customer_receipt:
        parts.append(_RULE)
        parts.extend(ReceiptLine(text) for text in customer_receipt)
    parts.append(_RULE)
    parts.extend(_foot(sale, words, link, order_number, return_days))
    return tuple(parts)


def tax_mark(kind: str) -> str:
    """The sign before goods that are not taxed, or at a lower rate; `marks_explained` says what it means."""
    if kind in NO_TAX_KINDS:
        return EXEMPT_SIGN
    return REDUCED_SIGN if kind == REDUCED else ""


def marks_explained(kinds: Iterable[str], words: ReceiptWords) -> tuple[str, ...]:
    """A sentence for each sign that stands before goods of these tax kinds."""
    marks = {tax_mark(kind) for kind in kinds}
    sentences = {EXEMPT_SIGN: words.exempt_mark, REDUCED_SIGN: words.reduced_mark}
    return tuple(sentence for sign, sentence in sentences.items() if sign in marks)


def discount_label(badge: str, name: str) -> str:
    """A discount as a receipt names it: its badge first, unless the name says it."""
    return name if badge in name else f"{badge} {name}"


def _head(sale: Sale, shop_name: str, details: Sequence[str], words: ReceiptWords, copy: bool) -> Iterator[ReceiptLine]:
    yield ReceiptLine(shop_name, bold=True, large=True, centred=True)
    for detail in details:
        yield ReceiptLine(detail, centred=True)
    yield ReceiptLine(words.receipt, centred=True)
    if copy:
        yield ReceiptLine(f"** {words.copy} **", bold=True, large=True, centred=True)
    yield ReceiptLine(sale.completed_at.strftime("%Y-%m-%d %H:%M:%S"), f"{words.station} {sale.station}")
    yield ReceiptLine(words.number, f"{sale.receipt_number:06d}")
    yield _RULE


def _item(line: PricedLine, currency: str, language: str, words: ReceiptWords) -> Iterator[ReceiptLine]:
    item = line.line.item
    marks = []
    if line.line.fulfilment.kind is FulfilmentKind.SHIP:
        marks.append(f"[{words.ship}]")
    elif line.line.fulfilment.kind is FulfilmentKind.PICK_UP:
        marks.append(f"[{words.pick_up}]")
    name = " ".join([*marks, item.name.to(language)])
    yield ReceiptLine(f"{tax_mark(item.tax)}{name}")
    yield ReceiptLine(f"  {_quantity(line, currency, words)}", amount_text(line.gross, currency))
    for discount in line.discounts:
        label = discount_label(discount.badge, discount.name.to(language))
        yield ReceiptLine(f"  {label}", amount_text(-discount.amount, currency))


def _quantity(line: PricedLine, currency: str, words: ReceiptWords) -> str:
    row, price = line.line, amount_text(line.unit_price, currency)
    if row.fixed_price is not None:
        text = f"{price} x 1"
    elif row.grams is not None:
        text = f"{price}/kg x {row.grams // 1000}.{row.grams % 1000:03d} kg"
    else:
        text = f"{price} x {row.quantity}"
    if row.override is not None and line.unit_price == row.override.unit_price:
        return f"{text} ({words.staff_price})"
    return f"{text} ({words.member_price})" if line.member else text


def _sums(sale: Sale, words: ReceiptWords) -> Iterator[ReceiptLine]:
    cart = sale.cart
    sums = SaleSums(
        currency=cart.currency,
        gross=cart.gross,
        discount=cart.discount,
        fees=cart.fees,
        taxes=cart.taxes,
        tax_added=tax_on_top(cart),
        total=cart.total,
        rounding=sale.rounding,
    )
    for row in sum_rows(sums, words):
        strong = row.kind is SumKind.TOTAL
        # Won need no name in Korea; a figure of another currency says which it is.
        label = f"{row.label} {cart.currency}" if strong and cart.currency != "KRW" else row.label
        yield ReceiptLine(label, amount_text(row.amount, cart.currency), bold=strong, large=strong)


def _payment(sale: Sale, words: ReceiptWords, slips: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[ReceiptLine]:
    if not sale.tenders:
        yield ReceiptLine(words.nothing_paid)
    for tender in sale.tenders:
        yield from _tender(tender, sale.cart.currency, words)
        yield from (ReceiptLine(label, text) for label, text in slips.get(tender.attempt_id, ()))


def _tender(tender: Tender, currency: str, words: ReceiptWords) -> Iterator[ReceiptLine]:
    kind = words.tenders.get(tender.kind, tender.kind)
    yield ReceiptLine(f"{kind} {tender.brand}".strip(), amount_text(tender.amount, currency))
    if tender.masked_card:
        yield ReceiptLine(words.card_number, tender.masked_card)
    if tender.approval_code:
        yield ReceiptLine(words.approval, tender.approval_code)


def _cash_receipt(receipt: CashReceipt, currency: str, language: str) -> Iterator[ReceiptLine]:
    for row in cash_receipt_rows(receipt, language):
        yield ReceiptLine(row.label, row.text if row.amount is None else amount_text(row.amount, currency))


def _foot(sale: Sale, words: ReceiptWords, link: str, order_number: str, return_days: int) -> Iterator[ReceiptPart]:
    if order_number:
        yield ReceiptLine(words.order_number, order_number, bold=True)
    if sale.member:
        # Whoever finds the paper must not be able to collect or spend with the whole number.
        hidden = max(len(sale.member) - SHOWN_MEMBER_DIGITS, 0)
        yield ReceiptLine(words.member, "*" * hidden + sale.member[hidden:])
    if sale.cart.member_saving:
        yield ReceiptLine(words.member_saving, amount_text(sale.cart.member_saving, sale.cart.currency))
    if sale.cart.discount:
        saved = sale.cart.discount + sale.cart.member_saving
        yield ReceiptLine(words.saved, amount_text(saved, sale.cart.currency), bold=True)
    for sentence in marks_explained((line.line.item.tax for line in sale.cart.lines), words):
        yield ReceiptLine(sentence)
    yield ReceiptLine(words.returns.format(days=return_days))
    yield ReceiptLine(words.dates)
    if link:
        yield ReceiptLine(words.page, centred=True)
        yield ReceiptQr(link)
