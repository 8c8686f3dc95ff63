"""An answer for an attempt that already has its end: equal ones change nothing, others are put right."""

import logging
from collections.abc import Callable
from dataclasses import replace

from hardware.ports.payment_terminal import TerminalResult
from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import Floor
from kiosk.checkout.payment_verdict import Verdict, answered, contradicts
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind

log = logging.getLogger("baro.till")


def late_answer(
    floor: Floor,
    calls: CallAttendant,
    attempt_id: str,
    result: TerminalResult,
    give_back: Callable[[PaymentAttempt], None],
) -> None:
    """Compare a late answer with the end that was committed.

    Money that was taken after all and that no sale owns is given back; any other difference goes to staff.
    """
    now = floor.now()

    def work(unit: UnitOfWork) -> PaymentAttempt | None:
        known = unit.attempt(attempt_id)
        if known is None or not contradicts(known, result):
            return None
        if result.handle and result.charged and unit.sale_of_attempt(attempt_id) is None:
            back = answered(known, result, Verdict.GIVE_BACK)
            back = replace(back, state=AttemptState.REVERSING, reversal_service_id=unit.next_service_id())
            unit.put_attempt(back)
            unit.append(EntryKind.ATTEMPT_SETTLED.value, attempt_document(back, now))
            return back
        return replace(known, reason=f"late answer says {result.outcome.value}")

    def done(found: PaymentAttempt | None) -> None:
        if found is None:
            return
        if found.state is AttemptState.REVERSING:
            give_back(found)
        else:
            evidence = (("state", found.state.value), ("reason", found.reason))
            calls.request("help", evidence=evidence, reference=attempt_id, amount=found.amount)

    floor.commit(work, done, lambda fault: log.error("a late answer was not kept: %s", fault))
