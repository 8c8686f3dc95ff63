"""`baro journal reconcile`: the station's own journal against totals, a ledger file, and a terminal that is asked."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hardware.driver_table import build
from hardware.ports.payment_terminal import PaymentTerminal, TerminalNews
from hardware.simulators.terminal_ledger import LedgerEntry
from kiosk.checkout.attempt_case import attempt_document
from kiosk.checkout.ports import UnitOfWork
from kiosk.checkout.terminal_request import money_request
from kiosk.commands.command_line import ExitCode
from kiosk.commands.simulated_devices import write_settings
from kiosk.database.engine import open_station
from kiosk.database.sealed_file import machine_marks, station_key
from kiosk.database.writer import StationWriter
from kiosk.domain.sale import AttemptState, PaymentAttempt
from sync.wire.terminal import OwnSumsDocument, TerminalTotalsDocument
from tests.fakes.baro_command import Baro
from tests.fakes.enrolled_folder import enrol_folder
from tests.fakes.terminal_world import NexoWorld

NOW = datetime.now(UTC)
ATTEMPT = PaymentAttempt(
    "A1", "S1", "", 3200, "KRW", AttemptState.APPROVED, NOW, charged=3200, handle="T1", tender="card"
)


class Station:
    """A station's folder with attempts in its journal and rows, and the writer that a kiosk would hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        identity = enrol_folder(folder)
        self._key = station_key(folder, machine_marks())
        self._identity = identity.station

    def write(self, work: object) -> None:
        database = open_station(self.folder / "station.db", self._key, station=self._identity, now=NOW)
        writer = StationWriter(database, lambda: NOW, lambda call: call())
        writer.run(work)  # type: ignore[arg-type]
        writer.close()
        database.close()

    def attempt(self, attempt: PaymentAttempt, *kinds: str) -> None:
        def work(unit: UnitOfWork) -> None:
            unit.put_attempt(attempt)
            for kind in kinds:
                unit.append(kind, attempt_document(attempt, attempt.started_at))

        self.write(work)

    def totals(self, **told: Any) -> None:
        own = OwnSumsDocument(currency="KRW", charged=3200, charged_count=1)
        document = TerminalTotalsDocument(
            service_id="Q9",
            asked_at=NOW,
            at=NOW,
            currency="KRW",
            own=own,
            **told,
        )
        self.write(lambda unit: unit.append("terminal.totals", document.model_dump(mode="json")))


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path / "station")


def ledger(path: Path, *entries: LedgerEntry) -> Path:
    lines = [json.dumps({"memory": {"x": 1}}), *(json.dumps({"entry": asdict(entry)}) for entry in entries)]
    path.write_text("\n".join(lines) + "\n" + '{"entry": {"kind": "ch', "utf-8")  # killed while it wrote
    return path


def charge(amount: int = 3200, request: str = "Q1", handle: str = "T1", at: datetime = NOW) -> LedgerEntry:
    return LedgerEntry("charge", handle, amount, "KRW", request, "S1", at.isoformat())


def test_a_ledger_that_agrees_is_no_difference(baro: Baro, station: Station, tmp_path: Path) -> None:
    station.attempt(replace(ATTEMPT, service_id="Q1"), "attempt.sent", "attempt.settled")
    file = ledger(tmp_path / "ledger.jsonl", charge())
    said = baro("journal", "reconcile", "--folder", station.folder, "--ledger", file)
    assert said.code == ExitCode.OK, said.out
    assert said.out.strip() == "no difference in 1 payments"


def test_differences_are_listed_with_amounts_and_the_exit_code_says_no(
    baro: Baro, station: Station, tmp_path: Path
) -> None:
    station.attempt(replace(ATTEMPT, service_id="Q1"), "attempt.sent", "attempt.settled")
    file = ledger(tmp_path / "ledger.jsonl", charge(3000), charge(500, "X", "T9"))
    said = baro("journal", "reconcile", "--folder", station.folder, "--ledger", file, "--json")
    assert said.code == ExitCode.NO
    assert [(x["kind"], x["journal"], x["terminal"]) for x in said.json["differences"]] == [
        ("not_in_journal", None, 500),
        ("amount", 3200, 3000),
    ]
    plain = baro("journal", "reconcile", "--folder", station.folder, "--ledger", file)
    assert "₩3,000" in plain.out
    assert "2 differences in 1 payments" in plain.out


