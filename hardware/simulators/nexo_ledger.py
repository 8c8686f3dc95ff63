"""What a simulated nexo terminal remembers of requests: which began, which ended, and with what answer."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hardware.codecs.nexo_json import JsonObject
from hardware.simulators.terminal_ledger import LedgerEntry, TerminalLedger

RequestKey = tuple[str, str]  # SaleID, ServiceID


@dataclass(frozen=True, slots=True)
class EndedRequest:
    """An answer the terminal remembers: its category and response body."""

    category: str
    body: JsonObject


class NexoMemory:
    """Requests by their names, kept in the ledger's file beside the money they moved.

    The movement of money and the answer about it are one line of the file, so that a killed simulator cannot
    have the one without the other. `interrupted` lists requests that had begun and never ended.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.ledger = TerminalLedger(path)
        self._lock = threading.Lock()
        self._ended: dict[RequestKey, EndedRequest] = {}
        self._begun: dict[RequestKey, str] = {}
        self._last: RequestKey | None = None
        for line in self.ledger.memories():
            self._apply(line)

    def begin(self, key: RequestKey, category: str) -> None:
        """Note that a request was taken up."""
        self._take({"begun": list(key), "category": category}, None)

    def end(self, key: RequestKey, category: str, body: JsonObject, entry: LedgerEntry | None) -> None:
        """Note the end of a request, its answer, and the money it moved, if any."""
        self._take({"ended": list(key), "category": category, "body": body}, entry)

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

    def _take(self, line: JsonObject, entry: LedgerEntry | None) -> None:
        with self._lock:
            self.ledger.note(entry, line)
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
