"""station.db is opened safely or refused with a sentence that helps (reliability 3.1, 3.2, 3.4; security 4.5)."""

import ast
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.database.engine import (
    check_sqlite_version,
    integrity_findings,
    open_for_reading,
    open_station,
    raw_connection,
)
from kiosk.database.errors import SqliteTooOld, StationFault, StationNotWritable, StationUnreadable
from tests.fakes.station import KEY, START, TestStation, open_test_station, start_station

ROOT = Path(__file__).parents[3]


def test_an_sqlite_that_can_corrupt_a_wal_is_refused() -> None:
    check_sqlite_version()
    check_sqlite_version("3.51.3")
    with pytest.raises(SqliteTooOld, match=r"3\.40\.1.*3\.51\.3"):
        check_sqlite_version("3.40.1")


def test_each_library_opens_its_own_file_only() -> None:
    importers: dict[str, set[str]] = {"sqlite3": set(), "sqlcipher3": set()}
    files = [path for house in ("kiosk", "hardware", "sync") for path in (ROOT / house).rglob("*.py")]
    for path in (*files, *ROOT.glob("main.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                if name.split(".")[0] in importers:
                    importers[name.split(".")[0]].add(path.relative_to(ROOT).parent.as_posix())
    assert len(files) > 40
    # sqlite3 only as the baseline that a benchmark names, on a copy.
    assert importers == {"sqlite3": {"kiosk/commands/benchmarks"}, "sqlcipher3": {"kiosk/database"}}


def test_every_connection_flushes_each_commit(station: TestStation) -> None:
    with station.database.connect(writing=True) as connection:
        raw = raw_connection(connection)
        found = {
            name: raw.execute(f"PRAGMA {name}").fetchone()
            for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size")
        }
    assert found.pop("mmap_size") in {(0,), None}  # SQLCipher has no mapped pages at all and may answer nothing
    assert found == {"journal_mode": ("wal",), "synchronous": (2,), "foreign_keys": (1,)}


def test_a_reading_connection_cannot_write(station: TestStation) -> None:
    with station.database.connect() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("INSERT INTO station_value VALUES ('a', 'b')")


def test_no_text_of_the_shop_is_readable_in_any_file(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    station.do(lambda unit: unit.append("sale.completed", {"secret": "CANARY-카나리아"}))
    station.do(lambda unit: unit.put_value("canary", "CANARY-카나리아"))
    contents = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    station.close()
    contents += b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert len(contents) > 50_000
    for readable in (b"CANARY", "카나리아".encode(), b"SQLite format 3", b"CREATE TABLE", KEY, KEY.hex().encode()):
        assert readable not in contents


def test_a_wrong_key_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    station.append(3)
    station.close()
    before = (tmp_path / "station.db").read_bytes()
    with pytest.raises(StationUnreadable, match="key"):
        open_station(tmp_path / "station.db", bytes(32), station="S1", now=START)
    with pytest.raises(StationUnreadable, match="16 bytes"):
        open_station(tmp_path / "station.db", bytes(16), station="S1", now=START)
    assert (tmp_path / "station.db").read_bytes() == before
    open_test_station(tmp_path).close()


@pytest.mark.parametrize(("at", "rubbish"), [(0, bytes(100)), (0, b"rubbish" * 2000), (4096 * 3 + 100, b"\xff" * 64)])
def test_a_damaged_file_is_refused(tmp_path: Path, at: int, rubbish: bytes) -> None:
    station = start_station(tmp_path)
    station.append(50)
    station.close()
    with (tmp_path / "station.db").open("r+b") as file:
        file.seek(at)
        file.write(rubbish)
    with pytest.raises(StationUnreadable, match=r"station\.db"):
        open_test_station(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StationNotWritable, match=r"nowhere.*not there"):
        open_test_station(tmp_path / "nowhere")
    (tmp_path / "station.db").mkdir()
    with pytest.raises(StationNotWritable, match="is a folder"):
        open_test_station(tmp_path)


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.mkdir()
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)
        return
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("root may write everywhere, and this machine lets nobody mount a read-only folder")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_read_only_folder_is_named(read_only_folder: Path) -> None:
    with pytest.raises(StationNotWritable, match="locked is read-only"):
        open_test_station(read_only_folder)


def test_the_file_of_another_station_is_refused(tmp_path: Path) -> None:
    open_test_station(tmp_path, "S1").close()
    with pytest.raises(StationFault, match="belongs to station S1, this is station S2"):
        open_test_station(tmp_path, "S2")


def test_only_one_kiosk_writes(station: TestStation) -> None:
    with pytest.raises(StationFault, match="in use by another kiosk"):
        start_station(station.folder)


def test_others_may_look_while_the_kiosk_runs(station: TestStation) -> None:
    station.append(2)
    beside = open_for_reading(station.folder / "station.db", KEY)
    with beside.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() == 2
    assert beside.station == "S1"
    with pytest.raises(StationUnreadable):
        open_for_reading(station.folder / "station.db", bytes(32))
    with pytest.raises(StationNotWritable, match="no station file"):
        open_for_reading(station.folder / "other.db", KEY)


def test_the_file_is_for_its_owner_only(station: TestStation) -> None:
    assert (station.folder / "station.db").stat().st_mode & 0o777 == 0o600


def test_the_nightly_check_finds_a_damaged_page(tmp_path: Path) -> None:
    station = start_station(tmp_path)
    station.append(200)
    assert integrity_findings(station.database) == []
    station.close()
    database = open_test_station(tmp_path)
    with (tmp_path / "station.db").open("r+b") as file:
        file.seek(4096 * 10 + 50)
        file.write(b"\xff" * 64)
    assert integrity_findings(database)
    database.close()


def test_the_journal_refuses_edits_by_our_own_code(station: TestStation) -> None:
    station.append(1)
    with station.database.connect(writing=True) as connection:
        for statement in ("UPDATE journal SET kind = 'x'", "DELETE FROM journal"):
            with pytest.raises(Exception, match="append-only"):
                connection.exec_driver_sql(statement)
            connection.rollback()
