"""Notes that a program was asked to end, instead of breaking in on whatever it does at that moment."""

import contextlib
import signal
import threading
from types import FrameType

_ASKS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interruption:
    """While it is entered, Ctrl-C, SIGTERM and a closed terminal are noted in `came` and nothing is interrupted.

    A KeyboardInterrupt out of a signal may come between a start and the line that remembers it, and is lost in an
    import or a finalizer. So the main thread sees each step through and asks with `check` between the steps.
    """

    def __init__(self) -> None:
        self.came = False
        self._before = contextlib.ExitStack()

    def note(self, *_signal: "int | FrameType | None") -> None:
        """Somebody asks the program to end."""
        # A plain attribute: an Event's lock may be held by the very code that the signal stopped.
        self.came = True

    def check(self) -> None:
        """Raise KeyboardInterrupt when the program was asked to end."""
        if self.came:
            raise KeyboardInterrupt

    def __enter__(self) -> "Interruption":
        if threading.current_thread() is threading.main_thread():
            for number in _ASKS:
                if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, or the background of a shell
                    self._before.callback(signal.signal, number, signal.signal(number, self.note))
        return self

    def __exit__(self, *_: object) -> None:
        self._before.close()
