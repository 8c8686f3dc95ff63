"""`baro journal`: what this station wrote down, and the proof that it is whole."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands import journal_reconcile
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.commands.kiosk import settings_file

if TYPE_CHECKING:
    from kiosk.database.engine import StationDatabase
    from kiosk.database.station_identity import StationIdentity


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--folder", type=Path, help="the station's folder (default: as the settings file says)")
    shared.add_argument("--settings", type=Path, help="settings file that names the folder")
    shared.add_argument("--json", action="store_true", help="answer as JSON")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")
    verify = actions.add_parser("verify", help="prove the chain from first to last entry", parents=[shared])
    verify.set_defaults(run=_verify)
    show = actions.add_parser("show", help="print entries", parents=[shared])
    show.add_argument("--after", type=int, default=0, help="only entries behind this number")
    show.add_argument("--kind", default="", help="only entries of this kind, such as sale.completed")
    show.add_argument("--limit", type=int, default=1000)
    show.set_defaults(run=_show)
    state = actions.add_parser("state", help="how far it is and what central has confirmed", parents=[shared])
    state.set_defaults(run=_state)
    reconcile = actions.add_parser(
        "reconcile",
        help="hold the journal against the terminal and list every difference",
        description="Hold the journal against the terminal: its sums at the end of its days, and its own answers or "
        "ledger. Lists every difference in words; exit code 1 says that there is one.",
        parents=[shared],
    )
    journal_reconcile.declare(reconcile)
    restore = actions.add_parser(
        "restore",
        help="build a new station.db from the mirror, after the broken one was moved away",
        description="Build a new station.db from the journal's mirror. Move the broken file away first and keep it.",
        parents=[shared],
    )
    restore.add_argument("--mirror", type=Path, help="the mirror (default: as the settings file says)")
    restore.set_defaults(run=_restore)


def _folder(chosen: argparse.Namespace) -> Path:
    from kiosk.settings import SettingsError, load_settings

    try:
        return Path(chosen.folder or load_settings(chosen.settings or settings_file()).station.folder)
    except SettingsError as error:
        raise CommandFailed(str(error), ExitCode.SETTINGS) from error


def _restore(chosen: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from kiosk.database.errors import StationFault
    from kiosk.database.journal_mirror import mirrored_rows
    from kiosk.database.restore import restore_station
    from kiosk.database.sealed_file import machine_marks, station_key
    from kiosk.database.station_identity import IdentityFolder
    from kiosk.settings import SettingsError, load_settings

    folder = _folder(chosen)
    try:
        kept = None if chosen.folder else load_settings(chosen.settings or settings_file()).station.journal_mirror
        mirror = chosen.mirror or (kept or folder) / "station.mirror"
        if not mirror.is_file():
            raise CommandFailed(f"there is no mirror {mirror}; name it with --mirror", ExitCode.DAMAGED)
        marks = machine_marks()
        identity, key = IdentityFolder(folder, marks).identity(), station_key(folder, marks)
        rows = mirrored_rows(mirror, key)
        now = datetime.now(UTC)
        count = restore_station(folder / "station.db", key, rows, station=identity.station, now=now)
    except SettingsError as error:
        raise CommandFailed(str(error), ExitCode.SETTINGS) from error
    except StationFault as error:
        raise CommandFailed(str(error), ExitCode.DAMAGED) from error
    if chosen.json:
        print_json({"station": identity.station, "entries": count})
    else:
        print(f"{count} entries restored for station {identity.station}; now prove it with `baro journal verify`")
    return ExitCode.OK


@contextmanager
def _opened(chosen: argparse.Namespace) -> "Iterator[tuple[StationDatabase, StationIdentity, Path]]":
    from kiosk.database.engine import open_for_reading
    from kiosk.database.errors import StationFault
    from kiosk.database.sealed_file import machine_marks, station_key
    from kiosk.database.station_identity import IdentityFolder

    folder = _folder(chosen)
    try:
        if not (folder / "station.db").is_file():
            raise CommandFailed(f"there is no {folder}/station.db; name the folder with --folder", ExitCode.DAMAGED)
        identity = IdentityFolder(folder, machine_marks()).identity()
        database = open_for_reading(folder / "station.db", station_key(folder, machine_marks()))
    except StationFault as error:
        raise CommandFailed(str(error), ExitCode.DAMAGED) from error
    try:
        yield database, identity, folder
    finally:
        database.close()


def _verify(chosen: argparse.Namespace) -> int:
    from kiosk.database.journal_check import check_station_journal

    with _opened(chosen) as (database, identity, folder):
        verdict = check_station_journal(database, folder / "journal.head", identity.public_key)
    if chosen.json:
        print_json({"whole": verdict.whole, "entry": verdict.entry, "flaw": verdict.flaw, "says": verdict.sentence})
    else:
        print(verdict.sentence)
    return ExitCode.OK if verdict.whole else ExitCode.NO


def _show(chosen: argparse.Namespace) -> int:
    from kiosk.database.journal import JournalReader
    from sync.wire.cash_receipt import masked_body

    with _opened(chosen) as (database, _identity, _folder):
        reader = JournalReader(database)
        entries = reader.entries_after(chosen.after, chosen.limit)
        reader.close()
    shown = (entry.model_dump(mode="json") for entry in entries if chosen.kind in ("", entry.kind))
    rows = [{**row, "body": masked_body(row["body"])} for row in shown]
    if chosen.json:
        print_json(rows)
        return ExitCode.OK
    for row in rows:
        print(f"{row['sequence']:6} {row['at']} {row['kind']:20} {json.dumps(row['body'], ensure_ascii=False)}")
    return ExitCode.OK


def _state(chosen: argparse.Namespace) -> int:
    from kiosk.database.journal import JournalReader

    with _opened(chosen) as (database, identity, _folder):
        reader = JournalReader(database)
        (last, _hash), confirmed = reader.last(), reader.acknowledged()
        reader.close()
    state: dict[str, Any] = {
        "station": identity.station,
        "last": last,
        "confirmed by central": confirmed,
        "waiting": last - confirmed,
    }
    if chosen.json:
        print_json(state)
    else:
        for key, value in state.items():
            print(f"{key}: {value}")
    return ExitCode.OK
