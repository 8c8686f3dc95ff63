"""The open cart: price it after each change, keep it safe, and let prices only fall."""

import logging
from dataclasses import replace

from kiosk.checkout.cart_document import write_cart
from kiosk.checkout.floor import Floor, empty_price
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.snapshot import NoticeKind
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.fees import SHIPPING, deposit_fees, fees_of
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.priced_cart import Fee, PricedCart
from kiosk.domain.pricing import price_cart
from kiosk.domain.pricing_context import PricingContext
from kiosk.domain.promotion_book import PromotionBook

log = logging.getLogger("baro.till")


class OpenCart:
    """Prices and keeps the cart of the shopper who is here."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._book: tuple[int, PromotionBook] | None = None

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
        """Price the cart as it would be charged now: orders only while central can take them."""
        visit = self._floor.visit
        online = visit.priced_online = self._floor.till.central.online()
        orders = [line for line in visit.cart.lines if line.fulfilment.kind is not FulfilmentKind.CARRY_OUT]
        shipping = self._shipping(orders)
        if online or not orders:
            fees = (*self._fees(visit.cart.lines), *shipping)
            visit.priced = visit.charged = self._price(visit.cart.lines, fees)
            visit.to_order = empty_price(visit.cart.currency)
            visit.kept_lines = ()
        else:
            taken = [line for line in visit.cart.lines if line.fulfilment.kind is FulfilmentKind.CARRY_OUT]
            visit.charged = self._price(taken, self._fees(taken))
            visit.to_order = self._price(orders, (*deposit_fees(orders), *shipping))
            visit.kept_lines = tuple(line.line_id for line in orders)
            visit.priced = _together(visit.charged, visit.to_order, visit.cart.lines)
        visit.badges_reached = frozenset(
            discount.promotion_id for line in visit.priced.lines for discount in line.discounts
        )

    def follow_link(self) -> None:
        """Central came or went: orders are charged now, or kept."""
        if self._floor.visit.priced_online is not self._floor.till.central.online():
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
        if rows == visit.cart.lines:
            return
        visit.cart.lines[:] = rows
        visit.cart.revision += 1
        self.changed()
        if visit.priced.total < before:
            self._floor.say(NoticeKind.PRICE_FELL, amount=before - visit.priced.total)

    def _price(self, lines: list[LineItem], fees: tuple[Fee, ...]) -> PricedCart:
        visit, catalogue = self._floor.visit, self._floor.till.catalogue
        head = catalogue.head()
        if self._book is None or self._book[0] != head.version:
            self._book = (head.version, PromotionBook(catalogue.promotions()))
        # Priced as of the start of the visit: a promotion that ends meanwhile never makes an open cart dearer.
        visit.context = PricingContext(
            currency=visit.cart.currency,
            at=visit.started_at,
            shop=self._floor.till.shop,
            member=bool(visit.cart.member),
            tax=head.tax,
        )
        return price_cart(lines, self._book[1], visit.context, fees)

    def _shipping(self, orders: list[LineItem]) -> tuple[Fee, ...]:
        settings = self._floor.settings
        shipped = [line for line in orders if line.fulfilment.kind is FulfilmentKind.SHIP]
        if not shipped or settings.shipping_fee == 0:
            return ()
        if settings.free_shipping_from and self._price(shipped, ()).total >= settings.free_shipping_from:
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
    )
