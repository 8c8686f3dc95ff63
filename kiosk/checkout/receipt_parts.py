"""The paper receipt: the sale's own lines as the printer takes them."""

from hardware.ports.receipt_printer import PrintLine, PrintPart, PrintQr
from kiosk.domain.catalogue import Shop
from kiosk.domain.receipt import ReceiptQr, receipt_lines
from kiosk.domain.sale import PaymentAttempt, Sale


def receipt_parts(
    sale: Sale,
    *,
    shop: Shop | None,
    link: str,
    copy: bool,
    attempt: PaymentAttempt | None = None,
    order_number: str = "",
) -> tuple[PrintPart, ...]:
    """The receipt of a sale in its language; `copy` marks every print after the first."""
    lines = receipt_lines(
        sale,
        shop.name.to(sale.language) if shop is not None else sale.shop,
        sale.language,
        details=_details(shop, sale.language),
        customer_receipt=attempt.customer_receipt if attempt is not None else (),
        link=link,
        copy=copy,
        order_number=order_number,
    )
    return tuple(
        PrintQr(line.text)
        if isinstance(line, ReceiptQr)
        else PrintLine(line.left, line.right, line.bold, line.large, line.centred, line.rule)
        for line in lines
    )


def _details(shop: Shop | None, language: str) -> tuple[str, ...]:
    """What stands under the shop's name: its address and what the law wants there."""
    if shop is None:
        return ()
    address = (shop.address.to(language),) if shop.address.ko else ()
    return (*address, *shop.registration)
