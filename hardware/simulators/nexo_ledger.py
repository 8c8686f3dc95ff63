"""What a simulated terminal truly charged and gave back, and what it answered; survives its restart."""

import os
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hardware.codecs.nexo_json import JsonObject, read_json_object, write_json

RequestKey = tuple[str, str]  # SaleID, ServiceID


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One movement of money in minor units: `kind` is "charge" or "reversal".

    `handle` names the charge in both; `service_id` and `sale_id` name the request that caused it.
    """

    kind: str
    handle: str
    amount: int
    currency: str
    sale_id: str
    service_id: str
    sale_reference: str
    at: str


@dataclass(frozen=True, slots=True)
class EndedRequest:
    """An answer the terminal remembers: its category and response body."""

    category: str
    body: JsonObject


class TerminalLedger:
    """An append-only list, in memory or in a file of JSON lines flushed to the disk line by line.

    The movement of money and the answer about it are one line, so that a killed simulator cannot
    have the one without the other. `interrupted` lists requests that had begun and never ended.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._entries: list[LedgerEntry] = []
        self._ended: dict[RequestKey, EndedRequest] = {}
        self._begun: dict[RequestKey, str] = {}
        self._last: RequestKey | None = None
        if path is not None and path.exists():
            self._load(path)

    def begin(self, key: RequestKey, category: str) -> None:
        """Note that a request was taken up."""
        with self._lock:
            self._take({"begun": list(key), "category": category})

    def end(self, key: RequestKey, category: str, body: JsonObject, entry: LedgerEntry | None) -> None:
        """Note the end of a request, its answer, and the money it moved, if any."""
        with self._lock:
            line: JsonObject = {"ended": list(key), "category": category, "body": body}
            self._take(line | ({"entry": asdict(entry)} if entry else {}))

    def entries(self) -> list[LedgerEntry]:
        """All movements of money, oldest first."""
        with self._lock:
            return list(self._entries)

    def balance(self) -> dict[str, int]:
        """Charged minus given back, per currency, in minor units."""
        totals: dict[str, int] = {}
        for entry in self.entries():
            sign = 1 if entry.kind == "charge" else -1
            totals[entry.currency] = totals.get(entry.currency, 0) + sign * entry.amount
        return totals

    def open_amount(self, handle: str) -> tuple[int, str] | None:
        """What is left of a charge to give back and its currency, or None when there is no such charge."""
        charges = [e for e in self.entries() if e.handle == handle]
        if not charges:
            return None
        left = sum(entry.amount if entry.kind == "charge" else -entry.amount for entry in charges)
        return left, charges[0].currency

    def ended(self, key: RequestKey) -> EndedRequest | None:
        """The remembered answer to a request."""
        with self._lock:
            return self._ended.get(key)

    def knows(self, key: RequestKey) -> bool:
        """Whether a request was ever taken up under this name."""
        with self._lock:
            return key in self._ended or key in self._begun

    def last_key(self) -> RequestKey | None:
        """The request that ended last."""
        with self._lock:
            return self._last

    def interrupted(self) -> list[tuple[RequestKey, str]]:
        """Requests that had begun and never ended, with their category."""
        with self._lock:
            return list(self._begun.items())

    def _take(self, line: JsonObject) -> None:
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(write_json(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        self._apply(line)

    def _apply(self, line: dict[str, Any]) -> None:
        if "begun" in line:
            sale_id, service_id = line["begun"]
            self._begun[(sale_id, service_id)] = line["category"]
            return
        sale_id, service_id = line["ended"]
        key = (sale_id, service_id)
        self._begun.pop(key, None)
        self._ended[key] = EndedRequest(line["category"], line["body"])
        self._last = key
        if "entry" in line:
            self._entries.append(LedgerEntry(**line["entry"]))

    def _load(self, path: Path) -> None:
        octets = path.read_bytes()
        whole = octets.rfind(b"\n") + 1
        if whole < len(octets):
            # A killed writer leaves half a line; what was not written whole did not happen.
            with path.open("r+b") as file:
                file.truncate(whole)
        for line in octets[:whole].splitlines():
            self._apply(read_json_object(line))
