"""Codes that are no item of the shop: say what each is and what can be done with it here, and nothing more."""

from collections.abc import Callable

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.take_coupon import TakeCoupon
from kiosk.domain.scanned_meaning import (
    CouponCode,
    ItemCode,
    LicenceCode,
    MemberCode,
    ParkedCartCode,
    PartnerCode,
    ReceiptCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WalletCode,
)
from sync.wire.journal import EntryKind

_SAID: dict[type, NoticeKind] = {
    WalletCode: NoticeKind.WALLET_CODE,
    VoucherCode: NoticeKind.VOUCHER_CODE,
    ReceiptCode: NoticeKind.RECEIPT_CODE,
    ParkedCartCode: NoticeKind.PARKED_CART_CODE,
    LicenceCode: NoticeKind.LICENCE_CODE,
}


class OtherCodes:
    """What the till does with member numbers, coupons, receipts, licences and what nobody knows."""

    def __init__(self, floor: Floor, cart: OpenCart, calls: CallAttendant, coupons: TakeCoupon) -> None:
        self._floor, self._cart, self._calls, self._coupons = floor, cart, calls, coupons
        self._shown: Callable[[str], None] = lambda _: None

    def when_member(self, shown: Callable[[str], None]) -> None:
        """What learns of a member's code that was read, and never of a number that was typed."""
        self._shown = shown

    def say(self, meaning: ScannedMeaning) -> None:
        """Answer a code that names no item of the catalogue."""
        if isinstance(meaning, MemberCode):
            self._member(meaning)
        elif isinstance(meaning, CouponCode):
            self._coupons.take(meaning)
        elif isinstance(meaning, PartnerCode):
            self._coupons.take_partner(meaning)
        elif type(meaning) in _SAID:
            self._floor.say(_SAID[type(meaning)])
            self._floor.cue("attention")
        else:
            self._unknown(meaning)

    def licence_wanted(self) -> bool:
        """A licence was shown: tell staff when an age is to be checked; answers whether one is.

        The kiosk cannot tell a real licence from a picture of one, so it decides nothing, and keeps nothing of it.
        """
        if not self._calls.licence_shown():
            return False
        self._floor.say(NoticeKind.LICENCE_SHOWN)
        self._floor.cue("attention")
        return True

    def _member(self, code: MemberCode) -> None:
        if not self._floor.till.knows_member(code.number):
            self._floor.say(NoticeKind.MEMBER_UNKNOWN)
            self._floor.cue("scanFail")
            return
        visit = self._floor.visit
        before = visit.priced.total
        visit.cart.member = code.number
        self._cart.changed()
        self._shown(code.number)
        self._floor.say(NoticeKind.MEMBER_APPLIED, amount=max(0, before - visit.priced.total))
        self._floor.cue("scanOk")

    def _unknown(self, meaning: ScannedMeaning) -> None:
        # Only a valid trade item number is kept: any other text might be personal or a payment code.
        body: dict[str, object] = {"why": "unknown_code"}
        evidence: tuple[tuple[str, str], ...] = ()
        if isinstance(meaning, ItemCode):
            body["gtin"] = meaning.gtin
            evidence = (("gtin", meaning.gtin),)
        elif isinstance(meaning, UnknownCode):
            body["reason"] = meaning.reason
            evidence = (("reason", meaning.reason),)
        self._floor.journal(EntryKind.ITEM_REFUSED, body)
        self._calls.request("unknown_item", evidence=evidence)
        self._floor.say(NoticeKind.UNKNOWN_CODE)
        self._floor.cue("scanFail")
