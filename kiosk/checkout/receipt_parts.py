"""The paper receipt: what stands on it, line by line, made from the finished sale."""

from collections.abc import Iterator

from hardware.ports.receipt_printer import PrintLine, PrintPart, PrintQr
from kiosk.checkout.receipt_words import WORDS, amount_text
from kiosk.domain.catalogue import Shop
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.priced_cart import PricedLine
from kiosk.domain.sale import PaymentAttempt, Sale

RULE = PrintLine(rule=True)


def receipt_parts(
    sale: Sale,
    *,
    shop: Shop | None,
    link: str,
    copy: bool,
    attempt: PaymentAttempt | None = None,
    kept_orders: int = 0,
) -> tuple[PrintPart, ...]:
    """The receipt of a sale in its language; `copy` marks every print after the first."""
    words = WORDS.get(sale.language, WORDS["en"])
    currency = sale.cart.currency
    parts: list[PrintPart] = []
    if copy:
        parts.append(PrintLine(words["copy"], bold=True, large=True, centred=True))
    if shop is not None:
        parts.append(PrintLine(shop.name.to(sale.language), bold=True, large=True, centred=True))
        if shop.address.ko:
            parts.append(PrintLine(shop.address.to(sale.language), centred=True))
    parts.append(PrintLine(f"{words['station']} {sale.station}", f"{words['number']} {sale.receipt_number}"))
    parts.append(PrintLine(sale.completed_at.strftime("%Y-%m-%d %H:%M:%S")))
    parts.append(RULE)
    for line in sale.cart.lines:
        parts.extend(_line(line, sale.language, currency))
    parts.append(RULE)
    parts.extend(_totals(sale, words))
    parts.append(RULE)
    parts.extend(_tenders(sale, words))
    if attempt is not None and attempt.customer_receipt:
        # What the terminal wants on paper is printed in order and unchanged (payment protocol, receipts).
        parts.append(RULE)
        parts.extend(PrintLine(text) for text in attempt.customer_receipt)
    if kept_orders:
        parts.append(PrintLine(words["kept_orders"], str(kept_orders), bold=True))
    parts.append(RULE)
    parts.append(PrintLine(words["returns"], centred=True))
    parts.append(PrintLine(words["dates"], centred=True))
    if link:
        parts.append(PrintQr(link))
    return tuple(parts)


def _line(priced: PricedLine, language: str, currency: str) -> Iterator[PrintLine]:
    line = priced.line
    words = WORDS.get(language, WORDS["en"])
    yield PrintLine(line.item.name.to(language), bold=True)
    if line.grams is not None:
        how = f"{line.grams / 1000:.3f} kg x {amount_text(priced.unit_price, currency)}"
    else:
        how = f"{line.quantity} x {amount_text(priced.unit_price, currency)}"
    yield PrintLine(f"  {how}", amount_text(priced.gross, currency))
    for discount in priced.discounts:
        name = discount.name.to(language) or discount.badge
        yield PrintLine(f"  {name}", f"-{amount_text(discount.amount, currency)}")
    if line.fulfilment.kind is not FulfilmentKind.CARRY_OUT:
        yield PrintLine(f"  {words[line.fulfilment.kind.value]}")


def _tenders(sale: Sale, words: dict[str, str]) -> Iterator[PrintLine]:
    for tender in sale.tenders:
        name = words["card"] if tender.kind == "card" else tender.kind
        yield PrintLine(f"{name} {tender.brand}".strip(), amount_text(tender.amount, sale.cart.currency))
        if tender.masked_card:
            yield PrintLine(tender.masked_card)
        if tender.approval_code:
            yield PrintLine(words["approval"], tender.approval_code)


def _totals(sale: Sale, words: dict[str, str]) -> Iterator[PrintLine]:
    cart = sale.cart
    if cart.discount:
        yield PrintLine(words["discount"], f"-{amount_text(cart.discount, cart.currency)}")
    for fee in cart.fees:
        yield PrintLine(words.get(fee.kind, fee.kind), amount_text(fee.amount, cart.currency))
    yield PrintLine(words["total"], amount_text(cart.total, cart.currency), bold=True, large=True)
    for tax in cart.taxes:
        rate = f"{tax.rate}%" if tax.rate else ""
        yield PrintLine(f"{words['net']} {rate}".strip(), amount_text(tax.net, cart.currency))
        yield PrintLine(f"{words['tax']} {rate}".strip(), amount_text(tax.tax, cart.currency))
