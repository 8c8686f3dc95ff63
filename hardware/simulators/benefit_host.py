"""A simulated benefit host: a real HTTP server with accounts, vouchers and coupons, and books that tell the truth."""

import re
import threading
from collections import deque
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

from hardware.codecs.benefit_message import (
    LONGEST,
    SharedKey,
    answer_signature,
    read_object,
    request_signature,
    same_signature,
)
from hardware.errors import DeviceGarbled, DeviceMisused
from hardware.simulators.benefit_ledger import BenefitLedger
from hardware.simulators.benefit_rules import BenefitRules, Told
from hardware.simulators.benefit_wire import sent_octets, spoiled
from hardware.simulators.control import Commands

CLOCK_MAY_DIFFER = timedelta(minutes=5)
NONCES_KEPT = 10_000
_RESERVATION = re.compile(r"/v1/reservations/([A-Za-z0-9._-]{1,96})(?:/(burn|release))?")


class HostScript(StrEnum):
    """How the next request goes; from `APPROVE` on the host truly does what is asked."""

    REFUSE = "refuse"
    LOST_REQUEST = "lost_request"  # the line breaks before the host took it up
    BUSY = "busy"  # a signed 503: not taken up
    APPROVE = "approve"
    LOST = "lost"  # done, and the line breaks before the answer
    LATE = "late"  # done, and answered after `after` seconds
    HTTP_ERROR = "http_error"  # done, and something in between answers 502
    GARBLED = "garbled"
    UNSIGNED = "unsigned"
    OTHER_ANSWER = "other_answer"  # authentic, but to another request
    OTHER_ID = "other_id"
    WRONG_AMOUNT = "wrong_amount"  # one minor unit more than was asked
    TWICE = "twice"  # the answer comes two times on the same line


@dataclass(frozen=True, slots=True)
class HostPlan:
    """One scripted request."""

    outcome: HostScript = HostScript.APPROVE
    after: float = 0.0


