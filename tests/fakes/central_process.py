"""Central as a process of its own, to be killed: `python -m tests.fakes.central_process FOLDER DATABASE_URL PORT`."""

import contextlib
import sys
from pathlib import Path

from sync.central.app import serve
from sync.central.interruption import Interruption
from sync.central.settings import CentralSettings


def _ready(url: str) -> None:
    sys.stdout.write(f"{url}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    settings = CentralSettings(folder=Path(sys.argv[1]), database_url=sys.argv[2])
    with contextlib.suppress(KeyboardInterrupt), Interruption() as interruption:
        serve(settings, int(sys.argv[3]), _ready, interruption)
