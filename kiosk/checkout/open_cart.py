"""The open cart: price it after each change, keep it safe, and let prices only fall."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.checkout.cart_document import write_cart
from kiosk.checkout.floor import MONEY_MOVES, Floor, empty_price
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.session_state import VersionPrices
from kiosk.checkout.visit_prices import VisitPrices
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fees import SHIPPING, deposit_fees, fees_of
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.priced_cart import Fee, PricedCart, UsedPromotion
from kiosk.domain.pricing_context import Used

log = logging.getLogger("baro.till")


@dataclass(frozen=True, slots=True)
class _Priced:
    """The cart by one version of the catalogue."""

    version: VersionPrices
    priced: PricedCart
    charged: PricedCart
    to_order: PricedCart
    kept_lines: tuple[str, ...]


class OpenCart:
    """Prices and keeps the cart of the shopper who is here."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self.prices = VisitPrices(floor)

    def changed(self, *, keep: bool = True) -> None:
        """The cart changed: price it anew, tell of a promotion reached, and store it."""
        before = self._floor.visit.badges_reached
        self.reprice()
        reached = self._floor.visit.badges_reached - before
        if reached:
            self._tell_reached(reached)
        if keep:
            self.keep()

    def reprice(self) -> None:
        """Price the cart as it would be charged now: by the version of the catalogue that makes it cheapest."""
        visit = self._floor.visit
        visit.priced_online = self._floor.till.central.online()
        visit.priced_tender = visit.tender
        made = [self._by(version) for version in self.prices.versions()]
        # Of equally cheap ones the newest, which is the one that central has at hand.
        best = min(reversed(made), key=lambda each: each.priced.total)
        visit.priced, visit.charged, visit.to_order = best.priced, best.charged, best.to_order
        visit.kept_lines = best.kept_lines
        visit.catalogue_version, visit.context = best.version.version, self.prices.context(best.version)
        visit.badges_reached = frozenset(
            discount.promotion_id for line in visit.priced.lines for discount in line.discounts
        )
        visit.coupons_used = self.prices.coupons_of(visit.charged, best.version)
        self._ask_for_uses()

    def total_with(self, tender: str) -> int:
        """What would be charged now if this tender paid; nothing is changed by asking."""
        visit = self._floor.visit
        chosen, visit.tender = visit.tender, tender
        try:
            made = [self._by(version) for version in self.prices.versions()]
        finally:
            visit.tender = chosen
        return min(made, key=lambda each: each.priced.total).charged.total

    def _by(self, version: VersionPrices) -> _Priced:
        """Orders are charged only while central can take them."""
        visit = self._floor.visit
        orders = [line for line in visit.cart.lines if line.fulfilment.kind is not FulfilmentKind.CARRY_OUT]
        shipping = self._shipping(orders, version)
        if visit.priced_online or not orders:
            fees = (*self._fees(visit.cart.lines), *shipping)
            whole = self.prices.price(visit.cart.lines, fees, version)
            return _Priced(version, whole, whole, empty_price(visit.cart.currency), ())
        taken = [line for line in visit.cart.lines if line.fulfilment.kind is FulfilmentKind.CARRY_OUT]
        charged = self.prices.price(taken, self._fees(taken), version)
        to_order = self.prices.price(orders, (*deposit_fees(orders), *shipping), version)
        priced = _together(charged, to_order, visit.cart.lines)
        return _Priced(version, priced, charged, to_order, tuple(line.line_id for line in orders))

    def _ask_for_uses(self) -> None:
        """Learn how often promotions with such a limit were applied before; until then none of them counts."""
        visit, member = self._floor.visit, self._floor.visit.cart.member
        asked = (member, visit.started_at.date())
        if visit.uses_asked == asked or not self.prices.limited():
            return
        visit.uses_asked = asked

        def done(uses: Mapping[str, Used]) -> None:
            if visit is self._floor.visit and visit.cart.member == member:
                visit.uses, visit.uses_of = uses, member
                if self._floor.state.stage not in MONEY_MOVES:
                    self.changed(keep=False)

        def failed(fault: Exception) -> None:
            log.error("promotions with a limit do not count: their uses cannot be read: %s", fault)

        self._floor.commit(lambda unit: unit.promotion_uses(*asked), done, failed)

    def follow_link(self) -> None:
        """Central came or went: orders are charged now, or kept. Or a card that was chosen is none any more."""
        visit = self._floor.visit
        if visit.priced_online is not self._floor.till.central.online() or visit.priced_tender != visit.tender:
            self.reprice()

    def keep(self) -> None:
        """Store the open cart behind the screen's back; a line may be shown before it is safe."""
        visit, now = self._floor.visit, self._floor.now()
        text = write_cart(visit.cart, visit.sale_id, visit.started_at) if visit.cart.lines else None

        def work(unit: UnitOfWork) -> None:
            unit.keep_cart(text, now)

        def failed(fault: Exception) -> None:
            log.error("the open cart was not kept: %s", fault)
            if visit is self._floor.visit:
                self._floor.say(NoticeKind.NOT_SAVED)

        def done(_: None) -> None:
            self._floor.till.fail_point("K0.after")

        self._floor.till.fail_point("K0.before")
        self._floor.commit(work, done, failed)

    def refresh_items(self) -> None:
        """Take lower prices, age limits and sale-stops of the catalogue in use."""
        visit, catalogue = self._floor.visit, self._floor.till.catalogue
        before, rows = visit.priced.total, []
        for line in visit.cart.lines:
            now = catalogue.by_sku(line.item.sku)
            if now is not None:
                line = _as_of_now(line, now)  # noqa: PLW2901
            rows.append(line)
        if rows != visit.cart.lines:
            visit.cart.lines[:] = rows
            visit.cart.revision += 1
        self.changed()  # promotions may be others even where no item changed
        if visit.priced.total < before:
            self._floor.say(NoticeKind.PRICE_FELL, amount=before - visit.priced.total)

    def _shipping(self, orders: list[LineItem], version: VersionPrices) -> tuple[Fee, ...]:
        settings = self._floor.settings
        shipped = [line for line in orders if line.fulfilment.kind is FulfilmentKind.SHIP]
        if not shipped or settings.shipping_fee == 0:
            return ()
        if settings.free_shipping_from:
            # Tax that comes on top is no part of what was bought for.
            goods = self.prices.price(shipped, (), version)
            if goods.gross - goods.discount >= settings.free_shipping_from:
                return ()
        return (Fee(SHIPPING, settings.shipping_fee),)

    def _fees(self, lines: list[LineItem]) -> tuple[Fee, ...]:
        """Deposits, and what this shop charges for each sale."""
        shop = self._floor.till.catalogue.shop(self._floor.till.shop)
        return fees_of(lines, shop.sale_fees if shop is not None else ())

    def _tell_reached(self, reached: frozenset[str]) -> None:
        for line in self._floor.visit.priced.lines:
            for discount in line.discounts:
                if discount.promotion_id in reached and "+" in discount.badge:
                    self._floor.say(NoticeKind.PROMOTION_REACHED, line.line.item, discount.amount)
                    self._floor.cue("promo")
                    return