class SimulatedBenefitHost:
    """Listens on the loopback address; `power_off` takes it away and `power_on` brings it back at the same port."""

    def __init__(
        self, shop: str, secret: str, ledger: Path | None = None, currency: str = "KRW", port: int = 0
    ) -> None:
        self.key = SharedKey(shop, secret.encode("utf-8"))
        self.ledger = BenefitLedger(ledger)
        self._rules = BenefitRules(self.ledger, shop, currency)
        self._plans: dict[str, deque[HostPlan]] = {"reserve": deque(), "end": deque(), "ask": deque()}
        self._nonces: deque[str] = deque(maxlen=NONCES_KEPT)
        self._port = port
        self._server: _Server | None = None
        self.seen: list[str] = []
        self.clock_ahead = timedelta()
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Listen."""
        self._server = _Server(("127.0.0.1", self._port), self)
        self._port = self._server.server_port
        threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name=f"benefit host {self._port}", daemon=True
        ).start()

    def stop(self) -> None:
        """Stop listening and hang up."""
        if self._server is not None:
            self._server.shutdown()
            self._server.hang_up()
            self._server.server_close()
            self._server = None

    power_off = stop

    def power_on(self) -> None:
        """Listen again, if it does not."""
        if self._server is None:
            self.start()

    def next(self, outcome: str, after: float = 0.0, of: str = "reserve") -> None:
        """Script the next request: `of` is reserve, end (burn, release) or ask (status, balance, health)."""
        try:
            self._plans[of].append(HostPlan(HostScript(outcome), after))
        except (KeyError, ValueError):
            names = ", ".join(HostScript)
            raise DeviceMisused(f"of is one of {', '.join(self._plans)}, and the outcome one of {names}.") from None

    def commands(self) -> Commands:
        """What another process may do, for a `ControlServer`."""
        return {
            "account": self.ledger.account,
            "next": self.next,
            "left": self.ledger.left,
            "ledger": lambda: [asdict(one) for one in self.ledger.all()],
            "burned": self.ledger.burned,
            "seen": lambda: list(self.seen),
            "clock_ahead": self._set_clock,
            "power_off": self.power_off,
            "power_on": self.power_on,
            "address": lambda: self.address,
        }

    def now(self) -> datetime:
        """The host's clock."""
        return datetime.now(UTC) + self.clock_ahead

    # one request

    def plan(self, method: str, path: str) -> HostPlan:
        """How this request goes."""
        self.seen.append(f"{method} {path}")
        kind = "ask" if method == "GET" or path == "/v1/balance" else "reserve" if path.count("/") == 2 else "end"
        with self._lock:
            return self._plans[kind].popleft() if self._plans[kind] else HostPlan()

    def refusal(self, method: str, path: str, headers: Any, body: bytes) -> Told | None:
        """Why this request is not taken, or None."""
        date, nonce = headers.get("Benefit-Date", ""), headers.get("Benefit-Nonce", "")
        wanted = request_signature(self.key, method, path, date, nonce, body)
        if headers.get("Benefit-Shop") != self.key.shop or not same_signature(
            headers.get("Benefit-Signature", ""), wanted
        ):
            return 401, {"error": "signature", "message": "the signature does not fit"}
        try:
            sent = datetime.strptime(date, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        except ValueError:
            return 401, {"error": "clock", "message": "Benefit-Date is like 2026-11-22T06:20:11Z"}
        if abs(self.now() - sent) > CLOCK_MAY_DIFFER:
            return 401, {"error": "clock", "message": "the clocks differ by more than five minutes"}
        with self._lock:
            if not nonce or nonce in self._nonces:
                return 401, {"error": "replayed", "message": "this nonce was used"}
            self._nonces.append(nonce)
        return None

    def act(self, method: str, path: str, body: bytes, plan: HostPlan) -> Told:
        """Do what is asked."""
        self._rules.sweep(self.now())
        if (method, path) == ("GET", "/v1/health"):
            return 200, {"shop": self.key.shop}
        found = _RESERVATION.fullmatch(path)
        if method == "GET" and found and not found[2]:
            return self._rules.tell(found[1])
        if method != "POST":
            return 404, {"error": "unknown_path", "message": "there is nothing at this address"}
        try:
            wish = read_object(body)
        except DeviceGarbled:
            return 400, {"error": "bad_request", "message": "the body is not one JSON object"}
        if (method, path) == ("POST", "/v1/balance"):
            return self._rules.balance(wish)
        if (method, path) == ("POST", "/v1/reservations"):
            return self._rules.reserve(wish, self.now(), plan.outcome is HostScript.REFUSE)
        if found and found[2]:
            if plan.outcome is HostScript.REFUSE:
                return 409, {"error": "host_refuses", "message": "the host refuses as it was told to"}
            return self._rules.burn(found[1]) if found[2] == "burn" else self._rules.release(found[1])
        return 404, {"error": "unknown_path", "message": "there is nothing at this address"}

    def _set_clock(self, seconds: float) -> None:
        self.clock_ahead = timedelta(seconds=seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], host: SimulatedBenefitHost) -> None:
        self.host = host
        self._lines: set[Any] = set()
        super().__init__(address, _Request)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._lines.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._lines.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        for line in list(self._lines):
            self.shutdown_request(line)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A line that broke is what this host is for."""


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LONGEST:
            self.close_connection = True
            self.wfile.write(sent_octets(413, b'{"error":"too_long"}', ""))
            return
        self._answer(self.rfile.read(int(length)))

    def _answer(self, body: bytes) -> None:
        host = cast(_Server, self.server).host
        plan = host.plan(self.command, self.path)
        asked = self.headers.get("Benefit-Signature", "")
        if plan.outcome is HostScript.LOST_REQUEST:
            self._break()
            return
        refused = host.refusal(self.command, self.path, self.headers, body)
        if plan.outcome is HostScript.BUSY:
            refused = (503, {"error": "busy", "message": "try again"})
        status, document = refused or host.act(self.command, self.path, body, plan)
        if plan.outcome is HostScript.LOST:
            self._break()
            return
        if plan.outcome is HostScript.LATE:
            threading.Event().wait(plan.after)
        told, octets = spoiled(plan.outcome, status, document)
        signature = answer_signature(host.key, asked, told, octets)
        if plan.outcome is HostScript.OTHER_ANSWER:
            signature = answer_signature(host.key, "0" * 64, told, octets)
        if plan.outcome in (HostScript.UNSIGNED, HostScript.HTTP_ERROR):
            signature = ""
        sent = sent_octets(told, octets, signature)
        self.wfile.write(sent * 2 if plan.outcome is HostScript.TWICE else sent)

    def _break(self) -> None:
        self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet; the books tell what happened."""
