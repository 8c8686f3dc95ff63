"""Post one message over HTTPS to a device on the local network and wait for its answer.

Only the configured root certificate is trusted; the name in the device's certificate is judged by
the caller, since it is not the network address. What the caller must know afterwards is whether
anything can have reached the device: `NotSent` says surely not, `NoAnswer` says it may have.
"""

import contextlib
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from hardware.errors import DeviceMisused, DeviceOffline

_LONGEST_ANSWER = 1_000_000


class NotSent(DeviceOffline):
    """The connection was not made, so nothing of the message left this machine."""


class WrongCertificate(NotSent):
    """The other end did not prove to be the configured device, so nothing was sent to it."""


class NoAnswer(DeviceOffline):
    """The message left or may have left, and no usable answer came back."""


class TlsHttpLink:
    """HTTPS POST to one address with own deadlines; a new connection for every message.

    `accept_name` gets the Common Name of the certificate after its chain was found good and gives a
    complaint, or "" when the name is the right one. The root file is read for every connection, so
    that a renewed one counts at once. `post` may be called from several threads at the same time.
    """

    def __init__(
        self,
        address: str,
        path: str,
        root_certificate: Path,
        accept_name: Callable[[str], str],
        connect_timeout: float = 3.0,
    ) -> None:
        self._host, self._port = split_address(address, 8443)
        host = f"[{self._host}]" if ":" in self._host else self._host
        self._url = f"https://{host}:{self._port}{path}"
        self._root = root_certificate
        self._accept_name = accept_name
        self._connect_timeout = connect_timeout
        self._lock = threading.Lock()
        self._running: set[_Exchange] = set()
        self._closed = False

    def post(self, body: bytes, timeout: float, on_written: Callable[[], None] | None = None) -> bytes:
        """Send `body` as JSON and give the body of the answer, which must come within `timeout` seconds.

        `on_written` is called when the last byte was handed to the connection. Raises
        `WrongCertificate`, `NotSent` or `NoAnswer`, nothing else.
        """
        exchange = _Exchange(self._trusted_context, self._accept_name, self._connect_timeout)
        with self._lock:
            if self._closed:
                raise NotSent("The connection to the terminal was closed by the kiosk.")
            self._running.add(exchange)
        try:
            return exchange.run(self._url, str(self._root), body, timeout, on_written)
        finally:
            with self._lock:
                self._running.discard(exchange)

    def close(self) -> None:
        """Break every running exchange (it ends as `NoAnswer`) and take no new one."""
        with self._lock:
            self._closed = True
            running = list(self._running)
        for exchange in running:
            exchange.cut()

    def _trusted_context(self, context: "_NamedContext") -> None:
        try:
            context.load_verify_locations(cafile=self._root)
        except (OSError, ssl.SSLError) as error:
            raise WrongCertificate(
                f"The root certificate file {self._root} cannot be read as PEM; "
                "put the terminal vendor's root certificate there."
            ) from error


def split_address(address: str, default_port: int) -> tuple[str, int]:
    """Split `host`, `host:port` or `[IPv6]:port`; raises `DeviceMisused` for anything else."""
    host, colon, port = address.rpartition(":")
    if not colon or address.endswith("]"):
        host, port = address, str(default_port)
    bracketed = host.startswith("[") and host.endswith("]")
    bare = host[1:-1] if bracketed else host
    well_formed = bare and port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536
    if not well_formed or (":" in bare and not bracketed) or any(sign in bare for sign in "/@?# \t\r\n"):
        raise DeviceMisused(f"A terminal address is host:port, for example 192.168.1.20:8443, not {address!r}.")
    return bare, int(port)


class _NamedContext(ssl.SSLContext):
    """TLS 1.2+ with one trusted root, where the certificate's name is judged before the first byte of HTTP."""

    exchange: "_Exchange"

    def wrap_socket(self, sock: socket.socket, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        # Connecting and the handshake share one deadline; Python counts a handshake as a whole.
        sock.settimeout(self.exchange.time_to_connect())
        tls = super().wrap_socket(sock, *args, **kwargs)
        try:
            self.exchange.established(tls)
        except BaseException:
            tls.close()
            raise
        return tls


class _Adapter(HTTPAdapter):
    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        # The name is checked in the context: a terminal's certificate never names its IP address.
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context, assert_hostname=False)


class _Announced(io.BytesIO):
    """A request body that tells when all of it was taken."""

    def __init__(self, octets: bytes, on_written: Callable[[], None] | None) -> None:
        super().__init__(octets)
        self._on_written = on_written

    def read(self, size: int | None = -1, /) -> bytes:
        octets = super().read(size)
        if not octets and self._on_written is not None:
            told, self._on_written = self._on_written, None
            told()
        return octets


