"""The plug-in's end of a line, in a few lines of Python: for what the real one never does."""

import hashlib
import hmac
import json
import queue
from collections.abc import Callable
from typing import Any

from hardware.codecs.front_frame import proof, read_hello, session_key
from hardware.errors import DeviceOffline
from tests.hardware.codecs.front_frames import KEY, card_response, hello_frame, sealed

Message = dict[str, Any]
Answers = Callable[[Message], list[Message]]


def usual(message: Message) -> list[Message]:
    """What an approving plug-in answers."""
    if message["name"] == "ping":
        return [{"name": "pong", "id": message["id"], "busy": False}]
    if message["name"] == "query":
        found = {"seen": True, "running": False, "ended": "SUCCESS", "found": True, "response": card_response()}
        return [{"name": "status", "id": message["id"], "paymentKey": message["paymentKey"], **found}]
    done = {"id": message["id"], "paymentKey": message.get("paymentKey", "")}
    return [{"name": "accepted", **done}, {"name": "result", **done, "type": "SUCCESS", "response": card_response()}]


class ScriptedPlugin:
    """A line with a plug-in at its end; `spoil` may change each frame, None: the connection ends there."""

    def __init__(
        self,
        answers: Answers = usual,
        spoil: Callable[[str], str | None] = lambda frame: frame,
        key: str = KEY,
        greeting: str | None = None,
        admits: bool = True,
    ) -> None:
        self.heard: list[Message] = []
        self.closed = False
        self._answers = answers
        self._spoil = spoil
        self._key = key
        self._admits = admits
        self._greeting = hello_frame() if greeting is None else greeting
        self._session = ""
        self._said = 0
        self._frames: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._frames.put(self._greeting)

    def send(self, text: str) -> None:
        if self.closed:
            raise DeviceOffline("The line is closed.")
        said = json.loads(text)
        if not self._session:
            self._admit(said, text)
            return
        message = json.loads(said["body"])
        self.heard.append(message)
        for answer in self._answers(message):
            self._said += 1
            frame = sealed(self._said, answer, self._session)
            self._frames.put(frame if message["name"] == "ping" else self._spoil(frame))

    def receive(self, timeout: float) -> str | None:
        try:
            frame = self._frames.get(timeout=timeout)
        except queue.Empty:
            return None
        if frame is None:
            self._frames.put(None)
            raise DeviceOffline("The line ended.")
        return frame

    def close(self) -> None:
        self.closed = True
        self._frames.put(None)

    def _admit(self, frame: Message, text: str) -> None:
        hello = read_hello(self._greeting)
        if not self._admits:
            self._frames.put(None)
        elif proof(hello, self._key, frame["nonce"]) != text:
            self._frames.put('{"name":"refused","why":"key"}')
        else:
            self._session = session_key(hello, self._key, frame["nonce"])
            said = f"baro-front/1\nhello\n{self._greeting}".encode()
            mac = hmac.new(bytes.fromhex(self._session), said, hashlib.sha256).hexdigest()
            self._frames.put(json.dumps({"name": "auth_ok", "mac": mac}))
