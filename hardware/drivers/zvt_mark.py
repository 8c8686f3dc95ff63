"""What a ZVT driver writes down between two payments: where the terminal's counting stands, and what to reverse."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from hardware.codecs.zvt.status_information import StatusInformation

LAST_NUMBER = 9999  # receipt numbers have four digits and begin anew at 1
LAST_TRACE = 999_999
_PER_FAILURE = 2  # trace numbers that a request of unknown end may have used: its own, and that of taking it back


@dataclass(frozen=True, slots=True)
class Counting:
    """The last transaction that a terminal told of, as a mark holds it.

    `receipt` is that of the last one that had a number (a refused payment has none), and `stored` names it; `last`
    names the very last one, whatever became of it, `trace` is the last trace number told and `at` when that was by the
    terminal's clock (MMDDHHMMSS). `empty` is the code with which the terminal said that it keeps none. `skipped` is how
    many requests of unknown end came to nothing since: each may have used numbers up; `silent` how many ended without
    telling their trace. `day` names the transaction since which every number was seen to follow the one before, so that
    no end of day can be in between. `behind` is how many seconds the terminal's clock was behind the register's.
    """

    terminal_id: str = ""
    receipt: int | None = None
    trace: int | None = None
    last: str = ""
    stored: str = ""
    empty: int | None = None
    skipped: int = 0
    silent: int = 0
    at: str = ""
    day: str = ""
    behind: int = 0

    def after(self, status: StatusInformation, ours: bool = False) -> "Counting":
        """Where the counting stands when the terminal has told of one more transaction.

        `ours` says that it answered a request right after this counting was read, so that nothing was in between.
        """
        name = identity(status)
        if name in (self.last, self.stored):
            return replace(self, last=name, empty=None)
        if status.terminal_id and self.terminal_id not in ("", status.terminal_id):
            return Counting().after(status)  # another terminal: nothing of the old one says anything
        numbered = bool(status.receipt_number)
        return Counting(
            status.terminal_id or self.terminal_id,
            status.receipt_number if numbered else self.receipt,
            status.trace or self.trace,
            name,
            name if numbered else self.stored,
            skipped=0 if numbered else self.skipped,
            silent=0 if status.trace else self.silent + 1,
            at=status.date + status.time,
            day=self.day if self._leads_to(status, ours) else name,
            behind=self.behind,
        )

    def after_silence(self) -> "Counting":
        """Where it stands after a request that ended without a word of its numbers: it may have used a trace up."""
        return replace(self, silent=self.silent + 1)

    def after_failure(self) -> "Counting":
        """Where it stands after a request whose answer was lost and that left nothing behind."""
        return replace(self, skipped=self.skipped + 1)

    def after_nothing(self, code: int) -> "Counting":
        """Where it stands when the terminal says that it keeps no transaction."""
        return Counting(self.terminal_id, empty=code)

    def knows(self, status: StatusInformation) -> bool:
        """Whether a transaction is one that the terminal had told of already; it may or may not remember refusals."""
        return identity(status) in (self.last, self.stored)

    def is_next(self, receipt: int) -> bool:
        """Whether a receipt number can be that of the very next transaction that was stored.

        Numbers run to 9999 and then from 1, and begin at 1 again after an end of day. Where there was no number
        before, the first that comes is the next.
        """
        if self.receipt is None:
            return True
        steps = receipt - self.receipt
        if steps <= 0:
            # After the wrap it is the distance over 9999; after an end of day it counts from the new beginning.
            steps = min(receipt, steps + LAST_NUMBER)
        return 1 <= steps <= 1 + self.skipped

    def is_next_trace(self, status: StatusInformation) -> bool:
        """Whether its trace number can be that of the very next transaction of all, refused ones too.

        They run on over an end of day, which uses one itself. True where there is nothing to compare.
        """
        if not status.trace or not self.trace:
            return True
        began_anew = bool(status.receipt_number and self.receipt and status.receipt_number <= self.receipt)
        return 1 <= self._traces_to(status.trace) <= self._traces_unheard + began_anew + 1

    @property
    def _traces_unheard(self) -> int:
        return _PER_FAILURE * self.skipped + self.silent

    def _traces_to(self, trace: int) -> int:
        steps = trace - (self.trace or 0)
        return steps if steps >= 0 else steps + LAST_TRACE

    def _leads_to(self, status: StatusInformation, ours: bool) -> bool:
        """Whether it certainly followed without an end of day in between; where that is not sure, it did not.

        Of what others did both numbers must be the very next: after an end of day the same receipt number comes with
        one more trace for each payment of the new day. Requests of unknown end are no excuse for more.
        """
        steps = self._traces_to(status.trace) if status.trace and self.trace else None
        if not status.receipt_number:  # the same refusal may be told again in other words
            return ours or steps in (0, 1)
        if self.receipt is None:
            return False
        receipts = status.receipt_number - self.receipt
        return 1 <= receipts <= 1 + self.skipped if ours else receipts == 1 and steps == 1

    def text(self) -> str:
        """The mark to keep."""
        return json.dumps({key: value for key, value in asdict(self).items() if value not in ("", None)})


def read_mark(text: str) -> Counting | None:
    """Read a mark; None when there is none, or when another driver wrote it."""
    fields = _object(text)
    if fields is None or not (fields.get("last") or "empty" in fields):
        return None
    numbers: dict[str, Any] = {name: fields.get(name) for name in ("receipt", "trace", "empty")}
    counts: dict[str, Any] = {name: fields.get(name, 0) for name in ("skipped", "silent", "behind")}
    words: dict[str, Any] = {name: fields.get(name, "") for name in ("terminal_id", "last", "stored", "at", "day")}
    if not all(number is None or type(number) is int for number in numbers.values()):
        return None
    if not all(type(count) is int for count in counts.values()) or not all(type(w) is str for w in words.values()):
        return None
    return Counting(**numbers, **counts, **words)


@dataclass(frozen=True, slots=True)
class Handle:
    """What a reversal needs: the receipt number at the terminal, and what proves that it is still that payment.

    `name` is the payment's identity and `day` the `Counting.day` it was made in: its number comes again after an end
    of day.
    """

    receipt: int
    amount: int
    currency: str
    trace: int | None = None
    terminal_id: str = ""
    name: str = ""
    day: str = ""

    def text(self) -> str:
        """The handle as the register keeps it."""
        return json.dumps(asdict(self))


def read_handle(text: str) -> Handle | None:
    """Read a handle; None when it is none of this driver."""
    fields = _object(text) or {}
    receipt, amount, trace = fields.get("receipt"), fields.get("amount"), fields.get("trace")
    if type(receipt) is not int or not 0 < receipt <= LAST_NUMBER or type(amount) is not int or amount <= 0:
        return None
    if trace is not None and type(trace) is not int:
        return None
    currency, terminal_id, name, day = (str(fields.get(key, "")) for key in ("currency", "terminal_id", "name", "day"))
    return Handle(receipt, amount, currency, trace, terminal_id, name, day)


def with_day(handle: str, counting: Counting) -> str:
    """A handle with the day it was made in; what is no handle stays as it is."""
    paid = read_handle(handle)
    return handle if paid is None else replace(paid, day=counting.day).text()


def identity(status: StatusInformation) -> str:
    """What makes one transaction of a terminal different from every other one that it ever told of."""
    numbers = (status.receipt_number or None, status.trace, status.result)
    return "/".join(["" if number is None else str(number) for number in numbers] + [status.date, status.time])


def _object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
