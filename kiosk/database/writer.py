"""The one writer thread of station.db: work goes in, is committed durably, and the answer comes back."""

import fcntl
import logging
import os
import queue
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import sqlcipher3
from sqlalchemy.exc import DBAPIError

from kiosk.checkout.ports import UnitOfWork
from kiosk.database.engine import StationDatabase
from kiosk.database.errors import StationBroken, StationFault, WriterBusy, WriterClosed
from kiosk.database.free_space import SpaceReserve
from kiosk.database.journal_mirror import JournalMirror
from kiosk.database.unit_of_work import StationUnitOfWork

T = TypeVar("T")
MOST_WAITING = 1_000
_LOG = logging.getLogger(__name__)


class _Job:
    def __init__(
        self,
        work: Callable[[StationUnitOfWork], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self.work, self.done, self.failed, self.post = work, done, failed, post


class StationWriter:
    """Implements `Writer`; `post_to_session` hands a call to the session's thread.

    After a failed flush nobody knows what the disk holds: `broken` then says why, every further work fails with
    `StationBroken`, and the process must start again. `reserve` is given up when the disk is full; `mirror` gets
    every committed entry and is closed with the writer. `at_point` is told each step (for crash tests).
    """

    def __init__(
        self,
        database: StationDatabase,
        now: Callable[[], datetime],
        post_to_session: Callable[[Callable[[], None]], None],
        *,
        most_waiting: int = MOST_WAITING,
        reserve: SpaceReserve | None = None,
        mirror: JournalMirror | None = None,
        at_point: Callable[[str], None] = lambda _point: None,
    ) -> None:
        self._database = database
        self._now = now
        self._post = post_to_session
        self._reserve = reserve
        self._mirror = mirror
        self._at_point = at_point
        self._jobs: queue.Queue[_Job | None] = queue.Queue(most_waiting)
        self._broken = ""
        self._closing = False
        self._gate = threading.Lock()  # nothing may be queued behind the end
        self._lock_file = _lock(database)
        self._connection = database.connect(writing=True)
        self._thread = threading.Thread(target=self._run, name="station-writer", daemon=True)
        self._thread.start()

    @property
    def broken(self) -> str:
        """Why nothing may be written any more, or ""."""
        return self._broken

    @property
    def waiting(self) -> int:
        """How much work waits."""
        return self._jobs.qsize()

    def submit(
        self, work: Callable[[UnitOfWork], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Queue `work` without waiting; `failed` gets `WriterBusy` or `WriterClosed` when it cannot be queued."""
        self._queue(_Job(work, done, failed, self._post))

    def run(self, work: Callable[[StationUnitOfWork], T], timeout: float = 30.0) -> T:
        """Do `work` and wait for its commit: for the agent and the start, never for the session's thread.

        Raises what `work` or the commit raised, or `WriterBusy` after `timeout` seconds (it may still be done).
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("the writer cannot wait for itself")
        ended = threading.Event()
        answers: list[T] = []
        errors: list[Exception] = []

        def tell(call: Callable[[], None]) -> None:
            call()
            ended.set()

        self._queue(_Job(work, answers.append, errors.append, tell))
        if not ended.wait(timeout):
            raise WriterBusy(f"the writer gave no answer within {timeout:g} s; see whether the disk is slow or full")
        if errors:
            raise errors[0]
        return answers[0]

    def close(self, timeout: float = 10.0) -> bool:
        """Do what waits, then end; False when it did not end within `timeout` seconds."""
        with self._gate:
            first = not self._closing
            self._closing = True
        if first:
            self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _queue(self, job: _Job) -> None:
        error: StationFault | None = None
        with self._gate:
            if self._closing:
                error = WriterClosed("the kiosk is ending; nothing more is stored")
            elif self._broken:
                error = StationBroken(self._broken)
            else:
                try:
                    self._jobs.put_nowait(job)
                except queue.Full:
                    error = WriterBusy(f"{self._jobs.maxsize} changes wait for the disk; try again")
        if error is not None:
            self._fail(job, error)

    def _run(self) -> None:
        try:
            while (job := self._jobs.get()) is not None:
                self._do(job)
        finally:
            self._connection.close()
            if self._mirror is not None:
                self._mirror.close()
            os.close(self._lock_file)

    def _do(self, job: _Job) -> None:
        if self._broken:
            self._fail(job, StationBroken(self._broken))
            return
        try:
            answer = self._commit(job)
        except Exception as error:
            self._fail(job, self._noted(error))
        else:
            self._at_point("before-done")
            self._tell(job, lambda: job.done(answer))

    def _commit(self, job: _Job) -> Any:
        try:
            return self._try(job)
        except (DBAPIError, sqlcipher3.Error) as error:
            if _code(error) != sqlcipher3.SQLITE_FULL or self._reserve is None or not self._reserve.give_up():
                raise
        # The room kept back is free now: a payment in progress finishes (reliability 3.5).
        return self._try(job)

    def _try(self, job: _Job) -> Any:
        with self._connection.begin():
            work = StationUnitOfWork(self._connection, self._database.station, self._now)
            answer = job.work(work)
            work.finish()
            self._at_point("before-commit")
        self._at_point("after-commit")
        if self._mirror is not None and work.appended:
            self._mirror.add(work.appended)
        return answer

    def _noted(self, error: Exception) -> Exception:
        """Remember an error after which the file may not be written any more."""
        code = _code(error)
        if code in (sqlcipher3.SQLITE_IOERR, sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB):
            self._broken = (
                f"the disk under {self._database.path} failed ({getattr(error, 'orig', None) or error}): "
                "start the kiosk again; if it repeats, replace the disk"
            )
            return StationBroken(self._broken)
        return error

    def _fail(self, job: _Job, error: Exception) -> None:
        self._tell(job, lambda: job.failed(error))

    def _tell(self, job: _Job, call: Callable[[], None]) -> None:
        try:
            job.post(call)
        except Exception:  # a session that is gone must not stop what still waits to be stored
            _LOG.exception("an answer of the writer could not be handed over")


def _code(error: Exception) -> int:
    cause = getattr(error, "orig", None) or error
    return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF


def _lock(database: StationDatabase) -> int:
    """Make sure that no other process writes this file."""
    path = database.path.with_name(database.path.name + ".lock")
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise StationFault(f"{database.path} is in use by another kiosk: end that one first") from error
    return handle