def _as_of_now(line: LineItem, now: CatalogueItem) -> LineItem:
    item = line.item
    if (item.blocked, item.age_limit) != (now.blocked, now.age_limit):
        item = replace(item, blocked=now.blocked, age_limit=now.age_limit)
    if line.fixed_price is None and now.unit_price < item.unit_price:
        item = replace(item, unit_price=now.unit_price)
    member = now.member_price if line.fixed_price is None else None
    if member is not None and (item.member_price is None or member < item.member_price):
        item = replace(item, member_price=member)
    return line if item is line.item else replace(line, item=item)


def _together(charged: PricedCart, ordered: PricedCart, order: list[LineItem]) -> PricedCart:
    priced = {line.line.line_id: line for line in (*charged.lines, *ordered.lines)}
    return PricedCart(
        currency=charged.currency,
        lines=tuple(priced[line.line_id] for line in order if line.line_id in priced),
        gross=charged.gross + ordered.gross,
        discount=charged.discount + ordered.discount,
        fees=(*charged.fees, *ordered.fees),
        total=charged.total + ordered.total,
        taxes=charged.taxes,
        exact=charged.exact and ordered.exact,
        nudge=charged.nudge,
        member_saving=charged.member_saving + ordered.member_saving,
        used=_used_together(charged, ordered),
    )


def _used_together(charged: PricedCart, ordered: PricedCart) -> tuple[UsedPromotion, ...]:
    """What both parts used, each promotion once."""
    found: dict[str, UsedPromotion] = {}
    for used in (*charged.used, *ordered.used):
        known = found.get(used.promotion_id)
        if known is not None:
            used = replace(  # noqa: PLW2901
                known, applications=known.applications + used.applications, amount=known.amount + used.amount
            )
        found[used.promotion_id] = used
    return tuple(found.values())
