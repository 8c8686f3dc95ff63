"""The HTTPS line to a device: what was surely not sent, what may have been, and never later than promised."""

import contextlib
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardware.errors import DeviceMisused
from hardware.simulators.nexo_certificates import TerminalCertificates, make_certificates
from hardware.simulators.nexo_line import LoopbackServer, Reply
from hardware.transports.tls_http import NoAnswer, NotSent, TlsHttpLink, WrongCertificate, split_address


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> TerminalCertificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"), "V400m-1")


Serve = Callable[[Callable[[bytes], Reply]], LoopbackServer]


@pytest.fixture
def serve(certificates: TerminalCertificates) -> Iterator[Serve]:
    running: list[LoopbackServer] = []

    def start(answer: Callable[[bytes], Reply]) -> LoopbackServer:
        server = LoopbackServer(answer, certificate=(certificates.leaf, certificates.leaf_key))
        server.start()
        running.append(server)
        return server

    yield start
    for server in running:
        server.stop()


class _RawTerminal:
    """Speaks TLS and then whatever `talk` says, byte by byte."""

    def __init__(self, certificates: TerminalCertificates, talk: Callable[[ssl.SSLSocket], None]) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificates.leaf, certificates.leaf_key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, args=(context, talk), daemon=True)
        self._thread.start()

    def _serve(self, context: ssl.SSLContext, talk: Callable[[ssl.SSLSocket], None]) -> None:
        with contextlib.suppress(OSError):
            plain, _ = self._listener.accept()
            with context.wrap_socket(plain, server_side=True) as tls:
                tls.recv(65536)
                talk(tls)

    def close(self) -> None:
        self._listener.close()
        self._thread.join(5)


@pytest.fixture
def raw(
    certificates: TerminalCertificates,
) -> Iterator[Callable[[Callable[[ssl.SSLSocket], None]], _RawTerminal]]:
    running: list[_RawTerminal] = []

    def start(talk: Callable[[ssl.SSLSocket], None]) -> _RawTerminal:
        running.append(_RawTerminal(certificates, talk))
        return running[-1]

    yield start
    for terminal in running:
        terminal.close()


def _link(address: str, root: Path, complaint: str = "", connect_timeout: float = 2.0) -> TlsHttpLink:
    return TlsHttpLink(address, "/nexo", root, lambda _name: complaint, connect_timeout)


def test_a_message_gets_its_answer(serve: Serve, certificates: TerminalCertificates) -> None:
    server = serve(lambda body: Reply(b"<" + body + b">"))
    written: list[bool] = []

    answer = _link(server.address, certificates.root).post(b"\x00hello\xff", 5, lambda: written.append(True))

    assert answer == b"<\x00hello\xff>"
    assert written == [True]


def test_a_large_message_arrives_whole_and_is_told_once(serve: Serve, certificates: TerminalCertificates) -> None:
    server = serve(lambda body: Reply(str(len(body)).encode()))
    written: list[bool] = []

    assert _link(server.address, certificates.root).post(b"x" * 200_000, 5, lambda: written.append(True)) == b"200000"
    assert written == [True]


def test_the_name_is_given_to_the_caller_to_judge(serve: Serve, certificates: TerminalCertificates) -> None:
    server = serve(lambda _body: Reply(b""))
    names: list[str] = []
    link = TlsHttpLink(server.address, "/nexo", certificates.root, lambda name: names.append(name) or "")  # type: ignore[func-returns-value]

    link.post(b"x", 5)

    assert names == ["V400m-1.test.terminal.adyen.com"]


def test_a_name_complained_about_gets_nothing(serve: Serve, certificates: TerminalCertificates) -> None:
    seen: list[bytes] = []
    server = serve(lambda body: Reply(b"", len(seen.append(body) or b"") or 200))  # type: ignore[func-returns-value]

    with pytest.raises(WrongCertificate, match="not mine"):
        _link(server.address, certificates.root, "not mine").post(b"secret", 5)
    assert seen == []


def test_only_the_configured_root_is_trusted(serve: Serve, certificates: TerminalCertificates, tmp_path: Path) -> None:
    server = serve(lambda _body: Reply(b""))
    other = make_certificates(tmp_path, "V400m-1").root

    with pytest.raises(WrongCertificate, match="not accepted"):
        _link(server.address, other).post(b"secret", 5)


def test_a_refused_connection_is_not_sent(certificates: TerminalCertificates) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"127.0.0.1:{listener.getsockname()[1]}"

    with pytest.raises(NotSent, match="cannot be reached"):
        _link(address, certificates.root).post(b"x", 5)