class _Exchange:
    """One message and its answer: knows how far it came, and can be cut from another thread."""

    def __init__(
        self,
        trust: Callable[[_NamedContext], None],
        accept_name: Callable[[str], str],
        connect_timeout: float,
    ) -> None:
        self._trust = trust
        self._accept_name = accept_name
        self._connect_by = time.monotonic() + connect_timeout
        self._connect_timeout = connect_timeout
        self._lock = threading.Lock()
        self._socket: ssl.SSLSocket | None = None
        self._was_cut = False
        self._complaint = ""

    def time_to_connect(self) -> float:
        return max(0.001, self._connect_by - time.monotonic())

    def established(self, tls: ssl.SSLSocket) -> None:
        """Judge the name in the certificate; from here on the message may have left."""
        self._complaint = self._accept_name(_common_name(tls)) or ""
        if self._complaint:
            raise ssl.SSLCertVerificationError(self._complaint)
        with self._lock:
            if self._was_cut:
                raise OSError("closed while connecting")
            self._socket = tls

    def cut(self) -> None:
        """Break the connection at once; the waiting thread gets its error."""
        with self._lock:
            self._was_cut = True
            tls = self._socket
        if tls is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown: that would turn the rest of the reading into clear text.
                socket.socket.shutdown(tls, socket.SHUT_RDWR)

    def run(self, url: str, root: str, body: bytes, timeout: float, on_written: Callable[[], None] | None) -> bytes:
        context = _NamedContext(ssl.PROTOCOL_TLS_CLIENT)
        context.exchange = self
        context.check_hostname = False
        context.verify_mode = ssl.CERT_REQUIRED
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        self._trust(context)
        # A read timeout starts anew with every byte, so a slow trickle needs a clock of its own.
        alarm = threading.Timer(timeout, self.cut)
        alarm.daemon = True
        try:
            with requests.Session() as session:
                session.trust_env = False  # no proxy of the environment may see a payment
                session.mount("https://", _Adapter(context))
                alarm.start()
                return self._exchanged(session, url, root, _Announced(body, on_written), timeout)
        except NoAnswer:
            raise
        except Exception as error:  # whatever the line or the other end provoked: how far it came decides
            raise self._explained(error) from error
        finally:
            alarm.cancel()

    def _exchanged(self, session: requests.Session, url: str, root: str, body: _Announced, timeout: float) -> bytes:
        response = session.post(
            url,
            data=body,
            headers={
                "Content-Type": "application/json",
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
            timeout=(self._connect_timeout, timeout),
            verify=root,
            allow_redirects=False,
            stream=True,
        )
        with response:
            if response.status_code != 200:
                raise NoAnswer(f"The terminal answered with HTTP status {response.status_code}.")
            answer = bytearray()
            for piece in response.iter_content(16_384):
                answer += piece
                if len(answer) > _LONGEST_ANSWER:
                    raise NoAnswer("The terminal's answer is longer than a terminal message can be.")
        if self._was_cut:
            raise NoAnswer("The terminal did not answer in time.")
        return bytes(answer)

    def _explained(self, error: Exception) -> DeviceOffline:
        if self._socket is not None:
            why = "did not answer in time" if self._was_cut else "broke the connection before it answered"
            return NoAnswer(f"The terminal {why}.")
        if self._complaint:
            return WrongCertificate(self._complaint)
        if isinstance(error, WrongCertificate):
            return error
        fault = _certificate_fault(error)
        if fault:
            return WrongCertificate(f"The terminal's certificate was not accepted: {fault}.")
        if isinstance(error, requests.exceptions.SSLError):
            return NotSent("The other end does not speak TLS 1.2 or newer; check the terminal's address.")
        return NotSent("The terminal cannot be reached; check its power, cable and address.")


def _certificate_fault(error: BaseException) -> str:
    """What the TLS library said against the certificate, dug out of the layers around it, or ""."""
    found: BaseException | None = error
    for _layer in range(10):
        if found is None or isinstance(found, ssl.SSLCertVerificationError):
            break
        reason = getattr(found, "reason", None)
        inner = found.args[0] if found.args else None
        found = next((e for e in (reason, inner, found.__cause__) if isinstance(e, BaseException)), None)
    return str(found.verify_message) if isinstance(found, ssl.SSLCertVerificationError) else ""


def _common_name(tls: ssl.SSLSocket) -> str:
    certificate = tls.getpeercert() or {}
    names = [
        str(value) for parts in certificate.get("subject", ()) for name, value in _pairs(parts) if name == "commonName"
    ]
    # Two common names would let the one be checked and the other be meant.
    return names[0] if len(names) == 1 else ""


def _pairs(parts: object) -> list[tuple[object, object]]:
    pairs = parts if isinstance(parts, tuple) else ()
    return [(pair[0], pair[1]) for pair in pairs if isinstance(pair, tuple) and len(pair) == 2]
