"""Slow work of a kiosk without a window."""

import threading
from collections.abc import Callable
from typing import Any


class PlainBackground:
    """Runs slow work on a thread of its own and answers on the session's."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        def run() -> None:
            try:
                found = work()
            except Exception as fault:
                wrong = fault
                self._post(lambda: failed(wrong))
            else:
                self._post(lambda: done(found))

        threading.Thread(target=run, daemon=True).start()
