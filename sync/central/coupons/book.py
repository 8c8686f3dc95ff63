"""Makes signed coupons for QR codes, and finds those that were used more than once."""

import base64
import json
from collections.abc import Callable
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from kiosk.domain.coupon import unsigned_coupon
from sync.central.catalogue_tables import PromotionRow
from sync.central.tables import CouponUseRow
from sync.wire.sale import SaleDocument

MOST_AT_ONCE = 100_000


class CouponsRefused(ValueError):
    """These coupons cannot be made; the message says why and what would be right."""


def coupon_of(session: Session, promotion: str) -> str:
    """The coupon that brings a promotion to life; raises `CouponsRefused` for one that needs none."""
    row = session.get(PromotionRow, promotion)
    if row is None:
        raise CouponsRefused(f"there is no promotion {promotion!r}; load it first")
    coupon = json.loads(row.body).get("coupon") or ""
    if not coupon:
        raise CouponsRefused(f"the promotion {promotion!r} needs no coupon: give it a `coupon` and publish it")
    return str(coupon)


def make_coupons(
    key: Ed25519PrivateKey, coupon: str, count: int, until: date, random_bytes: Callable[[int], bytes]
) -> list[str]:
    """The texts of `count` QR codes, each good for one use until the end of that day.

    A serial number is 80 random bits, so nobody guesses one; what a code says is signed with central's key, and
    stations prove it with the public one that they have. Raises `CouponsRefused`.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise CouponsRefused(f"1 to {MOST_AT_ONCE} coupons are made at once, not {count}")
    made = []
    for _ in range(count):
        serial = base64.b32encode(random_bytes(10)).decode()
        try:
            text = unsigned_coupon(coupon, serial, until)
        except ValueError as fault:
            raise CouponsRefused(str(fault)) from None
        signature = base64.urlsafe_b64encode(key.sign(text.encode())).rstrip(b"=").decode()
        made.append(f"{text}.{signature}")
    return made


def put_coupon_uses(session: Session, sale: SaleDocument) -> None:
    """Write which coupons of single use a sale used up; a double is written too, for the sale is paid."""
    used = [coupon for coupon in (sale.pricing.coupons if sale.pricing else ()) if coupon.serial]
    for coupon in used:
        row = {
            "coupon": coupon.coupon,
            "serial": coupon.serial,
            "station": sale.station,
            "sale": sale.sale,
            "shop": sale.shop,
            "at": sale.completed_at,
        }
        session.execute(insert(CouponUseRow).values(row).on_conflict_do_nothing())
