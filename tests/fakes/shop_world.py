"""A running demo shop for journeys, its three ledgers, and the checker that compares them."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.commands.demo_world import ROOT, DemoWorld
from kiosk.database.engine import open_for_reading
from kiosk.database.journal import JournalReader
from kiosk.database.sealed_file import machine_marks, station_key
from sync.wire.journal import JournalEntry

Step = Mapping[str, Any]
MILK = "8809999010012"  # 1+1
NOODLES = "8809999090014"


@dataclass(frozen=True)
class Played:
    """How a kiosk process ended and what it said."""

    code: int
    says: Any
    errors: str


class ShopWorld:
    """Central, devices and an enrolled station; kiosks are started on it one after another."""

    def __init__(self, folder: Path) -> None:
        self.demo = DemoWorld(folder, lambda _words: None)

    def start(self) -> None:
        self.demo.start()

    def stop(self) -> None:
        self.demo.stop()

    @property
    def station(self) -> Path:
        return self.demo.folder / "station"

    # kiosks

    def till(
        self, steps: Sequence[Mapping[str, Any]], *, fail_point: str = "", environment: Mapping[str, str] | None = None
    ) -> Played:
        """Play steps on a kiosk without a window."""
        command = ["-m", "tests.fakes.headless_till", str(self.demo.settings_file), json.dumps(list(steps))]
        return self._kiosk(command, fail_point, environment or {})

    def journey(
        self,
        script: Sequence[Mapping[str, Any]] | Path,
        out: Path,
        *,
        fail_point: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> Played:
        """Play a journey on the real window; answers the reports of its pictures."""
        if not isinstance(script, Path):
            out.mkdir(parents=True, exist_ok=True)
            path = out / "script.json"
            path.write_text(json.dumps(list(script), ensure_ascii=False), "utf-8")
            script = path
        command = ["main.py", "journey", str(script), "--world", str(self.demo.folder), "--out", str(out), "--json"]
        return self._kiosk(command, fail_point, environment or {})

    def _kiosk(self, command: Sequence[str], fail_point: str, environment: Mapping[str, str]) -> Played:
        told = {**os.environ, **environment, **({"BARO_FAIL_POINT": fail_point} if fail_point else {})}
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=told, capture_output=True, text=True, timeout=240, check=False
        )
        says = json.loads(done.stdout) if done.stdout.strip() and done.returncode == 0 else None
        return Played(done.returncode, says, done.stderr)

    # ledgers

    def entries(self) -> list[JournalEntry]:
        """The station's journal from the first entry; nothing before the station first opened."""
        if not (self.station / "station.db").exists():
            return []
        database = open_for_reading(self.station / "station.db", station_key(self.station, machine_marks()))
        try:
            reader = JournalReader(database)
            entries = reader.entries_after(0, 10_000_000)
            reader.close()
        finally:
            database.close()
        return entries

    def sales(self) -> list[dict[str, Any]]:
        """The bodies of all completed sales in the journal."""
        return [entry.body for entry in self.entries() if entry.kind == "sale.completed"]

    def charges(self) -> list[dict[str, Any]]:
        """The terminal's own book: each charge with whether it was given back."""
        ledger = self.demo.devices.terminal.ledger()
        back = Counter[str]()
        for entry in ledger:
            if entry.kind == "reversal":
                back[entry.handle] += entry.amount
        return [
            {"service_id": entry.request_id, "amount": entry.amount, "left": entry.amount - back[entry.handle]}
            for entry in ledger
            if entry.kind == "charge"
        ]

    def wait_for_central(self, seconds: float = 30.0) -> dict[str, list[dict[str, Any]]]:
        """Central's sales by id, once it has posted all that the journal holds."""
        wanted = {sale["sale"] for sale in self.sales()}
        ends = time.monotonic() + seconds
        while True:
            found: dict[str, list[dict[str, Any]]] = {}
            for sale in self.demo.sales():
                found.setdefault(str(sale["sale"]), []).append(sale)
            posted = {name for name, rows in found.items() if all(row["posted"] == "posted" for row in rows)}
            if wanted <= posted or time.monotonic() > ends:
                return found
            time.sleep(0.5)

    def check_station(self) -> None:
        """I-1, I-2, I-5, I-8 and I-9 over the terminal's book and the journal."""
        entries = self.entries()
        sales = [entry.body for entry in entries if entry.kind == "sale.completed"]
        sent = {entry.body["attempt"]: entry.body for entry in entries if entry.kind == "attempt.sent"}
        numbers = sorted(sale["receipt_number"] for sale in sales)
        assert numbers == list(range(1, len(numbers) + 1)), f"I-5: {numbers}"
        paid = Counter[str]()
        for sale in sales:
            assert sum(tender["amount"] for tender in sale["tenders"]) == sale["total"], "I-2: a sale and its tenders"
            paid.update(sent[tender["attempt"]]["service_id"] for tender in by_card(sale))
        assert not [name for name, times in paid.items() if times > 1], f"I-1: two sales of one approval: {paid}"
        charges = self.charges()
        kept = {charge["service_id"]: charge["left"] for charge in charges if charge["left"]}
        assert set(kept) == set(paid), f"I-1: money kept {sorted(kept)} against sales paid {sorted(paid)}"
        assert sum(kept.values()) == sum(tender["amount"] for sale in sales for tender in by_card(sale)), "I-2"
        ends: dict[str, str] = {}
        for entry in entries:
            if entry.kind in ("attempt.settled", "attempt.reversed"):
                ends[entry.body["attempt"]] = entry.body["state"]
        assert set(sent) <= set(ends), f"I-9: attempts without an end: {set(sent) - set(ends)}"
        verdict = self.demo.ask("journal", "verify", "--folder", str(self.station))
        assert isinstance(verdict, dict)
        assert verdict["whole"] is True, f"I-8: {verdict}"

    def check_central(self) -> None:
        """I-4, I-7 and I-13: central has each sale of the journal once, and prices it as the till did."""
        at_central = self.wait_for_central()
        sales = {sale["sale"]: sale for sale in self.sales()}
        assert set(at_central) == set(sales), f"I-4: {set(at_central) ^ set(sales)}"
        for name, rows in at_central.items():
            assert len(rows) == 1, f"I-4: {name} is {len(rows)} times at central"
            assert rows[0]["total"] == sales[name]["total"], "I-7"
            assert rows[0]["catalogue_version"] == sales[name]["catalogue_version"], "I-7"
            assert {tender["attempt_state"] for tender in by_card(rows[0])} <= {"approved"}
        for books in ("prices", "check"):
            assert self.demo.ask("central", books, "--folder", str(self.demo.central.folder)) == [], books


def by_card(sale: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The tenders of a sale that the terminal charged."""
    return [tender for tender in sale["tenders"] if tender["kind"] == "card"]
