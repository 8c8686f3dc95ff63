"""The operating system fails or kills at chosen calls: nothing acknowledged is lost (F-3, F-7)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.database.journal import JournalReader
from kiosk.database.journal_check import check_journal
from tests.fakes.station import open_test_station

ROOT = Path(__file__).parents[3]
SALES = """
import os, sys
from pathlib import Path
from kiosk.database.errors import StationBroken
from tests.fakes.station import start_station

station = start_station(Path(sys.argv[1]))
for _ in range(40):
    try:
        number = station.do(lambda unit: unit.append("sale.completed", {"text": "x" * 300}))
    except StationBroken as error:
        os.write(1, b"broken\\n")
        continue
    os.write(1, b"%d\\n" % number)
os._exit(0)
"""


@pytest.fixture(scope="module")
def strace() -> str:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed; it makes the operating system fail at a chosen call")
    tried = subprocess.run([found, "-o", "/dev/null", "true"], capture_output=True, check=False)
    if tried.returncode != 0:
        pytest.skip("this machine does not let strace look at another process")
    return found


def run_under(strace: str, folder: Path, fault: str) -> list[str]:
    calls = fault.split(":", maxsplit=1)[0]
    watching = [strace, "-f", "-o", "/dev/null", "-e", f"trace={calls}", "-e"]
    told = subprocess.run(
        [*watching, f"inject={fault}", sys.executable, "-c", SALES, str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return told.stdout.decode().split()


def check_stored(folder: Path, acknowledged: list[int]) -> int:
    database = open_test_station(folder)
    verdict = check_journal(database)
    assert verdict.whole, verdict  # I-8
    reader = JournalReader(database)
    stored = {entry.sequence for entry in reader.entries_after(0, 1000)}
    reader.close()
    database.close()
    assert set(acknowledged) <= stored  # I-3
    return len(stored)


def kill_at_write(strace: str, folder: Path, number: int) -> bool:
    told = run_under(strace, folder, f"pwrite64:signal=KILL:when={number}")
    stored = check_stored(folder, [int(line) for line in told])
    assert stored - len(told) <= 1
    return len(told) < 40


@pytest.mark.parametrize("number", [1, 2, 3, 20, 45, 46, 47, 90])
def test_kill_at_a_write(strace: str, tmp_path: Path, number: int) -> None:
    assert kill_at_write(strace, tmp_path, number)


@pytest.mark.long
@pytest.mark.parametrize("number", range(1, 120))
def test_kill_at_every_write(strace: str, tmp_path: Path, number: int) -> None:
    kill_at_write(strace, tmp_path, number)


@pytest.mark.parametrize("number", [12, 15, 25])
def test_after_a_failed_flush_nothing_more_is_written(strace: str, tmp_path: Path, number: int) -> None:
    told = run_under(strace, tmp_path, f"fsync,fdatasync:error=EIO:when={number}")
    numbers = [int(line) for line in told if line != "broken"]
    assert "broken" in told
    assert told[len(numbers) :] == ["broken"] * (40 - len(numbers))  # once broken, broken until the next start
    stored = check_stored(tmp_path, numbers)
    assert stored - len(numbers) <= 1
