"""The one sentence that a shopper is told: what it is about, and for how long it stays."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.catalogue import CatalogueItem, LocalText


class NoticeKind(StrEnum):
    """The one sentence above the list; wording is in screens.md, Key messages."""

    UNKNOWN_CODE = "unknown_code"
    READ_FAILED = "read_failed"
    BLOCKED_ITEM = "blocked_item"
    ITEM_NOT_IN_STORE = "item_not_in_store"
    WALLET_CODE = "wallet_code"
    PROMOTION_REACHED = "promotion_reached"
    MEMBER_APPLIED = "member_applied"
    MEMBER_UNKNOWN = "member_unknown"
    REMOVED = "removed"
    QUANTITY_LIMIT = "quantity_limit"
    NOT_SAVED = "not_saved"
    SCALE_FAULT = "scale_fault"
    CART_KEPT = "cart_kept"
    SCAN_HELD = "scan_held"  # scanned while paying: not in this payment, added when the payment ends unpaid
    SCAN_LEFT_OUT = "scan_left_out"  # scanned while paying and not part of the sale now done
    AGE_REFUSED = "age_refused"  # staff did not sell this item; it was taken out
    AGE_APPROVED = "age_approved"
    PRICE_FELL = "price_fell"  # amount is what the shopper saves
    PRICE_LOWERED = "price_lowered"  # by staff; amount is what the shopper saves
    ORDER_REFUSED = "order_refused"  # this item cannot be received this way now
    CODES_DIFFER = "codes_differ"  # two different codes are in view, none was taken
    HOLD_CLOSER = "hold_closer"  # seen and not read, and what would help
    FLATTEN_PACK = "flatten_pack"
    TURN_PACK = "turn_pack"
    HOLD_STILL = "hold_still"
    MORE_LIGHT = "more_light"
    CODE_WANTED = "code_wanted"  # only the pack's own code says until when it may be sold: show that one
    DATE_MISSING = "date_missing"  # the pack's own code names no such date
    EXPIRED = "expired"  # past its use-by date: not added, or taken out again
    SAME_LABEL = "same_label"  # its label is in the cart already: is there a second pack with the same one?
    SAME_PACK = "same_pack"  # this very pack is in the cart already
    BUYER_CHECKED = "buyer_checked"  # staff looked at the buyer, for another reason than age
    BUYER_REFUSED = "buyer_refused"
    PAST_BEST = "past_best"  # past its best-before date, and the shop sells none such
    PACK_CHECK = "pack_check"  # staff look at the pack first
    PACK_PASSED = "pack_passed"  # staff looked at it: it is in the cart now
    SHOW_AGAIN = "show_again"  # staff looked at it: it may be shown again
    STOPPED_NOW = "stopped_now"  # recalled or stopped while it was in the cart: taken out
    NOT_CHECKED = "not_checked"  # the list of recalls is too old to sell it
    STAFF_ONLY = "staff_only"  # sold only while somebody is on duty
    NOT_NOW = "not_now"  # outside its hours of sale; opens says from when
    SALE_LIMIT = "sale_limit"  # at most count in one sale
    PERSON_LIMIT = "person_limit"  # at most count for one person
    COUPON_READY = "coupon_ready"  # amount is what it takes off
    COUPON_WAITS = "coupon_waits"  # the goods for it are not in the cart yet; amount is what is missing, if a sum is
    COUPON_MEMBERS = "coupon_members"
    COUPON_ALREADY = "coupon_already"
    COUPON_USED = "coupon_used"
    COUPON_EXPIRED = "coupon_expired"
    COUPON_NOT_NOW = "coupon_not_now"
    COUPON_UNKNOWN = "coupon_unknown"
    COUPON_NOT_HERE = "coupon_not_here"  # a manufacturer's coupon that cannot be priced in this shop
    COUPON_NOT_CHECKED = "coupon_not_checked"
    COUPON_POINTS = "coupon_points"
    PARTNER_APPLIED = "partner_applied"
    PARTNER_WAITS = "partner_waits"
    PARTNER_UNKNOWN = "partner_unknown"
    VOUCHER_CODE = "voucher_code"
    VOUCHER_LATER = "voucher_later"  # it pays once the shopper goes to pay
    VOUCHER_USED = "voucher_used"
    VOUCHER_EXPIRED = "voucher_expired"
    VOUCHER_TOO_MUCH = "voucher_too_much"  # worth more than what is to pay; no change is given
    VOUCHER_UNKNOWN = "voucher_unknown"  # not made by this shop
    VOUCHER_NOT_HERE = "voucher_not_here"  # more than a kiosk takes, or in another currency
    RECEIPT_CODE = "receipt_code"
    PARKED_CART_CODE = "parked_cart_code"
    LICENCE_CODE = "licence_code"
    LICENCE_SHOWN = "licence_shown"  # while an age is to be checked: staff were told that one was shown


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to the shopper; `item` and `amount` fill its sentence; `until` is monotonic seconds or None.

    `more` is how many other items it is about, `count` how many are sold at once, `opens` the time on the clock from
    which it may be bought, `name` is that of a promotion.
    """

    kind: NoticeKind
    item: CatalogueItem | None = None
    amount: int = 0
    until: float | None = None
    number: int = 0  # grows with each notice, so that a repeated one is shown anew
    more: int = 0
    count: int = 0
    opens: datetime | None = None
    name: LocalText | None = None
