"""T-7: every edit of the journal is found, and the entry is named."""

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.database.engine import raw_connection
from kiosk.database.errors import StationFault
from kiosk.database.journal_check import JournalFlaw, JournalVerdict, check_journal, check_station_journal
from kiosk.database.journal_head import head_of_file, sign_journal, stored_heads
from sync.wire.document import canonical
from sync.wire.journal import entry_hash
from tests.fakes.station import TestStation, open_test_station, start_station

SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(32))
ENTRIES = 20
SIGNED = (10, 16)


def build(folder: Path) -> None:
    station = start_station(folder)
    for number in range(1, ENTRIES + 1):
        station.append(1)
        station.clock.go(1)  # so that no two entries are alike
        if number in SIGNED:
            sign_journal(station.writer, SIGNER, folder / "journal.head", station.clock.now())
    station.close()


def check(folder: Path, **rules: Any) -> JournalVerdict:
    database = open_test_station(folder)
    try:
        return check_station_journal(database, folder / "journal.head", SIGNER.public_key(), **rules)
    finally:
        database.close()


def rewrite_from(raw: Any, first: int) -> None:
    """What an owner with the source code would do: hash everything behind the edit again."""
    rows = raw.execute("SELECT * FROM journal WHERE sequence >= ? - 1 ORDER BY sequence", (first,)).fetchall()
    previous = rows[0][5]
    for sequence, at, kind, body, _previous, _own in rows[1:]:
        own = entry_hash("S1", sequence, datetime.fromisoformat(at), kind, json.loads(body), previous)
        raw.execute("UPDATE journal SET previous = ?, hash = ? WHERE sequence = ?", (previous, own, sequence))
        previous = own


def edit_body(raw: Any) -> None:
    text = canonical({"number": 0, "text": "다른 값"}).decode()
    raw.execute("UPDATE journal SET body = ? WHERE sequence = 5", (text,))


def edit_body_and_rehash(raw: Any) -> None:
    edit_body(raw)
    sequence, at, kind, body, previous, _ = raw.execute("SELECT * FROM journal WHERE sequence = 5").fetchone()
    own = entry_hash("S1", sequence, datetime.fromisoformat(at), kind, json.loads(body), previous)
    raw.execute("UPDATE journal SET hash = ? WHERE sequence = 5", (own,))


def edit_body_and_rehash_all(raw: Any) -> None:
    edit_body(raw)
    rewrite_from(raw, 5)


def edit_after_the_first_head_and_rehash_all(raw: Any) -> None:
    raw.execute("UPDATE journal SET kind = 'sale.completed' WHERE sequence = 12")
    rewrite_from(raw, 12)


def swap(raw: Any) -> None:
    raw.execute("UPDATE journal SET sequence = 99 WHERE sequence = 7")
    raw.execute("UPDATE journal SET sequence = 7 WHERE sequence = 8")
    raw.execute("UPDATE journal SET sequence = 8 WHERE sequence = 99")


def delete_and_close_up(raw: Any) -> None:
    raw.execute("DELETE FROM journal WHERE sequence = 12")
    for number in range(13, ENTRIES + 1):
        raw.execute("UPDATE journal SET sequence = ? WHERE sequence = ?", (number - 1, number))
    rewrite_from(raw, 12)


def forge_head(raw: Any) -> None:
    edit_body_and_rehash_all(raw)
    own = raw.execute("SELECT hash FROM journal WHERE sequence = 10").fetchone()[0]
    raw.execute("UPDATE journal_head SET hash = ? WHERE sequence = 10", (own,))


def run(statement: str) -> Callable[[Any], None]:
    return lambda raw: raw.execute(statement)


