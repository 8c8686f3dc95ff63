"""Programs that a command starts and sees to their end, also when it is asked to end itself."""

import subprocess
from collections.abc import Sequence

from sync.central.interruption import Interruption

_LOOK_SECONDS = 0.1
_POLITE_SECONDS = 10.0


def run_to_its_end(
    command: Sequence[str], interruption: Interruption, *, stdout: int | None, stderr: int | None
) -> "subprocess.CompletedProcess[str]":
    """Run a program; once `interruption` came, end it and raise KeyboardInterrupt when it is gone."""
    interruption.check()
    with subprocess.Popen(list(command), stdout=stdout, stderr=stderr, text=True) as process:  # noqa: S603
        try:
            while True:
                try:
                    said, complained = process.communicate(timeout=_LOOK_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    interruption.check()
        finally:
            end(process)
    interruption.check()
    return subprocess.CompletedProcess(process.args, process.returncode, said, complained)


def end(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    """End a program politely, and hard when that takes longer than 10 s; return when it is gone."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(_POLITE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
