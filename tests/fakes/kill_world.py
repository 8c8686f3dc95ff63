"""A shop whose kiosks are killed and begin again in a moment, and the books that have to agree afterwards."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, select

from hardware.simulators.escpos_printer import EscposPrinterSimulator
from kiosk.bootstrap.station import enrol_station, fetch_first_catalogue, identity_folder
from kiosk.commands.simulated_devices import write_settings
from kiosk.database.engine import open_for_reading
from kiosk.database.journal import JournalReader
from kiosk.database.sealed_file import machine_marks, station_key
from kiosk.settings import load_settings
from sync.central.app import open_central
from sync.central.catalogue.publishing import publish
from sync.central.database.embedded import EmbeddedPostgres
from sync.central.database.engine import open_engine, transaction
from sync.central.ledgers.books import Acknowledged, Ledgers, charges, stories
from sync.central.ledgers.checker import check_ledgers
from sync.central.own_ledger import central_books
from sync.central.seed import seed_demo
from sync.central.settings import CentralSettings
from sync.central.stations.enrolment import create_enrolment_code
from sync.central.tables import EntryRow
from sync.wire.journal import JournalEntry
from tests.fakes.killable_till import Errand, told
from tests.fakes.terminal_world import BENCHES, TerminalWorld

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "resources" / "demo"


class CentralOfTests:
    """Central as a process of its own on its own PostgreSQL, with the demo shop loaded and published."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._postgres = EmbeddedPostgres(folder / "postgres")
        self.url = ""

    def start(self) -> None:
        self._postgres.start()
        address = self._postgres.create_database("central")
        self._settings = CentralSettings.model_validate({"folder": self._folder / "central", "database_url": address})
        central = open_central(self._settings)
        seed_demo(central.engine, DEMO, now=datetime.now(UTC))
        publish(central.engine, central.key, central.catalogue_folder, now=datetime.now(UTC))
        central.close()
        self.engine: Engine = open_engine(address)
        command = [sys.executable, "-m", "tests.fakes.central_process", str(self._folder / "central"), address, "0"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(30)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self.engine.dispose()
        self._postgres.stop()

    def code(self, lane: str) -> str:
        with transaction(self.engine) as session:
            return create_enrolment_code(session, "SS01", lane, now=datetime.now(UTC))

    def wait_until_posted(self, seconds: float = 20.0) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            with transaction(self.engine) as session:
                if not session.scalar(select(func.count()).where(EntryRow.state == "stored")):
                    return
            time.sleep(0.01)
        raise AssertionError("central did not post what it stored")


class Forge:
    """Starts kiosk processes, one after another, from code that is loaded already."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.fakes.killable_till"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._process_id = 0
        self._hear()

    def begin(self, errand: Errand) -> dict[str, Any]:
        """What the kiosk says first: that it is calm, or that it ended before."""
        self.let_go()
        self._say(told(errand))
        answer = self._hear()
        self._process_id = int(answer["calm"]["pid"]) if "calm" in answer else 0
        return answer

    def let_go(self) -> None:
        """End a kiosk that a failed test left running."""
        if self._process_id:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process_id, signal.SIGKILL)
            self.ended()

    def go_on(self) -> None:
        """Let the kiosk that is calm go on."""
        self._say("\n")

    def ended(self, slip: Callable[[], bool] = lambda: False) -> tuple[int, list[dict[str, Any]]]:
        """The exit code of the kiosk, and what it told its shoppers was done; `slip` says what staff read there."""
        told = []
        while "ended" not in (answer := self._hear()):
            if "slip" in answer:
                self._say("paid\n" if slip() else "nothing\n")
            else:
                told.append(answer["sold"])
        self._process_id = 0
        return int(answer["ended"]), told

    def close(self) -> None:
        self.let_go()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _say(self, text: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(text)
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the forge of kiosks is gone"
        answer: dict[str, Any] = json.loads(line)
        return answer


class KilledStation:
    """One station with one terminal, whose kiosk processes are killed one after another."""

    def __init__(
        self,
        folder: Path,
        central: CentralOfTests,
        protocol: str,
        lane: str,
        *,
        prints: bool = False,
        codes: Sequence[dict[str, object]] = (),
    ) -> None:
        self.folder = folder
        folder.mkdir()
        self.terminal: TerminalWorld = BENCHES[protocol](folder / "terminal")
        self.central = central
        self.lane = lane
        self.settings_file = folder / "kiosk.toml"
        self.out = folder / "kiosk.log"
        self.printer = EscposPrinterSimulator(folder / "receipts") if prints else None
        self.codes = codes
        self.kills = 0
        self.told: list[Acknowledged] = []

    def start(self) -> None:
        self.terminal.start()
        if self.printer:
            self.printer.start()
        (self.folder / "station").mkdir()
        write_settings(
            self.settings_file,
            {
                "station": {"folder": str(self.folder / "station")},
                "till": {"print_paper": "always" if self.printer else "never"},
                "central": {"url": self.central.url, "round_seconds": 20.0, "most_wait_seconds": 1.0},
            },
            [self.terminal.device(), *self._printer_device()],
            self.codes,
        )
        settings = load_settings(self.settings_file)
        enrol_station(settings, self.central.code(self.lane), f"kiosk {self.lane}")
        identity = identity_folder(settings.station.folder).identity()
        self.station = identity.station
        fetch_first_catalogue(settings, identity)
        self.forge = Forge()

    def stop(self) -> None:
        self.forge.close()
        self.terminal.stop()
        if self.printer:
            self.printer.stop()

    def _printer_device(self) -> list[dict[str, object]]:
        if self.printer is None:
            return []
        address = self.printer.address
        return [{"name": "printer", "category": "printer", "driver": "escpos-tcp", "address": address}]

    def journal(self) -> tuple[list[JournalEntry], int]:
        """All entries, and up to which the station believes that central has them."""
        folder = self.folder / "station"
        database = open_for_reading(folder / "station.db", station_key(folder, machine_marks()))
        try:
            reader = JournalReader(database)
            found = list(reader.entries_after(0, 10_000_000)), reader.acknowledged()
            reader.close()
        finally:
            database.close()
        return found

    def said(self) -> str:
        """What the kiosks wrote on their standard error."""
        return self.out.read_text("utf-8") if self.out.exists() else ""

    def begin(self, **wish: Any) -> int:
        """A kiosk that settled what was open, killed and begun again where the wish says so; answers its process id."""
        again = dict(wish)
        # A person who has to decide what the terminal cannot prove looks at its slip first.
        again["staff_says_paid"] = self._charged_without_owner()
        while "calm" not in (answer := self.forge.begin(self._errand(**again))):
            assert answer["ended"] == -signal.SIGKILL, f"{again}: {answer}\n{self.said()[-3000:]}"
            assert again.get("early"), f"killed before the calm: {again}"
            self.kills += 1
            again["early"] = ""
        return int(answer["calm"]["pid"])

    def _charged_without_owner(self) -> bool:
        """Whether the terminal's newest charge stands and is none that the journal has a number of."""
        book = self.terminal.movements()
        back = {movement.handle for movement in book if movement.kind == "reversal"}
        charged = [movement for movement in book if movement.kind == "charge"]
        if not charged or charged[-1].handle in back or not (self.folder / "station" / "station.db").exists():
            return False
        owned = [charge for charge in charges(book, stories(self.journal()[0])) if charge.owner is not None]
        return all(charge.movement is not charged[-1] for charge in owned)

    def go_on(self) -> int:
        """Let it buy until it is killed; answers its exit code."""
        self.forge.go_on()
        return self._ended()

    def kill_while_authorising(self, process: int) -> int:
        """The card is noticed, the host is being asked, and the kiosk dies."""
        self.terminal.next(["late"] * 3)
        self.forge.go_on()
        noticed = self.terminal.authorises(20.0)
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        assert noticed, "no payment came to the terminal"
        return self._ended()

    def check(self, when: str) -> None:
        """The three ledgers agree."""
        ends = time.monotonic() + 10.0
        entries, acknowledged = self.journal()
        while acknowledged < len(entries) and time.monotonic() < ends:  # what the calm itself wrote down
            time.sleep(0.02)
            entries, acknowledged = self.journal()
        self.central.wait_until_posted()
        with transaction(self.central.engine) as session:
            books = central_books(session, station=self.station)
        told = check_ledgers(
            Ledgers(
                {self.station: entries},
                {self.station: self.terminal.movements()},
                books,
                self.told,
                acknowledged_by_central={self.station: acknowledged},
            )
        )
        assert not told, f"{when}: " + "; ".join(f"{one.invariant}: {one.what}" for one in told) + _lately(entries)
        left = [entry.kind for entry in entries[acknowledged:]]
        assert not left, f"{when}: {left} did not go up"

    def _ended(self) -> int:
        code, told = self.forge.ended(self._charged_without_owner)
        self.kills += code == -signal.SIGKILL
        self.told += [Acknowledged(self.station, x["sale"], x["receipt_number"], x["total"]) for x in told]
        return code

    def _errand(self, **wish: Any) -> Errand:
        return Errand(settings=str(self.settings_file), out=str(self.out), **wish)


def _lately(entries: Sequence[JournalEntry]) -> str:
    """The end of a journal, for whoever reads why ledgers differ."""
    names = ("attempt", "state", "charged", "handle", "reason", "person")
    told = [[str(entry.body[name])[-40:] for name in names if entry.body.get(name)] for entry in entries[-16:]]
    return "".join(
        f"\n  {entry.sequence} {entry.kind} {words}" for entry, words in zip(entries[-16:], told, strict=True)
    )


class KillWorld:
    """Central and a station for each terminal protocol asked for."""

    def __init__(self, protocols: Sequence[str], **fitted: Any) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="baro-kills-"))
        self.central = CentralOfTests(self._folder)
        self.stations = {
            name: KilledStation(self._folder / name, self.central, name, str(lane), **fitted)
            for lane, name in enumerate(protocols, 1)
        }

    def start(self) -> None:
        self.central.start()
        for station in self.stations.values():
            station.start()

    def stop(self) -> None:
        for station in self.stations.values():
            station.stop()
        self.central.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
