"""The shopper changes the cart: add, count, remove, bring back, order."""

from dataclasses import replace

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import AFTER_SALE, Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.refuse_goods import RefuseGoods
from kiosk.checkout.snapshot import NowItem, WeighView
from kiosk.domain.cart import MOST_PIECES, SHELF_PRICE, CartError, LineItem
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from kiosk.domain.fulfilment import CARRY_OUT, Fulfilment, FulfilmentKind
from kiosk.domain.lot import UNNAMED, Lot
from sync.wire.journal import EntryKind


class EditCart:
    """Every change of the open cart that is not a scan."""

    def __init__(self, floor: Floor, cart: OpenCart, calls: CallAttendant, goods: RefuseGoods) -> None:
        self._floor, self._cart, self._calls, self._goods = floor, cart, calls, goods

    def begin(self) -> None:
        """Start with an empty cart; a cart that was kept for somebody else is given up."""
        from_idle = self._floor.at(Stage.IDLE)
        self._floor.go(Step.BEGIN)
        self.give_up_kept()
        self._floor.new_visit(same_person=from_idle)

    def give_up_kept(self) -> None:
        """The kept cart will not be asked for any more."""
        kept, self._floor.state.resume = self._floor.state.resume, None
        if kept is not None:
            pieces = kept.view.pieces
            self._floor.journal(EntryKind.CART_ABANDONED, {"sale": kept.sale_id, "pieces": pieces, "why": "kept"})
            self._cart.keep()

    def ready_to_change(self) -> None:
        """Come to a stage where the cart may change; raises `ImpossibleStep` where it may not."""
        if self._floor.at(Stage.IDLE, *AFTER_SALE):
            self.begin()
        elif self._floor.at(Stage.NOT_PAID):
            self._floor.go(Step.BACK)
            self._floor.visit.payment = None
        elif not self._floor.at(Stage.SHOPPING, Stage.WEIGHING):
            raise ImpossibleStep(f"the cart cannot change while {self._floor.state.stage.value}")
        self._floor.active()

    def may_sell(self, item: CatalogueItem, quantity: int = 1) -> bool:
        """Whether pieces without a lot may go into a cart here; says and notes why not."""
        return self._goods.why_not(LineItem("", item, quantity)) is None

    def code_wanted(self, item: CatalogueItem) -> bool:
        """Whether one more of the item needs the code on the pack, which tells its use-by date; asks for it."""
        if not self.needs_code(item):
            return False
        self.not_added()
        self._floor.say(NoticeKind.CODE_WANTED, item)
        self._floor.cue("attention")
        return True

    def not_added(self) -> None:
        """Take the last item out of the now card: it would say "added" beside the message that this one is not."""
        self._floor.visit.now_item = None

    def needs_code(self, item: CatalogueItem) -> bool:
        """Whether its EAN does not sell the item: it is flagged, or an expired pack of it was shown just now."""
        return item.dated_code or item.sku in self._floor.visit.codes_wanted

    def add(
        self,
        item: CatalogueItem,
        *,
        quantity: int = 1,
        grams: int | None = None,
        fixed_price: int | None = None,
        fulfilment: Fulfilment = CARRY_OUT,
        lot: Lot = UNNAMED,
        serials: tuple[str, ...] = (),
    ) -> LineItem | None:
        """Put a saleable item in and show it; None (and said) when the row is full."""
        visit = self._floor.visit
        if grams is None and fixed_price is None and item.sold_by is SoldBy.EACH:
            same = [x for x in visit.cart.lines if x.item.sku == item.sku and x.fulfilment == fulfilment]
            held = sum(x.quantity for x in same if x.fixed_price is None)
            if not 1 <= quantity <= MOST_PIECES - held:
                self._floor.say(NoticeKind.QUANTITY_LIMIT, item, MOST_PIECES)
                self._floor.cue("scanFail")
                return None
        if item.sold_by is SoldBy.EACH and grams is not None:
            raise CartError(f"{item.sku} is counted, not weighed")
        passed = self._goods.use_up(LineItem("", item, quantity, lot=lot, serials=serials))
        line = visit.cart.add(
            item,
            quantity=quantity,
            grams=grams,
            fixed_price=fixed_price,
            fulfilment=fulfilment,
            lot=lot,
            serials=serials,
            cleared=passed.cleared,
            cleared_by=passed.cleared_by,
        )
        visit.notice = None
        self._floor.cue("scanOk")
        self._calls.row_added(line)
        self._cart.changed()
        self.show_now(line.line_id)
        return line

    def show_now(self, line_id: str, *, anew: bool = True) -> None:
        """Show a row in the now card; not `anew` when more was learned of the item that is there."""
        visit, state = self._floor.visit, self._floor.state
        for line in visit.priced.lines:
            if line.line.line_id == line_id:
                state.now_number += anew
                until = self._floor.monotonic() + self._floor.seconds(self._floor.settings.now_card)
                visit.now_item = NowItem(line, until, state.now_number)

    def weigh(
        self, item: CatalogueItem, line_id: str = "", *, lot: Lot = UNNAMED, serials: tuple[str, ...] = ()
    ) -> None:
        """Open the weighing page, or wait for the one that is open."""
        visit = self._floor.visit
        wanted = WeighView(item, "empty", 0, 0, line_id, lot, serials)
        if self._floor.at(Stage.WEIGHING):
            visit.to_weigh.append(wanted)
        else:
            self._floor.go(Step.WEIGH)
            self._open_scale(wanted)

    def weigh_next(self) -> None:
        """One item was weighed or left: the next one that waits for the scale."""
        if self._floor.visit.to_weigh:
            self._floor.go(Step.WEIGH)
            self._open_scale(self._floor.visit.to_weigh.pop(0))

    def scale_learns(self, sku: str, lot: Lot, serials: tuple[str, ...]) -> bool:
        """What waits for the scale turned out to be of this lot; answers whether something of the item waits."""
        visit = self._floor.visit
        if visit.weigh is not None and visit.weigh.item.sku == sku and not visit.weigh.line_id:
            visit.weigh = replace(visit.weigh, lot=lot, serials=serials)
            return True
        for place, waiting in enumerate(visit.to_weigh):
            if waiting.item.sku == sku and not waiting.line_id:
                visit.to_weigh[place] = replace(waiting, lot=lot, serials=serials)
                return True
        return False

    def _open_scale(self, wanted: WeighView) -> None:
        here = any(x.category == "scale" and x.online for x in self._floor.state.devices.values())
        # The scale is polled: its next reading says what lies on it.
        self._floor.visit.weigh = replace(wanted, state="empty" if here else "gone")

    def set_quantity(self, line_id: str, quantity: int) -> None:
        """Count a row up or down; 0 removes it."""
        if quantity < 1:
            self.remove(line_id)
            return
        self._changing()
        visit = self._floor.visit
        line = visit.cart.find(line_id)
        if quantity > MOST_PIECES:
            self._floor.say(NoticeKind.QUANTITY_LIMIT, line.item, MOST_PIECES)
            return
        carried = line.fulfilment.kind is FulfilmentKind.CARRY_OUT
        if quantity > line.quantity and carried and self.code_wanted(line.item):
            return
        if quantity > line.quantity and line.override is not None and line.override.reason != SHELF_PRICE:
            # Staff lowered the price of these pieces only: more of them have the price of all others.
            self.add(line.item, quantity=quantity - line.quantity, fulfilment=line.fulfilment)
            return
        if quantity > line.quantity and not self._may_grow(line, quantity):
            return
        visit.cart.set_quantity(line_id, quantity)
        self._cart.changed()
        if visit.now_item and visit.now_item.line.line.line_id == line_id:
            self.show_now(line_id)

    def _may_grow(self, line: LineItem, quantity: int) -> bool:
        """Whether a row may hold more pieces; what staff let pass counts for the packs they looked at only."""
        more = replace(line, quantity=quantity)
        return self._goods.why_not(replace(more, cleared=frozenset()) if line.cleared else more) is None

    def remove(self, line_id: str) -> None:
        """Take a row out; it can be brought back for a few seconds."""
        self._changing()
        self.take_out(line_id)
        visit = self._floor.visit
        undo = self._floor.seconds(self._floor.settings.undo_time)
        visit.undo_until = self._floor.monotonic() + undo

    def take_out(self, line_id: str, notice: NoticeKind = NoticeKind.REMOVED) -> None:
        """Take a row out and say so."""
        visit = self._floor.visit
        line = visit.cart.remove(line_id)
        visit.undo_until = 0
        if visit.now_item and visit.now_item.line.line.line_id == line_id:
            visit.now_item = None
        self._cart.changed()
        seconds = self._floor.settings.undo_time if notice is NoticeKind.REMOVED else None
        self._floor.say(notice, line.item, seconds=seconds)
        self._calls.age_items_changed()

    def take_piece(self, line_id: str) -> None:
        """Take one piece of a row out again; nothing brings it back."""
        self._floor.visit.undo_until = 0
        self._floor.visit.cart.take_piece(line_id)
        self._cart.changed()
        self._calls.age_items_changed()

    def row_back(self, line: LineItem) -> None:
        """A row of a kept cart is here again: its buyer is checked anew."""
        self._calls.row_added(line)

    def undo(self) -> None:
        """Bring the row back that was just removed."""
        self._changing()
        visit = self._floor.visit
        if self._floor.monotonic() > visit.undo_until:
            return
        visit.undo_until = 0
        line = visit.cart.undo_remove()
        if line is not None:
            visit.notice = None
            self._calls.row_added(line)
            self._cart.changed()

    def choose_without_barcode(self, sku: str) -> None:
        """A picture was tapped: weigh it, or add one piece."""
        item = self._known(sku)
        self.ready_to_change()
        if not self.may_sell(item) or self.code_wanted(item):
            return
        if item.sold_by is SoldBy.KG:
            self.weigh(item)
        else:
            self.add(item)

    def add_bag(self, sku: str, quantity: int) -> None:
        """Add bags; also while the tender is being chosen, where they are asked for."""
        item = self._known(sku)
        if "bag" not in item.flags:
            raise CartError(f"{sku} is no bag")
        if not self._floor.at(Stage.CHOOSING_TENDER):
            self.ready_to_change()
        self._floor.active()
        if self.may_sell(item, quantity):
            self.add(item, quantity=quantity)

    def order(self, sku: str, quantity: int, fulfilment: Fulfilment) -> None:
        """Put an item into the cart as it was chosen in the endless aisle."""
        item = self._known(sku)
        self.ready_to_change()
        if fulfilment.kind is FulfilmentKind.CARRY_OUT:
            if self.may_sell(item, quantity) and not self.code_wanted(item):
                self.add(item, quantity=quantity)
            return
        if self._goods.why_not(LineItem("", item, quantity, fulfilment=fulfilment)) is not None:
            return
        if self._floor.till.order_rules.refusal(item, quantity, fulfilment):
            self._floor.say(NoticeKind.ORDER_REFUSED, item)
            self._floor.cue("attention")
        else:
            self.add(item, quantity=quantity, fulfilment=fulfilment)

    def dismiss_nudge(self) -> None:
        """No thanks: this promotion is not offered again in this visit."""
        nudge = self._floor.visit.priced.nudge
        if nudge is not None:
            self._floor.visit.nudges_dismissed.add(nudge.promotion_id)

    def _changing(self) -> None:
        if not self._floor.at(Stage.SHOPPING):
            raise ImpossibleStep(f"rows do not change while {self._floor.state.stage.value}")
        self._floor.active()

    def _known(self, sku: str) -> CatalogueItem:
        item = self._floor.till.catalogue.by_sku(sku)
        if item is None:
            raise CartError(f"no item {sku} in the catalogue")
        return item
