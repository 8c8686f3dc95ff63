"""Which promotions have to do with a row: those it uses, those within reach, and those that ended just now."""

from collections.abc import Mapping
from datetime import timedelta

from kiosk.checkout.floor import Floor
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.session_state import VersionPrices
from kiosk.checkout.snapshot import LineRules
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.priced_cart import PricedCart, PricedLine
from kiosk.domain.promotion import Promotion
from kiosk.domain.promotion_book import NOTHING

JUST_ENDED = timedelta(days=7)  # a shelf label that old may still be up


class ExplainLines:
    """Tells for each row of the cart by which rules it has its price."""

    def __init__(self, floor: Floor, cart: OpenCart) -> None:
        self._floor, self._cart = floor, cart
        self._known: tuple[PricedCart, Mapping[str, LineRules]] | None = None

    def rules(self) -> Mapping[str, LineRules]:
        """The rules of each row by its id; made anew only after the price was."""
        priced = self._floor.visit.priced
        if not priced.lines:
            return {}  # and no version counts as seen before something is in the cart
        if self._known is None or self._known[0] is not priced:
            versions = self._cart.prices.versions()
            now = {version.version: version for version in versions}.get(self._floor.visit.catalogue_version)
            made = {x.line.line_id: self._of(x, now or versions[-1]) for x in priced.lines}
            self._known = (priced, made)
        return self._known[1]

    def _of(self, line: PricedLine, version: VersionPrices) -> LineRules:
        ids = [discount.promotion_id for discount in line.discounts if discount.amount]
        named = {promotion.promotion_id: promotion for promotion in self._all(version)}
        around = [each for each in _around(line.line.item, version) if each.promotion_id not in ids]
        context = self._cart.prices.context(version)
        within = tuple(each for each in around if each.live(context) and each.applications_left(context) != 0)
        ended = tuple(each for each in around if self._ended(each))
        return LineRules(tuple(named[each] for each in ids if each in named), within, ended)

    def _all(self, version: VersionPrices) -> tuple[Promotion, ...]:
        """The version's promotions, and those that coupons are made of."""
        coupons = self._floor.visit.cart.coupons
        made = [rule for coupon in coupons if coupon.value for rule in self._cart.prices.rules_of(coupon)]
        return (*version.promotions, *made)

    def _ended(self, promotion: Promotion) -> bool:
        """Whether it ended before this visit and its label may still hang."""
        ends, begun = promotion.validity.ends, self._floor.visit.started_at
        if ends is None or not ends < begun <= ends + JUST_ENDED or promotion.coupon or promotion.partner:
            return False
        return not promotion.validity.shops or self._floor.till.shop in promotion.validity.shops


def _around(item: CatalogueItem, version: VersionPrices) -> list[Promotion]:
    """Promotions that name the item, not those for everything in the shop."""
    fits = version.book.fits(item)
    if fits is NOTHING:
        return []
    found = [rule.promotion for rule, _ in fits.rules] + list(fits.cart)
    return [each for each in found if not any(pool.everything for pool in each.pools)]
