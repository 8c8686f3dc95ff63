"""The one sentence that offers the next step which gives more."""

from PySide6.QtCore import QCoreApplication

from kiosk.domain.priced_cart import Nudge, NudgeKind
from kiosk.ui.display_text import money_words

tr = QCoreApplication.translate


def nudge_words(nudge: Nudge | None, currency: str, language: str) -> str:
    """What to fetch or to spend, and what comes of it; "" when there is nothing to offer."""
    if nudge is None:
        return ""
    gain = money_words(nudge.gain, currency, language)
    if nudge.kind is NudgeKind.SPEND:
        short = money_words(nudge.short_of, currency, language)
        return tr("Cart", "%1 더 담으면 %2 할인돼요").replace("%1", short).replace("%2", gain)
    return _pieces(nudge).replace("%1", gain)


def _pieces(nudge: Nudge) -> str:
    missing = nudge.missing
    if nudge.kind is NudgeKind.FREE_PIECE:
        if missing == 1:
            return tr("Cart", "하나 더 가져오면 무료예요")
        return tr("Cart", "%n개 더 가져오면 하나는 무료예요", "", missing)
    if missing == 1:
        return tr("Cart", "하나 더 가져오면 %1 할인돼요")
    return tr("Cart", "%n개 더 가져오면 %1 할인돼요", "", missing)
