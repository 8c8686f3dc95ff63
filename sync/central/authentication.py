"""Who is asking: stations by their signature, operators by the session of their browser.

Every refusal of a station has one and the same body, so that nobody learns which part was wrong.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Engine, delete
from sqlalchemy.dialects.postgresql import insert
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.central.database.engine import transaction
from sync.central.operators.operator import Operator, Role
from sync.central.operators.sessions import BROWSER_KNOWN, operator_of
from sync.central.operators.sign_in import SignedIn
from sync.central.problems import Refused
from sync.central.tables import NonceRow, StationRow
from sync.wire.moment import Now
from sync.wire.signature import WINDOW, SignatureRefused, check_signature, claimed_station
from sync.wire.upload import MOST_BYTES

_LOG = logging.getLogger(__name__)
OPERATOR_COOKIE = "operator"
BROWSER_COOKIE = "browser"
_NONCES_KEPT = 3 * WINDOW  # longer than any signature is accepted


@dataclass(frozen=True, slots=True)
class StationIdentity:
    """A station that has proved who it is."""

    station: str
    shop: str
    lane: str


def not_accepted() -> Refused:
    """The one answer to a request that is not from a station in good standing."""
    return Refused(401, "not accepted", "the request is not signed by an enrolled station, or its clock is off")


def identify(request: Request, body: bytes, engine: Engine, now: datetime) -> StationIdentity:
    """The station that signed the request; raises `Refused` (401) for anything else, and uses up its nonce."""
    station = claimed_station(request.headers.get("signature-input", ""))
    with transaction(engine) as session:
        row = session.get(StationRow, station) if station else None
        if row is None or row.revoked_at is not None:
            _LOG.warning("refused a request of %s: %s", station or "nobody", "revoked" if row else "not enrolled")
            raise not_accepted()
        try:
            signed = check_signature(
                request.method,
                _signed_url(request),
                request.headers,
                body,
                key=Ed25519PublicKey.from_public_bytes(row.public_key),
                station=station,
                at=now,
            )
        except SignatureRefused as error:
            _LOG.warning("refused a request of %s: %s", station, error)
            raise not_accepted() from error
        kept = insert(NonceRow).values(station=station, nonce=signed.nonce, seen_at=now).on_conflict_do_nothing()
        if session.execute(kept.returning(NonceRow.nonce)).first() is None:
            _LOG.warning("refused a request of %s: sent a second time", station)
            raise not_accepted()
        row.seen_at = now
        return StationIdentity(row.station, row.shop, row.lane)


@dataclass(frozen=True, slots=True)
class StationRequest:
    """A request with its proven sender and the body that was signed."""

    who: StationIdentity
    body: bytes


class StationGate:
    """What every address of stations asks first: FastAPI calls it with the request."""

    def __init__(self, engine: Engine, now: Now) -> None:
        self._engine, self._now = engine, now

    async def __call__(self, request: Request) -> StationRequest:
        """The request when it is signed by a station in good standing; raises `Refused` otherwise."""
        body = await request.body()
        who = await run_in_threadpool(identify, request, body, self._engine, self._now())
        return StationRequest(who, body)


class BodyLimit:
    """Ends the reading of any request that is larger than the largest one central knows."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting its bytes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                raise too_large(self._most)
            return message

        await self._app(scope, counted, send)


def too_large(most: int) -> Refused:
    """The answer to a request of more than `most` bytes."""
    return Refused(413, "too large", f"a request holds {most} bytes at most; send fewer entries at a time")


class RateLimit:
    """At most so many requests a minute from one address; counted in this process, forgotten after the minute."""

    def __init__(self, per_minute: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._per_minute, self._monotonic = per_minute, monotonic
        self._lock = threading.Lock()
        self._minute = 0
        self._counts: Counter[str] = Counter()

    def check(self, request: Request) -> None:
        """Count a request; raises `Refused` (429) when it is one too many."""
        address = request.client.host if request.client else ""
        minute = int(self._monotonic() // 60)
        with self._lock:
            if minute != self._minute:
                self._minute, self._counts = minute, Counter()
            self._counts[address] += 1
            if self._counts[address] > self._per_minute:
                raise Refused(429, "too many requests", "wait a minute and try again")


def forget_old_nonces(engine: Engine, now: datetime) -> None:
    """Remove numbers whose signatures nobody would accept any more."""
    with transaction(engine) as session:
        session.execute(delete(NonceRow).where(NonceRow.seen_at < now - _NONCES_KEPT))


class OperatorGate:
    """Knows the operator of a request; central keeps one as `app.state.operators`."""

    def __init__(self, engine: Engine, now: Now) -> None:
        self._engine, self._now = engine, now

    def operator(self, request: Request) -> Operator | None:
        """The operator whose session the request carries, as its row is at this moment."""
        token = session_token(request)
        if not token:
            return None
        with transaction(self._engine) as session:
            return operator_of(session, token, now=self._now())


def session_token(request: Request) -> str:
    """The token of the operator's session, from the cookie or, for a program, as a bearer; "" without one."""
    kind, _, bearer = request.headers.get("authorization", "").partition(" ")
    return request.cookies.get(OPERATOR_COOKIE, "") or (bearer if kind.lower() == "bearer" else "")


def signed_in(request: Request) -> Operator | None:
    """The operator who asks, or None; asked once a request."""
    if not hasattr(request.state, "operator"):
        gate: OperatorGate = request.app.state.operators
        request.state.operator = gate.operator(request)
    operator: Operator | None = request.state.operator
    return operator


def require(request: Request, role: Role, shop: str = "") -> Operator:
    """The operator who asks, when trusted with `role` and, where one is named, with `shop`.

    Raises `Refused`: 401 when nobody is signed in, 403 for a lower role or a password that somebody else made,
    404 for a shop that is not the operator's, as if it were not there.
    """
    operator = signed_in(request)
    if operator is None:
        raise Refused(401, "not signed in", "sign in at /console")
    if operator.must_choose:
        raise Refused(403, "choose a password", "the password was made by somebody else: choose your own first")
    if operator.role < role:
        raise Refused(403, "not allowed", f"this takes the role {role.word}; yours is {operator.role.word}")
    if shop and not operator.sees(shop):
        raise Refused(404, "unknown shop", f"there is no shop {shop!r} among yours")
    return operator


def keep_signed_in(answer: Response, request: Request, signed: SignedIn) -> None:
    """Give the browser its session, and the token by which it is known at the next sign-in."""
    secure = request.url.scheme == "https"
    told: dict[str, Any] = {"httponly": True, "samesite": "strict", "secure": secure, "path": "/console"}
    answer.set_cookie(OPERATOR_COOKIE, signed.token, **told)
    answer.set_cookie(BROWSER_COOKIE, signed.browser, max_age=int(BROWSER_KNOWN.total_seconds()), **told)


def known_browser(request: Request) -> str:
    """The token by which a browser says to be known, or ""."""
    return request.cookies.get(BROWSER_COOKIE, "")[:200]


def _signed_url(request: Request) -> str:
    # Scheme and authority are not signed; path and query are taken exactly as they came over the line.
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    query = request.scope.get("query_string", b"")
    target = raw.decode("ascii").split("?", 1)[0] + (f"?{query.decode('ascii')}" if query else "")
    return f"http://central{target}"
