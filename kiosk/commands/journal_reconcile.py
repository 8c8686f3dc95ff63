"""`baro journal reconcile`: the station's journal held against its terminal."""

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.domain.reconcile import (
    BookedPayment,
    TerminalAnswer,
    Unreconciled,
    against_answers,
    against_book,
    against_sums,
    open_payments,
)
from kiosk.domain.terminal_movement import TerminalMovement

if TYPE_CHECKING:
    from hardware.ports.payment_terminal import OriginalRequest, PaymentTerminal, TerminalStatus
    from kiosk.database.writer import StationWriter
    from kiosk.settings import Settings

REMEMBERS = timedelta(hours=48)  # what a terminal is known to remember of a request (payment protocol 2.6)
_KINDS = frozenset({"charge", "reversal", "refund"})


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared and what came of it; `notes` are what could not be found out."""

    payments: int
    differences: tuple[Unreconciled, ...]
    notes: tuple[str, ...] = ()


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("--day", type=date.fromisoformat, help="only the shop's day YYYY-MM-DD (default: all days)")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--ask", action="store_true", help="ask the terminal of the settings about each payment; the kiosk must not run"
    )
    source.add_argument("--ledger", type=Path, metavar="FILE", help="the ledger file of a simulated terminal")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List every difference; the answer is no when there is one."""
    from kiosk.database.errors import StationFault
    from kiosk.settings import SettingsError

    try:
        compared = _reconcile(chosen)
    except SettingsError as error:
        raise CommandFailed(str(error), ExitCode.SETTINGS) from error
    except StationFault as error:
        raise CommandFailed(str(error), ExitCode.DAMAGED) from error
    if chosen.json:
        differences = [asdict(one) for one in compared.differences]
        print_json({"payments": compared.payments, "differences": differences, "notes": compared.notes})
    else:
        for one in compared.differences:
            print(f"{one.kind}: {one.what}")
        for note in compared.notes:
            print(f"not compared: {note}")
        count = len(compared.differences)
        said = "no difference" if not count else f"{count} difference{'s' if count > 1 else ''}"
        print(f"{said} in {compared.payments} payments")
    return ExitCode.NO if compared.differences else ExitCode.OK


def _reconcile(chosen: argparse.Namespace) -> Compared:
    from sync.wire.booked_payment import booked_payments, day_sums

    settings = _settings(chosen)
    folder = Path(chosen.folder or settings.station.folder)
    zone = ZoneInfo(settings.station.time_zone)
    told = _entries(folder)
    wanted = chosen.day.isoformat() if chosen.day else ""
    try:
        every = booked_payments(told, zone)
        sums = [x for x in day_sums(told, zone) if wanted in ("", x.day)]
    except ValueError as error:
        raise CommandFailed(f"the journal cannot be read: {error}; see `baro journal verify`") from error
    payments = [payment for payment in every if wanted in ("", payment.day)]
    found = [*open_payments(payments), *against_sums(sums)]
    notes: list[str] = []
    if chosen.ledger:
        found += against_book(payments, _of_day(_ledger(chosen.ledger), every, wanted, zone))
    elif chosen.ask:
        answers, notes = _asked(settings, folder, payments)
        found += against_answers(payments, answers)
    elif not sums:
        notes.append("there are no totals of the terminal here; use --ask, or --ledger for a simulated one")
    return Compared(len(payments), tuple(found), tuple(notes))


def _settings(chosen: argparse.Namespace) -> "Settings":
    from kiosk.commands.kiosk import settings_file
    from kiosk.settings import Settings, load_settings

    place = chosen.settings or settings_file()
    if chosen.ask and not place:
        raise CommandFailed("--ask needs the settings that name the terminal: --settings FILE", ExitCode.SETTINGS)
    return load_settings(place) if place or not chosen.folder else Settings()


def _entries(folder: Path) -> list[tuple[int, str, dict[str, Any]]]:
    from kiosk.database.engine import open_for_reading
    from kiosk.database.journal import JournalReader
    from kiosk.database.sealed_file import machine_marks, station_key

    if not (folder / "station.db").is_file():
        raise CommandFailed(f"there is no {folder}/station.db; name the folder with --folder", ExitCode.DAMAGED)
    database = open_for_reading(folder / "station.db", station_key(folder, machine_marks()))
    try:
        reader = JournalReader(database)
        entries = reader.entries_after(0, 2**62)
        reader.close()
    finally:
        database.close()
    return [(entry.sequence, entry.kind, entry.body) for entry in entries]


# the ledger of a simulated terminal


def _ledger(path: Path) -> list[TerminalMovement]:
    """The movements of a simulator's ledger file; half a line at its end is of a killed one and did not happen."""
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except OSError as error:
        raise CommandFailed(f"the ledger {path} cannot be read: {error.strerror}", ExitCode.DAMAGED) from error
    found = []
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line).get("entry")
            if entry is not None:
                found.append(_movement(entry))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CommandFailed(
                f"line {number} of {path} is no line of a terminal's ledger", ExitCode.DAMAGED
            ) from error
    return found


def _movement(entry: dict[str, Any]) -> TerminalMovement:
    if entry["kind"] not in _KINDS or type(entry["amount"]) is not int:
        raise ValueError(f"no movement of money: {entry}")
    names = ("handle", "currency", "request_id", "sale_reference", "at")
    return TerminalMovement(kind=entry["kind"], amount=entry["amount"], **{name: str(entry[name]) for name in names})


