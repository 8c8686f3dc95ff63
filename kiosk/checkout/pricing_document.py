"""What a price depended on, as the documents of sales and kept orders tell it."""

from collections.abc import Iterable

from kiosk.domain.coupon import PresentedCoupon
from kiosk.domain.priced_cart import PricedCart
from kiosk.domain.pricing_context import PricingContext
from sync.wire.sale import CouponDocument, PricingDocument, UsedDocument, UsesDocument


def pricing_document(
    context: PricingContext, priced: PricedCart, coupons: Iterable[PresentedCoupon] = ()
) -> PricingDocument:
    """Everything that pricing `priced` again takes besides its lines, its fees and the catalogue.

    `coupons` are those of the cart; one that only the context knows is told by its name. Partners are named, their
    numbers are personal and are not told.
    """
    told = {
        one.coupon: CouponDocument(coupon=one.coupon, source=one.source.value, serial=one.serial, value=one.value)
        for one in coupons
    }
    told |= {name: CouponDocument(coupon=name) for name in sorted(context.coupons) if name not in told}
    return PricingDocument(
        at=context.at,
        member=context.member,
        coupons=tuple(told.values()),
        partners=tuple(sorted(context.partners)),
        tender=context.tender,
        uses=tuple(
            UsesDocument(promotion=name, member=uses.by_member, today=uses.today)
            for name, uses in sorted(context.uses.items())
            if uses.by_member or uses.today
        ),
        used=tuple(
            UsedDocument(promotion=one.promotion_id, applications=one.applications, amount=one.amount)
            for one in priced.used
        ),
        exact=priced.exact,
    )
