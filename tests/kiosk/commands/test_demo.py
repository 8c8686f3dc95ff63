"""Ctrl-C of `baro demo` ends every process that it started, in whatever moment it comes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.demo_world import DemoWorld

ROOT = Path(__file__).parents[3]


def alive(folder: Path) -> dict[int, str]:
    """Every process whose command line or open folder names `folder`."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            place = os.readlink(entry / "cwd")
        except OSError:
            continue
        if str(folder) in words or place.startswith(str(folder)):
            found[int(entry.name)] = words
    return found


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    ends = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > ends:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.parametrize(
    ("moment", "whole_group"),
    [
        ("loading the demo shop", True),
        ("central: starting", False),
        ("02-", False),
        pytest.param("02-", True, marks=pytest.mark.long),
    ],
)
def test_ctrl_c_leaves_no_process(tmp_path: Path, moment: str, whole_group: bool) -> None:
    """A terminal interrupts the whole group, a supervisor the one process; both end everything."""
    log = tmp_path / "said"
    world = tmp_path / "world"
    command = [sys.executable, "-u", "main.py", "demo", "--folder", str(world), "--offscreen"]
    with log.open("wb") as said:
        demo = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said, start_new_session=True)
    try:
        assert wait_until(lambda: moment in log.read_text("utf-8", "replace"), 60), log.read_text("utf-8", "replace")
        time.sleep(1.0)
        assert len(alive(world)) >= 2, "there is something to end"
        if whole_group:
            os.killpg(demo.pid, signal.SIGINT)
        else:
            os.kill(demo.pid, signal.SIGINT)
        assert demo.wait(45) == 130, log.read_text("utf-8", "replace")
        assert wait_until(lambda: not alive(world), 10), alive(world)
        assert "Traceback" not in log.read_text("utf-8", "replace")
    finally:
        if demo.poll() is None:
            demo.kill()
            demo.wait()
        for process in alive(world):
            os.kill(process, signal.SIGKILL)


def test_a_demo_that_was_interrupted_while_loading_starts_the_next_time(tmp_path: Path) -> None:
    world = tmp_path / "world"
    first = DemoWorld(world, lambda _words: None)
    interrupted = subprocess.Popen(
        [sys.executable, "main.py", "central", "seed", "resources/demo", "--folder", str(world / "central")],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(2.5)
    interrupted.kill()
    interrupted.wait()
    try:
        first.start()
        assert first.ask("central", "check", "--folder", str(world / "central")) == []
    finally:
        first.stop()
    assert wait_until(lambda: not alive(world), 10), alive(world)