def _of_day(
    movements: Sequence[TerminalMovement], every: Sequence[BookedPayment], wanted: str, zone: tzinfo
) -> list[TerminalMovement]:
    """What belongs to a day: by the payment's own day, else by the terminal's clock."""
    if not wanted:
        return list(movements)
    days = {payment.request_id: payment.day for payment in every if payment.request_id}
    days |= {name: payment.day for payment in every for name in (payment.receipt, payment.handle) if name}

    def told(x: TerminalMovement) -> str:
        return days.get(x.request_id) or days.get(x.handle) or days.get(x.receipt) or _day(x.at, zone)

    charged = {x.handle: told(x) for x in movements}
    own = {x.handle: days.get(x.request_id) or charged[x.handle] for x in movements if x.kind == "charge"}
    return [x for x in movements if own.get(x.handle, charged[x.handle]) == wanted]


def _day(at: str, zone: tzinfo) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at[:10]
    return (moment.astimezone(zone) if moment.tzinfo else moment).date().isoformat()


# the terminal itself


def _asked(
    settings: "Settings", folder: Path, payments: Sequence[BookedPayment]
) -> tuple[list[TerminalAnswer], list[str]]:
    from hardware.driver_table import build
    from hardware.errors import DeviceError

    device = next(iter(settings.of("terminal")), None)
    if device is None:
        raise CommandFailed("the settings name no terminal to ask", ExitCode.SETTINGS)
    with _writing(folder) as writer:  # its lock is that of the kiosk: one dialogue at a terminal, across processes
        try:
            terminal = build("terminal", device.driver, device.address, device.options, name=device.name)
        except DeviceError as error:
            raise CommandFailed(str(error), ExitCode.SETTINGS) from error
        try:
            return _ask_all(terminal, writer, payments)
        finally:
            terminal.close()


def _ask_all(
    terminal: "PaymentTerminal", writer: "StationWriter", payments: Sequence[BookedPayment]
) -> tuple[list[TerminalAnswer], list[str]]:
    """Ask about each; only the newest where the terminal remembers no other."""
    able = terminal.capabilities().status_by_reference
    notes = []
    asked = list(payments)
    if not able and len(asked) > 1:
        notes.append(f"{len(asked) - 1} payments: this terminal can be asked for its last transaction only")
        asked = asked[-1:]
    answers = []
    for payment in asked:
        answer = _ask(terminal, writer, payment)
        if answer is None:
            notes.append(f"attempt {payment.attempt}: the station no longer has it, or it is older than 48 hours")
        elif answer.kept is None:
            notes.append(f"attempt {payment.attempt}: {answer.why}")
        else:
            answers.append(answer)
    return answers, notes


def _ask(terminal: "PaymentTerminal", writer: "StationWriter", payment: BookedPayment) -> TerminalAnswer | None:
    from hardware.ports.payment_terminal import Outcome, StatusOutcome
    from kiosk.checkout.terminal_request import original_request
    from kiosk.domain.sale import AttemptState

    attempt = writer.run(lambda unit: unit.attempt(payment.attempt))
    if attempt is None or datetime.now(attempt.started_at.tzinfo) - attempt.started_at > REMEMBERS:
        return None
    paid = _status(terminal, writer, original_request(replace(attempt, state=AttemptState.SENT)))
    if paid.outcome is StatusOutcome.NOT_FOUND:
        return TerminalAnswer(payment.attempt, 0)
    if paid.outcome is not StatusOutcome.FINAL or paid.result is None:
        return TerminalAnswer(payment.attempt, None, paid.message or f"the terminal says {paid.outcome.value}")
    kept = paid.result.charged
    if kept and attempt.reversal_service_id:
        back = _status(terminal, writer, original_request(replace(attempt, state=AttemptState.REVERSING)))
        if back.outcome is StatusOutcome.FINAL and back.result is not None:
            kept = 0 if back.result.outcome is Outcome.APPROVED else kept
        elif back.outcome is not StatusOutcome.NOT_FOUND:
            return TerminalAnswer(payment.attempt, None, f"of its reversal the terminal says {back.outcome.value}")
    return TerminalAnswer(payment.attempt, kept)


def _status(terminal: "PaymentTerminal", writer: "StationWriter", original: "OriginalRequest") -> "TerminalStatus":
    return terminal.status(original, writer.run(lambda unit: unit.next_service_id()))


@contextmanager
def _writing(folder: Path) -> "Iterator[StationWriter]":
    """The station's file as its one writer; raises `StationFault` while a kiosk runs on it."""
    from kiosk.database.engine import open_station
    from kiosk.database.sealed_file import machine_marks, station_key
    from kiosk.database.station_identity import IdentityFolder
    from kiosk.database.writer import StationWriter
    from sync.wire.moment import utc_now

    identity = IdentityFolder(folder, machine_marks()).identity()
    key = station_key(folder, machine_marks())
    database = open_station(folder / "station.db", key, station=identity.station, now=utc_now())
    try:
        writer = StationWriter(database, utc_now, lambda call: call())
        try:
            yield writer
        finally:
            writer.close()
    finally:
        database.close()
