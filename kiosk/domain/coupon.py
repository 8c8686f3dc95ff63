"""Coupons and partner cards that a shopper presented, and what a coupon of the shop's own QR code says."""

import re
from dataclasses import dataclass
from datetime import date

from kiosk.domain.scanned_meaning import CouponCode, CouponSource

_GCN_DIGITS = 13  # AI 255: without its serial number
_SIGNED = re.compile(r"(BC1\.([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{8,32})\.(\d{8}))\.([A-Za-z0-9_-]{86})", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PresentedCoupon:
    """A coupon in the cart: `coupon` is what promotions call it; one with a `serial` counts once, ever.

    `value` is the text of a coupon whose promotion is made from the code itself (AI 8110), "" for all others.
    """

    coupon: str
    source: CouponSource
    serial: str = ""
    expires_on: date | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class PresentedPartner:
    """A partner's or telco's card: `partner` is what promotions call it. The number is personal."""

    partner: str
    number: str


def presented(code: CouponCode) -> PresentedCoupon:
    """The coupon of a code; a Global Coupon Number (AI 255) is 13 digits and then its serial number."""
    number, serial, value = code.number, code.serial, ""
    if code.source is CouponSource.GCN:
        number, serial = number[:_GCN_DIGITS], number[_GCN_DIGITS:]
    elif code.source is CouponSource.NORTH_AMERICA:
        number, value = f"8110.{number}", number
    return PresentedCoupon(number, code.source, serial, code.expires_on, value)


def unsigned_coupon(coupon: str, serial: str, until: date) -> str:
    """The text that is signed: form, coupon, serial number and last day, as `BC1.C1.7Q2M4XK9.20261231`.

    Raises `ValueError` for a coupon's id that has other signs than letters, digits, `_` and `-`, or more than 40.
    """
    if not _ID.fullmatch(coupon):
        raise ValueError(f"the coupon {coupon!r} cannot be in a QR code: 1 to 40 letters, digits, _ and - can")
    return f"BC1.{coupon}.{serial}.{until:%Y%m%d}"


def signed_coupon_of(text: str) -> CouponCode | None:
    """The coupon that a QR code of the shop's own claims to be; None when it has not the form.

    Nothing is proven by it: `signed` is what `signature` has to fit (Ed25519 by central, base64url, 86 characters).
    """
    found = _SIGNED.fullmatch(text)
    if found is None:
        return None
    try:
        until = date(int(found[4][:4]), int(found[4][4:6]), int(found[4][6:]))
    except ValueError:
        return None
    return CouponCode(
        found[2], CouponSource.SIGNED, expires_on=until, serial=found[3], signed=found[1], signature=found[5]
    )
