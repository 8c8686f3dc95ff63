"""A small loopback HTTP server, with TLS or without, that a simulated terminal listens on."""

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_LONGEST_REQUEST = 262_144
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to a caller, `times` over; a `body` of None breaks the connection without an answer."""

    body: bytes | None
    status: int = 200
    times: int = 1


class LoopbackServer:
    """Answers POST requests on 127.0.0.1 with `answer(body)`, each on its own thread.

    `port` 0 takes a free one, which stays the same over `stop` and `start`. `certificate` is the
    pair of PEM files of leaf and key; without it the server speaks plain HTTP.
    """

    def __init__(
        self,
        answer: Callable[[bytes], Reply],
        port: int = 0,
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        self._answer = answer
        self._port = port
        self._certificate = certificate
        self._server: _Server | None = None

    @property
    def address(self) -> str:
        """Host and port, as it goes into the settings; known after the first `start`."""
        return f"127.0.0.1:{self._port}"

    def start(self) -> None:
        """Listen; a server that listens already is left alone."""
        if self._server is not None:
            return
        context = None
        if self._certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            context.load_cert_chain(*self._certificate)
        self._server = _Server(self._port, self._answer, context)
        self._port = self._server.server_port
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="simulator", daemon=True
        ).start()

    def stop(self) -> None:
        """Stop listening and break what is open."""
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()
            server.break_all()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, answer: Callable[[bytes], Reply], context: ssl.SSLContext | None) -> None:
        self.answer = answer
        self._context = context
        self._live: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Conversation)

    def finish_request(self, request: Any, client_address: Any) -> None:
        request.settimeout(10.0)
        with self._lock:
            self._live.add(request)
        try:
            if self._context is None:
                _Conversation(request, client_address, self)
                return
            with self._context.wrap_socket(request, server_side=True) as tls:
                with self._lock:
                    self._live.add(tls)
                try:
                    _Conversation(tls, client_address, self)
                finally:
                    with self._lock:
                        self._live.discard(tls)
        except OSError:  # the caller went away or refused our certificate
            _log.debug("a connection to the simulator broke", exc_info=True)
        finally:
            with self._lock:
                self._live.discard(request)

    def break_all(self) -> None:
        with self._lock:
            live = list(self._live)
        for connection in live:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        deadline = time.monotonic() + 2.0
        while self._live and time.monotonic() < deadline:
            time.sleep(0.005)

    def handle_error(self, request: Any, client_address: Any) -> None:
        _log.exception("the simulator failed to answer %s on %s", client_address, request)


class _Conversation(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        self.close_connection = True
        body = self._body()
        if body is None:
            self.send_error(413)
            return
        reply = self.server.answer(body)
        if reply.body is None:
            socket.socket.shutdown(self.connection, socket.SHUT_RDWR)
            return
        for _ in range(reply.times):
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(reply.body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(reply.body)

    def _body(self) -> bytes | None:
        """The request's body, by its length or in chunks as the vendor's own client sends it; None for none."""
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return self._chunks()
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()) or int(length[:9]) > _LONGEST_REQUEST:
            return None
        return self.rfile.read(int(length))

    def _chunks(self) -> bytes | None:
        body = b""
        while True:
            size = self.rfile.readline(20).split(b";")[0].strip()
            try:
                count = int(size, 16)
            except ValueError:
                return None
            if not 0 <= count <= _LONGEST_REQUEST - len(body):
                return None
            body += self.rfile.read(count)
            self.rfile.readline(20)
            if count == 0:
                return body

    def log_message(self, format: str, *args: Any) -> None:
        _log.debug(format, *args)
