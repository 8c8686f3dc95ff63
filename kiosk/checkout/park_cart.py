"""Send a cart to a staffed checkout under a number, and take one up that waits.

The cart is written down here first and travels with the journal; with central away this checkout still knows it, and
whoever stands at another one scans the goods again. No money was taken for it and no stock moved.
"""

import json
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import ValidationError

from kiosk.checkout.cart_document import CartDocumentError, read_cart, read_heading, write_cart
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.snapshot import ParkedView
from kiosk.checkout.staff_mode import StaffMode
from kiosk.checkout.worker_ports import NoSuchCart
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from sync.wire.journal import EntryKind
from sync.wire.lane import CartTakenDocument, ParkedCartDocument

log = logging.getLogger("baro.till")
PARKED_KEY, COUNT_KEY = "parked_carts", "parked_count"
PARK_STAGES = frozenset({Stage.SHOPPING, Stage.CHOOSING_TENDER, Stage.NOT_PAID})
SHOWN = 60.0


@dataclass(frozen=True, slots=True)
class _Written:
    document: ParkedCartDocument
    sequence: int


class ParkCart:
    """Carts that wait for a staffed checkout."""

    def __init__(self, floor: Floor, cart: OpenCart, edit: EditCart, staff: StaffMode) -> None:
        self._floor, self._cart, self._edit, self._staff = floor, cart, edit, staff
        self._shown: tuple[_Written, float] | None = None
        self._busy = False

    # sending it there

    def park(self) -> None:
        """Let the cart wait under a number; this checkout is free for the next shopper."""
        floor, visit = self._floor, self._floor.visit
        if floor.state.stage not in PARK_STAGES or not visit.cart.lines or visit.taken or self._busy:
            raise ImpossibleStep(f"no cart can be sent on while {floor.state.stage.value}")
        floor.active()
        self._busy, now, revision = True, floor.now(), visit.cart.revision
        till, text = floor.till, write_cart(visit.cart, visit.sale_id, visit.started_at)
        lines = tuple(_line(x.item.name.ko, x.quantity, x.grams, x.item.gtin or x.item.sku) for x in visit.cart.lines)
        made = ParkedCartDocument(
            number="000",
            station=till.station,
            shop=till.shop,
            cart=text,
            lines=lines,
            pieces=visit.cart.pieces,
            total=visit.priced.total,
            currency=visit.cart.currency,
            language=visit.language,
            at=now,
            until=now + timedelta(seconds=floor.settings.parked_for),
        )

        def work(unit: UnitOfWork) -> _Written:
            waiting = _waiting(unit, now)
            document = made.model_copy(update={"number": _next_number(unit, till.lane, {x.number for x in waiting})})
            _keep(unit, [*waiting, document])
            sequence = unit.append(EntryKind.CART_PARKED.value, document.model_dump(mode="json"))
            unit.keep_cart(None)
            return _Written(document, sequence)

        def done(written: _Written) -> None:
            self._busy = False
            floor.till.central.wake()
            floor.state.last_sequence = max(floor.state.last_sequence, written.sequence)
            self._shown = (written, floor.monotonic() + floor.seconds(SHOWN))
            if visit is floor.visit and floor.can(Step.PARK) and visit.cart.revision == revision:
                floor.go(Step.PARK)
                floor.leave_visit()
                floor.visit.language = written.document.language  # whose number is shown reads it
            else:
                self._withdraw(written.document)  # the shopper went on meanwhile: to pay, or to scan

        def failed(fault: Exception) -> None:
            self._busy = False
            log.error("a cart was not sent on, because that could not be kept: %s", fault)
            floor.say(NoticeKind.NOT_SAVED)

        floor.commit(work, done, failed)

    def tick(self) -> None:
        """The number was shown long enough: the idle page is the shop's again."""
        if self._shown is None or (self._floor.at(Stage.IDLE) and self._floor.monotonic() < self._shown[1]):
            return
        self._shown = None
        if self._floor.at(Stage.IDLE):
            self._floor.visit.language = self._floor.settings.language

    def view(self) -> ParkedView | None:
        """The number to say at the other checkout, for a while or until the next shopper begins."""
        if self._shown is None:
            return None
        written, until = self._shown
        if not self._floor.at(Stage.IDLE) or self._floor.monotonic() >= until:
            return None
        document = written.document
        shared = self._floor.till.central.acknowledged() >= written.sequence
        return ParkedView(document.number, document.pieces, document.total, document.until, shared)

    # taking it up

    def take_up(self, number: str) -> None:
        """Staff take up the cart that waits under a number, from this checkout or another of the shop."""
        floor = self._floor
        person = self._staff.require("help")
        if not floor.at(Stage.IDLE) or self._busy:
            raise ImpossibleStep(f"no cart can be taken up while {floor.state.stage.value}")
        if not re.fullmatch(r"[0-9]{3,6}", number):
            floor.state.staff.problem = "no_such_cart"
            return
        self._busy = True
        taker = floor.till.carts

        def fetched(document: ParkedCartDocument) -> None:
            self._open(document, person.person_id)

        def not_fetched(fault: Exception) -> None:
            if isinstance(fault, NoSuchCart) and fault.taken:
                self._refused("cart_taken")
            else:
                # Central is away, or has not got it yet: this station's own carts are known here.
                self._own(number, fetched)

        if taker is None or not floor.till.central.online():
            self._own(number, fetched)
        else:
            floor.till.background.submit(
                lambda: taker.take(number), floor.guarded1(fetched), floor.guarded1(not_fetched)
            )

    def _own(self, number: str, found: Callable[[ParkedCartDocument], None]) -> None:
        now = self._floor.now()

        def done(waiting: list[ParkedCartDocument]) -> None:
            mine = [x for x in waiting if x.number == number]
            if mine:
                found(mine[-1])
            else:
                self._refused("no_such_cart")

        self._floor.commit(lambda unit: _waiting(unit, now), done, lambda _: self._refused("not_saved"))

    def _open(self, document: ParkedCartDocument, person: str) -> None:
        floor = self._floor

        def done(sequence: int) -> None:
            self._busy = False
            floor.state.last_sequence = max(floor.state.last_sequence, sequence)
            floor.till.central.wake()
            if floor.at(Stage.IDLE):
                self._fill(document)
            else:
                self._put_back(document)  # somebody began here meanwhile

        def failed(_: Exception) -> None:
            self._refused("not_saved")

        floor.commit(lambda unit: self._taken(unit, document, person), done, failed)

    def _put_back(self, document: ParkedCartDocument) -> None:
        """It waits here again; central gives it to this checkout once more, as to one whose answer was lost."""
        now = self._floor.now()

        def work(unit: UnitOfWork) -> None:
            _keep(unit, [*_waiting(unit, now), document])

        self._floor.commit(work, lambda _: None, lambda _: self._refused("not_saved"))

    def _withdraw(self, document: ParkedCartDocument) -> None:
        self._shown = None
        self._floor.commit(
            lambda unit: self._taken(unit, document, ""),
            lambda _: self._cart.keep(),
            lambda _: self._refused("not_saved"),
        )

    def _taken(self, unit: UnitOfWork, document: ParkedCartDocument, person: str) -> int:
        till = self._floor.till
        taken = CartTakenDocument(
            number=document.number,
            parked_by=document.station,
            parked_at=document.at,
            station=till.station,
            shop=till.shop,
            person=person,
        )
        rest = [x for x in _waiting(unit, self._floor.now()) if (x.number, x.at) != (document.number, document.at)]
        _keep(unit, rest)
        return unit.append(EntryKind.CART_TAKEN_UP.value, taken.model_dump(mode="json"))

    def _fill(self, document: ParkedCartDocument) -> None:
        floor = self._floor
        try:
            cart, heading = read_cart(document.cart, floor.till.catalogue), read_heading(document.cart)
        except CartDocumentError as fault:
            log.error("cart %s cannot be taken up: %s", document.number, fault)
            floor.state.staff.problem = "no_such_cart"
            return
        self._shown = None
        self._staff.sign_out()
        floor.go(Step.BEGIN)
        floor.state.resume = None
        visit = floor.new_visit()
        visit.started_at, visit.language, visit.cart = heading.started_at, document.language, cart
        for line in list(cart.lines):
            self._edit.row_back(line)
        self._cart.changed()

    def _refused(self, problem: str) -> None:
        self._busy = False
        self._floor.state.staff.problem = problem