def test_a_host_that_accepts_and_keeps_silent_is_not_sent_within_the_deadline(
    certificates: TerminalCertificates,
) -> None:
    """F-13."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        started = time.monotonic()

        with pytest.raises(NotSent):
            _link(address, certificates.root, connect_timeout=0.3).post(b"x", 30)

        assert time.monotonic() - started < 10


def test_a_port_that_speaks_something_else_is_not_sent(certificates: TerminalCertificates) -> None:
    plain = LoopbackServer(lambda _body: Reply(b"hello"))
    plain.start()
    try:
        with pytest.raises(NotSent, match="does not speak TLS") as refusal:
            _link(plain.address, certificates.root).post(b"x", 5)
        assert not isinstance(refusal.value, WrongCertificate)
    finally:
        plain.stop()


def test_old_tls_is_refused(certificates: TerminalCertificates) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates.leaf, certificates.leaf_key)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    assert _handshake(context, certificates)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # an old terminal is what is played here
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    assert not _handshake(context, certificates)


def _handshake(context: ssl.SSLContext, certificates: TerminalCertificates) -> bool:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            plain, _ = listener.accept()
            with contextlib.suppress(OSError), plain, context.wrap_socket(plain, server_side=True) as tls:
                tls.recv(65536)
                tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            _link(f"127.0.0.1:{listener.getsockname()[1]}", certificates.root).post(b"x", 5)
            return True
        except NotSent:
            return False
        finally:
            thread.join(5)


@pytest.mark.parametrize("status", [201, 204, 301, 307, 400, 500, 502])
def test_any_other_status_may_have_arrived(serve: Serve, certificates: TerminalCertificates, status: int) -> None:
    server = serve(lambda _body: Reply(b"", status))

    with pytest.raises(NoAnswer, match=str(status)):
        _link(server.address, certificates.root).post(b"x", 5)


def test_a_connection_that_breaks_may_have_arrived_and_is_not_tried_again(
    serve: Serve, certificates: TerminalCertificates
) -> None:
    seen: list[bytes] = []

    def drop(body: bytes) -> Reply:
        seen.append(body)
        return Reply(None)

    with pytest.raises(NoAnswer, match="broke"):
        _link(serve(drop).address, certificates.root).post(b"pay", 5)
    assert seen == [b"pay"]


RawTerminal = Callable[[Callable[[ssl.SSLSocket], None]], _RawTerminal]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"rubbish",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 2_000_000,
    ],
    ids=lambda said: repr(said[:40]),
)
def test_rubbish_instead_of_an_answer_may_have_arrived(
    raw: RawTerminal, certificates: TerminalCertificates, said: bytes
) -> None:
    def talk(tls: ssl.SSLSocket) -> None:
        tls.sendall(said)

    with pytest.raises(NoAnswer):
        _link(raw(talk).address, certificates.root).post(b"x", 5)


def test_a_trickle_does_not_outlast_the_deadline(raw: RawTerminal, certificates: TerminalCertificates) -> None:
    """Every byte restarts a plain read timeout; the whole exchange has one of its own."""

    def talk(tls: ssl.SSLSocket) -> None:
        tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            tls.sendall(b"x")
            time.sleep(0.05)

    started = time.monotonic()
    with pytest.raises(NoAnswer, match="in time"):
        _link(raw(talk).address, certificates.root).post(b"x", 0.5)

    assert time.monotonic() - started < 10


def test_silence_ends_at_the_deadline(serve: Serve, certificates: TerminalCertificates) -> None:
    done = threading.Event()

    def silent(_body: bytes) -> Reply:
        done.wait(20)
        return Reply(b"late")

    server = serve(silent)
    started = time.monotonic()
    with pytest.raises(NoAnswer, match="in time"):
        _link(server.address, certificates.root).post(b"x", 0.4)
    done.set()

    assert time.monotonic() - started < 10


def test_close_from_another_thread_breaks_the_wait(serve: Serve, certificates: TerminalCertificates) -> None:
    done = threading.Event()
    arrived = threading.Event()

    def silent(_body: bytes) -> Reply:
        arrived.set()
        done.wait(20)
        return Reply(b"late")

    link = _link(serve(silent).address, certificates.root)
    ends: list[Exception] = []

    def post() -> None:
        try:
            link.post(b"x", 30)
        except Exception as error:
            ends.append(error)

    waiting = threading.Thread(target=post)
    waiting.start()
    assert arrived.wait(5)
    link.close()
    waiting.join(5)
    done.set()

    assert [type(end) for end in ends] == [NoAnswer]
    with pytest.raises(NotSent, match="closed"):
        link.post(b"x", 1)


def test_no_proxy_of_the_environment_is_used(
    serve: Serve, certificates: TerminalCertificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)

    assert _link(serve(Reply).address, certificates.root).post(b"x", 5) == b"x"


@pytest.mark.parametrize(
    ("address", "split"),
    [
        ("192.168.1.20", ("192.168.1.20", 8443)),
        ("192.168.1.20:9000", ("192.168.1.20", 9000)),
        ("terminal.local:1", ("terminal.local", 1)),
        ("[fe80::1]:8443", ("fe80::1", 8443)),
        ("[::1]", ("::1", 8443)),
    ],
)
def test_addresses(address: str, split: tuple[str, int]) -> None:
    assert split_address(address, 8443) == split


@pytest.mark.parametrize(
    "address", ["", ":1", "h:", "h:0", "h:65536", "h:x", "h:-1", "a/b:1", "u@h:1", "::1", "a b:1", "h:١"]
)
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(DeviceMisused, match="host:port"):
        split_address(address, 8443)
