"""Staff lower a price: within their limit, with a reason, and the shelf's label is put right."""

import logging

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import MONEY_MOVES, Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.snapshot import StaffRequest
from kiosk.checkout.staff_mode import StaffMode
from kiosk.domain.cart import SHELF_PRICE, LineItem, PriceOverride
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.checkout_state import ImpossibleStep
from kiosk.domain.fulfilment import FulfilmentKind
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
CHANGE_LABEL = "change_label"
REASONS = (SHELF_PRICE, "damaged", "goodwill")


class LowerPrice:
    """What an attendant does about a price that the shopper disputes."""

    def __init__(self, floor: Floor, cart: OpenCart, calls: CallAttendant, staff: StaffMode) -> None:
        self._floor, self._cart, self._calls, self._staff = floor, cart, calls, staff

    def lower(self, request_id: str, unit_price: int, reason: str) -> None:
        """Give the row that a price request is about a lower unit price; committed before it has any effect.

        Raises `ImpossibleStep` when nothing of it waits; a price that may not be given becomes the staff page's
        problem: price_not_lower, price_too_low, or not_allowed with the role that is needed.
        """
        if self._floor.state.stage in MONEY_MOVES:
            raise ImpossibleStep("prices do not change while money moves")
        if reason not in REASONS:
            raise ImpossibleStep(f"{reason!r} is no reason for a lower price; reasons: {', '.join(REASONS)}")
        request = self._calls.find(request_id)
        line = self._row(request) if request is not None else None
        if request is None or line is None:
            raise ImpossibleStep("nothing in the cart waits for a price")
        person = self._staff.require("price")
        before = self._price_now(line)
        if self._allowed(person, before, unit_price):
            self._commit(request, line, PriceOverride(unit_price, reason, person.person_id), before)

    def _allowed(self, person: StaffMember, before: int, wanted: int) -> bool:
        staff, limits = self._floor.state.staff, self._floor.settings.price_limits
        if not 0 <= wanted < before:
            staff.problem = "price_not_lower"
            return False
        if wanted >= limits.lowest(person.role, before):
            return True
        staff.needed_role = limits.role_for(before, wanted)
        staff.problem = "not_allowed" if staff.needed_role else "price_too_low"
        body = {"person": person.person_id, "act": "price", "before": before, "unit_price": wanted}
        self._floor.journal(EntryKind.STAFF_REFUSED, body)
        return False

    def _row(self, request: StaffRequest) -> LineItem | None:
        """The newest row of the request's item that the shopper takes along."""
        if request.kind != "price" or request.item is None:
            return None
        rows = [x for x in self._floor.visit.cart.lines if x.item.sku == request.item.sku]
        return next((x for x in reversed(rows) if x.fulfilment.kind is FulfilmentKind.CARRY_OUT), None)

    def _price_now(self, line: LineItem) -> int:
        """What a unit of the row costs now, before promotions."""
        item = line.item
        member = item.member_price if self._floor.visit.cart.member else None
        prices = (line.fixed_price if line.fixed_price is not None else item.unit_price, member)
        given = line.override.unit_price if line.override else None
        return min(price for price in (*prices, given) if price is not None)

    def _commit(self, request: StaffRequest, line: LineItem, override: PriceOverride, before: int) -> None:
        visit = self._floor.visit
        decided = {
            "request": request.request_id,
            "kind": request.kind,
            "approve": True,
            "reason": override.reason,
            "person": override.person,
            "sale": visit.sale_id,
            "sku": line.item.sku,
            "reference": request.reference,
            "line": line.line_id,
            "before": before,
            "unit_price": override.unit_price,
        }

        task = {
            "task": CHANGE_LABEL,
            "sku": line.item.sku,
            "gtin": line.item.gtin,
            "place": line.item.place,
            "shelf_price": override.unit_price,
            "till_price": before,
        }

        def work(unit: UnitOfWork) -> None:
            unit.append(EntryKind.STAFF_DECIDED.value, decided)
            if override.reason == SHELF_PRICE:
                unit.append(EntryKind.TASK_OPENED.value, task)

        def done(_: None) -> None:
            if visit is self._floor.visit and any(x.line_id == line.line_id for x in visit.cart.lines):
                self._apply(request, line, override, before)

        def failed(fault: Exception) -> None:
            log.error("a lower price was not kept and has no effect: %s", fault)
            self._floor.state.staff.problem = "not_saved"

        self._floor.commit(work, done, failed)

    def _apply(self, request: StaffRequest, line: LineItem, override: PriceOverride, before: int) -> None:
        visit = self._floor.visit
        total = visit.priced.total
        visit.cart.override_price(line.line_id, override)
        self._cart.changed()
        if visit.now_item is not None:
            visit.now_item = None  # it would show the old price
        if override.reason == SHELF_PRICE:
            self._ask_for_label(line, override.unit_price, before)
        self._calls.close_request(request)
        self._floor.say(NoticeKind.PRICE_LOWERED, line.item, max(0, total - visit.priced.total))
        self._floor.cue("promo")
        self._floor.active()

    def _ask_for_label(self, line: LineItem, shelf: int, till: int) -> None:
        """The shelf says another price than the till: its label is to be changed, whoever shops here next."""
        evidence = (("shelf_price", str(shelf)), ("till_price", str(till)))
        self._calls.request("label", line.item, evidence=evidence, reference=line.item.sku)
