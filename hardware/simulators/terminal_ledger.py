"""What a simulated card terminal truly charged and gave back, and what it remembers; survives its restart.

Every simulator of a terminal keeps this same list, so that one checker reads them all.
"""

import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from hardware.codecs.nexo_json import read_json_object, write_json
from hardware.errors import DeviceGarbled

Kind = Literal["charge", "reversal", "refund"]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One movement of money in minor units of `currency`.

    `handle` names the charge at the terminal, in a reversal the charge that is given back, in a refund the refund
    itself. `request_id` names the register's request and `sale_reference` its sale, "" where the protocol has none.
    `at` is ISO 8601 by the terminal's clock.
    """

    kind: Kind
    handle: str
    amount: int
    currency: str
    request_id: str
    sale_reference: str
    at: str

    @property
    def signed(self) -> int:
        """The amount as the merchant's account sees it: charges add, the rest takes away."""
        return self.amount if self.kind == "charge" else -self.amount


class TerminalLedger:
    """An append-only list, in memory or in a file of JSON lines that is flushed to the disk line by line.

    A line is `{"memory": object, "entry": object}` with one of the two or both: the money that moved and what the
    terminal remembers of it cannot be had the one without the other, however the simulator is killed.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._entries: list[LedgerEntry] = []
        self._memories: list[dict[str, Any]] = []
        if path is not None and path.exists():
            self._load(path)

    def note(self, entry: LedgerEntry | None = None, memory: Mapping[str, object] | None = None) -> None:
        """Write down a movement of money, something to remember, or both at once; on the disk when it returns."""
        line: dict[str, Any] = {}
        if memory is not None:
            line["memory"] = dict(memory)
        if entry is not None:
            line["entry"] = asdict(entry)
        with self._lock:
            self._write(line)
            self._apply(line)

    def entries(self) -> list[LedgerEntry]:
        """All movements of money, oldest first."""
        with self._lock:
            return list(self._entries)

    def memories(self) -> list[dict[str, Any]]:
        """All that was remembered, oldest first."""
        with self._lock:
            return list(self._memories)

    def balance(self) -> dict[str, int]:
        """Charged minus given back, per currency, in minor units."""
        totals: dict[str, int] = {}
        for entry in self.entries():
            totals[entry.currency] = totals.get(entry.currency, 0) + entry.signed
        return totals

    def open_amount(self, handle: str) -> tuple[int, str] | None:
        """What is left of a charge to give back and its currency, or None when there is no such charge."""
        moves = [entry for entry in self.entries() if entry.handle == handle and entry.kind != "refund"]
        if not moves:
            return None
        return sum(entry.signed for entry in moves), moves[0].currency

    def _write(self, line: Mapping[str, object]) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(write_json(line) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _apply(self, line: Mapping[str, Any]) -> None:
        if "memory" in line:
            self._memories.append(line["memory"])
        if "entry" in line:
            self._entries.append(LedgerEntry(**line["entry"]))

    def _load(self, path: Path) -> None:
        octets = path.read_bytes()
        whole = octets.rfind(b"\n") + 1
        if whole < len(octets):
            # A killed writer leaves half a line; what was not written whole did not happen.
            with path.open("r+b") as file:
                file.truncate(whole)
        for number, line in enumerate(octets[:whole].splitlines(), 1):
            try:
                self._apply(read_json_object(line))
            except (DeviceGarbled, TypeError) as damage:
                raise DeviceGarbled(f"Line {number} of the ledger {path} is no entry; move the file away.") from damage
