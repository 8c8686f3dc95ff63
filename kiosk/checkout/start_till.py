"""The start of a till: settle what payments are open, find the cart of a crash, then open for shoppers."""

import logging
from dataclasses import dataclass
from datetime import datetime

from kiosk.checkout.adopted_catalogue import told_catalogue
from kiosk.checkout.attempt_case import reviews
from kiosk.checkout.cart_document import CartDocumentError, CartText, read_cart, read_heading
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.late_answer import disputes
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.session_state import KeptCart
from kiosk.checkout.settle_attempts import SettleAttempts
from kiosk.checkout.snapshot import ResumeView
from kiosk.checkout.staff_mode import LOCK_KEY
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind
from sync.wire.sale import DisputeDocument

log = logging.getLogger("baro.till")
ASK_AGAIN = 2.0


@dataclass(frozen=True, slots=True)
class _Found:
    attempts: tuple[PaymentAttempt, ...]
    disputes: tuple[tuple[PaymentAttempt, DisputeDocument], ...]
    cart: tuple[str, datetime | None] | None
    pin_lock: str
    sequence: int


class StartTill:
    """Ready, and the cart that waits."""

    def __init__(self, floor: Floor, settle: SettleAttempts, cart: OpenCart, edit: EditCart) -> None:
        self._floor, self._settle, self._cart, self._edit = floor, settle, cart, edit
        self._loaded = self._asked = False
        self._ask_again_at: float | None = None
        self._waiting: tuple[str, CartText] | None = None

    def ready(self) -> None:
        """Devices and catalogue are there: read what the last run left."""
        floor = self._floor
        if self._asked or not floor.at(Stage.STARTING):
            raise ImpossibleStep("the till was started already")
        self._asked = True
        floor.go(Step.SETTLE)
        floor.state.starting_step = "settling"
        told = told_catalogue(floor)

        def work(unit: UnitOfWork) -> _Found:
            sequence = unit.append(EntryKind.STATION_STARTED.value, told)
            attempts = (*unit.attempts_open(), *reviews(unit))
            return _Found(attempts, disputes(unit), unit.kept_cart(), unit.value(LOCK_KEY) or "", sequence)

        def failed(fault: Exception) -> None:
            log.error("the station's store cannot be read: %s", fault)
            self._asked = False
            self._ask_again_at = floor.monotonic() + ASK_AGAIN

        floor.commit(work, self._take, failed)

    def tick(self) -> None:
        """Open once every open attempt was asked about; offer a found cart once nothing can have paid it."""
        if self._ask_again_at is not None and self._floor.monotonic() >= self._ask_again_at:
            self._ask_again_at = None
            self.ready()
        if not self._loaded:
            return
        if self._floor.at(Stage.STARTING) and all(self._answered(x) for x in self._settle.open):
            self._floor.state.starting_step = "ready"
            self._floor.go(Step.READY)
        if self._waiting is not None and self._floor.at(Stage.IDLE):
            text, heading = self._waiting
            if all(case.attempt.sale_id != heading.sale_id for case in self._settle.open.values()):
                self._waiting = None
                self._offer(text, heading)

    def sold(self, sale_id: str) -> None:
        """The cart that waits was paid after all."""
        if self._waiting is not None and self._waiting[1].sale_id == sale_id:
            self._waiting = None

    def resume(self) -> None:
        """It is my cart: go on with it."""
        floor, kept = self._floor, self._floor.state.resume
        if kept is None:
            raise ImpossibleStep("no cart is kept")
        floor.go(Step.BEGIN)
        floor.state.resume = None
        visit = floor.new_visit(same_person=True)
        visit.sale_id, visit.started_at = kept.sale_id, kept.view.started_at
        visit.versions = kept.versions
        visit.cart = read_cart(kept.document, floor.till.catalogue)
        for line in list(visit.cart.lines):
            self._edit.row_back(line)
        self._cart.changed()

    def _take(self, found: _Found) -> None:
        self._settle.load(list(found.attempts))
        self._settle.late.load(found.disputes)
        self._loaded = True
        state = self._floor.state
        state.last_sequence = max(state.last_sequence, found.sequence)
        if found.pin_lock:
            self._floor.till.staff_desk.restore_lock(found.pin_lock)
        if found.cart is None:
            return
        text, kept_at = found.cart
        try:
            heading = read_heading(text)
        except CartDocumentError as fault:
            log.error("%s", fault)
            return
        age = (self._floor.now() - kept_at).total_seconds() if kept_at is not None else 0
        if heading.pieces and age < self._floor.settings.cart_kept:
            self._waiting = (text, heading)

    def _offer(self, text: str, heading: CartText) -> None:
        if self._floor.state.resume is None:
            until = self._floor.monotonic() + self._floor.settings.cart_kept
            view = ResumeView(heading.started_at, heading.pieces)
            self._floor.state.resume = KeptCart(heading.sale_id, text, view, until)

    def _answered(self, attempt_id: str) -> bool:
        case = self._settle.open[attempt_id]
        return case.asked > 0 or case.attempt.state in (AttemptState.REVIEW, AttemptState.TAKEN)