def test_only_one_day_is_compared_when_it_is_asked_for(baro: Baro, station: Station, tmp_path: Path) -> None:
    """A charge of another day belongs to that day, whether the journal knows it or not."""
    before = NOW - timedelta(days=3)
    station.attempt(replace(ATTEMPT, service_id="Q1"), "attempt.sent", "attempt.settled")
    station.attempt(replace(ATTEMPT, attempt_id="A0", service_id="Q0", started_at=before), "attempt.settled")
    file = ledger(tmp_path / "ledger.jsonl", charge(), charge(700, "X", "T9", before))
    seoul = ZoneInfo("Asia/Seoul")
    day, other = NOW.astimezone(seoul).date(), before.astimezone(seoul).date()
    common = ("journal", "reconcile", "--folder", station.folder, "--ledger", file, "--json", "--day")
    assert baro(*common, day).code == ExitCode.OK
    found = baro(*common, other).json["differences"]
    assert sorted(x["kind"] for x in found) == ["not_at_terminal", "not_in_journal"]


def test_sums_of_the_terminal_are_compared_without_asking_anybody(baro: Baro, station: Station) -> None:
    station.attempt(replace(ATTEMPT, service_id="Q1"), "attempt.sent", "attempt.settled")
    common = ("journal", "reconcile", "--folder", station.folder)
    assert "there are no totals" in baro(*common).out
    station.totals(known=True, closed=True, amount=3200)
    assert baro(*common).code == ExitCode.OK
    station.totals(known=False, last=False, message="asked again")
    assert baro(*common).code == ExitCode.OK, "a try that is followed by another is no end"
    station.totals(known=True, closed=True, amount=6400)
    said = baro(*common)
    assert said.code == ExitCode.NO
    assert "₩3,200 more than the station's ₩3,200" in said.out
    station.totals(known=False, message="no answer")
    assert "sum is not known: no answer" in baro(*common).out


def test_an_attempt_without_an_end_is_a_difference(baro: Baro, station: Station) -> None:
    station.attempt(replace(ATTEMPT, service_id="Q1", state=AttemptState.SENT), "attempt.sent")
    said = baro("journal", "reconcile", "--folder", station.folder)
    assert (said.code, "A1 over ₩3,200 has no end" in said.out) == (ExitCode.NO, True)


@pytest.mark.parametrize(
    ("content", "words"),
    [('{"entry": {"kind": "gift", "amount": 1}}\n', "line 1 of"), ("nonsense\n", "line 1 of"), ("[]\n", "line 1 of")],
)
def test_a_file_that_is_no_ledger_is_refused(
    baro: Baro, station: Station, tmp_path: Path, content: str, words: str
) -> None:
    station.attempt(ATTEMPT, "attempt.settled")
    file = tmp_path / "ledger.jsonl"
    file.write_text(content)
    said = baro("journal", "reconcile", "--folder", station.folder, "--ledger", file)
    assert said.code == ExitCode.DAMAGED
    assert words in said.err
    assert "cannot be read" in baro("journal", "reconcile", "--folder", station.folder, "--ledger", tmp_path / "no").err
    assert "station.db" in baro("journal", "reconcile", "--folder", tmp_path, "--ledger", file).err


# the terminal itself is asked


@pytest.fixture
def nexo(tmp_path: Path) -> Iterator[NexoWorld]:
    world = NexoWorld(tmp_path / "terminal")
    world.start()
    yield world
    world.stop()


@pytest.fixture
def settings(tmp_path: Path, station: Station, nexo: NexoWorld) -> Path:
    path = tmp_path / "kiosk.toml"
    write_settings(path, {"station": {"folder": str(station.folder)}}, [nexo.device()])
    return path


def driver(nexo: NexoWorld) -> PaymentTerminal:
    device = nexo.device()
    options = device["options"]
    assert isinstance(options, dict)
    return build("terminal", str(device["driver"]), str(device["address"]), options)


def no_news(_news: TerminalNews) -> None:
    pass


def test_the_terminal_is_asked_about_each_payment(
    baro: Baro, station: Station, nexo: NexoWorld, settings: Path
) -> None:
    """One was paid as the journal says, one was not paid though it says so, one was paid though it says it was not."""
    terminal = driver(nexo)
    mark = terminal.health().mark
    ended = {"A1": AttemptState.APPROVED, "A2": AttemptState.APPROVED, "A3": AttemptState.DECLINED}
    for number, (name, state) in enumerate(ended.items(), 1):
        attempt = replace(ATTEMPT, attempt_id=name, service_id=f"Q{number}", state=state, handle="", charged=3200)
        attempt = replace(attempt, mark=mark)
        if name != "A2":
            assert terminal.authorise(money_request(attempt), no_news).charged == 3200
        attempt = replace(attempt, charged=3200 if state is AttemptState.APPROVED else 0)
        station.attempt(attempt, "attempt.sent", "attempt.settled")
    terminal.close()
    said = baro("journal", "reconcile", "--settings", settings, "--ask", "--json")
    assert said.code == ExitCode.NO, said.err
    assert [(x["kind"], x["about"]) for x in said.json["differences"]] == [
        ("not_at_terminal", "A2"),
        ("not_in_journal", "A3"),
    ]
    assert said.json["notes"] == []


