"""The storage that a Toss Front terminal keeps for its plug-in, surviving its restart."""

import threading
from typing import Any

from hardware.simulators.front_payment_app import Thrown
from hardware.simulators.terminal_ledger import TerminalLedger

_PAIRING = "baro.pairing"


class FrontStorage:
    """Texts under keys. `works` False lets every call throw, `pace` is how many seconds a writing takes."""

    def __init__(self, ledger: TerminalLedger, pairing_key: str) -> None:
        self.works = True
        self.pace = 0.0
        self._ledger = ledger
        self._pairing_key = pairing_key
        self._values: dict[str, str] = {}
        for memory in ledger.memories():
            if memory.get("storage_lost"):
                self._values.clear()
            elif "stored" in memory:
                self._values[memory["stored"]] = memory["value"]

    def get(self, given: dict[str, Any]) -> dict[str, Any]:
        """`storage.get`; the terminal comes paired when nobody paired it otherwise."""
        self._checked()
        otherwise = self._pairing_key if given["key"] == _PAIRING else ""
        return {"value": self._values.get(given["key"]) or otherwise or None}

    def set(self, given: dict[str, Any]) -> None:
        """`storage.set`; on the disk when it returns."""
        self._checked()
        if self.pace:
            threading.Event().wait(self.pace)
        self._values[given["key"]] = given["value"]
        self._ledger.note(memory={"stored": given["key"], "value": given["value"]})

    def clear(self) -> None:
        """Lose all of it."""
        self._values.clear()
        self._ledger.note(memory={"storage_lost": True})

    def values(self) -> dict[str, str]:
        """What is in it."""
        return dict(self._values)

    def _checked(self) -> None:
        if not self.works:
            raise Thrown("STORAGE_ERROR")