EDITS: dict[str, tuple[Callable[[Any], None], JournalFlaw, int]] = {
    "body": (edit_body, JournalFlaw.EDITED, 5),
    "time": (run("UPDATE journal SET at = '2026-03-02T09:31:00+00:00' WHERE sequence = 3"), JournalFlaw.EDITED, 3),
    "kind": (run("UPDATE journal SET kind = 'order.kept' WHERE sequence = 20"), JournalFlaw.EDITED, 20),
    "rubbish body": (run("UPDATE journal SET body = '{oops' WHERE sequence = 4"), JournalFlaw.EDITED, 4),
    "hash": (run("UPDATE journal SET hash = 'ff' WHERE sequence = 6"), JournalFlaw.EDITED, 6),
    "body and its hash": (edit_body_and_rehash, JournalFlaw.UNCHAINED, 6),
    "body and all hashes": (edit_body_and_rehash_all, JournalFlaw.REWRITTEN, 1),
    "later body and all hashes": (edit_after_the_first_head_and_rehash_all, JournalFlaw.REWRITTEN, 11),
    "deleted": (run("DELETE FROM journal WHERE sequence = 9"), JournalFlaw.MISSING, 9),
    "deleted and closed up": (delete_and_close_up, JournalFlaw.REWRITTEN, 11),
    "first deleted": (run("DELETE FROM journal WHERE sequence = 1"), JournalFlaw.MISSING, 1),
    "swapped": (swap, JournalFlaw.EDITED, 7),
    "cut off": (run("DELETE FROM journal WHERE sequence > 14"), JournalFlaw.TRUNCATED, 15),
    "emptied": (run("DELETE FROM journal"), JournalFlaw.TRUNCATED, 1),
    "head forged": (forge_head, JournalFlaw.HEAD_FORGED, 10),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_found_and_located(tmp_path: Path, edit: str) -> None:
    build(tmp_path)
    assert check(tmp_path).whole
    tamper, flaw, entry = EDITS[edit]
    database = open_test_station(tmp_path)
    with database.connect(writing=True) as connection:
        raw = raw_connection(connection)
        raw.execute("DROP TRIGGER journal_keeps_entries")
        raw.execute("DROP TRIGGER journal_keeps_rows")
        tamper(raw)
    database.close()
    verdict = check(tmp_path)
    assert (verdict.flaw, verdict.entry) == (flaw, entry), verdict
    assert str(entry) in verdict.sentence
    assert not verdict.whole


def test_an_older_copy_of_the_file_is_found_by_the_head_beside_it(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    station.append(4)
    station.close()
    shutil.copy(tmp_path / "station.db", tmp_path / "older")
    station = start_station(tmp_path)
    station.append(3)
    sign_journal(station.writer, SIGNER, tmp_path / "journal.head", station.clock.now())
    station.close()
    assert check(tmp_path).whole
    (tmp_path / "older").replace(tmp_path / "station.db")
    verdict = check(tmp_path)
    assert (verdict.flaw, verdict.entry) == (JournalFlaw.TRUNCATED, 5)
    assert "entry 7 was there once" in verdict.sentence


def test_a_part_is_checked_alone(tmp_path: Path) -> None:
    build(tmp_path)
    verdict = check(tmp_path, first=8, last=12)
    assert (verdict.whole, verdict.first, verdict.last) == (True, 8, 12)
    assert check(tmp_path, first=15, last=25).flaw is JournalFlaw.TRUNCATED


def test_what_central_has_confirmed_may_not_be_missing(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    station.append(5)
    station.writer.run(lambda unit: unit.acknowledge(5))
    station.close()
    database = open_test_station(tmp_path)
    with database.connect(writing=True) as connection:
        raw = raw_connection(connection)
        raw.execute("DROP TRIGGER journal_keeps_rows")
        raw.execute("DELETE FROM journal WHERE sequence > 3")
    verdict = check_journal(database)
    assert (verdict.flaw, verdict.entry) == (JournalFlaw.TRUNCATED, 4)
    database.close()


def test_an_empty_journal_is_whole(station: TestStation) -> None:
    assert check_journal(station.database).whole
    assert sign_journal(station.writer, SIGNER, station.folder / "journal.head", station.clock.now()) is None
    assert head_of_file(station.folder / "journal.head") is None


def test_a_head_of_another_key_is_not_believed(tmp_path: Path) -> None:
    build(tmp_path)
    database = open_test_station(tmp_path)
    other = Ed25519PrivateKey.generate().public_key()
    verdict = check_journal(database, heads=stored_heads(database), key=other)
    assert verdict.flaw is JournalFlaw.HEAD_FORGED
    database.close()


def test_a_head_file_of_rubbish_is_an_alarm_and_no_crash(tmp_path: Path) -> None:
    for rubbish in (b"", b"{}", b"\xff\xfe", b'{"station": 1}', b"[]"):
        (tmp_path / "journal.head").write_bytes(rubbish)
        with pytest.raises(StationFault, match="no signed head"):
            head_of_file(tmp_path / "journal.head")
