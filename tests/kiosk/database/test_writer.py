"""The one writer: answers on the session's thread, bounded, drained at the end, silent after a failed flush."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.errors import StationBroken, WriterBusy, WriterClosed
from kiosk.database.writer import StationWriter
from tests.fakes.station import SessionQueue, StandingClock, TestStation, open_test_station

ROOT = Path(__file__).parents[3]


def unexpected(told: object) -> None:
    pytest.fail(f"this should not have been called: {told}")


def test_done_runs_on_the_sessions_thread_with_what_work_answered(station: TestStation) -> None:
    told: list[tuple[int, str]] = []
    ran_on: list[str] = []

    def work(unit: UnitOfWork) -> int:
        ran_on.append(threading.current_thread().name)
        return unit.append("station.started", {})

    station.writer.submit(work, lambda n: told.append((n, threading.current_thread().name)), unexpected)
    assert told == []
    station.session.run_one()
    assert told == [(1, threading.main_thread().name)]
    assert ran_on == ["station-writer"]


def test_failed_work_stores_nothing_and_says_why(station: TestStation) -> None:
    errors: list[Exception] = []

    def work(unit: UnitOfWork) -> None:
        unit.append("station.started", {})
        unit.put_value("half", "done")
        raise LookupError("no such item")

    station.writer.submit(work, unexpected, errors.append)
    station.session.run_one()
    assert [str(error) for error in errors] == ["no such item"]
    assert station.do(lambda unit: unit.value("half")) is None
    assert station.do(lambda unit: unit.append("station.started", {})) == 1
    assert station.writer.broken == ""


def test_work_is_done_in_the_order_it_came(station: TestStation) -> None:
    told: list[int] = []
    for _ in range(50):
        station.writer.submit(lambda unit: unit.append("station.started", {}), told.append, unexpected)
    for _ in range(50):
        station.session.run_one()
    assert told == list(range(1, 51))


def test_more_work_than_it_may_hold_is_refused_at_once(tmp_path: Path) -> None:
    session = SessionQueue()
    clock = StandingClock()
    database = open_test_station(tmp_path)
    go_on = threading.Event()
    writer = StationWriter(database, clock.now, session.post, most_waiting=2)
    started = threading.Event()

    def slow(_unit: UnitOfWork) -> None:
        started.set()
        go_on.wait(10)

    errors: list[Exception] = []
    done: list[object] = []
    writer.submit(slow, done.append, errors.append)
    assert started.wait(10)
    for _ in range(3):
        writer.submit(lambda unit: unit.append("station.started", {}), done.append, errors.append)
    session.run_one()
    assert [type(error) for error in errors] == [WriterBusy]
    assert writer.waiting == 2
    with pytest.raises(WriterBusy):
        writer.run(lambda _unit: None, timeout=0.05)
    go_on.set()
    for _ in range(3):
        session.run_one()
    assert done == [None, 1, 2]
    assert writer.close()
    database.close()


def test_closing_does_what_waits_and_refuses_what_comes_after(tmp_path: Path) -> None:
    session = SessionQueue()
    database = open_test_station(tmp_path)
    writer = StationWriter(database, StandingClock().now, session.post)
    done: list[int] = []
    for _ in range(20):
        writer.submit(lambda unit: unit.append("station.started", {}), done.append, unexpected)
    assert writer.close()
    assert writer.close()
    errors: list[Exception] = []
    writer.submit(lambda unit: unit.append("station.started", {}), unexpected, errors.append)
    for _ in range(21):
        session.run_one()
    assert done == list(range(1, 21))
    assert [type(error) for error in errors] == [WriterClosed]
    with database.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar() == 20
    database.close()


def test_an_answer_that_nobody_takes_does_not_stop_the_writer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def gone(_call: object) -> None:
        raise RuntimeError("the session is gone")

    database = open_test_station(tmp_path)
    writer = StationWriter(database, StandingClock().now, gone)
    writer.submit(lambda unit: unit.append("station.started", {}), unexpected, unexpected)
    assert writer.run(lambda unit: unit.append("station.started", {})) == 2
    assert "could not be handed over" in caplog.text
    assert writer.close()
    database.close()


def test_the_writer_may_not_wait_for_itself(station: TestStation) -> None:
    with pytest.raises(RuntimeError, match="wait for itself"):
        station.writer.run(lambda _unit: station.writer.run(lambda _inner: None))


FAILING_DISK = """
import json, resource, sys
from pathlib import Path
from kiosk.database.errors import StationBroken
from tests.fakes.station import start_station

folder = Path(sys.argv[1])
station = start_station(folder)
kept = 0
size = (folder / "station.db-wal").stat().st_size + 100_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
said = ""
for _ in range(200):
    try:
        kept = station.do(lambda unit: unit.append("sale.completed", {"text": "x" * 500}))
    except StationBroken as error:
        said = str(error)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
again = ""
try:
    station.do(lambda unit: unit.append("sale.completed", {}))
except StationBroken as error:
    again = str(error)
print(json.dumps({"kept": kept, "said": said, "again": again, "broken": station.writer.broken}))
"""


def test_after_a_write_error_nothing_is_written_until_the_next_start(tmp_path: Path) -> None:
    # F-7: the operating system refuses to let the file grow, which SQLite reports as a disk I/O error.
    ran = subprocess.run(
        [sys.executable, "-c", FAILING_DISK, tmp_path], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    told = json.loads(ran.stdout)
    assert told["kept"] > 5
    assert "disk I/O error" in told["said"]
    assert told["again"] == told["said"] == told["broken"]
    database = open_test_station(tmp_path)
    with database.connect() as connection:
        assert connection.exec_driver_sql("SELECT max(sequence) FROM journal").scalar() == told["kept"]
    database.close()
    assert StationBroken.__doc__
