"""Say from the last transaction of a ZVT terminal what became of a request whose answer was lost (payment.md 3.7).

A terminal tells its last transaction only. So it is compared with what was asked for and with where the terminal's
counting stood before: the same transaction as before means that ours was not stored; the very next one with our
figures is ours; everything else may be somebody else's, and staff decide. Numbers decide. A clock, which may jump,
never makes a transaction ours; but one that happened before the request by a clock that ran on is not, whatever its
numbers say: the mark may be older than the request.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hardware.codecs.zvt import words
from hardware.codecs.zvt.status_information import StatusInformation
from hardware.drivers.zvt_mark import Counting, Handle, read_handle
from hardware.drivers.zvt_receipts import Receipts
from hardware.drivers.zvt_result import Asked, approval, moment, nearest, refusal
from hardware.ports.payment_terminal import Operation, OriginalRequest, Outcome, StatusOutcome, TerminalStatus

CLOCKS_DIFFER_BY = timedelta(minutes=3)
# Reasons that do not speak of the memory: not registered, not understood, not now.
_SAYS_NOTHING = frozenset({0x6B, 0x9A, 0x9B, 0x9C, 0xA0, 0xA1, 0xA3, 0xFC, 0xFE, 0xFF})
AGAIN_AFTER = 5.0  # seconds; the least pause between two looks at a terminal's memory


@dataclass(frozen=True, slots=True)
class Memory:
    """What a terminal answered when it was asked for its last transaction: that, or a code why it tells none.

    `taken_up` is False when it did not even try (84 xx); then it may have one. `terminal_id` is what it called itself
    when this register was made known to it, "" when it did not.
    """

    last: StatusInformation | None
    code: int = 0
    taken_up: bool = True
    receipts: Receipts = field(default_factory=Receipts)
    terminal_id: str = ""

    @property
    def told_by(self) -> str:
        """The id of the terminal that this memory is of, "" when it says none."""
        return (self.last.terminal_id if self.last else "") or self.terminal_id

    @property
    def is_empty(self) -> bool:
        """Whether the terminal says that it keeps no transaction, as far as its code can say that."""
        return self.last is None and self.taken_up and self.code not in _SAYS_NOTHING


@dataclass(frozen=True, slots=True)
class Question:
    """An earlier request as the register wrote it down, and what else is known of it.

    `before` is where the counting stood before it, None when nobody knows; `fresh` says that it was read on the very
    connection on which the request went out. `remaining` is how many seconds from now the terminal may still be at work
    with it. `now` is the register's own time, with its zone.
    """

    original: OriginalRequest
    before: Counting | None
    remaining: float
    now: datetime
    allow_partial: bool = False
    fresh: bool = False


def judge(question: Question, memory: Memory) -> TerminalStatus:
    """Say what the terminal's memory proves of the request."""
    last, before = memory.last, question.before
    if before is not None and before.terminal_id and memory.told_by not in ("", before.terminal_id):
        other = _unproven(question, last, "This is another terminal than the one that was asked.")
        named = tuple(pair for pair in other.evidence if pair[0] != "terminal")
        return replace(other, evidence=(*named, ("terminal", memory.told_by)))
    if last is None:
        if before is not None and before.empty == memory.code and memory.is_empty:
            return _not_found(question, "The terminal keeps no transaction, as before this request.")
        return _unproven(question, None, f"The terminal tells no last transaction ({words.word_of(memory.code)}).")
    if before is None and question.original.mark:
        return _unproven(question, last, "Where the terminal stood before was written down by another driver.")
    if before is None:
        return _by_time(question, memory, last)
    return _by_numbers(question, before, memory, last)


def _by_numbers(question: Question, before: Counting, memory: Memory, last: StatusInformation) -> TerminalStatus:
    """Compare with where the counting stood before the request."""
    if before.knows(last):
        return _not_found(question, "The terminal's last transaction is the one before this request.")
    if last.receipt_number and not before.is_next(last.receipt_number):
        return _unproven(question, last, "The terminal was used for something else since this request.")
    if not before.is_next_trace(last):
        return _unproven(question, last, "The terminal did something else since this request: traces are missing.")
    if not last.receipt_number and before.last and not (before.trace and last.trace):
        return _unproven(question, last, "The terminal's last transaction has no number to know it by.")
    if not question.fresh and _is_older(question, before, last):
        return _unproven(
            question,
            last,
            "Somebody used the terminal before this request and after its counting was written down.",
        )
    return _by_figures(question, memory, last)


