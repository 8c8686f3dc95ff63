"""A PostgreSQL that comes along in a wheel: for the demo, the tests and a trial in one shop.

As root the server runs as the system user `pgserver`, because PostgreSQL refuses to run as root.
It listens on a Unix socket only. `postgres_keeper` is the process that owns it; this is the side of its users.
"""

import contextlib
import fcntl
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

import psycopg
from psycopg import sql

from sync.central.database import postgres_keeper
from sync.central.database.postgres_keeper import lock_file, locked

_START_SECONDS = 90.0
_END_SECONDS = 90.0
_LOOK_SECONDS = 0.02
_CREATE_LOCK = 7_201_002


class EmbeddedFailed(RuntimeError):
    """The embedded PostgreSQL did not start or end; the message names the folder and the log."""


class EmbeddedPostgres:
    """One PostgreSQL server over one data folder, for as long as any process uses it.

    Using it is a lock of the operating system: a user that is killed in whatever moment has let go of it too.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._use: int | None = None
        self._address: dict[str, str] = {}

    def start(self) -> str:
        """Start, or join the server that already runs on this folder; answers the URL of its `baro` database.

        Waits while one is ending. Raises `EmbeddedFailed` when the server does not come up within 90 s. When it
        raises, or is interrupted, the server is not used.
        """
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._use = locked(lock_file(self._folder, "users"), fcntl.LOCK_SH)
            self._reach()
            return self.create_database("baro")
        except OSError as error:
            self._give_up()
            raise EmbeddedFailed(self._reason(str(error))) from error
        except BaseException:
            self._give_up()
            raise

    def create_database(self, name: str) -> str:
        """The URL of database `name`, made when it is not there; several users at once take turns."""
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", (_CREATE_LOCK,))  # given back with the connection
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        return self._url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database and end the sessions on it."""
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Let go of the server; when nobody else uses it, return once each of its processes has ended.

        Raises `EmbeddedFailed` when that takes longer than 90 s.
        """
        if self._use is not None:
            self._let_go()
            self.wait_until_ended()

    def wait_until_ended(self) -> None:
        """Return once no process of the server is left, or at once when another process uses it.

        Raises `EmbeddedFailed` when that takes longer than 90 s.
        """
        give_up = time.monotonic() + _END_SECONDS
        while self.running() and not self._used():
            if time.monotonic() > give_up:
                raise EmbeddedFailed(self._reason("did not end in time"))
            time.sleep(_LOOK_SECONDS)

    def running(self) -> bool:
        """Whether any process of a server on the folder is there, whoever started it; one that is ending counts."""
        if not lock_file(self._folder, "keeper").exists():
            return False
        return not _free(lock_file(self._folder, "keeper"), fcntl.LOCK_EX)

    def __enter__(self) -> "EmbeddedPostgres":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _let_go(self) -> None:
        use, self._use = self._use, None
        if use is not None:
            os.close(use)

    def _give_up(self) -> None:
        with contextlib.suppress(EmbeddedFailed):
            self.stop()

    def _used(self) -> bool:
        # Behind a door, so that two who look at the same time do not take each other's look for a use.
        door = locked(lock_file(self._folder, "door"), fcntl.LOCK_EX)
        try:
            users = lock_file(self._folder, "users")
            # Not free for one alone, but free for one more: users hold it, not a keeper that ends its server.
            return not _free(users, fcntl.LOCK_EX) and _free(users, fcntl.LOCK_SH)
        finally:
            if door is not None:
                os.close(door)

    def _reach(self) -> None:
        """Wait until the server answers, with a keeper started when none is there."""
        give_up = time.monotonic() + _START_SECONDS
        keeper: subprocess.Popen[bytes] | None = None
        while not self._answers():
            if time.monotonic() > give_up:
                raise EmbeddedFailed(self._reason("did not start in time"))
            if (keeper is None or keeper.poll() is not None) and not self.running():
                if keeper is not None and keeper.returncode:
                    raise EmbeddedFailed(self._reason(f"its keeper ended with {keeper.returncode}"))
                keeper = self._start_keeper()
            time.sleep(_LOOK_SECONDS)

    def _start_keeper(self) -> "subprocess.Popen[bytes]":
        with lock_file(self._folder, "keeper.log").open("wb") as log:
            keeper = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", str(Path(postgres_keeper.__file__)), str(self._folder)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        threading.Thread(target=keeper.wait, name="postgres keeper's end", daemon=True).start()
        return keeper

    def _answers(self) -> bool:
        try:
            self._address = json.loads(lock_file(self._folder, "keeper").read_text("utf-8") or "{}")
            if not self._address or not self.running():
                return False
            psycopg.connect(self._url("postgres"), connect_timeout=5).close()
        except (OSError, ValueError, psycopg.OperationalError):
            return False
        return True

    def _url(self, database: str) -> str:
        sockets, port = quote(self._address["sockets"], safe="/"), self._address["port"]
        return f"postgresql://postgres:@/{database}?host={sockets}&port={port}"

    def _reason(self, fault: str) -> str:
        said = [f"the embedded PostgreSQL in {self._folder} failed: {fault}"]
        for log in (lock_file(self._folder, "keeper.log"), self._folder / "log"):
            if log.exists() and (last := log.read_text(errors="replace")[-600:].strip()):
                said.append(f"last lines of {log}:\n{last}")
        return "\n".join(said)


def _free(path: Path, kind: int) -> bool:
    descriptor = locked(path, kind | fcntl.LOCK_NB)
    if descriptor is None:
        return False
    os.close(descriptor)
    return True
