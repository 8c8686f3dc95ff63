"""By which promotions an open cart is priced: those of every catalogue version in use since it was begun.

A promotion that a new version no longer has, or has with less, would make an open cart dearer. So the earlier
version's promotions go on counting for this cart, and the sale names the version by which it was priced.
"""

from dataclasses import replace

from kiosk.checkout.floor import Floor
from kiosk.checkout.session_state import VersionPrices
from kiosk.domain.cart import LineItem
from kiosk.domain.coupon import PresentedCoupon
from kiosk.domain.manufacturer_coupon import NotPriced, promotion_of_coupon
from kiosk.domain.priced_cart import Fee, PricedCart
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import NEVER_USED, PricingContext, Used
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import PromotionBook

NOT_KNOWN = Used(2**31, 2**31)  # how often is not known yet: as if no use were left, for a price may only fall


class VisitPrices:
    """Prices lines by a version that the visit has seen."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._newest: VersionPrices | None = None

    def versions(self) -> tuple[VersionPrices, ...]:
        """What was in use since the cart was begun, oldest first."""
        visit, newest = self._floor.visit, self._current()
        if all(known.version != newest.version for known in visit.versions):
            visit.versions = (*visit.versions, newest)
        return visit.versions

    def limited(self) -> bool:
        """Whether some promotion counts how often it was applied before this sale."""
        return any(prices.limited for prices in self.versions())

    def context(self, prices: VersionPrices) -> PricingContext:
        """The circumstances of this sale; its time is that of the visit's begin.

        So a promotion that ends meanwhile never makes an open cart dearer.
        """
        visit = self._floor.visit
        return PricingContext(
            currency=visit.cart.currency,
            at=visit.started_at,
            shop=self._floor.till.shop,
            member=bool(visit.cart.member),
            coupons=frozenset(coupon.coupon for coupon in visit.cart.coupons),
            partners=frozenset(card.partner for card in visit.cart.partners),
            tender=visit.tender,
            tax=prices.tax,
            uses={promotion.promotion_id: self._used(promotion) for promotion in prices.limited},
        )

    def price(self, lines: list[LineItem], fees: tuple[Fee, ...], prices: VersionPrices) -> PricedCart:
        """What these lines cost by that version."""
        return price_cart(lines, self._book(prices), self.context(prices), fees)

    def rules_of(self, coupon: PresentedCoupon) -> tuple[Promotion, ...]:
        """The promotions that a coupon brings to life, of the newest version that has any."""
        if coupon.value:
            made = self._made_of(coupon)
            return (made,) if made is not None else ()
        for prices in reversed(self.versions()):
            if found := tuple(each for each in prices.promotions if each.coupon == coupon.coupon):
                return found
        return ()

    def coupons_of(self, priced: PricedCart, prices: VersionPrices) -> frozenset[str]:
        """The coupons of the cart that take something off this price."""
        coupons = {coupon.coupon for coupon in self._floor.visit.cart.coupons}
        if not coupons:
            return frozenset()
        taking = {x.promotion_id for line in priced.lines for x in line.discounts if x.amount}
        # A promotion that is made of a coupon has the coupon's own name.
        named = {each.coupon for each in prices.promotions if each.promotion_id in taking}
        return frozenset(coupons & (named | taking))

    def rules_of_partner(self, partner: str) -> tuple[Promotion, ...]:
        """The promotions of a partner, of the newest version that has any."""
        for prices in reversed(self.versions()):
            if found := tuple(each for each in prices.promotions if each.partner == partner):
                return found
        return ()

    def _current(self) -> VersionPrices:
        head = self._floor.till.catalogue.head()
        if self._newest is None or self._newest.version != head.version:
            promotions = self._floor.till.catalogue.promotions()
            limited = tuple(p for p in promotions if p.member_limit is not None or p.day_limit is not None)
            self._newest = VersionPrices(head.version, promotions, PromotionBook(promotions), limited, head.tax)
        return self._newest

    def _used(self, promotion: Promotion) -> Used:
        visit = self._floor.visit
        if visit.uses is None:
            return NOT_KNOWN
        used = visit.uses.get(promotion.promotion_id, NEVER_USED)
        return used if visit.uses_of == visit.cart.member else replace(used, by_member=NOT_KNOWN.by_member)

    def _book(self, prices: VersionPrices) -> PromotionBook:
        """The version's promotions, and those that coupons in the cart are made of."""
        made = [self._made_of(coupon) for coupon in self._floor.visit.cart.coupons if coupon.value]
        more = [promotion for promotion in made if promotion is not None]
        return PromotionBook((*prices.promotions, *more)) if more else prices.book

    def _made_of(self, coupon: PresentedCoupon) -> Promotion | None:
        items = [line.item for line in self._floor.visit.cart.lines]
        try:
            return promotion_of_coupon(coupon.value, coupon.coupon, items, self._floor.visit.cart.currency).promotion
        except NotPriced:
            return None
