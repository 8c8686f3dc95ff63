"""The WebSocket server that a terminal opens for its plug-in, and what may go wrong on the line."""

import contextlib
import itertools
import json
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.server import Server, ServerConnection, serve

from hardware.simulators.front_script import FrontOutcome
from hardware.simulators.terminal_script import Usual

Json = dict[str, Any]


class FrontLine:
    """Listens on 127.0.0.1 for the register and hands frames to the page by `event(name, payload)`.

    `spoil` names what is done to the next frame with a result, `lose_next` the message whose frame never arrives.
    Frames are clear text, so the register's messages can be counted and their words noted (`last`).
    """

    def __init__(self, event: Callable[[str, Json], None], port: int = 0) -> None:
        self.port = port
        self.spoil = ""
        self.lose_next = ""
        self.last: dict[str, Json] = {}
        self._seen: Counter[str] = Counter()
        self._event = event
        self._ids = itertools.count(1)
        self._connections: dict[str, ServerConnection] = {}
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._results: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether it listens."""
        return self._server is not None

    def seen(self) -> dict[str, int]:
        """How many messages of each name came from registers."""
        with self._lock:
            return dict(self._seen)

    def open(self) -> None:
        """Listen, at the same port as before."""
        if self._server is None:
            self._server = serve(self._served, "127.0.0.1", self.port, ping_interval=None, compression=None)
            self.port = self._server.socket.getsockname()[1]
            self._thread = threading.Thread(target=self._server.serve_forever, name="front-line", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Break all connections and listen no more."""
        server, self._server = self._server, None
        if server is None:
            return
        server.shutdown()
        self.cut()
        if self._thread is not None:
            self._thread.join(5)

    def cut(self) -> None:
        """Break all connections."""
        with self._lock:
            connections = list(self._connections.values())
        for connection in connections:
            _break(connection)

    def send(self, connection_id: str, frame: str) -> None:
        """Carry a frame of the page to the register, or what has become of it."""
        with self._lock:
            connection = self._connections.get(connection_id)
        if connection is None:
            return
        frames = [frame]
        if self.spoil and _message(frame).get("name") == "result":
            outcome, self.spoil = self.spoil, ""
            frames = self._spoiled(outcome, frame)
            if not frames:
                _break(connection)
        if _message(frame).get("name") == "result":
            self._results.append(frame)
        with contextlib.suppress(OSError, WebSocketException):
            for one in frames:
                connection.send(one)

    def disconnect(self, connection_id: str) -> None:
        """Close one connection, as the page asked."""
        with self._lock:
            connection = self._connections.get(connection_id)
        if connection is not None:
            with contextlib.suppress(OSError, WebSocketException):
                connection.close()

    def _spoiled(self, outcome: str, frame: str) -> list[str]:
        document = json.loads(frame)
        if outcome == Usual.GARBLED:
            return [frame[: len(frame) // 2]]
        if outcome == Usual.TWICE:
            return [frame, frame]
        if outcome == Usual.OTHER_ATTEMPT:
            return [self._results[-1] if self._results else frame.replace("baro-", "baro-other-")]
        if outcome == FrontOutcome.OUT_OF_ORDER:
            return [json.dumps(document | {"seq": document["seq"] + 1})]
        if outcome == FrontOutcome.WRONG_MAC:
            return [json.dumps(document | {"mac": "0" * 64})]
        return []

    def _served(self, connection: ServerConnection) -> None:
        name = f"c{next(self._ids)}"
        with self._lock:
            self._connections[name] = connection
        self._event("onConnection", {"connectionId": name})
        with contextlib.suppress(OSError, WebSocketException):
            for frame in connection:
                message = _message(str(frame))
                with self._lock:
                    self._seen[str(message.get("name"))] += 1
                    self.last[str(message.get("name"))] = message
                if self.lose_next and message.get("name") == self.lose_next:
                    self.lose_next = ""
                    _break(connection)
                    break
                self._event("onMessage", {"connectionId": name, "data": frame})
        with self._lock:
            self._connections.pop(name, None)
        self._event("onDisconnection", {"connectionId": name, "reason": "closed"})


def _message(frame: str) -> Json:
    """The message inside a frame, empty when there is none; seals are the page's affair."""
    try:
        document = json.loads(frame)
        inner = json.loads(document["body"]) if isinstance(document, dict) and "body" in document else document
    except (ValueError, TypeError, RecursionError):
        return {}
    return inner if isinstance(inner, dict) else {}


def _break(connection: ServerConnection) -> None:
    with contextlib.suppress(OSError):
        connection.socket.shutdown(2)
