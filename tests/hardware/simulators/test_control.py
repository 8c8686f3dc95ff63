"""Simulators steered from another process."""

import http.client
import subprocess
import sys
from collections.abc import Iterator

import pytest

from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.control import ControlClient, ControlServer


def add(left: int, right: int = 1) -> int:
    return left + right


def fail() -> None:
    raise DeviceOffline("unplugged")


@pytest.fixture
def server() -> Iterator[ControlServer]:
    made = ControlServer({"add": add, "fail": fail, "echo": lambda text: text})
    made.start()
    yield made
    made.stop()


def test_commands_are_called_with_arguments_and_give_results(server: ControlServer) -> None:
    client = ControlClient(server.port)
    assert client.commands() == ["add", "echo", "fail"]
    assert client.call("add", left=2, right=3) == 5
    assert client.call("add", left=2) == 3
    assert client.call("echo", text="바나나") == "바나나"


def test_it_works_from_another_process(server: ControlServer) -> None:
    program = (
        "import sys; from hardware.simulators.control import ControlClient; "
        "print(ControlClient(int(sys.argv[1])).call('add', left=40, right=2))"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(server.port)], capture_output=True, text=True, check=True)
    assert ran.stdout == "42\n"


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("multiply", {}, "unknown command; there are add, echo, fail"),
        ("add", {}, "left"),
        ("add", {"left": 1, "wrong": 2}, "wrong"),
        ("fail", {}, "unplugged"),
    ],
)
def test_wrong_calls_are_told(server: ControlServer, name: str, arguments: dict[str, object], words: str) -> None:
    with pytest.raises(DeviceMisused, match=words):
        ControlClient(server.port).call(name, **arguments)


def post(port: int, body: bytes, kind: str = "application/json") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("POST", "/add", body, {"Content-Type": kind})
    status = connection.getresponse().status
    connection.close()
    return status


def test_what_is_no_json_object_is_refused_and_so_is_a_web_form(server: ControlServer) -> None:
    assert post(server.port, b'{"left": 1}') == 200
    assert post(server.port, b"[1]") == 400
    assert post(server.port, b"{") == 400
    assert post(server.port, b"\xff") == 400
    assert post(server.port, b'{"left": 1}', "text/plain") == 400


def test_it_listens_on_this_machine_only(server: ControlServer) -> None:
    assert server._server.server_address[0] == "127.0.0.1"


def test_nobody_there_is_offline(server: ControlServer) -> None:
    server.stop()
    with pytest.raises(DeviceOffline, match="No simulator answers"):
        ControlClient(server.port).call("add", left=1)
