"""`baro central` leaves no database behind, however it is ended."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.processes import alive, kill_all, wait_until

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "central"
    kill_all(tmp_path / "central")


def central(folder: Path, *arguments: str, lifeline: bool = False) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "main.py", "central", *arguments, "--folder", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE if lifeline else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_command_on_the_books_that_is_ended_leaves_no_database(folder: Path, end: signal.Signals) -> None:
    loading = central(folder, "seed", "resources/demo")
    assert wait_until((folder / "postgres" / "postmaster.pid").exists, 60)
    loading.send_signal(end)
    loading.wait(120)
    assert wait_until(lambda: not alive(folder), 90), alive(folder)


@pytest.mark.parametrize("moment", ["central.key", "postgres/postmaster.pid", "ready.json"])
def test_central_ends_in_order_with_the_program_that_started_it(folder: Path, moment: str) -> None:
    ready = folder / "ready.json"
    serving = central(folder, "serve", "--port", "0", "--until-stdin-closes", "--ready-file", str(ready), lifeline=True)
    assert serving.stdin is not None
    assert wait_until((folder / moment).exists, 60)
    assert serving.poll() is None
    serving.stdin.close()  # what the operating system does when that program has gone
    assert serving.wait(120) == 130
    assert alive(folder) == {}
