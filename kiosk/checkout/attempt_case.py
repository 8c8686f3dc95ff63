"""One open payment attempt while it is settled, and its document for the journal."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.sale_document import without_number
from kiosk.checkout.terminal_request import keep_mark, mark_of
from kiosk.checkout.voucher_uses import release_voucher
from kiosk.domain.sale import OPEN_STATES, AttemptState, PaymentAttempt, TerminalRecord
from kiosk.domain.tender import TenderKind
from sync.wire.journal import EntryKind
from sync.wire.sale import AttemptDocument, TerminalRecordDocument

REVIEWS_KEY = "attempts_in_review"
LEFT = "left to headquarters"


@dataclass
class Case:
    """An open attempt: what is known, what is being waited for, and what is done next and when.

    `turn` grows with every step, so that an answer to an earlier step is recognised as late.
    """

    attempt: PaymentAttempt
    turn: int = 0
    waiting: bool = False
    decided: bool = False
    asked: int = 0
    not_found: int = 0
    sale_tries: int = 0
    last_answer: str = ""
    unproven: int = 0
    mark: str = ""  # where the terminal's counting stands, to be kept with the next commit
    terminal_says: tuple[tuple[str, str], ...] = ()  # what it said when it was asked last, for staff
    due: float = 0
    act: Callable[[], None] | None = None

    def later(self, at: float, act: Callable[[], None]) -> None:
        """Do `act` at the monotonic time `at`."""
        self.waiting, self.due, self.act = False, at, act

    def wait(self) -> int:
        """Something is under way; answers the number of this turn."""
        self.turn += 1
        self.waiting, self.act = True, None
        return self.turn

    def evidence(self) -> tuple[tuple[str, str], ...]:
        """What staff should see beside the question whether it was paid."""
        attempt = self.attempt
        return (
            ("service_id", attempt.service_id),
            ("state", attempt.state.value),
            ("terminal", self.last_answer or "no_answer"),
            ("asked", str(self.asked)),
            ("charged", str(attempt.charged)),
            ("reason", attempt.reason),
            *self.terminal_says,
        )


def attempt_document(attempt: PaymentAttempt, at: datetime) -> dict[str, object]:
    """The attempt as the body of a journal entry; the cart and raw answer stay on the station.

    To central a committed approval is approved, whether its sale is made already or in the next commit.
    """
    state = AttemptState.APPROVED if attempt.state is AttemptState.ANSWERED else attempt.state
    return AttemptDocument(
        attempt=attempt.attempt_id,
        sale=attempt.sale_id,
        service_id=attempt.service_id,
        amount=attempt.amount,
        currency=attempt.currency,
        state=state.value,
        at=at,
        charged=attempt.charged,
        handle=attempt.handle,
        handle_time=attempt.handle_time,
        brand=attempt.brand,
        masked_card=attempt.masked_card,
        approval_code=attempt.approval_code,
        reason=attempt.reason,
        tender=attempt.tender,
        months=attempt.months,
        reversal_service_id=attempt.reversal_service_id,
        reversed_at=attempt.reversed_at,
        record=TerminalRecordDocument(**asdict(attempt.record)) if attempt.record != TerminalRecord() else None,
    ).model_dump(mode="json")


def keep_attempt(
    unit: UnitOfWork, attempt: PaymentAttempt, kind: EntryKind | None, at: datetime, mark: str = ""
) -> PaymentAttempt:
    """Write an attempt as it is now, with what hangs on its state, in one commit; answers it as it was written.

    `mark` is where the terminal's counting stands now, "" when it said nothing of it.
    """
    keep_mark(unit, mark)
    if attempt.state is AttemptState.REVERSING and not attempt.reversal_service_id:
        name, before = unit.next_service_id(), mark_of(unit)
        attempt = replace(attempt, reversal_service_id=name, reversal_mark=before, reversed_at=at.isoformat())
        unit.append(EntryKind.REVERSAL_SENT.value, attempt_document(attempt, at))
    if attempt.state not in OPEN_STATES and attempt.state is not AttemptState.REVIEW:
        attempt = replace(attempt, cart=without_number(attempt.cart))
    unit.put_attempt(attempt)
    if attempt.tender == TenderKind.VOUCHER and attempt.state is AttemptState.REVERSED:
        release_voucher(unit, attempt)
    note_review(unit, attempt)
    if kind is not None:
        unit.append(kind.value, attempt_document(attempt, at))
    return attempt


def reviews(unit: UnitOfWork) -> list[PaymentAttempt]:
    """The attempts that wait for a decision of staff since before the station stopped."""
    found = (unit.attempt(name) for name in json.loads(unit.value(REVIEWS_KEY) or "[]"))
    return [attempt for attempt in found if attempt is not None and attempt.state is AttemptState.REVIEW]


def note_review(unit: UnitOfWork, attempt: PaymentAttempt) -> None:
    """Remember or forget, in the attempt's own commit, that staff have to decide it."""
    names: list[str] = json.loads(unit.value(REVIEWS_KEY) or "[]")
    waits = attempt.state is AttemptState.REVIEW and not attempt.reason.startswith(LEFT)
    if waits and attempt.attempt_id not in names:
        unit.put_value(REVIEWS_KEY, json.dumps([*names, attempt.attempt_id]))
    elif not waits and attempt.attempt_id in names:
        unit.put_value(REVIEWS_KEY, json.dumps([n for n in names if n != attempt.attempt_id]))
