"""What a ZVT driver writes down between two payments: where the terminal's counting stands, and what to reverse."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from hardware.codecs.zvt.status_information import StatusInformation

LAST_NUMBER = 9999  # receipt numbers have four digits and begin anew at 1


@dataclass(frozen=True, slots=True)
class Counting:
    """The last transaction that a terminal told of, as a mark holds it.

    `receipt` and `trace` are of the last one that had numbers (a refused payment has none), and `stored` names it;
    `last` names the very last one, whatever became of it. `empty` is the code with which the terminal said that it
    keeps none. `skipped` is how many requests of unknown end came to nothing since: each may have used a number up.
    """

    terminal_id: str = ""
    receipt: int | None = None
    trace: int | None = None
    last: str = ""
    stored: str = ""
    empty: int | None = None
    skipped: int = 0

    def after(self, status: StatusInformation) -> "Counting":
        """Where the counting stands when the terminal has told of one more transaction."""
        if identity(status) == self.stored:
            return replace(self, last=self.stored, empty=None)
        numbered = bool(status.receipt_number)
        return Counting(
            status.terminal_id or self.terminal_id,
            status.receipt_number if numbered else self.receipt,
            status.trace if numbered else self.trace,
            identity(status),
            identity(status) if numbered else self.stored,
            skipped=0 if numbered else self.skipped,
        )

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

    def text(self) -> str:
        """The mark to keep."""
        return json.dumps({key: value for key, value in asdict(self).items() if value not in ("", None)})


def read_mark(text: str) -> Counting | None:
    """Read a mark; None when there is none, or when another driver wrote it."""
    fields = _object(text)
    if fields is None or not (fields.get("last") or "empty" in fields):
        return None
    numbers = [fields.get(name) for name in ("receipt", "trace", "empty")]
    skipped = fields.get("skipped", 0)
    if not all(number is None or type(number) is int for number in numbers) or type(skipped) is not int:
        return None
    receipt, trace, empty = numbers
    terminal_id, last, stored = (str(fields.get(name, "")) for name in ("terminal_id", "last", "stored"))
    return Counting(terminal_id, receipt, trace, last, stored, empty, skipped)


@dataclass(frozen=True, slots=True)
class Handle:
    """What a reversal needs: the receipt number at the terminal, and what proves that it is still that payment."""

    receipt: int
    amount: int
    currency: str
    trace: int | None = None
    terminal_id: str = ""

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
    return Handle(receipt, amount, str(fields.get("currency", "")), trace, str(fields.get("terminal_id", "")))


def identity(status: StatusInformation) -> str:
    """What makes one transaction of a terminal different from every other one that it ever told of."""
    numbers = (status.receipt_number, status.trace, status.result)
    return "/".join(["" if number is None else str(number) for number in numbers] + [status.date, status.time])


def _object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