def test_a_payment_that_was_given_back_is_asked_for_twice(
    baro: Baro, station: Station, nexo: NexoWorld, settings: Path
) -> None:
    terminal = driver(nexo)
    mark = terminal.health().mark
    attempt = replace(ATTEMPT, service_id="Q1", state=AttemptState.REVERSED, reversed_at=NOW.isoformat())
    attempt = replace(attempt, mark=mark, reversal_mark=mark)
    paid = terminal.authorise(money_request(attempt), no_news)
    attempt = replace(attempt, handle=paid.handle, handle_time=paid.handle_time, reversal_service_id="Q2")
    station.attempt(attempt, "attempt.sent", "reversal.sent", "attempt.reversed")
    wrong = baro("journal", "reconcile", "--settings", settings, "--ask", "--json")
    assert [x["kind"] for x in wrong.json["differences"]] == ["not_given_back"]
    request = replace(money_request(attempt), service_id="Q2")
    terminal.reverse(paid.handle, paid.handle_time, None, request)
    terminal.close()
    said = baro("journal", "reconcile", "--settings", settings, "--ask")
    assert said.code == ExitCode.OK, said.out


def test_a_terminal_that_came_in_place_of_another_is_not_asked_about_its_payments(
    baro: Baro, station: Station, nexo: NexoWorld, settings: Path
) -> None:
    """It would truly say that it knows nothing of them, and each would look like a payment that was never made."""
    attempt = replace(ATTEMPT, service_id="Q1", state=AttemptState.APPROVED, mark="nexo1 V400m-111111111 KIOSK01")
    station.attempt(attempt, "attempt.sent", "attempt.settled")
    said = baro("journal", "reconcile", "--settings", settings, "--ask", "--json")
    assert said.code == ExitCode.OK, said.out
    assert said.json["differences"] == []
    assert "V400m-111111111" in said.json["notes"][0]


def test_what_the_terminal_cannot_say_is_said_and_is_no_difference(
    baro: Baro, station: Station, nexo: NexoWorld, settings: Path
) -> None:
    old = NOW - timedelta(hours=49)
    station.attempt(replace(ATTEMPT, service_id="Q1", started_at=old), "attempt.settled")
    station.attempt(replace(ATTEMPT, attempt_id="A2", service_id="Q2"), "attempt.settled")
    nexo.stop()
    said = baro("journal", "reconcile", "--settings", settings, "--ask", "--json")
    assert said.code == ExitCode.OK, said.out
    assert len(said.json["notes"]) == 2
    assert "48 hours" in said.json["notes"][0]


def test_nothing_is_asked_while_a_kiosk_runs(baro: Baro, station: Station, settings: Path) -> None:
    """One dialogue at a terminal, across processes: the lock of the station's file is the kiosk's."""
    station.attempt(replace(ATTEMPT, service_id="Q1"), "attempt.settled")
    key = station_key(station.folder, machine_marks())
    database = open_station(station.folder / "station.db", key, station="SS01-3", now=NOW)
    writer = StationWriter(database, lambda: NOW, lambda call: call())
    try:
        said = baro("journal", "reconcile", "--settings", settings, "--ask")
        assert said.code == ExitCode.DAMAGED
        assert "in use by another kiosk" in said.err
        assert baro("journal", "reconcile", "--settings", settings).code == ExitCode.OK, "looking is allowed"
    finally:
        writer.close()
        database.close()


def test_asking_needs_settings_that_name_a_terminal(baro: Baro, station: Station, tmp_path: Path) -> None:
    station.attempt(ATTEMPT, "attempt.settled")
    path = tmp_path / "bare.toml"
    write_settings(path, {"station": {"folder": str(station.folder)}}, [])
    said = baro("journal", "reconcile", "--settings", path, "--ask")
    assert said.code == ExitCode.SETTINGS
    assert "no terminal to ask" in said.err
