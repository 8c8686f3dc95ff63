"""What a total holds besides goods: delivery, deposits, fees, tax on top, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.domain.fees import DEPOSIT, SHIPPING
from kiosk.domain.priced_cart import Fee
from kiosk.ui.display_text import money_words

tr = QCoreApplication.translate


def included_words(fees: Sequence[Fee], tax_added: int, currency: str, language: str) -> str:
    """`배송비 3,000원 · 병 보증금 200원 포함`, or nothing where the total is goods alone."""
    sums: dict[str, int] = {}
    for fee in fees:
        kind = fee.kind if fee.kind in (SHIPPING, DEPOSIT) else "other"
        sums[kind] = sums.get(kind, 0) + fee.amount
    if tax_added:
        sums["tax"] = tax_added
    words = {
        SHIPPING: tr("Fee", "배송비 %1"),
        DEPOSIT: tr("Fee", "병 보증금 %1"),
        "other": tr("Fee", "요금 %1"),
        "tax": tr("Fee", "세금 %1"),
    }
    parts = [words[kind].replace("%1", money_words(sums[kind], currency, language)) for kind in words if kind in sums]
    return tr("Fee", "%1 포함").replace("%1", " · ".join(parts)) if parts else ""
