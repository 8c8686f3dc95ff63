"""An answer for an attempt that already has its end: equal ones change nothing, others are put right (rule 4)."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from hardware.ports.payment_terminal import TerminalResult
from kiosk.checkout.attempt_case import attempt_document, evidence_of, keep_attempt
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import Floor
from kiosk.checkout.payment_verdict import Verdict, answered, contradiction
from kiosk.checkout.ports import UnitOfWork
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.journal import EntryKind
from sync.wire.sale import AttemptDocument, DisputeDocument

log = logging.getLogger("baro.till")
DISPUTES_KEY = "late_answers"
NOT_KEPT_YET = frozenset({AttemptState.CREATED, AttemptState.SENT, AttemptState.UNKNOWN})
COMPARE_AGAIN = 1.0
LATE = "late:"  # before the attempt's id in the reference of its request: the attempt itself may be open as well


@dataclass(frozen=True, slots=True)
class _Compared:
    """What became of a late answer: an attempt that is open again, one that staff look at, or a later comparison."""

    attempt: PaymentAttempt | None = None
    dispute: DisputeDocument | None = None
    too_early: bool = False


class LateAnswers:
    """Answers that came after the end; money that was taken after all and that no sale owns is given back."""

    def __init__(
        self,
        floor: Floor,
        calls: CallAttendant,
        reopen: Callable[[PaymentAttempt], None],
        is_kept: Callable[[str], bool],
    ) -> None:
        self._floor, self._calls, self._reopen, self._is_kept = floor, calls, reopen, is_kept
        self._waiting: list[tuple[float, str, TerminalResult]] = []

    def came(self, attempt_id: str, result: TerminalResult) -> None:
        """Compare an answer with the end that was committed; one that differs is kept and decided by a person."""
        if not self._is_kept(attempt_id):
            self._again(attempt_id, result)
            return
        now = self._floor.now()

        def done(found: _Compared) -> None:
            if found.too_early:
                self._again(attempt_id, result)
            elif found.dispute is not None and found.attempt is not None:
                self._request(found.attempt, found.dispute)
            elif found.attempt is not None:
                self._reopen(found.attempt)

        def failed(fault: Exception) -> None:
            log.error("a late answer was not kept: %s", fault)
            self._again(attempt_id, result)

        self._floor.commit(lambda unit: _compare(unit, attempt_id, result, now), done, failed)

    def load(self, found: tuple[tuple[PaymentAttempt, DisputeDocument], ...]) -> None:
        """Take over what waited for a person when the station stopped."""
        for attempt, dispute in found:
            self._request(attempt, dispute)

    def tick(self) -> None:
        """Compare what came while its first answer was still being kept, or could not be kept."""
        due = [waits for waits in self._waiting if waits[0] <= self._floor.monotonic()]
        self._waiting = [waits for waits in self._waiting if waits not in due]
        for _, attempt_id, result in due:
            self.came(attempt_id, result)

    def kept(self, attempt_id: str) -> None:
        """The store has what was decided about this attempt: compare with it what came meanwhile."""
        mine = [waits for waits in self._waiting if waits[1] == attempt_id]
        self._waiting = [waits for waits in self._waiting if waits[1] != attempt_id]
        for _, name, result in mine:
            self.came(name, result)

    def decide(self, attempt_id: str, person: StaffMember) -> None:
        """A person has seen that the answers differ; that is written down already, and the request ends."""

        def done(_: None) -> None:
            self._calls.drop("unknown_payment", LATE + attempt_id)
            log.info("%s has seen the late answer of attempt %s", person.person_id, attempt_id)

        self._floor.commit(
            lambda unit: _put(unit, [x for x in _disputes(unit) if x.attempt != attempt_id]),
            done,
            lambda fault: log.error("a decided late answer still waits: %s", fault),
        )

    def _again(self, attempt_id: str, result: TerminalResult) -> None:
        self._waiting.append((self._floor.monotonic() + COMPARE_AGAIN, attempt_id, result))

    def _request(self, attempt: PaymentAttempt, dispute: DisputeDocument) -> None:
        evidence = (
            *evidence_of(attempt, dispute.says, 0, "late"),
            ("late_says", dispute.says),
            ("late_charged", str(dispute.charged)),
            ("late_approval", dispute.approval_code),
            ("late_at", dispute.at.isoformat()),
        )
        reference = LATE + attempt.attempt_id
        self._calls.request("unknown_payment", evidence=evidence, reference=reference, amount=attempt.amount)


def disputes(unit: UnitOfWork) -> tuple[tuple[PaymentAttempt, DisputeDocument], ...]:
    """The late answers that nobody has looked at yet, each with its attempt."""
    found = ((unit.attempt(dispute.attempt), dispute) for dispute in _disputes(unit))
    return tuple((attempt, dispute) for attempt, dispute in found if attempt is not None)


def _compare(unit: UnitOfWork, attempt_id: str, result: TerminalResult, now: datetime) -> _Compared:
    known = unit.attempt(attempt_id)
    if known is None:
        log.error("an answer came for attempt %s, which nobody knows", attempt_id)
        return _Compared()
    if known.state in NOT_KEPT_YET:
        return _Compared(too_early=True)
    difference = contradiction(known, result)
    if not difference:
        _complete(unit, known, result, now)
        return _Compared()
    charged_after_all = result.charged > 0 and not known.charged and unit.sale_of_attempt(attempt_id) is None
    if charged_after_all:
        verdict = Verdict.GIVE_BACK if result.handle else Verdict.REVIEW
        ended = replace(answered(known, result, verdict), reason=difference, reversal_service_id="")
        return _Compared(keep_attempt(unit, ended, EntryKind.ATTEMPT_SETTLED, now, result.mark))
    return _dispute(unit, known, result, difference, now)


def _complete(unit: UnitOfWork, known: PaymentAttempt, result: TerminalResult, now: datetime) -> None:
    """The terminal confirms what a person decided: keep what a later cancel needs of it."""
    if known.handle or not result.handle or not known.charged:
        return
    told = replace(answered(known, result, Verdict.PAID), state=known.state, reason=known.reason)
    keep_attempt(unit, told, EntryKind.ATTEMPT_SETTLED, now, result.mark)


def _dispute(
    unit: UnitOfWork, known: PaymentAttempt, result: TerminalResult, difference: str, now: datetime
) -> _Compared:
    dispute = DisputeDocument(
        attempt=known.attempt_id,
        at=now,
        says=result.outcome.value,
        charged=result.charged,
        currency=result.currency,
        handle=result.handle,
        approval_code=result.approval_code,
        difference=difference,
        known=AttemptDocument.model_validate(attempt_document(known, now)),
    )
    waiting = _disputes(unit)
    if any((x.attempt, x.says, x.charged, x.handle) == _mark(dispute) for x in waiting):
        return _Compared()
    _put(unit, [*waiting, dispute])
    unit.append(EntryKind.ATTEMPT_DISPUTED.value, dispute.model_dump(mode="json"))
    return _Compared(known, dispute)


def _mark(dispute: DisputeDocument) -> tuple[str, str, int, str]:
    return dispute.attempt, dispute.says, dispute.charged, dispute.handle


def _disputes(unit: UnitOfWork) -> list[DisputeDocument]:
    return [DisputeDocument.model_validate(x) for x in json.loads(unit.value(DISPUTES_KEY) or "[]")]


def _put(unit: UnitOfWork, waiting: list[DisputeDocument]) -> None:
    unit.put_value(DISPUTES_KEY, json.dumps([x.model_dump(mode="json") for x in waiting]))
