"""The terminal's end of a line: TCP, where connections come and go, or a serial cable with its acknowledgements."""

import contextlib
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from hardware.codecs.zvt.apdu import Apdu, ApduReader, encode_apdu
from hardware.codecs.zvt.serial_frame import (
    ACK,
    NAK,
    REPEATS,
    Acknowledged,
    FrameDamaged,
    FrameSeen,
    RepeatWanted,
    SerialReader,
    encode_frame,
)
from hardware.errors import DeviceGarbled, DeviceOffline
from hardware.simulators.pty_cable import PtyCable


class LineLost(Exception):
    """The line broke; what the terminal was about to say is not said."""


class Link:
    """One conversation with a register: what came in, and a way to answer. `changed` guards and tells all of it."""

    def __init__(self, changed: threading.Condition, write: Callable[[Apdu], None], close: Callable[[], None]) -> None:
        self._changed = changed
        self._write = write
        self._close = close
        self.inbox: deque[Apdu] = deque()
        self.is_open = True

    def send(self, apdu: Apdu) -> None:
        """Send to the register; raises `LineLost`."""
        if not self.is_open:
            raise LineLost
        try:
            self._write(apdu)
        except (OSError, DeviceOffline, LineLost):
            self.drop()
            raise LineLost from None

    def take(self, timeout: float | None) -> Apdu | None:
        """The next APDU; None when none came in time or the line broke."""
        with self._changed:
            self._changed.wait_for(lambda: self.inbox or not self.is_open, timeout)
            return self.inbox.popleft() if self.inbox else None

    def arrived(self, apdus: list[Apdu]) -> None:
        """Note what came."""
        with self._changed:
            self.inbox.extend(apdus)
            self._changed.notify_all()

    def drop(self) -> None:
        """Break the line from this side."""
        with self._changed:
            was_open, self.is_open = self.is_open, False
            self._changed.notify_all()
        if was_open:
            self._close()


class TcpLine:
    """Listens on 127.0.0.1 and serves each connection on a thread of its own; keeps its port when reopened."""

    def __init__(self, changed: threading.Condition, serve: Callable[[Link], None], port: int = 0) -> None:
        self._changed = changed
        self._serve = serve
        self._port = port
        self._listener: socket.socket | None = None
        self._links: list[Link] = []

    @property
    def address(self) -> str:
        """Host and port, known after the first `open`."""
        return f"127.0.0.1:{self._port}"

    def open(self) -> None:
        """Take connections."""
        if self._listener is not None:
            return
        listener = socket.create_server(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), name=f"zvt {self._port}", daemon=True).start()

    def close(self) -> None:
        """Break all connections and refuse new ones."""
        listener, self._listener = self._listener, None
        if listener is not None:
            # A blocked accept keeps the port; shutdown wakes it.
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        links, self._links = self._links, []
        for link in links:
            link.drop()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            if self._listener is not listener:
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link = Link(self._changed, _writer(connection), _closer(connection))
            self._links = [kept for kept in self._links if kept.is_open] + [link]
            threading.Thread(target=self._read, args=(connection, link), name="zvt reader", daemon=True).start()
            threading.Thread(target=self._serve, args=(link,), name="zvt conversation", daemon=True).start()

    @staticmethod
    def _read(connection: socket.socket, link: Link) -> None:
        reader = ApduReader()
        with contextlib.suppress(OSError, DeviceGarbled):
            while octets := connection.recv(4096):
                link.arrived(reader.feed(octets))
        link.drop()


class SerialLine:
    """A pty that speaks the framing of a serial line: answers every frame, repeats its own up to twice."""

    def __init__(
        self,
        changed: threading.Condition,
        serve: Callable[[Link], None],
        path: Path | None = None,
        answer_seconds: float = 5.0,
    ) -> None:
        self._changed = changed
        self._serve = serve
        self._answer_seconds = answer_seconds
        self._cable = PtyCable(self._on_bytes, path)
        self._reader = SerialReader()
        self._link: Link | None = None
        self._answers: deque[bool] = deque()
        self._last_byte = 0.0

    @property
    def address(self) -> str:
        """The path of the port."""
        return str(self._cable.link)

    def open(self) -> None:
        """Plug the cable in."""
        if self._cable.plugged:
            return
        self._reader = SerialReader()
        self._link = link = Link(self._changed, self._write, self._pull)
        self._cable.plug()
        threading.Thread(target=self._serve, args=(link,), name="zvt conversation", daemon=True).start()

    def close(self) -> None:
        """Pull the cable out."""
        link, self._link = self._link, None
        if link is not None:
            link.drop()
        self._cable.unplug()

    def _pull(self) -> None:
        # A serial line cannot be hung up: what is lost on it is a cable that was out for a moment.
        self._cable.unplug()
        if self._link is not None:
            self._link = None
            self.open()

    def _on_bytes(self, octets: bytes) -> None:
        now = time.monotonic()
        # A pause far beyond T1 means that a frame broke off; whether the reader was slow is not known below that.
        events = self._reader.silence() if self._reader.inside and now - self._last_byte > 1.0 else []
        self._last_byte = now
        for event in [*events, *self._reader.feed(octets)]:
            if isinstance(event, FrameSeen):
                self._cable.send(ACK)
                if self._link is not None:
                    self._link.arrived([event.apdu])
            elif isinstance(event, FrameDamaged):
                self._cable.send(NAK)
            elif isinstance(event, Acknowledged | RepeatWanted):
                with self._changed:
                    self._answers.append(isinstance(event, Acknowledged))
                    self._changed.notify_all()

    def _write(self, apdu: Apdu) -> None:
        frame = encode_frame(apdu)
        for _ in range(1 + REPEATS):
            with self._changed:
                self._answers.clear()
            self._cable.send(frame)
            with self._changed:
                self._changed.wait_for(lambda: self._answers or self._link is None, self._answer_seconds)
                if self._answers and self._answers.popleft():
                    return
                if self._link is None:
                    break
        raise LineLost


def _writer(connection: socket.socket) -> Callable[[Apdu], None]:
    return lambda apdu: connection.sendall(encode_apdu(apdu))


def _closer(connection: socket.socket) -> Callable[[], None]:
    def close() -> None:
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
        connection.close()

    return close
