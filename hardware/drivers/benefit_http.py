"""A benefit host over HTTPS: every request signed and bounded, every answer believed only when it is its own."""

import ipaddress
import logging
import secrets
import ssl
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests
from urllib3 import HTTPResponse
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.exceptions import SSLError as TlsError

from hardware.codecs.benefit_message import (
    LONGEST,
    SharedKey,
    answer_signature,
    checked_id,
    read_balance,
    read_end,
    read_object,
    read_reserve,
    read_status,
    request_signature,
    same_signature,
    write_balance,
    write_reserve,
)
from hardware.errors import DeviceError, DeviceGarbled, DeviceMisused, DeviceOffline
from hardware.ports.benefit_host import (
    Balance,
    BenefitKind,
    EndOutcome,
    EndResult,
    HostHealth,
    ReservationState,
    ReservationStatus,
    ReserveOutcome,
    ReserveRequest,
    ReserveResult,
)

log = logging.getLogger(__name__)
_PIECE = 8192


class _NotSent(DeviceOffline):
    """No connection was made, so nothing of the request left."""


@dataclass(frozen=True, slots=True)
class BenefitSettings:
    """Where the host is and how it knows us; times in seconds.

    `address` is its https:// address with the path before /v1; plain http is for this machine only, because
    members' codes would be read by others. `answer_timeout` is for the whole of an answer.
    """

    address: str
    key: SharedKey = field(repr=False)
    kinds: frozenset[BenefitKind] = frozenset(BenefitKind)
    ca_file: Path | None = None
    connect_timeout: float = 3.0
    answer_timeout: float = 10.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise DeviceMisused("The address of a benefit host is like https://benefits.example/baro.")
        if parts.username or parts.password:
            raise DeviceMisused("The address of a benefit host holds no name or password: it has a key.")
        if parts.scheme == "http" and not _this_machine(parts.hostname):
            raise DeviceMisused("A benefit host is reached by https://; http:// is for one on this machine only.")
        if not self.kinds:
            raise DeviceMisused("A benefit host holds at least one of points, voucher, coupon.")


class BenefitHttp:
    """Speaks the port `BenefitHost` to a host of the protocol docs/protocols/benefit-host.md."""

    def __init__(self, settings: BenefitSettings) -> None:
        self._settings = settings
        self._base = settings.address.rstrip("/")
        self._root = urlsplit(self._base).path
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy and no password file of the machine: the settings say it all
        if settings.ca_file is not None:
            self._session.verify = str(settings.ca_file)

    def kinds(self) -> frozenset[BenefitKind]:
        """What the settings say that it holds."""
        return self._settings.kinds

    def health(self) -> HostHealth:
        """Whether it answers and takes our key."""
        begun = time.monotonic()
        try:
            status, body = self._ask("GET", "/v1/health")
            read_object(body)
        except DeviceError as fault:
            return HostHealth(False, str(fault))
        taken = (time.monotonic() - begun) * 1000
        return HostHealth(status == 200, "" if status == 200 else f"the host answers with {status}", taken)

    def balance(self, code: str, currency: str) -> Balance:
        """What a member can spend."""
        try:
            return read_balance(*self._ask("POST", "/v1/balance", write_balance(code, currency)))
        except DeviceError as fault:
            return Balance(False, message=str(fault))

    def reserve(self, request: ReserveRequest) -> ReserveResult:
        """Hold something at the host."""
        try:
            status, body = self._ask("POST", "/v1/reservations", write_reserve(request))
            return read_reserve(status, body, request.reservation)
        except (_NotSent, DeviceMisused) as fault:
            return ReserveResult(ReserveOutcome.NOT_SENT, message=str(fault))
        except DeviceError as fault:
            return ReserveResult(ReserveOutcome.UNKNOWN, message=str(fault))

    def status(self, reservation: str) -> ReservationStatus:
        """Ask what became of a reservation."""
        try:
            status, body = self._ask("GET", f"/v1/reservations/{checked_id(reservation)}")
            return read_status(status, body, reservation)
        except DeviceError as fault:
            return ReservationStatus(ReservationState.UNREACHABLE, message=str(fault))

    def burn(self, reservation: str) -> EndResult:
        """Use it up."""
        return self._end(reservation, "burn", ReservationState.BURNED)

    def release(self, reservation: str) -> EndResult:
        """Give it back."""
        return self._end(reservation, "release", ReservationState.RELEASED)

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def _end(self, reservation: str, act: str, wanted: ReservationState) -> EndResult:
        try:
            status, body = self._ask("POST", f"/v1/reservations/{checked_id(reservation)}/{act}", b"{}")
            return read_end(status, body, reservation, wanted)
        except DeviceError as fault:
            return EndResult(EndOutcome.UNKNOWN, message=str(fault))

    def _ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Send one signed request; raises `DeviceOffline` or `DeviceGarbled` unless an authentic answer came."""
        key, date, nonce = self._settings.key, _now(), secrets.token_hex(16)
        signature = request_signature(key, method, self._root + path, date, nonce, body)
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Benefit-Shop": key.shop,
            "Benefit-Date": date,
            "Benefit-Nonce": nonce,
            "Benefit-Signature": signature,
        }
        deadline = time.monotonic() + self._settings.answer_timeout
        try:
            with self._session.request(
                method,
                self._base + path,
                data=body,
                headers=headers,
                timeout=(self._settings.connect_timeout, self._settings.answer_timeout),
                allow_redirects=False,
                stream=True,
            ) as answer:
                told = _bounded(answer.raw, deadline)
                status, given = answer.status_code, answer.headers.get("Benefit-Signature", "")
        except (requests.RequestException, HTTPError, OSError) as fault:
            raise self._offline(fault) from fault
        if not same_signature(given, answer_signature(key, signature, status, told)):
            log.warning("the benefit host answered %s %s with %d and without our key's signature", method, path, status)
            raise DeviceGarbled(
                f"The benefit host's answer ({status}) is not signed for this request: check the key and the shop's "
                "name on both sides, and the clocks."
            )
        return status, told

    def _offline(self, fault: Exception) -> DeviceOffline:
        # The address may be said, the body not: what requests writes into its faults names only host and path.
        words = f"The benefit host at {urlsplit(self._base).netloc} does not answer: {type(fault).__name__}."
        if isinstance(fault, requests.ConnectTimeout) or _never_connected(fault):
            return _NotSent(words)
        return DeviceOffline(words)


def _bounded(line: HTTPResponse, deadline: float) -> bytes:
    """The body as it comes, so that one that drips ends in time too."""
    told = bytearray()
    while piece := line.read1(_PIECE, decode_content=False):
        told += piece
        if len(told) > LONGEST:
            raise DeviceGarbled(f"The benefit host sent more than {LONGEST} octets.")
        if time.monotonic() > deadline:
            raise DeviceOffline("The benefit host did not end its answer in time.")
    if line.length_remaining:
        raise DeviceOffline("The benefit host hung up in the middle of its answer.")
    return bytes(told)


def _never_connected(fault: Exception) -> bool:
    """Whether the connection was not made, or is to somebody else; a TLS fault later on may be after the request."""
    cause: object = fault.args[0] if fault.args else None
    reason = getattr(cause, "reason", cause)
    inner = reason.args[0] if isinstance(reason, TlsError) and reason.args else None
    stranger = isinstance(inner, ssl.SSLCertVerificationError)
    return stranger or isinstance(reason, NewConnectionError | ConnectTimeoutError)


def _this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
