"""`baro journal` proves the chain, and says where a damaged one is broken (I-8)."""

import shutil
from pathlib import Path

import pytest

from kiosk.commands.command_line import ExitCode
from kiosk.database.engine import open_for_reading, raw_connection
from kiosk.database.sealed_file import machine_marks, station_key
from tests.fakes.baro_command import Baro
from tests.fakes.enrolled_folder import enrol_folder, write_entries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "station"
    write_entries(place, enrol_folder(place), 12)
    return place


def change(folder: Path, sentence: str) -> None:
    """Somebody with the key of the disk changes the file."""
    database = open_for_reading(folder / "station.db", station_key(folder, machine_marks()))
    with database.connect(writing=True) as connection:
        raw = raw_connection(connection)
        for (trigger,) in list(raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
            raw.execute(f"DROP TRIGGER {trigger}")
        raw.execute(sentence)
    database.close()


def test_a_whole_journal_is_whole(baro: Baro, folder: Path) -> None:
    said = baro("journal", "verify", "--folder", folder, "--json")
    assert said.code == ExitCode.OK
    assert said.json["whole"] is True
    assert "whole" in baro("journal", "verify", "--folder", folder).out


@pytest.mark.parametrize(
    ("sentence", "entry", "flaw"),
    [
        ("UPDATE journal SET body = replace(body, '7', '8') WHERE sequence = 8", 8, "edited"),
        ("DELETE FROM journal WHERE sequence = 5", 5, "missing"),
        ("DELETE FROM journal WHERE sequence > 9", 10, "truncated"),
    ],
)
def test_a_damaged_copy_is_named_with_the_entry(
    baro: Baro, folder: Path, tmp_path: Path, sentence: str, entry: int, flaw: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    change(copy, sentence)
    said = baro("journal", "verify", "--folder", copy, "--json")
    assert said.code == ExitCode.NO
    assert (said.json["whole"], said.json["flaw"], said.json["entry"]) == (False, flaw, entry)
    plain = baro("journal", "verify", "--folder", copy)
    assert plain.code == ExitCode.NO
    assert str(entry) in plain.out
    assert baro("journal", "verify", "--folder", folder).code == ExitCode.OK, "the original is untouched"


def test_a_file_that_is_no_database_is_damaged(baro: Baro, folder: Path) -> None:
    path = folder / "station.db"
    path.write_bytes(b"rubbish" * 4096)
    said = baro("journal", "verify", "--folder", folder)
    assert said.code == ExitCode.DAMAGED
    assert "station.db" in said.err
    assert "Traceback" not in said.err


def test_a_folder_without_its_key_is_damaged(baro: Baro, folder: Path) -> None:
    (folder / "station.key").unlink()
    said = baro("journal", "verify", "--folder", folder)
    assert said.code == ExitCode.DAMAGED
    assert "key" in said.err


def test_entries_are_shown_by_kind_and_place(baro: Baro, folder: Path) -> None:
    rows = baro("journal", "show", "--folder", folder, "--after", 10, "--json").json
    assert [row["sequence"] for row in rows] == [11, 12]
    assert baro("journal", "show", "--folder", folder, "--kind", "sale.completed", "--json").json == []
    plain = baro("journal", "show", "--folder", folder, "--limit", 2).out.splitlines()
    assert len(plain) == 2
    assert "영수증 0" in plain[0]


def test_the_number_of_a_cash_receipt_is_shown_masked(baro: Baro, tmp_path: Path) -> None:
    place = tmp_path / "sold"
    told = {"purpose": "consumer", "kind": "phone", "number": "01012345678"}
    receipt = {**told, "supply": 910, "tax": 90, "tax_free": 0, "total": 1000}
    write_entries(place, enrol_folder(place), 1, {"cash_receipt": receipt})
    (row,) = baro("journal", "show", "--folder", place, "--json").json
    assert row["body"]["cash_receipt"] == {**receipt, "number": "010-••••-5678"}
    assert "01012345678" not in baro("journal", "show", "--folder", place).out


def test_the_state_says_what_waits_for_central(baro: Baro, folder: Path) -> None:
    state = baro("journal", "state", "--folder", folder, "--json").json
    assert (state["station"], state["last"], state["waiting"]) == ("SS01-3", 12, 12)
