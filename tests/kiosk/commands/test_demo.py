"""A demo that ends, in whatever moment and way, leaves no process that it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.demo_world import DemoWorld
from tests.fakes.processes import alive, kill_all, wait_until

ROOT = Path(__file__).parents[3]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "world"
    kill_all(tmp_path / "world")


def begun(world: Path, log: Path, moment: str) -> "subprocess.Popen[bytes]":
    """A demo that has just said `moment`."""
    command = [sys.executable, "-u", "main.py", "demo", "--folder", str(world), "--offscreen"]
    with log.open("wb") as said:
        demo = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said, start_new_session=True)
    reached = wait_until(lambda: moment in log.read_text("utf-8", "replace"), 180)
    if not reached:
        demo.kill()
        demo.wait()
    assert reached, log.read_text("utf-8", "replace")
    return demo


@pytest.mark.parametrize(
    ("moment", "whole_group"),
    [
        ("loading the demo shop", True),
        ("central: starting", False),
        ("02-", False),
        pytest.param("02-", True, marks=pytest.mark.long),
    ],
)
def test_ctrl_c_leaves_no_process(world: Path, tmp_path: Path, moment: str, whole_group: bool) -> None:
    """A terminal interrupts the whole group, a supervisor the one process; both end everything before they end."""
    log = tmp_path / "said"
    demo = begun(world, log, moment)
    time.sleep(1.0)
    assert len(alive(world)) >= 2, "there is something to end"
    if whole_group:
        os.killpg(demo.pid, signal.SIGINT)
    else:
        os.kill(demo.pid, signal.SIGINT)
    assert demo.wait(150) == 130, log.read_text("utf-8", "replace")
    assert alive(world) == {}
    assert "Traceback" not in log.read_text("utf-8", "replace")


@pytest.mark.parametrize("moment", ["loading the demo shop", pytest.param("01-", marks=pytest.mark.long)])
def test_a_demo_that_is_killed_takes_everything_along(world: Path, tmp_path: Path, moment: str) -> None:
    demo = begun(world, tmp_path / "said", moment)
    time.sleep(1.0)
    os.killpg(demo.pid, signal.SIGKILL)  # of a closed terminal or a container: with the kiosk, without central
    demo.wait()
    assert wait_until(lambda: not alive(world), 120), alive(world)


def test_a_demo_that_was_interrupted_while_loading_starts_the_next_time(world: Path) -> None:
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
    assert alive(world) == {}


def test_central_is_there_once_however_often_hands_start_it_and_ends_with_the_world(world: Path) -> None:
    demo = DemoWorld(world, lambda _words: None)
    hands = demo.central_commands()
    try:
        hands["start"]()
        hands["start"]()
        serving = [words for words in alive(world).values() if "central serve" in words]
        assert len(serving) == 1
        hands["kill"]()
        assert not demo.central.running
    finally:
        demo.stop()
    assert alive(world) == {}
