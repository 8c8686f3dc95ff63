"""Coupons and partners' cards: into the cart, checked as far as it can be here, and out again."""

import logging
from collections.abc import Callable

from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.snapshot import BenefitView
from kiosk.domain.cart import CartError
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.checkout_state import Stage
from kiosk.domain.coupon import PresentedCoupon, PresentedPartner, presented
from kiosk.domain.manufacturer_coupon import NotPriced, promotion_of_coupon
from kiosk.domain.promotion import Promotion, Threshold
from kiosk.domain.scanned_meaning import CouponCode, CouponSource, PartnerCode
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
OPEN_STAGES = frozenset({Stage.SHOPPING, Stage.WEIGHING})


class TakeCoupon:
    """What the till does with coupons and with cards of partners and telcos."""

    def __init__(self, floor: Floor, cart: OpenCart) -> None:
        self._floor, self._cart = floor, cart
        self._at_host: Callable[[CouponCode], None] | None = None

    def held_by(self, take: Callable[[CouponCode], None]) -> None:
        """What takes coupons that a foreign host keeps."""
        self._at_host = take

    def take(self, code: CouponCode) -> None:
        """Put a coupon into the cart, or say kindly why it cannot count."""
        if code.source is CouponSource.HOST and self._at_host is not None:
            self._at_host(code)
            return
        coupon = presented(code)
        why_not = self._why_not(code, coupon)
        if why_not is not None:
            self._refuse(coupon, why_not)
        elif any(known.coupon == coupon.coupon for known in self._floor.visit.cart.coupons):
            self._say(NoticeKind.COUPON_ALREADY)
        elif coupon.serial:
            self._check_use(coupon)
        else:
            self.put(coupon)

    def take_partner(self, code: PartnerCode) -> None:
        """Put a partner's card into the cart, when the shop has something for it."""
        rules = self._cart.prices.rules_of_partner(code.partner)
        if not rules:
            self._say(NoticeKind.PARTNER_UNKNOWN)
            return
        self._floor.visit.cart.present_partner(PresentedPartner(code.partner, code.number))
        self._cart.changed()
        off = self._taken_off(rules)
        self._say(NoticeKind.PARTNER_APPLIED if off else NoticeKind.PARTNER_WAITS, rules, off)

    def remove(self, coupon: str) -> None:
        """The shopper wants a coupon back; prices may rise by it, for that is the shopper's own wish."""
        self._floor.visit.cart.withdraw(coupon)
        self._floor.visit.notice = None
        self._cart.changed()

    def remove_partner(self, partner: str) -> None:
        """The shopper does without a partner's card."""
        self._floor.visit.cart.withdraw_partner(partner)
        self._floor.visit.notice = None
        self._cart.changed()

    def benefits(self) -> tuple[BenefitView, ...]:
        """What was presented, with what each takes off now, or what it still waits for."""
        cart = self._floor.visit.cart
        coupons = (
            self._view("coupon", x.coupon, self._cart.prices.rules_of(x), held=x.source is CouponSource.HOST)
            for x in cart.coupons
        )
        cards = (self._view("partner", x.partner, self._cart.prices.rules_of_partner(x.partner)) for x in cart.partners)
        return (*coupons, *cards)

    def _why_not(self, code: CouponCode, coupon: PresentedCoupon) -> NoticeKind | None:
        """Why a coupon cannot count here at all; None when it may."""
        today = self._floor.now().date()
        if code.source is CouponSource.POSITIVE_OFFER:
            return NoticeKind.COUPON_NOT_CHECKED  # only the funder's own host knows what it is worth
        if code.points is not None:
            return NoticeKind.COUPON_POINTS
        if code.source is CouponSource.SIGNED and not self._floor.till.coupon_is_genuine(code.signed, code.signature):
            return NoticeKind.COUPON_UNKNOWN
        if code.expires_on is not None and code.expires_on < today:
            return NoticeKind.COUPON_EXPIRED
        if code.starts_on is not None and code.starts_on > today:
            return NoticeKind.COUPON_NOT_NOW
        if coupon.value:
            return self._not_priced(coupon)
        return None if self._cart.prices.rules_of(coupon) else NoticeKind.COUPON_UNKNOWN

    def _not_priced(self, coupon: PresentedCoupon) -> NoticeKind | None:
        cart = self._floor.visit.cart
        try:
            promotion_of_coupon(coupon.value, coupon.coupon, [x.item for x in cart.lines], cart.currency)
        except NotPriced as why:
            log.info("a manufacturer's coupon cannot be priced: %s", why)
            return NoticeKind.COUPON_NOT_HERE
        return None

    def _check_use(self, coupon: PresentedCoupon) -> None:
        """Ask the station's own book whether a coupon of single use was used up here."""
        visit = self._floor.visit

        def done(sale: str | None) -> None:
            if visit is not self._floor.visit or self._floor.state.stage not in OPEN_STAGES:
                return
            if sale is None:
                self.put(coupon)
            else:
                self._refuse(coupon, NoticeKind.COUPON_USED)

        def failed(fault: Exception) -> None:
            log.error("a coupon cannot be checked: %s", fault)
            self._say(NoticeKind.COUPON_NOT_CHECKED)

        self._floor.commit(lambda unit: unit.coupon_sale(coupon.coupon, coupon.serial), done, failed)

    def put(self, coupon: PresentedCoupon) -> None:
        """Put a coupon into the cart that is proven: by its signature and our books, or because its host holds it."""
        try:
            self._floor.visit.cart.present(coupon)
        except CartError:
            self._say(NoticeKind.COUPON_ALREADY)
            return
        self._cart.changed()
        rules = self._cart.prices.rules_of(coupon)
        off = self._taken_off(rules)
        most = self._floor.settings.coupon_offline_most
        unproven = coupon.serial and coupon.source is not CouponSource.HOST
        if unproven and off > most and not self._floor.till.central.online():
            self._floor.visit.cart.withdraw(coupon.coupon)
            self._cart.changed()
            self._refuse(coupon, NoticeKind.COUPON_NOT_CHECKED)
        elif off:
            self._say(NoticeKind.COUPON_READY, rules, off)
        elif not self._live(rules, member=True):
            self._floor.visit.cart.withdraw(coupon.coupon)
            self._cart.changed()
            self._refuse(coupon, NoticeKind.COUPON_NOT_NOW)
        elif not self._live(rules, member=bool(self._floor.visit.cart.member)):
            self._say(NoticeKind.COUPON_MEMBERS, rules)
        else:
            self._say(NoticeKind.COUPON_WAITS, rules, self._missing(rules))

    def _live(self, rules: tuple[Promotion, ...], *, member: bool) -> bool:
        visit, shop = self._floor.visit, self._floor.till.shop
        return any(rule.validity.live(visit.started_at, shop, member) for rule in rules)

    def _taken_off(self, rules: tuple[Promotion, ...]) -> int:
        ids = {rule.promotion_id for rule in rules}
        lines = self._floor.visit.priced.lines
        return sum(x.amount for line in lines for x in line.discounts if x.promotion_id in ids)

    def _missing(self, rules: tuple[Promotion, ...]) -> int:
        """How much more has to be bought before the first rule counts; 0 when it is not about a sum."""
        for rule in rules:
            if isinstance(rule, Threshold):
                lines = self._floor.visit.priced.lines
                return max(0, rule.at_least - sum(x.net for x in lines if rule.pool.holds(x.line.item)))
        return 0

    def _wanted(self, rules: tuple[Promotion, ...]) -> CatalogueItem | None:
        """The one item that the rules are about, when it is only one."""
        skus = {sku for rule in rules for pool in rule.pools for sku in pool.skus}
        named = any(pool.categories or pool.brands or pool.everything for rule in rules for pool in rule.pools)
        if named or len(skus) != 1:
            return None
        return self._floor.till.catalogue.by_sku(skus.pop())

    def _view(self, kind: str, key: str, rules: tuple[Promotion, ...], *, held: bool = False) -> BenefitView:
        name = rules[0].name if rules else None
        return BenefitView(kind, key, name, self._taken_off(rules), self._wanted(rules), self._missing(rules), held)

    def _refuse(self, coupon: PresentedCoupon, why: NoticeKind) -> None:
        # A code that nobody proved is not kept: only its kind, and the id when promotions know it.
        known = why not in (NoticeKind.COUPON_UNKNOWN, NoticeKind.COUPON_NOT_HERE)
        body = {"why": why.value, "source": coupon.source.value, "coupon": coupon.coupon if known else ""}
        self._floor.journal(EntryKind.COUPON_REFUSED, {**body, "sale": self._floor.visit.sale_id})
        self._say(why)

    def _say(self, kind: NoticeKind, rules: tuple[Promotion, ...] = (), amount: int = 0) -> None:
        item = self._wanted(rules) if rules else None
        self._floor.say(kind, item, amount, name=rules[0].name if rules else None)
        good = kind in (NoticeKind.COUPON_READY, NoticeKind.PARTNER_APPLIED)
        self._floor.cue("promo" if good else "attention")
