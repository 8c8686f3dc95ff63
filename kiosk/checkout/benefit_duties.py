"""Do what is owed to a benefit host, again and again until it confirms, over outages and restarts."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from hardware.ports.benefit_host import EndOutcome, EndResult
from kiosk.checkout.attempt_case import reviews
from kiosk.checkout.benefit_duty import Act, BenefitDuty, drop_duty, duties, put_duty
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import Floor
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.checkout_state import Stage
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")
PAUSES = (0.0, 2.0, 5.0, 15.0, 60.0, 300.0)
LOOK_AGAIN = 5.0
READ_AGAIN = 2.0
REQUEST = "benefit"
_ENDED = {Act.BURN: EntryKind.BENEFIT_BURNED, Act.RELEASE: EntryKind.BENEFIT_RELEASED}


@dataclass
class _Turn:
    """When a duty is tried next, and how often it was."""

    due: float = 0.0
    tries: int = 0
    under_way: bool = False


class BenefitDuties:
    """The duties of this station; what is stored counts, what is here follows it."""

    def __init__(self, floor: Floor, calls: CallAttendant) -> None:
        self._floor, self._calls = floor, calls
        self._known: dict[str, BenefitDuty] = {}
        self._turns: dict[str, _Turn] = {}
        self._looked: dict[str, float] = {}
        self._read_at: float | None = float("-inf")
        self.read = False
        self.asking: set[str] = set()  # reservations whose answer is on its way

    def holds(self, reservation: str) -> bool:
        """Whether the station's store says that this reservation is held for a cart."""
        duty = self._known.get(reservation)
        return duty is not None and duty.act is Act.HOLD

    def noted(self, duty: BenefitDuty) -> None:
        """This was committed."""
        self._known[duty.reservation] = duty
        self._turns[duty.reservation] = _Turn(self._floor.monotonic())

    def ended(self, reservation: str) -> None:
        """It was committed that this one has its end."""
        for known in (self._known, self._turns, self._looked):
            known.pop(reservation, None)

    def read_again(self) -> None:
        """A commit elsewhere changed what is owed."""
        self._read_at = float("-inf")

    def tick(self) -> None:
        """Do what is due."""
        now = self._floor.monotonic()
        if self._read_at is not None and now >= self._read_at:
            self._read()
        if not self.read:
            return
        for duty in list(self._known.values()):
            if duty.act is Act.HOLD:
                self._look(duty, now)
            elif duty.act is Act.REVIEW:
                self._closed(duty)
            elif now >= self._turns[duty.reservation].due and not self._turns[duty.reservation].under_way:
                self._do(duty)

    def _read(self) -> None:
        self._read_at = None

        def done(found: dict[str, BenefitDuty]) -> None:
            self.read = True
            for name in [x for x in self._known if x not in found]:
                self.ended(name)
            for name, duty in found.items():
                if self._known.get(name) != duty:
                    self.noted(duty)
                if duty.act is Act.REVIEW:
                    self._request(duty)

        def failed(fault: Exception) -> None:
            log.error("what is owed to the benefit host cannot be read: %s", fault)
            self._read_at = self._floor.monotonic() + READ_AGAIN

        self._floor.commit(duties, done, failed)

    # what nobody holds any more

    def _look(self, duty: BenefitDuty, now: float) -> None:
        """Release what no cart has: removed, start over, timeout, a cart nobody took back, a restart without it."""
        name, floor = duty.reservation, self._floor
        if floor.at(Stage.STARTING) or name in self.asking or self._in_a_cart(name):
            return
        if now < self._looked.get(name, float("-inf")) + LOOK_AGAIN:
            return
        self._looked[name] = now
        wall, kept_for = floor.now(), floor.settings.cart_kept

        def done(found: BenefitDuty | None) -> None:
            if found is None:
                self.ended(name)
            elif found != self._known.get(name):
                self.noted(found)

        floor.commit(
            lambda unit: _release(unit, name, wall, kept_for),
            done,
            lambda fault: log.error("a reservation that nobody has was not released yet: %s", fault),
        )

    def _in_a_cart(self, reservation: str) -> bool:
        visit, kept = self._floor.visit, self._floor.state.resume
        mine = any(coupon.serial == reservation for coupon in visit.cart.coupons)
        return mine or (kept is not None and reservation in kept.document)

    # doing

    def _do(self, duty: BenefitDuty) -> None:
        worker, turn = self._floor.till.benefits, self._turns[duty.reservation]
        turn.under_way = True
        if worker is None:
            # The settings name no host any more: what is owed stays written down, and people know of it.
            self._tell(duty, (("reason", "not_set"),))
            turn.due, turn.under_way = self._floor.monotonic() + PAUSES[-1], False
            return
        ask = worker.burn if duty.act is Act.BURN else worker.release
        ask(duty.reservation, self._floor.guarded1(lambda result: self._answer(duty, result)))

    def _answer(self, duty: BenefitDuty, result: EndResult) -> None:
        turn = self._turns.get(duty.reservation)
        if turn is None or self._known.get(duty.reservation) != duty:
            return
        if result.outcome is EndOutcome.DONE:
            self._commit(lambda unit: self._end(unit, duty), duty, lambda: self.ended(duty.reservation))
        elif result.outcome is EndOutcome.REFUSED:
            refused = replace(duty, act=Act.REVIEW, reason=result.reason or "refused")

            def told() -> None:
                self.noted(refused)
                self._request(refused)

            log.error("the benefit host refuses to %s %s: %s", duty.act, duty.reservation, refused.reason)
            self._commit(lambda unit: self._refuse(unit, duty, refused), duty, told)
        else:
            log.warning("%s of %s is not confirmed: %s", duty.act, duty.reservation, result.message)
            self._later(turn)

    def _later(self, turn: _Turn) -> None:
        turn.tries += 1
        turn.due = self._floor.monotonic() + PAUSES[min(turn.tries, len(PAUSES) - 1)]
        turn.under_way = False

    def _commit(self, work: Callable[[UnitOfWork], None], duty: BenefitDuty, then: Callable[[], None]) -> None:
        def failed(fault: Exception) -> None:
            # The host did it and the station does not know: asked again, it says the same.
            log.error("the end of %s was not kept: %s", duty.reservation, fault)
            if (turn := self._turns.get(duty.reservation)) is not None:
                self._later(turn)

        self._floor.commit(work, lambda _: then(), failed)

    def _end(self, unit: UnitOfWork, duty: BenefitDuty) -> None:
        drop_duty(unit, duty.reservation)
        unit.append(_ENDED[duty.act].value, _body(duty))

    def _refuse(self, unit: UnitOfWork, duty: BenefitDuty, refused: BenefitDuty) -> None:
        put_duty(unit, refused)
        unit.append(EntryKind.BENEFIT_REFUSED.value, _body(duty) | {"reason": refused.reason})

    # people

    def _request(self, duty: BenefitDuty) -> None:
        self._tell(duty, (("reason", duty.reason),))

    def _tell(self, duty: BenefitDuty, more: tuple[tuple[str, str], ...]) -> None:
        evidence = (("benefit", duty.kind), ("reservation", duty.reservation), ("since", duty.since[:16]), *more)
        self._calls.request(REQUEST, evidence=evidence, reference=duty.reservation)

    def _closed(self, duty: BenefitDuty) -> None:
        """Once staff closed the request, headquarters has it in the journal, and nothing is owed here any more."""
        turn = self._turns[duty.reservation]
        if turn.under_way or any(x.reference == duty.reservation for x in self._floor.state.requests):
            return
        turn.under_way = True
        self._commit(lambda unit: drop_duty(unit, duty.reservation), duty, lambda: self.ended(duty.reservation))


def _release(unit: UnitOfWork, reservation: str, now: datetime, kept_for: float) -> BenefitDuty | None:
    duty = duties(unit).get(reservation)
    if duty is None or duty.act is not Act.HOLD:
        return duty
    kept = unit.kept_cart()
    if kept is not None and reservation in kept[0]:
        age = (now - kept[1]).total_seconds() if kept[1] is not None else 0.0
        if age < kept_for:
            return duty  # its shopper may come back for it
    if any(reservation in attempt.cart for attempt in (*unit.attempts_open(), *reviews(unit))):
        return duty  # its sale may still be made
    released = replace(duty, act=Act.RELEASE)
    put_duty(unit, released)
    return released


def _body(duty: BenefitDuty) -> dict[str, object]:
    return {"reservation": duty.reservation, "kind": duty.kind, "sale": duty.sale, "act": duty.act.value}
