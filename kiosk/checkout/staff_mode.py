"""Staff at the screen: sign in, see what waits, decide; every act is checked and journalled."""

import logging
import math

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.decide_payment import DecidePayment
from kiosk.checkout.floor import Floor
from kiosk.checkout.go_to_pay import GoToPay
from kiosk.checkout.late_answer import LATE
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.recheck_cart import RecheckCart
from kiosk.checkout.session_state import SignIn
from kiosk.checkout.snapshot import StaffRequest, StaffView
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.checkout_state import ImpossibleStep
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
LOCK_KEY = "pin_lock"


class StaffMode:
    """Sign-in and decisions of attendants, supervisors and technicians."""

    def __init__(
        self, floor: Floor, calls: CallAttendant, pay: GoToPay, payments: DecidePayment, recheck: RecheckCart
    ) -> None:
        self._floor, self._calls, self._pay = floor, calls, pay
        self._payments, self._recheck = payments, recheck

    def sign_in(self, pin: str) -> None:
        """Check a PIN; the answer comes later."""
        staff = self._floor.state.staff
        if staff.checking or staff.person is not None:
            raise ImpossibleStep("a PIN is being checked or somebody is signed in")
        staff.shown = staff.checking = True
        staff.problem, staff.needed_role = "", ""
        staff.active_at = self._floor.monotonic()

        def done(person: StaffMember | None, problem: str, tries_left: int, locked_seconds: int) -> None:
            self._floor.guard(lambda: self._answer(staff, person, problem, tries_left, locked_seconds))

        self._floor.till.staff_desk.try_pin(pin, done)

    def sign_out(self) -> None:
        """Leave the staff pages."""
        self._floor.state.staff = SignIn()
        self._floor.active()

    def require(self, act: str) -> StaffMember:
        """Who is signed in and may do `act`; the one role check of the till."""
        staff, desk = self._floor.state.staff, self._floor.till.staff_desk
        if staff.person is None:
            raise ImpossibleStep(f"nobody is signed in to do {act!r}")
        staff.active_at = self._floor.monotonic()
        if not desk.may(staff.person.role, act):
            staff.problem, staff.needed_role = "not_allowed", desk.needed_role(act)
            self._floor.journal(EntryKind.STAFF_REFUSED, {"person": staff.person.person_id, "act": act})
            raise ImpossibleStep(f"{staff.person.role} may not do {act!r}")
        staff.problem, staff.needed_role = "", ""
        return staff.person

    def take(self, request_id: str) -> None:
        """Tell the shopper that somebody is on the way."""
        person = self.require("help")
        if self._calls.find(request_id) is None:
            raise ImpossibleStep(f"no request {request_id} waits")
        self._calls.taken(person, request_id)

    def decide(self, request_id: str, approve: bool, reason: str) -> None:
        """Decide a request: committed with who and why before it has any effect."""
        request = self._calls.find(request_id)
        if request is None:
            raise ImpossibleStep(f"no request {request_id} waits")
        person = self.require(request.kind)
        visit = self._floor.visit
        body: dict[str, object] = {
            "request": request.request_id,
            "kind": request.kind,
            "approve": approve,
            "reason": reason,
            "person": person.person_id,
            "sale": visit.sale_id,
            "sku": request.item.sku if request.item else "",
            "reference": request.reference,
        }
        if request.kind == "unknown_payment":
            evidence = [list(pair) for pair in request.evidence]
            body |= {"attempt": request.reference.removeprefix(LATE), "paid": approve, "evidence": evidence}

        def done(_: int) -> None:
            waits = self._calls.find(request_id)
            if waits is not None and (visit is self._floor.visit or waits.kind == "unknown_payment"):
                self._apply(waits, approve, person)

        def failed(fault: Exception) -> None:
            log.error("a decision of staff was not kept and has no effect: %s", fault)
            self._floor.state.staff.problem = "not_saved"

        self._floor.commit(lambda unit: unit.append(EntryKind.STAFF_DECIDED.value, body), done, failed)

    def tick(self) -> None:
        """Sign staff out who have left."""
        staff = self._floor.state.staff
        if staff.shown and not staff.checking:
            quiet = self._floor.monotonic() - staff.active_at
            if quiet >= self._floor.settings.staff_idle and self._floor.monotonic() >= staff.locked_until:
                self.sign_out()

    def touched(self) -> None:
        """Somebody touched a staff page."""
        self._floor.state.staff.active_at = self._floor.monotonic()

    def view(self) -> StaffView | None:
        """What the staff pages show."""
        staff, desk = self._floor.state.staff, self._floor.till.staff_desk
        if not staff.shown:
            return None
        signed_in = staff.person is not None
        requests = sorted(self._floor.state.requests, key=lambda r: (desk.urgency(r.kind), r.since))
        locked = max(0, math.ceil(staff.locked_until - self._floor.monotonic()))
        return StaffView(
            signed_in=signed_in,
            person=staff.person.name if staff.person else "",
            role=staff.person.role if staff.person else "",
            requests=tuple(requests) if signed_in else (),
            problem=staff.problem if staff.problem != "locked" or locked else "",
            tries_left=staff.tries_left,
            locked_seconds=locked,
            checking=staff.checking,
            needed_role=staff.needed_role,
        )

    def _answer(
        self, staff: SignIn, person: StaffMember | None, problem: str, tries_left: int, locked_seconds: int
    ) -> None:
        if staff is not self._floor.state.staff:
            self._keep_lock()
            return  # they left before the check was through
        now = self._floor.monotonic()
        staff.checking, staff.active_at = False, now
        self._keep_lock()
        staff.person, staff.problem, staff.tries_left = person, problem, tries_left
        staff.locked_until = now + locked_seconds if locked_seconds else 0
        if person is None:
            self._floor.journal(EntryKind.STAFF_REFUSED, {"problem": problem, "tries_left": tries_left})
            return
        self._floor.journal(EntryKind.STAFF_SIGNED_IN, {"person": person.person_id, "role": person.role})
        if self._floor.till.staff_desk.may(person.role, "help"):
            self._calls.taken(person)

    def _keep_lock(self) -> None:
        text = self._floor.till.staff_desk.lock_text()

        def work(unit: UnitOfWork) -> None:
            unit.put_value(LOCK_KEY, text)

        self._floor.commit(work, lambda _: None, lambda fault: log.error("the PIN lock was not kept: %s", fault))

    def _apply(self, request: StaffRequest, approve: bool, person: StaffMember) -> None:
        if request.kind == "age":
            self._pay.age_decided(approve, person.person_id)
        elif request.kind == "pack_check":
            self._recheck.decided(request, approve, person)
        elif request.kind == "unknown_payment":
            self._payments.decide(request.reference, approve, person)
            return  # the request goes when the attempt has its end
        self._calls.close_request(request)
        self._floor.active()
