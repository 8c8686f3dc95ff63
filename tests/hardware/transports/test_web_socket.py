"""Text frames over a real WebSocket on this machine."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from websockets.exceptions import WebSocketException
from websockets.sync.server import ServerConnection, serve

from hardware.errors import DeviceGarbled, DeviceMisused, DeviceOffline
from hardware.transports.web_socket import WebSocket, socket_address

Open = Callable[[Callable[[ServerConnection], None]], str]


@pytest.fixture
def served() -> Iterator[Open]:
    """Start a server with a handler; gives its address."""
    with contextlib.ExitStack() as stack:

        def start(handler: Callable[[ServerConnection], None]) -> str:
            server = serve(handler, "127.0.0.1", 0)
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            stack.callback(thread.join, 5)
            stack.callback(server.shutdown)
            return f"ws://127.0.0.1:{server.socket.getsockname()[1]}/"

        yield start


def _echo(connection: ServerConnection) -> None:
    with contextlib.suppress(WebSocketException):
        for frame in connection:
            connection.send(frame)


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("ws://192.168.0.60:9000", "ws://192.168.0.60:9000/"),
        (" ws://front.local:9000/baro ", "ws://front.local:9000/baro"),
        ("wss://[::1]:9000/", "wss://[::1]:9000/"),
    ],
)
def test_addresses(address: str, whole: str) -> None:
    assert socket_address(address) == whole


@pytest.mark.parametrize(
    "address",
    ["", "front:9000", "http://front:9000/", "ws://front/", "ws://:9000/", "ws://front:port/", "ws://front:99999/",
     "ws://u:p@front:9000/", "ws://front:9000/?a=b", "ws://[::1:9000/"],
)  # fmt: skip
def test_wrong_addresses(address: str) -> None:
    with pytest.raises(DeviceMisused, match="ws://192"):
        socket_address(address)


def test_frames_go_there_and_back(served: Open) -> None:
    line = WebSocket(served(_echo), 3)
    line.send("가나다")
    assert line.receive(3) == "가나다"
    assert line.receive(0.01) is None
    line.close()
    line.close()
    with pytest.raises(DeviceOffline):
        line.send("more")
    with pytest.raises(DeviceOffline):
        line.receive(1)


def test_nobody_there_is_said() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(DeviceOffline, match="cannot be reached"):
        WebSocket(f"ws://127.0.0.1:{port}/", 1)


def test_something_else_there_is_said() -> None:
    """A port that takes connections and never speaks WebSocket."""
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(DeviceOffline, match="cannot be reached"):
        WebSocket(f"ws://127.0.0.1:{mute.getsockname()[1]}/", 0.2)


def test_an_end_a_binary_frame_and_a_giant_are_said(served: Open) -> None:
    line = WebSocket(served(lambda _connection: None), 3)
    with pytest.raises(DeviceOffline, match="closed"):
        line.receive(3)
    line.close()
    line = WebSocket(served(lambda connection: connection.send(b"\x00\x01")), 3)
    with pytest.raises(DeviceGarbled, match="not text"):
        line.receive(3)
    line.close()
    line = WebSocket(served(lambda connection: connection.send("x" * 300_000)), 3)
    with pytest.raises(DeviceOffline):
        line.receive(3)
    line.close()


def test_a_read_that_waits_ends_when_it_is_closed(served: Open) -> None:
    line = WebSocket(served(_echo), 3)
    ended = threading.Event()

    def read() -> None:
        with contextlib.suppress(DeviceOffline):
            line.receive(30)
        ended.set()

    thread = threading.Thread(target=read)
    thread.start()
    line.close()
    assert ended.wait(5)
    thread.join()
