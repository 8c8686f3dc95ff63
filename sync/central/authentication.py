"""Who is asking: stations by their signature, operators by the token of the settings.

Every refusal of a station has one and the same body, so that nobody learns which part was wrong.
"""

import hashlib
import hmac
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Engine, delete
from sqlalchemy.dialects.postgresql import insert
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.central.database.engine import transaction
from sync.central.problems import Refused
from sync.central.tables import NonceRow, StationRow
from sync.wire.moment import Now
from sync.wire.signature import WINDOW, SignatureRefused, check_signature, claimed_station
from sync.wire.upload import MOST_BYTES

_LOG = logging.getLogger(__name__)
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


def operator_session(token: str) -> str:
    """What the console's cookie holds: proof of the token, not the token."""
    return hmac.new(token.encode(), b"console session", hashlib.sha256).hexdigest()


def operator_check(token: str) -> Callable[[Request], bool]:
    """Whether a request comes from an operator, by cookie or bearer token; an empty token lets nobody in."""

    def check(request: Request) -> bool:
        if not token:
            return False
        cookie = request.cookies.get("operator", "")
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        good = hmac.compare_digest(cookie.encode(), operator_session(token).encode())
        return good or hmac.compare_digest(bearer.encode(), token.encode())

    return check


def _signed_url(request: Request) -> str:
    # Scheme and authority are not signed; path and query are taken exactly as they came over the line.
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    query = request.scope.get("query_string", b"")
    target = raw.decode("ascii").split("?", 1)[0] + (f"?{query.decode('ascii')}" if query else "")
    return f"http://central{target}"
