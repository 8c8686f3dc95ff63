"""What became of an order that was given on the product page: it is in the cart, or the till said why not."""

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.fulfilment import Fulfilment
from kiosk.ui.shopper_words import notice_words

_REFUSALS = {
    NoticeKind.ORDER_REFUSED,
    NoticeKind.BLOCKED_ITEM,
    NoticeKind.QUANTITY_LIMIT,
    NoticeKind.NOT_SAVED,
    NoticeKind.CODE_WANTED,
    NoticeKind.PACK_CHECK,
    NoticeKind.NOT_CHECKED,
    NoticeKind.STAFF_ONLY,
    NoticeKind.NOT_NOW,
    NoticeKind.SALE_LIMIT,
    NoticeKind.PERSON_LIMIT,
    NoticeKind.AGE_REFUSED,
}


class OrderedFromPage:
    """One order at a time, from the touch until the till's answer is seen in a snapshot."""

    def __init__(self) -> None:
        self._order: tuple[str, Fulfilment, int, int] | None = None
        self._taken = False

    def begin(self, shown: Snapshot, sku: str, fulfilment: Fulfilment) -> None:
        """The order is given now."""
        number = shown.notice.number if shown.notice else -1
        self._order = (sku, fulfilment, _held(shown, sku, fulfilment), number)

    def watch(self, shown: Snapshot) -> str:
        """Look for the answer; the reason in the shopper's words when the till refused, else ""."""
        if self._order is None:
            return ""
        sku, fulfilment, held, number = self._order
        notice = shown.notice
        if _held(shown, sku, fulfilment) > held:
            self._order, self._taken = None, True
        elif notice is not None and notice.kind in _REFUSALS and notice.number != number:
            self._order = None
            _, title, detail = notice_words(notice, shown.cart.currency, shown.language)
            return f"{title}. {detail}"
        return ""

    def taken(self) -> bool:
        """Whether the till took the order; answered once."""
        taken, self._taken = self._taken, False
        return taken


def _held(shown: Snapshot, sku: str, fulfilment: Fulfilment) -> int:
    lines = (priced.line for priced in shown.cart.lines)
    return sum(line.quantity for line in lines if line.item.sku == sku and line.fulfilment == fulfilment)
