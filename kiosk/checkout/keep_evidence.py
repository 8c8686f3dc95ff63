"""Keep what a terminal says before it is told that the register has it; evidence, never the end of an attempt."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

from hardware.ports.payment_terminal import TerminalResult
from kiosk.checkout.attempt_case import Case
from kiosk.checkout.floor import Floor
from kiosk.checkout.payment_verdict import record_of
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.sale import AttemptState

log = logging.getLogger("baro.till")
KeepResult = Callable[[str, TerminalResult, Callable[[bool], None]], None]
IN_DOUBT = frozenset({AttemptState.SENT, AttemptState.UNKNOWN, AttemptState.REVERSING})


@runtime_checkable
class KeepsBeforeConfirming(Protocol):
    """A `TerminalWorker` whose terminal is told by a message of its own that the register has its answer."""

    def keep_by(self, keep: KeepResult | None) -> KeepResult | None:
        """Have `keep(service id, result, told)` called on the session's thread for each approval that was read.

        Answers what was called before; None: the driver confirms by itself. `keep` makes it durable and calls `told`
        with whether that succeeded; until then, within the driver's limit, the terminal waits on its own thread. It
        takes back what was not kept.
        """
        ...


def keep_evidence(
    floor: Floor,
    cases: Mapping[str, Case],
    service_id: str,
    result: TerminalResult,
    told: Callable[[bool], None],
) -> None:
    """Write what an approval says to its attempt, whose state stays as it is; `told` gets whether it is durable.

    Neither handle nor amount count before the call has its end: a process that dies now finds the attempt open, and
    asks. An answer to a request that is not open any more is not kept, so that the terminal takes it back.
    """
    case = next(
        (x for x in cases.values() if service_id in (x.attempt.service_id, x.attempt.reversal_service_id)), None
    )
    if case is None or case.attempt.state not in IN_DOUBT:
        log.error("request %s, which the terminal approved, is not open here: its answer is not confirmed", service_id)
        told(False)
        return
    attempt_id = case.attempt.attempt_id

    def work(unit: UnitOfWork) -> bool:
        known = unit.attempt(attempt_id)
        if known is None or known.state not in IN_DOUBT:
            return False
        if service_id == known.service_id:
            known = replace(
                known,
                brand=result.brand,
                masked_card=result.masked_card,
                approval_code=result.approval_code,
                record=record_of(result, known.record),
            )
        unit.put_attempt(replace(known, raw=result.raw))
        return True

    def failed(fault: Exception) -> None:
        log.error("an approval was not kept, so it is not confirmed: %s", fault)
        told(False)

    floor.commit(work, told, failed)
