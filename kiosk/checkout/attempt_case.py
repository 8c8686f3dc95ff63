"""One open payment attempt while it is settled, its evidence for staff, and its document for the journal.

Evidence (`StaffRequest.evidence` of kind unknown_payment, and `evidence` of `staff.decided`) are pairs of a stable
key and a text, in this order; a pair whose text is "" says that nothing is known of it:

| key | whose | what it says |
| --- | --- | --- |
| question | ours | what is decided, see below |
| service_id | ours | the name of the request at the terminal |
| state | ours | state of the attempt (`AttemptState`) |
| tender | ours | what was asked: card, card:NAME ... |
| amount | ours | what was asked for, in minor units |
| currency | ours | ISO 4217 |
| at | ours | when it was sent, ISO 8601 |
| reversal_id, reversal_at | ours | the same of the reversal, "" before one was begun |
| terminal | terminal | its last word: an outcome, in_progress, not_found, unproven, unreachable, no_answer |
| asked | ours | how often it was asked |
| charged | terminal | what it said it charged, in minor units |
| approval, card, terminal_id | terminal | approval number, masked card, its own id |
| reason | terminal | why, as it or the register said |
| late_says, late_charged, late_approval, late_at | terminal | question late only: the later answer |
| terminal.NAME | terminal | what its driver found when it asked, NAME by the driver (`TerminalStatus.evidence`) |

What yes and no mean, by question:

- paid: yes, it was charged, and its sale is made; no, it was not, and the shopper may pay otherwise.
- keep: yes, what was charged stays for headquarters to put right; no, it is given back, again if that was refused.
- giving_back: a reversal goes on by itself, asked after until it ends; yes and no both let the shopper go.
- late: a later answer differs from the committed end, and no money moves by that; yes and no both end the request.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.sale_document import without_number
from kiosk.checkout.terminal_request import keep_mark, mark_of
from kiosk.checkout.terminal_sums import note_sums
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
    keeping: bool = False  # what was decided is not in the store yet
    decided: bool = False
    asked: int = 0
    not_found: int = 0
    sale_tries: int = 0
    last_answer: str = ""
    unproven: int = 0
    mark: str = ""  # where the terminal's counting stands, to be kept with the next commit
    engaged: bool = False  # a request of it may still run at the terminal
    waited: bool = False  # its reversal waited for another request to end
    disarm_at: float = 0  # monotonic seconds before which the terminal is not asked again to stop it
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

    @property
    def undecided_here(self) -> bool:
        """Whether people are to decide it because the terminal could not say: its own word still counts."""
        attempt = self.attempt
        silent = not (attempt.charged or attempt.handle or attempt.reversal_service_id)
        return attempt.state is AttemptState.REVIEW and silent and not (self.waiting or self.keeping)

    def evidence(self) -> tuple[tuple[str, str], ...]:
        """What staff should see of both sides beside the question."""
        says = tuple((f"terminal.{name}", text) for name, text in self.terminal_says)
        return (*evidence_of(self.attempt, self.last_answer, self.asked), *says)


def question_of(attempt: PaymentAttempt) -> str:
    """What a person is asked about an attempt, in one word."""
    if attempt.state is AttemptState.REVERSING:
        return "giving_back"
    return "keep" if attempt.charged or attempt.handle else "paid"


def evidence_of(
    attempt: PaymentAttempt, last_answer: str, asked: int, question: str = ""
) -> tuple[tuple[str, str], ...]:
    """The pairs of the table above that every attempt has."""
    return (
        ("question", question or question_of(attempt)),
        ("service_id", attempt.service_id),
        ("state", attempt.state.value),
        ("tender", attempt.tender),
        ("amount", str(attempt.amount)),
        ("currency", attempt.currency),
        ("at", attempt.started_at.isoformat()),
        ("reversal_id", attempt.reversal_service_id),
        ("reversal_at", attempt.reversed_at),
        ("terminal", last_answer or "no_answer"),
        ("asked", str(asked)),
        ("charged", str(attempt.charged)),
        ("approval", attempt.approval_code),
        ("card", attempt.masked_card),
        ("terminal_id", attempt.record.terminal_id),
        ("reason", attempt.reason),
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
        allow_partial=attempt.allow_partial,
        mark=attempt.mark,
        reversal_service_id=attempt.reversal_service_id,
        reversal_mark=attempt.reversal_mark,
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
    note_sums(unit, unit.attempt(attempt.attempt_id), attempt)
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