def _line(name: str, quantity: int, grams: int | None, code: str) -> tuple[str, str, str]:
    return (name, f"{grams} g" if grams else str(quantity), code)


def _waiting(unit: UnitOfWork, now: datetime) -> list[ParkedCartDocument]:
    kept: list[ParkedCartDocument] = []
    for row in json.loads(unit.value(PARKED_KEY) or "[]"):
        try:
            document = ParkedCartDocument.model_validate(row)
        except ValidationError as fault:
            log.error("a cart that waits is not understood and is left out: %s", fault)
            continue
        if document.until > now:
            kept.append(document)
    return kept


def _keep(unit: UnitOfWork, documents: list[ParkedCartDocument]) -> None:
    unit.put_value(PARKED_KEY, json.dumps([x.model_dump(mode="json") for x in documents], ensure_ascii=False))


def _next_number(unit: UnitOfWork, lane: str, taken: set[str]) -> str:
    """A number that is easily said: the checkout's, then two digits that go round."""
    here = (re.sub(r"\D", "", lane) or "9")[-3:]
    count = int(unit.value(COUNT_KEY) or "0")
    for _ in range(100):
        count = count % 99 + 1
        number = f"{here}{count:02d}"
        if number not in taken:
            break
    unit.put_value(COUNT_KEY, str(count))
    return number
