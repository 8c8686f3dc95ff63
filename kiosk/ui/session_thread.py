"""The one hop from any thread to the session's: the GUI thread runs what others post."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
log = logging.getLogger(__name__)


class SessionThread(QObject):
    """Runs posted work on the thread that made this object, in the order it was posted."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, work: Callable[[], None]) -> None:
        """Queue `work`; may be called from any thread."""
        self._posted.emit(work)

    @Slot(object)
    def _run(self, work: Callable[[], None]) -> None:
        work()


class BackgroundWork:
    """Slow pure work on other threads, its answer back on the session's thread (the port `Background`)."""

    def __init__(self, post: Callable[[Callable[[], None]], None], threads: int = 2) -> None:
        self._post = post
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="background")

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run `work` elsewhere, then `done` with its answer or `failed` with what it raised, here."""

        def answered(future: Future[T]) -> None:
            error = future.exception()
            if error is None:
                answer = future.result()
                self._post(lambda: done(answer))
            elif isinstance(error, Exception):
                wrong = error
                self._post(lambda: failed(wrong))
            else:
                log.critical("background work ended the thread: %r", error)

        self._pool.submit(work).add_done_callback(answered)

    def close(self) -> None:
        """Wait for what runs and take no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)
