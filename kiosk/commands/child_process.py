"""Programs that a command starts and sees to their end, also when it is asked to end itself."""

import subprocess
from collections.abc import Sequence

from sync.central.interruption import Interruption

_LOOK_SECONDS = 0.1
_POLITE_SECONDS = 10.0


def run_to_its_end(
    command: Sequence[str], interruption: Interruption, *, stdout: int | None, stderr: int | None, told: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Run a program, with `told` as its standard input; once `interruption` came, end it and raise KeyboardInterrupt.

    Either way it is gone then.
    """
    interruption.check()
    stdin = subprocess.PIPE if told else None
    with subprocess.Popen(list(command), stdin=stdin, stdout=stdout, stderr=stderr, text=True) as process:  # noqa: S603
        still_to_tell: str | None = told or None
        try:
            while True:
                try:
                    said, complained = process.communicate(still_to_tell, timeout=_LOOK_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    still_to_tell = None  # communicate goes on with it by itself
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
