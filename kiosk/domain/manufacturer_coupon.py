"""North American coupons (AI 8110) as promotions: what of them can be priced by the items in the cart.

Facts: GS1 US, "North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.gs1.coupon import CouponError, NorthAmericanCoupon, PurchaseRequirement, read_coupon
from kiosk.domain.promotion import Bundle, NPlusM, Pool, Promotion, Slot, Threshold

CURRENCIES = frozenset({"USD", "CAD"})
_UNITS, _CASH, _BASKET, _NONE = 0, 1, 4, 9  # codes of a purchase requirement
_CENTS, _UNITS_FREE, _PERCENT = 0, 2, 5  # codes of a save value
_NAME = LocalText("제조사 쿠폰", "Manufacturer’s coupon", "メーカークーポン", "厂商优惠券")


class NotPriced(ValueError):
    """This shop's tills cannot price the coupon; the message says why, without its digits."""


@dataclass(frozen=True, slots=True)
class ManufacturerCoupon:
    """A coupon of a manufacturer: `promotion` for what is in the cart, and whether the cart has goods for it."""

    promotion: Promotion
    has_goods: bool


def promotion_of_coupon(value: str, coupon: str, items: Iterable[CatalogueItem], currency: str) -> ManufacturerCoupon:
    """The promotion that the value of AI 8110 makes for these items; raises `NotPriced`.

    Its goods are those whose GTIN begins with the company's prefix, for family 000 all of them, else those of the
    group `family:PREFIX:CODE`. Amounts are cents, so the shop's currency is one of `CURRENCIES`.
    """
    try:
        read = read_coupon(value)
    except CouponError as fault:
        raise NotPriced(str(fault)) from None
    if currency not in CURRENCIES:
        raise NotPriced("the coupon is in dollars, this shop is not")
    if read.retailer:
        raise NotPriced("the coupon is for another retailer")
    if len(read.requirements) > 1 or read.applies_to:
        raise NotPriced("the coupon asks for goods of several families together")
    need = read.requirements[0]
    skus = frozenset(item.sku for item in items if _of_family(item, need))
    anything = need.code in (_BASKET, _NONE)
    # A pool that names nothing would hold everything: without goods it names an item that no shop has.
    pool = Pool() if anything else Pool(skus=skus or frozenset({f"family:{need.company_prefix}:{need.family}"}))
    return ManufacturerCoupon(_promotion(read, need, pool, coupon), anything or bool(skus))


def _promotion(read: NorthAmericanCoupon, need: PurchaseRequirement, pool: Pool, coupon: str) -> Promotion:
    save, kind = read.save_value, read.save_code
    if kind == _PERCENT and not 0 < save <= 100:
        raise NotPriced(f"the coupon takes off {save} percent")
    amount, percent = (save, None) if kind == _CENTS else (None, save)
    if need.code == _UNITS and kind in (_CENTS, _PERCENT):
        slot = Slot(pool, max(1, need.value))
        return Bundle(
            promotion_id=coupon, name=_NAME, coupon=coupon, limit=1, slots=(slot,), amount=amount, percent=percent
        )
    if need.code == _UNITS and kind == _UNITS_FREE:
        buy, free = max(1, need.value), max(1, save)
        return NPlusM(promotion_id=coupon, name=_NAME, coupon=coupon, limit=1, pool=pool, buy=buy, free=free)
    if need.code in (_CASH, _BASKET, _NONE) and kind in (_CENTS, _PERCENT):
        least = 1 if need.code == _NONE else max(1, need.value)
        return Threshold(
            promotion_id=coupon, name=_NAME, coupon=coupon, pool=pool, at_least=least, amount=amount, percent=percent
        )
    raise NotPriced("the coupon gives something that this till cannot price")


def _of_family(item: CatalogueItem, need: PurchaseRequirement) -> bool:
    # A U.P.C. company prefix stands behind the two zeros that make a GTIN-14 of 12 digits.
    if not item.gtin.startswith(f"00{need.company_prefix}"):
        return False
    return need.family == "000" or f"family:{need.company_prefix}:{need.family}" in item.groups
