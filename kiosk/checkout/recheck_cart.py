"""The whole cart is checked again: at pay, when a new catalogue came, and when staff have looked at a pack (I-12)."""

from dataclasses import replace

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.open_rules import OpenRules
from kiosk.checkout.refuse_goods import RefuseGoods
from kiosk.checkout.snapshot import StaffRequest
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.sale_check import Finding, Remedy


class RecheckCart:
    """Finds what may not be sold any more, takes it out with a kind word, and puts back what staff let pass."""

    def __init__(
        self,
        floor: Floor,
        cart: OpenCart,
        edit: EditCart,
        goods: RefuseGoods,
        rules: OpenRules,
        calls: CallAttendant,
    ) -> None:
        self._floor, self._cart, self._edit = floor, cart, edit
        self._goods, self._rules, self._calls = goods, rules, calls

    def due(self) -> bool:
        """Whether something in the cart may not be paid now, by the newest list and the time."""
        return any(one.blocks for one in self._rules.cart()) or bool(self._undated())

    def sweep(self) -> bool:
        """Take it out and name it; nothing brings it back. Answers whether there was anything."""
        stops: dict[str, Finding] = {}
        for one in self._rules.cart():
            # A row that may stay with fewer pieces goes as a whole when something graver is against it.
            if one.blocks and (one.line_id not in stops or one.remedy is not Remedy.FEWER):
                stops.setdefault(one.line_id, one)
        rows = [(line, stops[line.line_id]) for line in self._floor.visit.cart.lines if line.line_id in stops]
        undated = [line for line in self._undated() if line.line_id not in stops]
        for line, finding in rows:
            self._take_out(line, finding)
            self._goods.tell(line, finding)
        for line in undated:
            self._edit.take_out(line.line_id)
        if rows:
            self._goods.taken_out(rows)
        elif undated:
            others = len({line.item.sku for line in undated}) - 1
            self._floor.say(NoticeKind.CODE_WANTED, undated[0].item, more=others)
            self._floor.cue("attention")
        return bool(rows or undated)

    def catalogue_changed(self) -> None:
        """Another catalogue is in use: take its lower prices, and take out what it stops."""
        self._cart.refresh_items()
        if not self.due():
            return
        if self._floor.at(Stage.AGE_CHECK, Stage.CHOOSING_TENDER, Stage.NOT_PAID):
            self._floor.go(Step.BACK)
            self._floor.visit.payment = None
        self.sweep()
        self._calls.age_items_changed()

    def decided(self, request: StaffRequest, approve: bool, person: StaffMember) -> None:
        """Staff looked at a pack: it comes into the cart, or may be shown again, or stays out."""
        visit = self._floor.visit
        line = visit.to_pass.pop(request.request_id, None)
        if line is None:
            return
        if not approve:
            self._floor.say(NoticeKind.BLOCKED_ITEM, line.item)
            self._floor.cue("attention")
            return
        visit.passed.append(replace(line, cleared_by=person.person_id))
        whole = line.grams is not None or line.fixed_price is not None or line.item.sold_by.value == "each"
        if not (self._floor.at(Stage.SHOPPING) and whole):
            self._floor.say(NoticeKind.SHOW_AGAIN, line.item)
        elif self._goods.why_not(line) is None:
            self._edit.add(
                line.item,
                quantity=line.quantity,
                grams=line.grams,
                fixed_price=line.fixed_price,
                fulfilment=line.fulfilment,
                lot=line.lot,
                serials=line.serials,
            )
            self._floor.say(NoticeKind.PACK_PASSED, line.item)

    def _take_out(self, line: LineItem, finding: Finding) -> None:
        if finding.remedy is Remedy.FEWER and finding.pieces > 0:
            self._floor.visit.cart.set_quantity(line.line_id, finding.pieces)
            self._cart.changed()
        else:
            self._edit.take_out(line.line_id)

    def _undated(self) -> tuple[LineItem, ...]:
        """Rows without the date that alone sells their item."""
        return tuple(
            line
            for line in self._floor.visit.cart.lines
            if line.item.dated_code and not line.lot.dated and line.fulfilment.kind is FulfilmentKind.CARRY_OUT
        )
