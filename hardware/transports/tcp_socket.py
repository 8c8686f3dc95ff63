"""A TCP connection as a stream of bytes that notices when the other end is gone."""

import contextlib
import socket

from hardware.errors import DeviceOffline

CONNECT_WITHIN = 3.0
ANSWER_WITHIN = 10.0


class TcpSocket:
    """Connects to `host`:`port`; a peer that vanished silently is noticed within about ten seconds."""

    def __init__(self, host: str, port: int, connect_within: float = CONNECT_WITHIN) -> None:
        self._address = (host, port)
        self._connect_within = connect_within
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Connect; raises `DeviceOffline` when nobody answers in time."""
        if self._socket is not None:
            return
        try:
            connection = socket.create_connection(self._address, self._connect_within)
        except OSError as problem:
            raise DeviceOffline(f"{self._name} does not answer: {problem}") from problem
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _watch_for_silence(connection)
        self._socket = connection

    def read(self, deadline: float) -> bytes:
        """What arrived within `deadline` seconds, or b""; raises `DeviceOffline` at the end of the line."""
        connection = self._opened()
        try:
            connection.settimeout(max(deadline, 0.001))
            octets = connection.recv(65536)
        except TimeoutError as problem:
            # The kernel's own verdict on a dead peer is a TimeoutError too, but with a number.
            if problem.errno is None:
                return b""
            raise self._gone(problem) from problem
        except OSError as problem:
            raise self._gone(problem) from problem
        if not octets:
            raise self._gone("it closed the connection")
        return octets

    def write(self, octets: bytes) -> None:
        """Send everything; raises `DeviceOffline` when it is not taken within ten seconds."""
        connection = self._opened()
        try:
            connection.settimeout(ANSWER_WITHIN)
            connection.sendall(octets)
        except OSError as problem:
            raise self._gone(problem) from problem

    def close(self) -> None:
        """Close the connection; does nothing when it is closed."""
        connection, self._socket = self._socket, None
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    @property
    def _name(self) -> str:
        return f"{self._address[0]}:{self._address[1]}"

    def _opened(self) -> socket.socket:
        if self._socket is None:
            raise DeviceOffline(f"{self._name} is not connected.")
        return self._socket

    def _gone(self, why: object) -> DeviceOffline:
        self.close()
        return DeviceOffline(f"The connection to {self._name} is lost: {why}")


def _watch_for_silence(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (
        ("TCP_KEEPIDLE", 4),
        ("TCP_KEEPINTVL", 2),
        ("TCP_KEEPCNT", 3),
        ("TCP_USER_TIMEOUT", int(ANSWER_WITHIN * 1000)),
    ):
        if (number := getattr(socket, option, None)) is not None:  # not every system has all of them
            connection.setsockopt(socket.IPPROTO_TCP, number, value)
