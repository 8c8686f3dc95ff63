"""What the catalogue's rules say of the open cart at this moment."""

import logging
from dataclasses import replace

from kiosk.checkout.bought_today import bought_today
from kiosk.checkout.floor import Floor
from kiosk.domain.cart import LineItem
from kiosk.domain.restriction import Bought
from kiosk.domain.sale_check import (
    CheckContext,
    Finding,
    Remedy,
    SaleRules,
    check_cart,
    check_line,
    pieces_of_person,
)

log = logging.getLogger("baro.till")


class OpenRules:
    """Asks the one sale check with the catalogue in use, the shop's time, and what this till knows besides."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._rules: tuple[int, SaleRules] | None = None

    def rules(self) -> SaleRules:
        """The restrictions and recalls of the catalogue in use."""
        catalogue = self._floor.till.catalogue
        version = catalogue.head().version
        if self._rules is None or self._rules[0] != version:
            self._rules = (version, SaleRules(catalogue.restrictions(), catalogue.recalls()))
        return self._rules[1]

    def context(self) -> CheckContext:
        """Here and now; while central answers, the list of recalls is the newest one, else it is as old as that."""
        till = self._floor.till
        now, central = self._floor.now(), till.central
        as_of = now if central.online() else central.offline_since() or till.catalogue.head().published_at
        attended, bought = self._floor.settings.attended, self._floor.visit.bought
        return CheckContext(at=now, shop=till.shop, attended=attended, list_as_of=as_of, bought=bought)

    def of_person(self) -> Bought:
        """What of the open cart counts towards the number for one person."""
        return pieces_of_person(self._floor.visit.cart.lines, self.rules(), self.context())

    def ask_for_bought(self) -> None:
        """A member was shown: learn what they bought here today of goods with a number for each person."""
        visit, day = self._floor.visit, self._floor.now().date()
        member = visit.cart.member
        if visit.bought_asked == member or not any(x.per_person is not None for x in self.rules().restrictions):
            return
        visit.bought_asked, visit.bought = member, {}

        def done(bought: Bought) -> None:
            if visit is self._floor.visit and visit.cart.member == member:
                visit.bought = bought

        def failed(fault: Exception) -> None:
            log.error("what the member bought today cannot be read and does not count: %s", fault)

        self._floor.commit(lambda unit: bought_today(unit, member, day), done, failed)

    def cart(self) -> tuple[Finding, ...]:
        """Everything against the rows of the open cart, by what the catalogue says of their items now."""
        self.ask_for_bought()
        lines = [self._as_of_now(line) for line in self._floor.visit.cart.lines]
        return check_cart(lines, self.rules(), self.context())

    def with_row(self, line: LineItem) -> tuple[Finding, ...]:
        """Everything against one row beside the others of the cart: a new one, or one that would change."""
        lines = [x for x in self._floor.visit.cart.lines if x.line_id != line.line_id]
        found = check_cart([*lines, line], self.rules(), self.context())
        return tuple(one for one in found if one.line_id == line.line_id)

    def of_pack(self, line: LineItem) -> tuple[Finding, ...]:
        """What is against one pack by itself, whatever else is in the cart."""
        return check_line(line, self.rules(), self.context())

    def people(self) -> tuple[Finding, ...]:
        """What a person must look at before the cart can be paid."""
        return tuple(one for one in self.cart() if one.remedy is Remedy.PERSON)

    def _as_of_now(self, line: LineItem) -> LineItem:
        now = self._floor.till.catalogue.by_sku(line.item.sku)
        return line if now is None else replace(line, item=now)
