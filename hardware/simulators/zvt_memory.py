"""What a simulated ZVT terminal keeps over a restart: its counters, its transactions and what became of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from hardware.codecs.zvt.totals import BRANDS, BrandSum, Totals
from hardware.simulators.terminal_ledger import Kind, LedgerEntry, TerminalLedger

Operation = Literal["payment", "reversal", "refund", "tip"]
_KINDS: Mapping[str, Kind] = {"payment": "charge", "tip": "charge", "reversal": "reversal", "refund": "refund"}
_LAST_RECEIPT, _LAST_TRACE = 9999, 999_999


@dataclass(frozen=True, slots=True)
class Transaction:
    """One stored transaction; `amount` in minor units, `currency` an ISO 4217 number, `at` local ISO 8601.

    `receipt` counts 1 to 9999 within a `day` (from one end of day to the next), `before` is the number that was the
    last one when it began. `original` is the trace of what a reversal or tip belongs to. A `result` that is not 0 was
    declined and moved nothing. `mirrored` says that the register takes part in synchronisation: it stands by that rule.
    """

    operation: Operation
    amount: int
    currency: int
    currency_name: str
    trace: int
    receipt: int
    turnover: int
    before: int
    day: int
    at: str
    brand: str
    original: int | None = None
    result: int = 0
    mirrored: bool = False

    @property
    def handle(self) -> str:
        """The name of this transaction in the ledger: receipt numbers alone come again."""
        return f"{self.day}-{self.receipt:04d}-{self.trace:06d}"


class ZvtMemory:
    """Counters and transactions, each change one line of the ledger together with the money it moved.

    With a `path` it goes on where a killed simulator stopped. Not safe for several threads at once: the terminal
    calls it under its own lock.
    """

    def __init__(self, path: Path | None = None, first_trace: int = 1, first_receipt: int = 1) -> None:
        self.ledger = TerminalLedger(path)
        self.last_trace = first_trace - 1
        self.last_receipt = first_receipt - 1
        self.last_turnover = 0
        self.day = 1
        self._transactions: list[Transaction] = []
        self._final: set[int] = set()
        self._dropped: set[int] = set()
        for memory in self.ledger.memories():
            self._apply(memory)

    # -- numbers ---------------------------------------------------------------------------------

    def next_trace(self) -> int:
        """Take a trace number, also for what is declined."""
        self._note({"trace": self.last_trace % _LAST_TRACE + 1})
        return self.last_trace

    def next_receipt(self) -> int:
        """The number the next stored transaction gets; they begin again after 9999."""
        return self.last_receipt % _LAST_RECEIPT + 1

    # -- transactions ----------------------------------------------------------------------------

    def book(self, transaction: Transaction, ledger_handle: str = "") -> None:
        """Store a transaction and move its money; `ledger_handle` names what it belongs to, "" itself."""
        entry = None
        if not transaction.result:
            kind = _KINDS[transaction.operation]
            entry = self._entry(kind, transaction, ledger_handle or transaction.handle, transaction.amount)
        self._note({"stored": asdict(transaction), "belongs": ledger_handle or transaction.handle}, entry)

    def confirm(self, transaction: Transaction) -> None:
        """Make it final: neither power nor line can undo it."""
        if transaction.trace not in self._dropped:
            self._note({"final": transaction.trace})

    def drop(self, transaction: Transaction, reuse_number: bool = False) -> None:
        """Reverse it as if it had never been (automatic reversal); its number may be used again."""
        if transaction.trace in self._dropped:
            return
        back: Kind = "reversal" if transaction.operation in ("payment", "tip") else "charge"
        handle = self._belongs(transaction)
        left = transaction.amount
        if transaction.operation == "payment":
            found = self.ledger.open_amount(handle)
            left = found[0] if found else 0
        entry = self._entry(back, transaction, handle, left) if left else None
        self._note({"dropped": transaction.trace, "receipt": transaction.before if reuse_number else None}, entry)

    def lower(self, transaction: Transaction, amount: int) -> Transaction:
        """Charge less than was authorised: goods were handed out in part."""
        rest = transaction.amount - amount
        entry = self._entry("reversal", transaction, self._belongs(transaction), rest)
        self._note({"lowered": transaction.trace, "amount": amount}, entry)
        return replace(transaction, amount=amount)

    def last(self) -> Transaction | None:
        """The newest transaction that was not dropped."""
        return next((found for found in reversed(self._transactions) if found.trace not in self._dropped), None)

    def before_last(self) -> Transaction | None:
        """The one before it."""
        kept = [found for found in self._transactions if found.trace not in self._dropped]
        return kept[-2] if len(kept) > 1 else None

    def payment(self, receipt: int) -> Transaction | None:
        """The payment of this day with a receipt number, whatever is left of it."""
        return next(
            (
                found
                for found in reversed(self._transactions)
                if (found.day, found.receipt, found.operation, found.result) == (self.day, receipt, "payment", 0)
                and found.trace not in self._dropped
            ),
            None,
        )

    def open_amount(self, transaction: Transaction) -> int:
        """What is left of a payment to give back."""
        found = self.ledger.open_amount(transaction.handle)
        return found[0] if found else 0

    def unfinished(self) -> Transaction | None:
        """The last transaction when it never became final: the power went in between."""
        last = self.last()
        return last if last and not last.result and last.trace not in self._final else None

    # -- the day ---------------------------------------------------------------------------------

    def totals(self) -> tuple[Totals, int, int]:
        """The sums of this day, their balance and the number of transactions."""
        today = [
            found
            for found in self._transactions
            if found.day == self.day and not found.result and found.trace not in self._dropped
        ]
        counts, sums = dict.fromkeys(BRANDS, 0), dict.fromkeys(BRANDS, 0)
        for found in today:
            brand = found.brand if found.brand in counts else BRANDS[-1]
            counts[brand] += 1
            sums[brand] += found.amount if found.operation in ("payment", "tip") else -found.amount
        receipts = [found.receipt for found in today] or [0]
        # The format has no sign: a brand that gave back more than it took shows nothing.
        brands = tuple(BrandSum(brand, counts[brand], max(sums[brand], 0)) for brand in BRANDS)
        return Totals(receipts[0], receipts[-1], brands), sum(sums.values()), len(today)

    def close_day(self) -> None:
        """Begin a new day: receipt numbers start again, what was paid cannot be reversed by number any more."""
        self._note({"day": self.day + 1})

    # -- inside ----------------------------------------------------------------------------------

    def _note(self, memory: dict[str, Any], entry: LedgerEntry | None = None) -> None:
        self.ledger.note(entry, memory)
        self._apply(memory)

    def _apply(self, memory: Mapping[str, Any]) -> None:
        if "trace" in memory:
            self.last_trace = memory["trace"]
        elif "stored" in memory:
            self._transactions.append(Transaction(**memory["stored"]))
            self.last_receipt = self._transactions[-1].receipt or self.last_receipt
            self.last_turnover = self._transactions[-1].turnover or self.last_turnover
        elif "final" in memory:
            self._final.add(memory["final"])
        elif "dropped" in memory:
            self._dropped.add(memory["dropped"])
            if memory["receipt"] is not None:
                self.last_receipt = memory["receipt"]
        elif "lowered" in memory:
            self._transactions = [
                replace(found, amount=memory["amount"]) if found.trace == memory["lowered"] else found
                for found in self._transactions
            ]
        elif "day" in memory:
            self.day, self.last_receipt = memory["day"], 0

    def _belongs(self, transaction: Transaction) -> str:
        for memory in reversed(self.ledger.memories()):
            if memory.get("stored", {}).get("trace") == transaction.trace:
                return str(memory["belongs"])
        return transaction.handle

    @staticmethod
    def _entry(kind: Kind, transaction: Transaction, handle: str, amount: int) -> LedgerEntry:
        return LedgerEntry(kind, handle, amount, transaction.currency_name, "", "", transaction.at)
