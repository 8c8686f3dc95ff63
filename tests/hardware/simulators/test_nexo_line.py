"""The simulated terminal's HTTP server: bodies by length or in chunks, and rubbish refused."""

import socket
from collections.abc import Iterator

import pytest

from hardware.simulators.nexo_line import LoopbackServer, Reply


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    server = LoopbackServer(lambda body: Reply(b"[" + body + b"]"))
    server.start()
    yield server
    server.stop()


def _said(server: LoopbackServer, octets: bytes) -> bytes:
    host, _colon, port = server.address.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=5) as line:
        line.sendall(octets)
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    return answer


def _post(headers: bytes, body: bytes) -> bytes:
    return b"POST /nexo/ HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n\r\n" + body


def test_a_body_is_read_by_its_length(server: LoopbackServer) -> None:
    assert _said(server, _post(b"Content-Length: 2", b"ab")).endswith(b"\r\n\r\n[ab]")


def test_a_body_in_chunks_is_put_together(server: LoopbackServer) -> None:
    chunks = b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"

    assert _said(server, _post(b"Transfer-Encoding: chunked", chunks)).endswith(b"\r\n\r\n[abcde]")


@pytest.mark.parametrize(
    "chunks", [b"x\r\n", b"-1\r\n", b"FFFFFFFF\r\n", b"\r\n", b"3FFF0\r\n" + b"a" * 0x3FFF0 + b"\r\nFF\r\n"]
)
def test_chunks_that_are_none_are_refused(server: LoopbackServer, chunks: bytes) -> None:
    assert b" 413 " in _said(server, _post(b"Transfer-Encoding: chunked", chunks)).split(b"\r\n")[0]


@pytest.mark.parametrize("length", [b"", b"-1", b"x", b"9999999999"])
def test_a_length_that_is_none_is_refused(server: LoopbackServer, length: bytes) -> None:
    assert b" 413 " in _said(server, _post(b"Content-Length: " + length, b"")).split(b"\r\n")[0]


def test_an_answer_can_be_sent_twice() -> None:
    server = LoopbackServer(lambda _body: Reply(b"{}", times=2))
    server.start()

    assert _said(server, _post(b"Content-Length: 0", b"")).count(b"HTTP/1.1 200") == 2
    server.stop()
