"""The weighing page: live grams, their price, and into the cart with it."""

from dataclasses import replace

from hardware.ports.scale import ScaleState, WeightReading
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.snapshot import WeighView
from kiosk.domain.cart import CartError
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from kiosk.domain.money import round_half_up


class WeighItem:
    """What happens while an item lies on the scale."""

    def __init__(self, floor: Floor, cart: OpenCart, edit: EditCart, calls: CallAttendant) -> None:
        self._floor, self._cart, self._edit, self._calls = floor, cart, edit, calls

    def reading(self, reading: WeightReading) -> None:
        """Take a reading of the scale; outside the page it only tells whether the scale was emptied."""
        visit = self._floor.visit
        weigh = visit.weigh
        self._watch_emptying(reading)
        if weigh is None:
            return
        grams = max(0, reading.grams) if reading.state in (ScaleState.STABLE, ScaleState.MOVING) else 0
        price = round_half_up(grams * self._price_of(weigh.item), 1000)
        state = self._state(reading, weigh)
        visit.weigh = replace(weigh, state=state, grams=grams, price=price)
        if weigh.state != state:
            self._floor.active()
            if reading.state is ScaleState.FAULT:
                self.fault()

    def _watch_emptying(self, reading: WeightReading) -> None:
        """What was weighed left the scale once it shows nothing, or much less than before."""
        weighs = reading.state in (ScaleState.STABLE, ScaleState.MOVING)
        if reading.state in (ScaleState.EMPTY, ScaleState.UNDER) or (
            weighs and 2 * reading.grams < self._floor.state.scale_taken
        ):
            self._floor.state.scale_taken = 0

    def _state(self, reading: WeightReading, weigh: WeighView) -> str:
        """The scale's state, or `taken` while what was sold just now lies on it: it is not sold twice."""
        if self._floor.state.scale_taken and not weigh.line_id and reading.state is ScaleState.STABLE:
            return "taken"
        return reading.state.value

    def fault(self) -> None:
        """The scale cannot weigh: say so, and tell staff."""
        visit = self._floor.visit
        self._floor.say(NoticeKind.SCALE_FAULT, visit.weigh.item if visit.weigh else None)
        self._calls.request("scale", visit.weigh.item if visit.weigh else None)
        self._floor.cue("attention")

    def gone(self) -> None:
        """The scale went away while its page is open."""
        if self._floor.visit.weigh is not None:
            self._floor.visit.weigh = replace(self._floor.visit.weigh, state="gone", grams=0, price=0)
            self.fault()

    def back_again(self) -> None:
        """The scale answers again."""
        if self._floor.visit.weigh is not None and self._floor.visit.weigh.state == "gone":
            self._floor.visit.weigh = replace(self._floor.visit.weigh, state="empty")
            self._calls.drop("scale")

    def reweigh(self, line_id: str) -> None:
        """Weigh a row again; only rows that were weighed here."""
        if not self._floor.at(Stage.SHOPPING):
            raise ImpossibleStep("only an open cart's rows are weighed again")
        line = self._floor.visit.cart.find(line_id)
        if line.grams is None:
            raise CartError("only a weighed item can be weighed again")
        self._floor.active()
        self._edit.weigh(line.item, line_id)

    def confirm(self) -> None:
        """Take the weight on the scale; only a stable one counts."""
        visit = self._floor.visit
        weigh = visit.weigh
        if weigh is None or weigh.state != ScaleState.STABLE.value or weigh.grams <= 0:
            raise ImpossibleStep("there is no stable weight to take")
        self._floor.active()
        self._floor.go(Step.WEIGHED)
        visit.weigh = None
        self._floor.state.scale_taken = weigh.grams
        if weigh.line_id and any(x.line_id == weigh.line_id for x in visit.cart.lines):
            visit.cart.reweigh(weigh.line_id, weigh.grams)
            self._floor.cue("scanOk")
            self._cart.changed()
            self._edit.show_now(weigh.line_id)
        else:
            self._edit.add(weigh.item, grams=weigh.grams, lot=weigh.lot, serials=weigh.serials)
        self._edit.weigh_next()

    def cancel(self) -> None:
        """Leave the page without the item."""
        self._floor.go(Step.BACK)
        self._floor.active()
        self._floor.visit.weigh = None
        self._calls.drop("scale")
        self._edit.weigh_next()

    def _price_of(self, item: CatalogueItem) -> int:
        if self._floor.visit.cart.member and item.member_price is not None:
            return min(item.member_price, item.unit_price)
        return item.unit_price
