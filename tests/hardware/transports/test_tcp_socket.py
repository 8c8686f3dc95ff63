"""TCP connections that notice the other end's going."""

import socket
from collections.abc import Iterator

import pytest

from hardware.errors import DeviceOffline
from hardware.transports.tcp_socket import TcpSocket


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as made:
        yield made


def connected(listener: socket.socket) -> tuple[TcpSocket, socket.socket]:
    stream = TcpSocket("127.0.0.1", listener.getsockname()[1])
    stream.open()
    return stream, listener.accept()[0]


def test_bytes_go_both_ways(listener: socket.socket) -> None:
    stream, peer = connected(listener)
    with peer:
        stream.write(b"ask")
        assert peer.recv(10) == b"ask"
        peer.sendall(b"answer")
        assert stream.read(1.0) == b"answer"
        assert stream.read(0.01) == b""
        assert stream.read(0.0) == b""
    stream.close()
    stream.close()


def test_a_closed_connection_is_offline(listener: socket.socket) -> None:
    stream, peer = connected(listener)
    peer.close()
    with pytest.raises(DeviceOffline, match="closed the connection"):
        stream.read(1.0)
    with pytest.raises(DeviceOffline, match="not connected"):
        stream.write(b"x")


def test_a_peer_that_takes_nothing_more_is_offline(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.transports.tcp_socket.ANSWER_WITHIN", 0.3)
    stream, peer = connected(listener)
    with peer, pytest.raises(DeviceOffline, match="lost"):
        stream.write(b"x" * 50_000_000)


def test_nobody_there_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(DeviceOffline, match="does not answer"):
        TcpSocket("127.0.0.1", port).open()


def test_dead_peers_are_probed(listener: socket.socket) -> None:
    stream, peer = connected(listener)
    with peer:
        inside = stream._opened()
        assert inside.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert inside.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 4
        assert inside.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 10_000
    stream.close()
