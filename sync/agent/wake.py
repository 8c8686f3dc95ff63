"""Waits at central for something new, so that a recall need not wait for the next round."""

import logging
import threading
import time
from collections.abc import Callable

from sync.agent.central_client import CentralAway, CentralClient, CentralRefused
from sync.agent.retry import BackOff, Uniform

_LOG = logging.getLogger(__name__)
_QUICK = 1.0  # seconds; an answer that came sooner was not waited for
_MOST_HURRY = 2.0


class WakeThread:
    """Asks central again and again whether there is news, on a thread and a connection of its own.

    `wake` is called for each piece of news. Nothing depends on it: what a lost wake-up would have brought comes with
    the next round. While central is away the pauses grow to `most_wait` seconds with full jitter.
    """

    def __init__(
        self,
        client: CentralClient,
        wake: Callable[[], None],
        uniform: Uniform,
        *,
        most_wait: float = 60.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client, self._wake, self._monotonic = client, wake, monotonic
        self._back_off = BackOff(uniform, first=min(1.0, most_wait), most=most_wait)
        # A central that has news without end, or thinks so, is asked at most every second or so.
        self._hurry = BackOff(uniform, first=0.1, most=_MOST_HURRY)
        self._position = 0
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="wake-ups", daemon=True)

    def start(self) -> None:
        """Begin to wait."""
        self._thread.start()

    def stop(self) -> None:
        """End; a question that central has not answered is left behind, it may take half a minute."""
        self._ending.set()

    def ask(self) -> float:
        """One question; answers how many seconds to pause until the next."""
        began = self._monotonic()
        try:
            answer = self._client.wake(self._position)
        except CentralAway as error:
            return self._back_off.failed(error.retry_after)
        except CentralRefused as error:
            _LOG.info("central wakes nobody: %s", error)
            return self._back_off.failed()
        self._back_off.succeeded()
        self._position = answer.position
        if not answer.newer:
            self._hurry.succeeded()
            return answer.pause
        self._wake()
        if self._monotonic() - began < _QUICK:
            return max(answer.pause, self._hurry.failed())
        self._hurry.succeeded()
        return answer.pause

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                pause = self.ask()
            except Exception:  # the exchange goes on by rounds, but not without anybody knowing
                _LOG.exception("waiting for news failed; it is tried again")
                pause = self._back_off.failed()
            self._ending.wait(pause)
        self._client.close()