def _is_older(question: Question, before: Counting, last: StatusInformation) -> bool:
    """Whether it happened before the request was sent, by clocks that can be believed."""
    now, when, sent = question.now, moment(last, question.now), _moment(question.original.requested_at)
    if when is None or sent is None or sent > now + CLOCKS_DIFFER_BY:
        return False  # there is no time, or the register's own clock was set back since
    then = nearest(before.at, now)
    if then is not None and when < then:
        return False  # the terminal's clock was set back between the two
    return when + timedelta(seconds=before.behind) < sent - CLOCKS_DIFFER_BY


def _by_time(question: Question, memory: Memory, last: StatusInformation) -> TerminalStatus:
    """Compare without numbers: the register has none from before, as at its very first payment."""
    when, sent = moment(last, question.now), _moment(question.original.requested_at)
    if when is None or sent is None:
        return _unproven(question, last, "Nobody knows what the terminal had done before this request.")
    if when < sent - CLOCKS_DIFFER_BY:
        if last.amount == question.original.amount:
            return _unproven(question, last, "The terminal's last transaction looks older, but has the same amount.")
        return _not_found(question, "The terminal's last transaction is older than this request.")
    return _by_figures(question, memory, last)


def _by_figures(question: Question, memory: Memory, last: StatusInformation) -> TerminalStatus:
    """Compare a transaction that is newer than the request with what was asked for."""
    asked = _asked(question)
    if last.approved:
        if asked.operation is Operation.REVERSAL and asked.paid is None:
            return _unproven(question, last, "The payment that was to be given back is not known.")
        found = approval(asked, last, memory.receipts, question.now)
        if found.outcome in (Outcome.APPROVED, Outcome.PARTIAL):
            return TerminalStatus(StatusOutcome.FINAL, found)
        return _unproven(question, last, found.message)
    if not last.result:
        return _unproven(question, last, "The terminal's last transaction has no result.")
    if last.amount is not None and last.amount != asked.amount:
        return _unproven(question, last, "The terminal refused another amount since.")
    return TerminalStatus(StatusOutcome.FINAL, refusal(last, memory.receipts, question.now))


def _asked(question: Question) -> Asked:
    original = question.original
    if original.operation is not Operation.REVERSAL:
        return Asked(original.operation, original.amount, original.currency, question.allow_partial)
    paid: Handle | None = read_handle(original.handle)
    amount = original.amount if paid is None else paid.amount
    return Asked(original.operation, amount, original.currency, paid=paid)


def _not_found(question: Question, message: str) -> TerminalStatus:
    return TerminalStatus(StatusOutcome.NOT_FOUND, message=message, ask_after=max(AGAIN_AFTER, question.remaining))


def _unproven(question: Question, last: StatusInformation | None, message: str) -> TerminalStatus:
    return TerminalStatus(
        StatusOutcome.UNPROVEN, message=message, ask_after=AGAIN_AFTER, evidence=_evidence(question, last)
    )


def _evidence(question: Question, last: StatusInformation | None) -> tuple[tuple[str, str], ...]:
    """What staff compare with the terminal's own receipts: before, and now."""
    before = question.before
    pairs: list[tuple[str, object]] = []
    if before is not None:
        pairs += [("terminal before", before.terminal_id), ("receipt before", before.receipt)]
        pairs += [("trace before", before.trace)]
    if last is not None:
        when = moment(last, question.now)
        pairs += [("terminal", last.terminal_id), ("receipt", last.receipt_number), ("trace", last.trace)]
        pairs += [("time", when.isoformat(" ") if when else ""), ("amount", last.amount), ("result", last.result)]
        pairs += [("card", last.masked_card), ("original trace", last.original_trace)]
    return tuple((name, str(value)) for name, value in pairs if value not in ("", None))


def _moment(written: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when if when.tzinfo is not None else when.astimezone()
