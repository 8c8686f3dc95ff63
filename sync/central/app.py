"""Puts central together and serves it."""

import logging
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import APIRouter, FastAPI
from sqlalchemy import Engine, text

from sync.central.authentication import BodyLimit, OperatorGate, StationGate, forget_old_nonces
from sync.central.cash_receipts.worker import CashReceiptWorker, account_of
from sync.central.catalogue import endpoints as catalogue
from sync.central.central_key import central_key, public_bytes
from sync.central.console import endpoints as console
from sync.central.database.embedded import EmbeddedPostgres
from sync.central.database.engine import migrate, open_engine, plain_url, transaction
from sync.central.fleet import endpoints as fleet
from sync.central.fleet.waking import WakeBoard
from sync.central.interruption import Interruption
from sync.central.journal import endpoints as journal
from sync.central.lanes import endpoints as lanes
from sync.central.lanes.book import forget_old_carts
from sync.central.operators.sessions import forget_old_sessions
from sync.central.operators.tries import forget_old_tries
from sync.central.orders.book import end_kept_orders
from sync.central.posting import Poster
from sync.central.prices.checking import PriceWatcher
from sync.central.problems import problem_answers
from sync.central.receipts import endpoints as receipts
from sync.central.settings import CentralSettings
from sync.central.stations import endpoints as stations
from sync.central.stock import endpoints as stock
from sync.wire.moment import Now, utc_now

_LOG = logging.getLogger(__name__)
_HOUSEKEEPING_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Central:
    """What central works with: its books, its key and its folder of catalogue files."""

    settings: CentralSettings
    engine: Engine
    key: Ed25519PrivateKey
    embedded: EmbeddedPostgres | None = None

    @property
    def catalogue_folder(self) -> Path:
        """Where published catalogue files lie."""
        return self.settings.folder / "catalogue"

    def close(self) -> None:
        """Let go of the database, and end the embedded one."""
        self.engine.dispose()
        if self.embedded is not None:
            self.embedded.stop()


def open_central(settings: CentralSettings) -> Central:
    """Open the books, bring their schema up to date, and make the key if there is none.

    Without a database in the settings the embedded PostgreSQL is started in `folder`/postgres.
    """
    key = central_key(settings.folder)
    if settings.database_url:
        return _opened(settings, settings.database_url, key, None)
    embedded = EmbeddedPostgres(settings.folder / "postgres")
    try:
        return _opened(settings, embedded.start(), key, embedded)
    except BaseException:
        embedded.stop()
        raise


def _opened(settings: CentralSettings, url: str, key: Ed25519PrivateKey, embedded: EmbeddedPostgres | None) -> Central:
    engine = open_engine(url)
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return Central(settings, engine, key, embedded)


def create_app(central: Central, *, now: Now = utc_now) -> FastAPI:
    """The whole of central as one ASGI application; any number of them may run on the same books."""
    settings, engine = central.settings, central.engine
    gate = StationGate(engine, now)
    poster = Poster(engine, now)
    prices = PriceWatcher(engine, central.catalogue_folder, now, settings.time_zone)
    receipts_issued = CashReceiptWorker(engine, account_of(settings), now)

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        poster.start()
        prices.start()
        receipts_issued.start()
        keeper = _Housekeeping(engine, now)
        keeper.start()
        yield
        keeper.stop()
        receipts_issued.stop()
        prices.stop()
        poster.stop()

    app = FastAPI(title="Baro central", version="1", lifespan=running, docs_url=None, redoc_url=None)
    app.state.operators = OperatorGate(engine, now)
    app.add_middleware(BodyLimit)
    problem_answers(app)
    app.include_router(_health(engine))
    app.include_router(
        stations.routes(engine, public_bytes(central.key), settings.receipt_base_url, now),
    )
    app.include_router(journal.routes(engine, gate, now, poster.wake))
    app.include_router(catalogue.routes(engine, gate, central.catalogue_folder))
    app.include_router(stock.routes(engine, gate))
    app.state.wake_board = board = WakeBoard(plain_url(engine), now)
    app.include_router(fleet.routes(board, gate))
    app.include_router(lanes.routes(engine, gate, now))
    app.include_router(receipts.routes(engine, now, settings.receipt_requests_per_minute))
    app.include_router(console.routes(engine, now, settings.time_zone))
    return app


def serve(
    settings: CentralSettings,
    port: int,
    ready: Callable[[str], None],
    interruption: Interruption,
    *,
    host: str = "127.0.0.1",
    certificate: Path | None = None,
    private_key: Path | None = None,
) -> None:
    """Run central until `interruption` came; `ready` is called with its address once it answers.

    Raises KeyboardInterrupt then, after everything was ended in order. Port 0 takes a free one. With `certificate`
    and `private_key` (PEM) it speaks TLS only.
    """
    interruption.check()
    central = open_central(settings)
    try:
        interruption.check()
        with Serving(create_app(central), host, port, certificate, private_key) as serving:
            ready(serving.url)
            while serving.answers(0.1):
                interruption.check()
    finally:
        central.close()


class _Server(uvicorn.Server):
    """Lets those go who wait for news before it waits for what is in hand."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        app = self.config.app
        if isinstance(app, FastAPI):
            app.state.wake_board.let_go()
        await super().shutdown(sockets)


class Serving:
    """A running server on its own thread: `url` is where it answers."""

    def __init__(
        self,
        app: FastAPI,
        host: str = "127.0.0.1",
        port: int = 0,
        certificate: Path | None = None,
        private_key: Path | None = None,
    ) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((host, port))
        except OSError:
            self._socket.close()
            raise
        scheme = "https" if certificate else "http"
        self.url = f"{scheme}://{host}:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(
            app,
            log_level="warning",
            ws="none",
            server_header=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=5,
            ssl_certfile=str(certificate) if certificate else None,
            ssl_keyfile=str(private_key) if private_key else None,
        )
        self._server = _Server(config)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="central", daemon=True)

    def __enter__(self) -> "Serving":
        self._thread.start()
        while not self._server.started:
            if self._ended.wait(0.01):
                raise RuntimeError(f"central could not serve at {self.url}; its log says why")
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def answers(self, seconds: float) -> bool:
        """Whether the server still runs, looked at until it ends but no longer than `seconds`."""
        return not self._ended.wait(seconds)

    def stop(self) -> None:
        """Answer what is in hand and end."""
        self._server.should_exit = True
        self._ended.wait(20)
        self._socket.close()

    def _run(self) -> None:
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._ended.set()


def keep_house(engine: Engine, now: datetime) -> None:
    """What is due with time alone: old request numbers go, unpaid kept orders end, carts nobody fetched go."""
    forget_old_nonces(engine, now)
    with transaction(engine) as session:
        end_kept_orders(session, now=now)
        forget_old_carts(session, now=now)
        forget_old_sessions(session, now=now)
        forget_old_tries(session, now=now)


class _Housekeeping:
    """Every minute: forgets used-up request numbers and ends orders that nobody paid."""

    def __init__(self, engine: Engine, now: Now) -> None:
        self._engine, self._now = engine, now
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ending.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._ending.wait(_HOUSEKEEPING_SECONDS):
            try:
                keep_house(self._engine, self._now())
            except Exception:  # the database may be away for a moment
                _LOG.exception("housekeeping is tried again in a minute")


def _health(engine: Engine) -> APIRouter:
    router = APIRouter(tags=["health"])

    @router.get("/v1/health")
    def health() -> dict[str, str]:
        """Whether central and its database answer."""
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return {"status": "ok"}

    return router
