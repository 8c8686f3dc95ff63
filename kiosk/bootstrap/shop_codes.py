"""What a camera may ask of the shop while it reads: is this code one of ours, and are two codes of one item."""

import logging
from collections.abc import Callable
from datetime import date

from hardware.ports.camera import CodeText
from kiosk.checkout.look_up_code import CodedItems, item_of
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import (
    CouponCode,
    CouponSource,
    ItemCode,
    PricedCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WeighedCode,
)

log = logging.getLogger("baro.kiosk")
_GOODS = (ItemCode, PricedCode, WeighedCode)


class CatalogueCodes:
    """Speaks the port `ShopCodes` over the catalogue in use; asked on a camera's thread, and never raises."""

    def __init__(self, items: CodedItems, rules: Callable[[], ScanRules], today: Callable[[], date]) -> None:
        self._items, self._rules, self._today = items, rules, today

    def known(self, code: CodeText) -> bool:
        """Whether the shop sells or uses exactly this code; never so when the number holds a price or a weight.

        The catalogue knows only the item of such a number: a misread price would find the same item.
        """
        try:
            meaning = self._meaning(code)
            if _holds_an_amount(meaning):
                return False
            if isinstance(meaning, ItemCode):
                return item_of(meaning, self._items) is not None
            return not isinstance(meaning, UnknownCode)
        except Exception:
            log.exception("a camera's question could not be answered")
            return False

    def same_item(self, one: CodeText, other: CodeText) -> bool | None:
        """Whether two codes name the same item; None when one of them names no item at all."""
        try:
            first, second = self._meaning(one), self._meaning(other)
            if not isinstance(first, _GOODS) or not isinstance(second, _GOODS):
                return None
            if isinstance(first, ItemCode) and isinstance(second, ItemCode):
                return first.gtin == second.gtin
            sold = item_of(first, self._items), item_of(second, self._items)
            return None if None in sold else sold[0] == sold[1]
        except Exception:
            log.exception("a camera's question could not be answered")
            return None

    def _meaning(self, code: CodeText) -> ScannedMeaning:
        return interpret(code.text, code.symbology, self._rules(), gs1=code.gs1, today=self._today())


def _holds_an_amount(meaning: ScannedMeaning) -> bool:
    """Whether some digits of an in-store number are money or weight, of which any is as likely as any other."""
    if isinstance(meaning, CouponCode):
        return meaning.source is CouponSource.IN_STORE and meaning.amount is not None
    if isinstance(meaning, VoucherCode):
        return meaning.amount is not None and not meaning.signed  # what is signed cannot be misread unnoticed
    return isinstance(meaning, PricedCode | WeighedCode)
