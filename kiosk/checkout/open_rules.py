"""What the catalogue's rules say of the open cart at this moment."""

from dataclasses import replace

from kiosk.checkout.floor import Floor
from kiosk.domain.cart import LineItem
from kiosk.domain.sale_check import CheckContext, Finding, Remedy, SaleRules, check_cart, check_line


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
        return CheckContext(at=now, shop=till.shop, attended=self._floor.settings.attended, list_as_of=as_of)

    def cart(self) -> tuple[Finding, ...]:
        """Everything against the rows of the open cart, by what the catalogue says of their items now."""
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
