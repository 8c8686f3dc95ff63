"""What runs on a folder, to prove that nothing is left of a program that ended."""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path


def alive(folder: Path) -> dict[int, str]:
    """Every process but this one whose command line or open folder names `folder`, with its command line."""
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
            found[int(entry.name)] = words.strip()
    return found


def kill_all(folder: Path) -> None:
    """End hard what a failed test left running on `folder`."""
    for process in alive(folder):
        with contextlib.suppress(ProcessLookupError):  # it ended with the one before it
            os.kill(process, signal.SIGKILL)


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether `condition` came true before `seconds` were over."""
    ends = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > ends:
            return False
        time.sleep(0.02)
    return True
