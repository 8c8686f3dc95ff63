"""Lets another process steer a simulator: commands as JSON over HTTP on the loopback address."""

import http.client
import json
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

from hardware.errors import DeviceError, DeviceMisused, DeviceOffline

_LONGEST_REQUEST = 65536
Commands = Mapping[str, Callable[..., object]]


class ControlServer:
    """Serves `POST /command` with a JSON object of arguments; `GET /` lists the commands.

    The answer is `{"result": ...}` or `{"error": "..."}` (status 400 for a wrong call, 404 for an
    unknown command). Only this machine can reach it.
    """

    def __init__(self, commands: Commands, port: int = 0) -> None:
        self._commands = dict(commands)
        self._server = _Server(("127.0.0.1", port), self._commands)
        self.port: int = self._server.server_port
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.1,), name=f"control {self.port}", daemon=True
        )

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and free the port."""
        if self._thread.ident is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


class ControlClient:
    """Calls a `ControlServer` from another process."""

    def __init__(self, port: int, timeout: float = 10.0) -> None:
        self._port = port
        self._timeout = timeout

    def call(self, name: str, **arguments: object) -> object:
        """Run a command and give back its result.

        Raises `DeviceMisused` with the server's words for a wrong call, `DeviceOffline` when no
        simulator listens.
        """
        status, answer = self._ask("POST", f"/{name}", json.dumps(arguments).encode())
        if status != 200:
            raise DeviceMisused(f"{name}: {answer.get('error', status)}")
        return answer.get("result")

    def commands(self) -> list[str]:
        """The names of the commands that can be called."""
        _status, answer = self._ask("GET", "/", None)
        return cast(list[str], answer.get("commands", []))

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, dict[str, object]]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=self._timeout)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            answer = json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError) as problem:
            raise DeviceOffline(f"No simulator answers on port {self._port}: {problem}") from problem
        finally:
            connection.close()
        return response.status, answer if isinstance(answer, dict) else {}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], commands: Commands) -> None:
        self.commands = commands
        super().__init__(address, _Request)


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        commands = cast(_Server, self.server).commands
        if self.path == "/":
            self._answer(200, {"commands": sorted(commands)})
        else:
            self._answer(404, {"error": "only / can be read; commands are called with POST"})

    def do_POST(self) -> None:
        commands = cast(_Server, self.server).commands
        name = self.path.strip("/")
        arguments = self._arguments()
        if name not in commands:
            self._answer(404, {"error": f"unknown command; there are {', '.join(sorted(commands))}"})
        elif arguments is None:
            self._answer(400, {"error": "the arguments are a JSON object, sent as application/json"})
        else:
            self._call(commands[name], arguments)

    def _arguments(self) -> dict[str, object] | None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > _LONGEST_REQUEST:
            self.close_connection = True
            return None
        body = self.rfile.read(int(length))
        # A web page can post text/plain to this port without asking, but not application/json.
        if self.headers.get_content_type() != "application/json":
            return None
        try:
            arguments = json.loads(body or b"{}")
        except ValueError:
            return None
        return arguments if isinstance(arguments, dict) else None

    def _call(self, command: Callable[..., object], arguments: dict[str, object]) -> None:
        try:
            result = command(**arguments)
            answer = json.dumps({"result": result})
        except (TypeError, ValueError, OSError, DeviceError) as problem:
            self._answer(400, {"error": str(problem)})
        else:
            self._send(200, answer)

    def _answer(self, status: int, answer: dict[str, object]) -> None:
        self._send(status, json.dumps(answer, ensure_ascii=False))

    def _send(self, status: int, text: str) -> None:
        octets = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet; the simulators tell what happens."""
