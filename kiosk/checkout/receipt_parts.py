"""The paper receipt: the sale's own lines as the printer takes them."""

from collections.abc import Sequence

from hardware.ports.receipt_printer import PrintLine, PrintPart, PrintQr
from kiosk.domain.card_slip import slip_rows
from kiosk.domain.catalogue import Shop
from kiosk.domain.receipt import ReceiptPart, ReceiptQr, receipt_lines
from kiosk.domain.sale import PaymentAttempt, Sale

# What the printers spell: Hangul, Latin, kana and Korean Hanja; neither simplified Chinese nor all of Japanese.
PAPER_CHARSET = "cp949"
PAPER_FALLBACK = "en"
_FIRST_EAST_ASIAN = "\u2e80"


def receipt_parts(
    sale: Sale,
    *,
    shop: Shop | None,
    link: str,
    copy: bool,
    attempts: tuple[PaymentAttempt, ...] = (),
    order_number: str = "",
) -> tuple[PrintPart, ...]:
    """The receipt of a sale in its language, or in English where paper cannot spell that; the link is in all four.

    `copy` marks every print after the first.
    """

    divided = len(sale.tenders) > 1

    def written(language: str) -> tuple[ReceiptPart, ...]:
        return receipt_lines(
            sale,
            shop.name.to(language) if shop is not None else sale.shop,
            language,
            details=_details(shop, language),
            slips={x.attempt_id: slip_rows(x, language, divided=divided) for x in attempts},
            customer_receipt=tuple(line for attempt in attempts for line in attempt.customer_receipt),
            link=link,
            copy=copy,
            order_number=order_number,
        )

    parts = written(sale.language)
    if not _can_be_printed(parts):
        parts = written(PAPER_FALLBACK)
    return tuple(
        PrintQr(line.text)
        if isinstance(line, ReceiptQr)
        else PrintLine(line.left, line.right, line.bold, line.large, line.centred, line.rule)
        for line in parts
    )


def _can_be_printed(parts: Sequence[ReceiptPart]) -> bool:
    """Whether the printer knows every East Asian letter; what else it lacks it spells another way."""
    letters = {
        letter
        for part in parts
        if not isinstance(part, ReceiptQr)
        for letter in part.left + part.right
        if letter >= _FIRST_EAST_ASIAN
    }
    try:
        "".join(letters).encode(PAPER_CHARSET)
    except UnicodeEncodeError:
        return False
    return True


def _details(shop: Shop | None, language: str) -> tuple[str, ...]:
    """What stands under the shop's name: its address and what the law wants there."""
    if shop is None:
        return ()
    address = (shop.address.to(language),) if shop.address.ko else ()
    return (*address, *shop.registration)
