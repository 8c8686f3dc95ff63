"""Whatever kills the kiosk: what it acknowledged is there, the chain is whole, no number is lost or reused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.database.journal import JournalReader
from kiosk.database.journal_check import check_journal
from kiosk.database.journal_mirror import JournalMirror, mirrored_rows
from tests.fakes.station import KEY, open_test_station

ROOT = Path(__file__).parents[3]


def crash(folder: Path, way: str, seed: int, rounds: int) -> list[tuple[str, int, int, str]]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.fakes.crashing_station", folder, way, str(seed), str(rounds)],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    return [(name, sequence, number, service) for name, sequence, number, service in json.loads(told.stdout)]


def check_invariants(folder: Path, acknowledged: list[tuple[str, int, int, str]]) -> int:
    database = open_test_station(folder)
    assert check_journal(database).whole  # I-8
    reader = JournalReader(database)
    entries = {entry.sequence: entry for entry in reader.entries_after(0, 1_000_000)}
    assert sorted(entries) == list(range(1, len(entries) + 1))
    for name, sequence, number, _service in acknowledged:
        assert entries[sequence].body == {"sale": name, "receipt_number": number}  # I-3
    with database.connect() as connection:
        sales = connection.exec_driver_sql("SELECT receipt_number, sale_id FROM sale ORDER BY 1").fetchall()
        paid = connection.exec_driver_sql("SELECT attempt_id, sale_id FROM sale_tender").fetchall()
        moved = connection.exec_driver_sql("SELECT sum(quantity) FROM stock_move").scalar() or 0
    assert [number for number, _sale in sales] == list(range(1, len(sales) + 1))  # I-5
    assert {f"sale-{entry.body['sale']}" for entry in entries.values()} == {sale for _number, sale in sales}
    assert len(entries) == len(sales) == len(paid) == moved  # one commit: all of it or nothing (I-1, I-6)
    services = [service for *_, service in acknowledged]
    assert len(set(services)) == len(services)
    mirror = JournalMirror(folder / "station.mirror", KEY)
    mirror.catch_up(reader)
    mirror.close()
    assert [row[0] for row in mirrored_rows(mirror.path, KEY)] == sorted(entries)
    reader.close()
    database.close()
    return len(entries)


def test_kill_at_random_moments(tmp_path: Path) -> None:
    acknowledged = crash(tmp_path, "random", seed=2, rounds=100)  # F-2
    stored = check_invariants(tmp_path, acknowledged)
    assert len(acknowledged) > 100
    assert 0 <= stored - len(acknowledged) <= 100  # at most the one a round that was stored but not told yet


def test_kill_at_each_step_of_the_writer(tmp_path: Path) -> None:
    acknowledged = crash(tmp_path, "points", seed=3, rounds=30)  # F-1
    stored = check_invariants(tmp_path, acknowledged)
    assert stored - len(acknowledged) == 20  # stored, but killed before it was told: 2 of the 3 steps


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_kill_at_random_moments_for_long(tmp_path: Path, seed: int) -> None:
    check_invariants(tmp_path, crash(tmp_path, "random", seed, rounds=250))
