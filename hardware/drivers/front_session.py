"""One authenticated connection to the plug-in of a Toss Front terminal: who asked gets its answers, in order."""

import contextlib
import itertools
import queue
import threading
from collections.abc import Callable
from typing import Protocol

from hardware.codecs import front_frame
from hardware.codecs.front_frame import FrameSeal, Hello
from hardware.codecs.front_message import FrontMessage, Pong, read_message
from hardware.codecs.nexo_json import JsonObject
from hardware.errors import DeviceError, DeviceGarbled, DeviceOffline, DeviceRefused

_ids = itertools.count(1)
_WHY = {
    "key": "The terminal has another pairing key; type the same on its settings page and in pairing_key.",
    "unpaired": "The terminal has no pairing key yet; open its settings page.",
    "superseded": "Another checkout, or another program, connected to this terminal.",
    "frame": "The terminal did not accept a frame of ours.",
}


class FrameLine(Protocol):
    """Carries text frames; raises `DeviceOffline` when the connection is gone."""

    def send(self, text: str) -> None: ...
    def receive(self, timeout: float) -> str | None: ...
    def close(self) -> None: ...


class NotWritten(DeviceOffline):
    """The connection was gone before anything was written."""


class Inbox:
    """The answers to one message."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[FrontMessage | None] = queue.SimpleQueue()

    def put(self, message: FrontMessage | None) -> None:
        """Add an answer; None: there will be no more."""
        self._queue.put(message)

    def next(self, timeout: float) -> FrontMessage:
        """The next answer; raises `DeviceOffline` when none comes in time or the connection ended."""
        try:
            message = self._queue.get(timeout=timeout)
        except queue.Empty:
            raise DeviceOffline("The terminal does not answer.") from None
        if message is None:
            self._queue.put(None)
            raise DeviceOffline("The connection to the terminal ended before its answer.")
        return message


class FrontSession:
    """An open connection whose two ends proved to know the pairing key.

    Raises `DeviceOffline` when the terminal is not there, `DeviceRefused` when the keys differ and `DeviceGarbled`
    when something else answers. Frames are read on a thread of its own, which also sends a ping every `ping_every`
    seconds of silence and gives the connection up when three stay without any answer.
    """

    def __init__(self, line: FrameLine, key: str, nonce: Callable[[int], bytes], timeout: float, ping_every: float):
        self._line = line
        self._write = threading.Lock()
        self._inboxes: dict[str, Inbox] = {}
        self._open = True
        self._why = ""
        self._ping_every = ping_every
        try:
            self.hello, self._seal = self._welcomed(key, nonce, timeout)
        except BaseException:
            line.close()
            raise
        self._reader = threading.Thread(target=self._read, name="toss-front", daemon=True)
        self._reader.start()

    @property
    def is_open(self) -> bool:
        """Whether it can still be used."""
        return self._open

    def ask(self, message: JsonObject) -> Inbox:
        """Send a message (its `id` names the answers); raises `NotWritten`, or `DeviceOffline` when nobody knows."""
        inbox, name = Inbox(), str(message["id"])
        with self._write:
            if not self._open:
                raise NotWritten(self._why or "The connection to the terminal is gone.")
            self._inboxes[name] = inbox
            try:
                self._line.send(self._seal.close(message))
            except DeviceError:
                self._inboxes.pop(name, None)
                raise
        return inbox

    def done(self, ask_id: str) -> None:
        """Listen no more for answers to a message."""
        with self._write:
            self._inboxes.pop(ask_id, None)

    def ping(self, timeout: float) -> bool:
        """Whether a dialogue runs there; raises `DeviceOffline` when the plug-in does not answer."""
        name = f"ping-{next(_ids)}"
        try:
            answer = self.ask({"name": "ping", "id": name}).next(timeout)
        finally:
            self.done(name)
        if not isinstance(answer, Pong):
            raise DeviceOffline("The terminal's plug-in answers a ping with something else.")
        return answer.busy

    def close(self, why: str = "The connection to the terminal was closed.") -> None:
        """End it: who waits is told that there is no answer."""
        with self._write:
            first, self._open = self._open, False
            self._why = self._why or why
            waiting, self._inboxes = list(self._inboxes.values()), {}
        for inbox in waiting:
            inbox.put(None)
        if first:
            self._line.close()
        if threading.current_thread() is not self._reader:
            self._reader.join(2.0)

    def _welcomed(self, key: str, nonce: Callable[[int], bytes], timeout: float) -> tuple[Hello, FrameSeal]:
        hello = front_frame.read_hello(self._frame(timeout, "The terminal's plug-in does not greet."))
        own = nonce(32).hex()
        self._line.send(front_frame.proof(hello, key, own))
        try:
            answer = self._frame(timeout, "The terminal's plug-in does not answer.")
        except DeviceOffline as gone:
            raise DeviceRefused(_WHY["key"]) from gone
        why = front_frame.refusal(answer)
        if why:
            raise DeviceRefused(_WHY.get(why, "The terminal refuses this checkout."))
        session = front_frame.session_key(hello, key, own)
        front_frame.check_welcome(answer, hello, session)
        return hello, FrameSeal(session)

    def _frame(self, timeout: float, silent: str) -> str:
        frame = self._line.receive(timeout)
        if frame is None:
            raise DeviceOffline(silent)
        return frame

    def _read(self) -> None:
        silent = 0
        try:
            while self._open:
                frame = self._line.receive(self._ping_every)
                if frame is not None:
                    silent = 0
                    self._hand_out(frame)
                    continue
                silent += 1
                if silent > 3:
                    raise DeviceOffline("The terminal has been silent.")
                name = f"keep-{next(_ids)}"
                with contextlib.suppress(NotWritten):
                    self.ask({"name": "ping", "id": name})
                    self.done(name)
        except DeviceError as ended:
            self.close(str(ended))

    def _hand_out(self, frame: str) -> None:
        why = front_frame.refusal(frame)
        if why:
            # Not sealed, so anybody could say it; it ends the connection, as any odd frame does, and nothing else.
            raise DeviceGarbled(_WHY.get(why, "The terminal refuses this checkout."))
        name, message = read_message(self._seal.open(frame))
        with self._write:
            inbox = self._inboxes.get(name)
        if inbox is not None:
            inbox.put(message)
